import type { Area } from '../../domain/address';
import { cellAddress } from '../../domain/address';
import { blanks, cell, COUNT, formula } from '../expressions';
import { fixedCell, literal } from '../formula';
import type { Page } from '../page';
import { rule, snapshot, warnings, type WatchContext } from './context';

/** Fixed references to what the three indicators say. */
export interface Indicators {
  readonly rows: readonly {
    readonly part: string;
    readonly whole: string;
    readonly rate: string;
    readonly limit: string;
    readonly result: string;
  }[];
  readonly results: Area;
  /** All open and handled tasks, whatever the scope of the first indicator. */
  readonly tasks: string;
  readonly done: string;
}

/** Heading, header, three indicators. */
export const INDICATOR_ROWS = 5;
/** A low row, header and the cells that the churn is taken from. */
export const MOVEMENT_ROWS = 3;
const COLUMNS = 8;

/** 三项指标: what was reached against the limit of the rules; the users who left can be typed over. */
export function addIndicators(page: Page, context: WatchContext): Indicators {
  const { t } = context;
  const texts = t.indicators;
  const top = page.row;
  page.row = top + INDICATOR_ROWS;
  const movement = addMovement(page, context);
  const end = page.row;
  page.row = top;
  page.line(t.headings.indicators, 'heading', 22);
  page.cells(page.row, 0, [
    cell(texts.name, 'columnHeader'),
    ...[texts.part, texts.whole, texts.rate, texts.limit, texts.gap].map((text) =>
      cell(text, 'columnHeaderNumber'),
    ),
    cell(texts.result, 'columnHeaderNumber'),
    ...blanks(1, 'columnHeader'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  const state = warnings(context, 'state');
  const tasks = `SUMPRODUCT(--(${state}<>""),--(${state}<>${literal(t.states.cleared)})`;
  const done = `,--ISNUMBER(${warnings(context, 'handled')})`;
  const arpu = warnings(context, 'arpu');
  // Multiplied, not compared at once: a text is greater than any number.
  const high = `,--ISNUMBER(${arpu}),--(${arpu}>${rule(context, 'high-arpu')})`;
  const scoped = (more: string): string =>
    `IF(${rule(context, 'handled-scope')},${tasks}${more}),${tasks}${more}${high}))`;
  const base = `IF(${rule(context, 'churn-base')},IF(COUNT(${movement.opening},${movement.closing})=2,(${movement.opening}+${movement.closing})/2,""),${movement.opening})`;
  const kept = `COUNTIFS(${snapshot(context, 'state')},${literal(t.fates.kept)})`;
  const lines = [
    { name: texts.handled, part: scoped(done), whole: scoped(''), limit: 'handled-limit', least: true },
    {
      name: texts.kept,
      part: kept,
      whole: `COUNT(${snapshot(context, 'arpu')})`,
      limit: 'kept-limit',
      least: true,
    },
    {
      name: texts.churn,
      part: `IF(ISNUMBER(${movement.lost}),${movement.lost},"")`,
      whole: `IF(ISNUMBER(${base}),${base},"")`,
      limit: 'churn-limit',
      least: false,
    },
  ];
  const rows = lines.map(({ name, part, whole, limit, least }, index) => {
    const row = first + index;
    const at = (column: number): string => cellAddress({ row, column });
    const rate = `IF(AND(ISNUMBER(${at(1)}),N(${at(2)})>0),${at(1)}/${at(2)},"${t.notAvailable}")`;
    const inside = least ? `${at(3)}-${at(4)}` : `${at(4)}-${at(3)}`;
    page.cells(row, 0, [
      cell(name, 'text'),
      cell(formula(part), 'number', COUNT),
      cell(formula(whole), 'number', 'General'),
      cell(formula(rate), 'number', '0.00%'),
      cell(formula(rule(context, limit)), 'number', '0.00%'),
      cell(
        formula(`IF(ISNUMBER(${at(3)}),ROUND(100*(${at(3)}-${at(4)}),2),"${t.notAvailable}")`),
        'number',
        '+0.00;-0.00;0.00',
      ),
      cell(
        formula(
          `IF(ISNUMBER(${at(3)}),IF(ROUND(${inside},12)>=0,${literal(texts.met)},${literal(texts.missed)}),"${t.notAvailable}")`,
        ),
        'number',
      ),
      ...blanks(1, 'text'),
    ]);
    const fixed = (column: number): string => fixedCell({ row, column });
    return { part: fixed(1), whole: fixed(2), rate: fixed(3), limit: fixed(4), result: fixed(6) };
  });
  page.advance(lines.length, 16);
  page.row = end;
  return {
    rows,
    results: { row: first, column: 6, rows: lines.length, columns: 1 },
    tasks: `${tasks})`,
    done: `${tasks}${done})`,
  };
}

/** 离网: users at the beginning, lost since, at the end; from the lists where they say it, else to be typed. */
function addMovement(
  page: Page,
  { t, digest }: WatchContext,
): { readonly opening: string; readonly lost: string; readonly closing: string } {
  const { movement } = digest;
  page.space();
  const row = page.row;
  page.cells(row, 0, [
    cell(t.movement.title, 'columnHeader'),
    cell(t.movement.opening, 'columnHeaderNumber'),
    cell(t.movement.lost, 'columnHeaderNumber'),
    cell(t.movement.closing, 'columnHeaderNumber'),
    ...blanks(COLUMNS - 4, 'columnHeader'),
  ]);
  page.advance(1, 18);
  page.cells(row + 1, 0, [
    cell(movement ? t.movement.read : t.movement.typed, 'text'),
    cell(movement?.opening ?? null, 'input', COUNT),
    cell(movement?.lost ?? null, 'input', COUNT),
    cell(movement?.closing ?? null, 'input', COUNT),
  ]);
  page.advance(1, 18);
  const at = (column: number): string => fixedCell({ row: row + 1, column });
  return { opening: at(1), lost: at(2), closing: at(3) };
}
