import { monthNumberStart } from '../../domain/dates';
import { yuanOf } from '../../domain/money';
import type { SheetPlan } from '../../plan/types';
import { DAY, MONEY } from '../expressions';
import { thisRow } from '../formula';
import { ListFields, listSheet, styled, type ListField } from '../list-sheet';
import { Page } from '../page';
import type { Counted } from './counted';
import type { SheetTexts } from './texts';

/** The rows that count, one by one, as a table that rows can be typed into. */

/** Columns that only extras for products look at. */
const EXTRAS = ['soldOn', 'pieces', 'units'];
/** Columns of rows that several people share. */
const SHARED = ['share', 'credited'];

type ColumnId = keyof SheetTexts['columns'];

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
  const fields = fieldsOf(t, names.table).filter(({ column }) => shows(column.id ?? ''));
  const page = new Page(
    fields.length,
    fields.reduce((sum, { width }) => sum + width, 0),
  );
  page.line(t.data, 'title', 34);
  page.note(t.dataNote({ sheet: names.source, report: names.report }));
  page.advance(1);
  const keys = new Map<string, number>();
  return listSheet<Counted, ColumnId>({
    role: 'data',
    name: names.sheet,
    page,
    table: { role: 'pay-rows', name: names.table },
    fields,
    rows: counted,
    keyOf({ line, person }) {
      const stem = `${line.order ?? line.row}/${person}`;
      const copy = (keys.get(stem) ?? 0) + 1;
      keys.set(stem, copy);
      return copy === 1 ? stem : `${stem}#${copy}`;
    },
    printedBefore: 'mark',
    footer: t.footer,
  });
}

function fieldsOf(t: SheetTexts, table: string): ListField<Counted>[] {
  const list = new ListFields<Counted, ColumnId>({ ...t.columns, mark: t.mark });
  const day = thisRow(table, t.columns.date);
  const month = `IF(ISNUMBER(${day}),DATE(YEAR(${day}),MONTH(${day}),1),"")`;
  return [
    list.source('date', 12, ({ line }) => Math.floor(line.date), DAY),
    styled(list.computed('month', 12, month, t.monthFormat), 'text'),
    list.source('person', 14, ({ person }) => person),
    list.source('team', 12, ({ team }) => team),
    // A row without a number of its own is known by its place, which the last column says.
    list.source('order', 16, ({ line, place }) => (line.order === place ? null : line.order)),
    list.source('customer', 28, ({ customer }) => customer),
    list.source('product', 20, ({ product }) => product),
    list.source('amount', 14, ({ line }) => yuanOf(line.amount), MONEY),
    list.source('share', 9, ({ share }) => share, '0.##%'),
    list.source('credited', 14, ({ credited }) => yuanOf(credited), MONEY),
    list.source('kind', 16, ({ kind }) => t.kinds[kind]),
    list.source('counted', 15, ({ cents }) => yuanOf(cents), MONEY),
    styled(
      list.source('soldOn', 12, ({ soldOn }) => soldOn, DAY),
      'number',
    ),
    list.source('pieces', 9, ({ pieces }) => pieces, '0.####'),
    list.source('units', 9, ({ units }) => units, '0.####'),
    list.origin('origin', 18, ({ place }) => place),
    list.mark(),
  ];
}

/** The serial that a month's rows have. */
export function monthSerial(month: number): number {
  return monthNumberStart(month);
}
