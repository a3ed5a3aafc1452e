import type { ListedOrder } from '../../domain/commission-check/flags';
import type { SalesLine } from '../../domain/commission/facts';
import type { Choice } from '../../domain/commission/types';
import { isSerial } from '../../domain/dates';
import { centsOf } from '../../domain/money';
import type { ColumnReading, Field, Problem, TableReading } from '../../reading/types';
import { cellOf, columnOf, dateColumnOf, numberAt, textAt } from '../columns';
import type { Names } from './names';
import { sharersOf } from './sharers';

/** The order list, as the plan counts orders: by the day and the amount of its event. */

export interface OrderList {
  readonly lines: readonly SalesLine[];
  readonly listed: readonly ListedOrder[];
  /** Sheet and cell of each order, by its number in both lists. */
  readonly places: readonly string[];
  readonly findings: readonly Problem[];
}

interface EventColumns {
  readonly date: ColumnReading | null;
  readonly amount: ColumnReading | null;
  readonly price: ColumnReading | null;
  readonly quantity: ColumnReading | null;
  /** The list has no column of its own for the event's day or amount. */
  readonly insteadOf: 'date' | 'amount' | null;
}

const EVENT_DATES: Readonly<Record<Choice<'event'>, readonly Field[]>> = {
  signed: ['stage_contract_date'],
  opened: ['stage_installed_date', 'done_date'],
  collected: [],
};
const CANCELLED = /取消|作废|撤单|撤销|cancel|void/i;

function eventColumns(table: TableReading, event: Choice<'event'>): EventColumns {
  const own = columnOf(table, EVENT_DATES[event]);
  const date = own ?? dateColumnOf(table, ['date', 'stage_contract_date', 'month', 'period']);
  const paid = event === 'collected' ? columnOf(table, ['paid']) : null;
  const amount = paid ?? columnOf(table, ['amount', 'revenue', 'actual']);
  return {
    date,
    amount,
    price: columnOf(table, ['unit_price']),
    quantity: columnOf(table, ['quantity']),
    insteadOf: event === 'opened' && !own ? 'date' : event === 'collected' && !paid ? 'amount' : null,
  };
}

export function readOrders(tables: readonly TableReading[], event: Choice<'event'>, names: Names): OrderList {
  const lines: SalesLine[] = [];
  const listed: ListedOrder[] = [];
  const places: string[] = [];
  const findings: Problem[] = [];
  for (const table of tables) {
    const columns = eventColumns(table, event);
    const { sheet } = table;
    const warn = (code: string, details: Problem['details']): void => {
      findings.push({ code, details: { sheet, ...details }, severity: 'warning' });
    };
    const product = columnOf(table, ['product', 'category']);
    const person = columnOf(table, ['person', 'owner']);
    const id = columnOf(table, ['order_id', 'contract_id']);
    const customer = columnOf(table, ['customer', 'customer_id']);
    const status = columnOf(table, ['status']);
    if (!person || !columns.date || !(columns.amount ?? columns.price)) {
      warn('commission-orders-columns', {});
      continue;
    }
    if (columns.insteadOf) warn(`commission-orders-no-${columns.insteadOf}`, { event });
    let cancelled = 0;
    let unread = 0;
    table.rows.forEach((_, index) => {
      const date = numberAt(columns.date, index);
      const yuan = amountAt(columns, index);
      if (CANCELLED.test(textAt(status, index) ?? '')) {
        cancelled++;
        return;
      }
      if (date === null || !isSerial(date) || yuan === null) {
        unread++;
        return;
      }
      const name = textAt(person, index);
      const number = listed.length;
      const sharers = name === null ? [] : sharersOf(name);
      const unsaid = sharers.length > 1 && sharers.some(({ share }) => share === null);
      if (unsaid) {
        findings.push({
          code: 'commission-orders-shares',
          sheet,
          row: table.rows[index] ?? 0,
          column: person.column,
          details: { found: name ?? '', people: sharers.length },
          severity: 'warning',
        });
      }
      const [first = null] = sharers;
      const own = first === null || unsaid ? null : names.of(first.name);
      const order = textAt(id, index);
      const cents = centsOf(yuan);
      listed.push({
        index: number,
        id: order,
        person: own,
        customer: textAt(customer, index),
        product: textAt(product, index),
        date,
        cents,
      });
      places.push(`${sheet}!${cellOf(table, columns.amount ?? columns.price ?? person, index)}`);
      if (own === null) return;
      lines.push({
        row: number,
        date,
        person: own,
        amount: cents,
        order: order ?? places[number] ?? '',
        refundOf: cents < 0 ? order : null,
        product: textAt(product, index),
        quantity: numberAt(columns.quantity, index),
        shares:
          sharers.length === 1
            ? []
            : sharers.map((sharer) => ({ person: names.of(sharer.name), share: sharer.share ?? 0 })),
      });
    });
    if (cancelled > 0) warn('commission-orders-cancelled', { orders: cancelled });
    if (unread > 0) warn('commission-orders-unread', { orders: unread });
  }
  return { lines, listed, places, findings };
}

function amountAt({ amount, price, quantity }: EventColumns, index: number): number | null {
  if (amount) return numberAt(amount, index);
  const [each, count] = [numberAt(price, index), numberAt(quantity, index)];
  return each === null || count === null ? null : each * count;
}
