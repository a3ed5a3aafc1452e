import { cellAddress, type Area } from '../../domain/address';
import type { PlanCell } from '../../plan/types';
import { formula, RATE } from '../expressions';
import { fixedArea, fixedCell, sentence, tableColumn } from '../formula';
import type { Page, StyledCell } from '../page';
import { indicatorHeader } from './basis-sheet';
import { periodExpression, type SummaryContext } from './context';
import type { PeriodTable } from './period-table';
import type { Indicator, Indicators } from './read-indicators';

/** What can stand in the table, each from the columns of the basis table that it needs. */
export const MEASURES = ['closing', 'netAdds', 'arpu', 'visits', 'coverage', 'opened', 'late'] as const;
export type Measure = (typeof MEASURES)[number];

/** The focus's cells, by measure. */
export type MeasureCells = Partial<Readonly<Record<Measure, string>>>;

/** Columns of the page that are as wide as a number; the gap is left out. */
const SLOTS = [1, 2, 3, 5, 6, 7, 8];

export const MEASURE_FORMATS: Readonly<Record<Measure, string>> = {
  closing: '#,##0',
  netAdds: '+#,##0;-#,##0;0',
  arpu: '#,##0.00',
  visits: '#,##0',
  coverage: RATE,
  opened: '#,##0',
  late: '#,##0',
};

export function measuresOf({ columns }: Indicators): Measure[] {
  const has = (...wanted: Indicator[]): boolean => wanted.every((indicator) => columns.includes(indicator));
  const available: Readonly<Record<Measure, boolean>> = {
    closing: has('closing'),
    netAdds: has('opening', 'closing'),
    arpu: has('closing') || has('opening'),
    visits: has('visits'),
    coverage: has('visited', 'customers'),
    opened: has('opened'),
    late: has('opened', 'late'),
  };
  return MEASURES.filter((measure) => available[measure]);
}

/** A row a listed period; returns the expressions of the focus's figures. */
export function addIndicators(
  page: Page,
  context: SummaryContext,
  periods: PeriodTable,
  indicators: Indicators,
  focus: string,
): MeasureCells {
  const { t, span } = context;
  const measures = measuresOf(indicators);
  page.line(t.headings.indicators, 'heading', 22);
  const header: StyledCell[] = [{ value: t.columns.month, style: 'columnHeader' }, ...blanks('columnHeader')];
  measures.forEach((measure, index) => {
    header[SLOTS[index] ?? 0] = { value: t.indicators[measure], style: 'columnHeaderNumber' };
  });
  page.cells(page.row, 0, header);
  page.advance(1, 18);
  const first = page.row;
  const start = span.listed.findIndex((period) => hasSome(indicators, period));
  const listed = span.listed.slice(start);
  listed.forEach((_, line) => {
    const row = first + line;
    const index = start + line;
    const period = `$A${row + 1}`;
    const cells: StyledCell[] = [
      {
        value: formula(cellAddress({ row: periods.areas.month.row + index, column: 0 })),
        style: 'label',
        format: t.monthFormat,
      },
      ...blanks('number'),
    ];
    measures.forEach((measure, slot) => {
      cells[SLOTS[slot] ?? 0] = {
        value: measureCell(context, indicators, measure, period, periods, index),
        style: 'number',
        format: MEASURE_FORMATS[measure],
      };
    });
    page.cells(row, 0, cells);
  });
  page.advance(listed.length, 16);
  page.note(t.indicators.note({ days: indicators.openingDays }));
  const column = (slot: number): Area => ({ row: first, column: slot, rows: listed.length, columns: 1 });
  const place = `MATCH(${focus},${fixedArea(column(0))},0)`;
  return Object.fromEntries(
    measures.map((measure, index) => [measure, `INDEX(${fixedArea(column(SLOTS[index] ?? 0))},${place})`]),
  );
}

/** What other sheets say often begins later than the amounts: no rows of blanks before. */
function hasSome({ values }: Indicators, period: number): boolean {
  return Object.keys(values.get(period) ?? {}).length > 0;
}

function blanks(style: 'columnHeader' | 'number'): StyledCell[] {
  return Array.from({ length: 8 }, () => ({ value: null, style }));
}

function measureCell(
  context: SummaryContext,
  { columns }: Indicators,
  measure: Measure,
  period: string,
  periods: PeriodTable,
  index: number,
): PlanCell {
  const { t, tables, calendar } = context;
  const of = (indicator: Indicator): string =>
    `SUMIFS(${tableColumn(tables.indicators, indicatorHeader(context, indicator))},` +
    `${tableColumn(tables.indicators, t.columns.month)},${period})`;
  const none = `"${t.notAvailable}"`;
  const known = (indicator: Indicator, expression: string): string =>
    `IF(COUNTIFS(${tableColumn(tables.indicators, t.columns.month)},${period},` +
    `${tableColumn(tables.indicators, indicatorHeader(context, indicator))},">=0")>0,${expression},${none})`;
  const amount = fixedCell({ row: periods.areas.amount.row + index, column: periods.areas.amount.column });
  const average = columns.includes('opening')
    ? columns.includes('closing')
      ? `((${of('opening')}+${of('closing')})/2)`
      : of('opening')
    : of('closing');
  const given = (indicator: Indicator, expression: string): string =>
    `IF(${of(indicator)}>0,${expression},${none})`;
  switch (measure) {
    case 'closing':
      return formula(given('closing', of('closing')));
    case 'netAdds':
      return formula(
        `IF(AND(${of('opening')}>0,${of('closing')}>0),${of('closing')}-${of('opening')},${none})`,
      );
    case 'arpu':
      return formula(`IF(${average}>0,ROUND(${amount}/${average}/${calendar.months},2),${none})`);
    case 'coverage':
      return formula(`IF(${of('customers')}>0,${of('visited')}/${of('customers')},${none})`);
    case 'visits':
    case 'opened':
    case 'late':
      return formula(known(measure, of(measure)));
  }
}

/** Subscribers, visits and openings of the focus, each only where the workbook has it. */
export function indicatorSentences(context: SummaryContext, cells: MeasureCells, focus: string): string {
  const { t } = context;
  const texts = t.prose.indicators;
  const clauses: string[] = [];
  const number = (expression: string, format = '#,##0'): string => `TEXT(${expression},"${format}")`;
  const add = (text: string, expression: string, said: string): void => {
    clauses.push(`IF(ISNUMBER(${expression}),${sentence(texts.join + text, { n: said })},"")`);
  };
  const { closing, netAdds, arpu, visits, coverage, opened, late } = cells;
  if (closing) add(texts.closing, closing, number(closing));
  if (netAdds) {
    const said = (text: string): string => sentence(texts.join + text, { n: number(`ABS(${netAdds})`) });
    clauses.push(
      `IF(ISNUMBER(${netAdds}),IF(${netAdds}>0,${said(texts.netAdds)},` +
        `IF(${netAdds}<0,${said(texts.netLoss)},${said(texts.netNone)})),"")`,
    );
  }
  if (arpu) add(texts.arpu, arpu, number(arpu, '#,##0.00'));
  if (visits) add(texts.visits, visits, number(visits));
  if (coverage) add(texts.coverage, coverage, number(coverage, RATE));
  if (opened) add(texts.opened, opened, number(opened));
  if (late) {
    const said = sentence(texts.join + texts.late, { n: number(late) });
    clauses.push(
      `IF(ISNUMBER(${late}),IF(${late}>0,${said},${sentence(texts.join + texts.lateNone, {})}),"")`,
    );
  }
  const start = sentence(texts.start, { month: periodExpression(context, focus) });
  return `${start}&MID(${clauses.join('&')},${texts.join.length + 1},999)&${sentence(texts.end, {})}`;
}
