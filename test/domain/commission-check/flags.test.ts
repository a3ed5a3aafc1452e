import { bunchingFlags } from '../../../src/domain/commission-check/bunching';
import { checkRows } from '../../../src/domain/commission-check/check';
import { ladderOf } from '../../../src/domain/commission-check/expected';
import {
  orderFlags,
  sheetFlags,
  type Flag,
  type ListedOrder,
} from '../../../src/domain/commission-check/flags';
import type { PayRequest } from '../../../src/domain/commission/book';
import { expectedOf, monthOf, requestOf, sale, submitted } from './harness';
import type { World } from './world';

/* 10% of all revenue, from 20,000 元 on 20%: the step is worth 2,000 元. */
const WORLD: World = {
  credit: 'month',
  versions: [
    {
      name: '2024',
      since: 0,
      whole: true,
      inclusive: true,
      tiers: [
        { from: 0, rate: 1000, base: 0 },
        { from: 2_000_000, rate: 2000, base: 0 },
      ],
    },
  ],
  people: ['周明', '李娜'],
  months: 3,
  sales: [],
};

interface Sale {
  readonly person: string;
  readonly month: number;
  readonly day: number;
  readonly cents: number;
  readonly customer?: string;
}

function flagsOf(sales: readonly Sale[], near = 2): Flag[] {
  const orders = sales.map(({ person, month, day, cents, customer }, index): ListedOrder => ({
    index,
    id: `D${index + 1}`,
    person,
    customer: customer ?? `客户${index}`,
    product: null,
    date: monthOf(month) + day - 1,
    cents,
  }));
  const base = requestOf(WORLD);
  const request: PayRequest = {
    ...base,
    lines: orders.map(({ index, id, person, date, cents }) => sale(index, id, date, person ?? '', cents)),
  };
  return bunchingFlags(expectedOf(request), orders, near, (version, role) =>
    ladderOf(request.plan, version, role),
  );
}

const codes = (flags: readonly Flag[]): string[] => flags.map(({ code }) => code);

test('several months just above a tier are flagged with the figures; one, or far above, is not', () => {
  const sale = (month: number, cents: number): Sale => ({ person: '周明', month, day: 15, cents });
  const [found, ...others] = flagsOf([sale(0, 2_000_000), sale(1, 2_039_999), sale(2, 5_000_000)]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: 'above-tier',
    person: '周明',
    months: [monthOf(0), monthOf(1)],
    details: { beyond: 39_999, jump: 400_000 },
  });
  expect(flagsOf([sale(0, 2_000_000), sale(1, 2_041_000)])).toEqual([]);
  expect(codes(flagsOf([sale(0, 2_000_000), sale(1, 2_041_000)], 5))).toEqual(['above-tier']);
  expect(flagsOf([sale(0, 1_999_999), sale(1, 1_990_000)])).toEqual([]);
});

test('an order of the last days that alone passes the tier is flagged where both months gain by it', () => {
  const flags = flagsOf([
    { person: '周明', month: 0, day: 10, cents: 1_500_000 },
    { person: '周明', month: 0, day: 31, cents: 510_000 },
    { person: '周明', month: 1, day: 20, cents: 300_000 },
  ]);
  // 20,100 at 20% and 3,000 at 10%, against 15,000 and 8,100 at 10%.
  expect(flags).toMatchObject([
    { code: 'order-at-month-end', orders: [1], details: { order: 'D2', beyond: 10_000, gain: 201_000 } },
  ]);
  const middle = flagsOf([
    { person: '周明', month: 0, day: 10, cents: 1_500_000 },
    { person: '周明', month: 0, day: 20, cents: 510_000 },
  ]);
  expect(middle).toEqual([]);
});

test('orders of one customer on both sides of a month end are flagged where that pays more', () => {
  const split = (customer: string): Flag[] =>
    flagsOf([
      { person: '周明', month: 0, day: 5, cents: 1_600_000 },
      { person: '周明', month: 0, day: 30, cents: 900_000, customer: '远帆物流' },
      { person: '周明', month: 1, day: 2, cents: 900_000, customer },
      { person: '周明', month: 1, day: 9, cents: 1_600_000 },
    ]);
  const [found] = split('远帆物流');
  expect(found).toMatchObject({
    code: 'split-over-month-end',
    months: [monthOf(0), monthOf(1)],
    details: { customer: '远帆物流', firstAmount: 900_000, secondAmount: 900_000, gain: 160_000 },
  });
  expect(split('青禾装备')).toEqual([]);
});

test('repeated orders and orders of nobody', () => {
  const order = (index: number, change: Partial<ListedOrder> = {}): ListedOrder => ({
    index,
    id: 'D1',
    person: '周明',
    customer: null,
    product: '专线',
    date: monthOf(0),
    cents: 100,
    ...change,
  });
  const flags = orderFlags([
    order(0),
    order(1),
    order(2, { product: '短信' }),
    order(3, { id: 'D2', person: null }),
  ]);
  expect(flags).toMatchObject([
    { code: 'order-repeated', orders: [0, 1] },
    { code: 'order-without-person', orders: [3] },
  ]);
});

test('people who are missing, unknown, or paid below zero', () => {
  const world: World = {
    ...WORLD,
    months: 1,
    sales: [{ id: 'D1', person: '李娜', month: 0, cents: 500_000 }],
  };
  const months = expectedOf(requestOf(world));
  const pay = { revenue: 0, rate: 0.1, base: 0, commission: 0, pay: -5 };
  const rows = [submitted('周明', 0, pay, 'pay alone')];
  const flags = sheetFlags(rows, checkRows(rows, months), months, ['李娜']);
  expect(flags).toMatchObject([
    { code: 'person-not-in-team', person: '周明' },
    { code: 'pay-negative', details: { submitted: -5, expected: 0 } },
    { code: 'person-not-in-sheet', person: '李娜', details: { due: 50_000 } },
  ]);
});

test('pay that is right by parts that are not is shown with the gap', () => {
  const world: World = {
    ...WORLD,
    months: 1,
    sales: [{ id: 'D1', person: '周明', month: 0, cents: 500_000 }],
  };
  const months = expectedOf(requestOf(world));
  const flags = (commission: number): Flag[] => {
    const rows = [
      submitted('周明', 0, { revenue: 500_000, rate: 0.1, base: 0, commission, pay: 50_000 }, 'all columns'),
    ];
    const checked = checkRows(rows, months);
    expect(checked[0]?.verdict).toBe('right');
    return sheetFlags(rows, checked, months, ['周明', '李娜']);
  };
  expect(codes(flags(50_000))).toEqual([]);
  expect(flags(30_015)).toMatchObject([
    {
      code: 'row-does-not-add',
      person: '周明',
      details: { base: 0, commission: 30_015, pay: 50_000, gap: 19_985 },
    },
  ]);
});
