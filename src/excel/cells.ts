import type { Position } from '../domain/address';
import { ROWS_A_STEP, type Steps } from '../domain/drain';
import { rowBytes } from './payload';
import type { Cell } from './pieces';
import { rangeOf } from './placed';
import { PAYLOAD_BUDGET, type Session } from './run';

/** A row to write; null leaves a cell as it is. */
type Inputs = readonly (Cell | null)[];

/** Writes a rectangle in as few requests as the size limit allows. */
export function writeCells(
  session: Session,
  sheet: Excel.Worksheet,
  at: Position,
  inputs: readonly Inputs[],
): Promise<void> {
  return writeRows(session, sheet, at, { first: 0, end: inputs.length }, (row) => inputs[row] ?? []);
}

/**
 * The same for long lists: each row is asked for when its request is put together. Everything goes through
 * Range.formulas, which takes constants as Range.values does: one way in for both.
 * @param at where row 0 would stand
 */
export async function writeRows(
  session: Session,
  sheet: Excel.Worksheet,
  at: Position,
  { first, end }: { readonly first: number; readonly end: number },
  rowOf: (row: number) => Inputs,
  onRows: (rows: number) => void = () => undefined,
): Promise<void> {
  let inputs: Inputs[] = [];
  let bytes = 0;
  const flush = async (row: number): Promise<void> => {
    const columns = inputs[0]?.length ?? 0;
    if (columns === 0) return;
    await session.room(bytes);
    const rows = inputs.length;
    const area = { row: at.row + row - rows, column: at.column, rows, columns };
    rangeOf(sheet, area).formulas = inputs as Cell[][];
    onRows(rows);
    [inputs, bytes] = [[], 0];
  };
  for (let row = first; row < end; row++) {
    if ((row - first) % ROWS_A_STEP === 0) await session.giveWay();
    const input = rowOf(row);
    const cost = rowBytes(input);
    if (inputs.length > 0 && bytes + cost > PAYLOAD_BUDGET) await flush(row);
    inputs.push(input);
    bytes += cost;
  }
  await flush(end);
}

/** Consecutive rows for which the question is answered yes, as [first, end) pairs; short gaps are bridged to save requests. */
export function* runs(
  length: number,
  wanted: (index: number) => boolean,
  gap = 0,
): Steps<[number, number][]> {
  const found: [number, number][] = [];
  for (let index = 0; index < length; index++) {
    if (index % ROWS_A_STEP === 0) yield;
    if (wanted(index)) join(found, index, gap);
  }
  return found;
}

/** The same for each of several columns, in one pass over the rows. */
export function* runsByColumn(
  rows: number,
  columns: number,
  wanted: (row: number, column: number) => boolean,
): Steps<[number, number][][]> {
  const found = Array.from({ length: columns }, (): [number, number][] => []);
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_STEP === 0) yield;
    for (let column = 0; column < columns; column++) if (wanted(row, column)) join(found[column]!, row, 0);
  }
  return found;
}

function join(runs: [number, number][], index: number, gap: number): void {
  const last = runs[runs.length - 1];
  if (last && index - last[1] <= gap) last[1] = index + 1;
  else runs.push([index, index + 1]);
}
