/* Random plans, people and orders, and the sheet that is right for them, all by exact.ts alone. */
import { atRate, fraction, halfUp, inSlices, tierAt, type ExactTier, type Fraction } from './exact';

export interface Version {
  readonly name: string;
  /** Index of its first month. */
  readonly since: number;
  readonly tiers: readonly ExactTier[];
  readonly whole: boolean;
  readonly inclusive: boolean;
}

export interface Sale {
  readonly id: string;
  readonly person: string;
  /** Index of the month. */
  readonly month: number;
  readonly cents: number;
}

/** What is held against the tiers. */
export type Credit = 'month' | 'sale' | 'quarter-to-date' | 'year-to-date';

export interface World {
  readonly credit: Credit;
  readonly versions: readonly Version[];
  readonly people: readonly string[];
  readonly months: number;
  readonly sales: readonly Sale[];
}

export interface Pay {
  readonly revenue: number;
  readonly rate: number;
  readonly base: number;
  readonly commission: number;
  readonly pay: number;
}

export type Random = (below: number) => number;

/** Whole numbers below a bound, always the same ones for a seed. */
export function randomOf(seed: number): Random {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '胡', '朱', '高'];
const GIVEN = ['明', '芳', '伟', '娜', '强', '静', '磊', '洋', '艳', '勇', '杰', '涛'];

export function randomWorld(
  seed: number,
  size: { people: number; months: number },
  credit: Credit = 'month',
): World {
  const random = randomOf(seed);
  const first = randomVersion(random, '一', 0);
  const later = { ...randomVersion(random, '二', Math.ceil(size.months / 2)), whole: first.whole };
  const people = Array.from(
    { length: size.people },
    (_, index) =>
      `${SURNAMES[index % 15] ?? ''}${GIVEN[Math.floor(index / 15) % 12] ?? ''}${index > 179 ? index : ''}`,
  );
  const world = { credit, versions: [first, later], people, months: size.months };
  const sales = people.flatMap((person) =>
    Array.from({ length: size.months }, (_, month) => randomSales(random, world, person, month)).flat(),
  );
  return { ...world, sales };
}

function randomVersion(random: Random, name: string, since: number): Version {
  const count = 3 + random(3);
  let from = 0;
  let rate = 300 + 50 * random(10);
  let base = 200_000 + 10_000 * random(10);
  const tiers = Array.from({ length: count }, (_, index): ExactTier => {
    const tier = { from, rate, base };
    from += 1_000_000 + 500_000 * random(4);
    rate += 150 + 50 * random(8);
    if (index % 2 === random(2)) base += 20_000 + 5000 * random(12);
    return tier;
  });
  return { name, since, tiers, whole: random(2) === 0, inclusive: random(4) > 0 };
}

function randomSales(
  random: Random,
  { credit, versions }: Pick<World, 'credit' | 'versions'>,
  person: string,
  month: number,
): Sale[] {
  if (random(40) === 0) return [];
  const count = 2 + random(7);
  // By itself, a sale has to be large to reach tiers.
  const largest = credit === 'sale' ? 4_800_000 : 1_200_000;
  const sales = Array.from({ length: count }, () => 50_000 + random(largest));
  if (random(5) === 0) sales.push(-(20_000 + random(200_000)));
  const tiers = versions.flatMap((version) => version.tiers.slice(1));
  // Here and there a month ends exactly where a tier begins.
  const sum = sales.reduce((total, cents) => total + cents, 0);
  if (random(12) === 0) {
    const target = pick(random, tiers).from;
    if (target > sum) sales.push(target - sum);
  }
  if (credit === 'sale' && random(6) === 0) sales.push(pick(random, tiers).from);
  return sales.map((cents, index) => ({
    id: `D${month + 1}${person}${index + 1}`,
    person,
    month,
    cents,
  }));
}

export function versionOf({ versions }: World, month: number): Version {
  const found = versions.findLast(({ since }) => since <= month);
  if (!found) throw new Error(`no version in month ${month}`);
  return found;
}

const indexes = new WeakMap<World, Map<string, Sale[]>>();

export function salesOf(world: World, person: string, month: number): readonly Sale[] {
  let index = indexes.get(world);
  if (!index) {
    index = new Map();
    indexes.set(world, index);
    for (const sale of world.sales) {
      const key = `${sale.month}|${sale.person}`;
      const list = index.get(key);
      if (list) list.push(sale);
      else index.set(key, [sale]);
    }
  }
  return index.get(`${month}|${person}`) ?? [];
}

export function sumOf(sales: readonly Sale[]): number {
  return sales.reduce((total, { cents }) => total + cents, 0);
}

export function exactCommission(version: Version, revenue: Fraction): Fraction {
  const { tiers, whole, inclusive } = version;
  return whole ? atRate(tiers[tierAt(tiers, inclusive, revenue)], revenue) : inSlices(tiers, revenue);
}

/** A month's pay by a version, from a revenue in 分 that may have parts. */
export function payBy(version: Version, revenue: Fraction, round = halfUp): Pay {
  const tier = version.tiers[tierAt(version.tiers, version.inclusive, revenue)];
  const commission = round(exactCommission(version, revenue));
  const base = tier?.base ?? 0;
  return {
    revenue: halfUp(revenue),
    rate: (tier?.rate ?? 0) / 10_000,
    base,
    commission,
    pay: base + commission,
  };
}

export function rightPay(world: World, person: string, month: number): Pay {
  return payBy(versionOf(world, month), fraction(sumOf(salesOf(world, person, month))));
}
