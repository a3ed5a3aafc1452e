import type { Area } from '../../domain/address';
import type { ConditionalFormat } from '../../plan/types';
import { COUNT, formula, MONEY, MONEY_OR_DASH, RATE } from '../expressions';
import { fixedArea } from '../formula';
import type { Page, StyledCell } from '../page';
import { shifted } from './calendar';
import { dataColumn, FLAT, type SummaryContext } from './context';

const columns = [
  'month',
  'count',
  'amount',
  'change',
  // The narrow column between the page's halves.
  'gap',
  'lastYear',
  'yearChange',
  'yearToDate',
  'shareOfYear',
] as const;
type Column = Exclude<(typeof columns)[number], 'gap'>;

/** Where the monthly table stands, for everything that speaks of it. */
export interface PeriodTable {
  /** The listed months' cells of each column. */
  readonly areas: Readonly<Record<Column, Area>>;
  /** The same as fixed references. */
  readonly refs: Readonly<Record<Column, string>>;
  readonly conditionalFormats: readonly ConditionalFormat[];
}

/** A column's value for the month that an expression gives. */
export function ofPeriod(months: PeriodTable, column: Column, month: string): string {
  return `INDEX(${months.refs[column]},MATCH(${month},${months.refs.month},0))`;
}

/** Heading, a row a month, the months that are not listed, and the total of everything. */
export function addPeriodTable(page: Page, context: SummaryContext): PeriodTable {
  const { t, noun, span } = context;
  const texts = t.monthTable;
  const headers: StyledCell[] = columns.map((column) => ({
    value: column === 'gap' ? null : column === 'count' ? texts.count[noun] : texts[column],
    style: column === 'month' ? 'columnHeader' : 'columnHeaderNumber',
  }));
  page.cells(page.row, 0, headers);
  page.advance(1, 18);

  const first = page.row;
  const filled = columns.filter((column) => column !== 'gap');
  const area = (column: Column): Area => ({
    row: first,
    column: columns.indexOf(column),
    rows: span.listed.length,
    columns: 1,
  });
  const areas = Object.fromEntries(filled.map((column) => [column, area(column)])) as Record<Column, Area>;
  const refs = Object.fromEntries(filled.map((column) => [column, fixedArea(areas[column])])) as Record<
    Column,
    string
  >;

  span.listed.forEach((month, index) =>
    page.cells(first + index, 0, monthRow(context, refs, month, index, first + index + 1)),
  );
  page.advance(span.listed.length, 16);
  addSums(page, context, refs);

  const rates = (column: 'change' | 'yearChange'): ConditionalFormat => {
    const cell = `${column === 'change' ? 'D' : 'G'}${first + 1}`;
    return { area: areas[column], formula: `=AND(ISNUMBER(${cell}),${cell}<=-${FLAT})`, style: 'negative' };
  };
  return { areas, refs, conditionalFormats: [rates('change'), rates('yearChange')] };
}

/** `row` is the row's number as formulas write it. */
function monthRow(
  context: SummaryContext,
  refs: Readonly<Record<Column, string>>,
  month: number,
  index: number,
  row: number,
): StyledCell[] {
  const { t, span, calendar } = context;
  const { previous, yearEarlier, firstOfYear, lastOfYear } = calendar.formulas;
  const data = { month: dataColumn(context, 'month'), amount: dataColumn(context, 'amount') };
  const notAvailable = `"${t.notAvailable}"`;
  const sumOf = (criterion: string): string => `ROUND(SUMIFS(${data.amount},${data.month},${criterion}),2)`;
  const lastYear = span.listed.indexOf(shifted(calendar, month, -calendar.perYear));
  // The month before the first one is looked up in the data; MAX turns a base below zero into "no base".
  const change =
    index === 0
      ? `IFERROR(C${row}/MAX(0,${sumOf(previous(`$A${row}`))})-1,${notAvailable})`
      : `IF(C${row - 1}>0,(C${row}-C${row - 1})/C${row - 1},${notAvailable})`;
  const listedFrom = `${refs.month},">="&${firstOfYear(`$A${row}`)},${refs.month}`;
  const yearTotal = `SUMIFS(${refs.amount},${listedFrom},"<="&${lastOfYear(`$A${row}`)})`;
  return [
    { value: month, style: 'label', format: t.monthFormat },
    { value: formula(`COUNTIFS(${data.month},$A${row})`), style: 'number', format: COUNT },
    { value: formula(sumOf(`$A${row}`)), style: 'number', format: MONEY },
    { value: formula(change), style: 'number', format: RATE },
    { value: null, style: 'number' },
    {
      value: formula(lastYear >= 0 ? `C${row - index + lastYear}` : sumOf(yearEarlier(`$A${row}`))),
      style: 'number',
      format: MONEY_OR_DASH,
    },
    {
      value: formula(`IF(F${row}>0,(C${row}-F${row})/F${row},${notAvailable})`),
      style: 'number',
      format: RATE,
    },
    {
      value: formula(`ROUND(SUMIFS(${refs.amount},${listedFrom},"<="&$A${row}),2)`),
      style: 'number',
      format: MONEY,
    },
    {
      value: formula(`IF(${yearTotal}>0,C${row}/${yearTotal},${notAvailable})`),
      style: 'number',
      format: RATE,
    },
  ];
}

/** What the listed months leave of the whole table, so that no row is missed unseen, and the whole. */
function addSums(page: Page, context: SummaryContext, refs: Readonly<Record<Column, string>>): void {
  const { t } = context;
  const count = `COUNT(${dataColumn(context, 'month')})`;
  const amount = `SUM(${dataColumn(context, 'amount')})`;
  const blanks = (style: 'number' | 'total'): StyledCell[] =>
    Array.from({ length: 6 }, () => ({ value: null, style }));
  page.cells(page.row, 0, [
    { value: t.monthTable.other, style: 'label' },
    { value: formula(`${count}-SUM(${refs.count})`), style: 'number', format: '#,##0;-#,##0;"—"' },
    { value: formula(`ROUND(${amount}-SUM(${refs.amount}),2)`), style: 'number', format: MONEY_OR_DASH },
    ...blanks('number'),
  ]);
  page.cells(page.row + 1, 0, [
    { value: t.monthTable.total, style: 'totalLabel' },
    { value: formula(count), style: 'total', format: COUNT },
    { value: formula(`ROUND(${amount},2)`), style: 'total', format: MONEY },
    ...blanks('total'),
  ]);
  page.advance(2, 16);
}
