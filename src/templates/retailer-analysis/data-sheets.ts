import { yuanOf } from '../../domain/money';
import { periodLabel } from '../../domain/retail/periods';
import type { SheetPlan } from '../../plan/types';
import { COUNT, MONEY } from '../expressions';
import { thisRow } from '../formula';
import { ListFields, listSheet, namedField, type ListField } from '../list-sheet';
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

/** 月度数据: each retailer's last twelve months. */
export function accountsSheet(context: RetailContext): SheetPlan {
  const { t, digest } = context;
  type Row = (typeof digest.retailers)[number];
  const valueOf = (account: Account, { months, monthProfits }: Row, index: number): number => {
    if (account === 'quantity') return months.quantities[index] ?? 0;
    return yuanOf((account === 'amount' ? months.cents : monthProfits)?.[index] ?? 0);
  };
  const list = new ListFields<Row, 'retailer' | 'no' | 'weekly'>({ ...t.curveColumns, weekly: t.weekly });
  const fields = [
    list.source('retailer', 26, ({ name }) => name),
    list.source('no', 8, (_, index) => index + 1, COUNT),
    list.source('weekly', 12, ({ weekly }) => weekly, '#,##0.0'),
    ...accountsOf(context).flatMap((account) =>
      digest.months.map((month, index) =>
        namedField<Row>(
          `${account}-${periodLabel(month, 'month')}`,
          accountHeader(context, account, month),
          14,
          (row) => valueOf(account, row, index),
          account === 'quantity' ? QUANTITY : MONEY,
        ),
      ),
    ),
    list.mark(),
  ];
  return dataSheet(context, 'accounts', t.accountsNote, fields, digest.retailers, ({ key }) => key);
}

/** 品类明细: each retailer's products with their price tier. */
export function mixSheet(context: RetailContext): SheetPlan {
  const { t, digest, tables } = context;
  type Row = (typeof digest.mix)[number];
  const { mixColumns } = t;
  const price = thisRow(tables.mix, mixColumns.price);
  const list = new ListFields<Row, keyof typeof mixColumns>({ ...mixColumns, mark: t.curveColumns.mark });
  const tier = `IF(ISNUMBER(${price}),${reached(context, 'tiers', priceTiers, 'tier', price)},"")`;
  const fields = [
    list.source('retailer', 26, ({ retailer }) => retailer),
    list.source('product', 24, ({ product }) => product),
    digest.tiersStated
      ? list.source('tier', 12, ({ tier: stated }) => stated)
      : list.computed('tier', 12, tier),
    list.source('quantity', 12, ({ quantity }) => quantity, QUANTITY),
    list.source('amount', 14, ({ cents }) => yuanOf(cents), MONEY),
    list.source('price', 12, ({ price: mean }) => mean, MONEY),
    list.mark(),
  ];
  return dataSheet(context, 'mix', t.mixNote, fields, digest.mix, ({ key }) => key);
}

function dataSheet<Row>(
  { t, sheets, tables }: RetailContext,
  id: 'accounts' | 'mix',
  note: string,
  fields: readonly ListField<Row>[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): SheetPlan {
  const page = new Page(fields.length - 1, 110);
  page.line(sheets[id], 'title', 34);
  page.note(note);
  page.space();
  return listSheet({
    role: id,
    name: sheets[id],
    page,
    table: { role: id, name: tables[id] },
    fields,
    rows,
    keyOf,
    printedBefore: 'mark',
    frozenColumns: 1,
    footer: t.footer,
  });
}
