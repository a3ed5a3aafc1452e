import { computePay } from '../../../src/domain/commission/compute';
import type { SalesLine } from '../../../src/domain/commission/facts';
import { dayOf, monthOf, planOf, requestOf } from './make';
import { random, requestOfScenario, scenarioOf } from './scenarios';
import type { Scenario } from './oracle';

/** What a plan must keep whatever its figures: over random plans, always the same ones. */

const ROUNDS = 400;

function payOf(scenario: Scenario): number[] {
  const { months } = computePay(requestOfScenario(scenario));
  return months.flatMap(({ person, pay }) => (person === 'leader' ? [pay] : []));
}

/** One month, one sale, tiers alone. */
function bare(scenario: Scenario, method: 'whole' | 'marginal', cents: number): Scenario {
  return {
    ...scenario,
    method,
    credit: 'month',
    rounding: 'month',
    accelerators: [],
    roleBase: null,
    cap: null,
    guarantee: null,
    draw: null,
    override: null,
    tax: 'as-listed',
    days: scenario.days.slice(0, 1),
    others: [0],
    sales: [{ month: 0, cents }],
  };
}

/** The amounts in 分 at which a tier begins to hold. */
function starts({ tiers, measure, quota, days, quotaProrated, boundary }: Scenario): number[] {
  return tiers.flatMap(({ from }) => {
    const { active = 1, total = 1 } = days[0] ?? {};
    const [n, d] =
      measure === 'revenue'
        ? [BigInt(from), 1n]
        : [
            BigInt(from) * BigInt(quota) * BigInt(quotaProrated ? active : 1),
            1_000_000n * BigInt(quotaProrated ? total : 1),
          ];
    if (n === 0n) return [];
    const floor = Number(n / d);
    return [boundary === 'inclusive' && n % d === 0n ? floor : floor + 1];
  });
}

test('marginal commission neither falls nor jumps: a 分 more revenue is worth 0 or 1 分', () => {
  const below = random(1);
  for (let round = 0; round < ROUNDS; round++) {
    const scenario = scenarioOf(below);
    const flat = { ...scenario, tiers: scenario.tiers.map((tier) => ({ ...tier, base: 0 })) };
    const points = [1 + below(10 ** (1 + below(9))), ...starts(flat)].filter((point) => point > 0);
    for (const point of points) {
      const [before = 0] = payOf(bare(flat, 'marginal', point - 1));
      const [at = 0] = payOf(bare(flat, 'marginal', point));
      expect([0, 1]).toContain(at - before);
    }
  }
});

test('pay by whole amounts jumps where a tier begins, and nowhere else', () => {
  const below = random(2);
  for (let round = 0; round < ROUNDS; round++) {
    const scenario = scenarioOf(below);
    const boundaries = new Set(starts(scenario));
    for (const point of [1 + below(10 ** (1 + below(9))), ...boundaries]) {
      const tierAt = (cents: number) => {
        const { months } = computePay(requestOfScenario(bare(scenario, 'whole', cents)));
        return months.find(({ person }) => person === 'leader')?.tier ?? null;
      };
      expect(tierAt(point) === tierAt(point - 1)).toBe(!boundaries.has(point));
    }
  }
});

describe.each(['original-rate', 'recompute'] as const)('taking everything back (%s)', (clawback) => {
  test('returns every person to zero, whatever the order and size of the refunds', () => {
    const below = random(3);
    for (let round = 0; round < ROUNDS; round++) {
      const plan = scenarioOf(below);
      const sales = Array.from({ length: 1 + below(5) }, (_, index) => ({
        month: index % 2,
        cents: 1 + below(10 ** (1 + below(8))),
      }));
      const refunds = sales.flatMap(({ cents }, refundOf) => {
        const first = below(cents + 1);
        const parts = [first, cents - first].filter((part) => part > 0);
        return parts.map((part) => ({ month: 1 + below(3), cents: -part, refundOf }));
      });
      const scenario: Scenario = {
        ...plan,
        tiers: plan.tiers.map((tier) => ({ ...tier, base: 0 })),
        roleBase: null,
        cap: null,
        guarantee: null,
        draw: null,
        clawback,
        // The others' sales are not refunded here.
        others: [0, 0, 0, 0],
        days: [31, 29, 31, 30].map((total) => ({ active: total, total })),
        sales: [...sales, ...refunds.filter(({ month, refundOf }) => month >= (sales[refundOf]?.month ?? 0))],
      };
      const total = payOf(scenario).reduce((sum, pay) => sum + pay, 0);
      if (total !== 0) throw new Error(JSON.stringify({ round, total, scenario }, null, 1));
    }
  });
});

test('what is shared adds up: people together earn what one would at one rate', () => {
  const below = random(4);
  const people = ['甲', '乙', '丙', '丁'];
  for (let round = 0; round < ROUNDS; round++) {
    const base = requestOfScenario({ ...bare(scenarioOf(below), 'whole', 1), clawback: 'net' });
    const weights = people.map(() => 1 + below(50));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = people.map((person, index) => ({
      person,
      share:
        index === 3
          ? 1 - weights.slice(0, 3).reduce((sum, weight) => sum + Math.floor((weight / whole) * 100) / 100, 0)
          : Math.floor(((weights[index] ?? 0) / whole) * 100) / 100,
    }));
    const amount = 1 + below(10 ** (1 + below(10)));
    const version = base.plan.versions[0];
    const [role] = version?.roles ?? [];
    if (!version || !role) throw new Error('A scenario without terms.');
    const flat = {
      ...role,
      role: 'flat',
      measure: 'revenue' as const,
      quota: null,
      tiers: [{ from: 0, to: null, rate: 1, base: 0 }],
    };
    const [line] = base.lines;
    if (!line) throw new Error('A scenario without sales.');
    const run = computePay({
      ...base,
      plan: { ...base.plan, unlistedRole: 'flat', versions: [{ ...version, roles: [flat] }] },
      members: [],
      lines: [{ ...line, amount, shares }],
      months: { from: monthOf('2024-01'), to: monthOf('2024-01') },
    });
    expect(run.findings).toEqual([]);
    expect(run.months.reduce((sum, { pay }) => sum + pay, 0)).toBe(amount);
  }
});

test.each(['net', 'original-rate', 'recompute'] as const)(
  'shared sales that are returned bit by bit leave nobody a 分 behind (%s)',
  (clawback) => {
    const below = random(5);
    const people = ['甲', '乙', '丙'];
    for (let round = 0; round < 100; round++) {
      const first = below(100);
      const second = below(101 - first);
      const shares = [first, second, 100 - first - second].map((share, index) => ({
        person: people[index] ?? '',
        share: share / 100,
      }));
      const plan = planOf([{ clawback, roles: [{ role: 'sales', tiers: [[0, 1]] }] }]);
      const amount = 1 + below(2000);
      const parts: number[] = [];
      for (let left = amount; left > 0; left -= parts.at(-1) ?? left)
        parts.push(1 + below(Math.min(left, 300)));
      const sale: SalesLine = {
        row: 2,
        date: dayOf('2024-01-05'),
        person: '甲',
        amount,
        order: 'A',
        refundOf: null,
        product: null,
        quantity: null,
        shares,
      };
      const refunds = parts.map((part, index) => ({
        ...sale,
        row: 3 + index,
        date: dayOf(`2024-0${1 + (index % 4)}-20`),
        amount: -part,
        order: null,
        refundOf: 'A',
        shares: [],
      }));
      const run = computePay({ ...requestOf(plan, [], ['2024-01', '2024-04']), lines: [sale, ...refunds] });
      expect(run.findings.filter(({ code }) => code !== 'negative-pay')).toEqual([]);
      for (const person of people) {
        const own = run.months.filter((month) => month.person === person);
        expect(own.reduce((sum, { pay }) => sum + pay, 0)).toBe(0);
      }
    }
  },
);
