import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/main';
import { saveWorkbook } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';
import type { CellValue } from '../../src/workbench/model/types';

const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = ['姓名', '月份', '收入', '底薪', '提成比例', '提成', '应发合计'];
const RIGHT: CellValue[] = ['周明', '2024年3月', 45_000, 3000, 0.2, 9000, 12_000];
const PLAN = {
  name: '2024',
  unlistedRole: '销售',
  versions: [
    {
      name: '2024',
      event: 'signed',
      tax: 'as-listed',
      clawback: 'net',
      rounding: 'month',
      proration: 'none',
      roles: [
        {
          role: '销售',
          basis: 'own',
          measure: 'revenue',
          method: 'whole',
          boundary: 'inclusive',
          credit: 'month',
          tiers: [
            { from: 0, rate: 0.1, base: 2500 },
            { from: 40_000, rate: 0.2, base: 3000 },
          ],
        },
      ],
    },
  ],
};

async function check(
  rows: CellValue[][],
  ...flags: string[]
): Promise<{ code: number; out: string; err: string }> {
  const book = createWorkbook({ name: 'book.xlsx' });
  book.activeSheet.setValues({ row: 0, column: 0 }, [HEADER, ...rows]);
  const file = path.join(folder, 'book.xlsx');
  writeFileSync(file, await saveWorkbook(book));
  const [out, err]: string[][] = [[], []];
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(out?.push(String(text)))),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(err?.push(String(text)))),
  ];
  try {
    const code = await run(['check', file, '--locale', 'zh-CN', ...flags]);
    return { code, out: (out ?? []).join(''), err: (err ?? []).join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const plan = path.join(folder, 'plan.json');
beforeAll(() => writeFileSync(plan, JSON.stringify(PLAN)));

test('0 when all rows agree', async () => {
  const { code, out } = await check([RIGHT], '--plan', plan);
  expect(out).toContain('1 行中有 1 行一致。');
  expect(code).toBe(0);
}, 60_000);

test('1 with findings, in exact decimals and with reason codes', async () => {
  const wrong: CellValue[] = ['李娜', '2024年3月', 45_000.05, 3000, 0.1, 4500.01, 7500.01];
  const { code, out } = await check([RIGHT, wrong], '--plan', plan, '--json');
  const { rows, totals } = JSON.parse(out) as { rows: Record<string, unknown>[]; totals: unknown };
  expect(code).toBe(1);
  expect(rows[0]).toMatchObject({
    person: '周明',
    period: '2024-03',
    difference: '0.00',
    verdict: 'right',
    reason: null,
  });
  expect(rows[1]).toMatchObject({
    person: '李娜',
    period: '2024-03',
    cells: ['G3'],
    expected: '12000.01',
    submitted: '7500.01',
    difference: '-4500.00',
  });
  expect(rows[1]?.['verdict']).toBe('explained');
  expect(totals).toMatchObject({
    expected: '24000.01',
    submitted: '19500.01',
    difference: '-4500.00',
    right: 1,
  });
}, 60_000);

test('2 when there is nothing to check by', async () => {
  const { code, err } = await check([RIGHT]);
  expect(code).toBe(2);
  expect(err).toContain('没有可以用来复核');
  expect((await check([RIGHT], '--plan', path.join(folder, 'none.json'))).code).toBe(2);
  expect((await check([RIGHT], '--ready', 'nothing')).code).toBe(2);
}, 60_000);
