/** @jest-environment ./test/tools/office-environment */
import { goTo, showSheet, surroundings, watchWorkbook, writePlan } from '../../src/excel';
import { orders, sampleBuild, samplePlan } from './samplePlan';

jest.setTimeout(60_000);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(() => resetWorkbook({ sheets: ["o'Neill & 子", '订单'], locale: 'zh-CN' }));

describe('watching the workbook', () => {
  it('tells once when things are still, for typing and for sheets that come and go', async () => {
    let told = 0;
    const stop = await watchWorkbook(() => told++, 60);
    const sheet = workbook.sheets[1]!;
    for (let row = 0; row < 5; row++) sheet.setInputs({ row, column: 0 }, [[row]]);
    await pause(200);
    expect(told).toBe(1);
    workbook.addSheet('neu');
    await pause(200);
    expect(told).toBe(2);
    await stop();
    sheet.setInputs({ row: 0, column: 0 }, [['x']]);
    await pause(200);
    expect(told).toBe(2);
  });

  it('is silent about a build of its own', async () => {
    let told = 0;
    const stop = await watchWorkbook(() => told++, 30);
    await writePlan(samplePlan(orders(3)), sampleBuild);
    await pause(300);
    expect(told).toBe(0);
    await stop();
  });
});

describe('showing', () => {
  it('selects the cells of a finding, whatever the sheet is called', async () => {
    workbook.sheets[0]!.visibility = 'hidden';
    await goTo("o'Neill & 子", 'C5');
    expect(workbook.activeSheet.name).toBe("o'Neill & 子");
    expect(workbook.selection.active).toEqual({ row: 4, column: 2 });
    await showSheet('订单');
    expect(workbook.activeSheet.name).toBe('订单');
  });

  it('says when the sheet is gone', async () => {
    await expect(goTo('weg', 'A1')).rejects.toMatchObject({
      code: 'excel-item-gone',
      details: { message: 'weg' },
    });
    await expect(showSheet('weg')).rejects.toMatchObject({ code: 'excel-item-gone' });
  });
});

describe('surroundings', () => {
  it('are the language and theme of Excel', async () => {
    expect(surroundings()).toMatchObject({ language: 'zh-CN', dark: false });
    await resetWorkbook({ theme: 'dark', locale: 'en-US' });
    expect(surroundings()).toMatchObject({ language: 'en-US', dark: true });
  });
});
