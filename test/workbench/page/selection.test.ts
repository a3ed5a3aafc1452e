import type { Area } from '../../../src/workbench/model/types';
import {
  advance,
  currentRegion,
  extend,
  jump,
  lastArea,
  moveOne,
  selectAll,
  selectCell,
  type SheetShape,
} from '../../../src/workbench/page/edit/selection';
import { createAxis } from '../../../src/workbench/page/grid/axis';

/** A sheet drawn as text: '.' is blank, everything else filled. */
function shapeOf(
  drawing: readonly string[],
  merges: readonly Area[] = [],
  hiddenRows: readonly number[] = [],
): SheetShape {
  const width = drawing[0]?.length ?? 0;
  return {
    rows: createAxis(
      1000,
      20,
      hiddenRows.map((row) => [row, 0] as const),
    ),
    columns: createAxis(100, 60, []),
    merges,
    used: { row: 0, column: 0, rows: drawing.length, columns: width },
    isBlank: (row, column) => (drawing[row]?.[column] ?? '.') === '.',
  };
}

const at = (row: number, column: number) => ({ row, column });

describe('moveOne', () => {
  it('leaves a merged range by the edge it faces and skips hidden rows', () => {
    const shape = shapeOf(['....', '....'], [{ row: 1, column: 1, rows: 2, columns: 3 }], [4]);
    expect(moveOne(shape, at(1, 1), 'right')).toEqual(at(1, 4));
    expect(moveOne(shape, at(1, 1), 'down')).toEqual(at(3, 1));
    expect(moveOne(shape, at(3, 0), 'down')).toEqual(at(5, 0));
    expect(moveOne(shape, at(0, 0), 'up')).toEqual(at(0, 0));
  });
});

describe('jump', () => {
  const shape = shapeOf(['ab..c', 'd....', '.....', 'e....']);

  it('goes to the end of a block, over a gap, and to the edge of the sheet', () => {
    expect(jump(shape, at(0, 0), 'right')).toEqual(at(0, 1));
    expect(jump(shape, at(0, 1), 'right')).toEqual(at(0, 4));
    expect(jump(shape, at(0, 4), 'right')).toEqual(at(0, 99));
    expect(jump(shape, at(0, 0), 'down')).toEqual(at(1, 0));
    expect(jump(shape, at(1, 0), 'down')).toEqual(at(3, 0));
    expect(jump(shape, at(3, 0), 'down')).toEqual(at(999, 0));
    expect(jump(shape, at(999, 0), 'up')).toEqual(at(3, 0));
  });

  it('stops at the last visible row when the rest is hidden', () => {
    const hidden = shapeOf(['a'], [], [998, 999]);
    expect(jump(hidden, at(0, 0), 'down')).toEqual(at(997, 0));
  });
});

describe('extend', () => {
  const shape = shapeOf(['abc', 'def', 'ghi'], [{ row: 1, column: 1, rows: 2, columns: 2 }]);

  it('grows from the active cell and takes merged ranges whole', () => {
    const start = selectCell(shape, at(0, 1));
    const down = extend(shape, start, 'down', false);
    expect(lastArea(down)).toEqual({ row: 0, column: 1, rows: 3, columns: 2 });
    expect(down.active).toEqual(at(0, 1));
  });

  it('shrinks again when the corner comes back', () => {
    const start = { areas: [{ row: 0, column: 0, rows: 3, columns: 1 }], active: at(0, 0) };
    expect(lastArea(extend(shape, start, 'up', false))).toEqual({ row: 0, column: 0, rows: 2, columns: 1 });
  });

  it('crosses the active cell to the other side', () => {
    const start = { areas: [{ row: 2, column: 0, rows: 1, columns: 1 }], active: at(2, 0) };
    const up = extend(shape, start, 'up', false);
    expect(lastArea(up)).toEqual({ row: 1, column: 0, rows: 2, columns: 1 });
    expect(lastArea(extend(shape, up, 'up', false))).toEqual({ row: 0, column: 0, rows: 3, columns: 1 });
  });
});

describe('advance', () => {
  const shape = shapeOf(['abc']);

  it('steps from a single cell', () => {
    expect(advance(shape, selectCell(shape, at(1, 1)), 'enter', false).active).toEqual(at(2, 1));
    expect(advance(shape, selectCell(shape, at(1, 1)), 'tab', true).active).toEqual(at(1, 0));
  });

  it('walks through a selection and around its end', () => {
    const area = { row: 0, column: 0, rows: 2, columns: 2 };
    const order = (key: 'enter' | 'tab'): string[] => {
      let selection = { areas: [area], active: at(0, 0) };
      return Array.from({ length: 4 }, () => {
        selection = { ...selection, ...advance(shape, selection, key, false) } as typeof selection;
        return `${selection.active.row}${selection.active.column}`;
      });
    };
    expect(order('enter')).toEqual(['10', '01', '11', '00']);
    expect(order('tab')).toEqual(['01', '10', '11', '00']);
  });
});

describe('selectAll', () => {
  const shape = shapeOf(['.....', '.ab..', '.cd.x', '.....']);

  it('takes the block around the cell, and everything the second time', () => {
    const block = selectAll(shape, selectCell(shape, at(1, 1)));
    expect(lastArea(block)).toEqual({ row: 1, column: 1, rows: 2, columns: 2 });
    expect(lastArea(selectAll(shape, block))).toEqual({ row: 0, column: 0, rows: 1000, columns: 100 });
  });

  it('takes a diagonal neighbour into the block', () => {
    const diagonal = shapeOf(['a..', '.b.', '..c']);
    expect(currentRegion(diagonal, at(0, 0))).toEqual({ row: 0, column: 0, rows: 3, columns: 3 });
  });
});
