import { yuanOf } from '../../domain/money';
import { periodLabel } from '../../domain/retail/periods';
import type { SheetPlan } from '../../plan/types';
import { COUNT, MONEY } from '../expressions';
import { thisRow } from '../formula';
import { ListFields, listSheet, type ListField } from '../list-sheet';
import { Page } from '../page';
import { reached, type RetailContext } from './context';
import { priceTiers } from './rules';

/** Sheets that the report looks things up in: the months of each retailer, the products of each retailer. */

/** 'General' would leave a bare point behind whole numbers. */
const QUANTITY = 'General';

export type Account = 'quantity' | 'amount' | 'profit';

/** The header of a month's column in the accounts. */
export function accountHeader({ t }: RetailContext, account: Account, month: number): string {
  return `${periodLabel(month, 'month')} ${t.accountNames[account]}`;
}

export function accountsOf({ digest }: RetailContext): Account[] {
  return [
    ...(digest.hasQuantity ? (['quantity'] as const) : []),
    ...(digest.hasAmount ? (['amount'] as const) : []),
    ...(digest.hasProfit ? (['profit'] as const) : []),
  ];
}

function field<Row>(
  id: string,
  header: string,
  width: number,
  cell: ListField<Row>['cell'],
  format?: string,
): ListField<Row> {
  const style = format === undefined ? 'text' : 'number';
  return { column: { id, header, format, style, entry: 'source' }, width, cell };
}

/** 月度数据: each retailer's last twelve months. */
export function accountsSheet(context: RetailContext): SheetPlan {
  const { t, digest } = context;
  type Row = (typeof digest.retailers)[number];
  const valueOf = (account: Account, { months, monthProfits }: Row, index: number): number => {
    if (account === 'quantity') return months.quantities[index] ?? 0;
    return yuanOf((account === 'amount' ? months.cents : monthProfits)?.[index] ?? 0);
  };
  const columns: ListField<Row>[] = [
    field('retailer', t.curveColumns.retailer, 26, ({ name }) => name),
    field('no', t.curveColumns.no, 8, (_, index) => index + 1, COUNT),
    field('weekly', t.weekly, 12, ({ weekly }) => weekly, '#,##0.0'),
    ...accountsOf(context).flatMap((account) =>
      digest.months.map((month, index) =>
        field<Row>(
          `${account}-${periodLabel(month, 'month')}`,
          accountHeader(context, account, month),
          14,
          (row) => valueOf(account, row, index),
          account === 'quantity' ? QUANTITY : MONEY,
        ),
      ),
    ),
  ];
  return dataSheet(context, 'accounts', t.accountsNote, columns, digest.retailers, ({ key }) => key);
}

/** 品类明细: each retailer's products with their price tier. */
export function mixSheet(context: RetailContext): SheetPlan {
  const { t, digest, tables } = context;
  type Row = (typeof digest.mix)[number];
  const { mixColumns } = t;
  const price = thisRow(tables.mix, mixColumns.price);
  const tier: ListField<Row> = digest.tiersStated
    ? field('tier', mixColumns.tier, 12, ({ tier: stated }) => stated)
    : {
        column: {
          id: 'tier',
          header: mixColumns.tier,
          style: 'text',
          formula: `=IF(ISNUMBER(${price}),${reached(context, 'tiers', priceTiers, 'tier', price)},"")`,
          entry: 'computed',
        },
        width: 12,
        cell: () => null,
      };
  const columns: ListField<Row>[] = [
    field('retailer', mixColumns.retailer, 26, ({ retailer }) => retailer),
    field('product', mixColumns.product, 24, ({ product }) => product),
    tier,
    field('quantity', mixColumns.quantity, 12, ({ quantity }) => quantity, QUANTITY),
    field('amount', mixColumns.amount, 14, ({ cents }) => yuanOf(cents), MONEY),
    field('price', mixColumns.price, 12, ({ price: mean }) => mean, MONEY),
  ];
  return dataSheet(context, 'mix', t.mixNote, columns, digest.mix, ({ key }) => key);
}

function dataSheet<Row>(
  { t, sheets, tables }: RetailContext,
  id: 'accounts' | 'mix',
  note: string,
  fields: readonly ListField<Row>[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): SheetPlan {
  const page = new Page(fields.length, 110);
  page.line(sheets[id], 'title', 34);
  page.note(note);
  page.space();
  return listSheet({
    role: id,
    name: sheets[id],
    page,
    table: { role: id, name: tables[id] },
    fields: [...fields, new ListFields<Row, never>({ mark: t.curveColumns.mark }).mark()],
    rows,
    keyOf,
    printedBefore: 'mark',
    frozenColumns: 1,
    footer: t.footer,
  });
}
