/**
 * Pay by its definitions, written down a second time: exact fractions, loops over every slice and month, nothing kept
 * and nothing taken from the product's code. Amounts are whole 分, rates whole parts of a million, so nothing is parsed.
 */

export interface Sale {
  /** Month of the scenario, from 0. */
  readonly month: number;
  readonly cents: number;
  /** Of a refund: the index of the sale that it takes back. */
  readonly refundOf?: number;
}

export interface Scenario {
  readonly tiers: readonly { readonly from: number; readonly rate: number; readonly base: number }[];
  readonly method: 'whole' | 'marginal';
  readonly boundary: 'inclusive' | 'exclusive';
  /** 'attainment': tiers begin at parts of the quota, in millionths. */
  readonly measure: 'revenue' | 'attainment';
  readonly credit: 'month' | 'sale' | 'quarter-to-date' | 'year-to-date';
  readonly rounding: 'month' | 'line';
  readonly clawback: 'net' | 'original-rate' | 'recompute' | 'none';
  readonly tax: 'as-listed' | 'vat-taken-out' | 'vat-added';
  readonly vat: number;
  /** 分 a month; 0 for none. */
  readonly quota: number;
  readonly accelerators: readonly {
    readonly past: number;
    readonly effect: 'extra' | 'instead' | 'multiplied';
    readonly rate: number;
  }[];
  readonly roleBase: { readonly amount: number; readonly with: 'replaces' | 'higher' | 'adds' } | null;
  readonly cap: { readonly amount: number; readonly on: 'commission' | 'pay' } | null;
  readonly guarantee: {
    readonly amount: number;
    readonly on: 'commission' | 'pay';
    readonly recoverable: boolean;
  } | null;
  readonly draw: { readonly amount: number; readonly recoverable: boolean } | null;
  readonly override: {
    readonly rate: number;
    readonly on: 'own' | 'team' | 'members';
    readonly needsQuota: boolean;
  } | null;
  readonly quotaOn: 'own' | 'team' | 'members';
  /** Days of each month, and on how many of them the person is there. */
  readonly days: readonly { readonly active: number; readonly total: number }[];
  readonly prorated: boolean;
  readonly quotaProrated: boolean;
  readonly sales: readonly Sale[];
  /** What the others of the team sell, by month. */
  readonly others: readonly number[];
}

export interface Paid {
  readonly pay: number;
  readonly drawOwed: number;
  readonly guaranteeOwed: number;
}

interface Q {
  readonly n: bigint;
  readonly d: bigint;
}

const MILLION = 1_000_000n;
const q = (n: number | bigint, d: number | bigint = 1n): Q => ({ n: BigInt(n), d: BigInt(d) });
const add = (a: Q, b: Q): Q => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const sub = (a: Q, b: Q): Q => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d });
const mul = (a: Q, b: Q): Q => ({ n: a.n * b.n, d: a.d * b.d });
const less = (a: Q, b: Q): boolean => a.n * b.d < b.n * a.d;
const min = (a: Q, b: Q): Q => (less(b, a) ? b : a);
const max = (a: Q, b: Q): Q => (less(a, b) ? b : a);
const NIL = q(0);

/** To whole 分, halves away from zero. */
function halfUp({ n, d }: Q): number {
  const size = n < 0n ? -n : n;
  const whole = size / d + ((size % d) * 2n >= d ? 1n : 0n);
  return Number(n < 0n ? -whole : whole);
}

/** 提成 on an amount that counts, by tiers alone, with the rate of whole amounts taken at `total`. */
function byTiers(s: Scenario, amount: Q, total: Q, quota: Q): Q {
  if (amount.n < 0n) return mul(q(-1), byTiers(s, mul(q(-1), amount), total, quota));
  const froms = s.tiers.map(({ from }) => (s.measure === 'revenue' ? q(from) : mul(quota, q(from, MILLION))));
  if (s.method === 'whole') {
    const tier = reached(s, total, quota);
    return tier < 0 ? NIL : mul(amount, q(s.tiers[tier]?.rate ?? 0, MILLION));
  }
  return s.tiers.reduce((sum, { rate }, index) => {
    const bottom = froms[index] ?? NIL;
    const next = froms[index + 1];
    const top = next ? min(amount, next) : amount;
    return add(sum, mul(q(rate, MILLION), max(NIL, sub(top, bottom))));
  }, NIL);
}

/** The tier that an amount has reached, -1 below the first. */
function reached(s: Scenario, amount: Q, quota: Q): number {
  const size = amount.n < 0n ? mul(q(-1), amount) : amount;
  let tier = -1;
  s.tiers.forEach(({ from: given }, index) => {
    const from = s.measure === 'revenue' ? q(given) : mul(quota, q(given, MILLION));
    const over = given === 0 || (s.boundary === 'inclusive' ? !less(size, from) : less(from, size));
    if (over) tier = index;
  });
  return tier;
}

/** What accelerators add: each slice past its part of the quota, up to where the next begins. */
function accelerated(s: Scenario, amount: Q, total: Q, quota: Q): Q {
  const sorted = [...s.accelerators].sort((a, b) => a.past - b.past);
  return sorted.reduce((sum, { past, effect, rate }, index) => {
    const from = mul(quota, q(past, MILLION));
    const next = sorted[index + 1];
    const top = next ? min(amount, mul(quota, q(next.past, MILLION))) : amount;
    if (!less(from, top)) return sum;
    const slice = sub(top, from);
    const plain =
      s.method === 'whole'
        ? byTiers(s, slice, total, quota)
        : sub(byTiers(s, top, top, quota), byTiers(s, from, from, quota));
    const share = q(rate, MILLION);
    if (effect === 'extra') return add(sum, mul(slice, share));
    if (effect === 'instead') return add(sum, sub(mul(slice, share), plain));
    return add(sum, sub(mul(plain, share), plain));
  }, NIL);
}

function earned(s: Scenario, amount: Q, total: Q, quota: Q): Q {
  return add(byTiers(s, amount, total, quota), accelerated(s, amount, total, quota));
}

/** What an amount as listed counts for. */
function counts(s: Scenario, cents: number): Q {
  if (s.tax === 'vat-taken-out') return mul(q(cents), q(MILLION, MILLION + BigInt(s.vat)));
  if (s.tax === 'vat-added') return mul(q(cents), q(MILLION + BigInt(s.vat), MILLION));
  return q(cents);
}

function quotaOf(s: Scenario, month: number): Q {
  const { active = 1, total = 1 } = s.days[month] ?? {};
  return s.quotaProrated ? q(s.quota * active, total) : q(s.quota);
}

/** The sales of a month as known at the end of another, refunds taken out where the plan says so. */
function salesOf(s: Scenario, month: number, known: number): { index: number; cents: number }[] {
  return s.sales.flatMap((sale, index) => {
    if (sale.month !== month) return [];
    const isRefund = sale.cents < 0;
    if (isRefund && s.clawback === 'none') return [];
    if (isRefund && s.clawback !== 'net' && sale.refundOf !== undefined) return [];
    const back = s.sales.filter(({ refundOf, month: when }) => {
      if (refundOf !== index) return false;
      if (s.clawback === 'recompute') return when <= known;
      return s.clawback === 'original-rate' && when === month;
    });
    return [{ index, cents: back.reduce((left, refund) => left + refund.cents, sale.cents) }];
  });
}

function sumOf(cents: readonly { readonly cents: number }[]): number {
  return cents.reduce((sum, each) => sum + each.cents, 0);
}

/** First month of the running total. All scenarios begin in January, so months 0 to 2 are the first quarter. */
function firstOf(s: Scenario, month: number): number {
  if (s.credit === 'quarter-to-date') return month - (month % 3);
  return s.credit === 'year-to-date' ? 0 : month;
}

/** What each sale of a month contributes to its commission, exactly, in order. */
function contributions(s: Scenario, month: number, known: number): { index: number; exact: Q }[] {
  const sales = salesOf(s, month, known);
  if (s.credit === 'sale') {
    return sales.map(({ index, cents }) => {
      const amount = counts(s, cents);
      return { index, exact: byTiers(s, amount, amount, quotaOf(s, month)) };
    });
  }
  let running = 0;
  let quota = quotaOf(s, month);
  for (let before = firstOf(s, month); before < month; before++) {
    running += sumOf(salesOf(s, before, known));
    quota = add(quota, quotaOf(s, before));
  }
  const toDate = s.credit !== 'month';
  const total = counts(s, sumOf(sales));
  return sales.map(({ index, cents }) => {
    const [from, to] = [counts(s, running), counts(s, running + cents)];
    running += cents;
    const exact = toDate
      ? sub(earned(s, to, to, quota), earned(s, from, from, quota))
      : sub(earned(s, to, total, quota), earned(s, from, total, quota));
    return { index, exact };
  });
}

function commission(s: Scenario, month: number, known: number): number {
  const parts = contributions(s, month, known);
  const amount = counts(s, sumOf(salesOf(s, month, known)));
  const apart = s.credit === 'sale' ? accelerated(s, amount, amount, quotaOf(s, month)) : NIL;
  if (s.rounding === 'line') {
    return parts.reduce((sum, { exact }) => sum + halfUp(exact), 0) + halfUp(apart);
  }
  return halfUp(parts.reduce((sum, { exact }) => add(sum, exact), apart));
}

function override(s: Scenario, month: number, known: number): number {
  if (!s.override) return 0;
  const own = sumOf(salesOf(s, month, known));
  const others = s.others[month] ?? 0;
  const of = { own, team: own + others, members: others };
  if (s.override.needsQuota && less(counts(s, of[s.quotaOn]), quotaOf(s, month))) return 0;
  // At the original rate later refunds take the override's rate back; the quota stays reached.
  const later =
    s.clawback === 'original-rate' && s.override.on !== 'members' ? givenBack(s, month, known) : 0;
  return halfUp(mul(counts(s, of[s.override.on] - later), q(s.override.rate, MILLION)));
}

function givenBack(s: Scenario, month: number, known: number, only?: number): number {
  return s.sales.reduce((sum, { refundOf, month: when, cents }) => {
    if (refundOf === undefined || s.sales[refundOf]?.month !== month) return sum;
    if (only !== undefined && refundOf !== only) return sum;
    return when > month && when <= known ? sum - cents : sum;
  }, 0);
}

/** What the sales of a month are worth after all refunds known at the end of another. */
function worth(s: Scenario, month: number, known: number): number {
  const paid = commission(s, month, s.clawback === 'recompute' ? known : month);
  if (s.clawback !== 'original-rate') return paid + override(s, month, known);
  let exact = NIL;
  let before = 0;
  const parts = contributions(s, month, month).map(({ index, exact: part }) => {
    exact = add(exact, part);
    const now = s.rounding === 'line' ? before + halfUp(part) : halfUp(exact);
    const cents = now - before;
    before = now;
    return { index, cents };
  });
  const last = parts.at(-1);
  const taken = parts.reduce((sum, part) => {
    const cents = part.cents + (part === last ? paid - before : 0);
    const left = salesOf(s, month, month).find(({ index }) => index === part.index)?.cents ?? 0;
    const back = givenBack(s, month, known, part.index);
    return back === 0 || left === 0 ? sum : sum + halfUp(q(BigInt(cents) * BigInt(back), left));
  }, 0);
  return (paid === 0 ? 0 : paid - taken) + override(s, month, known);
}

function basePay(s: Scenario, month: number): number {
  let amount = 0;
  let quota = NIL;
  for (let each = firstOf(s, month); each <= month; each++) {
    amount += sumOf(salesOf(s, each, month));
    quota = add(quota, quotaOf(s, each));
  }
  const tier = reached(s, counts(s, Math.max(0, amount)), quota);
  const ofTier = s.tiers[tier]?.base ?? 0;
  const { amount: ofRole, with: how } = s.roleBase ?? { amount: 0, with: 'adds' };
  const base = how === 'adds' ? ofTier + ofRole : how === 'higher' ? Math.max(ofTier, ofRole) : ofRole;
  return inPart(s, month, base);
}

function inPart(s: Scenario, month: number, cents: number): number {
  const { active = 1, total = 1 } = s.days[month] ?? {};
  return s.prorated ? halfUp(q(BigInt(cents) * BigInt(active), total)) : cents;
}

/** At least the amount is paid; what is not earned of it is owed, and paid back out of what goes beyond it. */
function atLeast(
  earnings: number,
  amount: number,
  owed: number,
  recoverable: boolean,
): [paid: number, owed: number] {
  if (earnings < amount) return [amount, recoverable ? owed + amount - earnings : owed];
  const back = recoverable ? Math.min(owed, earnings - amount) : 0;
  return [earnings - back, owed - back];
}

export function payByDefinition(s: Scenario): Paid[] {
  let drawOwed = 0;
  let guaranteeOwed = 0;
  return s.days.map((_, month) => {
    let pay = commission(s, month, month) + override(s, month, month);
    if (s.clawback === 'original-rate' || s.clawback === 'recompute') {
      for (let earlier = 0; earlier < month; earlier++) {
        pay += worth(s, earlier, month) - worth(s, earlier, month - 1);
      }
    }
    const { cap, guarantee, draw } = s;
    const guaranteed = (on: 'commission' | 'pay') => {
      if (guarantee?.on !== on) return;
      const amount = inPart(s, month, guarantee.amount);
      [pay, guaranteeOwed] = atLeast(pay, amount, guaranteeOwed, guarantee.recoverable);
    };
    if (cap?.on === 'commission') pay = Math.min(pay, cap.amount);
    guaranteed('commission');
    if (draw) [pay, drawOwed] = atLeast(pay, inPart(s, month, draw.amount), drawOwed, draw.recoverable);
    pay += basePay(s, month);
    if (cap?.on === 'pay') pay = Math.min(pay, cap.amount);
    guaranteed('pay');
    return { pay, drawOwed, guaranteeOwed };
  });
}
