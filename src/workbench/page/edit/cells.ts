import { intersection } from '../../model/areas';
import type { Area, CellStyle, CellValue, FormulaCell, Position, SheetModel } from '../../model/types';
import { lastColumn, lastRow } from '../areas';

interface CellRecord {
  readonly value: CellValue;
  readonly formula: FormulaCell | null;
  readonly style: CellStyle;
}

/** Cells of an area as they were, to put back. */
export interface CellsBefore {
  readonly area: Area;
  /** Row by row. */
  readonly records: readonly (readonly CellRecord[])[];
}

/** The part of an area that can hold anything: a selected column is a million rows, its contents are not. */
export function usedPart(sheet: SheetModel, area: Area): Area | null {
  const used = sheet.usedArea();
  return used && intersection(area, used);
}

export function captureCells(sheet: SheetModel, area: Area): CellsBefore {
  const records: CellRecord[][] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    const line: CellRecord[] = [];
    for (let column = area.column; column <= lastColumn(area); column++) {
      line.push({
        value: sheet.value(row, column),
        formula: sheet.formula(row, column),
        style: sheet.style(row, column),
      });
    }
    records.push(line);
  }
  return { area, records };
}

/** Puts cells back: contents as far as they are the cell's own, and formats that differ. */
export function restoreCells(sheet: SheetModel, before: CellsBefore): void {
  const { area, records } = before;
  sheet.workbook.batch(() => {
    const spilled = new Set<CellRecord>();
    records.forEach((line) =>
      line.forEach((record) => {
        const spill = record.formula?.spill;
        if (!spill) return;
        const part = intersection(spill, area);
        for (let row = part?.row ?? 0; part && row <= lastRow(part); row++) {
          for (let column = part.column; column <= lastColumn(part); column++) {
            const inside = records[row - area.row]?.[column - area.column];
            if (inside && inside !== record) spilled.add(inside);
          }
        }
      }),
    );
    sheet.setValues(
      area,
      records.map((line) =>
        line.map((record) => (record.formula || spilled.has(record) ? null : record.value)),
      ),
    );
    records.forEach((line, i) =>
      line.forEach(({ formula, style }, j) => {
        const at: Position = { row: area.row + i, column: area.column + j };
        if (formula) restoreFormula(sheet, at, formula);
        if (sheet.style(at.row, at.column) !== style) sheet.setStyle(at, style);
      }),
    );
  });
}

function restoreFormula(sheet: SheetModel, at: Position, formula: FormulaCell): void {
  if (formula.kind === 'array') sheet.setFormula(at, formula);
  else sheet.setInputs(at, [[formula.formula]]);
}
