import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellAddress } from '../../model/address';
import { intersection } from '../../model/areas';
import type { Area, Position } from '../../model/types';
import { lastColumn, lastRow } from '../areas';
import { usedPart } from './cells';
import type { CopiedCells } from './copied';
import { fromTsv, pasteSize, toTsv } from './clipboard';
import { lastArea } from './selection';
import { inputStep, pasteStep, type PastedCell } from './steps';
import type { Workspace } from './workspace';

/** Remembers the selected cells for pasting, and gives their text for the clipboard. */
export function copySelection(workspace: Workspace, cut: boolean): string {
  const { sheet, selection } = workspace;
  const selected = lastArea(selection);
  const used = usedPart(sheet, selected);
  // A whole column is copied as far as it is used.
  const area = used
    ? {
        ...selected,
        rows: Math.min(selected.rows, lastRow(used) - selected.row + 1),
        columns: Math.min(selected.columns, lastColumn(used) - selected.column + 1),
      }
    : { ...selected, rows: 1, columns: 1 };
  const rows: string[][] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    const line: string[] = [];
    for (let column = area.column; column <= lastColumn(area); column++) line.push(sheet.text(row, column));
    rows.push(line);
  }
  const text = toTsv(rows);
  workspace.copied = { sheet, area, text, cut };
  return text;
}

export function forgetCopied(workspace: Workspace): void {
  workspace.copied = null;
}

/** A formula as it reads when its cell is copied elsewhere: relative references move along. */
export function movedFormula(formula: string, from: Position, to: Position): string {
  const relative = translateFormulaToR1C1(formula, cellAddress(from.row, from.column));
  return translateFormulaToA1(relative, cellAddress(to.row, to.column));
}

function normalLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n$/, '');
}

/** Pastes a text of the clipboard: cells copied here with all they have, others as if typed. */
export function pasteInto(workspace: Workspace, text: string): void {
  const { sheet, selection, copied } = workspace;
  const target = lastArea(selection);
  const at: Position = { row: target.row, column: target.column };
  const own =
    copied !== null &&
    sheet.workbook.sheets.includes(copied.sheet) &&
    normalLines(copied.text) === normalLines(text);
  if (!own) {
    if (text === '') return;
    const block = fromTsv(text);
    const size = pasteSize({ rows: block.length, columns: block[0]?.length ?? 1 }, target);
    const inputs = Array.from({ length: size.rows }, (_, i) =>
      Array.from(
        { length: size.columns },
        (__, j) => block[i % block.length]?.[j % (block[0]?.length ?? 1)] ?? '',
      ),
    );
    selectPasted(workspace, at, size);
    workspace.perform(inputStep(sheet, workspace.selection, at, inputs));
    return;
  }
  const { area } = copied;
  const size = copied.cut ? area : pasteSize(area, target);
  const cells: PastedCell[][] = Array.from({ length: size.rows }, (_, i) =>
    Array.from({ length: size.columns }, (__, j) => {
      const from = { row: area.row + (i % area.rows), column: area.column + (j % area.columns) };
      return copiedCell(copied, from, { row: at.row + i, column: at.column + j });
    }),
  );
  selectPasted(workspace, at, size);
  const emptied = copied.cut ? { sheet: copied.sheet, area } : null;
  workspace.perform(pasteStep(sheet, workspace.selection, at, cells, emptied));
  if (copied.cut) workspace.copied = null;
}

function selectPasted(
  workspace: Workspace,
  at: Position,
  size: { readonly rows: number; readonly columns: number },
): void {
  workspace.select({ areas: [{ ...at, rows: size.rows, columns: size.columns }], active: at });
}

function copiedCell({ sheet, cut }: CopiedCells, from: Position, to: Position): PastedCell {
  const style = sheet.style(from.row, from.column);
  const formula = sheet.formula(from.row, from.column);
  if (formula) return { input: cut ? formula.formula : movedFormula(formula.formula, from, to), style };
  const value = sheet.value(from.row, from.column);
  if (typeof value === 'string') {
    // As a text it must not be read anew: "001" stays what it is.
    return { input: `'${value}`, style };
  }
  return { input: typeof value === 'object' ? (value?.error ?? null) : value, style };
}

/** Ctrl+D and Ctrl+R: the first row (or column) of the selection, or the cell before it, over the rest. */
export function fillSelection(workspace: Workspace, direction: 'down' | 'right'): void {
  const { sheet, selection } = workspace;
  const selected = lastArea(selection);
  const down = direction === 'down';
  const single = down ? selected.rows === 1 : selected.columns === 1;
  const outside = single && (down ? selected.row === 0 : selected.column === 0);
  if (outside) return;
  const grown: Area = !single
    ? selected
    : down
      ? { ...selected, row: selected.row - 1, rows: 2 }
      : { ...selected, column: selected.column - 1, columns: 2 };
  const used = sheet.usedArea();
  const bounded = used
    ? intersection(grown, {
        ...used,
        rows: Math.max(used.rows, lastRow(grown) - used.row + 1),
        columns: Math.max(used.columns, lastColumn(grown) - used.column + 1),
      })
    : null;
  if (!bounded) return;
  const source: CopiedCells = { sheet, area: bounded, text: '', cut: false };
  const at = down
    ? { row: grown.row + 1, column: grown.column }
    : { row: grown.row, column: grown.column + 1 };
  const rows = down ? grown.rows - 1 : grown.rows;
  const columns = down ? grown.columns : grown.columns - 1;
  const cells = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => {
      const to = { row: at.row + i, column: at.column + j };
      return copiedCell(
        source,
        down ? { row: grown.row, column: to.column } : { row: to.row, column: grown.column },
        to,
      );
    }),
  );
  workspace.perform(pasteStep(sheet, selection, at, cells, null));
}
