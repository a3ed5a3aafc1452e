import type { Area, Position } from '../../domain/address';
import { texts, type Locale, type Texts } from '../../locales';
import type { ChartPlan, Validation } from '../../plan/types';
import { COUNT, formula, MONEY } from '../expressions';
import { fixedCell, sentence } from '../formula';
import type { Page, StyledCell } from '../page';
import { Ladder, LADDER, type LadderTables } from './ladder';

/** What any revenue would earn, live from the tables of the plan, and where its cliffs are. */

type PlanTexts = Texts['templates']['commission-plan'];

export interface PanelStart {
  readonly versions: readonly string[];
  readonly roles: readonly string[];
  readonly revenue: number;
  /** Right end of the chart. */
  readonly most: number;
}

export interface Panel {
  readonly charts: readonly ChartPlan[];
  readonly validations: readonly Validation[];
}

const CHART_ROWS = 13;
const POINTS = 80;
const PERCENT = '0.0#%';
/** First column of what is seen; the row marks stand left of it. */
const FIRST = 1;

/** Fills the panel's rows of the page and the cells beside it. */
export function addPanel(page: Page, locale: Locale, tables: LadderTables, start: PanelStart): Panel {
  const t = texts(locale).templates['commission-plan'];
  page.line(t.headings.panel, 'heading', 22);
  const row = page.row + 1;
  const at = (column: number): Position => ({ row, column: FIRST + column });
  const [version, role, revenue] = [at(0), at(1), at(2)];
  const ladder = new Ladder(page, locale, tables, { version, role }, page.row);
  addCards(page, t, ladder, row, start);
  page.row = row + 1;
  page.merged(page.row, FIRST, 8, { value: formula(nextTier(t, ladder, revenue)), style: 'prose' });
  page.advance(1, 20);
  page.space();
  page.line(t.panel.ladder, 'heading', 22);
  addSteps(page, t, ladder);
  page.note(t.panel.note);
  page.space();
  const chart = addChart(page, t, ladder, start.most);
  const cell = (place: Position): Area => ({ ...place, rows: 1, columns: 1 });
  const lists: Validation[] = [
    { area: cell(version), list: start.versions, open: true },
    { area: cell(role), list: start.roles, open: true },
  ];
  return { charts: [chart], validations: lists.filter(({ list }) => fitsList(list as readonly string[])) };
}

function fitsList(list: readonly string[]): boolean {
  return (
    list.length > 0 && list.join(',').length <= 255 && !list.some((one) => one === '' || one.includes(','))
  );
}

/** A revenue in 元 in 分. */
function inCents(revenue: Position): string {
  return `ROUND(${fixedCell(revenue)}*100,0)`;
}

function addCards(page: Page, t: PlanTexts, ladder: Ladder, row: number, start: PanelStart): void {
  const inputs = [t.panel.version, t.panel.role, t.panel.revenue];
  const figures = [t.panel.tier, t.panel.rate, t.panel.base, t.panel.commission, t.panel.pay];
  page.cells(row - 1, FIRST, [
    ...inputs.map((value): StyledCell => ({ value, style: 'columnHeader' })),
    ...figures.map((value): StyledCell => ({ value, style: 'columnHeaderNumber' })),
  ]);
  const revenue = { row, column: FIRST + 2 };
  const cents = inCents(revenue);
  const tier = ladder.reached(cents);
  const shown = (expression: string): string => `IF(${ladder.decided}=1,${expression},"")`;
  const figure = (expression: string, format: string): StyledCell => ({
    value: formula(shown(expression)),
    style: 'total',
    format,
  });
  page.cells(row, FIRST, [
    { value: start.versions[0] ?? null, style: 'input' },
    { value: start.roles[0] ?? null, style: 'input' },
    { value: start.revenue, style: 'input', format: MONEY },
    figure(`IF(${tier}=0,0,INDEX(${ladder.fromColumn},MAX(1,${tier}))/100)`, MONEY),
    figure(ladder.rateOf(tier), PERCENT),
    figure(`${ladder.baseOf(tier)}/100`, MONEY),
    figure(`${ladder.commissionOf(cents, tier)}/100`, MONEY),
    figure(ladder.pay(cents), MONEY),
  ]);
  page.heights[row - 1] = 18;
  page.heights[row] = 22;
}

/** How far the next tier is and what reaching it is worth. */
function nextTier(t: PlanTexts, ladder: Ladder, revenue: Position): string {
  const cents = inCents(revenue);
  const next = `(${ladder.reached(cents)}+1)`;
  const start = ladder.start(next);
  const text = sentence(t.panel.next, {
    missing: `TEXT((${start}-${cents})/100,"${MONEY}")`,
    gain: `TEXT(${ladder.pay(start)}-${ladder.pay(cents)},"${MONEY}")`,
  });
  const { undecided, last } = t.panel;
  return `IF(${ladder.decided}=0,"${undecided}",IF(${next}>${ladder.count},"${last}",${text}))`;
}

/** The tiers with what pay is just below and from where each begins: the cliffs. */
function addSteps(page: Page, t: PlanTexts, ladder: Ladder): void {
  page.cells(
    page.row,
    FIRST + 2,
    t.panel.ladderColumns.map((value) => ({ value, style: 'columnHeaderNumber' })),
  );
  page.advance(1, 18);
  for (let k = 1; k <= LADDER; k++) {
    const start = ladder.start(String(k));
    const exists = (expression: string): string => `IF(${k}>${ladder.count},"",${expression})`;
    const above = (expression: string): string =>
      exists(`IF(${start}=0,"",IF(${ladder.decided}=1,${expression},""))`);
    const cells: readonly (readonly [string, string])[] = [
      [exists(`INDEX(${ladder.fromColumn},${k})/100`), MONEY],
      [exists(ladder.rateOf(String(k))), PERCENT],
      [exists(`${ladder.baseOf(String(k))}/100`), MONEY],
      [above(ladder.pay(`(${start}-1)`)), MONEY],
      [exists(`IF(${ladder.decided}=1,${ladder.pay(start)},"")`), MONEY],
      [above(`ROUND(${ladder.pay(start)}-${ladder.pay(`(${start}-1)`)},2)`), MONEY],
    ];
    page.cells(
      page.row,
      FIRST + 2,
      cells.map(([expression, format]) => ({ value: formula(expression), style: 'number', format })),
    );
    page.advance(1, 15);
  }
}

/** Points of pay against revenue: a cliff is a gap between two of them. */
function addChart(page: Page, t: PlanTexts, ladder: Ladder, most: number): ChartPlan {
  const { row, column } = ladder.below;
  const x = (index: number): number => Math.round((most * index) / POINTS);
  for (let index = 0; index <= POINTS; index++) {
    const revenue = { row: row + index, column };
    page.cells(revenue.row, column, [
      { value: x(index), style: 'key' },
      { value: formula(ladder.pay(inCents(revenue))), style: 'key' },
    ]);
  }
  const points = (offset: number): Area => ({ row, column: column + offset, rows: POINTS + 1, columns: 1 });
  const area = { row: page.row, column: FIRST, rows: CHART_ROWS, columns: 8 };
  page.advance(CHART_ROWS);
  page.space();
  return {
    kind: 'scatter',
    title: t.panel.chart,
    categories: points(0),
    series: [{ name: t.panel.chartPay, values: points(1) }],
    valueAxis: { title: t.panel.chartPay, format: COUNT, minimum: 0 },
    categoryAxis: { title: t.panel.chartRevenue, format: COUNT },
    area,
    altText: t.panel.chartAlt,
  };
}
