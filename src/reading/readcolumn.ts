import type { ColumnFacts } from './columns';
import { DateColumn, decideOrder, type OrderDecision, type YearContext } from './dates';
import { parseDateText, type DateText } from './datetext';
import type { GridValue } from './grid';
import { natureOf, type Nature } from './meaning';
import { writesDecimalComma } from './numbers';
import type { Findings, ProblemCode } from './problems';
import { sampleRows } from './profile';
import { isBlank, isDitto, isErrorText, trimmed } from './text';
import type { ColumnReading, DateOrder, Field, ReadValue } from './types';
import { idText, NumberColumn, saysNothing, TextColumn } from './values';
import type { SheetView } from './view';

/** How the values of one column are to be read. */
export interface ColumnPlan {
  readonly facts: ColumnFacts;
  readonly field: Field | null;
  readonly kind: ColumnReading['kind'];
  /** Power of ten that numbers are worth. */
  readonly exponent: number;
  readonly order: OrderDecision;
  readonly context: YearContext | null;
  readonly decimalComma: boolean;
  /** What people see when a value can't be read: a field's loss is a finding, a stray column's is not. */
  readonly strict: boolean;
}

function kindOfUnknown(facts: ColumnFacts): ColumnReading['kind'] {
  const { profile } = facts;
  if (profile.filled === 0) return 'blank';
  if (facts.period !== null || facts.total)
    return facts.unit?.money === true || profile.money > 0.3 ? 'money' : 'number';
  if (profile.date >= 0.6) return 'date';
  if (profile.code >= 0.4 || profile.phone >= 0.5) return 'id';
  if (profile.number >= 0.7) {
    if (profile.percent >= 0.5) return 'percent';
    return profile.money >= 0.5 || facts.unit?.money === true ? 'money' : 'number';
  }
  return 'text';
}

const KIND_OF_NATURE: Readonly<Record<Nature, ColumnReading['kind']>> = {
  date: 'date',
  month: 'date',
  money: 'money',
  number: 'number',
  percent: 'percent',
  id: 'id',
  name: 'text',
  text: 'text',
};

/** What kind of value a column holds, from its field and from its values where the field leaves it open. */
export function kindOf(field: Field | null, facts: ColumnFacts, yearKnown: boolean): ColumnReading['kind'] {
  if (field === null) return kindOfUnknown(facts);
  const { profile } = facts;
  if (profile.filled === 0) return 'blank';
  const nature = natureOf(field);
  if (field === 'month') {
    // A month without any year stays the word that it is.
    const bare = profile.date < 0.4 && profile.median < 13 && !yearKnown;
    return bare && profile.number >= 0.5 ? 'number' : bare && profile.date < 0.2 ? 'text' : 'date';
  }
  if (field === 'period') return profile.date >= 0.6 ? 'date' : profile.number >= 0.8 ? 'number' : 'text';
  if (field === 'sequence') return profile.number >= 0.5 && profile.code < 0.5 ? 'number' : 'text';
  if (field === 'status' && profile.percent >= 0.4) return 'percent';
  if (field === 'discount')
    return profile.percent > 0 || (profile.max <= 1 && profile.number > 0.5) ? 'percent' : 'money';
  if ((field === 'target' || field === 'actual') && profile.number < 0.4) return 'text';
  if (field === 'target' || field === 'actual')
    return profile.percent >= 0.5 ? 'percent' : facts.unit?.money === true ? 'money' : 'number';
  return KIND_OF_NATURE[nature];
}

/** Distinct date texts of a sample of the column. */
export function dateTexts(view: SheetView, rows: readonly number[], column: number): DateText[] {
  const seen = new Set<string>();
  const found: DateText[] = [];
  for (const row of sampleRows(rows, 3000)) {
    const value = view.at(row, column);
    if (typeof value !== 'string' || value.length > 40 || seen.has(value)) continue;
    seen.add(value);
    const parsed = parseDateText(value);
    if (parsed) found.push(parsed);
  }
  return found;
}

export function orderOf(
  view: SheetView,
  rows: readonly number[],
  column: number,
  years: readonly number[],
  chosen: DateOrder | undefined,
): OrderDecision {
  const decided = decideOrder(dateTexts(view, rows, column), years);
  return chosen === undefined ? decided : { ...decided, order: chosen, ambiguous: false };
}

export function decimalCommaIn(view: SheetView, rows: readonly number[], column: number): boolean {
  const texts: string[] = [];
  for (const row of sampleRows(rows, 400)) {
    const value = view.at(row, column);
    if (typeof value === 'string' && value.includes(',')) texts.push(value);
  }
  return writesDecimalComma(texts);
}

/** The row above whose merged cell covers each row of a column, where one does. */
export function mergedFrom(view: SheetView, column: number): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (const merge of view.grid.merges) {
    const left = merge.column - view.grid.origin.column;
    const top = merge.row - view.grid.origin.row;
    if (merge.rows < 2 || column < left || column >= left + merge.columns) continue;
    const bottom = Math.min(view.rows, top + merge.rows);
    for (let row = Math.max(0, top + 1); row < bottom; row += 1) map.set(row, top);
  }
  return map;
}

interface Cursor {
  previous: ReadValue;
  previousRaw: GridValue;
}

const CHUNK = 8000;

/** Reads all values of a column; yields now and then so that a screen can breathe. */
export function* readColumn(
  view: SheetView,
  rows: readonly number[],
  plan: ColumnPlan,
  near: readonly ReadValue[] | null,
  findings: Findings,
): Generator<number, ReadValue[]> {
  const { column } = plan.facts;
  const sheetColumn = view.grid.origin.column + column;
  const merged = mergedFrom(view, column);
  const reader = readerOf(view, plan, near);
  const values = new Array<ReadValue>(rows.length);
  const cursor: Cursor = { previous: null, previousRaw: '' };
  const fillsMerges =
    plan.kind === 'text' || plan.kind === 'date' || plan.kind === 'id' || plan.kind === 'blank';
  let filled = 0;
  let dittos = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    let raw = view.at(row, column);
    if (merged.size > 0 && raw === '') {
      const from = merged.get(row);
      if (from !== undefined && fillsMerges) {
        raw = view.at(from, column);
        if (!isBlank(raw)) filled += 1;
      }
    }
    if (
      typeof raw === 'string' &&
      raw.length <= 14 &&
      raw !== '' &&
      isDitto(trimmed(raw)) &&
      cursor.previous !== null
    ) {
      values[index] = cursor.previous;
      dittos += 1;
      continue;
    }
    const read =
      raw === ''
        ? null
        : reader(raw, row, index, (code, details, severity) => {
            findings.add({ code, row: view.grid.origin.row + row, column: sheetColumn, details, severity });
          });
    values[index] = read;
    if (raw !== '') cursor.previous = read;
    if (index % CHUNK === CHUNK - 1) yield index;
  }
  if (filled > 0)
    findings.add({
      code: 'merged-filled',
      column: sheetColumn,
      details: { rows: filled, header: plan.facts.header || plan.facts.letter },
      severity: 'note',
    });
  if (dittos > 0)
    findings.add({
      code: 'ditto-filled',
      column: sheetColumn,
      details: { rows: dittos, header: plan.facts.header || plan.facts.letter },
      severity: 'note',
    });
  return values;
}

type Tell = (
  code: ProblemCode,
  details: Readonly<Record<string, string | number>>,
  severity: 'warning' | 'note',
) => void;
type Reader = (raw: GridValue, row: number, index: number, tell: Tell) => ReadValue;

function shown(raw: GridValue): string {
  const text = String(raw);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function readerOf(view: SheetView, plan: ColumnPlan, near: readonly ReadValue[] | null): Reader {
  const header = plan.facts.header || plan.facts.letter;
  const checked =
    (read: Reader): Reader =>
    (raw, row, index, tell) => {
      if (saysNothing(raw)) return null;
      if (typeof raw === 'string' && isErrorText(raw)) {
        tell('cell-error', { found: raw, header }, 'warning');
        return null;
      }
      return read(raw, row, index, tell);
    };
  switch (plan.kind) {
    case 'date':
      return checked(dateReader(view, plan, header, near));
    case 'number':
    case 'money':
    case 'percent':
      return checked(numberReader(view, plan, header));
    case 'id':
      return checked((raw) => idText(raw));
    case 'text':
    case 'blank': {
      const texts = new TextColumn(plan.field !== null && natureOf(plan.field) === 'name');
      const dates = plan.facts.profile.date > 0 && plan.field === null;
      return checked((raw, row) => {
        if (typeof raw === 'number' && plan.field !== null && natureOf(plan.field) !== 'text')
          return idText(raw);
        if (dates && typeof raw === 'number' && view.dated(row, plan.facts.column)) return raw;
        return texts.read(raw);
      });
    }
  }
}

function dateReader(
  view: SheetView,
  plan: ColumnPlan,
  header: string,
  near: readonly ReadValue[] | null,
): Reader {
  const reader = new DateColumn(plan.order.order, plan.context, view.date1904, plan.field === 'month');
  return (raw, row, index, tell) => {
    const beside = near?.[index];
    const reading = reader.read(
      raw,
      view.dated(row, plan.facts.column),
      typeof beside === 'number' ? beside : null,
    );
    if (reading.range) tell('date-range', { found: shown(raw), header }, 'note');
    if (reading.failure === null) return reading.serial;
    if (!plan.strict) return typeof raw === 'string' ? trimmed(raw) : raw;
    if (reading.failure === 'no-year') tell('year-unknown', { found: shown(raw), header }, 'warning');
    else if (reading.failure === 'number') tell('date-number', { found: shown(raw), header }, 'warning');
    else tell('date-unreadable', { found: shown(raw), header }, 'warning');
    return null;
  };
}

function numberReader(view: SheetView, plan: ColumnPlan, header: string): Reader {
  const reader = new NumberColumn(plan.exponent, plan.decimalComma, plan.kind === 'percent');
  const percentFormats = plan.facts.profile.percent > 0;
  return (raw, row, _index, tell) => {
    const percent =
      percentFormats && typeof raw === 'number' && view.format(row, plan.facts.column).includes('%');
    const value = reader.read(raw, percent);
    if (value !== null) return value;
    if (!plan.strict) return typeof raw === 'string' ? trimmed(raw) : raw;
    tell('number-unreadable', { found: shown(raw), header }, 'warning');
    return null;
  };
}
