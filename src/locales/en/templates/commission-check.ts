/** What reading a sum into words needs: amounts, rates and months come as text already. */
type D<Name extends string> = Readonly<Record<Name, string>>;

export const commissionCheck = {
  sheets: {
    report: 'Commission check',
    rows: 'Check rows',
    statements: 'Pay statements',
    person: 'One person',
    standards: 'Rates applied',
  },
  about: {
    report: 'Totals, differences by reason, what wants a look, signatures; prints one page wide',
    rows: 'Every person and month: due, submitted, difference and why, with a column for your decision',
    statements: 'A page for each person: how the pay was reckoned, in words',
    person: 'Choose a name: that person’s months on one page',
    standards: 'The plan’s tiers that the amounts due are looked up in',
  },
  tables: { rows: 'CheckRows', standards: 'CheckRates' },
  title: 'Commission check',
  subtitle: (d: { sheet: string; span: string; plan: string }) =>
    `Sheet “${d.sheet}” · ${d.span} · by “${d.plan}”`,
  basis: {
    orders: (d: { orders: number; sheets: string }) =>
      `Revenue is taken from ${d.orders} orders (${d.sheets}), not from the submitted sheet.`,
    stated: 'No order list: revenue is taken as the submitted sheet states it.',
    partly: (d: { orders: number; sheets: string }) =>
      `Revenue is taken from ${d.orders} orders (${d.sheets}) where they cover the month, otherwise as the sheet states it.`,
    answers: (d: { answers: string }) => `The ready plan was read so: ${d.answers}.`,
  },
  monthText: (d: { year: number; month: number; name: string }) => `${d.name} ${d.year}`,
  monthNames: [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ] as readonly string[],
  monthFormat: 'mmm yyyy',
  noMonth: 'month not stated',
  listJoint: ', ',
  figures: {
    expected: 'Due',
    submitted: 'Submitted',
    difference: 'Difference',
    over: 'Too much',
    under: 'Too little',
    rows: 'Rows compared',
    right: 'Right',
    explained: 'Wrong, explained',
    unexplained: 'Wrong, not explained',
  },
  headings: {
    reasons: 'Differences by reason',
    largest: 'Largest differences',
    flags: 'Worth a look',
    left: 'How the sheets were read',
    sign: 'Signatures',
  },
  reasonTable: {
    reason: 'Reason',
    rows: 'Rows',
    over: 'Too much',
    under: 'Too little',
    net: 'Net',
    total: 'All differences',
    none: 'Every row agrees with the plan to the cent.',
  },
  columns: {
    id: 'No.',
    person: 'Person',
    month: 'Month',
    revenue: 'Revenue',
    standard: 'Rates',
    rate: 'Rate',
    commission: 'Commission',
    base: 'Base pay',
    other: 'Other',
    expected: 'Due',
    submitted: 'Submitted',
    difference: 'Difference',
    result: 'Result',
    reason: 'Reason',
    explanation: 'Explanation',
    working: 'How it was reckoned',
    decision: 'Decision',
    origin: 'Source',
    mark: 'Mark',
  },
  commissionColumns: { expected: 'Commission due', submitted: 'Commission submitted' },
  rowsNote: (d: { report: string }) =>
    `Difference = submitted − due. “Decision” is yours to fill in; it stays when the check is built again. Totals stand on “${d.report}”.`,
  otherNote:
    'Other: accelerators, extras, override, clawback, cap, guarantee and draw; for a row without a rates number it is the whole amount due.',
  results: {
    right: 'agrees',
    explained: 'differs',
    unexplained: 'unexplained',
    'not-covered': 'not compared',
    unreadable: 'unreadable',
  },
  standards: {
    note: 'Due = revenue × rate − deduction + base + other. The deduction makes slices (marginal plans) one product; it is 0 where the whole amount is at one rate. Change a rate here and every row follows.',
    columns: {
      number: 'Rates',
      version: 'Version',
      role: 'Role',
      from: 'From revenue',
      rate: 'Rate',
      base: 'Base pay',
      deduction: 'Deduction',
      key: 'Look-up key',
    },
  },
  differs: {
    over: (d: D<'amount'>) => `${d.amount} too much`,
    under: (d: D<'amount'>) => `${d.amount} too little`,
  },
  sentence: (d: { reason: string; difference: string }) => `${d.reason}; ${d.difference}.`,
  and: ', and ',
  also: (d: { reasons: string }) => ` (Also possible: ${d.reasons}.)`,
  or: '; or ',
  unexplained: 'No usual mistake leads to this amount',
  notCovered: 'The plan says nothing for this person and month',
  unreadable: 'Person, month or amount could not be read',
  reasonNames: {
    boundary: 'Tier boundary',
    'whole-for-marginal': 'Whole amount instead of slices',
    'marginal-for-whole': 'Slices instead of whole amount',
    'wrong-tier': 'Wrong tier',
    'base-forgotten': 'Base pay left out',
    'base-only': 'Commission left out',
    'base-of-other-tier': 'Base pay of another tier',
    'other-version': 'Another version of the plan',
    'other-role': 'Another role',
    'part-forgotten': 'A part of the pay left out',
    'days-ignored': 'Full month for part of it',
    'probation-ignored': 'Probation ignored',
    'rounded-down': 'Rounded down',
    'rounded-up': 'Rounded up',
    'rounded-half-even': 'Rounded half to even',
    'rounded-to-tenth': 'Rounded to tenths',
    'rounded-to-yuan': 'Rounded to whole yuan',
    'cut-to-yuan': 'Cut to whole yuan',
    'rounded-per-order': 'Rounded order by order',
    'rounded-once': 'Rounded once',
    'sum-for-each': 'Sum instead of each order',
    'each-for-sum': 'Each order instead of the sum',
    'total-ignored': 'Running total left out',
    'refund-added': 'Refund added',
    'refund-left-out': 'Refund not taken off',
    'order-left-out': 'Order left out',
    'orders-left-out': 'Orders left out',
    'order-twice': 'Order counted twice',
    'revenue-twice': 'Revenue counted twice',
    'order-of-other-month': 'Order of another month',
    'order-of-other-person': 'Order of somebody else',
    'tax-included': 'VAT included',
    'tax-taken-off': 'VAT taken off',
    'unit-too-large': 'Unit of the revenue',
    'unit-too-small': 'Unit of the revenue',
    'revenue-above-orders': 'Revenue above the orders',
    'revenue-below-orders': 'Revenue below the orders',
    'row-twice': 'Row twice',
    'row-of-other-person': 'Figures of somebody else',
    'row-of-other-month': 'Figures of another month',
    'sign-turned': 'Sign turned',
    'digits-swapped': 'Digits swapped',
    'point-moved': 'Decimal point moved',
  },
  several: 'Several mistakes',
  unexplainedName: 'Not explained',
  reasons: {
    boundary: (d: D<'boundary' | 'usedRate' | 'rightRate'>) =>
      d.boundary === 'inclusive'
        ? `Revenue stands exactly on a tier’s start, which counts as reached: ${d.rightRate}, not ${d.usedRate}`
        : `Revenue stands exactly on a tier’s start, which must be passed: ${d.rightRate}, not ${d.usedRate}`,
    'whole-for-marginal': (d: D<'rate'>) =>
      d.rate === ''
        ? 'Each sale all at one rate; each slice of it has its own'
        : `All revenue at ${d.rate}; each slice has its own rate`,
    'marginal-for-whole': (d: D<'rate'>) =>
      d.rate === ''
        ? 'Each sale reckoned slice by slice; all of it is at the rate of its tier'
        : `Reckoned slice by slice; all revenue is at ${d.rate}`,
    'wrong-tier': (d: D<'order' | 'usedRate' | 'rightRate'>) =>
      `${d.order === '' ? 'Reckoned' : `Order ${d.order} reckoned`} at ${d.usedRate}, the tier is ${d.rightRate}`,
    'base-forgotten': (d: D<'base'>) => `Base pay of ${d.base} left out`,
    'base-only': () => 'Base pay only, the commission is left out',
    'base-of-other-tier': (d: D<'usedBase' | 'rightBase'>) =>
      `Base pay of ${d.usedBase}, the tier has ${d.rightBase}`,
    'other-version': (d: D<'version' | 'rightVersion'>) =>
      `Reckoned by version “${d.version}”, this month has “${d.rightVersion}”`,
    'other-role': (d: D<'role' | 'rightRole'>) => `Reckoned as “${d.role}”, the role is “${d.rightRole}”`,
    'part-forgotten': (d: D<'kind' | 'amount'>) => `${d.kind} (${d.amount}) left out`,
    'days-ignored': (d: D<'fullBase' | 'rightBase'>) =>
      `Base pay for the full month (${d.fullBase}), by days it is ${d.rightBase}`,
    'probation-ignored': () => 'Reckoned by the regular terms, the person is on probation',
    'rounded-down': () => 'Parts of a cent were cut off instead of rounded',
    'rounded-up': () => 'Parts of a cent were always rounded up',
    'rounded-half-even': () => 'Half a cent was rounded to the even cent instead of up',
    'rounded-to-tenth': () => 'Commission rounded to tenths instead of cents',
    'rounded-to-yuan': () => 'Commission rounded to whole yuan',
    'cut-to-yuan': () => 'Cents of the commission were cut off',
    'rounded-per-order': (d: D<'orders'>) =>
      `Each of ${d.orders} orders was rounded by itself; the month is rounded once`,
    'rounded-once': (d: D<'orders'>) =>
      `The sum of ${d.orders} orders was rounded once; each order is rounded by itself`,
    'sum-for-each': (d: D<'orders'>) =>
      `The sum of ${d.orders} orders was held against the tiers; each order is by itself`,
    'each-for-sum': (d: D<'orders'>) =>
      `Each of ${d.orders} orders was held against the tiers by itself; their sum decides`,
    'total-ignored': () => 'Only the month was held against the tiers, not the running total',
    'refund-added': (d: D<'amount'>) => `Refund of ${d.amount} added instead of taken off`,
    'refund-left-out': (d: D<'amount'>) => `Refund of ${d.amount} not taken off`,
    'order-left-out': (d: D<'order' | 'amount'>) => `Order ${d.order} (${d.amount}) left out`,
    'orders-left-out': (d: D<'order' | 'otherOrder' | 'amount'>) =>
      `Orders ${d.order} and ${d.otherOrder} (together ${d.amount}) left out`,
    'order-twice': (d: D<'order' | 'amount'>) => `Order ${d.order} (${d.amount}) counted twice`,
    'revenue-twice': () => 'All revenue of the month counted twice',
    'order-of-other-month': (d: D<'order' | 'amount' | 'month'>) =>
      `Order ${d.order} (${d.amount}) belongs to ${d.month}`,
    'order-of-other-person': (d: D<'order' | 'amount' | 'person'>) =>
      `Order ${d.order} (${d.amount}) belongs to ${d.person}`,
    'tax-included': (d: D<'taxRate'>) => `Revenue taken with ${d.taxRate} VAT on top`,
    'tax-taken-off': (d: D<'taxRate'>) => `Revenue taken with ${d.taxRate} VAT taken off`,
    'unit-too-large': (d: D<'factor'>) => `Unit of the revenue: taken ${d.factor} times too large`,
    'unit-too-small': (d: D<'factor'>) => `Unit of the revenue: taken ${d.factor} times too small`,
    'revenue-above-orders': (d: D<'stated' | 'listed' | 'amount'>) =>
      `Revenue stated as ${d.stated}, the orders make ${d.listed}: ${d.amount} is in no order of the list`,
    'revenue-below-orders': (d: D<'stated' | 'listed' | 'amount'>) =>
      `Revenue stated as ${d.stated}, the orders make ${d.listed}: ${d.amount} is left out`,
    'row-twice': () => 'The same row stands above already; a month is paid once',
    'row-of-other-person': (d: D<'person'>) => `These are the figures of ${d.person}`,
    'row-of-other-month': (d: D<'month'>) => `These are the figures of ${d.month}`,
    'sign-turned': () => 'The sign is turned',
    'digits-swapped': (d: D<'rightAmount' | 'submitted'>) =>
      `Two digits are swapped: ${d.rightAmount} was put down as ${d.submitted}`,
    'point-moved': (d: D<'factor'>) => `The decimal point is moved: ${d.factor} times the right amount`,
  },
  kinds: {
    base: 'Base pay',
    commission: 'Commission',
    accelerator: 'Accelerator',
    spiff: 'Extra for a product',
    override: 'Override',
    clawback: 'Clawback',
    cap: 'Cap',
    draw: 'Draw',
    guarantee: 'Guarantee',
  },
  flags: {
    'above-tier': (d: D<'person' | 'months' | 'count' | 'beyond' | 'jump'>) =>
      `${d.person}: ${d.count} months end just above a tier (${d.months}; at most ${d.beyond} above), worth ${d.jump} together. Held back or split?`,
    'above-tiers': (d: D<'above' | 'below' | 'near'>) =>
      `In the whole sheet ${d.above} months stand within ${d.near} above a tier and ${d.below} within ${d.near} below: more than chance would make.`,
    'order-at-month-end': (
      d: D<'person' | 'months' | 'order' | 'date' | 'amount' | 'from' | 'beyond' | 'gain'>,
    ) =>
      `${d.person}, ${d.months}: passes ${d.from} by ${d.beyond} only with order ${d.order} of ${d.date} (${d.amount}); counted in the other month both would pay ${d.gain} less.`,
    'split-over-month-end': (
      d: D<'person' | 'months' | 'customer' | 'firstAmount' | 'secondAmount' | 'gain'>,
    ) =>
      `${d.person}, ${d.months}: ${d.customer} ordered ${d.firstAmount} and ${d.secondAmount} on both sides of the month’s end; in one month they would pay ${d.gain} less.`,
    'pay-negative': (d: D<'person' | 'months' | 'submitted' | 'expected'>) =>
      `${d.person}, ${d.months}: negative pay (submitted ${d.submitted}, due ${d.expected}).`,
    'order-repeated': (d: D<'person' | 'order' | 'amount' | 'places'>) =>
      `Order ${d.order} (${d.amount}, ${d.person}) stands twice in the order list: ${d.places}. Both are counted.`,
    'order-without-person': (d: D<'order' | 'amount' | 'places'>) =>
      `Order ${d.order} (${d.amount}) has no person: ${d.places}. It counts for nobody.`,
    'person-not-in-team': (d: D<'person'>) => `${d.person} is not in the team list.`,
    'person-not-in-sheet': (d: D<'person' | 'months' | 'due'>) =>
      `${d.person} is missing from the sheet: ${d.due} is due for ${d.months}.`,
    'person-on-several-rows': (d: D<'person' | 'months' | 'rows'>) =>
      `${d.person}, ${d.months}: on ${d.rows} rows.`,
    'revenue-differs': (d: D<'person' | 'months' | 'stated' | 'listed'>) =>
      `${d.person}, ${d.months}: pay is right, but revenue is stated as ${d.stated} and the orders make ${d.listed}.`,
    'row-does-not-add': (d: D<'person' | 'months' | 'base' | 'commission' | 'pay' | 'gap'>) =>
      `${d.person}, ${d.months}: base pay ${d.base} and commission ${d.commission} do not make ${d.pay} (${d.gap} off).`,
  },
  moreFlags: (d: { more: number }) => `… and ${d.more} more of this kind.`,
  more: (d: { more: number; sheet: string }) => `… and ${d.more} more on “${d.sheet}”.`,
  signatures: { made: 'Prepared by', checked: 'Checked by', approved: 'Approved by', date: 'Date' },
  statement: {
    title: 'Pay statement',
    who: (d: { role: string; plan: string }) => `${d.role} · ${d.plan}`,
    how: 'How it was reckoned',
    whole: (d: D<'month' | 'revenue' | 'from' | 'rate' | 'commission'>) =>
      `${d.month}: revenue ${d.revenue} reaches the tier from ${d.from}, all of it at ${d.rate}: ${d.commission}`,
    slices: (d: D<'month' | 'revenue' | 'slices' | 'commission'>) =>
      `${d.month}: revenue ${d.revenue} in slices: ${d.slices} = ${d.commission}`,
    slice: (d: D<'revenue' | 'rate'>) => `${d.revenue} × ${d.rate}`,
    flat: (d: D<'month' | 'revenue' | 'commission'>) =>
      `${d.month}: revenue ${d.revenue}, commission ${d.commission}`,
    plus: (d: D<'what' | 'amount'>) => `${d.what} ${d.amount}`,
    due: (d: D<'pay'>) => `due ${d.pay}`,
    next: (d: D<'missing' | 'gain'>) => `${d.missing} more revenue would have paid ${d.gain} more`,
    colon: ': ',
    joint: '; ',
    end: '.',
    differences: 'Differences',
    total: 'Total',
    confirm: 'Read and confirmed',
    choose: 'Person',
    choosePrompt: 'Choose a name; the page follows.',
    tooMany: (d: { people: number; most: number }) =>
      `${d.people} people are too many for a page each (${d.most} at most): choose a name on “One person”.`,
  },
  footer: 'Page &P of &N',
  highlights: {
    columns: 'Columns',
    plan: 'Plan',
    orders: 'Orders',
    rows: 'Rows compared',
    right: 'Right',
    wrong: 'Wrong',
    difference: 'Net difference',
    none: 'none',
  },
  example: (d: { right: number; rows: number }) => `${d.right} of ${d.rows} rows would agree`,
};
