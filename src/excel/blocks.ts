import { cellContent } from '../plan/fingerprint';
import type { CellBlock } from '../plan/types';
import { cellInput, cellInputOrBlank } from './cellText';
import { runs, writeCells } from './cells';
import { applyStyle } from './look';
import { blockArea, rangeOf, sameArea } from './placed';
import type { Session } from './run';

/** True where two blocks look the same and cover the same cells: only contents may differ. */
function sameFrame(a: CellBlock, b: CellBlock): boolean {
  return (
    a.style === b.style &&
    a.format === b.format &&
    Boolean(a.merge) === Boolean(b.merge) &&
    sameArea(blockArea(a), blockArea(b))
  );
}

/** The blocks of one list that have no twin in the other. */
export function unmatched(blocks: readonly CellBlock[], others: readonly CellBlock[]): CellBlock[] {
  return blocks.filter((block) => !others.some((other) => sameFrame(block, other)));
}

/** Takes blocks away: contents, look and joined cells. */
export async function clearBlocks(
  session: Session,
  sheet: Excel.Worksheet,
  blocks: readonly CellBlock[],
): Promise<void> {
  for (const block of blocks) {
    await session.room();
    const range = rangeOf(sheet, blockArea(block));
    if (block.merge) range.unmerge();
    range.clear('All');
  }
}

/** Writes blocks; where a block of the same frame stands already, only the cells that differ. */
export async function putBlocks(
  session: Session,
  sheet: Excel.Worksheet,
  blocks: readonly CellBlock[],
  standing: readonly CellBlock[],
): Promise<void> {
  for (const block of blocks) {
    if (block.cells.length === 0) continue;
    const twin = standing.find((other) => sameFrame(block, other));
    if (twin) await putDifferences(session, sheet, block, twin);
    else await putBlock(session, sheet, block);
  }
}

async function putBlock(session: Session, sheet: Excel.Worksheet, block: CellBlock): Promise<void> {
  const area = blockArea(block);
  await session.room(2000);
  const range = rangeOf(sheet, area);
  if (block.merge) range.merge(false);
  applyStyle(range, block.style, area.rows, block.format);
  const inputs = block.cells.map((row) => row.map((cell) => cellInput(cell, block.format)));
  if (inputs.some((row) => row.some((cell) => cell !== null)))
    await writeCells(session, sheet, block.at, inputs);
}

async function putDifferences(
  session: Session,
  sheet: Excel.Worksheet,
  block: CellBlock,
  twin: CellBlock,
): Promise<void> {
  for (const [index, row] of block.cells.entries()) {
    const before = twin.cells[index] ?? [];
    const differs = (column: number): boolean => cellContent(row[column]) !== cellContent(before[column]);
    for (const [first, end] of await session.compute(runs(row.length, differs))) {
      const at = { row: block.at.row + index, column: block.at.column + first };
      await writeCells(session, sheet, at, [
        row.slice(first, end).map((cell) => cellInputOrBlank(cell, block.format)),
      ]);
    }
  }
}
