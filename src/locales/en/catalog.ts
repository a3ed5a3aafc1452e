const reportOptions = {
  'average-growth': {
    label: 'Average growth',
    values: {
      arithmetic: 'total ÷ periods',
      compound: 'compound',
      mean: 'mean of months',
    },
  },
  'undated-target': {
    label: 'Targets without a date',
    ask: 'What is a target for that says no month or year?',
    values: { year: 'the whole year', month: 'the month' },
  },
};

const reportCompanions = {
  more: 'More sheets of the same kind',
  targets: 'Targets',
  subscribers: 'Subscribers',
  visits: 'Visits',
  customers: 'Customer list',
  orders: 'Orders (opened and late)',
};

/** What each template is called and asks; light, since the pane shows it first. */
export const catalog = {
  'monthly-summary': {
    name: 'Monthly summary',
    about:
      'From orders or revenue: every month with its growth, targets, shares, what changed and why, next month’s plan, charts, sentences; stated figures are checked.',
    options: reportOptions,
    companions: reportCompanions,
  },
  'quarterly-report': {
    name: 'Quarterly report',
    about:
      'The same by quarter: growth on the quarter and the year, year to date, targets, persons, changes, next quarter’s plan, charts, sentences.',
    options: {
      ...reportOptions,
      'average-growth': {
        label: 'Average growth',
        values: { arithmetic: 'total ÷ periods', compound: 'compound', mean: 'mean of quarters' },
      },
    },
    companions: reportCompanions,
  },
  'customer-value': {
    name: 'Customer value',
    about:
      'Who matters: ABC and 20/80, RFM, bands, stages and groups with cut-offs that can be changed, and a file on each customer.',
    options: {
      span: {
        label: 'Amounts of',
        ask: 'Which months decide how much a customer is worth?',
        values: {
          'twelve-months': 'the last 12 months',
          'year-to-date': 'this year',
          all: 'all data',
        },
      },
    },
    companions: { customers: 'Customer list', visits: 'Visits' },
  },
  'visit-diary': {
    name: 'Visit diary',
    about:
      'From any visit sheets: one clean diary to go on with, open items by owner, cadence and coverage, overlaps, month-end review, quarterly report.',
    options: {
      'as-of': {
        label: 'Days count to',
        ask: 'To which day do ages and due days count?',
        values: { newest: 'the newest visit', today: 'today' },
      },
    },
    companions: { more: 'More visit sheets', customers: 'Customer list' },
  },
};

/** What the families of templates are called. */
export const families = {
  summary: 'Summaries',
  commission: 'Commission',
  visits: 'Visits',
  orders: 'Orders and service',
  customers: 'Customers',
};
