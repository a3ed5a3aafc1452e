import { finish, ROWS_A_STEP, type Steps } from '../domain/drain';
import { DaybookError } from '../domain/errors';
import { cellContent, fingerprint, markText, parseMark, type Mark } from './fingerprint';
import { layColumns, type LaidColumn } from './layout';
import type { PlanCell, TablePlan } from './types';

/**
 * A rebuild as a three-way merge of rows: what Daybook wrote last time (told by each row's mark), what stands on the
 * sheet now, and what the source says now. Nothing that a person typed is ever lost.
 */

/** A built table as it stands on the sheet: a cell that holds a formula comes as a Formula, all others as values. */
export interface StandingTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly PlanCell[])[];
}

export interface CellDifference {
  readonly header: string;
  /** Column of the merged table. */
  readonly column: number;
  readonly onSheet: PlanCell;
  readonly inSource: PlanCell;
}

export interface RowDifference {
  /**
   * 'both-changed': typed over and changed in the source, what was typed stays. 'gone': no longer in the source, stays
   * because something was typed. 'returned': deleted on the sheet, but changed in the source since, so it is back.
   */
  readonly kind: 'both-changed' | 'gone' | 'returned';
  readonly key: string;
  /** Row of the merged table. */
  readonly row: number;
  readonly cells: readonly CellDifference[];
}

export interface MergeReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Gone from the source and nothing typed: taken out. */
  readonly removed: number;
  /** Typed over, the source the same: what was typed stays. */
  readonly typed: number;
  /** Rows that people added. */
  readonly own: number;
  /** Rows that people deleted and that stay deleted. */
  readonly deleted: number;
  readonly differences: readonly RowDifference[];
}

export interface MergedTable {
  readonly columns: readonly LaidColumn[];
  /** Aligned with columns. null in a 'computed' column means the column's formula; a value there was typed over it. */
  readonly rows: readonly (readonly PlanCell[])[];
  /** To be kept and passed as `written` next time: the marks of all source rows known to the sheet. */
  readonly marks: readonly string[];
  readonly report: MergeReport;
}

/** Merges in one go: see mergeSteps. */
export function mergeTable(
  plan: TablePlan,
  standing: StandingTable | null,
  written: readonly string[] | null,
): MergedTable {
  return finish(mergeSteps(plan, standing, written));
}

/**
 * @param standing the table on the sheet; null on the first build
 * @param written marks of the last merge; without them a deleted row can't be told from a new one and comes back
 */
export function mergeSteps(
  plan: TablePlan,
  standing: StandingTable | null,
  written: readonly string[] | null,
): Steps<MergedTable> {
  return new Merge(plan, layColumns(plan.columns, standing?.headers ?? null)).run(
    standing?.rows ?? [],
    written,
  );
}

interface Standing {
  readonly cells: readonly PlanCell[];
  /** null for a row of a person's own. */
  readonly mark: Mark | null;
  readonly fingerprint: string;
}

type PlanColumn = LaidColumn & { readonly kind: 'plan' };

class Merge {
  private readonly rows: PlanCell[][] = [];
  private readonly marks: string[] = [];
  private readonly differences: RowDifference[] = [];
  private readonly counts = { added: 0, updated: 0, unchanged: 0, removed: 0, typed: 0, own: 0, deleted: 0 };
  private readonly planRowOf = new Map<string, number>();
  private readonly planPrints: string[] = [];
  /** In the plan's order, so that moving a column on the sheet changes no fingerprint. */
  private readonly source: readonly PlanColumn[];
  private readonly ids: readonly string[];

  constructor(
    private readonly plan: TablePlan,
    private readonly columns: readonly LaidColumn[],
  ) {
    this.source = columns
      .filter((column) => column.kind === 'plan')
      .filter(({ column }) => column.entry === 'source')
      .sort((a, b) => a.plan - b.plan);
    this.ids = this.source.map(({ column }) => column.id ?? column.header);
  }

  private print(cellOf: (column: PlanColumn) => PlanCell | undefined): string {
    return fingerprint(this.ids, this.source.map(cellOf));
  }

  *run(rows: readonly (readonly PlanCell[])[], written: readonly string[] | null): Steps<MergedTable> {
    const { name, keys } = this.plan;
    for (const [row, key] of keys.entries()) {
      if (this.planRowOf.has(key)) throw new DaybookError('plan-key-twice', { table: name, key });
      this.planRowOf.set(key, row);
      if (row % ROWS_A_STEP === 0) yield;
    }
    for (const [row, cells] of this.plan.rows.entries()) {
      this.planPrints.push(this.print((column) => cells[column.plan]));
      if (row % ROWS_A_STEP === 0) yield;
    }
    const standing = this.recogniseLost(yield* this.read(rows));
    const present = new Set<string>();
    for (const [index, row] of standing.entries()) {
      if (row.mark) present.add(row.mark.key);
      this.mergeRow(row);
      if (index % ROWS_A_STEP === 0) yield;
    }
    yield* this.addMissing(present, written);
    const { columns, marks, differences } = this;
    return { columns, rows: this.rows, marks, report: { ...this.counts, differences } };
  }

  /** Rows with their marks. Of two rows with one mark the untouched one, else the first, is ours; a copy is a person's own. */
  private *read(rows: readonly (readonly PlanCell[])[]): Steps<Standing[]> {
    const markPlace = this.columns.find(
      (column) => column.kind === 'plan' && column.column.entry === 'mark',
    )?.sheet;
    const standing: Standing[] = [];
    for (const [row, cells] of rows.entries()) {
      if (row % ROWS_A_STEP === 0) yield;
      if (!this.says(cells) && !this.isFreeLine(cells, markPlace)) continue;
      standing.push({
        cells,
        mark: markPlace === null || markPlace === undefined ? null : parseMark(cells[markPlace]),
        fingerprint: this.print(({ sheet }) => (sheet === null ? null : cells[sheet])),
      });
    }
    const ours = new Map<string, number>();
    standing.forEach(({ mark, fingerprint: print }, index) => {
      if (mark === null) return;
      const first = ours.get(mark.key);
      const other = first === undefined ? undefined : standing[first];
      const firstTouched = other !== undefined && other.fingerprint !== other.mark?.fingerprint;
      if (other === undefined || (firstTouched && print === mark.fingerprint)) ours.set(mark.key, index);
    });
    return standing.map((row, index) =>
      row.mark !== null && ours.get(row.mark.key) !== index ? { ...row, mark: null } : row,
    );
  }

  /**
   * A row that is a missing source row under another name is taken as ours, so that it does not count twice: without
   * mark it says exactly what the source says (its mark was cleared, or a person typed the order before it arrived);
   * with the mark of a row that is gone, that row said so when it was written (of two instalments one is left, and its
   * number has become enough to tell it).
   */
  private recogniseLost(standing: readonly Standing[]): Standing[] {
    const lost = standing.filter(({ mark }) => mark === null || !this.planRowOf.has(mark.key));
    if (lost.length === 0) return [...standing];
    const present = new Set(standing.map(({ mark }) => mark?.key));
    const missing = new Map<string, string[]>();
    this.plan.keys.forEach((key, row) => {
      const print = this.planPrints[row];
      if (print === undefined || present.has(key)) return;
      const same = missing.get(print);
      if (same) same.push(key);
      else missing.set(print, [key]);
    });
    const found = new Map<Standing, Mark>();
    const adopt = (row: Standing): void => {
      const print = row.mark?.fingerprint ?? row.fingerprint;
      const key = missing.get(print)?.shift();
      if (key !== undefined) found.set(row, { key, fingerprint: print });
    };
    // What Daybook wrote goes before what a person typed alike.
    lost.filter(({ mark }) => mark !== null).forEach(adopt);
    lost.filter(({ mark }) => mark === null).forEach(adopt);
    return standing.map((row) => ({ ...row, mark: found.get(row) ?? row.mark }));
  }

  private mergeRow(row: Standing): void {
    if (row.mark === null) {
      this.counts.own++;
      this.rows.push(this.compose(row.cells, null, null, ''));
      return;
    }
    const { mark } = row;
    const planRow = this.planRowOf.get(mark.key);
    if (planRow === undefined) {
      if (row.fingerprint === mark.fingerprint && !this.hasTyped(row.cells)) {
        this.counts.removed++;
        return;
      }
      this.differences.push({ kind: 'gone', key: mark.key, row: this.rows.length, cells: [] });
      this.keep(row, null, null, mark);
      return;
    }
    const print = this.planPrints[planRow] ?? '';
    const source = this.plan.rows[planRow] ?? [];
    if (row.fingerprint === print) {
      this.counts.unchanged++;
      this.keep(row, null, source, { key: mark.key, fingerprint: print });
    } else if (row.fingerprint === mark.fingerprint) {
      this.counts.updated++;
      this.keep(row, source, source, { key: mark.key, fingerprint: print });
    } else if (print === mark.fingerprint) {
      this.counts.typed++;
      this.keep(row, null, source, mark);
    } else {
      const cells = this.differingCells(row.cells, source);
      this.differences.push({ kind: 'both-changed', key: mark.key, row: this.rows.length, cells });
      // The old mark stays: the row is shown again at every rebuild until both sides agree.
      this.keep(row, null, source, mark);
    }
  }

  private *addMissing(present: ReadonlySet<string>, written: readonly string[] | null): Steps<void> {
    const before = new Map<string, string>();
    for (const [index, text] of (written ?? []).entries()) {
      if (index % ROWS_A_STEP === 0) yield;
      const mark = parseMark(text);
      if (mark) before.set(mark.key, mark.fingerprint);
    }
    for (const [planRow, key] of this.plan.keys.entries()) {
      if (planRow % ROWS_A_STEP === 0) yield;
      if (present.has(key)) continue;
      const print = this.planPrints[planRow] ?? '';
      const last = before.get(key);
      const mark = markText({ key, fingerprint: print });
      this.marks.push(mark);
      if (last === print) {
        this.counts.deleted++;
        continue;
      }
      if (last === undefined) this.counts.added++;
      else this.differences.push({ kind: 'returned', key, row: this.rows.length, cells: [] });
      const source = this.plan.rows[planRow] ?? [];
      this.rows.push(this.compose([], source, source, mark));
    }
  }

  private keep(
    row: Standing,
    source: readonly PlanCell[] | null,
    origin: readonly PlanCell[] | null,
    mark: Mark,
  ): void {
    const text = markText(mark);
    this.marks.push(text);
    this.rows.push(this.compose(row.cells, source, origin, text));
  }

  /** A row of the merged table; `source` and `origin` cells come from the plan's row where one is given, else from the sheet. */
  private compose(
    sheetCells: readonly PlanCell[],
    source: readonly PlanCell[] | null,
    origin: readonly PlanCell[] | null,
    mark: string,
  ): PlanCell[] {
    return this.columns.map((laid) => {
      const onSheet = laid.sheet === null ? null : (sheetCells[laid.sheet] ?? null);
      if (laid.kind === 'own') return onSheet;
      switch (laid.column.entry) {
        case 'source':
          return source ? (source[laid.plan] ?? null) : onSheet;
        case 'origin':
          return origin ? (origin[laid.plan] ?? null) : onSheet;
        case 'typed':
          return onSheet;
        case 'computed':
          return isConstant(onSheet) ? onSheet : null;
        case 'mark':
          return mark;
      }
    });
  }

  /** Whether anything stands in the row but its mark and the formulas that every row has. */
  private says(cells: readonly PlanCell[]): boolean {
    return this.columns.some((laid) => {
      const cell = laid.sheet === null ? null : (cells[laid.sheet] ?? null);
      if (laid.kind === 'own' || laid.column.entry === 'computed') return isConstant(cell);
      return laid.column.entry !== 'mark' && cellContent(cell) !== '';
    });
  }

  /** A line that the plan leaves free to be filled in, and that still is. */
  private isFreeLine(cells: readonly PlanCell[], markPlace: number | null | undefined): boolean {
    const mark = markPlace === null || markPlace === undefined ? null : parseMark(cells[markPlace]);
    const planRow = mark === null ? undefined : this.planRowOf.get(mark.key);
    const planned = planRow === undefined ? undefined : this.plan.rows[planRow];
    return planned?.every((cell) => cellContent(cell) === '') === true;
  }

  /** Whether a person wrote anything into the row beside its source cells. */
  private hasTyped(cells: readonly PlanCell[]): boolean {
    return this.columns.some((laid) => {
      const cell = laid.sheet === null ? null : (cells[laid.sheet] ?? null);
      if (laid.kind === 'own') return isConstant(cell);
      return (
        (laid.column.entry === 'typed' && cellContent(cell) !== '') ||
        (laid.column.entry === 'computed' && isConstant(cell))
      );
    });
  }

  private differingCells(cells: readonly PlanCell[], source: readonly PlanCell[]): CellDifference[] {
    const differences: CellDifference[] = [];
    this.columns.forEach((laid, column) => {
      if (laid.kind !== 'plan' || laid.column.entry !== 'source') return;
      const onSheet = laid.sheet === null ? null : (cells[laid.sheet] ?? null);
      const inSource = source[laid.plan] ?? null;
      if (cellContent(onSheet) === cellContent(inSource)) return;
      differences.push({ header: laid.column.header, column, onSheet, inSource });
    });
    return differences;
  }
}

/** A formula in a calculated column is the column's own (Excel may spell it otherwise); a constant was typed over it. */
function isConstant(cell: PlanCell): boolean {
  return cellContent(cell) !== '' && !(typeof cell === 'object' && cell !== null);
}
