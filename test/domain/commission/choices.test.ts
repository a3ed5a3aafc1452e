import { computePay } from '../../../src/domain/commission/compute';
import { openChoices, withAnswers } from '../../../src/domain/commission/choices';
import { checkPlan } from '../../../src/domain/commission/check-plan';
import { READY_PLANS, readyPlan } from '../../../src/domain/commission/ready';
import { CHOICES } from '../../../src/domain/commission/types';
import { DaybookError } from '../../../src/domain/errors';
import { ANSWERS, planOf, requestOf, type RoleJson } from './make';

const NAMES = { sales: '销售', leader: '组长', technician: '技术' };

function openOf(plan: Parameters<typeof openChoices>[0]): string[] {
  return openChoices(plan).map(({ role, id }) => (role === '' ? id : `${role}/${id}`));
}

describe('ready plans', () => {
  test('the team plan leaves open what its publication leaves open', () => {
    expect(openOf(readyPlan('team-tiers', '2024', NAMES))).toEqual([
      'event',
      'tax',
      'clawback',
      'rounding',
      'proration',
      '销售/method',
      '销售/probationMissedBase',
      '销售/probationCounting',
      '销售/probationCommission',
      '组长/method',
      '组长/roleBaseWith',
      '组长/quotaOn',
      '组长/overrideOn',
      '技术/basis',
      '技术/roleBase',
    ]);
  });

  test.each([
    ['flat', []],
    ['marginal-tiers', []],
    ['quota-accelerator', ['proration']],
  ] as const)('%s leaves open only what holds for all roles', (id, more) => {
    expect(openOf(readyPlan(id, 'x', NAMES))).toEqual(['event', 'tax', 'clawback', 'rounding', ...more]);
  });

  test.each(READY_PLANS)('%s, answered, has no error and pays', (id) => {
    const plan = withAnswers(readyPlan(id, 'x', NAMES), ANSWERS, {
      roleBase: 2800,
      probationMissedBase: 1500,
    });
    expect(openChoices(plan)).toEqual([]);
    expect(checkPlan(plan).filter(({ severity }) => severity !== 'note')).toEqual([]);
    const run = computePay(
      requestOf(plan, [{ date: '2024-03-05', amount: 100_000 }], ['2024-03', '2024-03']),
    );
    const pay = {
      'team-tiers': 2_900_000,
      flat: 500_000,
      'marginal-tiers': 905_000,
      'quota-accelerator': 700_000,
    };
    expect(run.months.map((month) => month.pay)).toEqual([pay[id]]);
  });
});

describe('openChoices', () => {
  const bare: RoleJson = { role: 'sales' };
  const steps = [
    [0, 0.1],
    [100, 0.2],
  ] as const;
  test.each<[string, RoleJson, string[]]>([
    ['no tiers', bare, []],
    ['a flat rate', { tiers: [[0, 0.1]] }, ['basis']],
    ['a rate above a threshold', { tiers: [[5, 0.1]] }, ['basis', 'method', 'boundary', 'credit']],
    ['steps', { tiers: steps }, ['basis', 'method', 'boundary', 'credit']],
    ['marginal steps without base', { tiers: steps, method: 'marginal' }, ['basis', 'credit']],
    [
      'marginal steps with base',
      {
        tiers: [
          [0, 0.1, 1],
          [100, 0.2, 2],
        ],
        method: 'marginal',
      },
      ['basis', 'boundary', 'credit'],
    ],
    ['a base that the tiers have none to stand against', { roleBase: { amount: 1, with: null } }, []],
    ['a cap', { cap: { amount: 1, on: null } }, ['capOn']],
    [
      'a guarantee',
      { guarantee: { amount: 1, on: null, recovery: null } },
      ['guaranteeOn', 'guaranteeRecovery'],
    ],
    ['a draw', { draw: { amount: 1, recovery: null } }, ['drawRecovery']],
    ['a quota that nothing looks at', { quota: { amount: 1, on: null } }, []],
    [
      'a quota for an override',
      { quota: { amount: 1, on: null }, override: { rate: 0.1, on: null, needsQuota: true } },
      ['quotaOn', 'overrideOn'],
    ],
  ])('%s', (_name, role, open) => {
    const answered = {
      event: 'signed',
      tax: 'as-listed',
      clawback: 'net',
      rounding: 'month',
      proration: 'none',
    } as const;
    const plan = planOf([{ ...answered, roles: [{ ...bare, ...role }] }], {}, {});
    expect(openChoices(plan).map(({ id }) => id)).toEqual(open);
  });

  test('VAT needs a rate, days need to know of the quota', () => {
    const tax = planOf([{ tax: 'vat-taken-out', roles: [bare] }], {}, { ...ANSWERS, tax: undefined });
    expect(openChoices(tax)).toEqual([{ kind: 'amount', id: 'vatRate', version: 'v1', role: '', row: null }]);
    const days = planOf(
      [{ roles: [{ ...bare, quota: { amount: 1, on: 'own' } }] }],
      {},
      { ...ANSWERS, quotaProration: undefined },
    );
    expect(openChoices(days).map(({ id }) => id)).toEqual(['quotaProration']);
  });

  test('every choice comes with its values', () => {
    for (const open of openChoices(readyPlan('team-tiers', 'x', NAMES))) {
      if (open.kind === 'choice') expect(open.values).toBe(CHOICES[open.id]);
    }
  });
});

test('nothing is computed while something is open, or wrong', () => {
  const open = readyPlan('flat', '2024', NAMES);
  expect(() => computePay(requestOf(open, [], ['2024-03', '2024-03']))).toThrow(
    new DaybookError('plan-open', { choice: 'event', version: '2024', role: '' }),
  );
  const wrong = planOf([{ roles: [{ role: 'sales', tiers: [[0, 10]] }] }]);
  expect(() => computePay(requestOf(wrong, [], ['2024-03', '2024-03']))).toThrow(
    new DaybookError('plan-tier-rate-above-one', { version: 'v1', role: 'sales', tier: 1, rate: 10 }),
  );
});

test('answers fill what is open and change nothing else', () => {
  const plan = readyPlan('team-tiers', 'x', NAMES);
  const answered = withAnswers(plan, { ...ANSWERS, boundary: 'exclusive' });
  expect(answered.versions[0]?.roles[0]).toMatchObject({ boundary: 'inclusive', method: 'whole' });
  expect(withAnswers(plan, {})).toEqual(plan);
});
