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
  'opening-days': {
    label: 'Days to open an order',
    ask: 'Without a due date, after how many days from the contract is an opening late?',
    values: {
      '3': '3 days',
      '5': '5 days',
      '7': '7 days',
      '10': '10 days',
      '15': '15 days',
      '30': '30 days',
    },
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
  'commission-check': {
    name: 'Commission check',
    about:
      'A submitted commission sheet recomputed from the plan and the orders: due, submitted, difference and the reason of each row; what wants a look; statements.',
    options: {
      plan: {
        label: 'Checked by',
        ask: 'Which plan should the sheet be checked by?',
        values: {
          sheet: 'the plan sheet',
          'team-tiers': 'four tiers, leader 1%',
          flat: 'one flat rate',
          'marginal-tiers': 'rate by slices',
          'quota-accelerator': 'quota, accelerators',
        },
      },
      method: {
        label: 'Ready plan: tier pays',
        ask: 'For a ready plan: is all revenue paid at the rate of the tier reached, or each slice at its own?',
        values: { whole: 'all at its rate', marginal: 'slice by slice' },
      },
      boundary: {
        label: 'Ready plan: at a tier',
        ask: 'For a ready plan: has revenue of exactly a tier’s start reached it?',
        values: { inclusive: 'yes', exclusive: 'no' },
      },
      event: {
        label: 'Ready plan: counts when',
        ask: 'For a ready plan: which step makes an order count?',
        values: { signed: 'signed', opened: 'opened', collected: 'collected' },
      },
      tax: {
        label: 'Ready plan: amounts',
        ask: 'For a ready plan: do amounts count as they are listed?',
        values: { 'as-listed': 'as listed', 'vat-taken-out': 'VAT taken out', 'vat-added': 'VAT added' },
      },
      clawback: {
        label: 'Ready plan: refunds',
        ask: 'For a ready plan: how does a later refund take its commission back?',
        values: {
          net: 'off that month’s revenue',
          'original-rate': 'at the rate paid',
          recompute: 'old month recomputed',
          none: 'not at all',
        },
      },
      near: {
        label: 'Just above a tier',
        ask: 'How near above a tier is revenue flagged as possibly held back or split?',
        values: { '1': 'within 1%', '2': 'within 2%', '5': 'within 5%' },
      },
      handout: {
        label: 'Copy to hand out',
        ask: 'Live formulas, or values only? Either opens without the add-in.',
        values: { live: 'formulas', values: 'values only' },
      },
      protect: {
        label: 'Sheet protection',
        ask: 'Should the sheets be protected against changes? Without a password; the page where one picks a person stays open.',
        values: { no: 'not protected', yes: 'protected' },
      },
    },
    companions: { orders: 'Order list', team: 'Team list' },
  },
  'commission-sheet': {
    name: 'Monthly pay',
    about:
      'From orders or revenue to each person’s month: tier, base, commission, override, clawback and pay, every amount with its rule and rows; a line for signatures.',
    options: {
      handout: {
        label: 'Copy to hand out',
        ask: 'Live formulas, or values only? Either opens without the add-in.',
        values: { live: 'formulas', values: 'values only' },
      },
      protect: {
        label: 'Sheet protection',
        ask: 'Should the sheets be protected against changes? Without a password; pages where one picks a month or a person stay open.',
        values: { no: 'not protected', yes: 'protected' },
      },
    },
    companions: { team: 'Team list' },
  },
  'commission-plan': {
    name: 'Pay plan',
    about:
      'The rules of commission and base pay as a sheet to be edited: tiers, terms, exceptions, versions by date; shows what any revenue earns and where pay jumps.',
    options: {
      plan: {
        label: 'Begin with',
        ask: 'Which plan comes nearest to yours? Every figure can be changed on the sheet.',
        values: {
          'team-tiers': 'four tiers, leader 1%',
          flat: 'one flat rate',
          'marginal-tiers': 'rate by slices',
          'quota-accelerator': 'quota, accelerators',
          found: 'tiers on your sheets',
        },
      },
      method: {
        label: 'Tier reached pays',
        ask: 'Once a tier is reached, is all revenue paid at its rate, or each slice at its own?',
        values: { whole: 'all at its rate', marginal: 'slice by slice' },
      },
      boundary: {
        label: 'Exactly at a tier',
        ask: 'Has revenue of exactly the amount where a tier begins reached it?',
        values: { inclusive: 'yes', exclusive: 'no' },
      },
      event: {
        label: 'A sale counts when',
        ask: 'Which step makes a sale count: contract, opening, or money received?',
        values: { signed: 'signed', opened: 'opened', collected: 'collected' },
      },
      tax: {
        label: 'Amounts',
        ask: 'Do amounts count as they are listed, or is VAT taken out or added first?',
        values: { 'as-listed': 'as listed', 'vat-taken-out': 'VAT taken out', 'vat-added': 'VAT added' },
      },
      credit: {
        label: 'Held against tiers',
        ask: 'What is held against the tiers: the month, each sale, or a running total?',
        values: {
          month: 'the month',
          sale: 'each sale',
          'quarter-to-date': 'quarter to date',
          'year-to-date': 'year to date',
        },
      },
      clawback: {
        label: 'Refunds',
        ask: 'When a paid sale is refunded later, how is its commission taken back?',
        values: {
          net: 'off that month’s revenue',
          'original-rate': 'at the rate paid',
          recompute: 'old month recomputed',
          none: 'not at all',
        },
      },
      'quota-on': {
        label: 'Leader’s quota counts',
        ask: 'Whose revenue has to reach a leader’s quota?',
        values: { own: 'own', team: 'team with leader', members: 'team without leader' },
      },
      'override-on': {
        label: 'Leader’s override on',
        ask: 'Whose revenue does a leader earn the override on?',
        values: {
          own: 'own',
          team: 'team with leader',
          members: 'team without leader',
          'members-commission': 'members’ commission',
        },
      },
      'role-base': {
        label: 'Leader’s base pay',
        ask: 'Does a leader’s base replace the base of the tier reached, or what else?',
        values: { replaces: 'replaces it', higher: 'the higher one', adds: 'both' },
      },
      basis: {
        label: 'Technicians’ 1% on',
        ask: 'Whose revenue is a technician’s commission computed from?',
        values: { own: 'own', team: 'the team', all: 'everybody' },
      },
      'probation-counting': {
        label: 'Probation target',
        ask: 'Is a probation target held against the month, or against all revenue so far?',
        values: { month: 'the month', 'since-start': 'since joining', 'since-target': 'since it began' },
      },
      'probation-commission': {
        label: 'Probation commission',
        ask: 'Is commission paid during probation?',
        values: { paid: 'yes', 'not-paid': 'no' },
      },
      proration: {
        label: 'Joined mid-month',
        ask: 'Is base pay cut for days before somebody joined or after they left?',
        values: { none: 'no', 'calendar-days': 'by calendar days', 'working-days': 'by working days' },
      },
      'quota-proration': {
        label: 'Quota mid-month',
        ask: 'Is the quota of such a month smaller too?',
        values: { full: 'no', prorated: 'yes' },
      },
      rounding: {
        label: 'Rounded',
        ask: 'Is commission rounded to the cent once a month, or for each sale?',
        values: { month: 'once a month', line: 'each sale' },
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
  'visit-plan': {
    name: 'Visit plan',
    about:
      'Next week or month: who visits whom on which day, by class, last visit, open items and region; with first-visit form and trip plan.',
    options: {
      span: {
        label: 'Plan for',
        ask: 'Which time is to be planned?',
        values: { week: 'next week', month: 'next month' },
      },
      holidays: {
        label: 'Holidays',
        ask: 'Which days off does the list begin with?',
        values: { china: 'public holidays of China', none: 'none' },
      },
    },
    companions: { more: 'More visit sheets', customers: 'Customer list' },
  },
  'order-tracker': {
    name: 'Order tracker',
    about:
      'From any order, contract or opening sheet: one row an order with its stage, next action, who, due when and how late; deadlines you can change; funnel and lead times.',
    options: {
      'order-date': {
        label: 'Order date',
        ask: 'Which stage does a date mean whose header does not say it (Order date)?',
        values: {
          contract: 'contract signed',
          accepted: 'accepted',
          lead: 'lead',
          installed: 'installed',
          nothing: 'none',
        },
      },
      'as-of': {
        label: 'Late as of',
        ask: 'On which day is an order late?',
        values: { newest: 'the newest date', today: 'today' },
      },
      holidays: {
        label: 'Holidays',
        ask: 'Which holidays are not working days, until the workbook has a list of its own?',
        values: { china: 'mainland China', none: 'none' },
      },
    },
    companions: { 'more-orders': 'More order sheets' },
  },
  'fault-log': {
    name: 'Fault log',
    about:
      'From any fault sheet: minutes to tell the engineer, to respond and to solve against the limits, by engineer, customer and month.',
    options: {
      'as-of': {
        label: 'Open faults run to',
        ask: 'Until when do faults run that are not solved?',
        values: { newest: 'the newest time', now: 'now' },
      },
      'solve-within': {
        label: 'Solved within',
        ask: 'The service rules say 2 hours, the sales script promises 4: which limit is written first?',
        values: { '120': '2 hours', '240': '4 hours' },
      },
    },
    companions: { 'more-faults': 'More fault sheets' },
  },
  receivables: {
    name: 'Receivables',
    about:
      'From any sheet with balances: ageing by customer and manager, whom to ask next, what is done at which age; money that comes in counts at once.',
    options: {
      'as-of': {
        label: 'Ages count to',
        ask: 'To which day do days overdue count?',
        values: { newest: 'the day of the title, else the newest order or invoice date', today: 'today' },
      },
      'without-due': {
        label: 'Without a due date',
        ask: 'From when does the age of an amount count that has no due date?',
        values: { 'order-date': 'the order’s own date', undated: 'not at all' },
      },
    },
    companions: { 'more-receivables': 'More sheets with balances' },
  },
  'retention-watch': {
    name: 'Retention watch',
    about:
      'Users about to leave, with reasons, days left and who handles them; the high-value snapshot and the three indicators against their limits.',
    options: {
      snapshot: {
        label: 'Snapshot',
        ask: 'Keep the snapshot that stands in the workbook, or take a new one?',
        values: { keep: 'keep the first', new: 'take a new one' },
      },
    },
    companions: { previous: 'List of the month before' },
  },
  'retailer-analysis': {
    name: 'Retailer analysis',
    about:
      'Each retailer’s curve with S1, S2, S3 and advice, brand and price-tier mix, monthly accounts; weekly tracking, rates and outlets against standards.',
    options: {
      period: {
        label: 'Curve by',
        ask: 'How long is one period of the sales curve?',
        values: { week: 'week', month: 'month', quarter: 'quarter' },
      },
    },
    companions: { retailers: 'Retailer list' },
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
