import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import type { ChartPlan, PlanCell } from '../../plan/types';
import { cell, formula, RATE } from '../expressions';
import { tableColumn } from '../formula';
import type { Page } from '../page';
import { shareExpression } from '../shares';
import type { Chosen, RetailContext } from './context';
import type { RetailTexts } from './texts';

const MOST_PRODUCTS = 8;
const RIGHT = 6;
const CHART_ROWS = 14;
const HALF = 5;
/** '#,##0.##' would leave a bare point behind whole numbers. */
const QUANTITY_OR_DASH = 'General;-General;"—"';

interface MixTable {
  readonly names: Area;
  readonly shares: Area;
  readonly end: number;
}

/** 品牌结构, 档次结构: shares of the chosen retailer's products and price tiers, each adding up to 100%. */
export function addMix(
  page: Page,
  context: RetailContext,
  chosen: Chosen,
): { readonly charts: readonly ChartPlan[] } {
  const { t } = context;
  const top = page.row;
  const products = mixTable(page, top, 0, context, chosen, 'product', productsOf(context), t.others);
  const right = mixTable(page, top, RIGHT, context, chosen, 'tier', tiersOf(context), t.notStated);
  page.row = Math.max(products.end, right.end);
  page.note(t.mixPageNote);
  const chart = (table: MixTable, title: string, column: number, columns: number): ChartPlan => ({
    kind: 'bar',
    title,
    categories: table.names,
    series: [{ name: t.mixTable.share, values: table.shares }],
    valueAxis: { title: t.mixTable.share, format: '0%' },
    area: { row: page.row, column, rows: CHART_ROWS, columns },
    altText: title,
  });
  const charts = [chart(products, t.headings.products, 0, HALF), chart(right, t.headings.tiers, RIGHT, 4)];
  page.advance(CHART_ROWS);
  page.space();
  return { charts };
}

/** The products with the largest amounts of all retailers. */
function productsOf({ digest }: RetailContext): string[] {
  const sums = new Map<string, { name: string; cents: number; quantity: number }>();
  for (const { product, cents, quantity } of digest.mix) {
    const sum = sums.get(product.toLowerCase()) ?? { name: product, cents: 0, quantity: 0 };
    sum.cents += cents;
    sum.quantity += quantity;
    sums.set(product.toLowerCase(), sum);
  }
  return [...sums.values()]
    .sort((a, b) => b.cents - a.cents || b.quantity - a.quantity)
    .slice(0, MOST_PRODUCTS)
    .map(({ name }) => name);
}

function tiersOf({ digest }: RetailContext): string[] {
  if (!digest.tiersStated) return digest.rules.tiers.map(({ values }) => String(values['tier'] ?? ''));
  return [...new Set(digest.mix.flatMap(({ tier }) => tier ?? []))].sort(byTierName);
}

const ORDER = '一二三四五六七八九十';

/** 一类 before 二类; anything else by its text. */
function byTierName(a: string, b: string): number {
  const [x, y] = [ORDER.indexOf(a.charAt(0)), ORDER.indexOf(b.charAt(0))];
  return x >= 0 && y >= 0 ? x - y : a < b ? -1 : 1;
}

function mixTable(
  page: Page,
  top: number,
  column: number,
  context: RetailContext,
  chosen: Chosen,
  by: 'product' | 'tier',
  names: readonly string[],
  rest: string,
): MixTable {
  const { t, tables } = context;
  const of = (id: keyof RetailTexts['mixColumns']): string => tableColumn(tables.mix, t.mixColumns[id]);
  const mine = `--(${of('retailer')}=${chosen.retailer})`;
  const value = `IF(${chosen.byAmount},${of('amount')},${of('quantity')})`;
  page.cells(top, column, [cell(by === 'product' ? t.headings.products : t.headings.tiers, 'heading')]);
  const wide = column === 0 ? 2 : 1;
  page.cells(top + 1, column, [
    cell(t.mixColumns[by], 'columnHeader'),
    ...(wide === 2 ? [cell(null, 'columnHeader')] : []),
    cell(t.measures.quantity, 'columnHeaderNumber'),
    cell(t.shown, 'columnHeaderNumber'),
    cell(t.mixTable.share, 'columnHeaderNumber'),
  ]);
  const first = top + 2;
  const lines = [...names, null];
  const area = (offset: number, rows: number): Area => ({
    row: first,
    column: column + offset,
    rows,
    columns: 1,
  });
  const values = area(wide + 1, lines.length);
  lines.forEach((name, index) => {
    const row = first + index;
    const label = `$${cellAddress({ row, column })}`;
    const sum = (cells: string, place: number): PlanCell => {
      if (name !== null) return formula(`ROUND(SUMPRODUCT(${mine},--(${of(by)}=${label}),${cells}),6)`);
      const above = `${cellAddress({ row: first, column: place })}:${cellAddress({ row: row - 1, column: place })}`;
      const less = index === 0 ? '' : `-SUM(${above})`;
      return formula(`ROUND(SUMPRODUCT(${mine},${cells})${less},6)`);
    };
    page.cells(row, column, [
      cell(name ?? rest, 'text'),
      ...(wide === 2 ? [cell(null, 'text')] : []),
      cell(sum(of('quantity'), column + wide), 'number', QUANTITY_OR_DASH),
      cell(sum(value, column + wide + 1), 'number', QUANTITY_OR_DASH),
      cell(formula(shareExpression(values, row, `"${t.notAvailable}"`)), 'number', RATE),
    ]);
  });
  return { names: area(0, lines.length), shares: area(wide + 2, lines.length), end: first + lines.length };
}
