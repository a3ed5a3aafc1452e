import fc from 'fast-check';
import { cellKey, columnOfKey, rowOfKey } from '../../../src/workbench/model/address';
import { FormulaCells } from '../../../src/workbench/model/formulaCells';
import type { Area } from '../../../src/workbench/model/types';

/** Looks at every cell. */
function slowArea(cells: ReadonlyMap<number, unknown>): Area | null {
  if (cells.size === 0) return null;
  const rows = [...cells.keys()].map(rowOfKey);
  const columns = [...cells.keys()].map(columnOfKey);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

const step = fc.record({
  kind: fc.constantFrom('set', 'set', 'set', 'delete', 'ask', 'clear'),
  row: fc.nat(5),
  column: fc.nat(5),
});

test('what formulas span is what looking at every one of them finds, however they come and go', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cells = new FormulaCells();
      for (const { kind, row, column } of steps) {
        const key = cellKey(row, column);
        if (kind === 'set') cells.set(key, { formula: '=1', kind: 'plain' });
        else if (kind === 'delete') cells.delete(key);
        else if (kind === 'clear') cells.clear();
        else expect(cells.area()).toEqual(slowArea(cells));
      }
      expect(cells.area()).toEqual(slowArea(cells));
    }),
  );
});
