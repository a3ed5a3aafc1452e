import { checkFigure, checkParts } from '../../../domain/claims';
import { auditGrowth, percentText, type AuditMethod, type GrowthAudit } from '../../../domain/growth-audit';
import { attainment, changeRate } from '../../../domain/growth';
import type { BookGrid, SheetGrid } from '../../../reading/grid';
import type { TableReading } from '../../../reading/types';
import type { Sale } from '../sales';
import { AVERAGES, parseClaims, type TextClaim } from './parse';
import { rateColumns } from './columns';
import { inYear, seriesOf, type Series } from './series';

export type Verdict = 'agrees' | 'rounding' | 'off';

/** How a computed figure came about, for the sentence. */
export type How =
  | { readonly kind: 'growth'; readonly method: AuditMethod; readonly from: number; readonly to: number }
  | { readonly kind: 'sum'; readonly from: number; readonly to: number }
  | { readonly kind: 'parts' | 'attainment' | 'total-row' };

export interface CheckedClaim {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly stated: string;
  readonly computed: string;
  readonly gap: string;
  readonly verdict: Verdict;
  /** Whom it speaks of; null: of all together. */
  readonly subject: string | null;
  readonly how: How;
}

export interface Claims {
  readonly checked: readonly CheckedClaim[];
  /** Figures stated of things that no sheet has the months of. */
  readonly unproven: number;
}

interface Sources {
  readonly tables: readonly TableReading[];
  readonly grid: BookGrid;
  readonly sales: readonly Sale[];
}

/** All that the source sheets state of sums, growth and attainment, recomputed from their own rows. */
export function checkClaims({ tables, grid, sales }: Sources): Claims {
  const series = seriesOf(sales);
  const about = tables.map(({ title, sheet }) => title + sheet).join('\n');
  const checked: CheckedClaim[] = tables.flatMap((table) => totalRows(table, sheetOf(grid, table)));
  for (const table of tables) {
    for (const claim of rateColumns(table)) {
      const of = claim.subject === null ? series[0] : series.find(({ name }) => name === claim.subject);
      const found = of && growthOf(of, claim.rate, claim.decimals, claim.what, null);
      if (found) checked.push({ ...found, sheet: table.sheet, row: claim.row, column: claim.column });
    }
  }
  let unproven = 0;
  for (const { text, ...at } of texts(grid, tables, sales)) {
    for (const claim of parseClaims(text)) {
      const found = prove(claim, series, about);
      if (found) checked.push({ ...found, ...at });
      else unproven++;
    }
  }
  return { checked, unproven };
}

function sheetOf(grid: BookGrid, table: TableReading): SheetGrid | undefined {
  return grid.sheets.find(({ name }) => name === table.sheet);
}

type Proof = Omit<CheckedClaim, 'sheet' | 'row' | 'column'>;

function prove(claim: TextClaim, series: readonly Series[], about: string): Proof | null {
  switch (claim.kind) {
    case 'parts': {
      const { stated, parts } = claim;
      const check = checkParts(
        stated.value,
        parts.map(({ value }) => value),
        stated.decimals,
      );
      return {
        stated: stated.value.toFixed(stated.decimals),
        computed: check.computed.toFixed(stated.decimals),
        gap: signed(check.gap, stated.decimals),
        verdict: check.agrees ? 'agrees' : 'off',
        subject: null,
        how: { kind: 'parts' },
      };
    }
    case 'attainment': {
      const { stated, actual, target } = claim;
      const rate = attainment(actual.value, target.value);
      if (rate === null) return null;
      const shown = percentText(rate, stated.decimals);
      const gap = stated.value - Number(shown);
      return {
        stated: `${stated.value.toFixed(stated.decimals)}%`,
        computed: `${percentText(rate, Math.max(2, stated.decimals))}%`,
        gap: signed(gap, stated.decimals),
        verdict: gap === 0 ? 'agrees' : 'off',
        subject: null,
        how: { kind: 'attainment' },
      };
    }
    case 'growth': {
      const of = subjectSeries(claim.subject, series, about);
      return of && growthOf(of, claim.stated.value / 100, claim.stated.decimals, claim.what, claim.months);
    }
    case 'total': {
      const of = subjectSeries(claim.subject, series, about);
      return of && totalOf(of, claim);
    }
  }
}

/** The series that a subject names: one whose name it contains or is contained in, or all where it says nothing of its own. */
function subjectSeries(subject: string, series: readonly Series[], about: string): Series | null {
  const [all, ...named] = series;
  if (!all) return null;
  const found = named
    .filter(({ name }) => name !== null && subject.includes(bare(name)))
    .sort((a, b) => (b.name?.length ?? 0) - (a.name?.length ?? 0))[0];
  if (found) return found;
  return subject === '' || about.includes(subject) ? all : null;
}

function bare(name: string): string {
  const short = name.replace(/客户|业务|收入/g, '');
  return short === '' ? name : short;
}

function growthOf(
  of: Series,
  stated: number,
  decimals: number,
  what: 'total' | 'average' | 'step' | 'year',
  months: readonly [number, number] | null,
): Proof | null {
  const slice = months ? inYear(of, months[0], months[1]) : (inYear(of, 1, lastMonth(of)) ?? of);
  if (!slice) return null;
  const values = what === 'step' || what === 'year' ? of.cents : slice.cents;
  const first = what === 'step' || what === 'year' ? of.first : slice.first;
  const audits = audit(values, stated, decimals, what);
  const [best] = audits;
  if (!best) return null;
  return {
    stated: `${percentText(stated, decimals)}%`,
    computed: `${percentText(best.rate, decimals)}%`,
    gap: signed(Number(percentText(stated, decimals)) - Number(percentText(best.rate, decimals)), decimals),
    verdict: best.verdict === 'exact' ? 'agrees' : best.verdict,
    subject: of.name,
    how: { kind: 'growth', method: best.method, from: first + best.from, to: first + best.to },
  };
}

function lastMonth({ first, cents }: Series): number {
  return ((first + cents.length - 1) % 12) + 1;
}

/** Money in the largest unit in which it is whole: what was rounded to 万元 is judged in 万元. */
function audit(
  cents: readonly number[],
  stated: number,
  decimals: number,
  what: 'total' | 'average' | 'step' | 'year',
): GrowthAudit[] {
  const unit = [1e6, 1e4, 1e2, 1].find((size) => cents.every((value) => value % size === 0)) ?? 1;
  const values = cents.map((value) => value / unit);
  if (what === 'step' || what === 'year') {
    const to = values.length - 1;
    const from = to - (what === 'step' ? 1 : 12);
    const rate = from < 0 ? null : changeRate(values[to] ?? 0, values[from]);
    if (rate === null) return [];
    const exact = percentText(rate, decimals) === percentText(stated, decimals);
    return [{ method: 'total', from, to, rate, difference: stated - rate, verdict: exact ? 'exact' : 'off' }];
  }
  return auditGrowth(values, stated, { decimals, methods: what === 'average' ? AVERAGES : ['total'] });
}

function totalOf(of: Series, { stated, unit, months }: TextClaim & { kind: 'total' }): Proof | null {
  const slice = inYear(of, months?.[0] ?? 1, months?.[1] ?? lastMonth(of));
  if (!slice) return null;
  const cents = slice.cents.reduce((sum, value) => sum + value, 0);
  const check = checkFigure(stated.value, cents / 100 / unit, stated.decimals);
  return {
    stated: stated.value.toFixed(stated.decimals),
    computed: check.computed.toFixed(stated.decimals),
    gap: signed(check.gap, stated.decimals),
    verdict: check.agrees ? 'agrees' : 'off',
    subject: of.name,
    how: { kind: 'sum', from: slice.first, to: slice.first + slice.cents.length - 1 },
  };
}

/** '+0.09', '-0.01'; '0' for none. */
function signed(gap: number, decimals: number): string {
  const text = gap.toFixed(decimals);
  return Number(text) === 0 ? '0' : gap > 0 ? `+${text}` : text;
}

/** The sums that reading passed over: it has compared each with the rows that it can be the sum of. */
function totalRows(table: TableReading, grid: SheetGrid | undefined): CheckedClaim[] {
  const columns = table.columns.filter(
    ({ kind, field }) => (kind === 'money' || kind === 'number') && field !== null,
  );
  const found: CheckedClaim[] = [];
  for (const { row, reason } of table.skipped) {
    if (reason !== 'total' && reason !== 'subtotal') continue;
    for (const { column, factor } of columns) {
      const value = grid?.values[row - grid.origin.row]?.[column - grid.origin.column];
      if (typeof value !== 'number') continue;
      const problem = table.problems.find(
        (each) => each.code === 'total-mismatch' && each.row === row && each.column === column,
      );
      found.push({
        sheet: table.sheet,
        row,
        column,
        stated: money(value * factor),
        computed: money(problem ? Number(problem.details['parts']) : value * factor),
        gap: problem ? grouped(signed(Number(problem.details['gap']), 2)) : '0',
        verdict: problem ? 'off' : 'agrees',
        subject: null,
        how: { kind: 'total-row' },
      });
    }
  }
  return found;
}

function money(yuan: number): string {
  return grouped(yuan.toFixed(2));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** A sheet with more rows is a list, and what its cells say is about their rows. */
const MOST_LOOSE_ROWS = 200;
/** "收入增长20.39%" */
const SHORTEST = 8;

interface PlacedText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Sentences in rows of the source sheets that count nothing, and on sheets that hold no data of their own. */
function texts(grid: BookGrid, tables: readonly TableReading[], sales: readonly Sale[]): PlacedText[] {
  const counted = new Set(sales.map(({ at }) => `${at.sheet}\n${at.row}`));
  const own = new Set(tables.map(({ sheet }) => sheet));
  return grid.sheets.flatMap((sheet) => {
    if (!own.has(sheet.name) && sheet.values.length > MOST_LOOSE_ROWS) return [];
    return sheet.values.flatMap((cells, r) => {
      const row = sheet.origin.row + r;
      if (counted.has(`${sheet.name}\n${row}`)) return [];
      return cells.flatMap((value, c): PlacedText[] =>
        typeof value === 'string' && value.length >= SHORTEST && /\d/.test(value)
          ? [{ sheet: sheet.name, row, column: sheet.origin.column + c, text: value }]
          : [],
      );
    });
  });
}
