import { cellAddress } from '../domain/address';
import { cellContent } from '../plan/fingerprint';
import type { CellBlock, PlanCell } from '../plan/types';
import { excelError, type Notice } from './errors';
import { withoutNames, type Naming } from './naming';
import { blockArea, contains, sameArea } from './placed';
import { cellPrint, recordedArea, standingBlock, TYPED, type BlockRecord } from './record';
import type { StandingSheet } from './standing';
import type { CellConflict } from './types';

/** Blocks of a refreshed sheet: what is to stand there, what stands there now, and what people had changed. */
export interface RefreshedBlocks {
  readonly to: readonly CellBlock[];
  readonly from: readonly CellBlock[];
  /** By block and cell: where a person's own content stays. */
  readonly typed: ReadonlySet<string>;
  readonly kept: readonly CellConflict[];
  readonly notices: readonly Notice[];
}

/** Key of a cell of a block in RefreshedBlocks.typed. */
export function cellKey(block: number, row: number, column: number): string {
  return `${block}/${row}/${column}`;
}

/** With more of the built cells changed than this, rows or columns were inserted or deleted among them. */
const MOST_CHANGED = 1 / 3;
const FEW_CELLS = 6;

/** What a person reads of a cell. */
export function cellText(cell: PlanCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.formula : String(cell);
}

/** The print of a cell as the last build would have written it: names that people changed since don't count. */
export function printOf(cell: PlanCell | undefined, naming: Naming): string {
  return typeof cell === 'object' && cell !== null
    ? cellPrint({ formula: withoutNames(cell.formula, naming) })
    : cellPrint(cell);
}

/** Merges a sheet's blocks: a cell that a person changed keeps its content wherever the block went. */
export function refreshBlocks(
  plan: readonly CellBlock[],
  standing: StandingSheet,
  naming: Naming,
): RefreshedBlocks {
  const records = standing.record.blocks;
  const changed = records.map((record) => changedCells(record, standing, naming));
  refuseShifted(records, changed, standing);
  const twins = pairBlocks(plan, records);
  const typed = new Set<string>();
  const kept: CellConflict[] = [];
  const to = plan.map((block, index): CellBlock => {
    const twin = twins.get(index);
    const own = twin === undefined ? undefined : changed[twin];
    if (!own || own.size === 0) return block;
    const cells = block.cells.map((row, r) =>
      row.map((cell, c): PlanCell => {
        const content = own.get(`${r}/${c}`);
        if (content === undefined) return cell;
        typed.add(cellKey(index, r, c));
        if (cell !== null && cellContent(cell) !== cellContent(content)) {
          const address = cellAddress({ row: block.at.row + r, column: block.at.column + c });
          kept.push({
            sheet: standing.listed.name,
            address,
            ours: cellText(content),
            theirs: cellText(cell),
          });
        }
        return content;
      }),
    );
    return { ...block, cells };
  });
  const paired = new Set(twins.values());
  return {
    to,
    from: records.map((record) => standingBlock(record, (row, column) => standing.cellAt(row, column))),
    typed,
    kept,
    notices: records.flatMap((record, index) =>
      paired.has(index) ? [] : lostCells(record, changed[index]!, standing),
    ),
  };
}

/** Cells of a block that a person changed, with what they hold; a cell that was only emptied is filled again. */
function changedCells(record: BlockRecord, standing: StandingSheet, naming: Naming): Map<string, PlanCell> {
  const changed = new Map<string, PlanCell>();
  record.prints.forEach((row, r) =>
    row.forEach((print, c) => {
      const cell = standing.cellAt(record.at.row + r, record.at.column + c);
      const now = printOf(cell, naming);
      if (now !== '' && now !== print) changed.set(`${r}/${c}`, cell);
    }),
  );
  return changed;
}

function refuseShifted(
  records: readonly BlockRecord[],
  changed: readonly ReadonlyMap<string, PlanCell>[],
  standing: StandingSheet,
): void {
  let written = 0;
  let moved = 0;
  records.forEach((record, index) =>
    record.prints.forEach((row, r) =>
      row.forEach((print, c) => {
        if (print === '' || print === TYPED) return;
        written++;
        if (changed[index]!.has(`${r}/${c}`)) moved++;
      }),
    ),
  );
  if (moved >= FEW_CELLS && moved > written * MOST_CHANGED) {
    throw excelError('excel-layout-changed', { sheet: standing.listed.name });
  }
}

/** Which recorded block each planned one continues: the one in its place, else the next of the same look and size. */
function pairBlocks(plan: readonly CellBlock[], records: readonly BlockRecord[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(records.keys());
  const pair = (fits: (block: CellBlock, record: BlockRecord) => boolean): void => {
    plan.forEach((block, index) => {
      if (pairs.has(index)) return;
      for (const at of free) {
        if (!fits(block, records[at]!)) continue;
        pairs.set(index, at);
        free.delete(at);
        return;
      }
    });
  };
  const sameLook = (block: CellBlock, record: BlockRecord): boolean =>
    block.style === record.style && block.format === record.format;
  pair((block, record) => sameLook(block, record) && sameArea(blockArea(block), recordedArea(record)));
  pair((block, record) => {
    const [now, before] = [blockArea(block), recordedArea(record)];
    return sameLook(block, record) && now.rows === before.rows && now.columns === before.columns;
  });
  return pairs;
}

function lostCells(
  record: BlockRecord,
  changed: ReadonlyMap<string, PlanCell>,
  standing: StandingSheet,
): Notice[] {
  return [...changed].map(([key, cell]) => {
    const [row = 0, column = 0] = key.split('/').map(Number);
    const address = cellAddress({ row: record.at.row + row, column: record.at.column + column });
    return {
      code: 'excel-cell-replaced',
      details: { sheet: standing.listed.name, address, was: cellText(cell) },
    };
  });
}

/** Refuses where the new sheet needs cells that people filled outside what was built. */
export function refuseInTheWay(
  wanted: readonly { row: number; column: number; rows: number; columns: number }[],
  built: readonly { row: number; column: number; rows: number; columns: number }[],
  standing: StandingSheet,
): void {
  const { used } = standing;
  if (!used) return;
  const cells: string[] = [];
  for (const area of wanted) {
    if (built.some((one) => sameArea(one, area))) continue;
    const lastRow = Math.min(area.row + area.rows, used.row + used.rows);
    const lastColumn = Math.min(area.column + area.columns, used.column + used.columns);
    for (let row = Math.max(area.row, used.row); row < lastRow; row++) {
      for (let column = Math.max(area.column, used.column); column < lastColumn; column++) {
        if (cellContent(standing.cellAt(row, column)) === '') continue;
        if (!built.some((one) => contains(one, row, column))) cells.push(cellAddress({ row, column }));
      }
    }
  }
  if (cells.length === 0) return;
  const shown = cells.slice(0, 10).join(', ') + (cells.length > 10 ? ', …' : '');
  throw excelError('excel-cells-in-the-way', { sheet: standing.listed.name, cells: shown });
}
