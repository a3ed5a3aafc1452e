import { isSerial } from '../../domain/dates';
import type { ColumnReading, Field, Problem, TableReading } from '../../reading/types';
import { columnOf, dateColumnOf, numberAt, textAt } from '../columns';

/**
 * What customers bought, as columns of equal length: from a sheet with a row an order or a month, or from a wide one
 * with a column a month. A row without a customer, a day or an amount counts nowhere and is reported.
 */
export interface Entries {
  readonly customers: readonly string[];
  readonly dates: readonly number[];
  readonly amounts: readonly number[];
  readonly quantities: readonly (number | null)[];
  readonly prices: readonly (number | null)[];
  readonly costs: readonly (number | null)[];
  readonly profits: readonly (number | null)[];
  readonly persons: readonly (string | null)[];
  readonly products: readonly (string | null)[];
  readonly grades: readonly (string | null)[];
  readonly findings: readonly Problem[];
  readonly columns: EntryColumns;
}

export interface EntryColumns {
  readonly customer: ColumnReading | null;
  readonly id: ColumnReading | null;
  readonly date: ColumnReading | null;
  readonly amount: ColumnReading | null;
  readonly quantity: ColumnReading | null;
  readonly price: ColumnReading | null;
  /** A wide table's month columns. */
  readonly months: readonly ColumnReading[];
  /** The source says days, not only months. */
  readonly daily: boolean;
}

const DATES: readonly Field[] = [
  'date',
  'stage_accepted_date',
  'stage_contract_date',
  'stage_installed_date',
  'done_date',
  'month',
  'period',
];

export function entryColumns(table: TableReading): EntryColumns {
  const date = dateColumnOf(table, DATES);
  const months = table.columns.filter(
    ({ period, total }) => table.wideMonths && period?.months === 1 && total !== true,
  );
  return {
    customer: columnOf(table, ['customer', 'customer_id']),
    id: columnOf(table, ['customer_id']),
    date,
    amount: columnOf(table, ['amount', 'revenue', 'actual', 'paid']),
    quantity: columnOf(table, ['quantity', 'sold']),
    price: columnOf(table, ['unit_price']),
    months,
    daily: months.length === 0 && date?.field !== 'month' && date?.field !== 'period',
  };
}

/** Why a table can't be read as entries at all; null when it can. */
export function entriesRefusal(
  table: TableReading,
  columns: EntryColumns,
  needs: 'amount' | 'amount-or-quantity' = 'amount',
): Problem | null {
  const refuse = (code: string): Problem => ({
    code,
    details: { sheet: table.sheet, rows: table.rows.length },
    severity: 'warning',
  });
  if (!columns.customer) return refuse('no-customer-column');
  if (columns.months.length > 0) return null;
  if (!columns.date) return refuse('no-date-column');
  if (columns.amount || (columns.quantity && (columns.price || needs !== 'amount'))) return null;
  return refuse('no-amount-column');
}

export function readEntries(table: TableReading, columns: EntryColumns): Entries {
  const reader = new Reader(table, columns);
  if (columns.months.length > 0) reader.readWide();
  else reader.readLong();
  return reader.entries();
}

class Reader {
  private readonly customers: string[] = [];
  private readonly dates: number[] = [];
  private readonly amounts: number[] = [];
  private readonly rows: number[] = [];
  private readonly findings: Problem[] = [];
  private readonly names: readonly (string | null)[];

  constructor(
    private readonly table: TableReading,
    private readonly columns: EntryColumns,
  ) {
    this.names = customerNames(table, columns);
  }

  readLong(): void {
    const { date, amount, quantity, price } = this.columns;
    for (let index = 0; index < this.table.rows.length; index++) {
      const sold = numberAt(quantity, index);
      // Without any money in the sheet a row still says how much was ordered.
      const yuan = amount ? numberAt(amount, index) : price ? times(sold, numberAt(price, index)) : sold && 0;
      this.add(index, numberAt(date, index), yuan, date, amount ?? price ?? quantity);
    }
  }

  /** A blank cell is no entry; what can't be read was reported by reading. */
  readWide(): void {
    for (let index = 0; index < this.table.rows.length; index++) {
      for (const column of this.columns.months) {
        const yuan = numberAt(column, index);
        if (yuan === null) continue;
        this.add(index, column.period?.start ?? null, yuan, column, column);
        // Once a row, not once a month.
        if (this.names[index] === null) break;
      }
    }
  }

  private add(
    index: number,
    date: number | null,
    yuan: number | null,
    dateColumn: ColumnReading | null,
    amountColumn: ColumnReading | null,
  ): void {
    const customer = this.names[index] ?? null;
    if (customer === null) this.report('row-without-customer', index, this.columns.customer);
    else if (date === null || !isSerial(date)) this.report('row-without-date', index, dateColumn);
    else if (yuan === null) this.report('row-without-amount', index, amountColumn);
    else {
      this.customers.push(customer);
      this.dates.push(Math.floor(date));
      this.amounts.push(yuan);
      this.rows.push(index);
    }
  }

  private report(code: string, index: number, column: ColumnReading | null): void {
    const place = column ? { column: column.column } : {};
    this.findings.push({ code, row: this.table.rows[index], ...place, details: {}, severity: 'warning' });
  }

  entries(): Entries {
    const { table, rows } = this;
    const texts = (fields: readonly Field[]) => {
      const column = columnOf(table, fields);
      return rows.map((index) => textAt(column, index));
    };
    const numbers = (column: ColumnReading | null) => rows.map((index) => numberAt(column, index));
    return {
      customers: this.customers,
      dates: this.dates,
      amounts: this.amounts,
      quantities: numbers(this.columns.quantity),
      prices: numbers(this.columns.price),
      costs: numbers(columnOf(table, ['cost'])),
      profits: numbers(columnOf(table, ['profit'])),
      persons: texts(['person', 'owner', 'team']),
      products: texts(['product']),
      grades: texts(['class', 'category', 'segment']),
      findings: this.findings,
      columns: this.columns,
    };
  }
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

/**
 * What each row's customer is called. Where customers have numbers, the number says who is who: the first name that
 * stands with it is the customer's, and two customers of one name are told apart by theirs.
 */
export function customerNames(
  table: TableReading,
  { customer, id }: Pick<EntryColumns, 'customer' | 'id'>,
): (string | null)[] {
  const rows = table.rows.map((_, index) => index);
  if (!id || !customer || id === customer) return rows.map((index) => textAt(customer, index));
  const nameOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const index of rows) {
    const [name, number] = [textAt(customer, index), textAt(id, index)];
    if (name === null || number === null || nameOf.has(number)) continue;
    nameOf.set(number, name);
    const key = name.toLowerCase();
    const other = idOf.get(key);
    if (other === undefined) idOf.set(key, number);
    else if (other !== number) shared.add(key);
  }
  return rows.map((index) => {
    const number = textAt(id, index);
    const name = (number === null ? null : nameOf.get(number)) ?? textAt(customer, index) ?? number;
    return name !== null && number !== null && shared.has(name.toLowerCase()) ? `${name} (${number})` : name;
  });
}
