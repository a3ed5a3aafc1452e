import type { SlaResult } from '../../domain/orders/faults';
import { texts, type Locale, type Texts } from '../../locales';
import { tableColumn, thisRow } from '../formula';
import type { SettingCells } from '../setting-cells';
import type { NativeCalendar } from '../work-calendar/native';

export type FaultTexts = Texts['catalog']['fault-log'] & Texts['templates']['fault-log'];

export function faultTexts(locale: Locale): FaultTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['fault-log'], ...templates['fault-log'] };
}

export type FaultColumnId = keyof FaultTexts['columns'];

export interface FaultContext {
  readonly t: FaultTexts;
  readonly table: string;
  readonly settings: SettingCells;
  readonly calendar: NativeCalendar;
  /** The moment that open faults run to. */
  readonly asOf: string;
  /** The word of the settings for minutes in working hours. */
  readonly inWorkingHours: string;
}

/** Results from good to bad, as their numbers rise: the worst of a fault's three speaks for it. */
const RISING: readonly SlaResult[] = ['met', 'running', 'missed', 'overdue', 'unknown', 'impossible'];

export function resultNumber(result: SlaResult): number {
  return RISING.indexOf(result) + 1;
}

/** The results' words by their numbers. */
export function resultWords({ t }: Pick<FaultContext, 't'>): string[] {
  return RISING.map((result) => t.results[result]);
}

export function column({ t, table }: Pick<FaultContext, 't' | 'table'>, id: FaultColumnId): string {
  return tableColumn(table, t.columns[id]);
}

export function own({ t, table }: Pick<FaultContext, 't' | 'table'>, id: FaultColumnId): string {
  return thisRow(table, t.columns[id]);
}
