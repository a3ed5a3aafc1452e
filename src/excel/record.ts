import type { Area, Position } from '../domain/address';
import { cellContent, fingerprint } from '../plan/fingerprint';
import type { CellBlock, PlanCell, StyleName } from '../plan/types';
import { blockArea, type PlacedColumn, type PlacedSheet } from './placed';
import type { BuildSource } from './types';

/** A block as it was written: its frame, and a print of each cell by which a person's change is seen later. */
export interface BlockRecord {
  readonly at: Position;
  readonly style: StyleName;
  readonly format?: string;
  readonly merge?: boolean;
  /** '' for a cell that was left blank, TYPED for one that a person had already changed. */
  readonly prints: readonly (readonly string[])[];
}

/** Never the print of a cell, so the cell stays a person's. */
export const TYPED = '!';

export interface TableRecord {
  readonly role: string;
  readonly name: string;
  /** Where the plan wanted it. */
  readonly planned: Area;
  readonly columns: readonly PlacedColumn[];
}

export interface SheetRecord extends Omit<PlacedSheet, 'blocks' | 'tables'> {
  readonly id: string;
  readonly blocks: readonly BlockRecord[];
  readonly tables: readonly TableRecord[];
}

/** What Daybook remembers of one build. */
export interface BuildRecord {
  readonly id: string;
  readonly template: string;
  readonly locale: 'zh-CN' | 'en';
  readonly source: BuildSource | null;
  readonly companions: Readonly<Record<string, readonly BuildSource[]>>;
  readonly options: Readonly<Record<string, string>>;
  readonly sheets: readonly SheetRecord[];
}

/** The print of one cell; '' where nothing stands. */
export function cellPrint(cell: PlanCell | undefined): string {
  return cellContent(cell) === '' ? '' : fingerprint(['cell'], [cell]);
}

/** A block with the contents that stand on the sheet now. */
export function standingBlock(
  record: BlockRecord,
  cellAt: (row: number, column: number) => PlanCell,
): CellBlock {
  const { at, style, format, merge, prints } = record;
  const cells = prints.map((row, r) => row.map((_, c) => cellAt(at.row + r, at.column + c)));
  return { at, style, format, merge, cells };
}

/** The area that a recorded block covers. */
export function recordedArea(record: BlockRecord): Area {
  return blockArea({ ...record, cells: record.prints });
}
