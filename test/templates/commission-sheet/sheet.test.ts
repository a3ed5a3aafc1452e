import fc from 'fast-check';
import { withAnswers } from '../../../src/domain/commission/choices';
import { readyPlan } from '../../../src/domain/commission/ready';
import type { PayPlan, PlanVersion, RoleTerms } from '../../../src/domain/commission/types';
import { monthNumber, serialOf } from '../../../src/domain/dates';
import { texts } from '../../../src/locales';
import { problemSentence } from '../../../src/locales/problems';
import type { BookGrid } from '../../../src/reading/grid';
import type { TableReading } from '../../../src/reading/types';
import { commissionSheet } from '../../../src/templates/commission-sheet';
import { digestOf } from '../../../src/templates/commission-sheet/digest';
import { planSheet, planSheetNames } from '../../../src/templates/commission-plan/sheet';
import type { BuildRequest } from '../../../src/templates/types';
import type { WorkbookModel } from '../../../src/workbench/model/types';
import type { Plan, SheetPlan } from '../../../src/plan/types';
import { gridOf } from '../built';
import { calculated, errorsIn, indexOf, sheetOf } from '../model';
import { freeNames, ordersReading, request, seeded, tableReading, type Order } from '../readings';

const t = texts('zh-CN').templates['commission-sheet'];
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

function planSheetOf(plan: PayPlan): SheetPlan {
  return planSheet(plan, planSheetNames(freeNames, 'zh-CN'), { title: '', findings: [] }, 'zh-CN');
}

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

function requestOf(
  source: TableReading,
  plan: PayPlan | null,
  change: Partial<BuildRequest> = {},
): BuildRequest {
  const rules: BookGrid = plan
    ? gridOf({ sheets: [planSheetOf(plan)] })
    : { name: '', date1904: false, sheets: [] };
  return request(source, { rules, options: { handout: 'live' }, ...change });
}

/** The sheets with the plan sheet that their formulas speak of. */
async function workbookOf(request: BuildRequest, plan: PayPlan): Promise<WorkbookModel> {
  const built: Plan = commissionSheet.build(request);
  // Only the plan's tables: its panel of what revenues earn is another test's.
  return calculated({ ...built, sheets: [{ ...planSheetOf(plan), blocks: [] }, ...built.sheets] });
}

/** What the working sheet says of each person and month, by its columns' headers. */
function workingOf(workbook: WorkbookModel): ReadonlyMap<string, Record<string, unknown>> {
  const sheet = sheetOf(workbook, t.working);
  const header = indexOf(sheet, t.columns.month);
  const used = sheet.usedArea(true)!;
  const headers = sheet.values({ row: header, column: 0, rows: 1, columns: 25 })[0]!;
  const rows = new Map<string, Record<string, unknown>>();
  for (let row = header + 1; row < used.row + used.rows; row++) {
    const cells = sheet.values({ row, column: 0, rows: 1, columns: 25 })[0]!;
    const said = Object.fromEntries(headers.map((name, index) => [`${name as string}`, cells[index]]));
    rows.set(`${monthNumber(Number(said[t.columns.month]))}/${said[t.columns.person] as string}`, said);
  }
  return rows;
}

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
    const given = requestOf(ordersReading(orders), ready, { companions: { team: [TEAM] } });
    const workbook = await workbookOf(given, ready);
    const rows = workingOf(workbook);
    const pays = revenues.map(
      (_, index) => rows.get(`${monthNumber(serialOf(2024, 1 + index, 1))}/李雷`)![t.columns.pay],
    );
    expect(pays).toEqual([2500, 4500, 5500, 8500, 11_000, 19_000]);
    for (const sheet of [t.sheet, t.working, t.data]) expect(errorsIn(sheetOf(workbook, sheet))).toEqual([]);
    const report = sheetOf(workbook, t.sheet);
    expect(indexOf(report, `${t.signatures[0]!}:`)).toBeGreaterThan(0);
  });

  it('follows the chosen month, an amount that is typed, and a rate that is changed on the plan sheet', async () => {
    const orders = [
      order(1, '李雷', serialOf(2024, 5, 2), 10_000),
      order(2, '李雷', serialOf(2024, 6, 2), 20_000),
    ];
    const given = requestOf(ordersReading(orders), ready, { companions: { team: [TEAM] } });
    const workbook = await workbookOf(given, ready);
    const report = sheetOf(workbook, t.sheet);
    const row = (): unknown[] =>
      report.values({ row: indexOf(report, '李雷'), column: 0, rows: 1, columns: 7 })[0]!;
    expect(row().slice(2)).toEqual([20_000, 0.15, 2500, 3000, 5500]);
    report.setValues({ row: 4, column: 2 }, [[serialOf(2024, 5, 1)]]);
    await workbook.calculate();
    expect(row().slice(2)).toEqual([10_000, 0.1, 2500, 1000, 3500]);
    const data = sheetOf(workbook, t.data);
    data.setValues({ row: indexOf(data, serialOf(2024, 5, 2)), column: 7 }, [[40_000]]);
    await workbook.calculate();
    expect(row().slice(2)).toEqual([40_000, 0.2, 3000, 8000, 11_000]);
    const plan = sheetOf(workbook, '提成方案');
    const used = plan.usedArea(true)!;
    for (let r = 0; r < used.row + used.rows; r++) {
      if (plan.value(r, 3) === 40_000 && plan.value(r, 5) === 0.2)
        plan.setValues({ row: r, column: 5 }, [[0.21]]);
    }
    await workbook.calculate();
    expect(row().slice(2)).toEqual([40_000, 0.21, 3000, 8400, 11_400]);
  });

  const tier = fc.record({
    step: fc.integer({ min: 1, max: 3_000_000 }),
    rate: fc.integer({ min: 0, max: 3000 }),
    base: fc.integer({ min: 0, max: 500_000 }),
  });
  const plans = fc
    .record({
      tiers: fc.array(tier, { minLength: 1, maxLength: 5 }),
      zero: fc.boolean(),
      method: fc.constantFrom('whole', 'marginal'),
      boundary: fc.constantFrom('inclusive', 'exclusive'),
      credit: fc.constantFrom('month', 'month', 'month', 'sale', 'year-to-date'),
      rounding: fc.constantFrom('month', 'month', 'month', 'line'),
      clawback: fc.constantFrom('net', 'original-rate', 'none'),
      tax: fc.constantFrom('as-listed', 'as-listed', 'vat-taken-out'),
      cap: fc.option(fc.integer({ min: 1, max: 900_000 })),
    })
    .map(({ tiers, zero, method, boundary, credit, rounding, clawback, tax, cap }) => {
      let from = 0;
      const listed = tiers.map(({ step, rate, base }, index) => {
        from += index === 0 && zero ? 0 : step;
        return { from: from / 100, to: null, rate: rate / 10_000, base: base / 100 };
      });
      return changed(
        ready,
        { rounding, clawback, tax, vatRate: 0.06 },
        {
          tiers: listed,
          method,
          boundary,
          credit,
          cap: cap === null ? null : { amount: cap / 100, on: 'commission' },
        },
      );
    });

  it('equals the computed pay on random plans and sales', async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.integer({ min: 1, max: 1e6 }), async (plan, seed) => {
        const given = requestOf(ordersReading(someOrders(seed)), plan, { companions: { team: [TEAM] } });
        expect(expectEqual(await workbookOf(given, plan), given)).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });

  it('hands out values that say the same, without a formula but the totals', async () => {
    const given = requestOf(ordersReading(someOrders(5)), ready, { companions: { team: [TEAM] } });
    const live = await workbookOf(given, ready);
    const copy = await workbookOf({ ...given, options: { handout: 'values' } }, ready);
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
    expect(refusal(requestOf(orders, null))).toBe('pay-no-plan');
    expect(refusal(requestOf(orders, changed(ready, { event: null }, {})))).toBe('plan-open-choice');
    expect(
      refusal(requestOf(orders, changed(ready, {}, { tiers: [{ from: 0, to: null, rate: 2, base: 0 }] }))),
    ).toBe('plan-tier-rate-above-one');
    expect(
      refusal(
        requestOf(ordersReading([order(1, '李雷', 0, 5)].map((one) => ({ ...one, date: null }))), ready),
      ),
    ).toBe('pay-no-rows');
    expect(refusal(requestOf(orders, ready))).toBeUndefined();
  });

  it('is said of people whom the plan can not pay', () => {
    const plan = { ...ready, unlistedRole: null };
    const odd = [order(1, '李雷', serialOf(2024, 5, 2), 10_000), order(2, '陌生人', serialOf(2024, 5, 3), 7)];
    const { findings, rowsUsed } = commissionSheet.prepare(
      requestOf(ordersReading(odd), plan, { companions: { team: [TEAM] } }),
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
    const given = requestOf(ordersReading(hostile, "'=1+1"), ready);
    const workbook = await workbookOf(given, ready);
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
  const digest = digestOf(requestOf(wide, ready));
  if ('refusal' in digest) throw new Error(digest.refusal.code);
  const run = digest.run.months.map(({ person, month: at, pay }) => [person, (at % 12) + 1, pay]);
  expect(run).toEqual([
    ['李雷', 1, 350_000],
    ['李雷', 2, 550_000],
    ['韩梅', 2, 1_900_000],
  ]);
});
