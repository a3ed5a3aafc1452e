import { computePay } from '../../../src/domain/commission/compute';
import type { Order } from '../../../src/domain/commission/facts';
import { countedOrders } from '../../../src/domain/commission/orders';
import { ANSWERS, dayOf, planOf, requestOf } from './make';

const order: Order = {
  row: 2,
  person: '甲',
  amount: 1_000_000,
  order: 'A',
  refundOf: null,
  product: null,
  quantity: null,
  shares: [],
  signedOn: dayOf('2024-03-05'),
  openedOn: dayOf('2024-03-20'),
  collectedOn: dayOf('2024-04-10'),
  collected: 800_000,
};

test.each([
  ['signed', '2024-03-05', 1_000_000],
  ['opened', '2024-03-20', 1_000_000],
  ['collected', '2024-04-10', 800_000],
] as const)('an order counts when it is %s', (event, day, amount) => {
  const { lines, uncounted } = countedOrders([order], event);
  expect(lines.map((line) => [line.date, line.amount, line.order])).toEqual([[dayOf(day), amount, 'A']]);
  expect(uncounted).toEqual([]);
});

test('8,000 collected of 10,000 earn 320 at 4%', () => {
  const { lines } = countedOrders([order], 'collected');
  const plan = planOf([{ roles: [{ role: 'sales', tiers: [[0, 0.04]] }] }], {}, ANSWERS);
  const run = computePay({ ...requestOf(plan, [], ['2024-04', '2024-04']), lines });
  expect(run.months.map(({ pay }) => pay)).toEqual([32_000]);
});

test('a day of payment without an amount is paid in full', () => {
  expect(countedOrders([{ ...order, collected: null }], 'collected').lines[0]?.amount).toBe(1_000_000);
});

test.each([
  ['signed', { signedOn: null }, 'not-signed'],
  ['opened', { openedOn: null }, 'not-opened'],
  ['collected', { collectedOn: null, collected: null }, 'not-collected'],
  ['collected', { collectedOn: null, collected: 0 }, 'not-collected'],
  ['collected', { collectedOn: null }, 'collected-without-day'],
] as const)('not %s: %j', (event, changes, reason) => {
  const without = { ...order, ...changes };
  expect(countedOrders([without], event)).toEqual({ lines: [], uncounted: [{ order: without, reason }] });
});
