import { dateOf } from '../../domain/dates';
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

/** A count of the plan's visits, by pairs of column and criterion; rows that an earlier plan left behind do not count. */
export function countPlanned(
  context: PlanContext,
  { span }: { readonly span: readonly [from: number, to: number] | null },
  ...pairs: readonly (readonly [column: string, criterion: string])[]
): string {
  const all = [...pairs.flat(), planned(context, 'customer'), '"?*"'];
  if (span) {
    const { year, month, day } = dateOf(span[0]);
    all.push(planned(context, 'date'), `">="&DATE(${year},${month},${day})`);
  }
  return `COUNTIFS(${all.join(',')})`;
}
