import { RFM_TYPES } from '../../domain/customers/rfm';
import { STAGES } from '../../domain/customers/stages';
import type { Locale } from '../../locales';
import { tableColumn, thisRow } from '../formula';
import type { RuleDefinition } from '../rules';
import type { Digest } from './digest';
import type { ValueTexts } from './texts';

/** What every part of the build needs to know. */
export interface ValueContext {
  readonly locale: Locale;
  readonly t: ValueTexts;
  readonly digest: Digest;
  readonly sheets: {
    readonly report: string;
    readonly customers: string;
    readonly file: string;
    readonly rules: string;
  };
  readonly tables: {
    readonly customers: string;
    readonly settings: string;
    readonly rfm: string;
    readonly bands: string;
  };
}

export type ColumnId = keyof ValueTexts['columns'];

/** All rows of one of the customers' table's columns. */
export function column({ t, tables }: ValueContext, id: ColumnId): string {
  return tableColumn(tables.customers, t.columns[id]);
}

/** The same row's cell of one of its columns. */
export function own({ t, tables }: ValueContext, id: ColumnId): string {
  return thisRow(tables.customers, t.columns[id]);
}

export function monthHeader({ year, month }: { readonly year: number; readonly month: number }): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

export function typeNames({ t }: ValueContext): readonly string[] {
  return RFM_TYPES.map((type) => t.types[type]);
}

export function stageNames({ t }: ValueContext): readonly string[] {
  return STAGES.map((stage) => t.stages[stage]);
}

/** All rows of a rule table's column, by the header that Daybook writes. */
export function ruleColumn(
  { locale }: ValueContext,
  table: string,
  definition: RuleDefinition,
  id: string,
): string {
  const found = definition.columns.find((each) => each.id === id);
  return tableColumn(table, found?.headers[locale][0] ?? id);
}
