import type { ColumnFacts } from './columns';
import { decideOrder, type OrderDecision } from './dates';
import { parseDateText, type DateText } from './datetext';
import { natureOf, type Nature } from './meaning';
import { writesDecimalComma } from './numbers';
import type { Findings } from './problems';
import { sampleRows } from './profile';
import { isBlank, isDitto, isErrorText, trimmed } from './text';
import type { ColumnReading, DateOrder, Field, ReadValue } from './types';
import { readerOf, type ColumnPlan, type Tell, type TellColumn } from './readers';
import type { SheetView } from './view';

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
  for (const merge of view.tallMergesOver(column)) {
    const top = merge.row - view.grid.origin.row;
    const bottom = Math.min(view.rows, top + merge.rows);
    for (let row = Math.max(0, top + 1); row < bottom; row += 1) map.set(row, top);
  }
  return map;
}

const CHUNK = 4000;

/** First signs of the marks that repeat the value above; most texts have none of them. */
function mayBeDitto(text: string): boolean {
  return text.length <= 14 && '同上〃″"\'”“,々dDsS \u3000'.includes(text.charAt(0));
}

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
  const reader = readerOf(view, rows, plan, near);
  const values = new Array<ReadValue>(rows.length);
  const cursor: { previous: ReadValue } = { previous: null };
  const header = plan.facts.header || plan.facts.letter;
  const tellCell = (row: number, ...[code, details, severity]: Parameters<Tell>): void => {
    findings.add({ code, row: view.grid.origin.row + row, column: sheetColumn, details, severity });
  };
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
    if (raw === '') {
      values[index] = null;
      continue;
    }
    if (typeof raw === 'string') {
      if (cursor.previous !== null && mayBeDitto(raw) && isDitto(trimmed(raw))) {
        values[index] = cursor.previous;
        dittos += 1;
        continue;
      }
      if (isErrorText(raw)) {
        values[index] = null;
        tellCell(row, 'cell-error', { found: raw, header }, 'warning');
        continue;
      }
    }
    const read = reader.read(raw, row, index, (code, details, severity) =>
      tellCell(row, code, details, severity),
    );
    values[index] = read;
    cursor.previous = read;
    if (index % CHUNK === CHUNK - 1) yield index;
  }
  const tellColumn: TellColumn = (code, details) => {
    findings.add({ code, column: sheetColumn, details: { header, ...details }, severity: 'note' });
  };
  if (filled > 0) tellColumn('merged-filled', { rows: filled });
  if (dittos > 0) tellColumn('ditto-filled', { rows: dittos });
  reader.finish(tellColumn);
  return values;
}
