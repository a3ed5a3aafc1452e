import { cellAddress } from '../../domain/address';
import { yuanOf } from '../../domain/money';
import type { ConditionalFormat, SheetPlan } from '../../plan/types';
import { DAY, MONEY } from '../expressions';
import { thisRow } from '../formula';
import { ListFields, listSheet, styled, type ListBody, type ListField } from '../list-sheet';
import { Page } from '../page';
import type { SummaryContext } from './context';
import { DIMENSIONS, type Dimension, type Sale } from './sales';

type ColumnId = keyof SummaryContext['t']['columns'];

/** Which of the optional columns the source fills. */
export interface DataColumns {
  readonly orderId: boolean;
  readonly quantity: boolean;
  readonly by: Readonly<Record<Dimension, boolean>>;
}

/** The clean table of the rows that count, on a sheet of its own. */
export function dataSheet(
  context: SummaryContext,
  names: { readonly sheet: string; readonly report: string; readonly source: string },
  has: DataColumns,
  sales: readonly Sale[],
): SheetPlan {
  const { t, noun } = context;
  const fields = fieldsOf(context, has);
  const page = new Page(
    fields.length,
    fields.reduce((sum, { width }) => sum + width, 0),
  );
  page.line(t.dataSheet[noun], 'title', 34);
  page.note(t.dataNote({ sheet: names.source, report: names.report }));
  page.advance(1);
  return listSheet<Sale, ColumnId>({
    role: 'data',
    name: names.sheet,
    page,
    table: { role: 'orders', name: context.table },
    fields,
    rows: sales,
    keyOf: ({ key }) => key,
    printedBefore: 'mark',
    orientation: fields.length > 8 ? 'landscape' : 'portrait',
    footer: t.footer,
    dress: (body) => ({ conditionalFormats: halfFilled(body) }),
  });
}

function fieldsOf({ t, table, calendar }: SummaryContext, has: DataColumns): ListField<Sale>[] {
  const list = new ListFields<Sale, ColumnId>(t.columns);
  const widths: Record<Dimension, number> = { customer: 32, person: 12, product: 22, category: 14 };
  const day = thisRow(table, t.columns.date);
  const month = `IF(ISNUMBER(${day}),${calendar.formulas.ofDay(day)},"")`;
  return [
    list.source('date', 12, ({ date }) => date, DAY),
    styled(list.computed('month', 12, month, t.monthFormat), 'text'),
    ...(has.orderId ? [list.source('orderId', 16, ({ orderId }) => orderId)] : []),
    ...DIMENSIONS.filter((by) => has.by[by]).map((by) => list.source(by, widths[by], (sale) => sale.by[by])),
    // General: '#,##0.###' would write 5 as '5.' in Excel.
    ...(has.quantity ? [list.source('quantity', 10, ({ quantity }) => quantity, 'General')] : []),
    list.source('amount', 15, ({ cents }) => yuanOf(cents), MONEY),
    list.origin('origin', 16, ({ at }) => `${at.sheet}!${cellAddress(at)}`),
    list.mark(),
  ];
}

/** A row with an amount and no date, or the other way round, does not count: it shows. */
function halfFilled({ area, cell }: ListBody<ColumnId>): ConditionalFormat[] {
  const alert = (checked: ColumnId, other: ColumnId): ConditionalFormat => ({
    area: area(checked),
    formula: `=AND(ISNUMBER(${cell(other)}),NOT(ISNUMBER(${cell(checked)})))`,
    style: 'alert',
  });
  return [alert('date', 'amount'), alert('amount', 'date')];
}
