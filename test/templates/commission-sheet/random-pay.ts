import { blankTerms, blankVersion } from '../../../src/domain/commission/ready';
import type { PayPlan, PersonException, RoleTerms, Spiff } from '../../../src/domain/commission/types';
import { serialOf } from '../../../src/domain/dates';
import { seeded, tableReading, type Order } from '../readings';

/** Plans of every kind with sales that touch their boundaries, each from one number. */

export const TEAM = tableReading('人员', 'team', [
  { field: 'person', header: '姓名', values: ['王芳', '李雷', '韩梅', '陈静'] },
  { field: 'class', header: '岗位', values: ['组长', '销售', '销售', '销售'] },
  { field: 'team', header: '团队', values: ['一组', '一组', '一组', '二组'] },
  {
    field: 'date',
    header: '入职日期',
    values: [serialOf(2020, 1, 1), serialOf(2021, 5, 1), serialOf(2024, 2, 10), serialOf(2023, 12, 20)],
    more: { kind: 'date' },
  },
]);

export interface Made {
  readonly plan: PayPlan;
  readonly orders: readonly Order[];
}

/** A plan of any kind with sales that touch its boundaries, from one number. */
export function madeOf(seed: number): Made {
  const next = seeded(seed * 7919 + 13);
  for (let i = 0; i < 5; i++) next();
  const below = (limit: number): number => Math.floor(next() * limit);
  const often = (part: number): boolean => below(100) < part;
  const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const yuan = (most: number): number => (often(40) ? below(most) : below(most * 100) / 100);
  const rate = (): number => (often(60) ? below(30) / 100 : below(3000) / 10_000);
  const measure = often(25) ? 'attainment' : 'revenue';
  const credit = one([
    'month',
    'month',
    'month',
    'month',
    'sale',
    'quarter-to-date',
    'year-to-date',
  ] as const);
  const role = (name: string): RoleTerms => {
    const froms = [
      ...new Set([
        ...(often(75) ? [0] : []),
        ...Array.from({ length: 1 + below(4) }, () =>
          measure === 'revenue' ? yuan(30_000) : below(200) / 100,
        ),
      ]),
    ];
    froms.sort((a, b) => a - b);
    const quota =
      measure === 'attainment' || often(60)
        ? { amount: 1000 + yuan(20_000), on: one(['own', 'team', 'members'] as const) }
        : null;
    const pasts = quota && often(50) ? [...new Set([1, 0.5 + below(10) / 10])].sort((a, b) => a - b) : [];
    return {
      ...blankTerms(name),
      basis: one(['own', 'own', 'team', 'all'] as const),
      tiers: froms.map((from) => ({ from, to: null, rate: rate(), base: often(60) ? yuan(4000) : 0 })),
      measure,
      method: one(['whole', 'marginal'] as const),
      boundary: one(['inclusive', 'exclusive'] as const),
      credit,
      accelerators: pasts.map((past) => {
        const effect = credit === 'sale' ? 'extra' : one(['extra', 'instead', 'multiplied'] as const);
        return { past, effect, rate: effect === 'multiplied' ? 1 + below(20) / 10 : rate() };
      }),
      roleBase: often(40) ? { amount: yuan(4000), with: one(['replaces', 'higher', 'adds'] as const) } : null,
      quota,
      override: often(50)
        ? {
            rate: rate(),
            on: one(['own', 'team', 'members', 'members-commission'] as const),
            needsQuota: quota !== null && often(50),
          }
        : null,
      cap: often(30) ? { amount: yuan(6000), on: one(['commission', 'pay'] as const) } : null,
      guarantee: often(40)
        ? {
            amount: yuan(3000),
            on: one(['commission', 'pay'] as const),
            recovery: one(['recoverable', 'not-recoverable'] as const),
          }
        : null,
      draw: often(40)
        ? { amount: yuan(3000), recovery: one(['recoverable', 'not-recoverable'] as const) }
        : null,
      probation: often(40)
        ? {
            months: 3,
            base: yuan(3000),
            missedBase: yuan(2000),
            targets: [
              { fromMonth: 1, toMonth: 1, amount: yuan(9000) },
              { fromMonth: 2, toMonth: 3, amount: yuan(20_000) },
            ],
            counting: one(['month', 'since-start', 'since-target'] as const),
            commission: one(['paid', 'not-paid'] as const),
          }
        : null,
    };
  };
  const spiffs: Spiff[] = often(40)
    ? [
        { product: '专线', per: one(['sale', 'unit'] as const), value: yuan(100), from: null, to: null },
        { product: '宽带', per: 'rate', value: rate(), from: serialOf(2024, 2, 10), to: null },
      ]
    : [];
  const exceptions: PersonException[] = often(40)
    ? [
        {
          person: '韩梅',
          term: one(['rate', 'added-rate'] as const),
          amount: below(20) / 100,
          from: null,
          to: null,
        },
        { person: '陈静', term: 'base', amount: yuan(5000), from: serialOf(2024, 3, 1), to: null },
      ]
    : [];
  const version = {
    ...blankVersion('现行', [role('销售'), role('组长')]),
    event: 'signed',
    tax: one(['as-listed', 'as-listed', 'vat-taken-out', 'vat-added'] as const),
    vatRate: one([0.06, 0.13, 0.03]),
    clawback: one(['net', 'net', 'original-rate', 'recompute', 'none'] as const),
    rounding: one(['month', 'month', 'line'] as const),
    proration: one(['none', 'calendar-days', 'working-days'] as const),
    quotaProration: one(['full', 'prorated'] as const),
    spiffs,
  } as const;
  const plan: PayPlan = { name: '提成方案', versions: [version], exceptions, unlistedRole: '销售' };
  const starts = version.roles
    .flatMap(({ tiers }) => tiers.map(({ from }) => from))
    .filter((from) => from > 1);
  const amount = (): number => {
    const start = measure === 'revenue' && often(50) && starts.length > 0 ? one(starts) : yuan(25_000) + 0.01;
    // Sums of floats that miss their decimal.
    return often(30) ? Math.round(start * 100 - 10) / 100 + 0.1 : start;
  };
  const orders = Array.from({ length: 25 }, (_, index): Order => {
    const person = one(['王芳', '李雷', '韩梅', '陈静']);
    const date = serialOf(2024, 1 + below(4), 1 + below(28));
    const back = often(15) && index > 0;
    return {
      id: `D${back ? below(index) : index}`,
      date,
      customer: '客户',
      person,
      product: one(['专线', '宽带', null]),
      amount: back ? -amount() / 2 : amount(),
    };
  });
  return { plan, orders };
}
