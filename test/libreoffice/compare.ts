import { cellAddress } from '../../src/workbench/files/address';
import type { FileContents, SheetContents } from '../../src/workbench/files/contents';
import type { CellValue } from '../../src/workbench/model/types';

export interface Difference {
  readonly cell: string;
  readonly formula: string;
  readonly saved: string;
  readonly recalculated: string;
}

export interface Comparison {
  readonly passed: number;
  readonly differences: readonly Difference[];
}

const tolerance = 1e-9;

/** Compares the value that each formula was saved with to what another program calculates for it. */
export function compareFormulas(saved: FileContents, recalculated: FileContents): Comparison {
  const differences: Difference[] = [];
  let passed = 0;
  for (const sheet of saved.sheets) {
    const before = valuesOf(sheet);
    const after = valuesOf(recalculated.sheets.find(({ name }) => name === sheet.name));
    for (const { row, column, rows, columns, formula } of sheet.formulas.map(coveredCells)) {
      for (let index = 0; index < rows * columns; index++) {
        const place = [row + Math.floor(index / columns), column + (index % columns)] as const;
        const key = place.join();
        const [a = null, b = null] = [before.get(key), after.get(key)];
        if (equal(a, b)) passed++;
        else
          differences.push({
            cell: `${sheet.name}!${cellAddress(...place)}`,
            formula,
            saved: shown(a),
            recalculated: shown(b),
          });
      }
    }
  }
  return { passed, differences };
}

/** A formula and the cells that hold its results. */
function coveredCells({ row, column, formula, spill }: SheetContents['formulas'][number]) {
  return { formula, ...(spill ?? { row, column, rows: 1, columns: 1 }) };
}

function valuesOf(sheet: SheetContents | undefined): Map<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const { row, column, values: line } of sheet?.rows ?? []) {
    line.forEach((value, index) => values.set(`${row},${column + index}`, value));
  }
  return values;
}

function equal(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    return (
      Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-300) || Math.abs(a - b) < 1e-12
    );
  }
  // A formula that answers "" leaves a blank in one program's file and an empty text in another's.
  if ((a ?? '') === '' && (b ?? '') === '') return true;
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) return a.error === b.error;
  return a === b;
}

function shown(value: CellValue): string {
  return typeof value === 'object' && value !== null ? value.error : JSON.stringify(value);
}
