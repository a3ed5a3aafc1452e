import { isSerial } from '../../domain/dates';
import { centsOf, formatCents, type Cents } from '../../domain/money';
import { fingerprint } from '../../plan/fingerprint';
import { currencyColumn, currencyOf } from '../../reading/currency';
import type { ColumnReading, Problem, TableReading } from '../../reading/types';
import { cellOf, columnOf, numberAt, textAt } from '../columns';
import { rowFinding } from '../findings';
import { RowKeys } from '../keys';
import { unreadColumns } from '../unread';

/** One amount owed, as a sheet tells it. */
export interface Debt {
  readonly number: string | null;
  readonly customer: string | null;
  readonly person: string | null;
  readonly amount: Cents | null;
  readonly paid: Cents | null;
  readonly balance: Cents;
  /** As reading calls it; null where the row names none. */
  readonly currency: string | null;
  /** Since when its age counts; null where nothing says so. */
  readonly due: number | null;
  readonly origin: string;
  readonly key: string;
}

export interface DebtColumns {
  readonly number: ColumnReading | null;
  readonly customer: ColumnReading | null;
  readonly person: ColumnReading | null;
  readonly amount: ColumnReading | null;
  readonly paid: ColumnReading | null;
  readonly balance: ColumnReading | null;
  readonly currency: ColumnReading | null;
  readonly due: ColumnReading | null;
  readonly ordered: ColumnReading | null;
}

export interface Debts {
  readonly debts: readonly Debt[];
  /** Rows that are paid in full: left out. */
  readonly settled: number;
  readonly findings: readonly Problem[];
}

export function debtColumns(table: TableReading): DebtColumns {
  return {
    number: columnOf(table, ['contract_id', 'order_id']),
    customer: columnOf(table, ['customer', 'customer_id']),
    person: columnOf(table, ['person', 'owner', 'team']),
    amount: columnOf(table, ['amount', 'revenue']),
    paid: columnOf(table, ['paid']),
    balance: columnOf(table, ['balance']),
    currency: currencyColumn(table.columns),
    due: columnOf(table, ['due_date']),
    ordered: columnOf(table, ['stage_contract_date', 'stage_installed_date', 'date', 'done_date']),
  };
}

/** Whether a table says what is owed at all. */
export function saysDebts({ balance, amount, paid }: DebtColumns): boolean {
  return balance !== null || (amount !== null && paid !== null);
}

export function readDebts(tables: readonly TableReading[], orderDate: boolean): Debts {
  // Also those of rows that are paid: what is left of a contract keeps what was typed for it.
  const numbers = tables.flatMap((table) => {
    const { number } = debtColumns(table);
    return table.rows.map((_, index) => textAt(number, index));
  });
  const reader = new DebtReader(orderDate, new RowKeys(numbers));
  for (const table of tables) reader.read(table, debtColumns(table));
  return reader.result();
}

const IDENTITY = ['due', 'customer', 'amount'] as const;
const LINE = ['number', 'customer', 'person', 'amount', 'paid', 'balance', 'due'] as const;

class DebtReader {
  private readonly debts: Debt[] = [];
  private readonly findings: Problem[] = [];
  /** Where each line was met first, by all that it says. */
  private readonly lines = new Map<string, string>();
  private settled = 0;
  private undated = 0;
  private credits = 0;

  constructor(
    private readonly orderDate: boolean,
    private readonly keys: RowKeys,
  ) {}

  read(table: TableReading, columns: DebtColumns): void {
    if (!saysDebts(columns)) return;
    const unread = unreadColumns(table, Object.values(columns));
    if (unread) this.findings.push(unread);
    table.rows.forEach((_, index) => {
      const cents = (column: ColumnReading | null): Cents | null => {
        const yuan = numberAt(column, index);
        return yuan === null ? null : centsOf(yuan);
      };
      const [amount, paid, stated] = [cents(columns.amount), cents(columns.paid), cents(columns.balance)];
      const computed = amount === null ? null : amount - (paid ?? 0);
      const balance = stated ?? computed;
      if (balance === null) return;
      if (stated !== null && amount !== null && paid !== null && stated !== amount - paid) {
        this.findings.push(
          rowFinding('balance-differs', table, index, columns.balance, {
            stated: formatCents(stated),
            computed: formatCents(amount - paid),
            difference: formatCents(stated - amount + paid),
          }),
        );
      }
      if (balance === 0) {
        this.settled++;
        return;
      }
      if (balance < 0) this.credits++;
      const due = this.dueOf(columns, index);
      if (due === null) this.undated++;
      const customer = textAt(columns.customer, index);
      const number = textAt(columns.number, index);
      const person = textAt(columns.person, index);
      const anchor = columns.balance ?? columns.amount;
      const origin = anchor ? `${table.sheet}!${cellOf(table, anchor, index)}` : table.sheet;
      const line = fingerprint(LINE, [number, customer, person, amount, paid, balance, due]);
      const first = this.lines.get(line);
      if (first === undefined) this.lines.set(line, origin);
      else this.findings.push(rowFinding('debt-copied', table, index, anchor, { first }));
      this.debts.push({
        number,
        customer,
        person,
        amount,
        paid,
        balance,
        currency: currencyOf(textAt(columns.currency, index) ?? ''),
        due,
        origin,
        // Instalments of one contract are told apart by their days, so that an amount can be corrected.
        key: this.keys.key(number, () =>
          fingerprint(IDENTITY, number !== null && due !== null ? [due] : [due, customer, amount]),
        ),
      });
    });
  }

  private dueOf(columns: DebtColumns, index: number): number | null {
    const due = numberAt(columns.due, index) ?? (this.orderDate ? numberAt(columns.ordered, index) : null);
    return due !== null && due >= 1 && isSerial(due) ? Math.floor(due) : null;
  }

  result(): Debts {
    const note = (code: string, rows: number, severity: Problem['severity']): void => {
      if (rows > 0) this.findings.push({ code, details: { rows }, severity });
    };
    note('debts-settled', this.settled, 'note');
    note('debts-undated', this.undated, 'warning');
    note('debts-credit', this.credits, 'warning');
    return { debts: this.debts, settled: this.settled, findings: this.findings };
  }
}
