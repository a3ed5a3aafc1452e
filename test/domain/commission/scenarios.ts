import type { PayRequest } from '../../../src/domain/commission/compute';
import type { Member, SalesLine } from '../../../src/domain/commission/facts';
import { blankTerms, blankVersion } from '../../../src/domain/commission/ready';
import type { Choice, RoleTerms } from '../../../src/domain/commission/types';
import { CALENDAR, monthOf, dayOf } from './make';
import type { Sale, Scenario } from './oracle';

/** A small seeded generator (mulberry32): the same scenarios every time. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const MONTH_DAYS = [31, 29, 31, 30];
const START = dayOf('2024-01-01');

export function scenarioOf(below: (limit: number) => number): Scenario {
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const often = (part: number) => below(100) < part;
  const cents = () => below(10) * 10 ** below(7) + (often(50) ? below(100) : 0);
  const rate = () => below(10 ** (2 + below(4))) * (often(50) ? 10 : 1);
  const measure = often(75) ? 'revenue' : 'attainment';
  const fromOf = () =>
    measure === 'revenue' ? cents() : below(20) * 100_000 + (often(20) ? below(1000) : 0);
  const froms = [...new Set([...(often(80) ? [0] : []), ...Array.from({ length: below(4) }, fromOf)])];
  if (froms.length === 0) froms.push(0);
  froms.sort((a, b) => a - b);
  const hasBase = often(50);
  const tiers = froms.map((from) => ({ from, rate: rate(), base: hasBase ? cents() : 0 }));
  const credit = one(['month', 'month', 'sale', 'quarter-to-date', 'year-to-date'] as const);
  const method = one(['whole', 'marginal'] as const);
  const quota = often(30) && measure === 'revenue' ? 0 : 1 + cents();
  const pasts = quota > 0 && often(40) ? [...new Set([1_000_000, 500_000 + below(10) * 100_000])] : [];
  const accelerators = pasts.map((past) => {
    const effect = credit === 'sale' ? 'extra' : one(['extra', 'instead', 'multiplied'] as const);
    return { past, effect, rate: effect === 'multiplied' ? 1_000_000 + rate() : rate() };
  });
  const months = 1 + below(4);
  const partial = often(40);
  const days = MONTH_DAYS.slice(0, months).map((total, month) => ({
    active: partial && month === 0 ? 1 + below(total) : total,
    total,
  }));
  const prorated = often(70);
  const boundaries = tiers.flatMap(({ from }) => (measure === 'revenue' ? [from, from - 1, from + 1] : []));
  const amount = () => (often(50) && boundaries.length > 0 ? Math.max(1, one(boundaries)) : 1 + cents());
  const sales: Sale[] = [];
  days.forEach((_, month) => {
    for (let count = below(4); count > 0; count--) {
      const earlier = sales.flatMap((sale, index) => {
        const back = sales.reduce((sum, each) => (each.refundOf === index ? sum - each.cents : sum), 0);
        return sale.cents > back ? [{ index, left: sale.cents - back }] : [];
      });
      if (earlier.length === 0 || often(75)) {
        sales.push(often(95) ? { month, cents: amount() } : { month, cents: -amount() });
        continue;
      }
      const { index, left } = one(earlier);
      sales.push({ month, cents: -(often(60) ? left : 1 + below(left)), refundOf: index });
    }
  });
  return {
    tiers,
    method,
    boundary: one(['inclusive', 'exclusive'] as const),
    measure,
    credit,
    rounding: one(['month', 'month', 'line'] as const),
    clawback: one(['net', 'original-rate', 'recompute', 'none'] as const),
    tax: one(['as-listed', 'as-listed', 'vat-taken-out', 'vat-added'] as const),
    vat: one([60_000, 130_000, 30_000]),
    quota,
    accelerators,
    roleBase: often(30) ? { amount: cents(), with: one(['replaces', 'higher', 'adds'] as const) } : null,
    cap: often(25) ? { amount: cents(), on: one(['commission', 'pay'] as const) } : null,
    guarantee: often(25)
      ? { amount: cents(), on: one(['commission', 'pay'] as const), recoverable: often(50) }
      : null,
    draw: often(25) ? { amount: cents(), recoverable: often(50) } : null,
    override: often(30)
      ? { rate: rate(), on: one(['own', 'team', 'members'] as const), needsQuota: quota > 0 && often(50) }
      : null,
    quotaOn: one(['own', 'team', 'members'] as const),
    days,
    prorated,
    quotaProrated: prorated && often(50),
    sales,
    others: days.map(() => cents()),
  };
}

/** The same scenario as the product takes it. */
export function requestOfScenario(s: Scenario): PayRequest {
  const recovery = (recoverable: boolean): Choice<'drawRecovery'> =>
    recoverable ? 'recoverable' : 'not-recoverable';
  const leader: RoleTerms = {
    ...blankTerms('leader'),
    basis: 'own' as const,
    tiers: s.tiers.map(({ from, rate, base }) => ({
      from: s.measure === 'revenue' ? from / 100 : from / 1_000_000,
      to: null,
      rate: rate / 1_000_000,
      base: base / 100,
    })),
    measure: s.measure,
    method: s.method,
    boundary: s.boundary,
    credit: s.credit,
    accelerators: s.accelerators.map(({ past, effect, rate }) => ({
      past: past / 1_000_000,
      effect,
      rate: rate / 1_000_000,
    })),
    roleBase: s.roleBase && { amount: s.roleBase.amount / 100, with: s.roleBase.with },
    quota: s.quota > 0 ? { amount: s.quota / 100, on: s.quotaOn } : null,
    override: s.override && { ...s.override, rate: s.override.rate / 1_000_000 },
    cap: s.cap && { ...s.cap, amount: s.cap.amount / 100 },
    guarantee: s.guarantee && {
      amount: s.guarantee.amount / 100,
      on: s.guarantee.on,
      recovery: recovery(s.guarantee.recoverable),
    },
    draw: s.draw && {
      amount: s.draw.amount / 100,
      recovery: recovery(s.draw.recoverable),
    },
  };
  const member = { ...blankTerms('member'), basis: 'own' as const };
  const first = s.days[0] ?? { active: 31, total: 31 };
  const joined = START + first.total - first.active;
  const line = (sale: Sale, index: number): SalesLine => ({
    row: index + 2,
    // The last day of the month: the person is there on it in any case.
    date: lastDay(sale.month),
    person: 'leader',
    amount: sale.cents,
    order: sale.cents >= 0 ? `O${index}` : null,
    refundOf: sale.refundOf === undefined ? null : `O${sale.refundOf}`,
    product: null,
    quantity: null,
    shares: [],
  });
  const others = s.others.map((cents, month): SalesLine => ({
    ...line({ month, cents }, 1000 + month),
    person: 'member',
  }));
  const team = (person: string, from: number): Member => ({
    person,
    role: person,
    team: 'T',
    from,
    to: null,
  });
  const version = {
    ...blankVersion('v', [leader, member]),
    event: 'signed' as const,
    tax: s.tax,
    vatRate: s.vat / 1_000_000,
    clawback: s.clawback,
    rounding: s.rounding,
    proration: s.prorated ? ('calendar-days' as const) : ('none' as const),
    quotaProration: s.quotaProrated ? ('prorated' as const) : ('full' as const),
  };
  const start = monthOf('2024-01');
  return {
    plan: { name: 'p', versions: [version], exceptions: [], unlistedRole: null },
    lines: [...s.sales.map(line), ...others],
    members: [team('leader', joined), team('member', START)],
    quotas: [],
    balances: [],
    months: { from: start, to: start + s.days.length - 1 },
    calendar: CALENDAR,
  };
}

function lastDay(month: number): number {
  return MONTH_DAYS.slice(0, month + 1).reduce((day, days) => day + days, START) - 1;
}
