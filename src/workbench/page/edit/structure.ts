import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Area } from '../../model/types';
import { lastArea } from './selection';
import type { Workspace } from './workspace';

/** The whole rows or columns that the last selected area touches. */
export function selectedLines(workspace: Workspace, axis: 'rows' | 'columns'): Area {
  const area = lastArea(workspace.selection);
  return axis === 'rows'
    ? { row: area.row, rows: area.rows, column: 0, columns: MAX_COLUMNS }
    : { row: 0, rows: MAX_ROWS, column: area.column, columns: area.columns };
}

/** Opens as many blank rows or columns as are selected; taking it back closes them again. */
export function insertLines(workspace: Workspace, axis: 'rows' | 'columns'): void {
  const { sheet, selection } = workspace;
  const area = selectedLines(workspace, axis);
  workspace.perform({
    sheet,
    selection,
    redo: () => sheet.insertCells(area, axis === 'rows' ? 'down' : 'right'),
    undo: () => sheet.deleteCells(area, axis === 'rows' ? 'up' : 'left'),
  });
}

/** Deletes the selected rows or columns. Formulas elsewhere lose what they referred to, so this ends what can be taken back. */
export function deleteLines(workspace: Workspace, axis: 'rows' | 'columns'): void {
  const { sheet } = workspace;
  const area = selectedLines(workspace, axis);
  workspace.performIrrevocably(() => sheet.deleteCells(area, axis === 'rows' ? 'up' : 'left'));
}
