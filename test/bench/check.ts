/* Checking a submitted commission sheet of 50,000 rows, beside reading it: the one should not take much longer. */
import { performance } from 'node:perf_hooks';
import { writeXlsx } from 'hucre/xlsx';

import { insideExcel } from '../../src/cli/excel-session';
import { loadNames, readGrid } from '../../src/excel';
import { readBook } from '../../src/reading';
import { templateById } from '../../src/templates';
import { checkSheet } from '../../src/templates/commission-check/digest';
import { choosePlan } from '../../src/templates/commission-check/plan';
import { openFile } from '../../src/workbench/files';
import { print, random } from './measure';

const MONTHS = 12;
const PEOPLE = Math.ceil(50_000 / MONTHS);
const LOCALE = 'zh-CN';
type Row = (string | number | Date)[];
const READ = [
  'open the file',
  'read the grid through Office.js',
  'recognise tables, columns and values',
] as const;

export async function run(): Promise<void> {
  for (const wrong of [0, 5, 100]) {
    const bytes = await writeXlsx({ sheets: [{ name: '提成表', rows: submitted(wrong) }] });
    const times = new Map<string, number>();
    const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      const start = performance.now();
      const result = await work();
      times.set(name, performance.now() - start);
      return result;
    };
    const { workbook } = await timed(READ[0], () => openFile(bytes, 'bench.xlsx'));
    await insideExcel(workbook, LOCALE, async () => {
      const { grid, rules } = await timed(READ[1], () => readGrid());
      const book = await timed(READ[2], () => readBook(grid));
      const source = book.sheets[0]?.tables[0];
      const template = templateById('commission-check');
      const initial = template.options.map(({ id, initial: value }) => [id, value] as const);
      const options = { ...Object.fromEntries(initial), plan: 'team-tiers' };
      const chosen = choosePlan(rules, options, LOCALE);
      if (!source || source.role !== 'commission' || !chosen)
        throw new Error('The sheet was not recognised.');
      const digest = await timed('compute what is due, compare, explain', () =>
        checkSheet({ source, orders: [], team: null, chosen, asOf: null, near: 2, locale: LOCALE }),
      );
      if ('refusal' in digest) throw new Error(digest.refusal.code);
      const names = await loadNames(null);
      const request = {
        book,
        rules,
        source,
        companions: {},
        asOf: null,
        locale: LOCALE,
        names,
        options,
      } as const;
      await timed('check, and what the pane shows of it', () => template.prepare(request));
      await timed('check, and plan its sheets', () => template.build(request));
      const found = digest.checked.filter(({ verdict }) => verdict === 'explained').length;
      const read = READ.reduce((sum, name) => sum + (times.get(name) ?? NaN), 0);
      const rows = digest.checked.length.toLocaleString('en');
      print(
        `check ${rows} rows, ${wrong} % wrong (${found} explained)`,
        new Map([['reading it, in all', read], ...times]),
      );
    });
  }
}

/** Whole-amount pay by the ready plan; in so many percent of the rows the base pay is forgotten. */
export function submitted(wrong: number): Row[] {
  const below = random(5);
  const rows: Row[] = [['月份', '姓名', '收入（元）', '底薪', '提成比例', '提成', '应发合计']];
  for (let month = 1; month <= MONTHS; month++) {
    for (let person = 0; person < PEOPLE; person++) {
      const revenue = below(90_000);
      const rate = revenue < 20_000 ? 0.1 : revenue < 40_000 ? 0.15 : revenue < 60_000 ? 0.2 : 0.25;
      const due = revenue < 40_000 ? 2500 : revenue < 60_000 ? 3000 : 4000;
      const base = below(100) < wrong ? 0 : due;
      const commission = Math.round(revenue * rate * 100) / 100;
      const first = new Date(Date.UTC(2025, month - 1, 1));
      rows.push([first, `员工${person}`, revenue, base, rate, commission, base + commission]);
    }
  }
  return rows;
}
