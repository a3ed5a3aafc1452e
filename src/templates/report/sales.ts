import { isSerial } from '../../domain/dates';
import { centsOf } from '../../domain/money';
import { fingerprint } from '../../plan/fingerprint';
import type { ColumnReading, Field, Problem, TableReading } from '../../reading/types';
import type { Calendar } from './calendar';
import { cellOf, columnOf, dateColumnOf, numberAt, textAt } from '../columns';

/** The columns of a row that a summary can be broken down by. */
export const DIMENSIONS = ['customer', 'person', 'product', 'category'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One row that counts. */
export interface Sale {
  /** Serial of the day (of the month's first day where the source has months only). */
  readonly date: number;
  readonly cents: number;
  readonly orderId: string | null;
  readonly quantity: number | null;
  readonly by: Readonly<Record<Dimension, string | null>>;
  /** Where the amount was read from. */
  readonly at: { readonly sheet: string; readonly row: number; readonly column: number };
  /** Stable over rebuilds, unique. */
  readonly key: string;
}

/** A row, or a cell of a wide table, that can't count. */
export interface Uncounted {
  readonly sheet: string;
  readonly cell: string;
  readonly missing: 'date' | 'amount';
}

export interface Sales {
  readonly sales: readonly Sale[];
  readonly uncounted: readonly Uncounted[];
  readonly findings: readonly Problem[];
}

/** Which of the source's columns serve for what; decided once, shown before the build. */
export interface SalesColumns {
  readonly date: ColumnReading | null;
  readonly amount: ColumnReading | null;
  /** Without an amount column: its factors. */
  readonly product: { readonly quantity: ColumnReading; readonly price: ColumnReading } | null;
  /** A wide table's columns of the report's periods (of months where it has both); empty otherwise. */
  readonly months: readonly ColumnReading[];
  readonly longer: readonly ColumnReading[];
  readonly orderId: ColumnReading | null;
  readonly quantity: ColumnReading | null;
  readonly by: Readonly<Record<Dimension, ColumnReading | null>>;
}

const DATE_FIELDS: readonly Field[] = [
  'date',
  'stage_accepted_date',
  'stage_contract_date',
  'stage_installed_date',
  'done_date',
  'month',
  'period',
];
const AMOUNT_FIELDS: readonly Field[] = ['amount', 'revenue', 'actual', 'paid'];

export function salesColumns(table: TableReading, calendar: Calendar): SalesColumns {
  const wide = table.columns.filter((column) => column.period !== undefined && column.total !== true);
  const spans = wide.map((column) => column.period?.months ?? Infinity);
  const step = Math.min(calendar.months, ...spans) === 1 ? 1 : calendar.months;
  const amount = columnOf(table, AMOUNT_FIELDS);
  const quantity = columnOf(table, ['quantity']);
  const price = columnOf(table, ['unit_price']);
  return {
    date: dateColumnOf(table, DATE_FIELDS),
    amount,
    product: amount === null && quantity && price ? { quantity, price } : null,
    months: table.wideMonths ? wide.filter((column) => column.period?.months === step) : [],
    longer: table.wideMonths ? wide.filter((column) => column.period?.months !== step) : [],
    orderId: columnOf(table, ['order_id', 'contract_id']),
    quantity,
    by: {
      customer: columnOf(table, ['customer', 'customer_id']),
      person: columnOf(table, ['person', 'owner', 'team']),
      product: columnOf(table, ['product']),
      category: columnOf(table, ['category', 'segment', 'class']),
    },
  };
}

interface Source {
  readonly table: TableReading;
  readonly columns: SalesColumns;
}

interface Kept {
  readonly tables: readonly TableReading[];
  readonly calendar: Calendar;
  readonly sales: Sales;
}

/** A build follows a look at the same tables: their rows are read once. */
const kept = new WeakMap<TableReading, Kept>();

/** The tables' rows as sales, the rows that can't count, and what a person should know about both. */
export function readSales(tables: readonly TableReading[], calendar: Calendar): Sales {
  const [first] = tables;
  const before = first && kept.get(first);
  const same = before?.calendar === calendar && before.tables.length === tables.length;
  if (same && before.tables.every((table, index) => table === tables[index])) return before.sales;
  const sales = readTables(tables.map((table) => ({ table, columns: salesColumns(table, calendar) })));
  if (first) kept.set(first, { tables, calendar, sales });
  return sales;
}

function readTables(sources: readonly Source[]): Sales {
  const known: Known = { keys: new Set(), linesOfOrder: new Map() };
  const readers = sources.map(({ table, columns }, index) => {
    const reader = new SalesReader(table, columns, known, index > 0);
    if (columns.months.length > 0) reader.readWide();
    else reader.readLong();
    return reader;
  });
  return {
    sales: readers.flatMap(({ sales }) => sales),
    uncounted: readers.flatMap(({ uncounted }) => uncounted),
    findings: readers.flatMap((reader) => reader.findings()),
  };
}

/** What the rows of all tables have said so far. */
interface Known {
  readonly keys: Set<string>;
  readonly linesOfOrder: Map<string, OrderLine[]>;
}

interface OrderLine {
  readonly product: string | null;
  readonly date: number;
  readonly table: TableReading;
  readonly column: ColumnReading;
  readonly index: number;
}

class SalesReader {
  readonly sales: Sale[] = [];
  readonly uncounted: Uncounted[] = [];
  private readonly problems: Problem[] = [];

  constructor(
    private readonly table: TableReading,
    private readonly columns: SalesColumns,
    private readonly known: Known,
    /** Not the table that the reader is looking at. */
    private readonly elsewhere: boolean,
  ) {}

  readLong(): void {
    const { date, amount, product } = this.columns;
    const anchor = amount ?? product?.price;
    if (!date || !anchor) return;
    this.table.rows.forEach((_, index) => {
      const serial = numberAt(date, index);
      const yuan = amount
        ? numberAt(amount, index)
        : times(numberAt(product?.quantity ?? null, index), numberAt(product?.price ?? null, index));
      if (serial === null || !isSerial(serial)) this.leaveOut(index, date, 'date');
      else if (yuan === null) this.leaveOut(index, anchor, 'amount');
      else this.add(index, Math.floor(serial), yuan, anchor, '');
    });
  }

  /** A row a customer, a column a month: every filled cell is a sale. A blank cell is no sale; a text is reported. */
  readWide(): void {
    const unreadable = new Set(
      this.table.problems
        .filter(({ severity }) => severity === 'warning')
        .map(({ row, column }) => `${row}/${column}`),
    );
    this.table.rows.forEach((_, index) => {
      for (const column of this.columns.months) {
        const value = column.values[index] ?? null;
        const yuan = numberAt(column, index);
        if (yuan !== null) {
          const start = column.period?.start ?? 0;
          this.add(index, start, yuan, column, String(start));
        } else if (value !== null || unreadable.has(`${this.table.rows[index]}/${column.column}`))
          this.leaveOut(index, column, 'amount');
      }
    });
  }

  private add(index: number, date: number, yuan: number, from: ColumnReading, period: string): void {
    const { columns } = this;
    const by = {
      customer: textAt(columns.by.customer, index),
      person: textAt(columns.by.person, index),
      product: textAt(columns.by.product, index),
      category: textAt(columns.by.category, index),
    };
    const orderId = textAt(columns.orderId, index);
    this.sales.push({
      date,
      cents: centsOf(yuan),
      orderId,
      quantity: numberAt(columns.quantity, index),
      by,
      at: { sheet: this.table.sheet, row: this.table.rows[index] ?? 0, column: from.column },
      key: this.key(orderId, period, date, by),
    });
    if (orderId !== null && period === '') this.noteRepeated(index, orderId, by.product, date);
  }

  /** The order's number where it has one, so that a corrected date or amount is still the same row. */
  private key(orderId: string | null, period: string, date: number, by: Sale['by']): string {
    const base =
      orderId === null ? identity(period, date, by) : orderId + (period === '' ? '' : `/${period}`);
    if (this.take(base)) return base;
    const lines = orderId === null ? base : `${base}/${identity(period, date, by)}`;
    if (this.take(lines)) return lines;
    let number = 2;
    while (!this.take(`${lines}#${number}`)) number++;
    return `${lines}#${number}`;
  }

  private take(key: string): boolean {
    if (this.known.keys.has(key)) return false;
    this.known.keys.add(key);
    return true;
  }

  /** The same number on the same day for the same product is a copy; with another product it is one more line of the order. */
  private noteRepeated(index: number, id: string, product: string | null, date: number): void {
    const column = this.columns.orderId;
    if (!column) return;
    const lines = this.known.linesOfOrder.get(id);
    const copied = lines?.find((line) => line.product === product && line.date === date);
    if (!copied) {
      const line = { product, date, table: this.table, column, index };
      if (lines) lines.push(line);
      else this.known.linesOfOrder.set(id, [line]);
      return;
    }
    this.problems.push({
      code: 'order-twice',
      row: this.table.rows[index],
      column: column.column,
      details: { id, first: cellOf(copied.table, copied.column, copied.index) },
      severity: 'warning',
    });
  }

  private leaveOut(index: number, column: ColumnReading, missing: Uncounted['missing']): void {
    this.uncounted.push({ sheet: this.table.sheet, cell: cellOf(this.table, column, index), missing });
    const wide = this.columns.months.length > 0;
    this.problems.push({
      code: missing === 'date' ? 'row-without-date' : wide ? 'cell-without-amount' : 'row-without-amount',
      row: this.table.rows[index],
      column: column.column,
      details: {},
      severity: 'warning',
    });
  }

  findings(): Problem[] {
    const longer = this.columns.longer.map((column): Problem => ({
      code: 'column-not-monthly',
      column: column.column,
      details: { sheet: this.table.sheet, header: column.header || column.letter },
      severity: 'note',
    }));
    const all = [...this.problems, ...longer];
    return this.elsewhere ? all.map((problem) => ({ ...problem, sheet: this.table.sheet })) : all;
  }
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

/** What a row without a number of its own is known by. */
function identity(period: string, date: number, by: Sale['by']): string {
  return fingerprint(
    ['date', 'period', ...DIMENSIONS],
    [period === '' ? date : null, period, ...DIMENSIONS.map((dimension) => by[dimension])],
  );
}
