import { STAGES, type Stage } from '../../domain/orders/stages';
import { LEVELS, type Level } from '../../domain/orders/levels';
import { texts, type Locale, type Texts } from '../../locales';
import { literal, tableColumn, thisRow } from '../formula';
import type { NativeCalendar } from '../work-calendar/native';
import type { RuleCells, RuleColumns } from './rule-cells';
import { LEVEL_WORDS, STAGE_WORDS } from './words';

export type TrackerTexts = Texts['catalog']['order-tracker'] & Texts['templates']['order-tracker'];

export function trackerTexts(locale: Locale): TrackerTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['order-tracker'], ...templates['order-tracker'] };
}

/** Columns of the tracker's table, by what they are called in the texts. */
export type ColumnId = keyof TrackerTexts['columns'];

/** What every part of the tracker needs to know. */
export interface TrackerContext {
  readonly locale: Locale;
  readonly t: TrackerTexts;
  /** The table of orders. */
  readonly table: string;
  readonly sheets: Readonly<Record<'tracker' | 'overview', string>>;
  /** What the rules say, ready for the table's formulas. */
  readonly cells: RuleCells;
  /** Columns of the tables of rules in which a row's formulas look something up. */
  readonly rules: RuleColumns;
  /** The stages' places, above their columns: a column of one's own among them has none. */
  readonly numbers: string;
  readonly calendar: NativeCalendar;
  /** The day that the tracker speaks of, as formulas refer to it. */
  readonly asOf: string;
}

export function stageName({ locale }: Pick<TrackerContext, 'locale'>, stage: Stage): string {
  return STAGE_WORDS[stage][locale][0];
}

export function levelName({ locale }: Pick<TrackerContext, 'locale'>, level: Level): string {
  return LEVEL_WORDS[level][locale][0];
}

/** A level as an expression. */
export function level(context: Pick<TrackerContext, 'locale'>, name: Level): string {
  return literal(levelName(context, name));
}

export const LATE_LEVELS: readonly Level[] = LEVELS.filter(
  (name) => name === 'late' || name === 'warning' || name === 'fine',
);

/** Header of the column with a stage's date. */
export function stageHeader(context: Pick<TrackerContext, 'locale' | 't'>, stage: Stage): string {
  return context.t.stageDate({ stage: stageName(context, stage) });
}

/** All rows of one of the tracker's columns. */
export function column({ t, table }: Pick<TrackerContext, 't' | 'table'>, id: ColumnId): string {
  return tableColumn(table, t.columns[id]);
}

export function stageColumn(context: Pick<TrackerContext, 'locale' | 't' | 'table'>, stage: Stage): string {
  return tableColumn(context.table, stageHeader(context, stage));
}

/** This row's cell. */
export function own({ t, table }: Pick<TrackerContext, 't' | 'table'>, id: ColumnId): string {
  return thisRow(table, t.columns[id]);
}

export function ownStage(context: Pick<TrackerContext, 'locale' | 't' | 'table'>, stage: Stage): string {
  return thisRow(context.table, stageHeader(context, stage));
}

/** {"Lead","Visit",…}: the stages' names in order. */
export function stageNames(context: Pick<TrackerContext, 'locale'>): string {
  return `{${STAGES.map((stage) => literal(stageName(context, stage))).join(',')}}`;
}
