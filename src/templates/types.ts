import type { Locale } from '../locales';
import type { NameBook } from '../plan/names';
import type { Plan } from '../plan/types';
import type { BookGrid } from '../reading/grid';
import type { BookReading, Field, Problem, Role, TableReading } from '../reading/types';

export type { NameBook };

export interface BuildRequest {
  readonly book: BookReading;
  /** The cells of the sheets that hold rules (plans, deadlines, holidays), people's and Daybook's own: see rules.ts. */
  readonly rules: BookGrid;
  /** The table the person chose, one of book's; null only where the entry says `blank`. */
  readonly source: TableReading | null;
  /** The tables the person chose for each of the entry's companions, by its id. */
  readonly companions: Readonly<Record<string, readonly TableReading[]>>;
  /** Serial of the day the build speaks of; null lets the data decide (the newest date in it). */
  readonly asOf: number | null;
  readonly locale: Locale;
  readonly names: NameBook;
  /** The template's own choices by id, each one of the values that `options` lists. */
  readonly options: Readonly<Record<string, string>>;
}

export interface TemplateOption {
  readonly id: string;
  readonly values: readonly string[];
  /** The value that stands in the pane before the person chooses; always shown, never silent. */
  readonly initial: string;
}

/** What would be built, shown before anything is written. */
export interface Preparation {
  /** A problem with severity 'warning' and code from src/locales when the source can't be used at all. */
  readonly refusal: Problem | null;
  readonly sheets: readonly { readonly name: string; readonly about: string }[];
  readonly rowsUsed: number;
  /** Rows that can't be used by this template although they are data, with the reason. */
  readonly findings: readonly Problem[];
  /** A few figures that let a person see at once whether it was read right, already formatted. */
  readonly highlights: readonly { readonly label: string; readonly value: string }[];
  /** By option and value, what choosing it comes to on this very workbook ('¥40,000 earns ¥11,000'). */
  readonly examples?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Another table that a template can use beside its source: the orders behind a commission sheet, a team list. */
export interface TemplateCompanion {
  /** English kebab-case; its label stands in src/locales under the template's `companions`. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** Without it the template can't be built. */
  readonly required: boolean;
  /** Several tables can be taken (a sheet a person, a sheet a month). */
  readonly many: boolean;
  /** Columns that make a table a good one: of several, those with most of them come first. */
  readonly wanted?: readonly Field[];
  /**
   * What stands in the pane before the person chooses: 'longest' of the roles' tables, 'alike' all those with the
   * source's own headers, 'none'. Never the source itself.
   */
  readonly initial: 'longest' | 'alike' | 'none';
  /** With 'alike': tables with other headers are taken too, where they number their rows as the source does. */
  readonly linked?: Link;
}

/** How a table tells that it speaks of the source's own matters: a number that both have, and one of its columns. */
export interface Link {
  readonly by: readonly Field[];
  readonly having: readonly Field[];
}

/** What templates are grouped by in the pane and on the ribbon, in this order. */
export const FAMILIES = ['summary', 'commission', 'visits', 'orders', 'customers'] as const;
export type Family = (typeof FAMILIES)[number];

/** What is known of a template before any of its code is needed. */
export interface TemplateEntry {
  /** English kebab-case; texts stand under this id in src/locales. */
  readonly id: string;
  readonly family: Family;
  readonly roles: readonly Role[];
  /** The fields it reads, most important first; the pane lets a person say which column each one is. */
  readonly fields: readonly { readonly field: Field; readonly required: boolean }[];
  readonly options: readonly TemplateOption[];
  readonly companions: readonly TemplateCompanion[];
  /** Can be built without any sheet, to be filled in by hand. */
  readonly blank: boolean;
}

/** One entry serves the pane, the ribbon, the command line, the docs and the tests. */
export interface Template extends TemplateEntry {
  prepare(request: BuildRequest): Preparation;
  build(request: BuildRequest): Plan;
}
