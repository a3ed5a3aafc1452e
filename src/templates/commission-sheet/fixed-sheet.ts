import { Earnings } from '../../domain/commission/earn';
import { effective } from '../../domain/commission/book';
import type { PayAmount, PersonMonth } from '../../domain/commission/pay';
import { yuanOf, type Cents } from '../../domain/money';
import type { SheetPlan } from '../../plan/types';
import { MONEY } from '../expressions';
import { fixedArea } from '../formula';
import { linesOf } from '../measure';
import { Page, type StyledCell } from '../page';
import { monthSerial } from './data-sheet';
import type { Digest } from './digest';
import type { SheetTexts } from './texts';
import { ruleText } from './wording';
import type { Working } from './working-sheet';

/** What no formula says, line by line: the rule and the rows that made each amount when the sheet was built. */

const WIDTHS = [12, 13, 12, 12, 16, 46, 44, 14, 14];
const RULE = 5;
const ROWS = 6;
const AMOUNT = 8;
/** Rows that are named in one cell. */
const MOST_PLACES = 12;

interface Line {
  readonly paid: PersonMonth;
  readonly item: PayAmount['kind'];
  readonly date: number | null;
  readonly order: string | null;
  readonly basis: Cents | null;
  readonly rule: string;
  readonly cents: Cents;
  readonly rows: readonly number[];
}

export function fixedSheet(t: SheetTexts, name: string, digest: Digest, working: Working): SheetPlan {
  const lines = digest.run.months
    .filter(({ month }) => digest.months.includes(month))
    .flatMap((paid) => linesFor(t, digest, paid, working.fixedOf(paid)));
  const page = new Page(
    WIDTHS.length,
    WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  page.line(t.fixed.sheet, 'title', 34);
  page.note(t.fixed.note);
  page.space();
  const header = page.row;
  const c = t.columns;
  page.cells(header, 0, [
    ...[c.month, c.person, t.fixed.item, c.date, c.order, t.fixed.rule, t.fixed.rows].map(
      (value): StyledCell => ({ value, style: 'columnHeader' }),
    ),
    ...[c.counted, t.fixed.amount].map((value): StyledCell => ({ value, style: 'columnHeaderNumber' })),
  ]);
  page.advance(1, 20);
  const first = page.row;
  for (const line of lines) {
    const rows = placesText(t, digest, line.rows);
    page.cells(page.row, 0, [
      { value: monthSerial(line.paid.month), style: 'text', format: t.monthFormat },
      { value: line.paid.person, style: 'text' },
      { value: c[line.item], style: 'text' },
      { value: line.date === null ? null : Math.floor(line.date), style: 'text', format: 'yyyy-mm-dd' },
      { value: line.order, style: 'text' },
      { value: line.rule, style: 'wrapped' },
      { value: rows, style: 'wrapped' },
      { value: line.basis === null ? null : yuanOf(line.basis), style: 'number', format: MONEY },
      { value: yuanOf(line.cents), style: 'number', format: MONEY },
    ]);
    const high = Math.max(linesOf(line.rule, WIDTHS[RULE] ?? 1), linesOf(rows, WIDTHS[ROWS] ?? 1));
    page.advance(1, 2 + 13 * high);
  }
  const sum = fixedArea({ row: first, column: AMOUNT, rows: lines.length, columns: 1 });
  page.cells(
    page.row,
    0,
    WIDTHS.map((_, column): StyledCell => {
      if (column === 0) return { value: t.total, style: 'totalLabel' };
      return column === AMOUNT
        ? { value: { formula: `=ROUND(SUM(${sum}),2)` }, style: 'total', format: MONEY }
        : { value: null, style: 'totalLabel' };
    }),
  );
  page.advance(1, 18);
  return {
    role: 'fixed',
    name,
    blocks: page.blocks,
    tables: [],
    charts: [],
    validations: [],
    conditionalFormats: [],
    widths: WIDTHS,
    heights: page.heights,
    gridlines: false,
    frozenRows: first,
    print: {
      orientation: 'landscape',
      area: { row: 0, column: 0, rows: page.row, columns: WIDTHS.length },
      titleRows: [header, header],
      footer: t.footer,
    },
  };
}

function linesFor(
  t: SheetTexts,
  { book }: Digest,
  paid: PersonMonth,
  fixed: ReadonlySet<PayAmount['kind']>,
): Line[] {
  const view = book.view(paid.person, paid.month);
  const bySale =
    fixed.has('commission') && view ? new Earnings(book).contributions(view) : new Map<never, Cents>();
  const ofSales = [...bySale].map(([counted, cents]): Line => {
    const { line } = counted.credit;
    return {
      paid,
      item: 'commission',
      date: line.date,
      order: line.order,
      basis: effective(counted, paid.month),
      rule: t.fixed.partOf,
      cents,
      rows: [line.row],
    };
  });
  const apart = paid.amounts.filter(
    ({ kind }) =>
      fixed.has(kind) && (ofSales.length === 0 || (kind !== 'commission' && kind !== 'accelerator')),
  );
  const others = apart.map((amount): Line => {
    const { kind, cents, rows } = amount;
    return { paid, item: kind, date: null, order: null, basis: null, rule: ruleText(t, amount), cents, rows };
  });
  return [...ofSales, ...others];
}

function placesText(t: SheetTexts, { places }: Digest, rows: readonly number[]): string {
  const named = [...new Set(rows)].map((row) => places[row] ?? '').filter((place) => place !== '');
  const more = named.length - MOST_PLACES;
  return `${named.slice(0, MOST_PLACES).join(t.listJoin)}${more > 0 ? t.fixed.more({ rows: more }) : ''}`;
}
