import type { GridValue } from './grid';
import type { HeaderRows } from './header';
import { periodOf } from './periods';
import { halfWidth, isBlank } from './text';
import type { SheetView } from './view';

/** The names of a column from the header rows, joined by '|', a group's name repeated over its columns, text as stored. */
export function headerText(view: SheetView, header: HeaderRows, column: number): string {
  const parts: string[] = [];
  let before: string | null = null;
  for (let row = header.first; row <= header.last; row += 1) {
    const text = groupText(view, header, row, column);
    const merge = view.mergeAt(row, column);
    const continued = merge !== undefined && merge.row < row && merge.row >= header.first;
    if (text !== '' && !continued && text !== before) parts.push(text);
    before = text;
  }
  return parts.join('|');
}

function groupText(view: SheetView, header: HeaderRows, row: number, column: number): string {
  const shown = view.shown(row, column);
  if (!isBlank(shown)) return cellText(view, row, column, shown);
  if (row === header.last) return '';
  // A group name typed in its first cell only goes on to the right while the cells below have names of their own.
  for (let left = column - 1; left >= 0; left -= 1) {
    if (view.blank(header.last, left + 1)) return '';
    const value = view.at(row, left);
    if (!isBlank(value)) {
      return view.blank(header.last, left) || view.mergeAt(row, left) !== undefined ? '' : String(value);
    }
  }
  return '';
}

function cellText(view: SheetView, row: number, column: number, value: GridValue): string {
  if (typeof value === 'number' && view.dated(row, column)) {
    const word = periodOf(value, true);
    if (word?.year !== undefined && word.year !== null)
      return `${word.year}-${String(word.month).padStart(2, '0')}`;
  }
  return halfWidth(String(value)) === '' ? '' : String(value);
}
