import { cellAddress, type Area } from '../../domain/address';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { formula, MONEY_OR_DASH, RATE } from '../expressions';
import { fixedArea, fixedCell, literal, onSheet, sentence } from '../formula';
import { Page, type StyledCell } from '../page';
import { dataColumn, periodExpression, type SummaryContext } from './context';
import { COMPARISONS, type Movers } from './movement';
import { addReasons, type Effects } from './reasons';
import { sumBetween } from './sum-of-name';

/** Where one dimension's movement stands; areas are of the listed names, references are from another sheet. */
export interface MovementTable {
  readonly by: Movers['by'];
  readonly names: string;
  readonly changes: string;
  readonly rates: string;
  readonly ranks: string;
  /** Of each name; null without quantities. */
  readonly reasons: string | null;
  readonly count: number;
  /** The two longest names, for the room that a sentence with them takes. */
  readonly longest: string;
  readonly totalChange: string;
  readonly effects: Effects | null;
}

export interface Analysis {
  readonly sheet: SheetPlan;
  readonly tables: readonly MovementTable[];
  /** The period that is compared with. */
  readonly base: string;
}

const WIDTHS = [24, 15, 15, 15, 12, 17, 12, 12, 13, 6];
const CHOICE = { row: 3, column: 1 };
const BASE = { row: 3, column: 4 };

/** The period in focus against another one, name by name: change, share, contribution, and why. */
export function analysisSheet(
  context: SummaryContext,
  names: { readonly sheet: string; readonly report: string },
  movers: readonly Movers[],
  focusCell: string,
): Analysis {
  const { t } = context;
  const page = new Page(
    WIDTHS.length,
    WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  const focus = onSheet(names.report, focusCell);
  const base = fixedCell(BASE);
  page.line(t.analysis.title, 'title', 34);
  const subtitle = sentence(t.analysis.subtitle, {
    month: periodExpression(context, focus),
    base: periodExpression(context, base),
  });
  page.line(formula(subtitle), 'subtitle', 16);
  page.row = CHOICE.row;
  addChoice(page, context, focus);
  page.space();
  const breaks: number[] = [];
  const tables = movers.map((mover, index) => {
    if (index > 0) breaks.push(page.row);
    return addMovement(page, context, mover, { focus, base, sheet: names.sheet });
  });
  return {
    base: onSheet(names.sheet, base),
    tables,
    sheet: {
      role: 'analysis',
      name: names.sheet,
      blocks: page.blocks,
      tables: [],
      charts: [],
      validations: [
        {
          area: { ...CHOICE, rows: 1, columns: 1 },
          list: COMPARISONS.map((comparison) => t.analysis.comparisons[comparison]),
          prompt: t.analysis.prompt,
        },
      ],
      conditionalFormats: [],
      widths: WIDTHS,
      heights: page.heights,
      gridlines: false,
      print: { orientation: 'landscape', footer: t.footer, breaks },
    },
  };
}

function addChoice(page: Page, context: SummaryContext, focus: string): void {
  const { t, calendar } = context;
  const { previous, yearEarlier } = calendar.formulas;
  const { comparisons, compareWith, baseLabel } = t.analysis;
  const chosen = fixedCell(CHOICE);
  const base = `IF(${chosen}=${literal(comparisons.year)},${yearEarlier(focus)},${previous(focus)})`;
  page.cells(page.row, 0, [
    { value: compareWith, style: 'label' },
    { value: comparisons.previous, style: 'input' },
    { value: null, style: 'label' },
    { value: baseLabel, style: 'label' },
    { value: formula(base), style: 'label', format: t.monthFormat },
  ]);
  page.advance(1, 18);
}

interface Periods {
  readonly focus: string;
  readonly base: string;
  readonly sheet: string;
}

function addMovement(page: Page, context: SummaryContext, movers: Movers, periods: Periods): MovementTable {
  const { t } = context;
  const { by } = movers;
  const heading = by === 'customer' ? t.analysis.byCustomer : t.by[by];
  page.line(heading, 'heading', 22);
  page.cells(page.row, 0, headers(context, by));
  page.advance(1, 18);
  const first = page.row;
  const count = movers.names.length;
  const area = (column: number, rows = count): Area => ({ row: first, column, rows, columns: 1 });
  const total = first + count + 1;
  movers.names.forEach((name, index) => {
    const row = first + index;
    const named = { by, name, cell: `$A${row + 1}` };
    const of = (period: string): PlanCell =>
      formula(`ROUND(${sumBetween(context, named, period, period)},2)`);
    page.cells(row, 0, [
      { value: name, style: 'text' },
      ...movementCells(context, row, total, of(periods.focus), of(periods.base), 'number'),
      { value: formula(rank(row, area(3))), style: 'number', format: '0' },
    ]);
  });
  const rest = (column: string): PlanCell =>
    formula(`ROUND(${column}${total + 1}-SUM(${column}${first + 1}:${column}${total - 1}),2)`);
  page.cells(total - 1, 0, [
    { value: t.shareTable.othersAndBlank, style: 'text' },
    ...movementCells(context, total - 1, total, rest('B'), rest('C'), 'number'),
    { value: null, style: 'number' },
  ]);
  const all = (period: string): PlanCell =>
    formula(`ROUND(SUMIFS(${dataColumn(context, 'amount')},${dataColumn(context, 'month')},${period}),2)`);
  page.cells(total, 0, [
    { value: t.shareTable.total, style: 'totalLabel' },
    ...movementCells(context, total, total, all(periods.focus), all(periods.base), 'total'),
    { value: null, style: 'total' },
  ]);
  page.advance(count + 2, 16);
  page.note(t.analysis.note);
  const reasons = movers.quantified ? addReasons(page, context, movers, { first, total, ...periods }) : null;
  page.space();
  const there = (reference: string): string => onSheet(periods.sheet, reference);
  return {
    by,
    count,
    longest: [...movers.names]
      .sort((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(''),
    names: there(fixedArea(area(0))),
    changes: there(fixedArea(area(3))),
    rates: there(fixedArea(area(4))),
    ranks: there(fixedArea(area(9))),
    totalChange: there(fixedCell({ row: total, column: 3 })),
    reasons: reasons && there(reasons.reasons),
    effects: reasons && {
      volume: there(reasons.effects.volume),
      mix: there(reasons.effects.mix),
      price: there(reasons.effects.price),
      other: there(reasons.effects.other),
    },
  };
}

function headers({ t }: SummaryContext, by: Movers['by']): StyledCell[] {
  const texts = t.analysis.columns;
  const number = (value: string): StyledCell => ({ value, style: 'columnHeaderNumber' });
  return [
    { value: t.columns[by], style: 'columnHeader' },
    ...[
      texts.now,
      texts.before,
      texts.change,
      texts.rate,
      texts.shareNow,
      texts.shareBefore,
      texts.points,
      texts.contribution,
    ].map(number),
    { value: texts.rank, style: 'columnHeaderNumber' },
  ];
}

function movementCells(
  { t }: SummaryContext,
  row: number,
  total: number,
  now: PlanCell,
  before: PlanCell,
  style: 'number' | 'total',
): StyledCell[] {
  const at = (column: string): string => `${column}${row + 1}`;
  const whole = (column: string): string => `$${column}$${total + 1}`;
  const none = `"${t.notAvailable}"`;
  const rate = (expression: string): StyledCell => ({ value: formula(expression), style, format: RATE });
  const share = (column: string): string => `IF(${whole(column)}>0,${at(column)}/${whole(column)},${none})`;
  const points = `IF(AND(ISNUMBER(${at('F')}),ISNUMBER(${at('G')})),ROUND((${at('F')}-${at('G')})*100,2),${none})`;
  return [
    { value: now, style, format: MONEY_OR_DASH },
    { value: before, style, format: MONEY_OR_DASH },
    { value: formula(`ROUND(${at('B')}-${at('C')},2)`), style, format: MONEY_OR_DASH },
    rate(`IF(${at('C')}>0,${at('D')}/${at('C')},${none})`),
    rate(share('B')),
    rate(share('C')),
    { value: formula(points), style, format: '+0.0;-0.0;0.0' },
    rate(`IF(${whole('C')}>0,${at('D')}/${whole('C')},${none})`),
  ];
}

/** Largest change first, equal ones in the list's order. */
function rank(row: number, changes: Area): string {
  const own = cellAddress({ row, column: changes.column });
  const upTo = fixedArea({ ...changes, rows: row - changes.row + 1 });
  return `COUNTIF(${fixedArea(changes)},">"&${own})+COUNTIF(${upTo},${own})`;
}
