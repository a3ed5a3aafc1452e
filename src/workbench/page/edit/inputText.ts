import { isDateFormat } from '../../model/numfmt';
import type { SheetModel } from '../../model/types';
import { formatValue } from '../../model/text';

/** What a cell shows while it is edited: its formula, or its value as one would type it. */
export function inputText(sheet: SheetModel, row: number, column: number): string {
  const formula = sheet.formula(row, column);
  if (formula) return formula.formula;
  const value = sheet.value(row, column);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  const { numberFormat = 'General', quotePrefix } = sheet.style(row, column);
  if (typeof value === 'string') return quotePrefix ? `'${value}` : value;
  return numberText(value, numberFormat, sheet.workbook.locale, sheet.workbook.date1904);
}

function numberText(value: number, numberFormat: string, locale: string, date1904: boolean): string {
  if (isDateFormat(numberFormat) && value >= 0) {
    const date = locale.startsWith('zh') ? 'yyyy/m/d' : 'm/d/yyyy';
    const day = Math.floor(value);
    const code = value === day ? date : day === 0 ? 'h:mm:ss' : `${date} h:mm:ss`;
    return formatValue(value, code, locale, date1904);
  }
  if (isPercent(numberFormat)) return `${Number((value * 100).toPrecision(15))}%`;
  return String(Number(value.toPrecision(15)));
}

/** A percent sign in quotes or after a backslash is only a character. */
function isPercent(numberFormat: string): boolean {
  return numberFormat.replace(/"[^"]*"|\\./g, '').includes('%');
}
