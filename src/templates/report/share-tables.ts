import type { Area, Position } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import type { PlanCell, StyleName } from '../../plan/types';
import { fixedArea, fixedCell, sentence, literal } from '../formula';
import { blanks, formula, MONEY, MONEY_OR_DASH, RATE } from '../expressions';
import type { Page, StyledCell } from '../page';
import { shareExpression } from '../shares';
import type { Breakdown } from './breakdown';
import { spanExpression, type SummaryContext } from './context';
import { ofPeriod, type PeriodTable } from './period-table';
import { sumOfName } from './sum-of-name';
import type { Dimension } from './sales';

/** Where a breakdown stands. */
export interface ShareTable {
  readonly by: Dimension;
  /** Of the listed names; without the line of the others. */
  readonly names: Area;
  readonly amounts: Area;
  readonly shares: Area;
  readonly cumulativeShares: Area | null;
  readonly others: boolean;
}

export interface Place {
  readonly column: number;
  /** Columns that the name covers, the amount's and the share's columns follow. */
  readonly nameColumns: number;
  /** Running sums in the two columns after the share. */
  readonly cumulative: boolean;
}

/** Heading, header, a line for each name, the others and the total; returns the row after it. */
export function addShareTable(
  page: Page,
  context: SummaryContext,
  breakdown: Breakdown,
  months: PeriodTable,
  focus: string,
  place: Place,
): { readonly table: ShareTable; readonly end: number } {
  const { t } = context;
  const top = page.row;
  const { by } = breakdown;
  const heading = by === 'customer' ? t.headings.customers : t.headings.shares;
  const title = sentence(heading, {
    by: by === 'customer' ? '""' : literal(t.by[by]),
    span: spanExpression(context, focus),
  });
  page.cells(top, place.column, [{ value: formula(title), style: 'heading' }]);
  page.cells(top + 1, place.column, headerCells(context, by, place));

  const first = top + 2;
  const count = breakdown.names.length;
  const area = (column: number, rows: number): Area => ({ row: first, column, rows, columns: 1 });
  const amountColumn = place.column + place.nameColumns;
  const lines: Lines = {
    names: area(place.column, count),
    amounts: area(amountColumn, count + 1),
    total: { row: first + count + 1, column: amountColumn },
  };
  const listed = area(amountColumn, count);

  breakdown.names.forEach((name, index) => {
    const cell = cellAddress({ row: first + index, column: place.column });
    const amount = formula(`ROUND(${sumOfName(context, by, name, `$${cell}`, focus)},2)`);
    page.cells(first + index, place.column, line(context, place, name, amount, lines, first + index, 'text'));
  });
  const { others, othersAndBlank, total } = t.shareTable;
  const rest =
    count === 0 ? cellAddress(lines.total) : `ROUND(${cellAddress(lines.total)}-SUM(${fixedArea(listed)}),2)`;
  page.cells(
    first + count,
    place.column,
    line(
      context,
      place,
      breakdown.blanks ? othersAndBlank : others,
      formula(rest),
      lines,
      first + count,
      'text',
    ),
  );
  const whole = formula(`IFERROR(${ofPeriod(months, 'yearToDate', focus)},0)`);
  page.cells(first + count + 1, place.column, totalCells(context, place, total, whole, lines));
  return {
    table: {
      by,
      names: lines.names,
      amounts: listed,
      shares: area(amountColumn + 1, count),
      cumulativeShares: place.cumulative ? area(amountColumn + 3, count) : null,
      others: breakdown.others || breakdown.blanks,
    },
    end: first + count + 2,
  };
}

/** The lines that make up 100%. */
interface Lines {
  readonly names: Area;
  /** With the others' line. */
  readonly amounts: Area;
  readonly total: Position;
}

function headerCells({ t }: SummaryContext, by: Dimension, place: Place): StyledCell[] {
  const texts = t.shareTable;
  const number = (value: string): StyledCell => ({ value, style: 'columnHeaderNumber' });
  return [
    { value: t.columns[by], style: 'columnHeader' },
    ...blanks(place.nameColumns - 1, 'columnHeader'),
    number(texts.amount),
    number(texts.share),
    ...(place.cumulative ? [number(texts.cumulative), number(texts.cumulativeShare)] : []),
  ];
}

function line(
  { t }: SummaryContext,
  place: Place,
  name: string,
  amount: PlanCell,
  lines: Lines,
  row: number,
  style: StyleName,
): StyledCell[] {
  const amountColumn = place.column + place.nameColumns;
  const running = (column: number): string =>
    `${fixedCell({ row: lines.amounts.row, column })}:${cellAddress({ row, column })}`;
  const share = cellAddress({ row, column: amountColumn + 1 });
  return [
    { value: name, style },
    ...blanks(place.nameColumns - 1, style),
    { value: amount, style: 'number', format: MONEY_OR_DASH },
    {
      value: formula(shareExpression(lines.amounts, row, `"${t.notAvailable}"`, fixedCell(lines.total))),
      style: 'number',
      format: RATE,
    },
    ...(place.cumulative
      ? ([
          { value: formula(`ROUND(SUM(${running(amountColumn)}),2)`), style: 'number', format: MONEY },
          {
            value: formula(`IF(ISNUMBER(${share}),SUM(${running(amountColumn + 1)}),"${t.notAvailable}")`),
            style: 'number',
            format: RATE,
          },
        ] as const)
      : []),
  ];
}

function totalCells(
  { t }: SummaryContext,
  place: Place,
  label: string,
  amount: PlanCell,
  lines: Lines,
): StyledCell[] {
  const shares = fixedArea({ ...lines.amounts, column: lines.amounts.column + 1 });
  return [
    { value: label, style: 'totalLabel' },
    ...blanks(place.nameColumns - 1, 'totalLabel'),
    { value: amount, style: 'total', format: MONEY },
    {
      value: formula(`IF(${fixedCell(lines.total)}>0,SUM(${shares}),"${t.notAvailable}")`),
      style: 'total',
      format: RATE,
    },
    ...(place.cumulative ? blanks(2, 'total') : []),
  ];
}
