const problems = {
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
  'negative-amounts': (d: { rows: number; amount: string }) =>
    `${d.rows} ${d.rows === 1 ? 'row has' : 'rows have'} a negative amount (refunds, together ${d.amount}); counted as they are.`,
  'order-twice': (d: { id: string; first: string }) =>
    `Order ${d.id} stands already in ${d.first}; both are counted.`,
  'column-not-monthly': (d: { sheet: string; header: string }) =>
    `Column "${d.header}" of "${d.sheet}" spans more than a month and is left out.`,
};

const monthlySummary = {
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
  reportSheet: 'Monthly summary',
  reportAbout: 'Title, key figures, sentences, monthly table, shares and charts; prints one page wide',
  dataSheet: { orders: 'Orders', entries: 'Entries' },
  dataAbout: 'A clean table of the rows that count; a row typed at its end changes the summary',
  dataTable: { orders: 'Orders', entries: 'Entries' },
  dataNote: (d: { sheet: string; report: string }) =>
    `Read from "${d.sheet}". A row typed at the end of the table counts in "${d.report}" at once; what you type here stays when the summary is built again.`,
  title: 'Monthly summary',
  columns: {
    date: 'Date',
    month: 'Month',
    orderId: 'Order ID',
    customer: 'Customer',
    person: 'Manager',
    product: 'Product',
    category: 'Category',
    quantity: 'Quantity',
    amount: 'Amount',
    origin: 'Source',
    mark: 'Mark',
  },
  monthFormat: 'mmm yyyy',
  monthText: '{monthName} {year}',
  dayText: '{day} {monthName} {year}',
  monthNames: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ] as readonly string[],
  units: [
    { size: 1e9, name: ' billion', label: ' (billion)', from: 1e9 },
    { size: 1e6, name: ' million', label: ' (million)', from: 1e6 },
    { size: 1, name: '', label: '', from: 0 },
  ] as readonly {
    readonly size: number;
    readonly name: string;
    readonly label: string;
    readonly from: number;
  }[],
  notAvailable: 'n/a',
  subtitle: {
    days: '{first} – {last}  ·  data up to {day}',
    months: '{first} – {last}',
  },
  remarkAt: (d: { sheet: string; cell: string; text: string }) => `${d.sheet}!${d.cell}: ${d.text}`,
  sourceLine: (d: { sheet: string; used: number; left: number }) =>
    `Source: sheet "${d.sheet}", ${d.used} ${d.used === 1 ? 'record' : 'records'} counted, ` +
    (d.left === 0 ? 'none left out.' : `${d.left} left out (listed at the end).`),
  focus: 'Month in focus',
  focusHint: 'Yellow cells can be changed; everything follows.',
  focusPrompt: 'Choose the month that the summary speaks of.',
  figures: {
    amount: 'Amount',
    change: 'On previous month',
    yearChange: 'On a year earlier',
    count: { orders: 'Orders', entries: 'Entries' },
    yearToDate: 'Year to date',
    lastYearToDate: 'Same period last year',
    yearToDateChange: 'Year to date, change',
    averageGrowth: 'Avg growth ({method})',
  },
  headings: {
    prose: 'In words',
    months: 'Month by month',
    shares: '{by}, {span}',
    customers: 'Top customers, {span}',
    notCounted: 'Not counted',
    remarks: 'Remarks',
  },
  by: { person: 'By manager', product: 'By product', category: 'By category' },
  span: { same: '{month}', year: 'January – {month}' },
  monthTable: {
    month: 'Month',
    count: { orders: 'Orders', entries: 'Entries' },
    amount: 'Amount',
    change: 'Change',
    lastYear: 'Year earlier',
    yearChange: 'Y/Y',
    yearToDate: 'Year to date',
    shareOfYear: 'Of year',
    other: 'Other months',
    total: 'Total',
    note: 'Change: on the previous month. Y/Y: on the same month a year earlier. Of year: share of the listed months of that year. n/a: the base is zero or negative.',
  },
  growthTable: {
    from: 'From',
    to: 'To',
    periods: 'Periods',
    total: 'Total growth',
    method: 'Average by',
    average: 'Average',
    fromPrompt: 'Choose the month to start from.',
    methodPrompt: 'Choose what "average growth" means.',
  },
  shareTable: {
    amount: 'Amount',
    share: 'Share',
    customer: 'Customer',
    cumulative: 'Cumulative',
    cumulativeShare: 'Cum. share',
    others: 'Others',
    othersAndBlank: 'Others and not stated',
    total: 'Total',
    note: 'Names and their order are those of the build; the amounts are live. A new name counts under "Others" until the summary is built again. Shares are rounded so that they add up to exactly 100.0% (largest remainder).',
  },
  charts: {
    months: 'Amount by month',
    monthsAlt: 'Columns: the amount of each month beside the same month a year earlier',
    thisYear: 'Amount',
    lastYear: 'Year earlier',
    axis: 'Amount',
    shares: (d: { by: string }) => `Amount ${d.by.charAt(0).toLowerCase()}${d.by.slice(1)}, year to date`,
    sharesAlt: (d: { by: string }) => `Bars: amount ${d.by.charAt(0).toLowerCase()}${d.by.slice(1)}`,
  },
  prose: {
    none: { orders: 'There were no orders in {month}.', entries: 'There were no entries in {month}.' },
    month: {
      orders: 'In {month}, {count} came to {amount}, {change} and {yearChange}.',
      entries: 'In {month}, {count} came to {amount}, {change} and {yearChange}.',
    },
    count: {
      orders: { one: '1 order', many: '{n} orders' },
      entries: { one: '1 entry', many: '{n} entries' },
    },
    change: {
      up: 'up {rate} on the previous month',
      down: 'down {rate} on the previous month',
      flat: 'level with the previous month',
      none: 'with no previous month to compare',
    },
    yearChange: {
      up: 'up {rate} on a year earlier',
      down: 'down {rate} on a year earlier',
      flat: 'level with a year earlier',
      none: 'with no month a year earlier to compare',
    },
    yearToDate: ' The year to date stands at {amount}, {change}.',
    yearToDateChange: {
      up: 'up {rate} on the {last} of the same period last year',
      down: 'down {rate} on the {last} of the same period last year',
      flat: 'level with the {last} of the same period last year',
      none: 'with no same period last year to compare',
    },
    growth: 'From {from} to {to} the monthly amount {total}, {average} over {n} (method: {method}).',
    growthNone: 'There is no growth rate from {from} to {to}: the first amount is zero or negative.',
    growthOne: 'Growth needs a month before {to} to start from.',
    total: { up: 'rose by {rate}', down: 'fell by {rate}', flat: 'stayed level' },
    average: {
      up: 'an average rise of {rate} a month',
      down: 'an average fall of {rate} a month',
      flat: 'on average no change a month',
      none: 'with no average rate',
    },
    periods: { one: '1 period', many: '{n} periods' },
    extremes:
      ' Of the months listed, {max} was the highest ({maxAmount}) and {min} the lowest ({minAmount}).',
    top: {
      person: '{name} leads the managers with {share} of the amount',
      product: '{name} is the largest product with {share}',
      category: '{name} is the largest category with {share}',
      customers: 'the top {n} customers make up {share}',
      customer: '{name} is the largest customer with {share}',
    },
    topOf: '{span}: {list}.',
    topJoin: '; ',
    topNone: '{span}: no shares, since the total is zero or negative.',
  },
  notCounted: {
    where: 'Cell',
    why: 'Reason',
    date: 'no readable date',
    amount: 'no readable amount',
    more: (d: { rows: number }) => `and ${d.rows} more; the task pane and the command line list them all`,
  },
  footer: 'Page &P of &N',
  highlights: {
    date: 'Date from',
    amount: 'Amount from',
    amountProduct: (d: { quantity: string; price: string }) => `${d.quantity} × ${d.price}`,
    monthColumns: (d: { count: number }) => `${d.count} month columns`,
    months: 'Months',
    rows: 'Records counted',
    total: 'Total',
    newest: 'Newest month',
  },
};

export const templates = { problems, 'monthly-summary': monthlySummary };
