import { isSerial } from '../../domain/dates';
import type { Field, TableReading } from '../../reading/types';
import { columnOf, dateColumnOf, numberAt, textAt } from '../columns';
import { MONTHS, type Calendar } from './calendar';

export const INDICATORS = ['opening', 'closing', 'visits', 'visited', 'customers', 'opened', 'late'] as const;
export type Indicator = (typeof INDICATORS)[number];

/** What other sheets say of each listed period, by the period's cell; a column is there where a sheet has it. */
export interface Indicators {
  readonly columns: readonly Indicator[];
  readonly values: ReadonlyMap<number, Partial<Readonly<Record<Indicator, number>>>>;
  /** Days from contract to opening after which an order without a due date is late. */
  readonly openingDays: number;
}

export interface IndicatorSources {
  readonly subscribers: readonly TableReading[];
  readonly visits: readonly TableReading[];
  readonly customers: readonly TableReading[];
  readonly orders: readonly TableReading[];
}

type Values = Map<number, Partial<Record<Indicator, number>>>;

export function readIndicators(
  sources: IndicatorSources,
  calendar: Calendar,
  listed: readonly number[],
  openingDays: number,
): Indicators {
  const values: Values = new Map(listed.map((period) => [period, {}]));
  const at = (serial: number | null): Partial<Record<Indicator, number>> | undefined =>
    serial !== null && isSerial(serial) ? values.get(calendar.cellOf(calendar.numberOf(serial))) : undefined;
  for (const table of sources.subscribers) addSubscribers(table, calendar, values);
  addVisits(sources.visits, sources.customers, at);
  for (const table of sources.orders) addOrders(table, at, openingDays);
  fillGaps(values, namesOn(sources.customers).size);
  const columns = INDICATORS.filter((name) => [...values.values()].some((row) => (row[name] ?? 0) !== 0));
  return { columns, values, openingDays };
}

const DATES: readonly Field[] = ['month', 'period', 'date'];

/** What the subscribers' table says of a month, added up over its rows (a row a product or region). */
export interface SubscriberMonth {
  readonly opening: number | null;
  readonly closing: number | null;
}

/** By counted month; an opening that is not stated is the closing of the month before. */
export function subscriberMonths(table: TableReading): Map<number, SubscriberMonth> {
  const date = dateColumnOf(table, DATES);
  const columns = {
    opening: columnOf(table, ['subscribers_open']),
    closing: columnOf(table, ['subscribers_close']),
  };
  const months = new Map<number, { opening: number | null; closing: number | null }>();
  if (!date || (!columns.opening && !columns.closing)) return months;
  table.rows.forEach((_, index) => {
    const serial = numberAt(date, index);
    if (serial === null || !isSerial(serial)) return;
    const month = MONTHS.numberOf(serial);
    const row = months.get(month) ?? { opening: null, closing: null };
    for (const name of ['opening', 'closing'] as const) {
      const value = numberAt(columns[name], index);
      if (value !== null) row[name] = (row[name] ?? 0) + value;
    }
    months.set(month, row);
  });
  const stated = [...months].sort(([a], [b]) => a - b);
  return new Map(
    stated.map(([month, { opening, closing }]) => [
      month,
      { opening: opening ?? months.get(month - 1)?.closing ?? null, closing },
    ]),
  );
}

/** Opening of the period's first month, closing of its last. */
function addSubscribers(table: TableReading, calendar: Calendar, values: Values): void {
  for (const [month, { opening, closing }] of subscriberMonths(table)) {
    const row = values.get(calendar.cellOf(Math.floor(month / calendar.months)));
    if (!row) continue;
    if (opening !== null && row.opening === undefined) row.opening = opening;
    if (closing !== null) row.closing = closing;
  }
}

type Finder = (serial: number | null) => Partial<Record<Indicator, number>> | undefined;

/** Visits, and how many of the customers on the list were visited. */
function addVisits(tables: readonly TableReading[], lists: readonly TableReading[], at: Finder): void {
  const customers = namesOn(lists);
  const visited = new Map<Partial<Record<Indicator, number>>, Set<string>>();
  for (const table of tables) {
    const date = columnOf(table, ['date']);
    const customer = columnOf(table, ['customer', 'customer_id']);
    table.rows.forEach((_, index) => {
      const row = at(numberAt(date, index));
      if (!row) return;
      row.visits = (row.visits ?? 0) + 1;
      const name = textAt(customer, index)?.toLowerCase();
      if (name === undefined || !customers.has(name)) return;
      const names = visited.get(row) ?? new Set();
      visited.set(row, names.add(name));
    });
  }
  for (const [row, names] of visited) row.visited = names.size;
}

/**
 * A period without a row between others has none: zero. Before the first and after the last row nothing is known: the
 * cell stays blank. What goes with another figure is known where that one is.
 */
function fillGaps(values: Values, customers: number): void {
  const rows = [...values].sort(([a], [b]) => a - b).map(([, row]) => row);
  const anyVisited = rows.some(({ visited }) => visited !== undefined);
  const anyLate = rows.some(({ late }) => late !== undefined);
  for (const indicator of ['visits', 'opened'] as const) {
    const known = rows.flatMap((row, index) => (row[indicator] === undefined ? [] : [index]));
    for (let index = known[0] ?? Infinity; index <= (known.at(-1) ?? -1); index++) {
      const row = rows[index];
      if (row) row[indicator] ??= 0;
    }
  }
  for (const row of rows) {
    if (row.visits !== undefined && anyVisited) {
      row.visited ??= 0;
      row.customers = customers;
    }
    if (row.opened !== undefined && anyLate) row.late ??= 0;
  }
}

function namesOn(lists: readonly TableReading[]): Set<string> {
  return new Set(
    lists.flatMap((table) => {
      const column = columnOf(table, ['customer', 'customer_id']);
      return table.rows.flatMap((_, index) => textAt(column, index)?.toLowerCase() ?? []);
    }),
  );
}

/** Orders by the period in which they were opened, and those of them opened after they were due. */
function addOrders(table: TableReading, at: Finder, openingDays: number): void {
  const opened = columnOf(table, ['stage_installed_date', 'done_date']);
  if (!opened) return;
  const due = columnOf(table, ['due_date']);
  const signed = columnOf(table, ['stage_contract_date']);
  table.rows.forEach((_, index) => {
    const day = numberAt(opened, index);
    const row = at(day);
    if (!row || day === null) return;
    row.opened = (row.opened ?? 0) + 1;
    const from = numberAt(signed, index);
    const limit = numberAt(due, index) ?? (due === null && from !== null ? from + openingDays : null);
    if (limit !== null && Math.floor(day) > Math.floor(limit)) row.late = (row.late ?? 0) + 1;
  });
}
