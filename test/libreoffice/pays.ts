import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { insideExcel } from '../../src/cli/excel-session';
import { texts } from '../../src/locales';
import { writePlan } from '../../src/excel';
import type { FileContents } from '../../src/workbench/files/contents';
import { saveFile } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';
import type { CellValue } from '../../src/workbench/model/types';
import { planSheetOf } from '../templates/commission-sheet/pay-books';
import { madeOf, TEAM } from '../templates/commission-sheet/random-pay';

/**
 * Monthly pay three ways: the domain's, the built sheet's native formulas, and LibreOffice. Random plans stand on plan
 * sheets of random workbooks; the sheet says itself what the domain paid when it was built, beside what its formulas
 * make of the plan and the rows.
 */

const SEEDS = [3, 14, 15, 92, 65, 35];
const t = texts('zh-CN').templates['commission-sheet'];

export async function randomPays(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const seed of SEEDS) {
    const { plan, orders } = madeOf(seed);
    const workbook = createWorkbook({ sheets: ['订单台账', '人员'] });
    const headers = ['订单号', '下单日期', '客户名称', '客户经理', '产品', '金额'];
    const sheet = workbook.sheet('订单台账');
    sheet?.setValues({ row: 0, column: 0 }, [
      headers,
      ...orders.map(({ id, date, customer, person, product, amount }) => [
        id,
        date,
        customer,
        person,
        product,
        amount,
      ]),
    ]);
    orders.forEach((_, row) => sheet?.setStyle({ row: row + 1, column: 1 }, { numberFormat: 'yyyy-mm-dd' }));
    const team = workbook.sheet('人员');
    const rows = TEAM.rows.map((_, row) => TEAM.columns.map(({ values }) => values[row] ?? null));
    team?.setValues({ row: 0, column: 0 }, [TEAM.columns.map(({ header }) => header), ...rows]);
    rows.forEach((_, row) => team?.setStyle({ row: row + 1, column: 3 }, { numberFormat: 'yyyy-mm-dd' }));
    await insideExcel(workbook, 'zh-CN', async () => {
      const built = { template: 'commission-plan', locale: 'zh-CN', sheets: [planSheetOf(plan)] } as const;
      await writePlan(built, { source: null, options: {}, refresh: null });
    });
    const file = path.join(folder, `random-pay-${seed}.xlsx`);
    await writeFile(file, (await saveFile(workbook)).bytes);
    files.push(file);
  }
  return files;
}

/** Where a calculated pay sheet pays something else than the domain did. */
export function payDifferences(contents: FileContents): { passed: number; differences: string[] } {
  const rows = new Map<number, CellValue[]>();
  for (const { row, column, values } of contents.sheets.find(({ name }) => name === t.working)?.rows ?? []) {
    const line = rows.get(row) ?? [];
    values.forEach((value, index) => (line[column + index] = value));
    rows.set(row, line);
  }
  const all = [...rows.values()];
  const header = all.find((line) => line.includes(t.columns.built)) ?? [];
  const place = (name: string): number => header.indexOf(name);
  const differences: string[] = [];
  let passed = 0;
  for (const line of all.slice(all.indexOf(header) + 1)) {
    const [built, pay] = [line[place(t.columns.built)], line[place(t.columns.pay)]];
    if (typeof built !== 'number') continue;
    if (pay === built) passed++;
    else
      differences.push(
        `${JSON.stringify(line[1])}: ${JSON.stringify(pay ?? null)} on the sheet, ${built} in the domain`,
      );
  }
  if (passed + differences.length === 0) differences.push('No pay was found.');
  return { passed, differences };
}
