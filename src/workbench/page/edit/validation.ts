import { parseInput } from '../../model/inputs';
import type { CellValue, Position, SheetModel, ValidationModel } from '../../model/types';
import { containsCell } from '../areas';
import type { Evaluate } from '../formats/evaluate';

/** The rule that a cell's values must keep, if there is one. */
export function validationAt(sheet: SheetModel, at: Position): ValidationModel | undefined {
  return sheet.validations.find(({ areas }) => areas.some((area) => containsCell(area, at)));
}

/** The first cell of a rule: its relative references are meant from there. */
function originOf(rule: ValidationModel): Position {
  return rule.areas[0] ?? { row: 0, column: 0 };
}

/** The choices of a list, as texts. */
export function choicesOf(
  sheet: SheetModel,
  rule: ValidationModel,
  at: Position,
  evaluate: Evaluate,
): CellValue[] {
  if (!rule.formula1.startsWith('=')) {
    return rule.formula1.split(',').map((choice) => choice.trim());
  }
  const values = evaluate(sheet, rule.formula1, originOf(rule), at);
  return values.flat().filter((value) => value !== null && value !== '');
}

const asText = (value: CellValue): string =>
  value === null ? '' : typeof value === 'object' ? value.error : String(value);

/** Whether a rule lets a value in. */
export function accepts(
  sheet: SheetModel,
  rule: ValidationModel,
  at: Position,
  value: CellValue,
  evaluate: Evaluate,
): boolean {
  if (value === null) return true;
  const operand = (formula: string | undefined): number => {
    const result = evaluate(sheet, asFormula(formula ?? ''), originOf(rule), at)[0]?.[0] ?? null;
    return typeof result === 'number' ? result : typeof result === 'string' ? Number(result) : Number.NaN;
  };
  const compared = (left: number): boolean => compare(rule, left, operand);
  switch (rule.kind) {
    case 'list':
      return choicesOf(sheet, rule, at, evaluate).some((choice) =>
        rule.formula1.startsWith('=')
          ? asText(choice).toLowerCase() === asText(value).toLowerCase()
          : asText(choice) === asText(value),
      );
    case 'whole':
      return typeof value === 'number' && Number.isInteger(value) && compared(value);
    case 'decimal':
    case 'date':
    case 'time':
      return typeof value === 'number' && compared(value);
    case 'textLength':
      return compared(asText(value).length);
    case 'custom': {
      const result = evaluate(sheet, asFormula(rule.formula1), originOf(rule), at)[0]?.[0] ?? null;
      return result === true || (typeof result === 'number' && result !== 0);
    }
  }
}

/** The rule that does not let a typed text in; null when it may be entered. Formulas are not held back. */
export function rejectingRule(
  sheet: SheetModel,
  at: Position,
  text: string,
  evaluate: Evaluate,
): ValidationModel | null {
  const rule = validationAt(sheet, at);
  if (!rule || rule.alert?.show === false) return null;
  const { locale, date1904 } = sheet.workbook;
  const format = sheet.style(at.row, at.column).numberFormat ?? 'General';
  const { value, formula } = parseInput(text, format, locale, date1904);
  return formula !== undefined || accepts(sheet, rule, at, value, evaluate) ? null : rule;
}

function asFormula(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}

function compare(
  rule: ValidationModel,
  left: number,
  operand: (formula: string | undefined) => number,
): boolean {
  const first = operand(rule.formula1);
  switch (rule.operator ?? 'between') {
    case 'between':
      return left >= first && left <= operand(rule.formula2);
    case 'notBetween':
      return left < first || left > operand(rule.formula2);
    case 'equal':
      return left === first;
    case 'notEqual':
      return left !== first;
    case 'greaterThan':
      return left > first;
    case 'lessThan':
      return left < first;
    case 'greaterThanOrEqual':
      return left >= first;
    case 'lessThanOrEqual':
      return left <= first;
  }
}
