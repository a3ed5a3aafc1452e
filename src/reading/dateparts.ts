import { isCalendarDate, serialOf } from '../domain/dates';
import type { ColumnFacts } from './columns';
import { monthWord } from './dates';
import type { FieldDecision } from './fields';
import type { GridValue } from './grid';
import type { Findings } from './problems';
import { sampleRows } from './profile';
import { mergedFrom } from './readcolumn';
import type { ColumnPlan } from './readers';
import { halfWidth, isBlank } from './text';
import type { ReadValue } from './types';
import type { SheetView } from './view';

/** A date that stands in columns of its own for its year, month and day: 年 | 月 | 日. Places among the table's columns. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

type Part = keyof DateParts;

const HEADERS: Readonly<Record<Part, RegExp>> = {
  year: /^(?:年|年份|年度|会计年度|year|yr|fy|fiscal year)$/i,
  month: /^(?:月|月份|month|mon|mth)$/i,
  day: /^(?:日|号|日期|day|date)$/i,
};

const valueOf: Readonly<Record<Part, (raw: GridValue) => number | null>> = {
  year: (raw) => within(raw, /^(\d{4})\s*年?度?$/, 1900, 9999),
  month: (raw) => (typeof raw === 'string' ? monthWord(raw) : null) ?? within(raw, /^(\d{1,2})$/, 1, 12),
  day: (raw) => within(raw, /^(\d{1,2})\s*[日号]?$/, 1, 31),
};

function within(raw: GridValue, pattern: RegExp, least: number, most: number): number | null {
  const found = typeof raw === 'boolean' ? null : pattern.exec(halfWidth(String(raw)).trim())?.[1];
  const value = Number(found ?? NaN);
  return value >= least && value <= most ? value : null;
}

/** Finds the parts by their headers and by all that stands below them; a column that says whole dates leaves none. */
export function datePartsOf(
  view: SheetView,
  rows: readonly number[],
  facts: readonly ColumnFacts[],
  fields: readonly FieldDecision[],
): DateParts | null {
  const sample = sampleRows(rows);
  const find = (part: Part): number =>
    facts.findIndex(({ header, column, period }, index) => {
      if (period !== null || !HEADERS[part].test(halfWidth(header).replace(/\s+/g, ' ').trim())) return false;
      const { chosenBy, field } = fields[index] ?? {};
      if (
        chosenBy === 'person' &&
        !(part === 'day' ? ['date'] : ['month', 'period', 'date']).includes(field ?? '')
      )
        return false;
      const filled = sample.map((row) => view.at(row, column)).filter((raw) => !isBlank(raw));
      return filled.length > 0 && filled.every((raw) => valueOf[part](raw) !== null);
    });
  const [year, month, day] = [find('year'), find('month'), find('day')];
  if (year < 0 || month < 0) return null;
  const whole = fields.some(({ field }, index) => field === 'date' && ![year, month, day].includes(index));
  return whole ? null : { year, month, day: day < 0 ? null : day };
}

/** The plans with the parts taken as they stand, until they are joined. */
export function plansOfParts(plans: readonly ColumnPlan[], parts: DateParts): ColumnPlan[] {
  const taken: readonly (number | null)[] = Object.values(parts);
  return plans.map((plan, index) =>
    taken.includes(index) ? { ...plan, kind: 'number', strict: false } : plan,
  );
}

interface PartedTable {
  readonly parts: DateParts;
  readonly plans: readonly ColumnPlan[];
  readonly fields: readonly FieldDecision[];
}

/** The finest part's column, which stands for the whole date. */
export interface JoinedColumn {
  /** Its place among the table's columns. */
  readonly place: number;
  readonly plan: ColumnPlan;
  readonly decision: FieldDecision;
  readonly dates: ReadValue[];
}

const JOINED = 0.9;

/**
 * The date of each row, from its parts. A year or a month that is written once for the rows below it, merged or not,
 * holds for them; a day never does.
 */
export function joinDateParts(
  view: SheetView,
  rows: readonly number[],
  { parts, plans, fields }: PartedTable,
  findings: Findings,
): JoinedColumn {
  const columnOf = (part: Part): number => plans[parts[part] ?? -1]?.facts.column ?? -1;
  const merges = new Map(
    (['year', 'month', 'day'] as const).map((part) => [part, mergedFrom(view, columnOf(part))]),
  );
  const raw = (part: Part, row: number): GridValue =>
    view.at(merges.get(part)?.get(row) ?? row, columnOf(part));
  const above: Record<'year' | 'month', GridValue> = { year: '', month: '' };
  let carried = 0;
  const place = parts.day ?? parts.month;
  const target = plans[place] as ColumnPlan;
  const { header } = target.facts;
  const sheetColumn = view.grid.origin.column + target.facts.column;
  const dates = rows.map((row): ReadValue => {
    const own = {
      year: raw('year', row),
      month: raw('month', row),
      day: parts.day === null ? 1 : raw('day', row),
    };
    const nothing = isBlank(own.month) && (parts.day === null || isBlank(own.day));
    if (!isBlank(own.year) && own.year !== above.year) above.month = '';
    for (const part of ['year', 'month'] as const) {
      if (!isBlank(own[part])) above[part] = own[part];
      else if (!isBlank(above[part])) carried += 1;
    }
    if (nothing && isBlank(above.month)) return null;
    const [year, month, day] = [valueOf.year(above.year), valueOf.month(above.month), valueOf.day(own.day)];
    if (year !== null && month !== null && day !== null && isCalendarDate(year, month, day))
      return serialOf(year, month, day);
    if (isBlank(own.day) && isBlank(own.month)) return null;
    findings.add({
      code: 'date-unreadable',
      row: view.grid.origin.row + row,
      column: sheetColumn,
      details: { found: [own.year, own.month, ...(parts.day === null ? [] : [own.day])].join(' / '), header },
      severity: 'warning',
    });
    return null;
  });
  if (carried > 0) {
    findings.add({
      code: 'blanks-filled',
      column: sheetColumn,
      details: { rows: carried, header },
      severity: 'note',
    });
  }
  findings.add({
    code: 'date-joined',
    column: sheetColumn,
    details: {
      header,
      columns: [parts.year, parts.month, parts.day]
        .flatMap((index) => (index === null ? [] : [plans[index]?.facts.letter ?? '']))
        .join(' + '),
    },
    severity: 'note',
  });
  const field = parts.day === null ? 'month' : 'date';
  const { confidence = 0, chosenBy } = fields[place] ?? {};
  return {
    place,
    plan: { ...target, kind: 'date', field, exponent: 0 },
    decision:
      chosenBy === 'person'
        ? { field, confidence, chosenBy }
        : { field, confidence: JOINED, chosenBy: 'context' },
    dates,
  };
}
