import { read, set_cptable } from '@e965/xlsx';
import type { CellObject, ColInfo, RowInfo, WorkBook, WorkSheet } from '@e965/xlsx';

import type { CellStyle, CellValue } from '../model/types';
import { cellAddress, parseArea } from './address';
import { codepages } from './codepages';
import type {
  FileContents,
  FileKind,
  FormulaContents,
  NameContents,
  RowContents,
  SheetContents,
} from './contents';
import { FileError } from './errors';
import type { FileWarning } from './errors';
import { shownFormula } from './formula-text';
import { charactersOfFileWidth } from './geometry';
import type { FileLimits } from './limits';
import { errorValue } from './sheet-cells';
import { StyleRuns } from './style-runs';
import { blankContents, blankSheet } from './text-read';
import { freeName } from './xlsx-read';

/**
 * The formats of older Excel versions and of other programs, by SheetJS: .xls, .xlsb, .ods and their kin; and .xlsx
 * that the first reader could not read. It keeps values, formulas, number formats, merges, widths, names and links.
 */
export function readWithSheetJs(bytes: Uint8Array, kind: FileKind, limits: FileLimits): FileContents {
  const warnings: FileWarning[] = [];
  const book = openBook(bytes, limits);
  const styles = new StyleNumbers();
  const taken = new Set<string>();
  const budget = { cells: limits.cells, characters: limits.characters };
  const listed = book.SheetNames.flatMap((written, index) => {
    const sheet = book.Sheets[written];
    const isSheet = sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet');
    if (!isSheet) {
      warnings.push({ code: 'sheet-kind-not-shown', details: { sheet: written } });
      return [];
    }
    return [{ sheet, index, name: freeName(written, taken), written }];
  });
  if (listed.length === 0) throw new FileError('no-sheets');
  const sheets = listed.map(({ sheet, index, name }) => {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden;
    const visibility = hidden === 1 ? 'hidden' : hidden === 2 ? 'veryHidden' : 'visible';
    return { ...readSheet(sheet, name, styles, budget), visibility } as const;
  });
  const allHidden = sheets.every(({ visibility }) => visibility !== 'visible');
  return {
    ...blankContents(kind),
    date1904: book.Workbook?.WBProps?.date1904 === true,
    styles: styles.list,
    sheets: allHidden
      ? sheets.map((sheet, index) => (index === 0 ? { ...sheet, visibility: 'visible' } : sheet))
      : sheets,
    names: readNames(
      book,
      listed.map(({ index }) => index),
    ),
    warnings,
  };
}

function openBook(bytes: Uint8Array, limits: FileLimits): WorkBook {
  set_cptable(codepages);
  try {
    return read(bytes, {
      type: 'array',
      cellStyles: true,
      cellNF: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      dense: true,
      // One row more than allowed shows that something was cut.
      sheetRows: Math.min(limits.cells, 1_048_576),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) throw new FileError('encrypted');
    throw new FileError('corrupt', { what: reason.slice(0, 200) });
  }
}

class StyleNumbers {
  readonly list: CellStyle[] = [{}];
  private readonly numbers = new Map<string, number>([['General', 0]]);

  of(format: string): number {
    const known = this.numbers.get(format);
    if (known !== undefined) return known;
    this.numbers.set(format, this.list.length);
    this.list.push({ numberFormat: format });
    return this.list.length - 1;
  }
}

function readSheet(
  sheet: WorkSheet,
  name: string,
  styles: StyleNumbers,
  budget: { cells: number; characters: number },
): SheetContents {
  const rows: RowContents[] = [];
  const formulas: FormulaContents[] = [];
  const runs = new StyleRuns();
  const links: SheetContents['hyperlinks'][number][] = [];
  const comments: SheetContents['comments'][number][] = [];
  const lines = (sheet['!data'] ?? []) as (readonly (CellObject | undefined)[] | undefined)[];
  for (let row = 0; row < lines.length; row++) {
    const line = lines[row];
    if (line === undefined) continue;
    let current: RowContents | null = null;
    for (let column = 0; column < line.length; column++) {
      const cell = line[column];
      if (cell === undefined || cell === null) continue;
      if (--budget.cells < 0) throw new FileError('too-many-cells');
      const style = typeof cell.z === 'string' ? styles.of(cell.z) : 0;
      if (style !== 0) runs.add(row, column, style);
      if (typeof cell.f === 'string' && cell.f !== '') formulas.push(readFormula(cell, row, column));
      addNotes(cell, cellAddress(row, column), links, comments);
      const value = cellValue(cell);
      if (value === null) continue;
      if (typeof value === 'string' && (budget.characters -= value.length) < 0) {
        throw new FileError('too-much-text');
      }
      if (current === null) rows.push((current = { row, column, values: [] }));
      while (current.values.length < column - current.column) current.values.push(null);
      current.values.push(value);
    }
  }
  return {
    ...blankSheet(name, rows),
    formulas: ownFormulas(formulas),
    styles: runs.finish(),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      row: s.r,
      column: s.c,
      rows: e.r - s.r + 1,
      columns: e.c - s.c + 1,
    })),
    columnProperties: readColumns(sheet['!cols']),
    rowProperties: readRows(sheet['!rows']),
    hyperlinks: links,
    comments,
    protection: { on: sheet['!protect'] !== undefined, options: {} },
    autoFilter: readFilter(sheet),
  };
}

function readFilter(sheet: WorkSheet): SheetContents['autoFilter'] {
  const area = parseArea(sheet['!autofilter']?.ref ?? '');
  return area === null ? null : { area, criteria: null };
}

function readFormula(cell: CellObject, row: number, column: number): FormulaContents {
  const spill = cell.F === undefined ? null : parseArea(cell.F);
  const formula = shownFormula(cell.f ?? '');
  if (spill === null) return { row, column, formula, kind: 'plain' };
  return { row, column, formula, kind: cell.D === true ? 'dynamic' : 'array', spill };
}

/** Every cell of an array repeats its formula; only the first one owns it. */
function ownFormulas(formulas: readonly FormulaContents[]): FormulaContents[] {
  return formulas.filter(
    ({ row, column, spill }) => spill === undefined || (spill.row === row && spill.column === column),
  );
}

function cellValue(cell: CellObject): CellValue {
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v) ? cell.v : null;
    case 's':
      return typeof cell.v === 'string' ? cell.v : null;
    case 'b':
      return cell.v === true;
    case 'e':
      return errorValue(errorNames[Number(cell.v)] ?? String(cell.w ?? '#VALUE!'));
    case 'd':
      return cell.v instanceof Date ? cell.v.getTime() / 86_400_000 + 25_569 : null;
    case 'z':
      return null;
  }
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function addNotes(
  cell: CellObject,
  address: string,
  links: SheetContents['hyperlinks'][number][],
  comments: SheetContents['comments'][number][],
): void {
  const link = cell.l;
  if (link?.Target !== undefined && link.Target !== '') {
    const place = link.Target.startsWith('#') ? { location: link.Target.slice(1) } : { address: link.Target };
    links.push([address, { ...place, ...(link.Tooltip !== undefined && { tip: link.Tooltip }) }]);
  }
  const notes = cell.c?.filter(({ t }) => t !== undefined && t !== '') ?? [];
  if (notes.length > 0) {
    comments.push([address, { author: notes[0]?.a ?? '', text: notes.map(({ t }) => t).join('\n') }]);
  }
}

function readColumns(
  columns: readonly (ColInfo | undefined)[] | undefined,
): SheetContents['columnProperties'] {
  return (columns ?? []).flatMap((info, column) => {
    if (info === undefined || info === null || (info.width === undefined && info.hidden !== true)) return [];
    const width = info.width === undefined ? undefined : charactersOfFileWidth(info.width);
    return [
      { column, count: 1, ...(width !== undefined && { width }), ...(info.hidden && { hidden: true }) },
    ];
  });
}

function readRows(rows: readonly (RowInfo | undefined)[] | undefined): SheetContents['rowProperties'] {
  return (rows ?? []).flatMap((info, row) => {
    if (info === undefined || info === null || (info.hpt === undefined && info.hidden !== true)) return [];
    return [
      { row, ...(info.hpt !== undefined && { height: info.hpt }), ...(info.hidden && { hidden: true }) },
    ];
  });
}

function readNames(book: WorkBook, places: readonly number[]): NameContents[] {
  return (book.Workbook?.Names ?? []).flatMap(({ Name, Ref, Sheet, Comment }) => {
    const scope = Sheet === undefined || Sheet === null ? null : places.indexOf(Sheet);
    if (!Name || !Ref || Name.startsWith('_xlnm.') || scope === -1) return [];
    return [
      {
        name: Name,
        formula: shownFormula(Ref).slice(1),
        ...(Comment && { comment: Comment }),
        visible: true,
        scope,
      },
    ];
  });
}
