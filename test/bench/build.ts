/* The monthly summary of 50,000 orders without a screen, phase by phase, beside the file library that only reads and
   writes the same rows: what Daybook and its stand-in for Excel add to that. */
import { performance } from 'node:perf_hooks';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

import { insideExcel } from '../../src/cli/excel-session';
import { loadNames, readGrid, writePlan } from '../../src/excel';
import { headerSignature, readBook } from '../../src/reading';
import { templateById } from '../../src/templates';
import { sourcesOf } from '../../src/templates/sources';
import { openFile, saveWorkbook } from '../../src/workbench/files';
import { print, random } from './measure';

const ROWS = 50_000;
const LOCALE = 'zh-CN';

export async function run(): Promise<void> {
  const rows = orders();
  const bytes = await writeXlsx({ sheets: [{ name: '订单', rows }] });
  const library = await timed(async () => {
    await readXlsx(bytes, { readStyles: true });
    await writeXlsx({ sheets: [{ name: '订单', rows }] });
  });
  const phases = await buildPhases(bytes);
  const whole = [...phases.values()].reduce((sum, time) => sum + time, 0);
  print(
    `monthly summary of ${ROWS.toLocaleString('en')} × ${rows[0]?.length ?? 0}`,
    new Map([['hucre alone, read and write', library], ['Daybook, all phases', whole], ...phases]),
  );
}

async function buildPhases(bytes: Uint8Array): Promise<Map<string, number>> {
  const phases = new Map<string, number>();
  const phase = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    phases.set(`  ${name}`, performance.now() - start);
    return result;
  };
  const { workbook } = await phase('open the file', () => openFile(bytes, 'bench.xlsx'));
  await insideExcel(workbook, LOCALE, async () => {
    const { grid, rules } = await phase('read the grid through Office.js', () => readGrid());
    const book = await phase('recognise tables and columns', () => readBook(grid));
    const template = templateById('monthly-summary');
    const [source] = sourcesOf(template, book);
    if (!source) throw new Error('The orders were not recognised.');
    const names = await loadNames(null);
    const options = Object.fromEntries(template.options.map(({ id, initial }) => [id, initial]));
    const plan = await phase('plan the sheets', () =>
      template.build({ book, rules, source, companions: {}, asOf: null, locale: LOCALE, names, options }),
    );
    const from = { sheet: source.sheet, signature: headerSignature(source) };
    await phase('write through Office.js', () => writePlan(plan, { source: from, options, refresh: null }));
    await phase('calculate everything', () => workbook.calculate(true));
    await phase('save the file', () => saveWorkbook(workbook));
  });
  return phases;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function orders(): (string | number)[][] {
  const next = random(11);
  const rows = Array.from({ length: ROWS }, (_, row) => [
    `DD${20_240_000 + row}`,
    row % 17 === 0 ? `2024.${1 + next(12)}.${1 + next(28)}` : 44_927 + next(730),
    `客户${next(3000)}有限公司`,
    `经理${next(40)}`,
    ['互联网专线', '云主机', '短信', '物联网卡'][next(4)] ?? '',
    1 + next(20),
    row % 37 === 0 ? `￥${next(90_000)}.50` : next(10_000_000) / 100,
    ['已完成', '进行中'][next(2)] ?? '',
  ]);
  return [['订单编号', '下单日期', '客户名称', '客户经理', '产品', '数量', '订单金额', '状态'], ...rows];
}
