/* The mistakes that people make on commission sheets, each made by hand as they would make it. */
import type { ReasonCode } from '../../../src/domain/commission-check/reasons';
import { add, atRate, cut, fraction, halfEven, halfUp, inSlices, multiply, rateOf, tierAt } from './exact';
import {
  payBy,
  pick,
  rightPay,
  salesOf,
  sumOf,
  versionOf,
  type Pay,
  type Random,
  type Sale,
  type Version,
  type World,
} from './world';

export interface Row {
  readonly world: World;
  readonly person: string;
  readonly month: number;
  readonly random: Random;
}

/** What the row then says; null where this mistake can't be made in this row. */
export type Injection = (row: Row) => Pay | null;

const TAXES = [6, 13, 9, 3];

function facts({ world, person, month }: Row) {
  const version = versionOf(world, month);
  const sales = salesOf(world, person, month);
  const revenue = sumOf(sales);
  const tier = tierAt(version.tiers, version.inclusive, fraction(revenue));
  const atBoundary = version.tiers.some(({ from }) => from > 0 && from === revenue);
  return { version, sales, revenue, tier, atBoundary, right: rightPay(world, person, month) };
}

function onRevenue(row: Row, cents: number): Pay | null {
  return cents < 0 ? null : payBy(facts(row).version, fraction(cents));
}

function withTier({ tiers, whole }: Version, revenue: number, tier: number): Pay | null {
  const used = tiers[tier];
  if (!used) return null;
  const all = fraction(revenue);
  // 速算扣除: rate × revenue less what lower slices would have earned less.
  const deduction = whole
    ? fraction(0)
    : add(inSlices(tiers, fraction(used.from)), multiply(rateOf(used), fraction(-used.from)));
  const commission = halfUp(add(atRate(used, all), deduction));
  return { revenue, rate: used.rate / 10_000, base: used.base, commission, pay: used.base + commission };
}

function rounding(round: typeof halfUp): Injection {
  return (row) => {
    const { version, revenue } = facts(row);
    return payBy(version, fraction(revenue), round);
  };
}

function oneSale(row: Row, take: (sales: readonly Sale[]) => readonly Sale[], sign: 1 | -1): Pay | null {
  const { sales, revenue } = facts(row);
  const from = take(sales).filter(({ cents }) => cents > 0);
  return from.length === 0 ? null : onRevenue(row, revenue + sign * pick(row.random, from).cents);
}

function nextMonth({ world, month }: Row): number {
  return month + 1 < world.months ? month + 1 : month - 1;
}

export const INJECTIONS: Readonly<Partial<Record<ReasonCode, Injection>>> = {
  'wrong-tier': (row) => {
    const { version, revenue, tier, atBoundary } = facts(row);
    if (atBoundary || revenue === 0) return null;
    return withTier(version, revenue, tier + (row.random(2) === 0 ? 1 : -1));
  },
  'whole-for-marginal': (row) => {
    const { version, revenue } = facts(row);
    return version.whole ? null : payBy({ ...version, whole: true }, fraction(revenue));
  },
  'marginal-for-whole': (row) => {
    const { version, revenue } = facts(row);
    return version.whole ? payBy({ ...version, whole: false }, fraction(revenue)) : null;
  },
  boundary: (row) => {
    const { version, revenue } = facts(row);
    return payBy({ ...version, inclusive: !version.inclusive }, fraction(revenue));
  },
  'other-version': (row) => {
    const { version, revenue } = facts(row);
    const other = row.world.versions.find(({ name }) => name !== version.name);
    return other ? payBy(other, fraction(revenue)) : null;
  },
  'base-forgotten': (row) => {
    const { right } = facts(row);
    return { ...right, base: 0, pay: right.commission };
  },
  'base-of-other-tier': (row) => {
    const { right, version } = facts(row);
    const { base } = pick(row.random, version.tiers);
    return { ...right, base, pay: base + right.commission };
  },
  'refund-added': (row) => {
    const { revenue, sales } = facts(row);
    const refunds = sumOf(sales.filter(({ cents }) => cents < 0));
    return onRevenue(row, revenue - 2 * refunds);
  },
  'refund-left-out': (row) => {
    const { revenue, sales } = facts(row);
    return onRevenue(row, revenue - sumOf(sales.filter(({ cents }) => cents < 0)));
  },
  'rounded-half-even': rounding(halfEven),
  'rounded-down': rounding(cut),
  'rounded-to-yuan': rounding((exact) => 100 * halfUp(multiply(exact, fraction(1, 100)))),
  'rounded-per-order': (row) => {
    const { version, sales, tier, right } = facts(row);
    if (!version.whole) return null;
    const used = version.tiers[tier];
    const commission = sales.reduce((sum, { cents }) => sum + halfUp(atRate(used, fraction(cents))), 0);
    return { ...right, commission, pay: right.base + commission };
  },
  'tax-included': (row) => {
    const { version, revenue } = facts(row);
    return payBy(version, fraction(revenue * (100 + pick(row.random, TAXES)), 100));
  },
  'tax-taken-off': (row) => {
    const { version, revenue } = facts(row);
    return payBy(version, fraction(revenue * 100, 100 + pick(row.random, TAXES)));
  },
  'unit-too-large': (row) => {
    const { version, revenue } = facts(row);
    return payBy(version, fraction(revenue * 10_000));
  },
  'unit-too-small': (row) => {
    const { version, revenue } = facts(row);
    return payBy(version, fraction(revenue, 10_000));
  },
  'order-left-out': (row) => oneSale(row, (sales) => sales, -1),
  'order-twice': (row) => oneSale(row, (sales) => sales, 1),
  'order-of-other-month': (row) => oneSale(row, () => salesOf(row.world, row.person, nextMonth(row)), 1),
  'order-of-other-person': (row) =>
    oneSale(
      row,
      () => row.world.sales.filter(({ person, month }) => person !== row.person && month === row.month),
      1,
    ),
  'revenue-above-orders': (row) => onRevenue(row, facts(row).revenue + 12_345 + row.random(500_000)),
  'row-of-other-person': (row) => {
    const other = pick(row.random, row.world.people);
    return other === row.person ? null : rightPay(row.world, other, row.month);
  },
  'row-of-other-month': (row) => rightPay(row.world, row.person, nextMonth(row)),
  'digits-swapped': (row) => {
    const { right } = facts(row);
    const digits = String(right.pay);
    const at = row.random(digits.length - 1);
    const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2);
    return swapped.startsWith('0') ? null : { ...right, pay: Number(swapped) };
  },
  'point-moved': (row) => {
    const { right } = facts(row);
    return { ...right, pay: right.pay * 10 };
  },
};

/** Two at once, as they happen together. */
export const PAIRS: readonly (readonly [ReasonCode, ReasonCode, Injection])[] = [
  [
    'base-forgotten',
    'marginal-for-whole',
    (row) => {
      const { version, revenue } = facts(row);
      if (!version.whole) return null;
      const pay = payBy({ ...version, whole: false }, fraction(revenue));
      return changesPay(row, pay) ? { ...pay, base: 0, pay: pay.commission } : null;
    },
  ],
  [
    'other-version',
    'order-left-out',
    (row) => {
      const { version, revenue, sales } = facts(row);
      const other = row.world.versions.find(({ name }) => name !== version.name);
      const left = sales.filter(({ cents }) => cents > 0)[0];
      return other && left && revenue > left.cents ? payBy(other, fraction(revenue - left.cents)) : null;
    },
  ],
  [
    'wrong-tier',
    'tax-included',
    (row) => {
      const { version, revenue, tier, atBoundary } = facts(row);
      const gross = revenue * 106;
      if (atBoundary || revenue === 0 || gross % 100 !== 0) return null;
      const reached = tierAt(version.tiers, version.inclusive, fraction(gross, 100));
      return reached === tier ? withTier(version, gross / 100, tier + 1) : null;
    },
  ],
];

/** Whether a right answer and a wrong one can be told apart at all in this row. */
export function changesPay(row: Row, made: Pay): boolean {
  return made.pay !== facts(row).right.pay;
}
