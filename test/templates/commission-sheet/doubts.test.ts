import { withAnswers } from '../../../src/domain/commission/choices';
import { blankTerms, blankVersion } from '../../../src/domain/commission/ready';
import type { PayPlan, PlanVersion } from '../../../src/domain/commission/types';
import { monthNumber, serialOf } from '../../../src/domain/dates';
import { problemSentence } from '../../../src/locales/problems';
import type { TableReading } from '../../../src/reading/types';
import { commissionSheet } from '../../../src/templates/commission-sheet';
import { errorsIn, indexOf, sheetOf } from '../model';
import { ordersReading, tableReading, type Order } from '../readings';
import { built, payRequest, t, workingOf } from './pay-books';

/** What finance tries to break: it gives right figures, or says what is wrong, where, and what to do. */

function version(
  name: string,
  from: number | null,
  to: number | null,
  rates: readonly number[],
): PlanVersion {
  const tiers = rates.map((rate, index) => ({ from: index * 10_000, to: null, rate, base: 2000 }));
  const terms = {
    ...blankTerms('销售'),
    basis: 'own',
    tiers,
    method: 'whole',
    boundary: 'inclusive',
    credit: 'month',
    guarantee: { amount: 300, on: 'commission', recovery: 'recoverable' },
  } as const;
  return { ...blankVersion(name, [terms]), from, to };
}

function planOf(versions: readonly PlanVersion[]): PayPlan {
  const plan = { name: '提成方案', versions, exceptions: [], unlistedRole: '销售' };
  return withAnswers(plan, {
    event: 'signed',
    tax: 'as-listed',
    clawback: 'net',
    rounding: 'month',
    proration: 'calendar-days',
    quotaProration: 'full',
  });
}

const PLAN = planOf([version('现行', null, null, [0.1, 0.2])]);

function teamOf(rows: readonly (readonly [name: string, team: string, from: number])[]): TableReading {
  return tableReading('人员', 'team', [
    { field: 'person', header: '姓名', values: rows.map(([name]) => name) },
    { field: 'class', header: '岗位', values: rows.map(() => '销售') },
    { field: 'team', header: '团队', values: rows.map(([, team]) => team) },
    { field: 'date', header: '入职日期', values: rows.map(([, , from]) => from), more: { kind: 'date' } },
  ]);
}

function order(id: number, person: string | null, date: number, amount: number): Order {
  return { id: `D${id}`, date, customer: '客户', person, product: null, amount };
}

const DAY = serialOf(2024, 5, 6);
const MAY = monthNumber(DAY);

async function paidOf(orders: readonly Order[], team: TableReading, plan = PLAN) {
  const request = payRequest(ordersReading(orders), plan, { companions: { team: [team] } });
  const workbook = await built(request, plan);
  for (const { name } of workbook.sheets) expect(errorsIn(sheetOf(workbook, name))).toEqual([]);
  const { findings } = commissionSheet.prepare(request);
  for (const finding of findings) {
    for (const locale of ['zh-CN', 'en'] as const)
      expect(problemSentence(finding, locale)).not.toMatch(/undefined|NaN/);
  }
  return { rows: workingOf(workbook), findings, workbook };
}

it('pays the guarantee to a person without orders, and takes back in a month of refunds only', async () => {
  const team = teamOf([
    ['李雷', '一组', 43_000],
    ['陈静', '一组', 43_000],
  ]);
  const orders = [order(1, '李雷', DAY, 12_000), order(2, '李雷', DAY + 31, -15_000.01)];
  const { rows } = await paidOf(orders, team);
  expect(rows.get(`${MAY}/陈静`)).toMatchObject({
    [t.columns.commission]: 0,
    [t.columns.guarantee]: 300,
    [t.columns.pay]: 2300,
  });
  expect(rows.get(`${MAY + 1}/陈静`)).toMatchObject({ [t.columns.guaranteeOwed]: 600 });
  // More was refunded than was sold: commission is taken back as it was earned, the guarantee tops it up and is owed.
  expect(rows.get(`${MAY + 1}/李雷`)).toMatchObject({
    [t.columns.commission]: -3000,
    [t.columns.guarantee]: 3300,
    [t.columns.guaranteeOwed]: 3300,
    [t.columns.pay]: 2300,
  });
});

it('tells of names that stand twice, with their cells, and counts the membership that began last', async () => {
  const team = teamOf([
    ['李雷', '一组', 43_000],
    ['李雷', '二组', 44_000],
    ['韩梅', '二组', 44_000],
  ]);
  const { findings, rows } = await paidOf([order(1, '李雷', DAY, 100), order(2, '路人', DAY, 100)], team);
  expect(findings.filter(({ code }) => code === 'pay-person-twice')).toEqual([
    expect.objectContaining({
      details: { sheet: '人员', cells: 'A4, A5', person: '李雷', role: '销售', team: '二组' },
    }),
  ]);
  expect(rows.get(`${MAY}/李雷`)).toMatchObject({ [t.columns.team]: '二组' });
  expect(findings.find(({ code }) => code === 'pay-person-unlisted')?.details).toEqual({
    sheet: '人员',
    person: '路人',
    role: '销售',
  });
});

it('tells of rows that name nobody, with the first cell and what they come to', async () => {
  const orders = [order(1, '李雷', DAY, 100), order(2, null, DAY, 20_000), order(3, null, DAY, 0.5)];
  const { findings } = await paidOf(orders, teamOf([['李雷', '一组', 43_000]]));
  expect(findings.find(({ code }) => code === 'pay-rows-without-person')?.details).toEqual({
    rows: 2,
    cell: '订单台账!F5',
    amount: 20_000.5,
  });
});

it('marks what a month of two versions earns as of the build, with its rows; the rest of the month follows', async () => {
  const plan = planOf([version('旧', null, DAY - 1, [0.1, 0.2]), version('新', DAY, null, [0.3, 0.4])]);
  const orders = [
    order(1, '李雷', DAY - 2, 4000),
    order(2, '李雷', DAY + 2, 8000),
    order(3, '李雷', DAY + 40, 1000),
  ];
  const { rows, workbook } = await paidOf(orders, teamOf([['李雷', '一组', 43_000]]), plan);
  // 12,000 reach the second tier of both: 4,000 at 20% and 8,000 at 40%.
  expect(rows.get(`${MAY}/李雷`)).toMatchObject({
    [t.columns.commission]: 4000,
    [t.columns.fixed]: `${t.columns.commission}${t.listJoin}${t.columns.base}`,
    [t.columns.moved]: 0,
  });
  expect(rows.get(`${MAY + 1}/李雷`)).toMatchObject({ [t.columns.commission]: 300, [t.columns.fixed]: '' });
  const fixed = sheetOf(workbook, t.fixed.sheet);
  const total = indexOf(fixed, t.total);
  expect(fixed.value(total, 8)).toBe(6000);
  expect([fixed.value(total - 4, 6), fixed.value(total - 3, 6)]).toEqual(['订单台账!F4', '订单台账!F5']);
});

describe('a plan that is edited after the build', () => {
  const orders = [order(1, '李雷', DAY, 15_000)];
  const team = teamOf([['李雷', '一组', 43_000]]);

  async function edited(
    edit: (cells: (text: string | number) => [number, number]) => [number, number, string | number],
  ) {
    const { workbook } = await paidOf(orders, team);
    const plan = sheetOf(workbook, '提成方案');
    const used = plan.usedArea(true)!;
    const find = (wanted: string | number): [number, number] => {
      for (let row = used.row + used.rows; row >= 0; row--)
        for (let column = 0; column < 12; column++)
          if (plan.value(row, column) === wanted) return [row, column];
      throw new Error(String(wanted));
    };
    const [row, column, value] = edit(find);
    plan.setValues({ row, column }, [[value]]);
    await workbook.calculate();
    const terms = sheetOf(workbook, t.terms.sheet);
    const area = terms.usedArea(true)!;
    const told: string[] = [];
    for (let r = 0; r < area.rows; r++)
      for (const c of [5, 9]) if (terms.text(r, c).startsWith('⚠')) told.push(terms.text(r, c));
    return { told, banner: sheetOf(workbook, t.sheet).text(3, 0), rows: workingOf(workbook) };
  }

  it('follows a rate, and says that pay has moved', async () => {
    const { told, banner, rows } = await edited((find) => [...find(0.2), 0.25]);
    expect([told, banner]).toEqual([[], '']);
    expect(rows.get(`${MAY}/李雷`)).toMatchObject({ [t.columns.commission]: 3750, [t.columns.moved]: 750 });
  });

  it('says of a tier out of order, of a choice and of a new row where it is and what to do', async () => {
    const order = await edited((find) => [...find(10_000), 0]);
    expect(order.told).toEqual([expect.stringMatching(/^⚠ 提成方案!D\d+：没有高于上一档，请改正$/)]);
    expect(order.banner).toContain('1 处');
    const choice = await edited((find) => [...find('全额累进'), '超额累进']);
    expect(choice.told).toEqual([expect.stringMatching(/^⚠ 提成方案!E\d+ 改过：请重新生成本表$/)]);
    const row = await edited((find) => [find(10_000)[0] + 1, find(10_000)[1], 50_000]);
    expect(row.told).toEqual([expect.stringMatching(/^⚠ 提成方案!D\d+:D\d+ 改过：请重新生成本表$/)]);
  });
});

it('shares an order by the shares that its cell says, to the 分; without them it counts for nobody', async () => {
  const team = teamOf([
    ['李雷', '一组', 43_000],
    ['韩梅', '一组', 43_000],
  ]);
  const orders = [
    order(1, '李雷60%、韩梅40%', DAY, 10_000.01),
    order(2, '李雷', DAY, 9_000),
    order(3, '李雷/韩梅', DAY, 70_000),
  ];
  const { rows, findings } = await paidOf(orders, team);
  // 6,000.01 and 9,000 reach the second tier (20 %); 4,000.00 stays in the first.
  expect(rows.get(`${MAY}/李雷`)).toMatchObject({
    [t.columns.revenue]: 15_000.01,
    [t.columns.commission]: 3000,
  });
  expect(rows.get(`${MAY}/韩梅`)).toMatchObject({ [t.columns.revenue]: 4000, [t.columns.commission]: 400 });
  expect(findings.find(({ code }) => code === 'commission-orders-shares')).toMatchObject({
    details: { found: '李雷/韩梅', people: 2 },
    row: 5,
  });
});
