/** @jest-environment ./test/tools/office-environment */
import { loadNames, readGrid, writePlan, type BuildResult } from '../../src/excel';
import { serialOf } from '../../src/domain/dates';
import type { SheetModel } from '../../src/workbench/model/types';
import { seeded } from '../templates/readings';
import {
  diaryRequest,
  planRequest,
  visitDiary,
  visitPlan,
  type Listed,
  type Visit,
} from '../templates/visit-diary/visits';

jest.setTimeout(120_000);

const START = serialOf(2024, 3, 1);
const LIST: readonly Listed[] = Array.from({ length: 8 }, (_, index) => ({
  name: `客户${index}`,
  class: 'ABC'[index % 3]!,
  region: ['南', '北'][index % 2]!,
}));

function visit(index: number): Visit {
  return {
    date: START + index,
    person: ['周文博', '林晓彤'][index % 2]!,
    customer: `客户${index % 8}`,
    content: `意见${index}`,
    ...(index % 3 === 0 && { owner: '何建国' }),
  };
}

async function build(visits: readonly Visit[], refresh: string | null): Promise<BuildResult> {
  const { rules } = await readGrid();
  const names = await loadNames(refresh);
  const plan = visitDiary.build(diaryRequest(visits, LIST, { names, rules }));
  return writePlan(plan, { source: { sheet: '走访', signature: 's' }, options: {}, refresh });
}

const diary = (): SheetModel => workbook.sheet('走访日志')!;

function headers(): string[] {
  return diary()
    .values({ ...diary().tables[0]!.area, rows: 1 })[0]!
    .map(String);
}

/** Cells of the diary by customer, date and what was said, wherever the row stands. */
function rowOf(said: string): Record<string, unknown> | undefined {
  const { area } = diary().tables[0]!;
  const names = headers();
  const row = diary()
    .values(area)
    .find((cells) => cells[names.indexOf('需求与意见')] === said);
  return row && Object.fromEntries(row.map((cell, index) => [names[index] ?? '', cell]));
}

function typeInto(said: string, column: string, value: string | number): void {
  const { area } = diary().tables[0]!;
  const names = headers();
  const index = diary()
    .values(area)
    .findIndex((cells) => cells[names.indexOf('需求与意见')] === said);
  diary().setInputs({ row: area.row + index, column: area.column + names.indexOf(column) }, [[value]]);
}

beforeEach(() => resetWorkbook({ sheets: ['走访'], locale: 'zh-CN' }));

describe('a diary built again', () => {
  it('brings new visits and keeps what was typed, on every sheet', async () => {
    const visits = Array.from({ length: 12 }, (_, index) => visit(index));
    const { build: first } = await build(visits, null);
    typeInto('意见4', '负责人意见', '请尽快回复');
    typeInto('意见5', '待办事项', '补签合同');
    const rules = workbook.sheet('走访规则')!;
    rules.setInputs({ row: 5, column: 1 }, [[5]]);
    const review = workbook.sheet('月末点评')!;
    const opinion = review.values({ ...review.tables[0]!.area, rows: 1 })[0]!.indexOf('负责人意见');
    review.setInputs({ row: review.tables[0]!.area.row + 1, column: opinion }, [['继续努力']]);
    await workbook.calculate();

    const result = await build([...visits, visit(12), visit(13)], first.id);
    await workbook.calculate();
    expect(rowOf('意见4')?.['负责人意见']).toBe('请尽快回复');
    expect(rowOf('意见5')?.['待办事项']).toBe('补签合同');
    expect(rowOf('意见13')).toBeDefined();
    expect(rules.value(5, 1)).toBe(5);
    expect(review.value(review.tables[0]!.area.row + 1, opinion)).toBe('继续努力');
    expect(result.changes.find(({ table }) => table === '走访表')).toMatchObject({ added: 2, removed: 0 });
    expect(result.kept).toEqual([]);
  });

  it('loses nothing typed and shows every conflict, whatever both sides do', async () => {
    const next = seeded(20);
    const pick = (count: number): number => Math.floor(next() * count);
    let visits = Array.from({ length: 14 }, (_, index) => visit(index));
    let { build: built } = await build(visits, null);
    const typed = new Map<string, string>();
    for (let round = 0; round < 4; round++) {
      for (let edit = 0; edit < 5; edit++) {
        const said = visits[pick(visits.length)]!.content!;
        if (!rowOf(said)) continue;
        const opinion = `意见栏${round}.${edit}`;
        typeInto(said, '负责人意见', opinion);
        typed.set(said, opinion);
      }
      const clash = visits[pick(visits.length)]!;
      const there = rowOf(clash.content!) !== undefined;
      if (there) typeInto(clash.content!, '办结日期', START + 90 + round);
      const gone = visits[pick(visits.length)]!;
      visits = visits
        .filter((each) => each !== gone || each === clash)
        .map((each) => (each === clash ? { ...each, owner: '新督办', done: START + 80 + round } : each));
      visits.push(visit(100 + round * 10), visit(101 + round * 10));

      const result = await build(visits, built.id);
      built = result.build;
      for (const [said, opinion] of typed)
        expect([said, rowOf(said)?.['负责人意见']]).toEqual([said, opinion]);
      for (const { content } of visits)
        expect([content, rowOf(content!) !== undefined]).toEqual([content, true]);
      const differences = result.changes.find(({ table }) => table === '走访表')!.differences;
      if (there) {
        expect(rowOf(clash.content!)?.['办结日期']).toBe(START + 90 + round);
        expect(
          differences.some(
            ({ kind, cells }) =>
              kind === 'both-changed' && cells.some((cell) => cell.ours === String(START + 90 + round)),
          ),
        ).toBe(true);
      }
      const lost = [...typed.keys()].filter((said) => !visits.some(({ content }) => content === said));
      expect(differences.filter(({ kind }) => kind === 'gone').length).toBeGreaterThanOrEqual(lost.length);
    }
  });

  it('says the same in a workbook that counts days from 1904', async () => {
    const visits = Array.from({ length: 10 }, (_, index) => ({
      ...visit(index * 3),
      due: START + index * 3 + 2,
    }));
    const shown = (name: string): string[] => {
      const sheet = workbook.sheet(name)!;
      const used = sheet.usedArea(true)!;
      return Array.from({ length: used.rows }, (_, row) =>
        Array.from({ length: used.columns }, (__, column) => sheet.text(row, column))
          .filter((text) => !text.includes('·'))
          .join('|'),
      );
    };
    const sheets = ['督办', '走访分析', '客户走访频次', '季度报告'];
    await build(visits, null);
    await workbook.calculate();
    const usual = sheets.map(shown);
    await resetWorkbook({ sheets: ['走访'], locale: 'zh-CN' });
    workbook.date1904 = true;
    await build(visits, null);
    await workbook.calculate();
    expect(sheets.map(shown)).toEqual(usual);
  });
});

describe('the trip plan', () => {
  it('flags the 250 by which 3,000 exceeds 1,750 planned and 1,000 in reserve', async () => {
    const names = await loadNames(null);
    const plan = visitPlan.build(planRequest([visit(0)], LIST, { names, source: null, companions: {} }));
    await writePlan(plan, { source: null, options: {}, refresh: null });
    const sheet = workbook.sheet('出差计划')!;
    const { area } = sheet.tables[0]!;
    const cost = sheet.values({ ...area, rows: 1 })[0]!.indexOf('费用（元）');
    [300, 200, 200, 200, 200, 200, 450].forEach((amount, day) =>
      sheet.setInputs({ row: area.row + 1 + day, column: cost }, [[amount]]),
    );
    const value = (label: string): unknown => {
      for (let row = 0; row < area.row; row++) if (sheet.value(row, 0) === label) return sheet.value(row, 2);
      return undefined;
    };
    const set = (label: string, amount: number): void => {
      for (let row = 0; row < area.row; row++)
        if (sheet.value(row, 0) === label) sheet.setInputs({ row, column: 2 }, [[amount]]);
    };
    set('备用金（元）', 1000);
    set('申请费用（元）', 3000);
    await workbook.calculate();
    expect([value('计划费用（元）'), value('合计（元）'), value('差额（元）')]).toEqual([1750, 2750, 250]);
    expect(sheet.text(11, 3)).toContain('多申请 250.00 元');
    set('申请费用（元）', 2750);
    await workbook.calculate();
    expect([value('差额（元）'), sheet.text(11, 3)]).toEqual([0, '申请费用与计划加备用金相符。']);
  });
});
