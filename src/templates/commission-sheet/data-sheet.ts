import { monthNumberStart } from '../../domain/dates';
import { yuanOf } from '../../domain/money';
import type { PlanCell, SheetPlan, TableColumn } from '../../plan/types';
import { thisRow } from '../formula';
import { Page, printedColumns } from '../page';
import type { Counted } from './counted';
import type { SheetTexts } from './texts';

/** The rows that count, one by one, as a table that rows can be typed into. */

const HEADER_ROW = 3;
/** Columns that only extras for products look at. */
const EXTRAS = ['soldOn', 'pieces', 'units'];
/** Columns of rows that several people share. */
const SHARED = ['share', 'credited'];

interface DataColumn {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (counted: Counted) => PlanCell;
}

export interface DataNames {
  readonly sheet: string;
  readonly table: string;
  readonly source: string;
  readonly report: string;
  /** The plan pays extras for products: their columns stand there too. */
  readonly extras: boolean;
}

export function dataSheet(t: SheetTexts, names: DataNames, counted: readonly Counted[]): SheetPlan {
  const isShared = names.extras || counted.some(({ share }) => share !== 1);
  const shows = (id: string): boolean =>
    EXTRAS.includes(id) ? names.extras : SHARED.includes(id) ? isShared : true;
  const columns = columnsOf(t, names.table).filter(({ column }) => shows(column.id ?? ''));
  const page = new Page(
    columns.length,
    columns.reduce((sum, { width }) => sum + width, 0),
  );
  page.line(t.data, 'title', 34);
  page.note(t.dataNote({ sheet: names.source, report: names.report }));
  const keys = new Map<string, number>();
  const keyOf = ({ line, person }: Counted): string => {
    const stem = `${line.order ?? line.row}/${person}`;
    const copy = (keys.get(stem) ?? 0) + 1;
    keys.set(stem, copy);
    return copy === 1 ? stem : `${stem}#${copy}`;
  };
  return {
    role: 'data',
    name: names.sheet,
    blocks: page.blocks,
    tables: [
      {
        role: 'pay-rows',
        name: names.table,
        at: { row: HEADER_ROW, column: 0 },
        columns: columns.map(({ column }) => column),
        rows: counted.map((one) => columns.map(({ cell }) => cell(one))),
        keys: counted.map(keyOf),
      },
    ],
    charts: [],
    validations: [],
    conditionalFormats: [],
    widths: columns.map(({ width }) => width),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: printedColumns(columns.findIndex(({ column }) => column.entry === 'mark')),
      footer: t.footer,
    },
  };
}

function columnsOf(t: SheetTexts, table: string): DataColumn[] {
  const day = thisRow(table, t.columns.date);
  const text = (
    id: 'person' | 'team' | 'order' | 'customer' | 'product',
    width: number,
    cell: DataColumn['cell'],
  ): DataColumn => ({ column: { id, header: t.columns[id], style: 'text', entry: 'source' }, width, cell });
  const figure = (
    id: 'amount' | 'share' | 'credited' | 'soldOn' | 'pieces' | 'units',
    width: number,
    format: string,
    cell: DataColumn['cell'],
  ): DataColumn => ({
    column: { id, header: t.columns[id], format, style: 'number', entry: 'source' },
    width,
    cell,
  });
  const amount = (id: 'amount' | 'credited', cell: DataColumn['cell']): DataColumn =>
    figure(id, 14, '#,##0.00', cell);
  return [
    {
      column: { id: 'date', header: t.columns.date, format: 'yyyy-mm-dd', style: 'text', entry: 'source' },
      width: 12,
      cell: ({ line }) => Math.floor(line.date),
    },
    {
      column: {
        id: 'month',
        header: t.columns.month,
        format: t.monthFormat,
        style: 'text',
        formula: `=IF(ISNUMBER(${day}),DATE(YEAR(${day}),MONTH(${day}),1),"")`,
        entry: 'computed',
      },
      width: 12,
      cell: () => null,
    },
    text('person', 14, ({ person }) => person),
    text('team', 12, ({ team }) => team),
    // A row without a number of its own is known by its place, which the last column says.
    text('order', 16, ({ line, place }) => (line.order === place ? null : line.order)),
    text('customer', 28, ({ customer }) => customer),
    text('product', 20, ({ product }) => product),
    amount('amount', ({ line }) => yuanOf(line.amount)),
    figure('share', 9, '0.##%', ({ share }) => share),
    amount('credited', ({ credited }) => yuanOf(credited)),
    {
      column: { id: 'kind', header: t.columns.kind, style: 'text', entry: 'source' },
      width: 16,
      cell: ({ kind }) => t.kinds[kind],
    },
    {
      column: {
        id: 'counted',
        header: t.columns.counted,
        format: '#,##0.00',
        style: 'number',
        entry: 'source',
      },
      width: 15,
      cell: ({ cents }) => yuanOf(cents),
    },
    figure('soldOn', 12, 'yyyy-mm-dd', ({ soldOn }) => soldOn),
    figure('pieces', 9, '0.####', ({ pieces }) => pieces),
    figure('units', 9, '0.####', ({ units }) => units),
    {
      column: { id: 'origin', header: t.columns.origin, style: 'key', entry: 'origin' },
      width: 18,
      cell: ({ place }) => place,
    },
    { column: { id: 'mark', header: t.mark, style: 'key', entry: 'mark' }, width: 14, cell: () => null },
  ];
}

/** The serial that a month's rows have. */
export function monthSerial(month: number): number {
  return monthNumberStart(month);
}
