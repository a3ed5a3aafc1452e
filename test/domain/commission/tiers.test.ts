import fc from 'fast-check';
import {
  commissionPlan,
  payOnRunningTotal,
  untilNextTier,
  type CommissionMode,
  type Tier,
} from '../../../src/domain/commission/tiers';
import { DaybookError, type Details } from '../../../src/domain/errors';
import { formatCents } from '../../../src/domain/money';
import { loadCases } from '../../cases/load';
import { random } from './scenarios';

interface Case {
  readonly mode: CommissionMode;
  readonly tiers: readonly Tier[];
  readonly pay?: readonly (readonly [revenue: number, pay: string])[];
  readonly jumps?: readonly (readonly [from: number, jump: string])[];
  readonly runningTotal?: { readonly sales: readonly number[]; readonly pay: readonly string[] };
  readonly error?: { readonly code: string; readonly details: Details };
}

describe.each(loadCases<Case>('commission'))('%s', (_name, { mode, tiers, ...expected }) => {
  const checks = {
    error: ({ error }: Case) => {
      const { code, details } = error ?? { code: '', details: {} };
      expect(() => commissionPlan(tiers, mode)).toThrow(new DaybookError(code, details));
    },
    pay: ({ pay = [] }: Case) => {
      const plan = commissionPlan(tiers, mode);
      expect(pay.map(([revenue]) => [revenue, formatCents(plan.pay(revenue))])).toEqual(pay);
    },
    jumps: ({ jumps }: Case) => {
      const plan = commissionPlan(tiers, mode);
      expect(plan.jumps.map(({ from, cents }) => [from, formatCents(cents)])).toEqual(jumps);
    },
    runningTotal: ({ runningTotal }: Case) => {
      const plan = commissionPlan(tiers, mode);
      expect(payOnRunningTotal(plan, runningTotal?.sales ?? []).map(formatCents)).toEqual(runningTotal?.pay);
    },
  };
  const present = Object.keys(checks).filter((key) => key in expected) as (keyof typeof checks)[];
  test.each(present)('%s', (key) => checks[key]({ mode, tiers, ...expected }));
});

test('errors name the row of the sheet when told how', () => {
  const tiers = [
    { from: 0, rate: 0.1 },
    { from: 0, rate: 0.2 },
  ];
  expect(() => commissionPlan(tiers, 'whole', (index) => index * 2 + 5)).toThrow(
    new DaybookError('tier-duplicate', { row: 7, from: 0, above: 0, rowAbove: 5 }),
  );
});

describe('untilNextTier', () => {
  const plan = commissionPlan(
    [
      { from: 0, rate: 0.1 },
      { from: 20000, rate: 0.15 },
    ],
    'whole',
  );

  test('says what is missing and what it is worth', () => {
    expect(untilNextTier(plan, 19000)).toEqual({ from: 20000, missing: 100_000, gain: 110_000 });
    expect(untilNextTier(plan, 19999.99)).toEqual({ from: 20000, missing: 1, gain: 100_000 });
  });

  test('is null in the last tier', () => {
    expect(untilNextTier(plan, 20000)).toBeNull();
  });
});

test('too much money is refused, not rounded', () => {
  const plan = commissionPlan([{ from: 0, rate: 1 }], 'whole');
  expect(plan.pay(90_000_000_000_000)).toBe(9_000_000_000_000_000);
  expect(() => plan.pay(91_000_000_000_000)).toThrow(DaybookError);
});

/**
 * The definitions written down once more, in exact fractions and without any of the product's code: amounts are given
 * in their smallest units, so nothing is parsed and nothing rounded before the end.
 */
function payByDefinition(
  mode: CommissionMode,
  tiers: readonly { from: number; rate: number; base: number }[],
  rateUnits: number,
  revenueCents: number,
): number {
  const revenue = BigInt(revenueCents);
  let commission = 0n;
  let base = 0n;
  tiers.forEach((tier, index) => {
    const from = BigInt(tier.from);
    if (revenue < from) return;
    const next = tiers[index + 1]?.from;
    const top = next === undefined || revenue < BigInt(next) ? revenue : BigInt(next);
    base = BigInt(tier.base);
    if (mode === 'whole') commission = revenue * BigInt(tier.rate);
    else commission += (top - from) * BigInt(tier.rate);
  });
  const units = BigInt(rateUnits);
  const [whole, rest] = [commission / units, commission % units];
  return Number(base + whole + (2n * rest >= units ? 1n : 0n));
}

/** DAYBOOK_SCENARIOS=1000000 runs the full count. */
const COUNT = Number(process.env.DAYBOOK_SCENARIOS ?? 50_000);

test(`${COUNT} random plans agree to the 分 with the definitions in exact fractions`, () => {
  const below = random(20240305);
  const rateUnits = 10_000_000;
  for (let round = 0; round < COUNT; round++) {
    const mode = below(2) === 0 ? 'whole' : 'marginal';
    const froms = Array.from({ length: 1 + below(5) }, () => below(10) * 10 ** below(9));
    const sorted = [...new Set(froms)].sort((a, b) => a - b);
    const coarse = 10 ** below(7);
    const tiers = sorted.map((from) => ({
      from,
      rate: below(rateUnits / coarse) * coarse,
      base: below(1_000_000),
    }));
    const plan = commissionPlan(
      tiers.map(({ from, rate, base }) => ({ from: from / 100, rate: rate / rateUnits, base: base / 100 })),
      mode,
    );
    const boundary = sorted[below(sorted.length)] ?? 0;
    const revenues = [below(10 ** (2 + below(12))), boundary, Math.max(0, boundary - 1)];
    for (const revenue of revenues) {
      const expected = payByDefinition(mode, tiers, rateUnits, revenue);
      if (plan.pay(revenue / 100) === expected) continue;
      throw new Error(JSON.stringify({ mode, tiers, revenue, pay: plan.pay(revenue / 100), expected }));
    }
  }
}, 86_400_000);

describe('properties', () => {
  const tierList = fc
    .uniqueArray(
      fc.record({
        from: fc.integer({ min: 0, max: 10_000_000 }),
        rate: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 6, selector: ({ from }) => from },
    )
    .map((tiers) =>
      tiers
        .sort((a, b) => a.from - b.from)
        .map(({ from, rate }): Tier => ({ from: from / 100, rate: rate / 10_000 })),
    );
  const revenues = fc.integer({ min: 1, max: 20_000_000 });

  test('marginal pay neither jumps nor falls: one 分 more revenue is worth 0 or 1 分', () => {
    fc.assert(
      fc.property(tierList, revenues, (tiers, cents) => {
        const plan = commissionPlan(tiers, 'marginal');
        const points = [cents, ...tiers.map(({ from }) => Math.round(from * 100)).filter((from) => from > 0)];
        for (const point of points) {
          const step = plan.pay(point / 100) - plan.pay((point - 1) / 100);
          expect([0, 1]).toContain(step);
        }
        for (const jump of plan.jumps) expect(jump.cents).toBe(0);
      }),
    );
  });

  test('whole pay jumps at the tiers, by the jump that is told, and nowhere else', () => {
    fc.assert(
      fc.property(tierList, revenues, (tiers, cents) => {
        const plan = commissionPlan(tiers, 'whole');
        const froms = new Map(plan.jumps.map(({ from, cents: jump }) => [Math.round(from * 100), jump]));
        for (const point of [cents, ...froms.keys()]) {
          const step = plan.pay(point / 100) - plan.pay((point - 1) / 100);
          const jump = froms.get(point);
          // The last 分 of revenue is worth up to one 分 itself, and both sides are rounded.
          if (jump !== undefined) expect(Math.abs(step - jump)).toBeLessThanOrEqual(2);
          else expect([0, 1]).toContain(step);
        }
      }),
    );
  });

  test('refunds return what the same sales earn', () => {
    fc.assert(
      fc.property(tierList, fc.constantFrom('whole', 'marginal'), revenues, (tiers, mode, cents) => {
        const plan = commissionPlan(tiers, mode);
        expect(plan.pay(-cents / 100) + plan.pay(cents / 100)).toBe(0);
      }),
    );
  });

  test('sales on a running total add up to the pay on their sum', () => {
    fc.assert(
      fc.property(tierList, fc.array(revenues, { maxLength: 8 }), (tiers, sales) => {
        const plan = commissionPlan(tiers, 'marginal');
        const pays = payOnRunningTotal(
          plan,
          sales.map((cents) => cents / 100),
        );
        const total = sales.reduce((sum, cents) => sum + cents, 0);
        expect(pays.reduce((sum, pay) => sum + pay, 0)).toBe(plan.pay(total / 100));
      }),
    );
  });
});
