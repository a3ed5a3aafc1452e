/** @jest-environment ./test/tools/office-environment */
import { loadMemory, loadNames, readGrid, saveChoices, writePlan, type Progress } from '../../src/excel';
import { oddTexts, orders, sampleBuild, sampleNames, samplePlan } from './samplePlan';

jest.setTimeout(60_000);

const MB = 1024 * 1024;
const DATA = sampleNames.data;
const REPORT = sampleNames.report;

function column(sheet: string, index: number, first: number, count: number): unknown[] {
  return workbook
    .sheet(sheet)!
    .values({ row: first, column: index, rows: count, columns: 1 })
    .map((row) => row[0]);
}

beforeEach(async () => {
  await resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' });
  workbook.sheets[0]!.setValues({ row: 0, column: 0 }, [['订单号'], ['DD1']]);
});

describe('building a plan', () => {
  it('adds its sheets behind the others, marked, shows the first and leaves the source alone', async () => {
    const source = JSON.stringify((workbook.snapshot() as { sheets: unknown[] }).sheets[0]);
    const result = await writePlan(samplePlan(orders(3)), sampleBuild);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['订单台账', REPORT, DATA]);
    expect(workbook.activeSheet.name).toBe(REPORT);
    expect(JSON.stringify((workbook.snapshot() as { sheets: unknown[] }).sheets[0])).toBe(source);
    expect(result).toMatchObject({ added: [REPORT, DATA], refreshed: [], notices: [] });
    expect((await readGrid()).built).toEqual([REPORT, DATA]);
    expect((await readGrid()).grid.sheets.map((sheet) => sheet.name)).toEqual(['订单台账']);
  });

  it('lands every text as exactly that text, and numbers and dates as numbers', async () => {
    await writePlan(samplePlan(orders(oddTexts.length)), sampleBuild);
    expect(column(DATA, 2, 3, oddTexts.length)).toEqual(oddTexts);
    expect(column(DATA, 3, 3, 2)).toEqual([45292, 45292]);
    expect(workbook.sheet(DATA)!.style(3, 3).numberFormat).toBe('yyyy-mm-dd');
    expect(workbook.sheet(REPORT)!.value(1, 0)).toBe('=本月共计，\n如下');
    expect(workbook.sheet(REPORT)!.value(3, 2)).toBe('1-2');
  });

  it('locks a sheet that is to be handed out, and no other', async () => {
    const plan = samplePlan(orders(3));
    const sheets = plan.sheets.map((sheet) => (sheet.name === REPORT ? { ...sheet, locked: true } : sheet));
    await writePlan({ ...plan, sheets }, sampleBuild);
    const isLocked = await Excel.run(async (context) => {
      const found = [REPORT, DATA].map((name) =>
        context.workbook.worksheets.getItem(name).protection.load('protected'),
      );
      await context.sync();
      return found.map((one) => one.protected);
    });
    expect(isLocked).toEqual([true, false]);
  });

  it('makes the table with its calculated column, and formulas that name it calculate', async () => {
    await writePlan(samplePlan(orders(3)), sampleBuild);
    const table = workbook.table('Orders')!;
    expect(table.area).toEqual({ row: 2, column: 1, rows: 4, columns: 7 });
    expect(table.columns.map((one) => one.name)).toEqual([
      '订单号',
      '客户',
      '日期',
      '2024',
      '税额',
      '备注',
      '标记',
    ]);
    const amounts = column(DATA, 4, 3, 3) as number[];
    expect(column(DATA, 5, 3, 3)).toEqual(amounts.map((amount) => amount * 0.06));
    await workbook.calculate();
    expect(workbook.sheet(REPORT)!.value(4, 1)).toBe(amounts[0]! + amounts[1]! + amounts[2]!);
  });

  it('brings charts, rules, choices, panes and print setup', async () => {
    await writePlan(samplePlan(orders(3)), sampleBuild);
    const report = workbook.sheet(REPORT)!;
    const data = workbook.sheet(DATA)!;
    expect(report.charts).toHaveLength(1);
    expect(report.charts[0]).toMatchObject({ name: '每月金额', type: 'ColumnClustered', title: '每月金额' });
    expect(report.charts[0]!.series.map((series) => series.name)).toEqual(['金额', '单数']);
    expect(report.charts[0]!.series[1]!.values).toContain('$C$5:$C$7');
    expect(report.conditionalFormats[0]!.rule).toMatchObject({ kind: 'custom', formula: '=B5<0' });
    expect(report.frozen).toEqual({ rows: 1, columns: 0 });
    expect(report.showGridlines).toBe(false);
    expect(report.merges).toEqual([{ row: 1, column: 0, rows: 1, columns: 3 }]);
    expect(report.rowHeight(1)).toBe(48);
    expect(report.columnWidth(0)).toBeCloseTo(16, 0);
    expect(report.style(0, 0).font).toMatchObject({ size: 20, bold: true });
    expect(data.validations[0]).toMatchObject({ kind: 'list', formula1: '已回款,未回款' });
    expect(data.pageLayout).toMatchObject({ orientation: 'landscape', fitToWidth: 1, titleRows: '$3:$3' });
  });

  it('works without rows and in a workbook with odd sheet names', async () => {
    workbook.addSheet("=1+1 & 'x' (2)");
    const names = await loadNames(null);
    const taken = names.sheet('data', "=1+1 & 'X' (2)");
    expect(taken.toLowerCase()).not.toBe("=1+1 & 'x' (2)");
    const plan = samplePlan([], {
      names: {
        report: names.sheet('report', "'=总结' [1]:2"),
        data: taken,
        table: names.table('orders', 'A1'),
      },
    });
    await writePlan(plan, sampleBuild);
    expect(workbook.sheet(taken)!.tables[0]!.area.rows).toBe(2);
  });

  it('never hands a name out twice', async () => {
    const names = await loadNames(null);
    expect(names.sheet('a', '总结')).not.toBe(names.sheet('b', '总结'));
    expect(names.sheet('a', '总结')).toBe('总结');
    expect(names.table('t', 'Orders')).toBe('Orders');
    expect(names.table('u', 'orders').toLowerCase()).not.toBe('orders');
  });

  it('tells how far it is', async () => {
    const steps: Progress[] = [];
    await writePlan(samplePlan(orders(500)), {
      ...sampleBuild,
      onProgress: (progress) => steps.push(progress),
    });
    const writes = steps.filter((step) => step.step === 'write');
    expect(writes.at(-1)).toMatchObject({ done: 500, total: 500 });
    expect(steps.map((step) => step.step)).toEqual(expect.arrayContaining(['look', 'compare', 'finish']));
  });
});

describe('requests of a build', () => {
  it('are as many as before, plus one for each half megabyte, all far below the limit', async () => {
    const counts: number[] = [];
    for (const rows of [10, 1000, 50000]) {
      await resetWorkbook({ sheets: ['订单台账'], locale: 'zh-CN' });
      await writePlan(samplePlan(orders(rows)), sampleBuild);
      counts.push(host.syncCount);
      const sizes = host.requests.flatMap((request) => [request.requestBytes, request.replyBytes]);
      expect(Math.max(...sizes)).toBeLessThan(MB);
      expect(workbook.table('Orders')!.area.rows).toBe(rows + 1);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[2]! - counts[0]!).toBeLessThan(16);
    expect(counts[0]).toBeLessThan(45);
  }, 60000);
});

describe('what the workbook remembers', () => {
  it('is the build, under the names that its sheets have now', async () => {
    await writePlan(samplePlan(orders(3)), { ...sampleBuild, options: { scale: 'wan' } });
    workbook.renameSheet(workbook.sheet(DATA)!, '我的明细');
    const { builds } = await loadMemory();
    expect(builds).toMatchObject([
      {
        template: 'sample',
        source: sampleBuild.source,
        options: { scale: 'wan' },
        sheets: [
          { role: 'report', name: REPORT },
          { role: 'data', name: '我的明细' },
        ],
      },
    ]);
    workbook.deleteSheet(workbook.sheet(REPORT)!);
    workbook.deleteSheet(workbook.sheet('我的明细')!);
    expect((await loadMemory()).builds).toEqual([]);
  });

  it('forgets builds whose sheets are gone, with their rows', async () => {
    await writePlan(samplePlan(orders(3)), sampleBuild);
    workbook.deleteSheet(workbook.sheet(DATA)!);
    workbook.deleteSheet(workbook.sheet(REPORT)!);
    await writePlan(samplePlan(orders(3)), sampleBuild);
    expect(workbook.customXml.size).toBe(2);
  });

  it('keeps choices beside builds', async () => {
    const choices = [
      { sheet: '订单台账', signature: 's', choices: { fields: { '金额 <元> & "x"': 'amount' as const } } },
    ];
    await saveChoices(choices);
    await writePlan(samplePlan(orders(3)), sampleBuild);
    const memory = await loadMemory();
    expect(memory.choices).toEqual(choices);
    expect(memory.builds).toHaveLength(1);
    await saveChoices([]);
    expect((await loadMemory()).builds).toHaveLength(1);
  });

  it.each(['<daybook xmlns="urn:daybook:memory" version="1">{"builds":[{}],"choices":', 'no xml at all'])(
    'says when it is damaged and goes on: %p',
    async (xml) => {
      await saveChoices([]);
      const [key] = [...workbook.customXml.keys()];
      workbook.customXml.set(
        key!,
        xml.startsWith('<') ? `${xml}</daybook>` : `<daybook xmlns="urn:daybook:memory">${xml}</daybook>`,
      );
      const memory = await loadMemory();
      expect(memory.builds).toEqual([]);
      expect(memory.notices.map((notice) => notice.code)).toEqual(['excel-memory-damaged']);
      const result = await writePlan(samplePlan(orders(3)), sampleBuild);
      expect(result.notices.map((notice) => notice.code)).toEqual(['excel-memory-damaged']);
      expect((await loadMemory()).builds).toHaveLength(1);
    },
  );
});
