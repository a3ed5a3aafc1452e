import { withAnswers, type Choices } from '../../../src/domain/commission/choices';
import { computePay } from '../../../src/domain/commission/compute';
import { workCalendar } from '../../../src/domain/calendar/calendar';
import { READY_PLANS, readyPlan } from '../../../src/domain/commission/ready';
import type { PayPlan, PlanVersion, RoleTerms } from '../../../src/domain/commission/types';
import { monthNumber, serialOf } from '../../../src/domain/dates';
import { texts, type Locale } from '../../../src/locales';
import { problemSentence } from '../../../src/locales/problems';
import type { BookGrid, GridValue } from '../../../src/reading/grid';
import { commissionPlan } from '../../../src/templates/commission-plan';
import { entry } from '../../../src/templates/commission-plan/entry';
import { planFromJson, planFromRules } from '../../../src/templates/commission-plan/read';
import { planSheet, planSheetNames } from '../../../src/templates/commission-plan/sheet';
import type { BuildRequest } from '../../../src/templates/types';
import { bookGrid } from '../rules/grids';
import { gridOf } from '../built';
import { calculated, errorsIn, sheetOf } from '../model';
import { freeNames } from '../readings';

const NOTHING: BookGrid = { name: '', date1904: false, sheets: [] };
const CHOICES: Choices = {
  event: 'signed',
  tax: 'as-listed',
  method: 'whole',
  boundary: 'inclusive',
  credit: 'month',
  basis: 'own',
  quotaOn: 'team',
  overrideOn: 'team',
  roleBaseWith: 'higher',
  probationCounting: 'month',
  probationCommission: 'paid',
  clawback: 'net',
  rounding: 'month',
  proration: 'none',
};

function request(change: Partial<BuildRequest> = {}, options: Record<string, string> = {}): BuildRequest {
  return {
    book: { sheets: [] },
    rules: NOTHING,
    source: null,
    companions: {},
    asOf: null,
    locale: 'zh-CN',
    names: freeNames,
    options: { ...Object.fromEntries(entry.options.map(({ id, initial }) => [id, initial])), ...options },
    ...change,
  };
}

/** Without the rows that a plan read from a sheet knows. */
function bare(plan: PayPlan): unknown {
  return JSON.parse(
    JSON.stringify(plan, (key, value: unknown) => (key === 'row' || key === 'name' ? undefined : value)),
  );
}

const everything = (locale: Locale): PayPlan => {
  const names = texts(locale).templates['commission-plan'].roles;
  const base = withAnswers(readyPlan('team-tiers', '2024', names), CHOICES, {
    roleBase: 1,
    probationMissedBase: 1200,
  });
  const [version] = base.versions as [PlanVersion];
  const [seller, leader, technician] = version.roles as [RoleTerms, RoleTerms, RoleTerms];
  // What a flat rate does not need is not written.
  const flat: RoleTerms = { ...technician, method: null, boundary: null, credit: null };
  const rich: RoleTerms = {
    ...seller,
    measure: 'attainment',
    tiers: [
      { from: 0, to: 0.8, rate: 0.0333, base: 2500 },
      { from: 0.8, to: null, rate: 0.05, base: 0 },
    ],
    accelerators: [
      { past: 1, effect: 'extra', rate: 0.02 },
      { past: 1.5, effect: 'multiplied', rate: 1.5 },
    ],
    quota: { amount: null, on: 'own' },
    cap: { amount: 90_000, on: 'pay' },
    guarantee: { amount: 1000, on: 'commission', recovery: 'recoverable' },
    draw: { amount: 500.5, recovery: 'not-recoverable' },
  };
  const later: PlanVersion = {
    ...version,
    name: '2025',
    from: serialOf(2025, 1, 1),
    tax: 'vat-taken-out',
    vatRate: 0.06,
    roles: [rich, leader],
    spiffs: [
      { product: '=1+1', per: 'sale', value: 50, from: null, to: serialOf(2025, 3, 31) },
      { product: '云电脑', per: 'rate', value: 0.015, from: null, to: null },
    ],
  };
  return {
    ...base,
    versions: [{ ...version, roles: [seller, leader, flat], to: serialOf(2024, 12, 31) }, later],
    exceptions: [
      { person: '007', term: 'rate', amount: 0.2, from: serialOf(2024, 6, 1), to: null },
      { person: '王芳', term: 'role', role: names.leader, from: null, to: null },
      { person: '李雷', term: 'cap', amount: 5000, from: null, to: null },
    ],
  };
};

describe('a plan sheet', () => {
  it.each(['zh-CN', 'en'] as const)('says everything that a plan can say (%s)', (locale) => {
    const plan = everything(locale);
    const sheet = planSheet(plan, planSheetNames(freeNames, locale), { title: '', findings: [] }, locale);
    const read = planFromRules(gridOf({ sheets: [sheet] }))!;
    expect(read.problems).toEqual([]);
    expect(read.complete).toBe(true);
    expect(bare(read.plan)).toEqual(bare(plan));
    expect(read.plan.versions.map(({ name }) => name)).toEqual(['2024', '2025']);
  });

  it.each(READY_PLANS)(
    'of the plan %s calculates without an error and reads back what was chosen',
    async (id) => {
      const built = commissionPlan.build(request({}, { plan: id }));
      const workbook = await calculated(built);
      expect(errorsIn(sheetOf(workbook, '提成方案'))).toEqual([]);
      const read = planFromRules(gridOf(built))!;
      expect(read.problems).toEqual([]);
      expect(read.plan.versions[0]).toMatchObject({ event: 'signed', rounding: 'month' });
      const t = texts('zh-CN').templates['commission-plan'];
      const raw = readyPlan(id, t.version, t.roles).versions[0]!.roles;
      expect(
        read.plan.versions[0]!.roles.map(({ tiers }) =>
          tiers.map(({ from, rate, base }) => [from, rate, base]),
        ),
      ).toEqual(raw.map(({ tiers }) => tiers.map(({ from, rate, base }) => [from, rate, base])));
    },
  );

  const GOLDEN: readonly (readonly [string, number, number])[] = [
    ['whole', 0, 2500],
    ['whole', 10_000, 3500],
    ['whole', 19_999.99, 4500],
    ['whole', 20_000, 5500],
    ['whole', 39_999.99, 8500],
    ['whole', 40_000, 11_000],
    ['whole', 59_999.99, 15_000],
    ['whole', 60_000, 19_000],
    ['whole', 80_000, 24_000],
    ['marginal', 20_000, 4500],
    ['marginal', 40_000, 8000],
    ['marginal', 60_000, 13_000],
    ['marginal', 80_000, 18_000],
    // 0.1 + 0.2 style: reaches the tier although the float lies beside it.
    ['whole', 19_999.9 + 0.1, 5500],
  ];
  it.each(['whole', 'marginal'])('shows live what a revenue earns, to the 分 (%s)', async (method) => {
    const workbook = await calculated(commissionPlan.build(request({}, { method })));
    const sheet = sheetOf(workbook, '提成方案');
    const used = sheet.usedArea(true)!;
    const row =
      Array.from({ length: used.rows }, (_, r) => r).find((r) => sheet.value(r, 3) === '当月收入')! + 1;
    for (const [, revenue, pay] of GOLDEN.filter(([which]) => which === method)) {
      sheet.setValues({ row, column: 3 }, [[revenue]]);
      await workbook.calculate();
      expect([revenue, sheet.value(row, 8)]).toEqual([revenue, pay]);
    }
    sheet.setValues({ row, column: 3 }, [[38_000]]);
    await workbook.calculate();
    expect(sheet.value(row + 1, 1)).toBe(
      method === 'whole' ? '还差 2,000.00 跳档，多得 2,800.00。' : '还差 2,000.00 跳档，多得 800.00。',
    );
    sheet.setValues({ row, column: 3 }, [[60_000]]);
    await workbook.calculate();
    expect(sheet.value(row + 1, 1)).toBe('已经是最高一档。');
  });

  it('shows cliffs where the boundary is excluded one 分 above it', async () => {
    const workbook = await calculated(
      commissionPlan.build(request({}, { plan: 'marginal-tiers', method: 'whole' })),
    );
    const sheet = sheetOf(workbook, '提成方案');
    const used = sheet.usedArea(true)!;
    const row =
      Array.from({ length: used.rows }, (_, r) => r).find((r) => sheet.value(r, 3) === '当月收入')! + 1;
    sheet.setValues({ row, column: 3 }, [[10_000]]);
    await workbook.calculate();
    expect(sheet.value(row, 8)).toBe(500);
  });
});

describe('reading plans that people wrote', () => {
  const values = (rows: readonly (readonly GridValue[])[]) => planFromRules(bookGrid([{ values: rows }]));

  it('takes a bare table of tiers as everybody’s, with all else open', () => {
    const read = values([
      ['提成办法', '', ''],
      ['收入从（万元）', '提成比例', '底薪'],
      [0, '10%', 2500],
      [2, '15%', 2500],
    ])!;
    expect(read).toMatchObject({ oneForAll: true, complete: false, problems: [] });
    expect(read.plan).toMatchObject({
      unlistedRole: '销售',
      versions: [{ name: '', event: null, roles: [{ role: '销售', method: null, measure: 'revenue' }] }],
    });
    expect(read.plan.versions[0]!.roles[0]!.tiers.map(({ from, rate, base }) => [from, rate, base])).toEqual([
      [0, 0.1, 2500],
      [20_000, 0.15, 2500],
    ]);
  });

  it('prefers what is said of a role and version to what is said of all', () => {
    const read = values([
      ['版本', '角色', '条款', '取值'],
      ['', '', '档位算法', '全额累进'],
      ['', '组长', '档位算法', '超额累进'],
      ['', '', '', ''],
      ['版本', '角色', '起点', '比例'],
      ['', '', 0, '5%'],
      ['', '组长', 0, '7%'],
      ['', '组长', 10_000, '8%'],
      ['', '销售', 0, '6%'],
    ])!;
    const [leader, seller] = read.plan.versions[0]!.roles as [RoleTerms, RoleTerms];
    expect(leader).toMatchObject({ role: '组长', method: 'marginal' });
    expect(leader.tiers.map(({ rate }) => rate)).toEqual([0.07, 0.08]);
    expect(seller).toMatchObject({ role: '销售', method: 'whole' });
    expect(seller.tiers.map(({ rate }) => rate)).toEqual([0.06]);
  });

  it('reports terms that it does not know or that are said twice, versions that are not listed, and values it can not read', () => {
    const read = values([
      ['版本名称', '生效日'],
      ['2024', '2024-01-01'],
      ['', ''],
      ['版本', '角色', '条款', '取值'],
      ['', '销售', '每月指标', '两万左右'],
      ['', '销售', '封顶线', 5000],
      ['', '销售', '档位算法', '阶梯'],
      ['', '销售', '退款', '不追回'],
      ['', '组长', '退款', '冲减'],
      ['2025', '', '税率', '6%'],
      ['', '组长', '管理提成比例', '1%'],
    ])!;
    expect(read.problems.map(({ code, details }) => [code, details['cell']])).toEqual([
      ['rule-cell-unreadable', 'D5'],
      ['plan-term-unknown', 'D6'],
      ['rule-choice-unknown', 'D7'],
      ['plan-term-twice', 'D9'],
      ['plan-term-missing', 'D11'],
      ['plan-version-unknown', 'A10'],
    ]);
    for (const problem of read.problems) {
      expect(problemSentence(problem, 'en')).toContain(String(problem.details['cell']));
      expect(problemSentence(problem, 'zh-CN')).toContain(String(problem.details['cell']));
    }
  });

  it('finds none where there is none', () => {
    expect(planFromRules(NOTHING)).toBeNull();
    expect(
      values([
        ['客户', '金额'],
        ['甲', 5],
      ]),
    ).toBeNull();
  });
});

describe('the template', () => {
  it('says what every value of every choice comes to', () => {
    const { examples, refusal, findings } = commissionPlan.prepare(request());
    expect(refusal).toBeNull();
    for (const { id, values } of entry.options) {
      expect(Object.keys(examples![id]!).sort()).toEqual([...values].sort());
    }
    expect(examples!['method']).toEqual({
      whole: '收入 80,000.00，应发 24,000.00',
      marginal: '收入 80,000.00，应发 18,000.00',
    });
    expect(examples!['override-on']!['members']).toContain('管理提成 1,600.00');
    expect(findings.map(({ code }) => code).filter((code) => code === 'plan-cliff')).toHaveLength(6);
    expect(
      findings.filter(({ code }) => code === 'plan-open-amount').map(({ details }) => details['term']),
    ).toEqual(['责任底薪', '角色底薪']);
  });

  it('begins from tiers that stand on a sheet, and refuses where there are none', () => {
    const rules = bookGrid([
      {
        name: '办法',
        values: [
          ['起点', '比例'],
          [0, '4%'],
          [5000, '9%'],
        ],
      },
    ]);
    const read = planFromRules(gridOf(commissionPlan.build(request({ rules }, { plan: 'found' }))))!;
    expect(read.plan.versions[0]!.roles[0]!.tiers.map(({ rate }) => rate)).toEqual([0.04, 0.09]);
    expect(commissionPlan.prepare(request({}, { plan: 'found' })).refusal?.code).toBe('plan-none-found');
    expect(() => commissionPlan.build(request({}, { plan: 'found' }))).toThrow('plan-none-found');
  });
});

describe('a plan as JSON', () => {
  const text = JSON.stringify({
    versions: [
      {
        from: '2024-01-01',
        event: 'signed',
        tax: 'as-listed',
        clawback: 'net',
        rounding: 'month',
        proration: 'none',
        roles: [
          {
            role: 'Sales',
            basis: 'own',
            method: 'whole',
            boundary: 'inclusive',
            credit: 'month',
            tiers: [
              { from: 0, rate: 0.1, base: 2500 },
              { from: 20_000, rate: 0.15 },
            ],
          },
        ],
      },
    ],
    exceptions: [{ person: 'Ann', term: 'role', role: 'Sales' }],
    unlistedRole: 'Sales',
  });

  it('is read whole, and computed with', () => {
    const { plan, problems } = planFromJson(text);
    expect(problems).toEqual([]);
    const month = monthNumber(serialOf(2024, 5, 1));
    const line = { row: 1, date: serialOf(2024, 5, 2), person: 'Bob', amount: 1_000_000 };
    const run = computePay({
      plan: plan!,
      lines: [{ ...line, order: null, refundOf: null, product: null, quantity: null, shares: [] }],
      members: [],
      quotas: [],
      balances: [],
      months: { from: month, to: month },
      calendar: workCalendar(),
    });
    expect(run.months.map(({ pay }) => pay)).toEqual([350_000]);
  });

  it.each([
    ['{', 'plan-json-syntax', undefined],
    ['[]', 'plan-json-value', '(root)'],
    [text.replace('"whole"', '"all"'), 'plan-json-value', 'versions[0].roles[0].method'],
    [text.replace('0.15', '"15%"'), 'plan-json-value', 'versions[0].roles[0].tiers[1].rate'],
    [text.replace('2024-01-01', '2024-02-30'), 'plan-json-value', 'versions[0].from'],
    [text.replace('"credit"', '"credits"'), 'plan-json-key', 'versions[0].roles[0].credits'],
  ])('says where %s is wrong', (given, code, path) => {
    const { plan, problems } = planFromJson(given);
    expect(plan).toBeNull();
    expect(problems[0]).toMatchObject({ code, ...(path === undefined ? {} : { details: { path } }) });
    expect(problemSentence(problems[0]!, 'zh-CN')).not.toBe('');
  });
});
