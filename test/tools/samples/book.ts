import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre';
import { serialOf } from '../../../src/domain/dates';

/** One cell as a person fills it: a value, or a value with a number format or look of its own. */
export type Filled = CellValue | { readonly value: CellValue; readonly style: CellStyle };

export interface Look {
  readonly font: string;
  readonly headerFill: string;
  readonly titleSize: number;
}

const THIN = { style: 'thin', color: { rgb: 'FF999999' } } as const;
const BOX = { top: THIN, right: THIN, bottom: THIN, left: THIN };

/** A sheet put together cell by cell, as people do: a merged title, a coloured header, boxes around the cells. */
export class SampleSheet {
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: MergeRange[] = [];
  private readonly heights = new Map<number, { height: number }>();
  row = 0;

  constructor(
    private readonly name: string,
    private readonly look: Look,
    private readonly widths: readonly number[],
  ) {}

  title(text: string): void {
    this.set(this.row, 0, text, {
      font: { name: this.look.font, size: this.look.titleSize, bold: true },
      alignment: { horizontal: 'center', vertical: 'center' },
    });
    this.merge(this.row, 0, this.row, this.widths.length - 1);
    this.heights.set(this.row, { height: 30 });
    this.row++;
  }

  /** A free line: unit, date, remark. */
  line(text: string, column = 0): void {
    this.set(this.row, column, text, { font: { name: this.look.font, size: 10 } });
    this.row++;
  }

  header(texts: readonly (string | null)[]): void {
    texts.forEach((text, column) => this.headerCell(this.row, column, text));
    this.row++;
  }

  headerCell(row: number, column: number, text: string | null): void {
    this.set(row, column, text, {
      font: { name: this.look.font, size: 11, bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: this.look.headerFill } },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
      border: BOX,
    });
  }

  fill(values: readonly Filled[], bold = false): void {
    const base: CellStyle = { font: { name: this.look.font, size: 11, bold }, border: BOX };
    values.forEach((filled, column) => {
      if (isStyled(filled)) this.set(this.row, column, filled.value, { ...base, ...filled.style });
      else this.set(this.row, column, filled, base);
    });
    this.row++;
  }

  blank(): void {
    this.row++;
  }

  merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    this.merges.push({ startRow, startCol, endRow, endCol });
  }

  finished(frozenRows: number): WriteSheet {
    return {
      name: this.name,
      rows: [],
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.heights,
      columns: this.widths.map((width) => ({ width })),
      ...(frozenRows > 0 ? { freezePane: { rows: frozenRows } } : {}),
    };
  }

  private set(row: number, column: number, value: CellValue, style: CellStyle): void {
    this.cells.set(`${row},${column}`, { value, style });
  }
}

function isStyled(filled: Filled): filled is Exclude<Filled, CellValue> {
  return typeof filled === 'object' && filled !== null && 'style' in filled;
}

/** A date as Excel keeps it. */
export function day(year: number, month: number, date: number, numFmt: string): Filled {
  return { value: serialOf(year, month, date), style: { numFmt, alignment: { horizontal: 'center' } } };
}

export function money(value: number, numFmt = '#,##0.00'): Filled {
  return { value, style: { numFmt } };
}

/** Numbers from 0 to 1 that are the same at every run. */
export class Dice {
  constructor(private state: number) {}

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 0x100000000;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.next() * choices.length)];
    if (choice === undefined) throw new Error('Nothing to pick from');
    return choice;
  }
}
