/** What each template is called and asks; light, since the pane shows it first. */
export const catalog = {
  'monthly-summary': {
    name: 'Monthly summary',
    about:
      'From an order or sales sheet: every month with its change on the month before and the year before, shares, top customers, charts and a few sentences.',
    options: {
      'average-growth': {
        label: 'Average growth',
        values: {
          arithmetic: 'total ÷ periods',
          compound: 'compound',
          mean: 'mean of months',
        },
      },
    },
    companions: {},
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
