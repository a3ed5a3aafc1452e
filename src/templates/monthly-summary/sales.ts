import type { Position } from '../../domain/address';
import { isSerial } from '../../domain/dates';
import { centsOf } from '../../domain/money';
import { fingerprint } from '../../plan/fingerprint';
import type { ColumnReading, Field, Problem, TableReading } from '../../reading/types';
import { cellOf, columnOf, numberAt, textAt } from '../columns';

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
  readonly at: Position;
  /** Stable over rebuilds, unique. */
  readonly key: string;
}

/** A row, or a cell of a wide table, that can't count. */
export interface Uncounted {
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
  /** A wide table's month columns; empty otherwise. */
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

export function salesColumns(table: TableReading): SalesColumns {
  const wide = table.columns.filter((column) => column.period !== undefined && column.total !== true);
  const amount = columnOf(table, AMOUNT_FIELDS);
  const quantity = columnOf(table, ['quantity']);
  const price = columnOf(table, ['unit_price']);
  return {
    date: columnOf(table, DATE_FIELDS),
    amount,
    product: amount === null && quantity && price ? { quantity, price } : null,
    months: table.wideMonths ? wide.filter((column) => column.period?.months === 1) : [],
    longer: table.wideMonths ? wide.filter((column) => column.period?.months !== 1) : [],
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

/** The source's rows as sales, the rows that can't count, and what a person should know about both. */
export function readSales(table: TableReading, columns: SalesColumns): Sales {
  const reader = new SalesReader(table, columns);
  if (columns.months.length > 0) reader.readWide();
  else reader.readLong();
  return { sales: reader.sales, uncounted: reader.uncounted, findings: reader.findings() };
}

class SalesReader {
  readonly sales: Sale[] = [];
  readonly uncounted: Uncounted[] = [];
  private readonly problems: Problem[] = [];
  private readonly keys = new Set<string>();
  private readonly firstOfOrder = new Map<string, string>();

  constructor(
    private readonly table: TableReading,
    private readonly columns: SalesColumns,
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
    const identity = fingerprint(
      ['date', 'period', ...DIMENSIONS],
      [period === '' ? date : null, period, ...DIMENSIONS.map((dimension) => by[dimension])],
    );
    this.sales.push({
      date,
      cents: centsOf(yuan),
      orderId,
      quantity: numberAt(columns.quantity, index),
      by,
      at: { row: this.table.rows[index] ?? 0, column: from.column },
      key: this.key(orderId, period, identity),
    });
    if (orderId !== null && period === '') this.noteRepeated(index, orderId, by.product, date);
  }

  /** The order's number where it has one, so that a corrected date or amount is still the same row. */
  private key(orderId: string | null, period: string, identity: string): string {
    const base = orderId === null ? identity : orderId + (period === '' ? '' : `/${period}`);
    if (this.take(base)) return base;
    const lines = orderId === null ? base : `${base}/${identity}`;
    if (this.take(lines)) return lines;
    let number = 2;
    while (!this.take(`${lines}#${number}`)) number++;
    return `${lines}#${number}`;
  }

  private take(key: string): boolean {
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    return true;
  }

  /** The same number on the same day for the same product is a copy; with another product it is one more line of the order. */
  private noteRepeated(index: number, id: string, product: string | null, date: number): void {
    const column = this.columns.orderId;
    if (!column) return;
    const line = `${id}\n${product ?? ''}\n${date}`;
    const first = this.firstOfOrder.get(line);
    if (first === undefined) {
      this.firstOfOrder.set(line, cellOf(this.table, column, index));
      return;
    }
    this.problems.push({
      code: 'order-twice',
      row: this.table.rows[index],
      column: column.column,
      details: { id, first },
      severity: 'warning',
    });
  }

  private leaveOut(index: number, column: ColumnReading, missing: Uncounted['missing']): void {
    this.uncounted.push({ cell: cellOf(this.table, column, index), missing });
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
    return [...this.problems, ...longer];
  }
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}
