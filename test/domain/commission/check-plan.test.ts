import { checkPlan } from '../../../src/domain/commission/check-plan';
import type { PayPlan, PersonException, PlanTier } from '../../../src/domain/commission/types';
import { problemSentence } from '../../../src/locales/problems';
import type { planCheckProblems } from '../../../src/locales/en/problems/commission-plan-check';
import { dayOf, planOf, termsOf, versionOf, type RoleJson, type VersionJson } from './make';

const sales: RoleJson = { role: 'sales', tiers: [[0, 0.1]] };
const quota = { amount: 100, on: 'own' } as const;

function withRole(role: Partial<RoleJson>, version: Partial<VersionJson> = {}): PayPlan {
  return planOf([{ ...version, roles: [{ ...sales, ...role }] }]);
}

/** Tiers with the ends that a sheet states. */
function withTiers(
  ...rows: readonly (readonly [from: number, to: number | null, rate: number, base?: number])[]
): PayPlan {
  const tiers = rows.map(([from, to, rate, base = 0], index): PlanTier => ({
    from,
    to,
    rate,
    base,
    row: index + 5,
  }));
  const plan = withRole({ method: 'whole' });
  const [version] = plan.versions;
  if (!version) throw new Error('A plan without a version.');
  return { ...plan, versions: [{ ...version, roles: version.roles.map((role) => ({ ...role, tiers })) }] };
}

function withException(
  exception: Partial<PersonException> & Pick<PersonException, 'term'>,
  times = 1,
): PayPlan {
  const whole = { person: '甲', from: null, to: null, row: 9, ...exception } as PersonException;
  return planOf([{ roles: [sales] }], { exceptions: Array.from({ length: times }, () => ({ ...whole })) });
}

const twoVersions = (to: string | undefined, from: string | undefined): PayPlan =>
  planOf([
    { to, roles: [sales] },
    { from, roles: [sales] },
  ]);

/** A plan for each finding, with what it has to say. */
const plans: Readonly<Record<Exclude<keyof typeof planCheckProblems, 'plan-open'>, [PayPlan, object]>> = {
  'plan-without-version': [planOf([]), {}],
  'plan-version-empty': [withRole({}, { from: '2024-03-01', to: '2024-02-01' }), { version: 'v1' }],
  'plan-version-mid-month': [withRole({}, { from: '2024-03-02' }), { from: '2024-03-02' }],
  'plan-versions-overlap': [twoVersions('2024-04-01', '2024-04-01'), { other: 'v2', from: '2024-04-01' }],
  'plan-days-without-version': [
    twoVersions('2024-03-30', '2024-04-01'),
    { version: 'v1', other: 'v2', from: '2024-03-31', to: '2024-03-31' },
  ],
  'plan-version-without-role': [planOf([{}], { unlistedRole: null }), { version: 'v1' }],
  'plan-vat-rate': [withRole({}, { vatRate: 6 }), { rate: 6 }],
  'plan-unlisted-role-unknown': [planOf([{ roles: [sales] }], { unlistedRole: 'x' }), { role: 'x' }],
  'plan-spiff-value': [
    withRole({}, { spiffs: [{ product: '云', per: 'rate', value: 2 }] }),
    { product: '云', value: 2 },
  ],
  'plan-role-twice': [planOf([{ roles: [sales, sales] }]), { role: 'sales' }],
  'plan-tier-not-a-number': [withRole({ tiers: [[0, NaN]] }), { tier: 1 }],
  'plan-tier-negative': [withRole({ tiers: [[-5, 0.1]] }), { tier: 1, from: -5 }],
  'plan-tier-rate-above-one': [withRole({ tiers: [[0, 10]] }), { rate: 10 }],
  'plan-tier-duplicate': [
    withRole({
      tiers: [
        [0, 0.1],
        [0, 0.2],
      ],
    }),
    { tier: 2, above: 0 },
  ],
  'plan-tiers-unsorted': [
    withRole({
      tiers: [
        [5, 0.1],
        [0, 0.2],
      ],
    }),
    { tier: 2, above: 5 },
  ],
  'plan-tier-empty': [withTiers([0, 0, 0.1]), { tier: 1, to: 0 }],
  'plan-tiers-end': [withTiers([0, 100, 0.1]), { tier: 1, to: 100 }],
  'plan-tiers-gap': [withTiers([0, 19_999, 0.1], [20_000, null, 0.2]), { to: 19_999, next: 20_000 }],
  'plan-tiers-overlap': [withTiers([0, 30_000, 0.1], [20_000, null, 0.2]), { to: 30_000, next: 20_000 }],
  'plan-tiers-start': [withTiers([2000, null, 0.1]), { from: 2000 }],
  'plan-pay-falls': [withTiers([0, null, 0.1], [20_000, null, 0.05]), { from: 20_000, amount: 1000 }],
  'plan-cliff': [withTiers([0, null, 0.1], [20_000, null, 0.15]), { from: 20_000, amount: 1000 }],
  'plan-tier-beyond-cap': [
    withRole({
      tiers: [
        [0, 0.1],
        [20_000, 0.2],
      ],
      method: 'marginal',
      cap: { amount: 1500, on: 'commission' },
    }),
    { from: 20_000, cap: 1500 },
  ],
  'plan-needs-quota': [withRole({ measure: 'attainment' }), {}],
  'plan-override-without-quota': [withRole({ override: { rate: 0.1, on: 'own', needsQuota: true } }), {}],
  'plan-streak-without-quota': [
    withRole({ streaks: [{ when: 'met', months: 3, outcome: 'promotion', to: null }] }),
    {},
  ],
  'plan-quota-amount': [withRole({ quota: { amount: 0, on: 'own' } }), { amount: 0 }],
  'plan-quota-other-revenue': [withRole({ measure: 'attainment', quota: { amount: 1, on: 'team' } }), {}],
  'plan-accelerator-value': [
    withRole({ quota, accelerators: [{ past: 0, effect: 'extra', rate: 0.1 }] }),
    { past: 0, rate: 0.1 },
  ],
  'plan-accelerator-twice': [
    withRole({
      quota,
      accelerators: [
        { past: 1, effect: 'extra', rate: 0.1 },
        { past: 1, effect: 'extra', rate: 0.2 },
      ],
    }),
    { past: 1 },
  ],
  'plan-accelerator-per-sale': [
    withRole({ quota, credit: 'sale', accelerators: [{ past: 1, effect: 'instead', rate: 0.1 }] }),
    { past: 1 },
  ],
  'plan-streak-months': [
    withRole({ quota, streaks: [{ when: 'met', months: 0, outcome: 'promotion', to: null }] }),
    { months: 0 },
  ],
  'plan-amount-negative': [withRole({ draw: { amount: -1, recovery: null } }), { term: 'draw', amount: -1 }],
  'plan-override-rate': [withRole({ override: { rate: 10, on: 'own', needsQuota: false } }), { rate: 10 }],
  'plan-guarantee-above-cap': [
    withRole({ cap: { amount: 1, on: 'pay' }, guarantee: { amount: 2, on: 'pay', recovery: null } }),
    { cap: 1, guarantee: 2 },
  ],
  'plan-probation-months': [
    withRole({
      probation: { months: 0, base: 1, missedBase: 1, targets: [], counting: null, commission: null },
    }),
    { months: 0 },
  ],
  'plan-probation-target': [
    withRole({
      probation: {
        months: 3,
        base: 1,
        missedBase: 1,
        targets: [{ fromMonth: 3, toMonth: 4, amount: 5 }],
        counting: null,
        commission: null,
      },
    }),
    { from: 3, to: 4, months: 3 },
  ],
  'plan-exception-twice': [withException({ term: 'base', amount: 1 }, 2), { person: '甲', term: 'base' }],
  'plan-exception-role-unknown': [withException({ term: 'role', role: 'x' }), { role: 'x' }],
  'plan-exception-value': [withException({ term: 'rate', amount: 5 }), { term: 'rate', amount: 5 }],
  'plan-exception-without-term': [withException({ term: 'cap', amount: 5 }), { term: 'cap' }],
};

test.each(Object.entries(plans))(
  '%s is found, with its figures, and said in both languages',
  (code, [plan, details]) => {
    const found = checkPlan(plan).filter((issue) => issue.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.details).toMatchObject(details);
    for (const issue of found) {
      const [english, chinese] = [problemSentence(issue, 'en'), problemSentence(issue, 'zh-CN')];
      expect(`${english}${chinese}`).not.toMatch(/undefined|NaN[^ ]|\[object/);
      expect(english).toMatch(/^[\x20-\x7e¥云甲]+\.$/);
      expect(chinese).toMatch(/。$/);
    }
  },
);

test('a sound plan is found to have nothing but its jumps', () => {
  const plan = withTiers(
    [0, 19_999.99, 0.1, 2500],
    [20_000, 39_999.99, 0.15, 2500],
    [40_000, 59_999.99, 0.2, 3000],
    [60_000, null, 0.25, 4000],
  );
  expect(checkPlan(plan).map(({ code, details, row }) => [code, details.from, details.amount, row])).toEqual([
    ['plan-cliff', 20_000, 1000, 6],
    ['plan-cliff', 40_000, 2500, 7],
    ['plan-cliff', 60_000, 4000, 8],
  ]);
});

test('marginal tiers without base have no jumps, and those of an open method are not judged', () => {
  const tiers = [
    [0, 0.1],
    [100, 0.2],
  ] as const;
  expect(checkPlan(withRole({ method: 'marginal', tiers }))).toEqual([]);
  expect(checkPlan(planOf([{ roles: [{ ...sales, tiers }] }], {}, {}))).toEqual([]);
});

test('tiers that end where the next begins, and attainment by whole percents, have no gap', () => {
  const gaps = (plan: PayPlan) => checkPlan(plan).filter(({ code }) => code === 'plan-tiers-gap');
  expect(gaps(withTiers([0, 20_000, 0.1], [20_000, null, 0.2]))).toEqual([]);
  expect(gaps(withTiers([0, 0.2, 0.1], [0.1 + 0.2, null, 0.2]))).toHaveLength(1);
  const role = termsOf({ ...sales, measure: 'attainment', quota, method: 'marginal' });
  const version = versionOf({});
  const tiers = [
    { from: 0, to: 0.9999, rate: 0.1, base: 0 },
    { from: 1, to: null, rate: 0.2, base: 0 },
  ];
  const plan = planOf([], { unlistedRole: null });
  expect(gaps({ ...plan, versions: [{ ...version, roles: [{ ...role, tiers }] }] })).toEqual([]);
});

test('a jump by attainment is told in money where the role has one quota', () => {
  const attainment = {
    measure: 'attainment',
    method: 'whole',
    tiers: [
      [0, 0.03],
      [1, 0.05],
    ],
  } as const;
  const amounts = (amount: number | null) =>
    checkPlan(withRole({ ...attainment, quota: { amount, on: 'own' } })).map(({ details }) => details.amount);
  expect(amounts(100_000)).toEqual([2000]);
  expect(amounts(null)).toEqual([]);
});

test('exceptions of one term may follow each other', () => {
  const of = (from: string, to: string, amount: number): PersonException => ({
    person: '甲',
    term: 'base',
    amount,
    from: dayOf(from),
    to: dayOf(to),
  });
  const check = (...exceptions: PersonException[]) => checkPlan(planOf([{ roles: [sales] }], { exceptions }));
  expect(check(of('2024-01-01', '2024-01-31', 1), of('2024-02-01', '2024-02-29', 2))).toEqual([]);
  expect(check(of('2024-01-01', '2024-02-01', 1), of('2024-02-01', '2024-02-29', 2))).toHaveLength(1);
});
