import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import { periodLabel } from '../../domain/retail/periods';
import type { ConditionalFormat } from '../../plan/types';
import { blanks, cell, COUNT, formula, MONEY, RATE } from '../expressions';
import { tableColumn } from '../formula';
import type { Page } from '../page';
import { curveColumn, type CurveColumn, type Chosen, type Measure, type RetailContext } from './context';

/** Label and figure, twice. */
export const FIGURE_ROWS = 4;
const CARDS_FROM = [0, 2, 4, 6, 8];
const CARD_COLUMNS = 2;
/** 'General' would leave a bare point behind whole numbers. */
const NUMBER = 'General';

/** A figure of the chosen retailer's curve, of the measure that is looked at. */
export function curveFigure(context: RetailContext, chosen: Chosen, id: CurveColumn): string {
  const of = (measure: Measure): string =>
    chosen.of(curveColumn(context, measure, id), curveColumn(context, measure, 'no'));
  const [first = 'quantity', second] = context.measures;
  return second === undefined ? of(first) : `IF(${chosen.byAmount},${of('amount')},${of('quantity')})`;
}

/** S1, S2, S3, their gaps; crossings, periods above and below, variation, advice. */
export function addFigures(page: Page, row: number, context: RetailContext, chosen: Chosen): void {
  const { t } = context;
  const figures: readonly (readonly [CurveColumn, string | undefined])[] = [
    ['s1', NUMBER],
    ['s2', '#,##0.00'],
    ['s3', NUMBER],
    ['aboveGap', '#,##0.00'],
    ['belowGap', '#,##0.00'],
    ['crossings', COUNT],
    ['above', COUNT],
    ['below', COUNT],
    ['variation', RATE],
    ['advice', undefined],
  ];
  figures.forEach(([id, format], index) => {
    const line = row + 2 * Math.floor(index / CARDS_FROM.length);
    const at = CARDS_FROM[index % CARDS_FROM.length] ?? 0;
    page.merged(line, at, CARD_COLUMNS, cell(t.figures[id as keyof typeof t.figures] ?? '', 'figureLabel'));
    page.merged(
      line + 1,
      at,
      CARD_COLUMNS,
      cell(formula(curveFigure(context, chosen, id)), id === 'advice' ? 'label' : 'figure', format),
    );
  });
  for (let i = 0; i < FIGURE_ROWS; i += 2) {
    page.heights[row + i] = 18;
    page.heights[row + i + 1] = 24;
  }
}

export interface PeriodTable {
  readonly labels: Area;
  readonly quantities: Area;
  readonly amounts: Area;
  readonly shown: Area;
  readonly s1: Area;
  readonly s2: Area;
  readonly s3: Area;
  readonly conditionalFormats: readonly ConditionalFormat[];
}

/** A line a period: volume, amount, price; what the chart shows, beside S1, S2 and S3. */
export function addPeriodTable(page: Page, context: RetailContext, chosen: Chosen): PeriodTable {
  const { t, digest, tables, measures } = context;
  page.line(t.headings.periods, 'heading', 22);
  page.cells(page.row, 0, [
    cell(t.periods[digest.unit], 'columnHeader'),
    cell(t.measures.quantity, 'columnHeaderNumber'),
    cell(t.measures.amount, 'columnHeaderNumber'),
    cell(t.price, 'columnHeaderNumber'),
    cell(t.side, 'columnHeaderNumber'),
    ...blanks(1, 'columnHeader'),
    cell(t.shown, 'columnHeaderNumber'),
    ...['S1', 'S2', 'S3'].map((text) => cell(text, 'columnHeaderNumber')),
  ]);
  page.advance(1, 18);
  const first = page.row;
  const figure = (id: CurveColumn): string => curveFigure(context, chosen, id);
  digest.periods.forEach((start, index) => {
    const row = first + index;
    const label = periodLabel(start, digest.unit);
    const at = (column: number): string => cellAddress({ row, column });
    const of = (measure: Measure): string =>
      measures.includes(measure)
        ? chosen.of(tableColumn(tables[measure], label), curveColumn(context, measure, 'no'))
        : `"${t.notAvailable}"`;
    const [quantity, amount, shown, mean] = [at(1), at(2), at(6), at(8)];
    // The first line looks the three figures up, the others repeat it.
    const line = (id: CurveColumn, column: number): string =>
      index === 0 ? figure(id) : cellAddress({ row: first, column });
    page.cells(row, 0, [
      cell(label, 'label'),
      cell(formula(of('quantity')), 'number', NUMBER),
      cell(formula(of('amount')), 'number', MONEY),
      cell(
        formula(`IF(AND(N(${quantity})>0,ISNUMBER(${amount})),${amount}/${quantity},"${t.notAvailable}")`),
        'number',
        MONEY,
      ),
      cell(
        formula(
          `IF(AND(ISNUMBER(${shown}),ISNUMBER(${mean})),IF(ROUND(${shown}-${mean},6)>0,"${t.above}",IF(ROUND(${shown}-${mean},6)<0,"${t.below}","=")),"")`,
        ),
        'number',
      ),
      ...blanks(1, 'number'),
      cell(formula(`IF(${chosen.byAmount},${amount},${quantity})`), 'number', NUMBER),
      cell(formula(line('s1', 7)), 'number', NUMBER),
      cell(formula(line('s2', 8)), 'number', '#,##0.00'),
      cell(formula(line('s3', 9)), 'number', NUMBER),
    ]);
  });
  page.advance(digest.periods.length, 16);
  const area = (column: number): Area => ({
    row: first,
    column,
    rows: Math.max(1, digest.periods.length),
    columns: 1,
  });
  return {
    labels: area(0),
    quantities: area(1),
    amounts: area(2),
    shown: area(6),
    s1: area(7),
    s2: area(8),
    s3: area(9),
    conditionalFormats: [
      { area: area(4), formula: `=$E${first + 1}="${t.below}"`, style: 'negative' },
      { area: area(4), formula: `=$E${first + 1}="${t.above}"`, style: 'positive' },
    ],
  };
}
