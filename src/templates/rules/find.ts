import { cellAddress, type Position } from '../../domain/address';
import type { BookGrid, GridValue, SheetGrid } from '../../reading/grid';
import { isBlank, trimmed } from '../../reading/text';
import type { Problem } from '../../reading/types';
import {
  choicesOf,
  type RuleColumn,
  type RuleDefinition,
  type RuleValue,
  type RuleValues,
} from './definition';
import { headerKey, headerRows, type FoundHeader } from './headers';
import { readCell, type CellFailure, type RuleCell } from './read-cell';

/** A row of a rule table, as it was read. */
export interface RuleRow {
  readonly values: RuleValues;
  readonly sheet: string;
  /** 0-based sheet row. */
  readonly row: number;
  /** The cells as they stand, by the columns' ids. */
  readonly cells: Readonly<Record<string, RuleCell>>;
}

/** A rule table on somebody's sheet. */
export interface RuleTable {
  readonly sheet: string;
  /** Of its first header cell. */
  readonly at: Position;
  /** The sheet's columns by the ids of the definition's; columns that the table lacks are absent. */
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: readonly RuleRow[];
}

export interface FoundRules {
  /** Daybook's own sheets first, then in the order of the sheets. */
  readonly tables: readonly RuleTable[];
  /** What could not be read, where, and what to do: `details` say the sheet and the cell. */
  readonly problems: readonly Problem[];
}

/** How many blank rows a table may have between its rows. */
const GAP = 3;

/** Finds the tables whose header names the definition's columns, in either language, anywhere in the sheets. */
export function findRules(grid: BookGrid, definition: RuleDefinition): FoundRules {
  const tables: RuleTable[] = [];
  const problems: Problem[] = [];
  for (const sheet of grid.sheets) {
    for (const header of headerRows(sheet, definition)) {
      const reader = new TableReader(sheet, definition, header, grid.date1904);
      tables.push(reader.read());
      problems.push(...reader.problems);
    }
  }
  const [first, ...others] = tables;
  if (first && others.length > 0) {
    problems.push({
      code: 'rule-tables-many',
      details: { used: placeOf(first), others: others.map(placeOf).join(', ') },
      severity: 'note',
    });
  }
  return { tables, problems };
}

function placeOf({ sheet, at }: RuleTable): string {
  return `${sheet}!${cellAddress(at)}`;
}

/** A cell of a rule table as messages name it. */
export function ruleProblem(
  code: string,
  sheet: string,
  at: Position,
  details: Problem['details'] = {},
  severity: Problem['severity'] = 'warning',
): Problem {
  return { code, details: { sheet, cell: cellAddress(at), ...details }, severity };
}

/** The words that a cell takes, for a message. */
export function allowedWords(column: Pick<RuleColumn, 'kind' | 'choices'>): string {
  return choicesOf(column)
    .map(({ words }) => `${words['zh-CN'][0]} / ${words.en[0]}`)
    .join(', ');
}

class TableReader {
  readonly problems: Problem[] = [];
  private readonly last: number;

  constructor(
    private readonly sheet: SheetGrid,
    private readonly definition: RuleDefinition,
    private readonly header: FoundHeader,
    private readonly date1904: boolean,
  ) {
    this.last = this.lastRow();
  }

  read(): RuleTable {
    const rows: RuleRow[] = [];
    for (let row = this.header.row + 1; row <= this.last; row++) {
      if (this.blank(row)) continue;
      if (this.isRemark(row)) continue;
      rows.push(this.readRow(row));
    }
    const { origin } = this.sheet;
    const columns = [...this.header.columns].map(([id, column]) => [id, column + origin.column] as const);
    return {
      sheet: this.sheet.name,
      at: this.position(this.header.row, Math.min(...this.header.columns.values())),
      columns: Object.fromEntries(columns),
      rows,
    };
  }

  private readRow(row: number): RuleRow {
    const values: Record<string, RuleValue> = {};
    const cells: Record<string, RuleCell> = {};
    for (const column of this.definition.columns) {
      const place = this.header.columns.get(column.id);
      if (place === undefined) continue;
      const cell = this.cellAt(row, place);
      const reading = readCell(column, cell);
      if ('failure' in reading) {
        this.problem(reading.failure, row, place, column, String(cell.value));
      } else if (reading.value === null && column.required && column.mayBeBlank !== true) {
        this.problem('rule-cell-missing', row, place, column, '');
      }
      values[column.id] = 'value' in reading ? reading.value : null;
      cells[column.id] = cell;
    }
    return { values, cells, sheet: this.sheet.name, row: row + this.sheet.origin.row };
  }

  private cellAt(row: number, place: number): RuleCell {
    return {
      value: this.at(row, place),
      format: this.sheet.formats[row]?.[place] ?? 'General',
      header: String(this.at(this.header.row, place)),
      date1904: this.date1904,
    };
  }

  private problem(
    code: CellFailure | 'rule-cell-missing',
    row: number,
    place: number,
    column: RuleColumn,
    text: string,
  ): void {
    const header = String(this.at(this.header.row, place));
    const details = { header, text, kind: column.kind, allowed: allowedWords(column) };
    this.problems.push(ruleProblem(code, this.sheet.name, this.position(row, place), details));
  }

  private position(row: number, column: number): Position {
    return { row: row + this.sheet.origin.row, column: column + this.sheet.origin.column };
  }

  private at(row: number, column: number): GridValue {
    return this.sheet.values[row]?.[column] ?? '';
  }

  private blank(row: number): boolean {
    return [...this.header.columns.values()].every((column) => isBlank(this.at(row, column)));
  }

  /** A line of text under or in the table: one cell, in its first column, beside blank ones that may not be blank. */
  private isRemark(row: number): boolean {
    const filled = this.definition.columns.filter(({ id }) => {
      const place = this.header.columns.get(id);
      return place !== undefined && !isBlank(this.at(row, place));
    });
    const [only, ...more] = filled;
    const required = this.definition.columns.filter((column) => column.required);
    if (!only || more.length > 0 || required.length < 2) return false;
    const place = this.header.columns.get(only.id) ?? 0;
    const text = this.at(row, place);
    return (
      place === Math.min(...this.header.columns.values()) &&
      typeof text === 'string' &&
      ('failure' in readCell(only, { value: text, format: 'General', header: '', date1904: false }) ||
        text.length > 20 ||
        /^(?:注|备注|说明|note|合计|总计|total)/i.test(trimmed(text)))
    );
  }

  /** The Excel table's own end and what was typed right under it; without one, up to a longer gap or the next header. */
  private lastRow(): number {
    const { origin, tables, values } = this.sheet;
    const top = this.header.row + origin.row;
    const left = Math.min(...this.header.columns.values()) + origin.column;
    const own = tables.find(
      ({ area, hasHeader }) =>
        hasHeader && area.row === top && left >= area.column && left < area.column + area.columns,
    );
    const below = new Set(tables.filter((table) => table !== own).map(({ area }) => area.row - origin.row));
    let last = this.header.row;
    if (own) last = top + own.area.rows - 1 - (own.hasTotals ? 1 : 0) - origin.row;
    const gap = own ? 0 : GAP;
    for (let row = last + 1, blanks = 0; row < values.length; row++) {
      if (below.has(row) || this.startsAnother(row)) break;
      if (!this.blank(row)) {
        // After a gap only what reads like one of the rows still belongs to the table.
        if (blanks > 0 && !this.reads(row)) break;
        [last, blanks] = [row, 0];
      } else if (++blanks > gap) break;
    }
    return last;
  }

  /** All required cells are filled and read. */
  private reads(row: number): boolean {
    return this.definition.columns.every((column) => {
      const place = this.header.columns.get(column.id);
      if (place === undefined) return true;
      const reading = readCell(column, this.cellAt(row, place));
      return 'value' in reading && (reading.value !== null || !column.required || column.mayBeBlank === true);
    });
  }

  /** The header again, or that of another table: texts only, one of them a header of this one. */
  private startsAnother(row: number): boolean {
    const cells = (this.sheet.values[row] ?? []).filter((value) => !isBlank(value));
    if (cells.length < 2 || !cells.every((value) => typeof value === 'string')) return false;
    const own = new Set(
      [...this.header.columns.values()].map((column) => headerKey(String(this.at(this.header.row, column)))),
    );
    return cells.some((value) => own.has(headerKey(String(value))));
  }
}
