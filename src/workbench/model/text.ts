import { format, isDateFormat } from './numfmt';
import type { CellValue } from './types';

const DAYS_1904 = 1462;

/** Formats a number or text by a number format code as Excel shows it; a code that is none counts as General. */
export function formatValue(
  value: number | string | boolean,
  code: string,
  locale: string,
  date1904 = false,
): string {
  const shifted = date1904 && typeof value === 'number' && isDay(value, code) ? value + DAYS_1904 : value;
  const options = { locale, dateErrorNumber: false, overflow: '########', dateSpanLarge: false };
  try {
    return format(code, shifted, { ...options, throws: true });
  } catch {
    // numfmt throws for a code it cannot read; Excel would not have let it in, so a file brought it along.
    return format('General', shifted, options);
  }
}

/** Whether a number shows as a day: not in a section of the code for zero, or for less, which goes by the number itself. */
function isDay(value: number, code: string): boolean {
  if (!isDateFormat(code)) return false;
  const sections = code.replace(/"[^"]*"|\\./g, '').split(';').length;
  return value > 0 || (value === 0 ? sections < 3 : sections < 2);
}

/** The text that a cell shows. */
export function displayText(value: CellValue, code: string, locale: string, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string' && !code.includes('@') && !code.includes(';')) return value;
  return formatValue(value, code, locale, date1904);
}
