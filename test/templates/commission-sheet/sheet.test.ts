import { withAnswers } from '../../../src/domain/commission/choices';
import { readyPlan } from '../../../src/domain/commission/ready';
import type { PayPlan, PlanVersion, RoleTerms } from '../../../src/domain/commission/types';
import { monthNumber, serialOf } from '../../../src/domain/dates';
import { texts } from '../../../src/locales';
import { problemSentence } from '../../../src/locales/problems';
import { commissionSheet } from '../../../src/templates/commission-sheet';
import { digestOf } from '../../../src/templates/commission-sheet/digest';
import type { BuildRequest } from '../../../src/templates/types';
import type { WorkbookModel } from '../../../src/workbench/model/types';
import { errorsIn, indexOf, sheetOf } from '../model';
import { ordersReading, seeded, tableReading, type Order } from '../readings';
import { built, payRequest, t, workingOf } from './pay-books';

const ROLES = texts('zh-CN').templates['commission-plan'].roles;

const ready: PayPlan = withAnswers(
  readyPlan('team-tiers', '现行', ROLES),
  {
    event: 'signed',
    tax: 'as-listed',
    method: 'whole',
    basis: 'team',
    quotaOn: 'team',
    overrideOn: 'members',
    roleBaseWith: 'higher',
    probationCounting: 'month',
    probationCommission: 'paid',
    clawback: 'net',
    rounding: 'month',
    proration: 'calendar-days',
    quotaProration: 'full',
  },
  { roleBase: 2500, probationMissedBase: 1500 },
);

function changed(plan: PayPlan, version: Partial<PlanVersion>, seller: Partial<RoleTerms>): PayPlan {
  return {
    ...plan,
    versions: plan.versions.map((one) => ({
      ...one,
      ...version,
      roles: one.roles.map((role) => (role.role === ROLES.sales ? { ...role, ...seller } : role)),
    })),
  };
}

function order(index: number, person: string, date: number, amount: number): Order {
  return { id: `DD${index}`, date, customer: `客户${index % 7}`, person, product: null, amount };
}

const TEAM = tableReading('人员', 'team', [
  { field: 'person', header: '姓名', values: ['王芳', '李雷', '韩梅'] },
  { field: 'class', header: '岗位', values: ['组长', '销售', '销售'] },
  { field: 'team', header: '团队', values: ['一组', '一组', '一组'] },
  {
    field: 'date',
    header: '入职日期',
    values: [serialOf(2020, 1, 1), serialOf(2021, 5, 1), serialOf(2024, 2, 10)],
    more: { kind: 'date' },
  },
]);

function expectEqual(workbook: WorkbookModel, request: BuildRequest): number {
  const digest = digestOf(request);
  if ('refusal' in digest) throw new Error(digest.refusal.code);
  const working = workingOf(workbook);
  for (const paid of digest.run.months.filter(({ month }) => digest.months.includes(month))) {
    const said = working.get(`${paid.month}/${paid.person}`)!;
    expect([paid.person, paid.month, said[t.columns.revenue]]).toEqual([
      paid.person,
      paid.month,
      paid.basis / 100,
    ]);
    expect([paid.person, paid.basis, said[t.columns.pay]]).toEqual([paid.person, paid.basis, paid.pay / 100]);
    const of = (kind: string): number =>
      paid.amounts.reduce((sum, amount) => sum + (amount.kind === kind ? amount.cents : 0), 0) / 100;
    expect(said[t.columns.base]).toBe(of('base'));
    expect(said[t.columns.commission]).toBe(of('commission'));
  }
  return digest.run.months.length;
}

function someOrders(seed: number, count = 60): Order[] {
  const next = seeded(seed);
  return Array.from({ length: count }, (_, index) => {
    const person = ['王芳', '李雷', '韩梅'][Math.floor(next() * 3)]!;
    const date = serialOf(2024, 1 + Math.floor(next() * 6), 1 + Math.floor(next() * 28));
    const amount = Math.round(next() * 1_200_000) / 100;
    return order(index, person, date, next() < 0.1 ? -amount : amount);
  });
}

describe('the monthly pay sheet', () => {
  it('pays what the plan says, to the 分, with its signatures', async () => {
    const revenues = [0.01, 19_999.99, 19_999.9 + 0.1, 39_999.99, 40_000, 60_000];
    const orders = revenues.map((amount, index) =>
      order(index, '李雷', serialOf(2024, 1 + index, 9), amount),
    );
    const given = payRequest(ordersReading(orders), ready, { companions: { team: [TEAM] } });
    const workbook = await built(given, ready);
    const rows = workingOf(workbook);
    const pays = revenues.map(
      (_, index) => rows.get(`${monthNumber(serialOf(2024, 1 + index, 1))}/李雷`)![t.columns.pay],
    );
    expect(pays).toEqual([2500, 4500, 5500, 8500, 11_000, 19_000]);
    for (const sheet of [t.sheet, t.working, t.data]) expect(errorsIn(sheetOf(workbook, sheet))).toEqual([]);
    const report = sheetOf(workbook, t.sheet);
    expect(indexOf(report, `${t.signatures[0]!}：`)).toBeGreaterThan(0);
  });

  it('follows the chosen month, an amount that is typed, and a rate that is changed on the plan sheet', async () => {
    const orders = [
      order(1, '李雷', serialOf(2024, 5, 2), 10_000),
      order(2, '李雷', serialOf(2024, 6, 2), 20_000),
    ];
    const given = payRequest(ordersReading(orders), ready, { companions: { team: [TEAM] } });
    const workbook = await built(given, ready);
    const report = sheetOf(workbook, t.sheet);
    const headers = report.values({
      row: indexOf(report, t.columns.person),
      column: 0,
      rows: 1,
      columns: 20,
    })[0]!;
    const shown = [t.columns.revenue, t.columns.rate, t.columns.base, t.columns.commission, t.columns.pay];
    const row = (): unknown[] => {
      const cells = report.values({ row: indexOf(report, '李雷'), column: 0, rows: 1, columns: 20 })[0]!;
      return shown.map((header) => cells[headers.indexOf(header)]);
    };
    expect(row()).toEqual([20_000, 0.15, 2500, 3000, 5500]);
    report.setValues({ row: 4, column: 2 }, [[serialOf(2024, 5, 1)]]);
    await workbook.calculate();
    expect(row()).toEqual([10_000, 0.1, 2500, 1000, 3500]);
    const data = sheetOf(workbook, t.data);
    data.setValues({ row: indexOf(data, serialOf(2024, 5, 2)), column: 9 }, [[40_000]]);
    await workbook.calculate();
    expect(row()).toEqual([40_000, 0.2, 3000, 8000, 11_000]);
    const plan = sheetOf(workbook, '提成方案');
    const used = plan.usedArea(true)!;
    for (let r = 0; r < used.row + used.rows; r++) {
      if (plan.value(r, 3) === 40_000 && plan.value(r, 5) === 0.2)
        plan.setValues({ row: r, column: 5 }, [[0.21]]);
    }
    await workbook.calculate();
    expect(row()).toEqual([40_000, 0.21, 3000, 8400, 11_400]);
  });

  it('hands out values that say the same, without a formula but the totals', async () => {
    const given = payRequest(ordersReading(someOrders(5)), ready, { companions: { team: [TEAM] } });
    const live = await built(given, ready);
    const copy = await built({ ...given, options: { handout: 'values' } }, ready);
    const values = (workbook: WorkbookModel): unknown[][] => {
      const report = sheetOf(workbook, t.sheet);
      const header = indexOf(report, t.columns.person);
      return report
        .values({ row: header, column: 0, rows: 5, columns: 10 })
        .map((row) => row.map((cell) => cell ?? ''));
    };
    expect(values(copy)).toEqual(values(live));
    const formulas = commissionSheet
      .build({ ...given, options: { handout: 'values' } })
      .sheets.flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells.flat()))
      .filter((cell) => typeof cell === 'object' && cell !== null);
    expect(formulas.every((cell) => /^=ROUND\(SUM\(/.test((cell as { formula: string }).formula))).toBe(true);
  });
});

describe('what stands in the way', () => {
  const orders = ordersReading([order(1, '李雷', serialOf(2024, 5, 2), 10_000)]);
  const refusal = (request: BuildRequest): string | undefined => {
    const { refusal: found } = commissionSheet.prepare(request);
    if (found) {
      expect(problemSentence(found, 'zh-CN')).not.toBe('');
      expect(() => commissionSheet.build(request)).toThrow(found.code);
    }
    return found?.code;
  };

  it('is no plan, a plan that is not decided, wrong tiers, no rows', () => {
    expect(refusal(payRequest(orders, null))).toBe('pay-no-plan');
    expect(refusal(payRequest(orders, changed(ready, { event: null }, {})))).toBe('plan-open-choice');
    expect(
      refusal(payRequest(orders, changed(ready, {}, { tiers: [{ from: 0, to: null, rate: 2, base: 0 }] }))),
    ).toBe('plan-tier-rate-above-one');
    expect(
      refusal(
        payRequest(ordersReading([order(1, '李雷', 0, 5)].map((one) => ({ ...one, date: null }))), ready),
      ),
    ).toBe('pay-no-rows');
    expect(refusal(payRequest(orders, ready))).toBeUndefined();
  });

  it('is said of people whom the plan can not pay', () => {
    const plan = { ...ready, unlistedRole: null };
    const odd = [order(1, '李雷', serialOf(2024, 5, 2), 10_000), order(2, '陌生人', serialOf(2024, 5, 3), 7)];
    const { findings, rowsUsed } = commissionSheet.prepare(
      payRequest(ordersReading(odd), plan, { companions: { team: [TEAM] } }),
    );
    expect(rowsUsed).toBe(1);
    expect(findings.find(({ code }) => code === 'pay-person-unknown')?.details).toMatchObject({
      person: '陌生人',
      rows: 1,
    });
    for (const finding of findings) expect(problemSentence(finding, 'en')).not.toBe('');
  });

  it('is nothing odd about hostile names', async () => {
    const names = ['=1+1', '*', '007', 'a?b', '>5', 'TRUE'];
    const hostile = names.map((name, index) => order(index, name, serialOf(2024, 5, 2), 1000 * (index + 1)));
    const given = payRequest(ordersReading(hostile, "'=1+1"), ready);
    const workbook = await built(given, ready);
    expect(expectEqual(workbook, given)).toBe(names.length);
  });
});

it('computes wide revenue sheets by their months', () => {
  const month = (number: number) => ({ period: { start: serialOf(2024, number, 1), months: 1 } });
  const wide = tableReading('收入', 'revenue', [
    { field: 'person', header: '客户经理', values: ['李雷', '韩梅'] },
    { field: null, header: '1月', values: [10_000, null], more: month(1) },
    { field: null, header: '2月', values: [20_000, 60_000], more: month(2) },
  ]);
  const digest = digestOf(payRequest(wide, ready));
  if ('refusal' in digest) throw new Error(digest.refusal.code);
  const run = digest.run.months.map(({ person, month: at, pay }) => [person, (at % 12) + 1, pay]);
  expect(run).toEqual([
    ['李雷', 1, 350_000],
    ['李雷', 2, 550_000],
    ['韩梅', 2, 1_900_000],
  ]);
});
