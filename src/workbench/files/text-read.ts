import type { CellValue } from '../model/types';
import type { FileContents, RowContents, SheetContents } from './contents';
import { FileError } from './errors';
import type { FileWarning } from './errors';
import type { FileLimits } from './limits';
import { maximumColumns, maximumRows } from './limits';
import { isUtf16 } from './sniff';

/**
 * Delimited text: .csv and .txt. Numbers become numbers only where nothing is lost: what has a leading zero, or more
 * digits than a number holds (phone, contract and account numbers), stays text. Dates stay text too: which part is
 * the month is the reader's decision, not the file's.
 */
export function readTextFile(bytes: Uint8Array, name: string, limits: FileLimits): FileContents {
  const warnings: FileWarning[] = [];
  const text = decode(bytes, warnings);
  const separator = findSeparator(text);
  if (/\.(xls\w?|ods)$/i.test(name)) {
    // Systems export separated text under a workbook's name; a text without columns is something else.
    if (separator === null) throw new FileError('not-a-workbook');
    warnings.push({ code: 'text-not-workbook', details: {} });
  }
  const rows: RowContents[] = [];
  let cells = limits.cells;
  let cut = 0;
  let row = 0;
  for (const fields of records(text, separator ?? ',')) {
    if (row >= maximumRows) {
      cut++;
      continue;
    }
    if (fields.length > maximumColumns) throw new FileError('not-a-workbook');
    const values = fields.map(fieldValue);
    while (values.length > 0 && values[values.length - 1] === null) values.pop();
    cells -= values.length;
    if (cells < 0) throw new FileError('too-many-cells');
    if (values.length > 0) rows.push({ row, column: 0, values });
    row++;
  }
  if (cut > 0) warnings.push({ code: 'rows-cut', details: { count: cut } });
  const title = name
    .replace(/^.*[\\/]/, '')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[:\\/?*[\]]/g, '_')
    .replace(/^'+|'+$/g, '');
  return { ...blankContents('text'), sheets: [blankSheet(title.slice(0, 31) || 'Sheet1', rows)], warnings };
}

export function blankContents(kind: FileContents['kind']): FileContents {
  return {
    kind,
    date1904: false,
    calculationMode: 'automatic',
    activeSheet: 0,
    structureProtected: false,
    styles: [{}],
    sheets: [],
    names: [],
    properties: [],
    customXml: [],
    settings: [],
    warnings: [],
    original: null,
  };
}

export function blankSheet(name: string, rows: RowContents[]): SheetContents {
  return {
    name,
    visibility: 'visible',
    tabColor: null,
    showGridlines: true,
    showHeadings: true,
    zoom: 100,
    frozen: { rows: 0, columns: 0 },
    protection: { on: false, options: {} },
    rows,
    formulas: [],
    styles: new Int32Array(),
    rowProperties: [],
    columnProperties: [],
    merges: [],
    tables: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
    pageLayout: { orientation: 'portrait', fitToWidth: null, fitToHeight: null },
    comments: [],
    hyperlinks: [],
    customProperties: [],
    autoFilter: null,
  };
}

/** UTF-16 by its mark or its zeros, UTF-8 where the bytes allow it, else GB18030, which Chinese Excel exports. */
export function decode(bytes: Uint8Array, warnings: FileWarning[]): string {
  const wide = isUtf16(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8. GB18030 reads nearly all bytes: only text that turns out Chinese is taken as such.
    const chinese = new TextDecoder('gb18030').decode(bytes);
    const western = new TextDecoder('windows-1252').decode(bytes);
    const encoding = looksChinese(chinese) ? 'GB18030' : 'Windows-1252';
    warnings.push({ code: 'encoding-guessed', details: { encoding } });
    return encoding === 'GB18030' ? chinese : western;
  }
}

function looksChinese(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const wide = sample.match(/[^\u0000-\u007f]/g)?.length ?? 0; // eslint-disable-line no-control-regex -- all beyond ASCII
  const common = sample.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef￥、。]/g)?.length ?? 0;
  return common >= wide * 0.7 && !sample.includes('\ufffd');
}

/** The separator that divides the first records most evenly; null where none divides them. */
function findSeparator(text: string): string | null {
  const stated = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const sample = text.slice(0, 65_536);
  let best: { separator: string | null; score: number } = { separator: null, score: 0 };
  for (const separator of [',', '\t', ';', '|']) {
    const widths: number[] = [];
    for (const fields of records(sample, separator)) {
      if (fields.length > 1 || fields[0] !== '') widths.push(fields.length);
      if (widths.length >= 50) break;
    }
    const usual = mode(widths);
    const score =
      usual < 2 ? 0 : (widths.filter((width) => width === usual).length / widths.length) * (1 + usual / 100);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** Records of separated text: quotes around fields that hold separators, breaks or (doubled) quotes. */
export function* records(text: string, separator: string): Generator<string[]> {
  let position = /^\ufeff?(sep=.\r?\n)?/i.exec(text)?.[0].length ?? 0;
  const split = separator.charCodeAt(0);
  let fields: string[] = [];
  while (position < text.length) {
    if (text.charCodeAt(position) === 34) {
      const [value, end] = quoted(text, position);
      fields.push(value);
      position = end;
      // What follows a closing quote up to the separator belongs to the field, as Excel reads it.
      const tail = fieldEnd(text, position, split);
      if (tail > position) fields[fields.length - 1] += text.slice(position, tail);
      position = tail;
    } else {
      const end = fieldEnd(text, position, split);
      fields.push(text.slice(position, end));
      position = end;
    }
    if (position < text.length && text.charCodeAt(position) === split) {
      position++;
      if (position < text.length && !isBreak(text.charCodeAt(position))) continue;
      fields.push('');
    }
    if (text.charCodeAt(position) === 13 && text.charCodeAt(position + 1) === 10) position++;
    position++;
    yield fields;
    fields = [];
  }
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function fieldEnd(text: string, from: number, separator: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === separator || isBreak(code)) break;
  }
  return end;
}

function quoted(text: string, from: number): [string, number] {
  let value = '';
  let position = from + 1;
  for (;;) {
    const close = text.indexOf('"', position);
    if (close < 0) return [value + text.slice(position), text.length];
    value += text.slice(position, close);
    if (text.charCodeAt(close + 1) !== 34) return [value, close + 1];
    value += '"';
    position = close + 2;
  }
}

const plainNumber = /^[-+]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i;

/** A field as a cell's value. */
export function fieldValue(field: string): CellValue {
  if (field === '') return null;
  const text = field.trim();
  if (!/^[-+.]?\d/.test(text) || !plainNumber.test(text)) return field;
  const digits = text.replace(/e.*$/i, '').replace(/[^\d]/g, '').replace(/^0+/, '');
  const number = Number(text.replaceAll(',', ''));
  return digits.length > 15 || !Number.isFinite(number) || text.startsWith('+') ? field : number;
}
