import type { Cents } from '../money';
import type { Order, SalesLine } from './facts';
import type { Choice } from './types';

/** Why an order does not count (yet): its event has not happened, or the list does not say when. */
export interface Uncounted {
  readonly order: Order;
  readonly reason: 'not-signed' | 'not-opened' | 'not-collected' | 'collected-without-day';
}

/**
 * Orders as the sales that count by the event that the plan pays on: with the day it was signed or opened and all of
 * its amount, or with the day it was collected and what was collected. A list that has days of payment but no amounts
 * paid counts orders with a day as paid in full.
 */
export function countedOrders(
  orders: readonly Order[],
  event: Choice<'event'>,
): { readonly lines: readonly SalesLine[]; readonly uncounted: readonly Uncounted[] } {
  const lines: SalesLine[] = [];
  const uncounted: Uncounted[] = [];
  for (const order of orders) {
    const counted = countedBy(order, event);
    if (typeof counted === 'string') uncounted.push({ order, reason: counted });
    else lines.push({ ...lineOf(order), ...counted });
  }
  return { lines, uncounted };
}

function countedBy(
  { signedOn, openedOn, collectedOn, collected, amount }: Order,
  event: Choice<'event'>,
): { readonly date: number; readonly amount: Cents } | Uncounted['reason'] {
  switch (event) {
    case 'signed':
      return signedOn === null ? 'not-signed' : { date: signedOn, amount };
    case 'opened':
      return openedOn === null ? 'not-opened' : { date: openedOn, amount };
    case 'collected':
      if (collectedOn !== null) return { date: collectedOn, amount: collected ?? amount };
      return collected === null || collected === 0 ? 'not-collected' : 'collected-without-day';
  }
}

function lineOf({
  row,
  person,
  order,
  refundOf,
  product,
  quantity,
  shares,
}: Order): Omit<SalesLine, 'date' | 'amount'> {
  return { row, person, order, refundOf, product, quantity, shares };
}
