import type { WorkbookCore } from './core';
import type { ConditionalRule, FormulaCell, SheetModel } from './types';

type Rewrite = (formula: string, sheet: SheetModel | null) => string;

/** Rewrites every formula that a workbook holds, wherever it stands; returns what each new cell was before. */
export function rewriteAll(book: WorkbookCore, rewrite: Rewrite): Map<FormulaCell, FormulaCell> {
  const origins = new Map<FormulaCell, FormulaCell>();
  for (const sheet of book.sheets) {
    // The same text gives the same answer on one sheet: a filled column of [@…] formulas is rewritten once.
    const known = new Map<string, string>();
    const here = (formula: string): string => {
      let next = known.get(formula);
      if (next === undefined) known.set(formula, (next = rewrite(formula, sheet)));
      return next;
    };
    // A filled column's cells are one object, and stay so.
    const rewritten = new Map<FormulaCell, FormulaCell>();
    for (const [key, cell] of sheet.formulas) {
      const formula = here(cell.formula);
      if (formula === cell.formula) continue;
      const next = rewritten.get(cell) ?? { ...cell, formula };
      rewritten.set(cell, next);
      sheet.formulas.set(key, next);
      origins.set(next, cell);
    }
    for (const table of sheet.tables) {
      for (const column of table.columns)
        if (column.formula !== undefined) column.formula = here(column.formula);
    }
    rewriteObjects(sheet, here);
  }
  for (const item of book.names) {
    const formula = rewrite(item.formula, item.scope);
    if (formula !== item.formula) item.formula = formula;
  }
  return origins;
}

function rewriteObjects(sheet: SheetModel, here: (formula: string) => string): void {
  for (const format of sheet.conditionalFormats) {
    const rule = rewriteRule(format.rule, here);
    if (rule !== format.rule) format.rule = rule;
  }
  for (const validation of sheet.validations) {
    if (validation.formula1.startsWith('=')) validation.formula1 = here(validation.formula1);
    if (validation.formula2?.startsWith('=')) validation.formula2 = here(validation.formula2);
  }
  for (const chart of sheet.charts) {
    for (const series of chart.series) {
      if (series.name.startsWith('=')) series.name = here(series.name);
      series.values = here(series.values);
      if (series.categories !== undefined) series.categories = here(series.categories);
    }
  }
  const { pageLayout } = sheet;
  if (pageLayout.printArea !== undefined) pageLayout.printArea = here(pageLayout.printArea);
  if (pageLayout.titleRows !== undefined) pageLayout.titleRows = here(pageLayout.titleRows);
  if (pageLayout.titleColumns !== undefined) pageLayout.titleColumns = here(pageLayout.titleColumns);
}

function rewriteRule(rule: ConditionalRule, here: (formula: string) => string): ConditionalRule {
  if (rule.kind === 'custom') {
    const formula = here(rule.formula);
    return formula === rule.formula ? rule : { ...rule, formula };
  }
  if (rule.kind !== 'cellValue') return rule;
  const formula1 = here(rule.formula1);
  const formula2 = rule.formula2 === undefined ? undefined : here(rule.formula2);
  return formula1 === rule.formula1 && formula2 === rule.formula2 ? rule : { ...rule, formula1, formula2 };
}
