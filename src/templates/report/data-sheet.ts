import { yuanOf } from '../../domain/money';
import type { ConditionalFormat, PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { cellAddress, columnLetter } from '../../domain/address';
import { thisRow } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import type { SummaryContext } from './context';
import { MONEY } from './context';
import { DIMENSIONS, type Dimension, type Sale } from './sales';

interface DataColumn {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (sale: Sale) => PlanCell;
}

/** Which of the optional columns the source fills. */
export interface DataColumns {
  readonly orderId: boolean;
  readonly quantity: boolean;
  readonly by: Readonly<Record<Dimension, boolean>>;
}

const HEADER_ROW = 3;

/** The clean table of the rows that count, on a sheet of its own. */
export function dataSheet(
  context: SummaryContext,
  names: { readonly sheet: string; readonly report: string; readonly source: string },
  has: DataColumns,
  sales: readonly Sale[],
): SheetPlan {
  const { t, noun } = context;
  const columns = dataColumns(context, has);
  const page = new Page(
    columns.length,
    columns.reduce((sum, { width }) => sum + width, 0),
  );
  page.line(t.dataSheet[noun], 'title', 34);
  page.note(t.dataNote({ sheet: names.source, report: names.report }));
  const table: TablePlan = {
    role: 'orders',
    name: context.table,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map(({ column }) => column),
    rows: sales.map((sale) => columns.map(({ cell }) => cell(sale))),
    keys: sales.map(({ key }) => key),
  };
  return {
    role: 'data',
    name: names.sheet,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [],
    conditionalFormats: halfFilled(columns, sales.length),
    widths: fittedWidths(
      table,
      columns.map(({ width }) => width),
    ),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    gridlines: false,
    print: {
      orientation: columns.length > 8 ? 'landscape' : 'portrait',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: printedColumns(columns.findIndex(({ column }) => column.entry === 'mark')),
      footer: t.footer,
    },
  };
}

function dataColumns({ t, table, calendar }: SummaryContext, has: DataColumns): DataColumn[] {
  const text = (id: Dimension | 'orderId', width: number, cell: DataColumn['cell']): DataColumn => ({
    column: { id, header: t.columns[id], style: 'text', entry: 'source' },
    width,
    cell,
  });
  const widths: Record<Dimension, number> = { customer: 32, person: 12, product: 22, category: 14 };
  const day = thisRow(table, t.columns.date);
  const all: (DataColumn | null)[] = [
    {
      column: { id: 'date', header: t.columns.date, format: 'yyyy-mm-dd', style: 'text', entry: 'source' },
      width: 12,
      cell: ({ date }) => date,
    },
    {
      column: {
        id: 'month',
        header: t.columns.month,
        format: t.monthFormat,
        style: 'text',
        formula: `=IF(ISNUMBER(${day}),${calendar.formulas.ofDay(day)},"")`,
        entry: 'computed',
      },
      width: 12,
      cell: () => null,
    },
    has.orderId ? text('orderId', 16, ({ orderId }) => orderId) : null,
    ...DIMENSIONS.map((by) => (has.by[by] ? text(by, widths[by], (sale) => sale.by[by]) : null)),
    has.quantity
      ? {
          column: {
            id: 'quantity',
            header: t.columns.quantity,
            // General: '#,##0.###' would write 5 as '5.' in Excel.
            format: 'General',
            style: 'number',
            entry: 'source',
          },
          width: 10,
          cell: ({ quantity }) => quantity,
        }
      : null,
    {
      column: { id: 'amount', header: t.columns.amount, format: MONEY, style: 'number', entry: 'source' },
      width: 15,
      cell: ({ cents }) => yuanOf(cents),
    },
    {
      column: { id: 'origin', header: t.columns.origin, style: 'key', entry: 'origin' },
      width: 16,
      cell: ({ at }) => `${at.sheet}!${cellAddress(at)}`,
    },
    {
      column: { id: 'mark', header: t.columns.mark, style: 'key', entry: 'mark' },
      width: 14,
      cell: () => null,
    },
  ];
  return all.filter((column) => column !== null);
}

/** A row with an amount and no date, or the other way round, does not count: it shows. */
function halfFilled(columns: readonly DataColumn[], rows: number): ConditionalFormat[] {
  const place = (id: string): number => columns.findIndex(({ column }) => column.id === id);
  const cell = (column: number): string => `$${columnLetter(column)}${HEADER_ROW + 2}`;
  const alert = (checked: number, other: number): ConditionalFormat => ({
    area: { row: HEADER_ROW + 1, column: checked, rows: Math.max(rows, 1), columns: 1 },
    formula: `=AND(ISNUMBER(${cell(other)}),NOT(ISNUMBER(${cell(checked)})))`,
    style: 'alert',
  });
  return [alert(place('date'), place('amount')), alert(place('amount'), place('date'))];
}
