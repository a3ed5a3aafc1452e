/** @jest-environment ./test/tools/office-environment */
import { canUndo, loadNames, undoBuild, writePlan, type BuildResult } from '../../src/excel';
import type { SheetModel } from '../../src/workbench/model/types';
import { orders, sampleBuild, sampleNames, samplePlan, type SampleOptions } from './samplePlan';
import { seen } from './snapshot';

jest.setTimeout(60_000);

let build: BuildResult;
const data = (): SheetModel => workbook.table('Orders')!.sheet;
const report = (): SheetModel =>
  workbook.sheets.find((sheet) => sheet.customProperties.get('daybook')?.endsWith('report'))!;

/** Cells of the built table by order id: what a person sees, wherever the row stands. */
function rowOf(id: string): unknown[] | undefined {
  const { area } = workbook.table('Orders')!;
  return data()
    .values(area)
    .find((row) => row[0] === id);
}

async function again(list = orders(10), options: SampleOptions = {}): Promise<BuildResult> {
  const names = await loadNames(build.build.id);
  const used = {
    report: names.sheet('report', 'x'),
    data: names.sheet('data', 'y'),
    table: names.table('orders', 'z'),
  };
  return writePlan(samplePlan(list, { names: used, ...options }), {
    ...sampleBuild,
    refresh: build.build.id,
  });
}

beforeEach(async () => {
  await resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' });
  build = await writePlan(samplePlan(orders(10)), sampleBuild);
});

describe('building again', () => {
  it('changes nothing when nothing changed', async () => {
    workbook.activate(workbook.sheets[0]!);
    const before = seen(workbook);
    const result = await again();
    workbook.activate(workbook.sheets[0]!);
    expect(seen(workbook)).toEqual(before);
    expect(result.changes).toMatchObject([
      { unchanged: 10, added: 0, updated: 0, removed: 0, differences: [] },
    ]);
    expect(result).toMatchObject({
      added: [],
      refreshed: [sampleNames.report, sampleNames.data],
      kept: [],
      notices: [],
    });
  });

  it('brings new rows and changed amounts, and what people typed stays', async () => {
    data().setInputs({ row: 4, column: 6 }, [['已回款']]);
    const list = [...orders(10), ...orders(5, 50)];
    list[0] = { ...list[0]!, amount: 99 };
    const result = await again(list);
    expect(result.changes).toMatchObject([{ added: 5, updated: 1, unchanged: 9 }]);
    expect(rowOf('DD000001')![5]).toBe('已回款');
    expect(rowOf('DD000000')!.slice(3, 5)).toEqual([99, 99 * 0.06]);
    expect(workbook.table('Orders')!.area.rows).toBe(16);
    expect(rowOf('DD000054')![4]).toBeCloseTo((rowOf('DD000054')![3] as number) * 0.06);
    expect(data().style(17, 3).numberFormat).toBe('yyyy-mm-dd');
    expect(data().validations.map((validation) => validation.areas)).toEqual([
      [{ row: 3, column: 6, rows: 15, columns: 1 }],
    ]);
    expect(data().conditionalFormats.map((format) => format.areas)).toEqual([
      [{ row: 3, column: 4, rows: 15, columns: 1 }],
    ]);
  });

  it('shows a cell that changed on both sides and leaves it', async () => {
    data().setInputs({ row: 3, column: 4 }, [[123]]);
    const list = orders(10);
    list[0] = { ...list[0]!, amount: 99 };
    const { changes } = await again(list);
    expect(rowOf('DD000000')![3]).toBe(123);
    expect(changes[0]!.differences).toEqual([
      {
        kind: 'both-changed',
        key: 'DD000000',
        address: 'B4',
        cells: [{ sheet: sampleNames.data, address: 'E4', ours: '123', theirs: '99' }],
      },
    ]);
  });

  it('leaves deleted rows deleted and finds sorted ones', async () => {
    const { area } = workbook.table('Orders')!;
    const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
    const rows = data().values(body);
    rows.splice(4, 1);
    rows.reverse();
    data().setValues(body, [...rows, rows[0]!.map(() => null)]);
    const result = await again([...orders(10), ...orders(1, 70)]);
    expect(result.changes).toMatchObject([{ deleted: 1, added: 1, unchanged: 9 }]);
    expect(rowOf('DD000004')).toBeUndefined();
    expect(data().value(3, 1)).toBe('DD000009');
  });

  it('takes rows out that left the source, keeps those with something typed, and formulas of people follow their row', async () => {
    const { area } = workbook.table('Orders')!;
    data().setInputs({ row: 2, column: 8 }, [['我的列']]);
    data().resizeTable(workbook.table('Orders')!, { ...area, columns: 8 });
    data().setInputs({ row: 8, column: 8 }, [['=E9*2']]);
    data().setInputs({ row: 4, column: 6 }, [['已回款']]);
    const { changes } = await again(orders(8, 2));
    expect(changes).toMatchObject([
      { removed: 1, unchanged: 8, differences: [{ kind: 'gone', key: 'DD000001' }] },
    ]);
    expect(rowOf('DD000000')).toBeUndefined();
    expect(rowOf('DD000001')![5]).toBe('已回款');
    const amount = rowOf('DD000005')![3] as number;
    expect(rowOf('DD000005')![7]).toBe(amount * 2);
    expect(data().formula(7, 8)!.formula).toBe('=E8*2');
    expect(workbook.table('Orders')!.area).toEqual({ row: 2, column: 1, rows: 10, columns: 8 });
    expect(data().value(12, 1)).toBeNull();
  });

  it('finds renamed sheets and tables, keeps their names, and formulas of others go on', async () => {
    workbook.renameSheet(data(), '客户明细');
    workbook.sheets[0]!.setInputs({ row: 0, column: 0 }, [['=客户明细!E4', '=SUM(Orders[2024])']]);
    const list = orders(10);
    list[0] = { ...list[0]!, amount: 77 };
    const result = await again(list);
    expect(result.refreshed).toEqual([sampleNames.report, '客户明细']);
    await workbook.calculate();
    expect(workbook.sheets[0]!.value(0, 0)).toBe(77);
    expect(result.kept).toEqual([]);
  });

  it('keeps notes beside the built part and cells that people changed in it', async () => {
    report().setInputs({ row: 9, column: 1 }, [[0.25]]);
    report().setInputs({ row: 0, column: 0 }, [['我的标题']]);
    report().setInputs({ row: 3, column: 9 }, [['私人笔记']]);
    const result = await again(orders(10), { title: '新标题' });
    expect(report().value(9, 1)).toBe(0.25);
    expect(report().value(0, 0)).toBe('我的标题');
    expect(report().value(3, 9)).toBe('私人笔记');
    expect(result.kept).toEqual([
      { sheet: sampleNames.report, address: 'A1', ours: '我的标题', theirs: '新标题' },
      { sheet: sampleNames.report, address: 'B10', ours: '0.25', theirs: '0.1' },
    ]);
    const third = await again(orders(10), { title: '第三' });
    expect(report().value(0, 0)).toBe('我的标题');
    expect(third.kept).toHaveLength(2);
  });

  it('moves the report along when there are more months', async () => {
    report().setInputs({ row: 9, column: 1 }, [[0.25]]);
    await again(orders(10), { months: 6 });
    expect(report().value(10, 0)).toBe('合计');
    expect(report().value(7, 0)).toBe('4月');
    expect(report().formula(10, 1)!.formula).toBe('=SUM(B5:B10)');
    expect(report().value(12, 1)).toBe(0.25);
    expect(report().charts).toHaveLength(1);
    expect(report().charts[0]!.series[0]!.values).toContain('$B$5:$B$10');
    expect(report().conditionalFormats.map((format) => format.areas)).toEqual([
      [{ row: 4, column: 1, rows: 6, columns: 1 }],
    ]);
    expect(report().style(7, 1).font?.bold).not.toBe(true);
  });

  it('fills again what was only emptied, and leaves a removed chart removed', async () => {
    report().clear({ row: 4, column: 1, rows: 1, columns: 1 }, 'contents');
    report().charts.splice(0, 1);
    const result = await again();
    expect(report().formula(4, 1)).not.toBeNull();
    expect(report().charts).toHaveLength(0);
    expect(result.notices.map((notice) => notice.code)).toEqual(['excel-chart-stays-removed']);
    expect((await again()).notices.map((notice) => notice.code)).toEqual(['excel-chart-stays-removed']);
    expect(report().charts).toHaveLength(0);
  });

  it('keeps a totals row that people switched on', async () => {
    const table = workbook.table('Orders')!;
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('Orders').showTotals = true;
      await context.sync();
    });
    expect(table.area.rows).toBe(12);
    await again([...orders(10), ...orders(5, 50)]);
    expect(workbook.table('Orders')!.showTotals).toBe(true);
    expect(workbook.table('Orders')!.area.rows).toBe(17);
  });

  it('adds only the sheet that people deleted', async () => {
    workbook.deleteSheet(report());
    const result = await again();
    expect(result.added).toHaveLength(1);
    expect(result.refreshed).toEqual([sampleNames.data]);
    expect(report().value(0, 0)).toBe('月度总结');
  });
});

describe('undo', () => {
  it('removes new sheets and forgets the build', async () => {
    await resetWorkbook({ sheets: ['订单台账', 'b'], locale: 'zh-CN' });
    workbook.activate(workbook.sheets[1]!);
    const before = seen(workbook);
    await writePlan(samplePlan(orders(5)), sampleBuild);
    expect(canUndo()).toMatchObject({ template: 'sample' });
    expect(await undoBuild()).toEqual({
      done: true,
      removed: [sampleNames.report, sampleNames.data],
      restored: [],
    });
    expect(seen(workbook)).toEqual(before);
    expect(canUndo()).toBeNull();
    await expect(undoBuild()).rejects.toMatchObject({ code: 'excel-nothing-to-undo' });
  });

  it('returns a refreshed build to what it was', async () => {
    data().setInputs({ row: 4, column: 6 }, [['已回款']]);
    report().setInputs({ row: 9, column: 1 }, [[0.25]]);
    const before = seen(workbook);
    await again([...orders(6, 3), ...orders(20, 50)], { months: 6, title: '新' });
    expect(seen(workbook)).not.toEqual(before);
    expect(await undoBuild()).toMatchObject({ done: true, removed: [] });
    expect(seen(workbook)).toEqual(before);
  });

  it('lists what would be lost and waits for a word', async () => {
    data().setInputs({ row: 4, column: 6 }, [['已回款']]);
    report().setInputs({ row: 0, column: 0 }, [['我的标题']]);
    report().setInputs({ row: 3, column: 9 }, [['笔记']]);
    const refused = await undoBuild();
    expect(refused).toEqual({
      done: false,
      losses: [
        { sheet: sampleNames.report, cells: ['A1', 'J4'], more: 0 },
        { sheet: sampleNames.data, cells: ['G5'], more: 0 },
      ],
    });
    expect(workbook.sheets).toHaveLength(3);
    expect(await undoBuild({ evenIfLost: true })).toMatchObject({ done: true });
    expect(workbook.sheets).toHaveLength(1);
  });
});
