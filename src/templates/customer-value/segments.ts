import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import type { PlanCell } from '../../plan/types';
import { cell, COUNT_OR_DASH, formula, MONEY_OR_DASH, RATE } from '../expressions';
import type { Page } from '../page';
import { shareExpression } from '../shares';
import { column, type ColumnId, type ValueContext } from './context';

export interface SegmentTable {
  readonly names: Area;
  readonly counts: Area;
  readonly amounts: Area;
  readonly shares: Area;
  readonly end: number;
}

export interface Segment {
  readonly label: PlanCell;
  /** What the column says in this segment; null for whatever the segments above leave. */
  readonly value: string | null;
}

/** Heading and a line a segment: how many customers, how much money, which share; they add up to all. */
export function addSegments(
  page: Page,
  context: ValueContext,
  place: { readonly row: number; readonly column: number },
  heading: string,
  by: ColumnId,
  segments: readonly Segment[],
): SegmentTable {
  const { t } = context;
  page.cells(place.row, place.column, [cell(heading, 'heading')]);
  page.cells(place.row + 1, place.column, [
    cell(t.columns[by], 'columnHeader'),
    cell(t.segments.customers, 'columnHeaderNumber'),
    cell(t.columns.amount, 'columnHeaderNumber'),
    cell(t.columns.share, 'columnHeaderNumber'),
  ]);
  const first = place.row + 2;
  const area = (offset: number): Area => ({
    row: first,
    column: place.column + offset,
    rows: segments.length,
    columns: 1,
  });
  segments.forEach(({ label, value }, index) => {
    const row = first + index;
    const name = `$${cellAddress({ row, column: place.column })}`;
    page.cells(row, place.column, [
      cell(label, 'text'),
      cell(formula(countExpression(context, by, value, name, area(1), index)), 'number', COUNT_OR_DASH),
      cell(formula(amountExpression(context, by, value, name, area(2), index)), 'number', MONEY_OR_DASH),
      cell(formula(shareExpression(area(2), row, `"${t.notAvailable}"`)), 'number', RATE),
    ]);
  });
  return {
    names: area(0),
    counts: area(1),
    amounts: area(2),
    shares: area(3),
    end: first + segments.length,
  };
}

/** Compared as texts, cell by cell: COUNTIFS would read "*", ">5" or "007" as something else. */
function countExpression(
  context: ValueContext,
  by: ColumnId,
  value: string | null,
  name: string,
  above: Area,
  index: number,
): string {
  if (value !== null) return `SUMPRODUCT(--(${column(context, by)}=${name}))`;
  return `COUNT(${column(context, 'rank')})${lessAbove(above, index)}`;
}

function amountExpression(
  context: ValueContext,
  by: ColumnId,
  value: string | null,
  name: string,
  above: Area,
  index: number,
): string {
  const amount = column(context, 'amount');
  if (value !== null) return `ROUND(SUMPRODUCT(--(${column(context, by)}=${name}),${amount}),2)`;
  return `ROUND(SUM(${amount})${lessAbove(above, index)},2)`;
}

function lessAbove(area: Area, index: number): string {
  if (index === 0) return '';
  const last = cellAddress({ row: area.row + index - 1, column: area.column });
  return `-SUM(${cellAddress(area)}:${last})`;
}
