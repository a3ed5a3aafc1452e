/** @jest-environment ./test/tools/office-environment */
import { loadNames, undoBuild, writePlan, type BuildResult } from '../../src/excel';
import { monthlySummary } from '../../src/templates/monthly-summary';
import type { SheetModel } from '../../src/workbench/model/types';
import { ordersReading, request, type Order } from '../templates/readings';
import { seen } from './snapshot';

jest.setTimeout(60_000);

const JANUARY = 45292;

/** Orders of the first months of 2024, eight a month. */
function ordersUntil(months: number): Order[] {
  return Array.from({ length: months * 8 }, (_, index) => ({
    id: `DD${1000 + index}`,
    date: JANUARY + Math.floor(index / 8) * 31 + (index % 8),
    customer: `客户${index % 5}`,
    person: ['周文博', '林晓彤'][index % 2]!,
    product: ['专线', '宽带', '短信'][index % 3]!,
    amount: 100 + index * 3.33,
  }));
}

async function build(orders: readonly Order[], refresh: string | null): Promise<BuildResult> {
  const names = await loadNames(refresh);
  const plan = monthlySummary.build(request(ordersReading(orders), { names }));
  const source = { sheet: '订单台账', signature: 's' };
  return writePlan(plan, { source, options: {}, refresh });
}

/** What a reader sees of a sheet, without blank rows. */
function shown(sheet: SheetModel): string[] {
  const used = sheet.usedArea(true)!;
  const lines: string[] = [];
  for (let row = used.row; row < used.row + used.rows; row++) {
    const cells = Array.from({ length: used.columns }, (_, at) => sheet.text(row, used.column + at));
    if (cells.some((text) => text !== '')) lines.push(cells.join('|'));
  }
  return lines;
}

const contents = (): string[][] => workbook.sheets.slice(1).map(shown);

beforeEach(() => resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' }));

describe('the monthly summary, written into a workbook', () => {
  it('calculates without an error and needs no apology', async () => {
    const result = await build(ordersUntil(5), null);
    await workbook.calculate();
    expect(result.notices).toEqual([]);
    const texts = contents().flat().join('\n');
    expect(texts).not.toMatch(/#(NAME|REF|VALUE|N\/A|DIV|SPILL|NUM|NULL)/);
    expect(texts).toContain('5月');
  });

  it('refreshed with another month says the same as one built anew', async () => {
    const { build: first } = await build(ordersUntil(5), null);
    await workbook.calculate();
    const before = seen(workbook);
    const result = await build(ordersUntil(7), first.id);
    await workbook.calculate();
    const refreshed = contents();
    expect(result.notices).toEqual([]);
    expect(result.kept).toEqual([]);
    expect(result.changes).toMatchObject([{ added: 16, updated: 0, removed: 0, unchanged: 40 }]);
    expect((await undoBuild()).done).toBe(true);
    await workbook.calculate();
    expect(seen(workbook)).toEqual(before);
    await resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' });
    await build(ordersUntil(7), null);
    await workbook.calculate();
    expect(refreshed).toEqual(contents());
  });

  it('refreshed with the same orders changes nothing', async () => {
    const { build: first } = await build(ordersUntil(5), null);
    const before = seen(workbook);
    const result = await build(ordersUntil(5), first.id);
    expect(result.kept).toEqual([]);
    expect(seen(workbook)).toEqual(before);
  });

  it('says the same in a workbook that counts days from 1904, also when refreshed', async () => {
    await build(ordersUntil(5), null);
    await workbook.calculate();
    const usual = contents();
    await resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' });
    workbook.date1904 = true;
    const { build: first } = await build(ordersUntil(5), null);
    await workbook.calculate();
    // Row marks are prints of what the cells hold, so they differ with the serials.
    const unmarked = (lines: string[][]): string[][] =>
      lines.map((sheet) => sheet.map((line) => line.replace(/·\w+/, '')));
    expect(unmarked(contents())).toEqual(unmarked(usual));
    expect((await build(ordersUntil(5), first.id)).changes).toMatchObject([
      { unchanged: 40, updated: 0, typed: 0 },
    ]);
  });
});
