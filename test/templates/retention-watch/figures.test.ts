import fc from 'fast-check';
import { serialOf } from '../../../src/domain/dates';
import { churnRate } from '../../../src/domain/retention/rates';
import { prepaidLasts, warningOf, type UserState } from '../../../src/domain/retention/warnings';
import { texts, type Locale } from '../../../src/locales';
import type { Plan } from '../../../src/plan/types';
import type { TableReading } from '../../../src/reading/types';
import { retentionWatch } from '../../../src/templates/retention-watch';
import { calculated, errorsIn, sheetOf } from '../model';
import { overlaps, repeatedHeaders } from '../overlaps';
import { readBack, setBeside } from '../read-back';
import { request, tableReading } from '../readings';

const TODAY = serialOf(2025, 4, 30);

interface Given extends UserState {
  readonly id: string;
  readonly status?: string | null;
}

function usersReading(users: readonly Given[], sheet = '存量用户'): TableReading {
  return tableReading(sheet, 'customers', [
    { field: 'customer_id', header: '用户编号', values: users.map(({ id }) => id) },
    { field: 'customer', header: '客户', values: users.map(({ id }) => `客户${id}`) },
    { field: 'arpu', header: 'ARPU', values: users.map(({ arpu }) => arpu) },
    { field: 'prepaid_balance', header: '预存余额', values: users.map(({ prepaid }) => prepaid) },
    { field: 'contract_end', header: '租机到期', values: users.map(({ contractEnd }) => contractEnd) },
    { field: 'subsidy_end', header: '补贴到期', values: users.map(({ subsidyEnd }) => subsidyEnd) },
    { field: 'last_use', header: '最近使用', values: users.map(({ lastUse }) => lastUse) },
    { field: 'balance', header: '欠费', values: users.map(({ debt }) => debt) },
    {
      field: 'person',
      header: '客户经理',
      values: users.map((_, i) => ['林晓彤', '周文博', null][i % 3] ?? null),
    },
    { field: 'status', header: '状态', values: users.map(({ status }) => status ?? '在网') },
  ]);
}

function watch(
  users: readonly Given[],
  more: Parameters<typeof request>[1] = {},
  locale: Locale = 'zh-CN',
): Plan {
  return retentionWatch.build(
    request(usersReading(users), { asOf: TODAY, options: { snapshot: 'keep' }, locale, ...more }),
  );
}

const money = (max: number) => fc.option(fc.integer({ min: 0, max }).map((cents) => cents / 100));
const day = (from: number, to: number) => fc.option(fc.integer({ min: TODAY + from, max: TODAY + to }));
const user = fc.record({
  prepaid: money(50_000),
  arpu: money(30_000),
  contractEnd: day(-60, 120),
  subsidyEnd: day(-60, 120),
  lastUse: day(-60, 0),
  debt: money(100_000),
});

function tableOf(plan: Plan, role: string) {
  for (const sheet of plan.sheets) {
    const table = sheet.tables.find((each) => each.role === role);
    if (table) return { sheet: sheet.name, table };
  }
  throw new Error(`no table ${role}`);
}

test('reasons, days left and how long a balance lasts are the domain’s', async () => {
  const t = texts('zh-CN').templates['retention-watch'];
  await fc.assert(
    fc.asyncProperty(fc.array(user, { minLength: 1, maxLength: 25 }), async (states) => {
      const users = states.map((state, i) => ({ ...state, id: `U${i}` }));
      const plan = watch(users);
      const book = await calculated(plan);
      for (const { name } of plan.sheets) expect(errorsIn(sheetOf(book, name))).toEqual([]);
      const { sheet: name, table } = tableOf(plan, 'warnings');
      const sheet = sheetOf(book, name);
      const column = (id: string) => table.columns.findIndex((each) => each.id === id);
      const listed = table.rows.map((row) => row[0]);
      const warned = users.filter((each) => warningOf(each, TODAY));
      expect([...listed].sort()).toEqual(warned.map(({ id }) => id).sort());
      listed.forEach((id, index) => {
        const given = users.find((each) => each.id === id);
        if (!given) throw new Error('unknown user');
        const row = table.at.row + 1 + index;
        const warning = warningOf(given, TODAY);
        const reasons = (warning?.reasons ?? []).map((reason) => t.reasons[reason]).join(t.reasonJoin);
        expect(sheet.text(row, column('reasons'))).toBe(reasons);
        expect(sheet.value(row, column('daysLeft'))).toBe(warning?.daysLeft ?? '');
        const lasts = given.prepaid === null ? null : prepaidLasts(given.prepaid, given.arpu);
        expect(sheet.value(row, column('lasts'))).toBe(lasts ?? '');
      });
    }),
    { numRuns: 15 },
  );
}, 60_000);

const nobody = { prepaid: null, contractEnd: null, subsidyEnd: null, lastUse: null, debt: null };

describe('the snapshot', () => {
  const first = [
    { ...nobody, id: 'U1', arpu: 81 },
    { ...nobody, id: 'U2', arpu: 200 },
    { ...nobody, id: 'U3', arpu: 300 },
    { ...nobody, id: 'U4', arpu: 80 },
  ];
  const later = [
    { ...nobody, id: 'U1', arpu: 60 },
    { ...nobody, id: 'U3', arpu: 310, status: '已销户' },
    { ...nobody, id: 'U4', arpu: 500 },
  ];

  test('is taken of users above the limit', () => {
    const { table } = tableOf(watch(first), 'snapshot');
    expect(table.keys).toEqual(['u1', 'u2', 'u3']);
  });

  test.each(['zh-CN', 'en'] as const)('stays when the list goes on, written in %s', async (locale) => {
    const rules = readBack(watch(first, {}, locale));
    const t = texts(locale).templates['retention-watch'];
    const plan = watch(later, { rules, asOf: TODAY + 30 }, locale);
    const { sheet: name, table } = tableOf(plan, 'snapshot');
    const at = (id: string) => table.columns.findIndex((each) => each.id === id);
    expect(table.rows.map((row) => [row[0], row[at('day')], row[at('arpu')]])).toEqual([
      ['U1', TODAY, 81],
      ['U2', TODAY, 200],
      ['U3', TODAY, 300],
    ]);
    expect(table.rows.map((row) => row[at('state')])).toEqual([t.fates.kept, t.fates.missing, t.fates.left]);
    const book = await calculated(plan);
    const sheet = sheetOf(book, name);
    expect(sheet.value(table.at.row + 1, at('change'))).toBe(-21);
    expect([1, 2, 3].map((i) => sheet.text(table.at.row + i, at('band')))).toEqual([
      t.bands.middle,
      t.bands.middle,
      t.bands.high,
    ]);
    const report = sheetOf(book, t.reportSheet);
    const used = report.usedArea(true);
    const lines = report.values({ row: 0, column: 0, rows: used?.rows ?? 0, columns: 7 });
    const line = (label: string) => lines.find(([first]) => first === label);
    expect(line(t.indicators.kept)?.slice(1, 5)).toEqual([1, 3, 1 / 3, 1]);
    expect(line(t.indicators.kept)?.[6]).toBe(t.indicators.missed);
    // One status of three says that he left: of these three users.
    expect(line(t.indicators.churn)?.slice(1, 4)).toEqual([1, 3, churnRate(1, 3)]);
  });

  test('a new one is taken where the person wants it', () => {
    const rules = readBack(watch(first));
    const { table } = tableOf(watch(later, { rules, options: { snapshot: 'new' } }), 'snapshot');
    expect(table.keys).toEqual(['u4']);
  });
});

test('limits that people changed decide when it is built again', () => {
  const users = [
    { ...nobody, id: 'U1', arpu: 100, contractEnd: TODAY + 80 },
    { ...nobody, id: 'U2', arpu: 60 },
  ];
  const rules = readBack(watch(users), (values, { role }) => {
    if (role !== 'rules-retention') return;
    setBeside(values, '合约到期提前天数', 1, 90);
    setBeside(values, '拍照 ARPU 高于（元）', 1, 50);
  });
  // The snapshot that stands is kept; without it, the new limit decides.
  const fresh = { ...rules, sheets: rules.sheets.filter(({ name }) => name !== '拍照名单') };
  const plan = watch(users, { rules: fresh });
  expect(tableOf(plan, 'warnings').table.keys).toEqual(['u1']);
  expect(tableOf(plan, 'snapshot').table.keys).toEqual(['u1', 'u2']);
  expect(tableOf(watch(users, { rules }), 'snapshot').table.keys).toEqual(['u1']);
});

test('from the list of the month before: who left', async () => {
  const before = Array.from({ length: 40 }, (_, i) => ({ ...nobody, id: `U${i}`, arpu: 50 }));
  const now = [...before.slice(3), { ...nobody, id: 'new', arpu: 50 }];
  const plan = watch(now, { companions: { previous: [usersReading(before, '上月')] } });
  const t = texts('zh-CN').templates['retention-watch'];
  const report = sheetOf(await calculated(plan), t.reportSheet);
  const rows = report.usedArea(true)?.rows ?? 0;
  const lines = report.values({ row: 0, column: 0, rows, columns: 7 });
  const churn = lines.find(([label]) => label === t.indicators.churn);
  expect(churn?.slice(1, 5)).toEqual([3, 40, 0.075, 0.075]);
  expect(churn?.[6]).toBe(t.indicators.met);
});

describe('handled on the sheet', () => {
  test('the rate of high value follows what is typed', async () => {
    const users = Array.from({ length: 20 }, (_, i) => ({ ...nobody, id: `U${i}`, arpu: 100, prepaid: 10 }));
    const low = Array.from({ length: 5 }, (_, i) => ({ ...nobody, id: `L${i}`, arpu: 20, debt: 900 }));
    const plan = watch([...users, ...low]);
    const book = await calculated(plan);
    const { sheet: name, table } = tableOf(plan, 'warnings');
    const handled = table.columns.findIndex(({ id }) => id === 'handled');
    const t = texts('zh-CN').templates['retention-watch'];
    const result = async (count: number) => {
      const values = Array.from({ length: count }, () => [TODAY]);
      sheetOf(book, name).setValues({ row: table.at.row + 1, column: handled }, values);
      await book.calculate();
      const report = sheetOf(book, t.reportSheet);
      const lines = report.values({ row: 0, column: 0, rows: 60, columns: 7 });
      return lines.find(([label]) => label === t.indicators.handled)?.slice(1);
    };
    expect(await result(6)).toEqual([6, 20, 0.3, 0.35, -5, t.indicators.missed]);
    expect(await result(7)).toEqual([7, 20, 0.35, 0.35, 0, t.indicators.met]);
  });
});

describe.each(['zh-CN', 'en'] as const)('plans in %s', (locale) => {
  const hostile = ['=1+1', '*', '007', "'撇", 'x'.repeat(200), '"'].map((id, i) => ({
    ...nobody,
    id,
    arpu: 90 + i,
    prepaid: 1,
  }));
  test('no cell is wanted twice, no header either', () => {
    for (const plan of [watch(hostile, {}, locale), blank(locale)]) {
      expect(overlaps(plan)).toEqual([]);
      expect(repeatedHeaders(plan)).toEqual([]);
    }
  });

  test('odd names calculate', async () => {
    const plan = watch(hostile, {}, locale);
    const book = await calculated(plan);
    for (const { name } of plan.sheets) expect(errorsIn(sheetOf(book, name))).toEqual([]);
    expect(tableOf(plan, 'warnings').table.rows).toHaveLength(hostile.length);
  });
});

function blank(locale: Locale): Plan {
  return retentionWatch.build(
    request(usersReading([]), { source: null, locale, options: { snapshot: 'keep' } }),
  );
}

test('without a day everybody who may be warned of is listed, and today counts', async () => {
  const users = [
    { ...nobody, id: 'ends', arpu: 10, contractEnd: TODAY + 4000 },
    { ...nobody, id: 'owes', arpu: 10, debt: 600 },
    { ...nobody, id: 'fine', arpu: 10, prepaid: 500 },
  ];
  const source = usersReading(users);
  const preparation = retentionWatch.prepare(request(source, { options: { snapshot: 'keep' } }));
  expect(preparation.findings.map(({ code }) => code)).toEqual(['no-as-of', 'no-snapshot']);
  const plan = watch(users, { asOf: null });
  const { sheet: name, table } = tableOf(plan, 'warnings');
  expect(table.keys).toEqual(['ends', 'owes']);
  const book = await calculated(plan);
  const t = texts('zh-CN').templates['retention-watch'];
  const state = table.columns.findIndex(({ id }) => id === 'state');
  const states = [1, 2].map((i) => sheetOf(book, name).text(table.at.row + i, state));
  expect(states).toEqual([t.states.cleared, t.states.open]);
});

describe('refusals', () => {
  const refused = (source: TableReading) =>
    retentionWatch.prepare(request(source, { options: { snapshot: 'keep' } })).refusal?.code;
  test('without a column to watch, or a user', () => {
    const names = { field: 'customer', header: '客户', values: ['甲'] } as const;
    expect(refused(tableReading('名单', 'customers', [names]))).toBe('no-watched-column');
    const arpu = { field: 'arpu', header: 'ARPU', values: [90] } as const;
    expect(refused(tableReading('名单', 'customers', [arpu]))).toBe('no-user-column');
    const blankNames = { ...names, values: [null] };
    expect(refused(tableReading('名单', 'customers', [blankNames, arpu]))).toBe('no-users-read');
  });
});
