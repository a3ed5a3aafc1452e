import { at, dayOf, hasTime, minuteOfText, secondsOf, SECONDS_A_DAY } from '../../domain/calendar/clock';
import { isSerial } from '../../domain/dates';
import { fingerprint } from '../../plan/fingerprint';
import type { ColumnReading, Field, Problem, TableReading } from '../../reading/types';
import { cellOf, columnOf, textAt } from '../columns';
import { rowFinding } from '../findings';
import { RowKeys } from '../keys';
import { unreadColumns } from '../unread';

/** One fault as a sheet tells it. */
export interface SourceFault {
  readonly number: string | null;
  readonly reported: number;
  readonly customer: string | null;
  readonly kind: string | null;
  readonly content: string | null;
  readonly engineer: string | null;
  readonly contacted: number | null;
  readonly responded: number | null;
  readonly solved: number | null;
  readonly origin: string;
  readonly key: string;
}

export const TIMES = ['contacted', 'responded', 'solved'] as const;
export type TimeName = (typeof TIMES)[number];
const TEXTS = ['number', 'customer', 'kind', 'content', 'engineer'] as const;
type TextName = (typeof TEXTS)[number];

export type FaultColumns = Readonly<Record<'reported' | TimeName | TextName, ColumnReading | null>>;

export interface SourceFaults {
  readonly faults: readonly SourceFault[];
  readonly has: Readonly<Record<TimeName | TextName, boolean>>;
  readonly findings: readonly Problem[];
}

const HEADERS: Readonly<Record<'reported' | TimeName | 'engineer', RegExp>> = {
  reported: /申告|报障|报修|受理时间|故障(?:发生)?时间|发生时间|投诉时间|report|raised|opened/i,
  contacted: /联系工程|通知工程|派单|转派|派工|接单|contacted|dispatch|assigned/i,
  responded: /响应|到场|到达|上门时间|respon|arriv/i,
  solved: /恢复|修复|解决|处理完|办结|完成|销障|restor|solv|fixed|closed|repaired/i,
  engineer: /处理人|工程师|维护人|维修人|抢修|装维|engineer|technician/i,
};
const FIELDS: Readonly<Record<'reported' | 'solved' | TextName, readonly Field[]>> = {
  reported: ['date'],
  solved: ['done_date'],
  number: ['order_id', 'sequence'],
  customer: ['customer', 'customer_id'],
  kind: ['category', 'product'],
  content: ['content', 'note'],
  engineer: ['owner', 'person'],
};

/** Which column is what: times by what their headers say, since a sheet of faults has several; texts by their meaning. */
export function faultColumns(table: TableReading): FaultColumns {
  const taken = new Set<ColumnReading>();
  const timed = table.columns.filter(({ kind, total }) => total !== true && kind !== 'blank');
  const take = (column: ColumnReading | null | undefined): ColumnReading | null => {
    if (!column || taken.has(column)) return null;
    taken.add(column);
    return column;
  };
  const byHeader = (name: keyof typeof HEADERS): ColumnReading | undefined =>
    timed.find(
      (column) =>
        !taken.has(column) && HEADERS[name].test(column.header) && (name === 'engineer' || isTime(column)),
    );
  const solved = take(byHeader('solved') ?? columnOf(table, FIELDS.solved));
  const responded = take(byHeader('responded'));
  const contacted = take(byHeader('contacted'));
  const reported = take(byHeader('reported') ?? columnOf(table, FIELDS.reported));
  const engineer = take(byHeader('engineer') ?? columnOf(table, FIELDS.engineer));
  const text = (name: Exclude<TextName, 'engineer'>): ColumnReading | null =>
    take(columnOf(table, FIELDS[name]));
  return {
    reported,
    contacted,
    responded,
    solved,
    engineer,
    number: text('number'),
    customer: text('customer'),
    kind: text('kind'),
    content: text('content'),
  };
}

function isTime({ values }: ColumnReading): boolean {
  return values.some(
    (value) => typeof value === 'number' || (typeof value === 'string' && minuteOfText(value) !== null),
  );
}

export function readFaults(tables: readonly TableReading[]): SourceFaults {
  const findings: Problem[] = [];
  const columns = tables.map(faultColumns);
  const keys = new RowKeys(
    tables.flatMap(({ rows }, table) =>
      rows.map((_, index) => numberOf(columns[table] as FaultColumns, index)),
    ),
  );
  const faults = tables.flatMap((table, index) =>
    readTable(table, columns[index] as FaultColumns, keys, findings),
  );
  const anyOf = (name: TimeName | TextName): boolean => columns.some((each) => each[name] !== null);
  return {
    faults,
    has: Object.fromEntries([...TIMES, ...TEXTS].map((name) => [name, anyOf(name)])) as SourceFaults['has'],
    findings,
  };
}

/** A fault's own number; one that only counts the rows is none. */
function numberOf({ number }: FaultColumns, index: number): string | null {
  return number?.field === 'order_id' ? textAt(number, index) : null;
}

function readTable(
  table: TableReading,
  columns: FaultColumns,
  keys: RowKeys,
  findings: Problem[],
): SourceFault[] {
  const { reported: from } = columns;
  if (!from) return [];
  const unread = unreadColumns(table, Object.values(columns));
  if (unread) findings.push(unread);
  let untimed = 0;
  const faults = table.rows.flatMap((_, index): SourceFault[] => {
    const reported = instantAt(from, index, null);
    if (reported === null) {
      findings.push(rowFinding('fault-without-time', table, index, from));
      return [];
    }
    if (!hasTime(reported)) untimed++;
    const texts = Object.fromEntries(TEXTS.map((name) => [name, textAt(columns[name], index)])) as Record<
      TextName,
      string | null
    >;
    const times = Object.fromEntries(
      TIMES.map((name) => [name, instantAt(columns[name], index, reported)]),
    ) as Record<TimeName, number | null>;
    const identity = (): string =>
      fingerprint(['reported', 'customer', 'content'], [reported, texts.customer, texts.content]);
    return [
      {
        ...texts,
        ...times,
        reported,
        origin: `${table.sheet}!${cellOf(table, from, index)}`,
        key: keys.key(numberOf(columns, index), identity),
      },
    ];
  });
  if (untimed > 0)
    findings.push({
      code: 'faults-untimed',
      details: { rows: untimed, sheet: table.sheet },
      severity: 'warning',
    });
  return faults;
}

/** Minutes since the report rather than a time: what a column of durations holds. */
const MOST_MINUTES = 20_000;

/** A date with a time; a time alone is of the day of the report (or the next), a small number is minutes since it. */
function instantAt(column: ColumnReading | null, index: number, reported: number | null): number | null {
  const value = column?.values[index] ?? null;
  const minute = typeof value === 'string' ? minuteOfText(value) : null;
  if (minute !== null) return reported === null ? null : onDayOf(reported, minute);
  if (typeof value !== 'number' || !isSerial(value)) return null;
  if (reported === null) return value >= 1 ? value : null;
  if (value > 0 && value < 1 && column?.kind === 'date') return onDayOf(reported, Math.round(value * 1440));
  if (value < MOST_MINUTES && column?.kind !== 'date')
    return (secondsOf(reported) + Math.round(value * 60)) / SECONDS_A_DAY;
  return value;
}

function onDayOf(reported: number, minute: number): number {
  const same = at(dayOf(reported), minute);
  return secondsOf(same) < secondsOf(reported) ? at(dayOf(reported) + 1, minute) : same;
}
