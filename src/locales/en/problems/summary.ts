export const summaryProblems = {
  'no-date-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as a date or month. Choose the column that says when each row happened.`,
  'no-amount-column': (d: { sheet: string }) =>
    `No column of "${d.sheet}" was recognised as an amount. Choose the column with the money, e.g. Amount or Revenue.`,
  'no-month-columns': (d: { sheet: string }) =>
    `The columns of "${d.sheet}" span quarters or years. A monthly summary needs a column for each month.`,
  'no-usable-rows': (d: { sheet: string; rows: number }) =>
    `None of the ${d.rows} rows of "${d.sheet}" has both a readable date and an amount. Check which columns they are read from.`,
  'money-too-large': (d: { sheet: string }) =>
    `The amounts of "${d.sheet}" are too large to add exactly. Check the unit of the amount column.`,
  'row-without-date': () => 'No readable date; the row is not counted.',
  'row-without-amount': () => 'No readable amount; the row is not counted.',
  'cell-without-amount': () => 'No readable amount; the cell is not counted.',
  'date-far-off': (d: { month: string }) =>
    `${d.month} is more than a year after all other rows; counted under "Other months". A slip of the pen?`,
  'after-as-of': (d: { rows: number; month: string }) =>
    `${d.rows} ${d.rows === 1 ? 'row is' : 'rows are'} dated after ${d.month} and counted under "Other months".`,
  'periods-empty': (d: { month: string; periods: number }) =>
    `${d.month}${d.periods > 1 ? ` and ${d.periods - 1} more periods have` : ' has'} no rows and ${d.periods > 1 ? 'count' : 'counts'} as 0 in growth and averages. Fill in what is missing.`,
  'negative-amounts': (d: { rows: number; amount: string }) =>
    `${d.rows} ${d.rows === 1 ? 'row has' : 'rows have'} a negative amount (refunds, together ${d.amount}); counted as they are.`,
  'stated-figure-differs': (d: { stated: string; computed: string; gap: string }) =>
    `${d.stated} is stated; its own months make ${d.computed} (difference ${d.gap}). The report says how it was computed.`,
  'order-twice': (d: { id: string; first: string }) =>
    `Order ${d.id} stands already in ${d.first}; both are counted.`,
  'column-not-monthly': (d: { sheet: string; header: string }) =>
    `Column "${d.header}" of "${d.sheet}" spans more than a month and is left out.`,
};
