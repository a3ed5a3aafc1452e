import { dateOf } from '../domain/dates';
import type { YearContext } from './dates';
import type { BookGrid } from './grid';
import { timesIn } from './periods';
import { SheetView } from './view';

const SAMPLED_ROWS = 200;

/** Years that a workbook speaks of anywhere: in sheet names, in the first texts of its sheets, in its dates. */
export function bookYears(book: BookGrid): readonly number[] {
  const years = new Set<number>();
  for (const sheet of book.sheets) for (const year of timesIn(sheet.name).years) years.add(year);
  if (years.size > 0) return [...years];
  let latest = 0;
  for (const sheet of book.sheets) {
    const view = new SheetView({ ...sheet, merges: [] }, book.date1904);
    for (let row = 0; row < Math.min(view.rows, SAMPLED_ROWS); row += 1) {
      for (let column = 0; column < Math.min(view.columns, 60); column += 1) {
        const value = view.at(row, column);
        if (typeof value === 'string' && value.length < 60) {
          for (const year of timesIn(value).years)
            if (/年|[-/.]/.test(value)) latest = Math.max(latest, year);
        } else if (typeof value === 'number' && value > 20_000 && value < 80_000 && view.dated(row, column)) {
          latest = Math.max(latest, dateOf(value + (book.date1904 ? 1462 : 0)).year);
        }
      }
    }
  }
  return latest === 0 ? [] : [latest];
}

/** Where a table's missing years come from: what stands above it, else the sheet's name, else the file's. */
export function yearContext(
  title: string,
  sheet: string,
  book: string,
  others: readonly number[],
): YearContext | null {
  const named: readonly (readonly [string, YearContext['source']])[] = [
    [title, 'title'],
    [sheet, 'sheet'],
    [book, 'file'],
  ];
  for (const [text, source] of named) {
    const { years, months } = timesIn(text);
    if (years.length > 0) return { years, months, source };
  }
  return others.length > 0 ? { years: others.slice(0, 1), months: [], source: 'book' } : null;
}
