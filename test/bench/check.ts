/* Checking a submitted commission sheet of 50,000 rows, beside reading it: the one should not take much longer. */
import { performance } from 'node:perf_hooks';
import { serialOf } from '../../src/domain/dates';
import { readBook } from '../../src/reading';
import type { BookGrid, GridValue } from '../../src/reading/grid';
import { checkSheet } from '../../src/templates/commission-check/digest';
import { choosePlan } from '../../src/templates/commission-check/plan';
import { print, random } from './measure';

const MONTHS = 12;
const PEOPLE = Math.ceil(50_000 / MONTHS);

export function run(): void {
  for (const wrong of [0, 5, 100]) {
    const book = submitted(wrong);
    const times = new Map<string, number>();
    const timed = <T>(name: string, work: () => T): T => {
      const start = performance.now();
      const result = work();
      times.set(name, performance.now() - start);
      return result;
    };
    const reading = timed('recognise tables, columns and values', () => readBook(book));
    const source = reading.sheets[0]?.tables[0];
    const chosen = choosePlan(book, { plan: 'team-tiers' }, 'zh-CN');
    if (!source || source.role !== 'commission' || !chosen) throw new Error('The sheet was not recognised.');
    const digest = timed('compute what is due, compare, explain', () =>
      checkSheet({ source, orders: [], team: null, chosen, asOf: null, near: 2, locale: 'zh-CN' }),
    );
    if ('refusal' in digest) throw new Error(digest.refusal.code);
    const found = digest.checked.filter(({ verdict }) => verdict === 'explained').length;
    print(
      `check ${digest.checked.length.toLocaleString('en')} rows, ${wrong} % wrong (${found} explained)`,
      times,
    );
  }
}

/** Whole-amount pay by the ready plan; in so many percent of the rows the base pay is forgotten. */
function submitted(wrong: number): BookGrid {
  const below = random(5);
  const values: GridValue[][] = [['月份', '姓名', '收入（元）', '底薪', '提成比例', '提成', '应发合计']];
  for (let month = 1; month <= MONTHS; month++) {
    for (let person = 0; person < PEOPLE; person++) {
      const revenue = below(90_000);
      const rate = revenue < 20_000 ? 0.1 : revenue < 40_000 ? 0.15 : revenue < 60_000 ? 0.2 : 0.25;
      const due = revenue < 40_000 ? 2500 : revenue < 60_000 ? 3000 : 4000;
      const base = below(100) < wrong ? 0 : due;
      const commission = Math.round(revenue * rate * 100) / 100;
      values.push([
        serialOf(2025, month, 1),
        `员工${person}`,
        revenue,
        base,
        rate,
        commission,
        base + commission,
      ]);
    }
  }
  const formats = values.map((_, row) => (row === 0 ? [] : ['yyyy"年"m"月"']));
  return {
    name: '提成.xlsx',
    date1904: false,
    sheets: [
      {
        name: '提成表',
        origin: { row: 0, column: 0 },
        values,
        formats,
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        tables: [],
        visible: true,
      },
    ],
  };
}
