import { cellAddress } from '../../domain/address';
import type { SheetPlan } from '../../plan/types';
import { cell, COUNT_OR_DASH, DAY, formula, MONEY, RATE, shareOf } from '../expressions';
import { literal, tableColumn, thisRow } from '../formula';
import { ListFields, listSheet, namedField, type ListField } from '../list-sheet';
import { textWidth } from '../measure';
import { Page } from '../page';
import type { RetailContext } from './context';
import type { RetailTexts } from './texts';
import type { WeekRow } from './week';

type Column = keyof RetailTexts['trackingColumns'];

/** 'General' would leave a bare point behind whole numbers. */
const QUANTITY = 'General';
/** Rows that lists reach below the last one in a sheet to be filled in. */
const SPARE_ROWS = 200;
const LONGEST_PRODUCT = 40;

/** 日跟踪表: this week's orders beside the usual ones; what stands out, why, and what is done about it. */
export function trackingSheet(context: RetailContext): SheetPlan {
  const { t, digest, sheets, tables, blank } = context;
  const { week } = digest;
  const fields = fieldsOf(context);
  const page = new Page(fields.length, 150);
  page.line(t.trackingSheet, 'title', 34);
  page.line(blank ? t.trackingBlankLine : t.trackingLine({ weeks: week.weeksBefore }), 'subtitle', 16);
  page.space();
  summary(page, context);
  page.space();
  return listSheet<WeekRow, Column>({
    role: 'tracking',
    name: sheets.tracking,
    page,
    table: { role: 'tracking', name: tables.tracking },
    fields,
    rows: week.rows,
    // A row a week: what was typed about a week stays when the next one comes.
    keyOf: ({ key }) => `${week.start ?? ''}/${key}`,
    printedBefore: 'mark',
    frozenColumns: 2,
    footer: t.footer,
    spare: blank ? SPARE_ROWS : 0,
    dress: ({ area, cell: of }) => ({
      conditionalFormats: [{ area: area('flags'), formula: `=LEN(${of('flags')})>0`, style: 'alert' }],
    }),
  });
}

function of({ t, tables }: RetailContext, id: Column): string {
  return tableColumn(tables.tracking, t.trackingColumns[id]);
}

/** How many retailers stand out for what, and how many order the key products. */
function summary(page: Page, context: RetailContext): void {
  const { t, digest } = context;
  const flags = of(context, 'flags');
  const all = `SUMPRODUCT(--(${of(context, 'retailer')}<>""))`;
  const lines: readonly (readonly [string, string])[] = [
    ...(['not-ordered', 'up', 'down', 'short-balance'] as const).map(
      (flag) =>
        [t.flags[flag], `SUMPRODUCT(--ISNUMBER(SEARCH(${literal(t.flags[flag])},${flags})))`] as const,
    ),
    ...digest.week.products.map((product, index) => {
      const header = productHeaders(context)[index] ?? product;
      const ordered = `COUNTIFS(${tableColumn(context.tables.tracking, header)},">0")`;
      return [t.ordersOf({ product: product.slice(0, LONGEST_PRODUCT) }), ordered] as const;
    }),
  ];
  page.cells(page.row, 0, [
    cell(t.trackingSummary.what, 'columnHeader'),
    cell(t.trackingSummary.retailers, 'columnHeaderNumber'),
    cell(t.trackingSummary.share, 'columnHeaderNumber'),
  ]);
  page.advance(1, 18);
  for (const [label, count] of lines) {
    const at = cellAddress({ row: page.row, column: 1 });
    page.cells(page.row, 0, [
      cell(label, 'text'),
      cell(formula(count), 'number', COUNT_OR_DASH),
      cell(formula(shareOf(at, all, `"${t.notAvailable}"`)), 'number', RATE),
    ]);
    page.advance(1, 16);
  }
}

/** Products' names as headers: none twice, none like another column's. */
function productHeaders({ t, digest }: RetailContext): string[] {
  const taken = new Set(Object.values(t.trackingColumns).map((header) => header.toLowerCase()));
  return digest.week.products.map((product) => {
    const base = t.productHeader({ product: product.slice(0, LONGEST_PRODUCT) });
    let header = base;
    for (let number = 2; taken.has(header.toLowerCase()); number++) header = `${base} ${number}`;
    taken.add(header.toLowerCase());
    return header;
  });
}

function fieldsOf(context: RetailContext): ListField<WeekRow>[] {
  const { t, digest, tables, blank } = context;
  const { week } = digest;
  const own = (id: Column): string => thisRow(tables.tracking, t.trackingColumns[id]);
  const list = new ListFields<WeekRow, Column>(t.trackingColumns);
  const persons = new Map(digest.retailers.map(({ key, person }) => [key, person]));
  const change = `IF(N(${own('usual')})>0,(N(${own('current')})-${own('usual')})/${own('usual')},"")`;
  return [
    list.source('retailer', 26, ({ retailer }) => retailer),
    list.source('week', 12, () => week.start, DAY),
    list.source('person', 11, ({ key }) => persons.get(key) ?? null),
    list.computed('flags', 22, flagsExpression(context)),
    list.typed('cause', 22),
    list.typed('action', 22),
    list.typed('done', 12, DAY),
    list.source('current', 11, ({ current }) => current, QUANTITY),
    list.source('usual', 11, ({ usual }) => usual, QUANTITY),
    list.computed('change', 10, change, RATE),
    ...(digest.hasAmount || blank
      ? [list.source('usualAmount', 13, ({ usualAmount }) => usualAmount, MONEY)]
      : []),
    list.kept(week.hasBalance, 'balance', 13, ({ balance }) => balance, MONEY),
    ...productHeaders(context).map((header, index) =>
      namedField<WeekRow>(
        `product-${index + 1}`,
        header,
        // Bold, and with the arrow of the filter beside it.
        Math.max(14, Math.ceil(textWidth(header) * 1.1) + 3),
        ({ products }) => products[index] ?? 0,
        QUANTITY,
      ),
    ),
    list.mark(),
  ];
}

/** flagsOf() of src/domain. */
function flagsExpression(context: RetailContext): string {
  const { t, digest, tables, rule, blank } = context;
  const own = (id: Column): string => thisRow(tables.tracking, t.trackingColumns[id]);
  const usual = `N(${own('usual')})`;
  const difference = `ROUND(N(${own('current')})-${usual},6)`;
  const limit = `ROUND(${usual}*N(${rule('change')}),6)`;
  const flag = (id: keyof RetailTexts['flags']): string => literal(t.flagJoin + t.flags[id]);
  const order =
    `IF(N(${own('current')})<=0,${flag('not-ordered')},IF(${usual}<=0,"",` +
    `IF(${difference}>=${limit},${flag('up')},IF(${difference}<=-${limit},${flag('down')},""))))`;
  const balance =
    digest.hasAmount || blank
      ? `&IF(AND(ISNUMBER(${own('balance')}),ISNUMBER(${own('usualAmount')})),` +
        `IF(N(${own('balance')})<ROUND(N(${own('usualAmount')})*N(${rule('cover')}),6),${flag('short-balance')},""),"")`
      : '';
  return `IF(${own('retailer')}="","",MID(${order}${balance},${t.flagJoin.length + 1},100))`;
}
