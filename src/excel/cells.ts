import type { Position } from '../domain/address';
import { rowBytes } from './payload';
import type { Cell } from './pieces';
import { rangeOf } from './placed';
import { PAYLOAD_BUDGET, type Session } from './run';

/** A matrix to write; null leaves a cell as it is. */
type Inputs = readonly (readonly (Cell | null)[])[];

/**
 * Writes a rectangle in as few requests as the size limit allows. Everything goes through Range.formulas, which takes
 * constants as Range.values does: one way in for both.
 */
export async function writeCells(
  session: Session,
  sheet: Excel.Worksheet,
  at: Position,
  inputs: Inputs,
  onRows: (rows: number) => void = () => undefined,
): Promise<void> {
  const columns = inputs[0]?.length ?? 0;
  if (columns === 0) return;
  for (let first = 0; first < inputs.length;) {
    let bytes = 0;
    let end = first;
    while (end < inputs.length) {
      const cost = rowBytes(inputs[end] ?? []);
      if (end > first && bytes + cost > PAYLOAD_BUDGET) break;
      bytes += cost;
      end++;
    }
    await session.room(bytes);
    const area = { row: at.row + first, column: at.column, rows: end - first, columns };
    rangeOf(sheet, area).formulas = inputs.slice(first, end) as Cell[][];
    onRows(end - first);
    first = end;
  }
}

/** Consecutive rows for which the question is answered yes, as [first, end) pairs; short gaps are bridged to save requests. */
export function runs(length: number, wanted: (index: number) => boolean, gap = 0): [number, number][] {
  const found: [number, number][] = [];
  for (let index = 0; index < length; index++) {
    if (!wanted(index)) continue;
    const last = found[found.length - 1];
    if (last && index - last[1] <= gap) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
