import { cellAddress } from '../../domain/address';
import { periodLabel } from '../../domain/retail/periods';
import { blanks, cell, formula, MONEY_OR_DASH, RATE, shareOf } from '../expressions';
import { tableColumn } from '../formula';
import type { Page } from '../page';
import { reached, type Chosen, type RetailContext } from './context';
import { accountHeader, accountsOf, type Account } from './data-sheets';
import { retailGrades } from './rules';

/** 'General' would leave a bare point behind whole numbers. */
const QUANTITY = 'General';

/** 算账: what the chosen retailer ordered and earned each month, his part of all, his grade, and the stock he needs. */
export function addAccounts(page: Page, context: RetailContext, chosen: Chosen): void {
  const { t, digest, tables, rule } = context;
  const texts = t.accounts;
  const has = new Set<Account>(accountsOf(context));
  const numbers = tableColumn(tables.accounts, t.curveColumns.no);
  const none = `"${t.notAvailable}"`;
  page.line(t.headings.accounts, 'heading', 22);
  page.cells(page.row, 0, [
    cell(texts.month, 'columnHeader'),
    ...[t.measures.quantity, t.measures.amount, texts.profit, texts.margin].map((text) =>
      cell(text, 'columnHeaderNumber'),
    ),
    ...blanks(1, 'columnHeader'),
    cell(texts.share, 'columnHeaderNumber'),
    cell(texts.grade, 'columnHeaderNumber'),
    cell(texts.move, 'columnHeaderNumber'),
    ...blanks(1, 'columnHeaderNumber'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  digest.months.forEach((month, index) => {
    const row = first + index;
    const at = (column: number, line = row): string => cellAddress({ row: line, column });
    const column = (account: Account): string =>
      tableColumn(tables.accounts, accountHeader(context, account, month));
    const of = (account: Account): string => (has.has(account) ? chosen.of(column(account), numbers) : none);
    const profit = has.has('profit')
      ? of('profit')
      : `IF(AND(ISNUMBER(${rule('margin')}),ISNUMBER(${at(2)})),ROUND(${at(2)}*${rule('margin')},2),${none})`;
    const measured: Account = has.has('amount') ? 'amount' : 'quantity';
    const own = at(measured === 'amount' ? 2 : 1);
    const grade = (line: number): string => at(7, line);
    page.cells(row, 0, [
      cell(periodLabel(month, 'month'), 'label'),
      cell(formula(of('quantity')), 'number', QUANTITY),
      cell(formula(of('amount')), 'number', MONEY_OR_DASH),
      cell(formula(profit), 'number', MONEY_OR_DASH),
      cell(formula(`IF(AND(ISNUMBER(${at(3)}),N(${at(2)})>0),${at(3)}/${at(2)},${none})`), 'number', RATE),
      ...blanks(1, 'number'),
      cell(
        formula(`IF(ISNUMBER(${own}),${shareOf(own, `SUM(${column(measured)})`, none)},${none})`),
        'number',
        RATE,
      ),
      cell(
        formula(
          `IF(ISNUMBER(${at(1)}),${reached(context, 'grades', retailGrades, 'grade', `N(${at(1)})`)},${none})`,
        ),
        'number',
      ),
      cell(
        index === 0
          ? t.notAvailable
          : formula(moveExpression(context, grade(row - 1), grade(row), at(1, row - 1), at(1))),
        'number',
      ),
      ...blanks(1, 'number'),
    ]);
  });
  page.advance(digest.months.length, 16);
  const weekly = chosen.of(tableColumn(tables.accounts, t.weekly), numbers);
  page.cells(page.row, 0, [
    cell(texts.weekly, 'totalLabel'),
    cell(formula(weekly), 'total', '#,##0.0'),
    ...blanks(4, 'total'),
    cell(texts.stock, 'total'),
    cell(
      formula(
        `IF(ISNUMBER(${cellAddress({ row: page.row, column: 1 })}),ROUNDUP(ROUND(${cellAddress({ row: page.row, column: 1 })}*N(${rule('stock-weeks')}),6),0),${none})`,
      ),
      'total',
      QUANTITY,
    ),
    ...blanks(2, 'total'),
  ]);
  page.advance(1, 18);
  page.note(t.accountsPageNote);
}

/** 升, 降 or 平: by the quantities from which the two grades begin. */
function moveExpression(
  context: RetailContext,
  before: string,
  now: string,
  quantityBefore: string,
  quantity: string,
): string {
  const { t } = context;
  return (
    `IF(OR(NOT(ISNUMBER(${quantity})),${before}="",${now}=""),"",IF(${before}=${now},"${t.moves.same}",` +
    `IF(${quantity}>${quantityBefore},"${t.moves.up}","${t.moves.down}")))`
  );
}
