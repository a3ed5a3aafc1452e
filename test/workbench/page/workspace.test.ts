import { createWorkbook } from '../../../src/workbench/model';
import type { WorkbookModel } from '../../../src/workbench/model/types';
import { copySelection, fillSelection, pasteInto } from '../../../src/workbench/page/edit/copyPaste';
import { clearStep } from '../../../src/workbench/page/edit/steps';
import { Workspace, type Rejection } from '../../../src/workbench/page/edit/workspace';
import { createEvaluate } from '../../../src/workbench/page/formats/evaluate';
import { WorkbookStore } from '../../../src/workbench/page/store';

// The store waits for the browser's next frame.
beforeAll(() => {
  globalThis.requestAnimationFrame = (callback) => Number(setTimeout(callback, 0));
  globalThis.cancelAnimationFrame = (handle) => clearTimeout(handle);
});

let workbook: WorkbookModel;
let workspace: Workspace;
let rejected: Rejection[];
let failures: unknown[];

beforeEach(() => {
  workbook = createWorkbook({ sheets: ['Orders', 'Lists'] });
  rejected = [];
  failures = [];
  const reports = {
    rejected: (rejection: Rejection) => rejected.push(rejection),
    failed: (error: unknown) => failures.push(error),
  };
  workspace = new Workspace(workbook, new WorkbookStore(workbook, () => 0), createEvaluate(), reports);
});

afterEach(() => {
  workspace.store.dispose();
  workspace.dispose();
});

const value = (row: number, column: number): unknown => workspace.sheet.value(row, column);

function enter(address: string, text: string): void {
  expect(workspace.goTo(address)).toBe(true);
  workspace.type(text);
  workspace.commit();
}

it('marks the workbook as being edited only while somebody types', () => {
  workspace.type('1');
  expect(workbook.editing).toBe(true);
  workspace.cancel();
  expect(workbook.editing).toBe(false);
  expect(value(0, 0)).toBeNull();
});

it('takes edits back and repeats them, formulas with their results', () => {
  enter('A1', '2');
  enter('A2', '=A1*21');
  expect(value(1, 0)).toBe(42);
  enter('A1', '3');
  expect(value(1, 0)).toBe(63);
  workspace.run({ kind: 'undo' });
  expect(value(1, 0)).toBe(42);
  workspace.run({ kind: 'undo' });
  workspace.run({ kind: 'undo' });
  expect(workspace.sheet.usedArea(true)).toBeNull();
  workspace.run({ kind: 'redo' });
  workspace.run({ kind: 'redo' });
  expect(workspace.sheet.formula(1, 0)?.formula).toBe('=A1*21');
  expect(value(1, 0)).toBe(42);
});

it('forgets steps on a sheet that somebody else wrote to', () => {
  enter('A1', 'mine');
  expect(workspace.history.canUndo).toBe(true);
  workspace.sheet.setValues({ row: 5, column: 0 }, [['an add-in']]);
  expect(workspace.history.canUndo).toBe(false);
});

it('keeps a value that a list does not allow out, and lets one in that a range has', () => {
  workbook.sheets[1]?.setValues({ row: 0, column: 0 }, [['open'], ['closed']]);
  workspace.sheet.validations.push({
    areas: [{ row: 0, column: 0, rows: 10, columns: 1 }],
    kind: 'list',
    formula1: '=Lists!$A$1:$A$2',
    ignoreBlanks: true,
    inCellDropDown: true,
    alert: { title: 'State', message: 'Choose one', style: 'stop', show: true },
  });
  enter('A1', 'ajar');
  expect(rejected).toMatchObject([{ title: 'State', style: 'stop' }]);
  expect(value(0, 0)).toBeNull();
  workspace.cancel();
  enter('A1', 'open');
  expect(value(0, 0)).toBe('open');
});

it('checks numbers against relative references of a rule', () => {
  workspace.sheet.setValues({ row: 0, column: 1 }, [[10], [20]]);
  workspace.sheet.validations.push({
    areas: [{ row: 0, column: 0, rows: 2, columns: 1 }],
    kind: 'decimal',
    operator: 'lessThanOrEqual',
    formula1: '=B1',
    ignoreBlanks: true,
    inCellDropDown: false,
  });
  enter('A2', '15');
  expect(value(1, 0)).toBe(15);
  enter('A1', '15');
  expect(rejected).toHaveLength(1);
});

it('copies formulas with their relative references moved, and texts without reading them anew', () => {
  workspace.sheet.setInputs({ row: 0, column: 0 }, [["'007", 5, '=B1*2']]);
  workspace.select({ areas: [{ row: 0, column: 0, rows: 1, columns: 3 }], active: { row: 0, column: 0 } });
  const text = copySelection(workspace, false);
  expect(text).toBe('007\t5\t10');
  workspace.selectCell({ row: 3, column: 0 });
  pasteInto(workspace, text);
  expect(value(3, 0)).toBe('007');
  expect(workspace.sheet.formula(3, 2)?.formula).toBe('=B4*2');
  workspace.run({ kind: 'undo' });
  expect(value(3, 0)).toBeNull();
});

it('moves what was cut, once', () => {
  enter('A1', 'x');
  workspace.goTo('A1');
  const text = copySelection(workspace, true);
  workspace.selectCell({ row: 2, column: 1 });
  pasteInto(workspace, text);
  expect([value(0, 0), value(2, 1)]).toEqual([null, 'x']);
  workspace.run({ kind: 'undo' });
  expect([value(0, 0), value(2, 1)]).toEqual(['x', null]);
});

it('fills a formula down over the selection', () => {
  workspace.sheet.setInputs({ row: 0, column: 0 }, [
    [1, '=A1*10'],
    [2, null],
    [3, null],
  ]);
  workspace.select({ areas: [{ row: 0, column: 1, rows: 3, columns: 1 }], active: { row: 0, column: 1 } });
  fillSelection(workspace, 'down');
  expect([value(1, 1), value(2, 1)]).toEqual([20, 30]);
});

it('clears a whole column as far as it is used, and brings it back', () => {
  enter('B2', '1');
  enter('B9', '2');
  workspace.select({
    areas: [{ row: 0, column: 1, rows: 1_048_576, columns: 1 }],
    active: { row: 0, column: 1 },
  });
  const step = clearStep(workspace.sheet, workspace.selection, 'contents');
  if (step) workspace.perform(step);
  expect(workspace.sheet.usedArea(true)).toBeNull();
  workspace.run({ kind: 'undo' });
  expect([value(1, 1), value(8, 1)]).toEqual([1, 2]);
});

it('tells of what a protected sheet refuses, and changes nothing', () => {
  workspace.sheet.protect();
  enter('A1', 'no');
  expect(failures).toHaveLength(1);
  expect(value(0, 0)).toBeNull();
  expect(workspace.history.canUndo).toBe(false);
});

it('goes to addresses, sheets, tables and names, and nowhere else', () => {
  workspace.sheet.setValues({ row: 0, column: 0 }, [
    ['a', 'b'],
    [1, 2],
  ]);
  workspace.sheet.addTable({ row: 0, column: 0, rows: 2, columns: 2 }, { name: 'Deals', hasHeaders: true });
  workbook.addName('Rate', 'Lists!$C$3');
  expect(workspace.goTo('Rate')).toBe(true);
  expect([workspace.sheet.name, workspace.selection.active]).toMatchObject(['Lists', { row: 2, column: 2 }]);
  expect(workspace.goTo('deals')).toBe(true);
  expect(workspace.selection.areas).toEqual([{ row: 0, column: 0, rows: 2, columns: 2 }]);
  expect(workspace.goTo('Lists!B2:C4')).toBe(true);
  expect(workspace.goTo('nowhere at all')).toBe(false);
});

it('takes a row typed below a table back with all that it got from the table', () => {
  const { sheet } = workspace;
  sheet.setInputs({ row: 0, column: 0 }, [
    ['name', 'amount', 'double'],
    ['a', 5, '=B2*2'],
    ['b', 6, '=B3*2'],
  ]);
  sheet.addTable({ row: 0, column: 0, rows: 3, columns: 3 }, { name: 'T', hasHeaders: true });
  sheet.setInputs({ row: 1, column: 2 }, [['=[@amount]*2'], ['=[@amount]*2']]);
  sheet.applyStyle({ row: 1, column: 1, rows: 2, columns: 1 }, { numberFormat: '0.0' });
  sheet.validations.push({
    areas: [{ row: 1, column: 0, rows: 2, columns: 1 }],
    kind: 'list',
    formula1: '"a,b"',
  } as never);
  enter('B4', '7');
  expect([sheet.text(3, 1), value(3, 2), sheet.tables[0]?.area.rows]).toEqual(['7.0', 14, 4]);
  workspace.run({ kind: 'undo' });
  expect([sheet.tables[0]?.area.rows, sheet.validations[0]?.areas[0]?.rows]).toEqual([3, 2]);
  expect(sheet.usedArea(true)?.rows).toBe(3);
  expect(sheet.style(3, 1).numberFormat ?? 'General').toBe('General');
  workspace.run({ kind: 'redo' });
  expect([sheet.text(3, 1), value(3, 2), sheet.validations[0]?.areas[0]?.rows]).toEqual(['7.0', 14, 3]);
});
