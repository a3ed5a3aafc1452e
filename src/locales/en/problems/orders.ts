export const orderProblems = {
  'no-orders': (d: { sheet: string; rows: number }) =>
    `None of the ${d.rows} rows of "${d.sheet}" names an order, a customer or a date. Check which columns they are read from.`,
  'no-faults': (d: { sheet: string; rows: number }) =>
    `None of the ${d.rows} rows of "${d.sheet}" says when a fault was reported. Choose the column with that time.`,
  'fault-without-time': () => 'Nothing says when the fault was reported; the row is left out.',
  'faults-untimed': (d: { rows: number; sheet: string }) =>
    `${d.rows} ${d.rows === 1 ? 'fault of' : 'faults of'} "${d.sheet}" have the day of the report and no time: minutes can't be told.`,
  'no-balance-column': (d: { sheet: string }) =>
    `Nothing in "${d.sheet}" says what is owed. Choose the column with the balance, or those with amount and paid.`,
  'no-debts': (d: { sheet: string; rows: number }) =>
    `None of the ${d.rows} rows of "${d.sheet}" has an amount that is still owed. Check which columns it is read from.`,
  'balance-differs': (d: { stated: string; computed: string; difference: string }) =>
    `The balance says ${d.stated}, amount less paid is ${d.computed} (${d.difference} apart). The balance counts; check the row.`,
  'debt-copied': (d: { first: string }) =>
    `The row says the same as ${d.first}. Both are counted; delete one if it is a copy.`,
  'debts-settled': (d: { rows: number }) =>
    `${d.rows} ${d.rows === 1 ? 'row is' : 'rows are'} paid in full and left out.`,
  'debts-undated': (d: { rows: number }) =>
    `${d.rows} ${d.rows === 1 ? 'row has' : 'rows have'} no date to count the age from; listed under "No date".`,
  'debts-without-rate': (d: { rows: number; currencies: string }) =>
    `${d.rows} ${d.rows === 1 ? 'amount is' : 'amounts are'} in other currencies (${d.currencies}) and in no sum until the rates stand on the sheet of ages.`,
  'debts-credit': (d: { rows: number }) =>
    `${d.rows} ${d.rows === 1 ? 'row is' : 'rows are'} paid beyond what was due: the balance is negative and lessens the sums.`,
  'buckets-do-not-rise': (d: { sheet: string; cell: string }) =>
    `${d.sheet}!${d.cell}: the days of the ages have to rise from 0. Until then 0, 31, 61 and 91 are used for the figures shown here.`,
  'day-far-off': (d: { day: string }) =>
    `${d.day} is so long after nearly all other dates that it is not taken for the newest day. A slip of the pen?`,
  'order-number-shared': (d: { id: string; customer: string }) =>
    `The number ${d.id} also belongs to ${d.customer}; both orders are kept.`,
  'order-copied': (d: { id: string }) =>
    `Order ${d.id} stands here a second time, word for word; it is kept once.`,
  'order-lines-joined': (d: { rows: number }) =>
    `${d.rows} further ${d.rows === 1 ? 'line' : 'lines'} of orders with the same number joined: amounts are added, a stage is reached when all lines have reached it.`,
  'orders-filled': (d: { rows: number }) =>
    `${d.rows} ${d.rows === 1 ? 'order stands' : 'orders stand'} on several of the sheets: what one leaves blank is taken from the other.`,
  'stage-dates-slip': (d: { stage: string; before: string }) =>
    `The date of ${d.stage} is before that of ${d.before}. Check the two dates.`,
  'cut-offs-begin-late': (d: { sheet: string; cell: string }) =>
    `${d.sheet}!${d.cell}: the first line also counts for visits before it. Begin the table at 0:00.`,
  'holiday-twice': (d: { sheet: string; cell: string; day: string }) =>
    `${d.sheet}!${d.cell}: ${d.day} is listed both as off and as worked; it counts as worked. Remove one of the two.`,
  'work-hours-wrong': (d: { sheet: string; cell: string }) =>
    `${d.sheet}!${d.cell}: these working hours overlap or end before they begin; 9:00–12:00 and 13:30–17:30 are used instead.`,
};
