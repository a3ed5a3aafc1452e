/* Pay that is not reckoned from a month's sum alone: each sale by itself, or what a month adds to a running total; and
   the mistakes that people make with it, by hand. */
import type { ReasonCode } from '../../../src/domain/commission-check/reasons';
import {
  add,
  atRate,
  cut,
  equal,
  fraction,
  halfUp,
  inSlices,
  less,
  multiply,
  rateOf,
  tierAt,
  type Fraction,
} from './exact';
import type { Row } from './mistakes';
import {
  exactCommission,
  pick,
  salesOf,
  sumOf,
  versionOf,
  type Pay,
  type Sale,
  type Version,
  type World,
} from './world';

export type Injection = (row: Row) => Pay | null;

const MINUS = fraction(-1);
const NIL = fraction(0);
const TAXES = [6, 13, 9, 3];

const sum = (amounts: readonly Fraction[]): Fraction => amounts.reduce(add, NIL);
const minus = (a: Fraction, b: Fraction): Fraction => add(a, multiply(MINUS, b));

/** Refunds mirror sales. */
function earned(version: Version, amount: Fraction): Fraction {
  return less(amount, NIL)
    ? multiply(MINUS, exactCommission(version, multiply(MINUS, amount)))
    : exactCommission(version, amount);
}

/** The running total before a month. */
function before({ world, person, month }: Row): Fraction {
  const { credit } = world;
  const first = credit === 'quarter-to-date' ? month - (month % 3) : credit === 'year-to-date' ? 0 : month;
  let cents = 0;
  for (let each = first; each < month; each++) cents += sumOf(salesOf(world, person, each));
  return fraction(cents);
}

function payOf(row: Row, version: Version, sales: readonly Fraction[], round = halfUp): Pay {
  const { credit } = row.world;
  const revenue = sum(sales);
  const past = before(row);
  const held = add(past, revenue);
  const exact =
    credit === 'sale'
      ? sum(sales.map((sale) => earned(version, sale)))
      : minus(earned(version, held), earned(version, past));
  return payWith(row, version, revenue, round(exact));
}

function payWith(row: Row, version: Version, revenue: Fraction, commission: number): Pay {
  const { tiers, inclusive } = version;
  const tier = tiers[tierAt(tiers, inclusive, add(before(row), revenue))];
  const base = tier?.base ?? 0;
  const rate = (tier?.rate ?? 0) / 10_000;
  return { revenue: halfUp(revenue), rate, base, commission, pay: base + commission };
}

const amounts = (sales: readonly Sale[]): Fraction[] => sales.map(({ cents }) => fraction(cents));

function facts(row: Row) {
  const { world, person, month } = row;
  const version = versionOf(world, month);
  const sales = salesOf(world, person, month);
  return { version, sales, right: payOf(row, version, amounts(sales)) };
}

export function rightCredited(world: World, person: string, month: number): Pay {
  const row = { world, person, month, random: () => 0 };
  return payOf(row, versionOf(world, month), amounts(salesOf(world, person, month)));
}

function onSales(row: Row, sales: readonly Fraction[]): Pay | null {
  return less(sum(sales), NIL) ? null : payOf(row, facts(row).version, sales);
}

/** All of an amount on one tier's line, as a sheet's 速算扣除 has it. */
function onTier({ tiers, whole }: Version, amount: Fraction, tier: number): Fraction | null {
  const used = tiers[tier];
  if (!used) return null;
  const deduction = whole
    ? NIL
    : add(inSlices(tiers, fraction(used.from)), multiply(rateOf(used), fraction(-used.from)));
  return add(atRate(used, amount), deduction);
}

function stands({ tiers }: Version, amount: Fraction): boolean {
  return tiers.some(({ from }) => from > 0 && equal(fraction(from), amount));
}

function wrongTier(row: Row): Pay | null {
  const { version, sales, right } = facts(row);
  const sold = sales.filter(({ cents }) => cents > 0);
  if (sold.length === 0) return null;
  const all = amounts(sales);
  const past = before(row);
  const amount = row.world.credit === 'sale' ? fraction(pick(row.random, sold).cents) : add(past, sum(all));
  if (stands(version, amount) || less(amount, fraction(1))) return null;
  const own = tierAt(version.tiers, version.inclusive, amount);
  const line = onTier(version, amount, own + (row.random(2) === 0 ? 1 : -1));
  if (!line) return null;
  const rest =
    row.world.credit === 'sale'
      ? minus(sum(all.map((sale) => earned(version, sale))), earned(version, amount))
      : multiply(MINUS, earned(version, past));
  const commission = halfUp(add(line, rest));
  return { ...right, commission, pay: right.base + commission };
}

function oneSale(row: Row, from: readonly Sale[], sign: 1 | -1): Pay | null {
  const sold = from.filter(({ cents }) => cents > 0);
  if (sold.length === 0) return null;
  const { sales } = facts(row);
  const { id, cents } = pick(row.random, sold);
  const own = sign < 0 ? sales.filter((sale) => sale.id !== id) : sales;
  return onSales(row, [...amounts(own), ...(sign < 0 ? [] : [fraction(cents)])]);
}

function scaled(n: number, d: number): Injection {
  return (row) =>
    onSales(
      row,
      amounts(facts(row).sales).map((sale) => multiply(sale, fraction(n, d))),
    );
}

function neighbour({ world, month }: Row): number {
  return month + 1 < world.months ? month + 1 : month - 1;
}

export const CREDITED: Readonly<Partial<Record<ReasonCode, Injection>>> = {
  'wrong-tier': wrongTier,
  'whole-for-marginal': (row) => {
    const { version, sales } = facts(row);
    return version.whole ? null : payOf(row, { ...version, whole: true }, amounts(sales));
  },
  'marginal-for-whole': (row) => {
    const { version, sales } = facts(row);
    return version.whole ? payOf(row, { ...version, whole: false }, amounts(sales)) : null;
  },
  boundary: (row) => {
    const { version, sales } = facts(row);
    return payOf(row, { ...version, inclusive: !version.inclusive }, amounts(sales));
  },
  'other-version': (row) => {
    const { version, sales } = facts(row);
    const other = row.world.versions.find(({ name }) => name !== version.name);
    return other ? payOf(row, other, amounts(sales)) : null;
  },
  'base-forgotten': (row) => {
    const { right } = facts(row);
    return { ...right, base: 0, pay: right.commission };
  },
  'refund-added': (row) =>
    onSales(
      row,
      facts(row).sales.map(({ cents }) => fraction(Math.abs(cents))),
    ),
  'refund-left-out': (row) => onSales(row, amounts(facts(row).sales.filter(({ cents }) => cents > 0))),
  'tax-included': (row) => scaled(100 + pick(row.random, TAXES), 100)(row),
  'tax-taken-off': (row) => scaled(100, 100 + pick(row.random, TAXES))(row),
  'unit-too-large': scaled(10_000, 1),
  'unit-too-small': scaled(1, 10_000),
  'order-left-out': (row) => oneSale(row, facts(row).sales, -1),
  'order-twice': (row) => oneSale(row, facts(row).sales, 1),
  'order-of-other-month': (row) => oneSale(row, salesOf(row.world, row.person, neighbour(row)), 1),
  'revenue-twice': (row) => {
    const all = amounts(facts(row).sales);
    return onSales(row, [...all, ...all]);
  },
  'row-of-other-person': (row) => {
    const other = pick(row.random, row.world.people);
    return other === row.person ? null : rightCredited(row.world, other, row.month);
  },
  'row-of-other-month': (row) => rightCredited(row.world, row.person, neighbour(row)),
  'sum-for-each': (row) => {
    const { version, sales } = facts(row);
    if (row.world.credit !== 'sale') return null;
    const revenue = sum(amounts(sales));
    return payWith(row, version, revenue, halfUp(earned(version, revenue)));
  },
  'total-ignored': (row) => {
    const { version, sales } = facts(row);
    if (row.world.credit === 'sale' || equal(before(row), NIL)) return null;
    const revenue = sum(amounts(sales));
    const { tiers, inclusive } = version;
    const tier = tiers[tierAt(tiers, inclusive, revenue)];
    const [base, commission] = [tier?.base ?? 0, halfUp(earned(version, revenue))];
    const rate = (tier?.rate ?? 0) / 10_000;
    return { revenue: halfUp(revenue), rate, base, commission, pay: base + commission };
  },
};

/** How a whole sheet rounds. */
export const CREDITED_HABITS: Readonly<Partial<Record<ReasonCode, Injection>>> = {
  'rounded-down': (row) => {
    const { version, sales } = facts(row);
    return payOf(row, version, amounts(sales), cut);
  },
  'rounded-to-yuan': (row) => {
    const { version, sales } = facts(row);
    return payOf(row, version, amounts(sales), (exact) => 100 * halfUp(multiply(exact, fraction(1, 100))));
  },
};
