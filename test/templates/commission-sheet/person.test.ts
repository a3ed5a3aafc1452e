import { withAnswers } from '../../../src/domain/commission/choices';
import { blankTerms, blankVersion } from '../../../src/domain/commission/ready';
import type { PayPlan } from '../../../src/domain/commission/types';
import { serialOf } from '../../../src/domain/dates';
import { errorsIn, indexOf, sheetOf } from '../model';
import { ordersReading, tableReading, type Order } from '../readings';
import { built, payRequest, t } from './pay-books';

/** The page of one person: from each amount to the rows that made it. */

const DAY = serialOf(2024, 5, 6);

const PLAN: PayPlan = withAnswers(
  {
    name: '提成方案',
    versions: [
      blankVersion('现行', [
        {
          ...blankTerms('销售'),
          basis: 'own',
          tiers: [
            { from: 0, to: null, rate: 0.05, base: 2000 },
            { from: 10_000, to: null, rate: 0.07, base: 2000 },
          ],
          method: 'marginal',
          boundary: 'inclusive',
          credit: 'month',
        },
        {
          ...blankTerms('组长'),
          basis: 'own',
          tiers: [{ from: 0, to: null, rate: 0.05, base: 3000 }],
          credit: 'month',
          override: { rate: 0.01, on: 'members', needsQuota: false },
        },
      ]),
    ],
    exceptions: [],
    unlistedRole: '销售',
  },
  { event: 'signed', tax: 'as-listed', clawback: 'net', rounding: 'month', proration: 'none' },
);

const TEAM = tableReading('人员', 'team', [
  { field: 'person', header: '姓名', values: ['王芳', '李雷', '*'] },
  { field: 'class', header: '岗位', values: ['组长', '销售', '销售'] },
  { field: 'team', header: '团队', values: ['一组', '一组', '二组'] },
]);

function order(id: number, person: string, date: number, amount: number): Order {
  return { id: `D${id}`, date, customer: `客户${id}`, person, product: '专线', amount };
}

it('shows the rows of the chosen person, what each earns on its way through the tiers, and refunds', async () => {
  const orders = [
    order(1, '李雷', DAY, 8000),
    order(2, '王芳', DAY + 1, 500),
    order(3, '李雷', DAY + 2, 5000.3),
    order(4, '李雷', DAY + 3, -1000),
    order(5, '李雷', DAY + 40, 7),
    order(6, '*', DAY, 12_345.67),
  ];
  const request = payRequest(ordersReading(orders), PLAN, { companions: { team: [TEAM] } });
  const workbook = await built(request, PLAN);
  const page = sheetOf(workbook, t.person.sheet);
  const choose = async (person: string): Promise<unknown[][]> => {
    page.setValues({ row: 1, column: 1 }, [[person]]);
    page.setValues({ row: 1, column: 4 }, [[serialOf(2024, 5, 1)]]);
    await workbook.calculate();
    expect(errorsIn(page)).toEqual([]);
    const header = indexOf(page, t.columns.date);
    const total = indexOf(page, t.total, header);
    const rows = page.values({ row: header + 1, column: 0, rows: total - header + 1, columns: 10 });
    return rows
      .map((row) => [row[2], row[5], row[6], row[7], row[9]])
      .filter((row) => row.some((cell) => cell !== '' && cell !== null));
  };
  expect(await choose('李雷')).toEqual([
    ['D1', t.kinds.sale, 8000, 8000, 400],
    // 2,000 at 5% and 3,000.30 at 7%; the refund takes back what the last of them earned.
    ['D3', t.kinds.sale, 5000.3, 13_000.3, 310.02],
    ['D4', t.kinds.refund, -1000, 12_000.3, -70],
    [null, null, 12_000.3, null, 640.02],
    [null, null, null, null, 0],
  ]);
  // A name that formulas of criteria would take for a pattern finds its own rows only.
  expect((await choose('*')).map(([id]) => id)).toEqual(['D6', null, null]);
  await choose('王芳');
  const team = indexOf(page, t.person.members);
  expect(page.values({ row: team + 2, column: 0, rows: 2, columns: 4 })).toEqual([
    ['王芳', '组长', 500, 25],
    ['李雷', '销售', 12_000.3, 640.02],
  ]);
  expect(page.text(indexOf(page, t.columns.override), 2)).toContain('12,000.30');
});
