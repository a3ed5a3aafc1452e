import type { Area, Position } from '../../domain/address';
import type { BookGrid, GridValue } from '../../reading/grid';
import { nameKey, wordKey } from '../../reading/text';
import type { Problem } from '../../reading/types';
import {
  allowedWords,
  findRules,
  readCell,
  ruleProblem,
  type RuleDefinition,
  type RuleRow,
  type RuleTable,
  type RuleValue,
} from '../rules';
import { TERMS, termsTable, type Term, type TermId } from './tables';

/** Whom a row speaks of: a version and a role, '' where it speaks of all. */
export interface Scope {
  readonly version: string;
  readonly role: string;
}

/** A term as a sheet says it. */
export interface SaidTerm extends Scope {
  readonly term: Term;
  readonly value: RuleValue;
  readonly sheet: string;
  /** Of the cell with its value. */
  readonly at: Position;
  /** The cell holds the value itself, not a text that says it: formulas can speak of it. */
  readonly plain: boolean;
  /** What the cell holds. */
  readonly raw: GridValue;
}

/** A table's column without its header. */
export interface ColumnArea extends Area {
  readonly sheet: string;
  /** Cells that are not blank. */
  readonly filled: number;
}

/** A plan's tables as they stand on the sheets: those of one sheet, and of other sheets what that one lacks. */
export class PlanCells {
  readonly problems: Problem[] = [];
  private readonly tables = new Map<string, RuleTable>();
  readonly terms: readonly SaidTerm[];

  constructor(
    private readonly grid: BookGrid,
    /** The sheet whose tables come first. */
    readonly sheet: string,
  ) {
    this.terms = this.readTerms();
  }

  rows(definition: RuleDefinition): readonly RuleRow[] {
    return this.table(definition)?.rows ?? [];
  }

  /** The cell of a row's column; null where the table has no such column. */
  position(definition: RuleDefinition, row: RuleRow, column: string): Position | null {
    const place = this.table(definition)?.columns[column];
    return place === undefined ? null : { row: row.row, column: place };
  }

  /** The cells of a column under its header, with blank rows below for rows that are typed later; null without a table. */
  columnArea(definition: RuleDefinition, column: string): ColumnArea | null {
    const table = this.table(definition);
    const place = table?.columns[column];
    if (!table || place === undefined) return null;
    const last = table.rows.reduce((most, { row }) => Math.max(most, row), table.at.row);
    const rows = last - table.at.row + 2;
    const found = this.grid.sheets.find(({ name }) => name === table.sheet);
    const first = table.at.row + 1 - (found?.origin.row ?? 0);
    const filled = (found?.values ?? [])
      .slice(first, first + rows)
      .filter((values) => (values[place - (found?.origin.column ?? 0)] ?? '') !== '').length;
    return { sheet: table.sheet, row: table.at.row + 1, column: place, rows, columns: 1, filled };
  }

  /** The table that counts, the own sheet's first; its problems are taken with it. */
  private table(definition: RuleDefinition): RuleTable | undefined {
    const known = this.tables.get(definition.id);
    if (known) return known;
    const { tables, problems } = findRules(this.grid, definition);
    const found = tables.find(({ sheet }) => sheet === this.sheet) ?? tables[0];
    if (!found) return undefined;
    this.tables.set(definition.id, found);
    this.problems.push(
      ...problems.filter(
        ({ code, details }) => code !== 'rule-tables-many' && details['sheet'] === found.sheet,
      ),
    );
    return found;
  }

  private readTerms(): SaidTerm[] {
    const byLabel = new Map(
      TERMS.flatMap((term) =>
        Object.values(term.labels).flatMap((words) => words.map((word) => [wordKey(word), term] as const)),
      ),
    );
    const column = this.table(termsTable)?.columns['value'];
    const terms: SaidTerm[] = [];
    for (const row of this.rows(termsTable)) {
      const label = text(row.values['term']);
      const cell = row.cells['value'];
      if (label === '' || !cell || column === undefined) continue;
      const term = byLabel.get(wordKey(label));
      const at = { row: row.row, column };
      if (!term) {
        this.problems.push(ruleProblem('plan-term-unknown', row.sheet, at, { header: label }));
        continue;
      }
      const reading = readCell(term, cell);
      if ('failure' in reading && reading.failure !== 'rule-cell-error') {
        const details = {
          header: label,
          text: String(cell.value),
          kind: term.kind,
          allowed: allowedWords(term),
        };
        this.problems.push(ruleProblem(reading.failure, row.sheet, at, details));
      }
      const scope = {
        version: text(row.values['version']),
        role: term.of === 'role' ? text(row.values['role']) : '',
      };
      const twin = terms.find((one) => one.term === term && sameScope(one, scope));
      if (twin) {
        this.problems.push(ruleProblem('plan-term-twice', row.sheet, at, { header: label }));
        continue;
      }
      const value = 'value' in reading ? reading.value : null;
      terms.push({
        ...scope,
        term,
        value,
        sheet: row.sheet,
        at,
        plain: cell.value === value,
        raw: cell.value,
      });
    }
    return terms;
  }

  /** What holds for a version and a role: what is said of both, else of the role, else of the version, else of all. */
  term(id: TermId, scope: Scope): SaidTerm | null {
    let best: SaidTerm | null = null;
    let most = -1;
    for (const said of this.terms) {
      const points = fit(said, scope);
      if (said.term.id === id && points > most) [best, most] = [said, points];
    }
    return best;
  }

  /** The rows that hold: those of the role, else those of all roles; likewise of the version. */
  scoped(definition: RuleDefinition, scope: Scope): readonly RuleRow[] {
    const rows = this.rows(definition).map((row) => ({ row, points: fit(scopeOf(row), scope) }));
    const most = rows.reduce((best, { points }) => Math.max(best, points), 0);
    return rows.filter(({ points }) => points === most).map(({ row }) => row);
  }
}

export function text(value: RuleValue | undefined): string {
  return value === null || value === undefined ? '' : String(value).trim();
}

export function scopeOf({ values }: RuleRow): Scope {
  return { version: text(values['version']), role: text(values['role']) };
}

function sameScope(a: Scope, b: Scope): boolean {
  return nameKey(a.version) === nameKey(b.version) && nameKey(a.role) === nameKey(b.role);
}

/** How closely something said fits a scope; -1 where it speaks of others. */
function fit(said: Scope, scope: Scope): number {
  let points = 0;
  for (const [name, weight] of [
    ['role', 2],
    ['version', 1],
  ] as const) {
    if (said[name] === '') continue;
    if (nameKey(said[name]) !== nameKey(scope[name])) return -1;
    points += weight;
  }
  return points;
}
