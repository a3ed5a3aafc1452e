import { DaybookError, type Details } from '../domain/errors';
import type { Locale } from '../locales/locale';
import type { WorkbookNames } from '../plan/names';
import type { Plan, TablePlan } from '../plan/types';
import type { BookGrid, SheetGrid } from '../reading/grid';
import type { TableKey } from '../reading/outline';
import type { BookOutline, ReadingProgress, RememberedTable } from '../reading/types';
import type { Preparation } from '../templates/types';

/**
 * What goes between the pane and its worker. The pane sends a workbook's cells, then one request at a time; the worker
 * keeps the readings and answers with outlines. Whatever can be long goes in pieces, for a message is copied in one go.
 */

/** What to build, in terms of the outline that the pane has. */
export interface WorkerOrder {
  readonly template: string;
  /** Null: blank, to be filled in by hand. */
  readonly source: TableKey | null;
  readonly companions: Readonly<Record<string, readonly TableKey[]>>;
  /** Daybook's own sheets of rules as they are now; people's are in the workbook that was sent. */
  readonly rules: readonly SheetGrid[];
  readonly names: WorkbookNames;
  readonly locale: Locale;
  readonly options: Readonly<Record<string, string>>;
}

/** A workbook's cells; its sheets follow one by one, and each is followed by its rows. None of them is answered. */
export type GridMessage =
  | { readonly kind: 'book'; readonly book: BookGrid }
  | { readonly kind: 'sheet'; readonly sheet: SheetGrid }
  | {
      readonly kind: 'rows';
      readonly values: SheetGrid['values'];
      readonly formats: SheetGrid['formats'];
    };

/** Each is answered in the end, by its own answer or by 'failed'. */
export type Question =
  | { readonly kind: 'read'; readonly choices: readonly RememberedTable[] }
  | { readonly kind: 'prepare'; readonly order: WorkerOrder }
  | { readonly kind: 'build'; readonly order: WorkerOrder };

export type Request = GridMessage | Question;

/** Rows of one of a plan's tables with their keys; the plan itself comes first, with its tables empty. */
export interface PlanRows {
  readonly kind: 'plan-rows';
  readonly sheet: number;
  readonly table: number;
  readonly rows: TablePlan['rows'];
  readonly keys: TablePlan['keys'];
}

/** Something thrown, on its way to the other side. */
export interface Failure {
  /** Null where it is none of Daybook's own errors. */
  readonly code: string | null;
  readonly details: Details;
  readonly message: string;
}

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'plan'; readonly plan: Plan }
  | PlanRows
  | Answer;

/** The end of a question. */
export type Answer =
  | { readonly kind: 'outline'; readonly outline: BookOutline }
  | { readonly kind: 'preparation'; readonly preparation: Preparation }
  | { readonly kind: 'planned' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export function failureOf(error: unknown): Failure {
  if (error instanceof DaybookError) {
    return { code: error.code, details: error.details, message: error.message };
  }
  return { code: null, details: {}, message: error instanceof Error ? error.message : String(error) };
}

export function errorOf({ code, details, message }: Failure): Error {
  return code === null ? new Error(message) : new DaybookError(code, details);
}
