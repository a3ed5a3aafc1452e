/** A word that is written, and other spellings of it that are read. */
type Words = readonly [string, ...string[]];
const words = (...all: Words): Words => all;

export const commissionPlan = {
  sheet: 'Pay plan',
  about:
    'Tiers, terms and exceptions as tables to be edited; what anybody would earn; checks; prints one page wide',
  title: 'Commission and pay plan',
  subtitle: (d: { plan: string; day: string }) => `${d.plan} · written ${d.day}`,
  howTo:
    'This sheet is the plan: Daybook computes pay from what stands here. Change any cell, type new rows under a table, or delete rows. A blank version or role means all of them. Yellow alerts are still to be decided.',
  names: {
    'team-tiers': 'Base and rate by monthly revenue, leaders with 1%',
    flat: 'Flat rate',
    'marginal-tiers': 'Rate by slices of revenue',
    'quota-accelerator': 'Quota with accelerators',
  },
  version: 'Current',
  roles: { sales: 'Sales', leader: 'Team leader', technician: 'Technician' },
  headings: {
    versions: 'Versions: the day of a sale picks the one that holds',
    tiers: 'Tiers: rate and base pay by revenue',
    terms: 'Terms: what else holds',
    accelerators: 'Accelerators: another rate past the quota',
    targets: 'Probation targets',
    streaks: 'Several months running: promotion, demotion, leaving',
    spiffs: 'SPIFF: extras for single products',
    exceptions: 'Exceptions for single people',
    dictionary: 'All terms, and what can be filled in',
    panel: 'What would this revenue earn?',
    findings: 'What to know about this plan',
  },
  tables: {
    versions: 'PlanVersions',
    tiers: 'PlanTiers',
    terms: 'PlanTerms',
    accelerators: 'PlanAccelerators',
    targets: 'PlanTargets',
    streaks: 'PlanStreaks',
    spiffs: 'PlanSpiffs',
    exceptions: 'PlanExceptions',
  },
  columns: {
    version: words('Version', 'Plan version'),
    versionName: words('Plan version name', 'Version name'),
    validFrom: words('Valid from', 'Effective from', 'Effective date', 'First day'),
    validTo: words('Valid to', 'Effective to', 'Last day'),
    role: words('Role', 'Position'),
    from: words('From', 'Revenue from', 'Lower limit', 'From revenue'),
    to: words('Below', 'To', 'Revenue to', 'Upper limit'),
    rate: words('Rate', 'Commission rate', 'Commission %'),
    base: words('Base pay', 'Base', 'Base salary'),
    term: words('Term', 'Terms'),
    value: words('Value', 'Choice'),
    explanation: words('What it means', 'Explanation'),
    past: words('Past attainment', 'Attainment past', 'Attainment above'),
    effect: words('Effect', 'How'),
    fromMonth: words('From month', 'First month'),
    toMonth: words('To month', 'Last month'),
    target: words('Target', 'Target amount'),
    when: words('When', 'Case'),
    months: words('Months running', 'Months in a row', 'Consecutive months'),
    outcome: words('Outcome', 'Result'),
    newRole: words('New role', 'Becomes'),
    product: words('Product', 'Products'),
    per: words('Paid per', 'Per'),
    extra: words('Extra', 'Bonus'),
    person: words('Person', 'Name', 'Employee'),
    item: words('What differs', 'Exception'),
    amount: words('Is for this person', 'Own value'),
    allowed: words('Can be filled in'),
  },
  choices: {
    event: {
      signed: words('signed', 'when signed', 'contract date'),
      opened: words('opened', 'when opened', 'installed', 'activated'),
      collected: words('collected', 'when collected', 'paid', 'when paid'),
    },
    tax: {
      'as-listed': words('as listed', 'as in the list'),
      'vat-taken-out': words('VAT taken out', 'before tax', 'net of VAT'),
      'vat-added': words('VAT added', 'after tax', 'with VAT'),
    },
    method: {
      whole: words('whole amount', 'whole'),
      marginal: words('by slices', 'marginal'),
    },
    boundary: {
      inclusive: words('reached', 'inclusive', 'at or above'),
      exclusive: words('not reached yet', 'exclusive', 'above'),
    },
    credit: {
      month: words('each month', 'month', 'monthly'),
      sale: words('each sale', 'sale', 'per sale'),
      'quarter-to-date': words('quarter to date', 'cumulative in the quarter'),
      'year-to-date': words('year to date', 'cumulative in the year'),
    },
    basis: {
      own: words('own revenue', 'own'),
      team: words('team revenue', 'team'),
      all: words('all revenue', 'all'),
    },
    quotaOn: {
      own: words('own revenue', 'own'),
      team: words('team with leader', 'team'),
      members: words('team without leader', 'members'),
    },
    overrideOn: {
      own: words('own revenue', 'own'),
      team: words('team with leader', 'team'),
      members: words('team without leader', 'members'),
      'members-commission': words("members' commission", 'commission of the members'),
    },
    roleBaseWith: {
      replaces: words('instead of the tier’s base', 'replaces'),
      higher: words('the higher of both', 'higher'),
      adds: words('on top of the tier’s base', 'adds'),
    },
    probationCounting: {
      month: words('each month by itself', 'month'),
      'since-start': words('since joining', 'since the start'),
      'since-target': words('since the target began', 'since the target'),
    },
    probationCommission: {
      paid: words('paid', 'with commission'),
      'not-paid': words('not paid', 'no commission'),
    },
    clawback: {
      net: words('off the month’s revenue', 'net'),
      'original-rate': words('at the rate it was paid', 'original rate'),
      recompute: words('the month is computed again', 'recompute'),
      none: words('nothing is taken back', 'none'),
    },
    rounding: { month: words('once a month', 'month'), line: words('each sale', 'line') },
    proration: {
      none: words('full month', 'none', 'not prorated'),
      'calendar-days': words('calendar days'),
      'working-days': words('working days', 'workdays'),
    },
    quotaProration: { full: words('full quota', 'full'), prorated: words('prorated', 'by days') },
    guaranteeRecovery: {
      recoverable: words('recovered later', 'recoverable'),
      'not-recoverable': words('not recovered', 'not recoverable', 'non-recoverable'),
    },
    drawRecovery: {
      recoverable: words('recovered later', 'recoverable'),
      'not-recoverable': words('not recovered', 'not recoverable', 'non-recoverable'),
    },
    capOn: { commission: words('commission'), pay: words('pay', 'all pay') },
    guaranteeOn: { commission: words('commission'), pay: words('pay', 'all pay') },
    measure: { revenue: words('revenue'), attainment: words('attainment', 'share of quota') },
  },
  effects: {
    extra: words('on top', 'extra'),
    instead: words('instead of the tiers', 'instead'),
    multiplied: words('times', 'multiplied', 'multiplier'),
  },
  cases: { met: words('quota met', 'met'), missed: words('quota missed', 'missed') },
  outcomes: {
    promotion: words('promotion', 'promoted'),
    demotion: words('demotion', 'demoted'),
    leave: words('leaves', 'leave'),
  },
  per: {
    sale: words('sale', 'each sale'),
    unit: words('unit', 'each unit'),
    rate: words('rate of the amount', 'rate'),
  },
  items: {
    role: words('role'),
    base: words('base pay', 'base'),
    rate: words('rate', 'commission rate'),
    'added-rate': words('added rate', 'extra rate'),
    cap: words('cap'),
    guarantee: words('guarantee', 'floor'),
    draw: words('draw', 'advance'),
  },
  terms: {
    event: {
      label: words('A sale counts when', 'Revenue counts when'),
      explanation:
        'The day and the amount of this event count: a sale signed in March and paid in May is March or May.',
    },
    tax: {
      label: words('Amounts count', 'Tax'),
      explanation: 'As the list has them, or with VAT at the rate below taken out or added.',
    },
    vatRate: {
      label: words('VAT rate', 'Tax rate'),
      explanation: 'Only where VAT is taken out or added, such as 6%.',
    },
    clawback: {
      label: words('A refund', 'Refunds', 'Clawback'),
      explanation: 'How commission that was paid for a refunded sale is taken back.',
    },
    rounding: {
      label: words('Rounded to the cent', 'Rounding'),
      explanation: 'Half up, once for a month or for each sale.',
    },
    proration: {
      label: words('Joined or left within a month', 'Proration'),
      explanation: 'Base pay, guarantee and draw of such a month: in full, or by the part of the days.',
    },
    quotaProration: {
      label: words('Quota of such a month', 'Quota proration'),
      explanation: 'Whether the quota of a month with fewer days is smaller too.',
    },
    unlistedRole: {
      label: words('Role of people not in the team list', 'Role of unlisted people'),
      explanation: 'Blank: such people are reported and not paid.',
    },
    basis: {
      label: words('Commission on', 'Base of calculation'),
      explanation: 'Whose revenue the tiers are applied to.',
    },
    measure: {
      label: words('Tiers by', 'Tier measure'),
      explanation: 'Tiers begin at revenue, or at a share of the quota.',
    },
    method: {
      label: words('Tier reached pays', 'Method', 'Tier method'),
      explanation:
        'Whole amount: all revenue at the rate of the tier reached. By slices: each slice at its own rate.',
    },
    boundary: {
      label: words('Revenue of exactly a tier’s start', 'Boundary'),
      explanation: 'Whether revenue of exactly the amount where a tier begins has reached it.',
    },
    credit: {
      label: words('Held against the tiers', 'Credit', 'Credited by'),
      explanation: 'A month’s revenue, each sale by itself, or the running total of the quarter or year.',
    },
    roleBase: {
      label: words('Base of the role', 'Role base pay'),
      explanation: 'Base pay that belongs to the role, a month.',
    },
    roleBaseWith: {
      label: words('Base of the role stands', 'Role base with'),
      explanation: 'How it stands to the base of the tier that is reached.',
    },
    quota: {
      label: words('Quota a month', 'Quota', 'Monthly target'),
      explanation: 'Blank: each person has their own in the team list.',
    },
    quotaOn: {
      label: words('Quota counts', 'Quota on'),
      explanation: 'Whose revenue is held against the quota.',
    },
    override: {
      label: words('Override rate', 'Override'),
      explanation: 'What a leader earns on the revenue below.',
    },
    overrideOn: {
      label: words('Override on', 'Override counts'),
      explanation: 'Whose revenue the override is paid on.',
    },
    overrideNeedsQuota: {
      label: words('Override only if quota met', 'Override needs quota'),
      explanation: 'Yes: no override in a month that misses the quota.',
    },
    cap: { label: words('Cap', 'Cap a month'), explanation: 'A month’s commission, or pay, stops here.' },
    capOn: { label: words('Cap on'), explanation: 'What the cap holds for.' },
    guarantee: {
      label: words('Guarantee', 'Floor'),
      explanation: 'A month’s commission, or pay, is at least this much.',
    },
    guaranteeOn: { label: words('Guarantee on'), explanation: 'What the guarantee holds for.' },
    guaranteeRecovery: {
      label: words('Guarantee topped up is', 'Guarantee recovery'),
      explanation: 'Recovered later: what was topped up is taken out of better months.',
    },
    draw: {
      label: words('Draw', 'Draw a month'),
      explanation: 'An advance paid each month and set off against commission.',
    },
    drawRecovery: {
      label: words('Draw not earned is', 'Draw recovery'),
      explanation: 'Recovered later: what was not earned is owed.',
    },
    probationMonths: {
      label: words('Probation months', 'Probation'),
      explanation: 'The month of joining is month 1.',
    },
    probationBase: {
      label: words('Probation base pay', 'Probation base'),
      explanation: 'While the target below is met.',
    },
    probationMissedBase: {
      label: words('Probation base if target missed', 'Reduced base'),
      explanation: 'In a month of probation whose target is missed.',
    },
    probationCounting: {
      label: words('Probation target counts', 'Probation counting'),
      explanation: 'The month alone, or all revenue since joining or since the target began.',
    },
    probationCommission: {
      label: words('Commission in probation', 'Probation commission'),
      explanation: 'Whether commission is paid on top of the base.',
    },
  },
  panel: {
    version: 'Version',
    role: 'Role',
    revenue: 'Revenue of the month',
    tier: 'Tier from',
    rate: 'Rate',
    base: 'Base pay',
    commission: 'Commission',
    pay: 'Pay',
    next: '{missing} more reaches the next tier and earns {gain} more.',
    last: 'This is the highest tier.',
    undecided: 'First decide how the tier reached pays and when it is reached (terms below).',
    prompt: 'Type any revenue.',
    note: 'By tiers and base only; accelerators, overrides, caps and guarantees are computed in the monthly pay sheet.',
    ladder: 'The tiers of this version and role',
    ladderColumns: [
      'Tier begins at',
      'Rate of the tier',
      'Base of the tier',
      'Pay just below',
      'Pay from here',
      'Jump',
    ] as readonly string[],
    side: {
      fit: 'Fit',
      scale: 'Scale',
      whole: 'Whole amount',
      exclusive: 'Boundary excluded',
      count: 'Tiers',
      decided: 'Decided',
    },
    chart: 'Pay by revenue of the month',
    chartRevenue: 'Revenue',
    chartPay: 'Pay',
    chartAlt: 'Line: pay against the revenue of the month; steps are cliffs',
  },
  kinds: {
    text: 'a name',
    number: 'a number',
    money: 'an amount',
    percent: 'a percentage, such as 6%',
    yesno: 'Yes / No',
  },
  listJoin: ', ',
  examples: {
    plan: (d: Record<'low' | 'lowPay' | 'high' | 'highPay', string>) =>
      `${d.low} earns ${d.lowPay}; ${d.high} earns ${d.highPay}`,
    method: (d: Record<string, string>) => `revenue ${d['revenue']} pays ${d['pay']}`,
    boundary: (d: Record<string, string>) => `revenue of exactly ${d['revenue']} pays ${d['pay']}`,
    event: (d: { value: string }): string =>
      d.value === 'signed'
        ? 'signed 28 Sept, opened 8 Oct, paid 5 Nov: its 10,000.00 count in September'
        : d.value === 'opened'
          ? 'signed 28 Sept, opened 8 Oct, paid 5 Nov: its 10,000.00 count in October'
          : 'signed 28 Sept, opened 8 Oct, paid 5 Nov: its 10,000.00 count in November',
    tax: (d: Record<string, string>) => `a listed 10,600.00 counts as ${d['basis']} (VAT 6%)`,
    credit: (d: Record<string, string>) =>
      `three like sales, one in April and two in May (${d['revenue']} in all): May's commission is ${d['commission']}`,
    clawback: (d: Record<string, string>) =>
      `half of a sale of May is refunded in June: June pays ${d['pay']}, ${d['clawback']} of it taken back`,
    quotaOn: (d: Record<string, string>) =>
      `leader sells 60,000.00, members 110,000.00, quota ${d['quota']}: override ${d['override']}`,
    overrideOn: (d: Record<string, string>) =>
      `leader sells 60,000.00, members 160,000.00: override ${d['override']}`,
    roleBaseWith: (d: Record<string, string>) => `leader sells ${d['revenue']}: base pay ${d['base']}`,
    basis: (d: Record<string, string>) =>
      `own sales 10,000.00, the rest of the team 60,000.00, others 30,000.00: commission ${d['commission']}`,
    probationCounting: (d: Record<string, string>) =>
      `5,000.00, 4,000.00 and 6,000.00 in the first three months: base pay of the third ${d['base']}`,
    probationCommission: (d: Record<string, string>) => `${d['revenue']} in the first month: pay ${d['pay']}`,
    proration: (d: Record<string, string>) => `joined on 17 June: base pay ${d['base']}`,
    quotaProration: (d: Record<string, string>) => `joined on 16 June: quota ${d['quota']}`,
    rounding: (d: Record<string, string>) => `three sales of 33.33: commission ${d['commission']}`,
  },
  footer: 'Page &P of &N',
  fromSheet: (d: { sheet: string }) => `As on the sheet "${d.sheet}"`,
  noneFound: 'no sheet has a table of tiers',
  notApplicable: 'no difference in this plan',
  highlights: {
    plan: 'Plan',
    roles: 'Roles',
    open: 'Still to be decided',
    example: (d: { revenue: string }) => `Pay for ${d.revenue}`,
  },
};
