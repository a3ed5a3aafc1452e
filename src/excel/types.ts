import type { DaybookError } from '../domain/errors';
import type { BookGrid } from '../reading/grid';
import type { RememberedTable } from '../reading/types';
import type { Notice } from './errors';

/** What every longer piece of work accepts: it can be stopped between two requests, and it says how far it is. */
export interface Work {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** How far a piece of work is; `done` and `total` count rows, or steps where no rows are moved. */
export interface Progress {
  readonly step: 'look' | 'read' | 'compare' | 'write' | 'finish' | 'restore';
  /** The sheet that is being worked on; '' between sheets. */
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions extends Work {
  /** Only these sheets, by name; all that are not Daybook's own when left out. */
  readonly sheets?: readonly string[];
}

export interface BookScan {
  /** Every sheet that could be read, without those that Daybook built. */
  readonly grid: BookGrid;
  /** Names of the sheets that Daybook built. */
  readonly built: readonly string[];
  /** Sheets that Excel did not give away, each with the reason. */
  readonly unreadable: readonly { readonly sheet: string; readonly error: DaybookError }[];
  /** The cells of sheets that can hold rules: those that Daybook built with a role that begins with 'rules', then `grid`. */
  readonly rules: BookGrid;
  readonly notices: readonly Notice[];
}

/** Where a build's rows came from: enough to recognise the table next time. */
export interface BuildSource {
  readonly sheet: string;
  /** Signature of the headers, from headerSignature() of src/reading. */
  readonly signature: string;
  /** A companion that could have been taken, and the person left it out. */
  readonly leftOut?: boolean;
}

/** One build that stands in the workbook, as the pane shows it. */
export interface BuildInfo {
  readonly id: string;
  readonly template: string;
  readonly locale: 'zh-CN' | 'en';
  /** null where it was built to be filled in by hand. */
  readonly source: BuildSource | null;
  readonly companions: Readonly<Record<string, readonly BuildSource[]>>;
  readonly options: Readonly<Record<string, string>>;
  /** The build's sheets that are still there, under the names they have now. */
  readonly sheets: readonly { readonly role: string; readonly name: string }[];
}

/** What Daybook remembers in the workbook. */
export interface Memory {
  readonly builds: readonly BuildInfo[];
  readonly choices: readonly RememberedTable[];
  /** Said once: the memory was damaged and what was done about it. */
  readonly notices: readonly Notice[];
}

export interface BuildOptions extends Work {
  readonly source: BuildSource | null;
  /** By the companion's id; none where left out. */
  readonly companions?: Readonly<Record<string, readonly BuildSource[]>>;
  readonly options: Readonly<Record<string, string>>;
  /** The build to refresh in place; null adds new sheets. */
  readonly refresh: string | null;
}

/** What a refresh did to one built table; the counts are rows, as in MergeReport of src/plan/merge.ts. */
export interface TableChange {
  readonly sheet: string;
  readonly table: string;
  /** Rows that the table has now. */
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Gone from the source and nothing typed: taken out. */
  readonly removed: number;
  /** Typed over by a person, the source the same: what was typed stays. */
  readonly typed: number;
  /** Rows that people added, and rows that they deleted and that stay deleted. */
  readonly own: number;
  readonly deleted: number;
  /** Rows to look at: they differ on both sides, or are gone from the source although something was typed, or are back. */
  readonly differences: readonly {
    readonly kind: 'both-changed' | 'gone' | 'returned';
    readonly key: string;
    /** The row's first cell. */
    readonly address: string;
    readonly cells: readonly CellConflict[];
  }[];
}

/** A cell that changed on both sides: what stands there now, and what the source says. */
export interface CellConflict {
  readonly sheet: string;
  readonly address: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface BuildResult {
  readonly build: BuildInfo;
  /** Names of the sheets that were added, and of those that were refreshed. */
  readonly added: readonly string[];
  readonly refreshed: readonly string[];
  readonly changes: readonly TableChange[];
  /** Cells outside tables that a person had overwritten: kept as they were. */
  readonly kept: readonly CellConflict[];
  /** Niceties that this Excel could not do, and other things to say. */
  readonly notices: readonly Notice[];
}

/** What a person changed on the built sheets since the build, and undo would take away. */
export interface UndoLoss {
  readonly sheet: string;
  /** Addresses of changed cells, at most twenty; `more` counts the others. */
  readonly cells: readonly string[];
  readonly more: number;
}

export type UndoOutcome =
  | { readonly done: true; readonly removed: readonly string[]; readonly restored: readonly string[] }
  | { readonly done: false; readonly losses: readonly UndoLoss[] };

/** Light or dark, the colours and the language that the host shows. */
export interface Surroundings {
  readonly language: string;
  readonly dark: boolean;
  readonly highContrast: boolean;
  /** '#RRGGBB' of the pane's background and text; null where the host does not say. */
  readonly background: string | null;
  readonly foreground: string | null;
}
