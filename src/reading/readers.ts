import { dateOf } from '../domain/dates';
import type { ColumnFacts } from './columns';
import { diaryOf, type MonthDay } from './diary';
import { DateColumn, type OrderDecision, type YearContext } from './dates';
import type { GridValue } from './grid';
import { natureOf } from './meaning';
import type { ProblemCode } from './problems';
import { trimmed } from './text';
import type { ColumnReading, Field, ReadValue } from './types';
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
  /** Rows spread over the table, for looking ahead. */
  readonly sample: readonly number[];
  /** What people see when a value can't be read: a field's loss is a finding, a stray column's is not. */
  readonly strict: boolean;
}

export type Tell = (
  code: ProblemCode,
  details: Readonly<Record<string, string | number>>,
  severity: 'warning' | 'note',
) => void;

export type TellColumn = (code: ProblemCode, details: Readonly<Record<string, string | number>>) => void;

/** Reads the cells of one column; what is said of the column as a whole comes at the end. */
interface Reader {
  read(raw: GridValue, row: number, index: number, tell: Tell): ReadValue;
  finish(tell: TellColumn): void;
}

function shown(raw: GridValue): string {
  const text = String(raw);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What a cell that can't be read becomes in a column that has no field: the text that stands there. */
function asItStands(raw: GridValue): ReadValue {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  return typeof raw === 'string' ? trimmed(raw) : raw;
}

/** The reader that suits a column's kind. */
export function readerOf(
  view: SheetView,
  rows: readonly number[],
  plan: ColumnPlan,
  near: readonly ReadValue[] | null,
): Reader {
  switch (plan.kind) {
    case 'date':
      return dateReader(view, rows, plan, near);
    case 'number':
    case 'money':
    case 'percent':
      return numberReader(view, plan);
    case 'id':
      return { read: idText, finish: () => undefined };
    case 'text':
    case 'blank':
      return textReader(plan);
  }
}

function textReader(plan: ColumnPlan): Reader {
  const nature = plan.field === null ? null : natureOf(plan.field);
  const texts = new TextColumn(nature === 'name');
  const asId = nature !== null && nature !== 'text';
  return {
    read: (raw) => {
      if (typeof raw !== 'number') return texts.read(raw);
      return asId ? idText(raw) : asItStands(raw);
    },
    finish: (tell) => {
      if (texts.unified.size === 0) return;
      tell('names-unified', { spellings: texts.unified.size });
    },
  };
}

/** Of more rows than these only some are asked for the order of their days. */
const DIARY_ROWS = 5000;

function dateReader(
  view: SheetView,
  rows: readonly number[],
  plan: ColumnPlan,
  near: readonly ReadValue[] | null,
): Reader {
  const header = plan.facts.header || plan.facts.letter;
  const seed = firstFullDate(view, plan);
  const monthsOnly = plan.field === 'month';
  const { context, settled } = monthsOnly
    ? { context: plan.context, settled: new Map<number, MonthDay>() }
    : diaryOf(view, rows.length <= DIARY_ROWS ? rows : plan.sample, plan.facts.column, plan.context);
  const reader = new DateColumn(plan.order.order, context, view.date1904, monthsOnly, seed);
  const years = new Set<number>();
  let byOrder = 0;
  let byTime = 0;
  return {
    read: (raw, row, index, tell) => {
      if (saysNothing(raw)) return null;
      const beside = near?.[index];
      const day = settled.get(row);
      if (day) byOrder += 1;
      const reading = reader.read(
        day ? `${day.month}月${day.day}日` : raw,
        view.dated(row, plan.facts.column),
        typeof beside === 'number' ? beside : null,
      );
      if (reading.assumedDay) byTime += 1;
      if (reading.range) tell('date-range', { found: shown(raw), header }, 'note');
      if (reading.assumedYear && reading.serial !== null) years.add(dateOf(reading.serial).year);
      if (reading.failure === null) return reading.serial;
      if (!plan.strict) return asItStands(raw);
      if (reading.failure === 'no-year') tell('year-unknown', { found: shown(raw), header }, 'warning');
      else if (reading.failure === 'number') tell('date-number', { found: shown(raw), header }, 'warning');
      else tell('date-unreadable', { found: shown(raw), header }, 'warning');
      return null;
    },
    finish: (tell) => {
      if (years.size > 0) tell('year-assumed', { year: [...years].sort().join(' / ') });
      if (byOrder > 0) tell('day-by-order', { rows: byOrder });
      if (byTime > 0) tell('day-of-row', { rows: byTime });
    },
  };
}

/** The first date of the column that says its own year: a witness for those above it. */
function firstFullDate(view: SheetView, plan: ColumnPlan): number | null {
  const probe = new DateColumn(plan.order.order, null, view.date1904, false);
  for (const row of plan.sample) {
    const raw = view.at(row, plan.facts.column);
    if (saysNothing(raw)) continue;
    const { serial, assumedYear } = probe.read(raw, view.dated(row, plan.facts.column), null);
    if (serial !== null && !assumedYear) return serial;
  }
  return null;
}

function numberReader(view: SheetView, plan: ColumnPlan): Reader {
  const header = plan.facts.header || plan.facts.letter;
  const reader = new NumberColumn(plan.exponent, plan.decimalComma, plan.kind === 'percent');
  const percentFormats = plan.facts.profile.percent > 0;
  return {
    read: (raw, row, _index, tell) => {
      if (saysNothing(raw)) return null;
      const percent =
        percentFormats && typeof raw === 'number' && view.format(row, plan.facts.column).includes('%');
      const value = reader.read(raw, percent);
      if (value !== null) return value;
      if (!plan.strict) return asItStands(raw);
      tell('number-unreadable', { found: shown(raw), header }, 'warning');
      return null;
    },
    finish: () => undefined,
  };
}
