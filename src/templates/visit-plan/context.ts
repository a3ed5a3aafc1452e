import { texts, type Locale, type Texts } from '../../locales';
import { tableColumn } from '../formula';

export type PlanTexts = Texts['catalog']['visit-plan'] & Texts['templates']['visit-plan'];

export function planTexts(locale: Locale): PlanTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['visit-plan'], ...templates['visit-plan'] };
}

export const SHEETS = ['plan', 'summary', 'first-visit', 'trip', 'rules-plan'] as const;
export type SheetRole = (typeof SHEETS)[number];
export const TABLES = ['plan', 'first-visits', 'trip', 'visit-settings', 'visit-cadence'] as const;
export type TableRole = (typeof TABLES)[number];

export interface PlanContext {
  readonly t: PlanTexts;
  readonly locale: Locale;
  readonly sheets: Readonly<Record<SheetRole, string>>;
  readonly tables: Readonly<Record<TableRole, string>>;
  /** Handed out to be filled in. */
  readonly blank: boolean;
}

/** All rows of one of the plan's columns. */
export function planned({ t, tables }: PlanContext, column: keyof PlanTexts['columns']): string {
  return tableColumn(tables.plan, t.columns[column]);
}
