export const customerProblems = {
  'no-customer-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as a customer. Choose the column that says whose row it is.`,
  'row-without-customer': () => 'No customer; the row is not counted.',
  'entries-after-as-of': (d: { rows: number }) =>
    `${d.rows} ${d.rows === 1 ? 'row is' : 'rows are'} dated after the day that the report speaks of and not counted.`,
  'customers-without-entries': (d: { sheet: string; customers: number }) =>
    `${d.customers} ${d.customers === 1 ? 'customer' : 'customers'} of "${d.sheet}" never bought anything in this data and can't be classed.`,
  'dates-too-far-apart': (d: { sheet: string }) =>
    `The dates of "${d.sheet}" are more than a century apart. Check how the date column was read.`,
};
