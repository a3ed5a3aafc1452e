import type { ProblemCode } from '../../reading';
import type { ColumnReading, DateOrder, Field, Role, SkippedRow } from '../../reading/types';

const roles = {
  visits: 'Visits',
  orders: 'Orders',
  customers: 'Customers',
  revenue: 'Revenue',
  subscribers: 'Subscribers',
  commission: 'Commission',
  targets: 'Targets',
  team: 'Team',
  stock: 'Stock',
  other: 'Something else',
} satisfies Record<Role, string>;

const fields = {
  date: 'Date',
  month: 'Month',
  period: 'Period',
  customer: 'Customer',
  customer_id: 'Customer number',
  contact: 'Contact',
  phone: 'Phone',
  address: 'Address',
  person: 'Client manager',
  team: 'Team',
  region: 'Region',
  class: 'Grade',
  industry: 'Industry',
  segment: 'Segment',
  purpose: 'Purpose',
  content: 'Needs and opinions',
  result: 'Result',
  next_step: 'Next step',
  next_date: 'Next visit',
  channel: 'Channel',
  owner: 'Responsible',
  due_date: 'Due date',
  done_date: 'Done on',
  status: 'Status',
  order_id: 'Order number',
  contract_id: 'Contract number',
  product: 'Product',
  category: 'Category',
  quantity: 'Quantity',
  unit_price: 'Unit price',
  amount: 'Amount',
  discount: 'Discount',
  cost: 'Cost',
  profit: 'Profit',
  stage_lead_date: 'Lead on',
  stage_proposal_date: 'Proposal on',
  stage_contract_date: 'Contract signed on',
  stage_accepted_date: 'Accepted on',
  stage_installed_date: 'Installed on',
  paid: 'Paid',
  balance: 'Still owed',
  target: 'Target',
  actual: 'Actual',
  rate: 'Attainment',
  revenue: 'Revenue',
  subscribers_open: 'Opening subscribers',
  subscribers_close: 'Closing subscribers',
  arpu: 'ARPU',
  base_pay: 'Base pay',
  commission_rate: 'Commission rate',
  commission: 'Commission',
  pay: 'Pay',
  prepaid_balance: 'Prepaid balance',
  contract_end: 'Contract ends',
  subsidy_end: 'Subsidy ends',
  last_use: 'Last used',
  opening_stock: 'Opening stock',
  purchased: 'Purchased',
  sold: 'Sold',
  closing_stock: 'Closing stock',
  note: 'Note',
  sequence: 'No.',
} satisfies Record<Field, string>;

const kinds = {
  date: 'date',
  number: 'number',
  money: 'money',
  percent: 'percentage',
  id: 'number kept as text',
  text: 'text',
  blank: 'blank',
} satisfies Record<ColumnReading['kind'], string>;

const skipReasons = {
  blank: 'blank',
  total: 'total',
  subtotal: 'subtotal',
  'repeated-header': 'repeated header',
  section: 'section heading',
  note: 'note or signature',
  unit: 'units',
  'left-out': 'left out by you',
} satisfies Record<SkippedRow['reason'], string>;

const dateOrders = {
  ymd: 'year-month-day',
  mdy: 'month/day/year',
  dmy: 'day/month/year',
} satisfies Record<DateOrder, string>;

type InColumn = { header: string };
type Found = InColumn & { found: string };
type Gap = InColumn & { stated: number; parts: number; gap: number };

const rowsOf = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);
const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

const problems = {
  'sheet-empty': () => 'The sheet is empty.',
  'sheet-hidden': () => 'The sheet is hidden; it was read all the same.',
  'no-table': () =>
    'No table was found here. A table needs a row of column names with rows of values below it; if there is one, choose its header row.',
  'errors-only': (d: { errors: number }) =>
    `Nearly everything here is an error value (${d.errors} cells). Repair the formulas, then read the sheet again.`,
  'no-header': () =>
    'The table has no row of column names. Columns were recognised by their values only; choose the fields that are missing.',
  'rows-hidden': (d: { rows: number }) =>
    `${rowsOf(d.rows)} hidden by hand or by a filter; read like all others.`,
  'column-hidden': (d: InColumn) => `Column "${d.header}" is hidden; it was read all the same.`,
  'field-contested': (d: InColumn & { field: string }) =>
    `Column "${d.header}" could be "${fieldName(d.field)}" too, but another column fits better. Choose it if it is the right one.`,
  'unit-applied': (d: InColumn & { factor: number }) =>
    `The figures of column "${d.header}" were multiplied by ${figure(d.factor)}, as the unit in its header or in the title says.`,
  'currency-mixed': (d: InColumn & { currencies: string }) =>
    `Column "${d.header}" holds amounts in several currencies (${d.currencies}). They were read as they stand; nothing is converted. Bring them to one currency, or leave rows out, before adding them up.`,
  'percent-scaled': (d: InColumn) =>
    `The figures of column "${d.header}" were read as percentages: 15 as 15 %.`,
  'date-order-ambiguous': (d: InColumn & { order: string }) =>
    `The dates of column "${d.header}" could be read in two ways (5/3 as May or March). Read as ${orderName(d.order)}; change it if that is wrong.`,
  'date-order-mixed': (d: InColumn & { order: string }) =>
    `Column "${d.header}" has dates in both orders, day first and month first. Read as ${orderName(d.order)} wherever that is possible; check them.`,
  'year-assumed': (d: InColumn & { year: number | string }) =>
    `Dates of column "${d.header}" without a year were read as ${d.year}.`,
  'year-unknown': (d: Found) =>
    `"${d.found}" has no year, and none is named in the title, the sheet's name or the rows around it. Write the year into the title or the sheet's name.`,
  'months-without-year': (d: InColumn & { year: number }) =>
    `The months of "${d.header}" and the columns beside it have no year, and none is named in the title, the sheet's name or the file's. Counted as ${d.year}: write the year into the title or the sheet's name.`,
  'month-without-year': (d: InColumn) =>
    `Column "${d.header}" says months without a year, and no column has dates. Add a column with the year, or write it into the title or the sheet's name.`,
  'date-joined': (d: InColumn & { columns: string }) =>
    `Year, month and day stand in columns of their own (${d.columns}): joined to one date in "${d.header}".`,
  'date-unreadable': (d: Found) =>
    `"${d.found}" in column "${d.header}" is not a date such as 2024-03-05; left blank.`,
  'day-of-row': (d: InColumn & { rows: number }) =>
    `${rowsOf(d.rows)} of column "${d.header}" give only a time: taken for the day of the row's date, or the next day where that would be earlier.`,
  'date-range': (d: Found) =>
    `"${d.found}" in column "${d.header}" spans several days; the first day was taken.`,
  'date-number': (d: Found) =>
    `${d.found} in column "${d.header}" is a number, not a date; 3.1 may be 1 March or 10 March. Left blank: type it as a date.`,
  'day-by-order': (d: InColumn & { rows: number }) =>
    `Column "${d.header}": ${rowsOf(d.rows)} with numbers such as 3.1 read as the only day that fits between the days around.`,
  'number-unreadable': (d: Found) => `"${d.found}" in column "${d.header}" is not a number; left blank.`,
  'cell-error': (d: Found) =>
    `Column "${d.header}" has the error ${d.found} here; left blank. Repair the formula.`,
  'merged-filled': (d: InColumn & { rows: number }) =>
    `Column "${d.header}": ${rowsOf(d.rows)} below merged cells got the merged cell's value.`,
  'merged-number': (d: InColumn & { rows: number }) =>
    `Column "${d.header}" has figures in merged cells; each was counted once, in its first row (${rowsOf(d.rows)} left blank).`,
  'ditto-filled': (d: InColumn & { rows: number }) =>
    `Column "${d.header}": ${rowsOf(d.rows)} with a ditto mark got the value above.`,
  'blanks-filled': (d: InColumn & { rows: number }) =>
    `Column "${d.header}" names each group once; ${rowsOf(d.rows)} got the value above.`,
  'names-unified': (d: InColumn & { spellings: number }) =>
    `Column "${d.header}" spelled names in several ways (brackets, spaces); ${d.spellings} were made one.`,
  'more-of-this': (d: { code: string; more: number }) =>
    `… and ${d.more} more of the same kind in this column.`,
  'total-mismatch': (d: Gap) =>
    `The total of column "${d.header}" says ${figure(d.stated)}, its rows make ${figure(d.parts)}: a gap of ${figure(d.gap)}. The rows count, the total was left out.`,
  'row-total-mismatch': (d: Gap) =>
    `"${d.header}" says ${figure(d.stated)}, its months make ${figure(d.parts)}: a gap of ${figure(d.gap)}. The months count.`,
  'duplicate-order': (d: { value: string; first: string }) =>
    `Order ${d.value} stands already in ${d.first} with the same content; both were kept.`,
  'duplicate-visit': (d: { value: string; first: string }) =>
    `The same visit to ${d.value} (same day, same visitor) stands already in ${d.first}; both were kept.`,
} satisfies Record<ProblemCode, (details: never) => string>;

function fieldName(field: string): string {
  return Object.entries(fields).find(([code]) => code === field)?.[1] ?? field;
}

function orderName(order: string): string {
  return Object.entries(dateOrders).find(([code]) => code === order)?.[1] ?? order;
}

export const reading = { roles, fields, kinds, skipReasons, dateOrders, problems };
