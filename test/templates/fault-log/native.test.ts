/** The log's native formulas say of every fault what the domain says, round the clock and in working hours. */
import type { SlaResult } from '../../../src/domain/orders/faults';
import type { Plan, PlanCell } from '../../../src/plan/types';
import { texts } from '../../../src/locales';
import { faultLog, outcomes } from '../../../src/templates/fault-log';
import { calculated, errorsIn, sheetOf } from '../model';
import { request, seeded, tableReading } from '../readings';
import { rulesGridOf } from '../built';

const AS_OF = 45_720 + 0.7;
const OPTIONS = { 'as-of': 'newest', 'solve-within': '120' };

function faults(count: number) {
  const random = seeded(17);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const columns: Record<string, (number | string | null)[]> = {
    at: [],
    customer: [],
    engineer: [],
    told: [],
    answered: [],
    solved: [],
  };
  for (let row = 0; row < count; row++) {
    const day = 45_690 + whole(0, 31);
    const reported = random() < 0.05 ? day : day + whole(1, 1439) / 1440;
    const after = (chance: number, most: number): number | null => {
      if (random() > chance) return null;
      // Some are only a day, some were before the report.
      return random() < 0.04 ? day : reported + whole(-3, most) / 1440;
    };
    columns['at']?.push(reported);
    columns['customer']?.push(`客户${whole(1, 5)}`);
    columns['engineer']?.push(['冯工', '蒋工', '*'][whole(0, 2)] ?? null);
    columns['told']?.push(after(0.6, 25));
    columns['answered']?.push(after(0.8, 60));
    columns['solved']?.push(after(0.85, 400));
  }
  const date = { kind: 'date' } as const;
  return tableReading('故障', 'other', [
    { field: 'date', header: '申告时间', values: columns['at'] ?? [], more: date },
    { field: 'customer', header: '客户', values: columns['customer'] ?? [] },
    { field: 'owner', header: '处理人', values: columns['engineer'] ?? [] },
    { field: null, header: '派单时间', values: columns['told'] ?? [], more: date },
    { field: null, header: '响应时间', values: columns['answered'] ?? [], more: date },
    { field: 'done_date', header: '恢复时间', values: columns['solved'] ?? [], more: date },
  ]);
}

function withSettings(plan: Plan, changes: Readonly<Record<string, PlanCell>>): Plan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      tables: sheet.tables.map((table) =>
        table.role !== 'fault-limits'
          ? table
          : {
              ...table,
              rows: table.rows.map((row, index) =>
                row.map((cell, column) => (column === 1 ? (changes[table.keys[index] ?? ''] ?? cell) : cell)),
              ),
            },
      ),
    })),
  };
}

test.each([
  ['round the clock', {}],
  ['in working hours', { clock: '上班时间' }],
  ['with other limits', { contact: 5, response: 20, solve: 240 }],
])('%s', async (_name, changes) => {
  const source = faults(150);
  const given = request(source, { asOf: AS_OF, options: OPTIONS });
  const plan = withSettings(faultLog.build(given), changes);
  const workbook = await calculated(plan);
  const table = plan.sheets[0]?.tables[0];
  if (!table) throw new Error('no log');
  const sheet = sheetOf(workbook, '故障跟踪');
  const words = texts('zh-CN').templates['fault-log'].results;
  const place = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const said = table.rows.map((_, index) => {
    const at = (id: string) => sheet.value(table.at.row + 1 + index, place(id));
    const minutes = (id: string) => (at(id) === '' ? null : Math.round(Number(at(id)) * 60));
    return {
      minutes: ['contactMinutes', 'responseMinutes', 'solveMinutes'].map(minutes),
      result: (Object.keys(words) as SlaResult[]).find((result) => words[result] === at('result')),
    };
  });
  const domain = outcomes({ ...given, rules: rulesGridOf(plan) }).map(
    ({ contact, response, solve, result }) => ({
      minutes: [contact, response, solve].map((sla) =>
        typeof sla?.minutes === 'number' ? Math.round(sla.minutes * 60) : null,
      ),
      result,
    }),
  );
  expect(said).toEqual(domain);
  expect(new Set(domain.map(({ result }) => result)).size).toBeGreaterThan(3);
  expect(errorsIn(sheetOf(workbook, '故障统计'))).toEqual([]);
});

test('times alone and minutes are read as of the report', () => {
  const table = tableReading('故障', 'other', [
    { field: 'date', header: '申告时间', values: [45_700 + 23.5 / 24, 45_701.5], more: { kind: 'date' } },
    { field: null, header: '响应时间', values: ['00:10', '12:20'], more: { kind: 'text' } },
    { field: 'done_date', header: '解决用时（分钟）', values: [90, 200], more: { kind: 'number' } },
  ]);
  const found = outcomes(request(table, { options: OPTIONS }));
  expect(found.map(({ response, solve }) => [response?.minutes, solve.minutes])).toEqual([
    [40, 90],
    [20, 200],
  ]);
});
