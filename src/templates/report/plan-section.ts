import { cellAddress, type Area } from '../../domain/address';
import type { PlanCell } from '../../plan/types';
import { formula, MONEY } from '../expressions';
import { fixedArea, fixedCell, literal, sentence, tableColumn } from '../formula';
import { linesOf } from '../measure';
import type { Page, StyledCell } from '../page';
import type { Breakdown } from './breakdown';
import { dataColumn, periodExpression, type SummaryContext } from './context';
import { ofPeriod, type PeriodTable } from './period-table';
import { sumBetween } from './sum-of-name';
import type { TargetLine, TargetsSection } from './targets-section';

/** What the plan begins with. */
export interface PlanBasis {
  readonly breakdown: Breakdown | null;
  readonly section: TargetsSection | null;
  /** There are targets of single periods to look the next one up in. */
  readonly targetsOfPeriods: boolean;
}

const RIGHT_HALF = 5;
/** Digits of small print beside the target. */
const HINT_WIDTH = 66;

/**
 * The next period's target, split to names and, where the year has a target, to the year's remaining periods, by last
 * year's figures. The parts add up to their whole exactly: rounded down to the 分, the rest to the largest remainders.
 */
export function addPlan(
  page: Page,
  context: SummaryContext,
  periods: PeriodTable,
  { breakdown, section, targetsOfPeriods }: PlanBasis,
  focus: string,
): void {
  const { t, calendar } = context;
  const next = calendar.formulas.next(focus);
  const heading = sentence(t.planning.heading, { month: periodExpression(context, next) });
  page.line(formula(heading), 'heading', 22);
  const row = page.row;
  const total = fixedCell({ row, column: 2 });
  page.cells(row, 0, [
    { value: t.planning.target, style: 'label' },
    { value: null, style: 'label' },
    {
      value: formula(proposal(context, periods, section, targetsOfPeriods, focus, next)),
      style: 'input',
      format: MONEY,
    },
  ]);
  page.merged(row, 3, 6, { value: t.planning.hint, style: 'note' });
  page.advance(1, 13 * linesOf(t.planning.hint, HINT_WIDTH) + 4);
  const top = page.row;
  const left = breakdown ? addSplit(page, context, breakdown, total, next) : 0;
  page.row = top;
  const right = section?.year ? addYear(page, context, periods, section.year, focus) : 0;
  page.row = top + Math.max(left, right);
  page.note(t.planning.note);
}

/** A stated target; else what the year still asks of each period; else last year's figure grown as the year has so far. */
function proposal(
  context: SummaryContext,
  periods: PeriodTable,
  section: TargetsSection | null,
  targetsOfPeriods: boolean,
  focus: string,
  next: string,
): string {
  const { calendar, tables, t } = context;
  const { firstMonth, lastMonth, yearEarlier } = calendar.formulas;
  const amount = ofPeriod(periods, 'amount', focus);
  const lastYear = `SUMIFS(${dataColumn(context, 'amount')},${dataColumn(context, 'month')},${yearEarlier(next)})`;
  const change = ofPeriod(periods, 'yearChange', focus);
  const grown = `IF(AND(${lastYear}>0,ISNUMBER(${change})),${lastYear}*(1+${change}),MAX(0,${amount}))`;
  const pace = section?.perPeriod
    ? `IF(ISNUMBER(${section.perPeriod}),${section.perPeriod},${grown})`
    : grown;
  if (!targetsOfPeriods) return `ROUND(IFERROR(${pace},0),2)`;
  const column = (header: string): string => tableColumn(tables.targets, header);
  const whole = `SUMIFS(${column(t.basis.target)},${column(t.columns.person)},${literal(t.basis.whole)},`;
  const when = `${column(t.basis.from)},">="&${firstMonth(next)},${column(t.basis.to)},"<="&${lastMonth(next)})`;
  const all = `SUMIFS(${column(t.basis.target)},${when}`;
  const stated = `IF(${whole}${when}>0,${whole}${when},${all})`;
  return `ROUND(IFERROR(IF(${stated}>0,${stated},${pace}),0),2)`;
}

interface SplitLine {
  readonly label: PlanCell;
  readonly format?: string;
  /** An expression of its weight. */
  readonly weight: string;
  /** An expression of what stands there beside its part of the split. */
  readonly reached?: string;
}

/** Names by what they sold last year; by the year to date where that is nothing. */
function addSplit(
  page: Page,
  context: SummaryContext,
  { by, names, others, blanks }: Breakdown,
  total: string,
  next: string,
): number {
  const { t, calendar } = context;
  const { yearEarlier, previous, firstOfYear, lastOfYear } = calendar.formulas;
  const data = { amount: dataColumn(context, 'amount'), month: dataColumn(context, 'month') };
  const lastYear = { from: yearEarlier(firstOfYear(next)), to: yearEarlier(lastOfYear(next)) };
  const toDate = { from: firstOfYear(previous(next)), to: previous(next) };
  const sum = ({ from, to }: typeof lastYear): string =>
    `SUMIFS(${data.amount},${data.month},">="&${from},${data.month},"<="&${to})`;
  const first = page.row + 1;
  const weightOf = (name: string, row: number): string => {
    const named = { by, name, cell: `$A${row + 1}` };
    const before = sumBetween(context, named, lastYear.from, lastYear.to);
    const now = sumBetween(context, named, toDate.from, toDate.to);
    return `ROUND(MAX(0,IF(${sum(lastYear)}>0,${before},${now})),2)`;
  };
  const whole = `IF(${sum(lastYear)}>0,${sum(lastYear)},${sum(toDate)})`;
  const lines: SplitLine[] = names.map((name, index) => ({
    label: name,
    weight: weightOf(name, first + index),
  }));
  if (others || blanks) {
    const listed = names.length > 0 ? `SUM(D${first + 1}:D${first + names.length})` : '0';
    lines.push({ label: t.shareTable.othersAndBlank, weight: `ROUND(MAX(0,${whole}-${listed}),2)` });
  }
  return addSplitLines(page, context, 0, { name: t.columns[by], part: t.planning.share, total }, lines);
}

/** The year's periods: what was reached up to the focus, and what is missing over the others by last year's same ones. */
function addYear(
  page: Page,
  context: SummaryContext,
  periods: PeriodTable,
  year: TargetLine,
  focus: string,
): number {
  const { t, calendar } = context;
  const { next, yearEarlier, firstOfYear, lastOfYear } = calendar.formulas;
  const data = { amount: dataColumn(context, 'amount'), month: dataColumn(context, 'month') };
  const first = page.row + 1;
  const toCome =
    `SUMIFS(${data.amount},${data.month},">"&${yearEarlier(focus)},` +
    `${data.month},"<="&${yearEarlier(lastOfYear(focus))})`;
  const lines = Array.from({ length: calendar.perYear }, (_, index): SplitLine => {
    const own = `$F${first + index + 1}`;
    const lastYear = `SUMIFS(${data.amount},${data.month},${yearEarlier(own)})`;
    return {
      label: formula(index === 0 ? firstOfYear(focus) : next(`$F${first + index}`)),
      format: t.monthFormat,
      weight: `IF(${own}>${focus},ROUND(MAX(0,IF(${toCome}>0,${lastYear},1)),2),0)`,
      reached: `IF(${own}<=${focus},IFERROR(${ofPeriod(periods, 'amount', own)},0),0)`,
    };
  });
  const missing = `IF(ISNUMBER(${year.missing}),${year.missing},0)`;
  const heads = { name: t.columns.month, part: t.planning.actualOrTarget, total: missing };
  return addSplitLines(page, context, RIGHT_HALF, heads, lines);
}

/** Header, lines and total: name, target, weight. */
function addSplitLines(
  page: Page,
  { t, unit }: SummaryContext,
  column: number,
  { name, part, total }: { readonly name: string; readonly part: string; readonly total: string },
  lines: readonly SplitLine[],
): number {
  page.cells(page.row, column, [
    { value: name, style: 'columnHeader' },
    { value: null, style: 'columnHeader' },
    { value: part, style: 'columnHeaderNumber' },
    { value: t.planning.weight + unit.label, style: 'columnHeaderNumber' },
  ]);
  page.heights[page.row] = 18;
  const first = page.row + 1;
  const weights: Area = { row: first, column: column + 3, rows: lines.length, columns: 1 };
  const parts = fixedArea({ ...weights, column: column + 2 });
  lines.forEach(({ label, format, weight, reached }, index) => {
    const row = first + index;
    const part = largestRemainder(total, weights, row);
    page.cells(row, column, [
      { value: label, style: 'text', format },
      { value: null, style: 'text' },
      {
        value: formula(reached === undefined ? part : `ROUND(${reached}+${part},2)`),
        style: 'number',
        format: MONEY,
      },
      { value: formula(weight), style: 'number', format: unit.axis },
    ]);
    page.heights[row] = 16;
  });
  const end = first + lines.length;
  const sums: StyledCell[] = [
    { value: t.shareTable.total, style: 'totalLabel' },
    { value: null, style: 'totalLabel' },
    { value: formula(`ROUND(SUM(${parts}),2)`), style: 'total', format: MONEY },
    { value: formula(`SUM(${fixedArea(weights)})`), style: 'total', format: unit.axis },
  ];
  page.cells(end, column, sums);
  page.heights[end] = 16;
  return lines.length + 2;
}

/** splitTarget() of src/domain/target-split.ts in 分, as a native formula. */
function largestRemainder(total: string, weights: Area, row: number): string {
  const all = fixedArea(weights);
  const own = cellAddress({ row, column: weights.column });
  const cents = `ROUND(${total}*100,0)`;
  const exact = (weight: string): string => `${cents}*${weight}/SUM(${all})`;
  const rest = (weight: string): string => `ROUND(${exact(weight)}-INT(ROUND(${exact(weight)},6)),6)`;
  const above =
    row === weights.row
      ? ''
      : `+SUMPRODUCT(--(${rest(fixedArea({ ...weights, rows: row - weights.row }))}=${rest(own)}))`;
  const rank = `SUMPRODUCT(--(${rest(all)}>${rest(own)}))${above}`;
  const gap = `${cents}-SUMPRODUCT(INT(ROUND(${exact(all)},6)))`;
  return `IF(SUM(${all})>0,(INT(ROUND(${exact(own)},6))+IF(${rank}<${gap},1,0))/100,0)`;
}
