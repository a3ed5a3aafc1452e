import fc from 'fast-check';
import { classifyAbc } from '../../../src/domain/customers/abc';
import { rfmType, scoreFrom, scoreUpTo, type Limits } from '../../../src/domain/customers/rfm';
import { stageOf } from '../../../src/domain/customers/stages';
import { addMonths, dateOf, monthStart, serialOf } from '../../../src/domain/dates';
import { shares } from '../../../src/domain/growth';
import { centsOf, yuanOf } from '../../../src/domain/money';
import { texts } from '../../../src/locales';
import { customerValue } from '../../../src/templates/customer-value';
import { calculated, errorsIn, sheetOf } from '../model';
import { ordersReading, request, type Order } from '../readings';

const t = texts('zh-CN').templates['customer-value'];

const order = fc.record({
  day: fc.integer({ min: serialOf(2024, 1, 1), max: serialOf(2025, 4, 30) }),
  cents: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 9_000_000 }) },
    fc.integer({ min: -900_000, max: -1 }),
  ),
  customer: fc.integer({ min: 1, max: 12 }).map((n) => ['*', '007', '=1+1', '客户"甲"'][n] ?? `客户${n}`),
});
const orderLists = fc.array(order, { minLength: 1, maxLength: 60 }).map((rows) =>
  rows.map(({ day, cents, customer }, index): Order => ({
    id: `DD${index}`,
    date: day,
    amount: yuanOf(cents),
    customer,
    person: '林晓彤',
    product: null,
  })),
);

/** Each customer's row by header. */
function rowsBy(sheet: ReturnType<typeof sheetOf>): Map<string, Record<string, unknown>> {
  const used = sheet.usedArea(true);
  const width = (used?.columns ?? 0) + (used?.column ?? 0);
  const texts = (row: number) => Array.from({ length: width }, (_, column) => sheet.text(row, column));
  const headers = texts(3);
  const rows = new Map<string, Record<string, unknown>>();
  for (let row = 4; row < (used?.row ?? 0) + (used?.rows ?? 0); row++) {
    const values = sheet.values({ row, column: 0, rows: 1, columns: width })[0] ?? [];
    rows.set(sheet.text(row, 0), Object.fromEntries(headers.map((header, i) => [header, values[i]])));
  }
  return rows;
}

test('class, scores, type and stage of every customer are the domain’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      orderLists,
      fc.constantFrom('twelve-months', 'year-to-date', 'all'),
      async (orders, span) => {
        const plan = customerValue.build(request(ordersReading(orders), { options: { span } }));
        const book = await calculated(plan);
        for (const { name } of plan.sheets) expect(errorsIn(sheetOf(book, name))).toEqual([]);
        const rows = rowsBy(sheetOf(book, t.customersSheet));

        const asOf = Math.max(...orders.map(({ date }) => date ?? 0));
        const from = {
          'twelve-months': addMonths(monthStart(asOf), -11),
          'year-to-date': serialOf(dateOf(asOf).year, 1, 1),
          all: 0,
        }[span];
        const names = [...new Set(orders.map(({ customer }) => customer ?? ''))];
        const cents = names.map((name) =>
          orders
            .filter(({ customer, date }) => customer === name && (date ?? 0) >= (from ?? 0))
            .reduce((sum, { amount }) => sum + centsOf(amount ?? 0), 0),
        );
        const { classes, total } = classifyAbc(cents);
        const rules = plan.sheets.find(({ role }) => role.startsWith('rules'))?.tables ?? [];
        const limits = rules.find(({ role }) => role === 'rfm-limits')?.rows ?? [];
        const [r, f, m] = [1, 2, 3].map((i) => limits.map((line) => Number(line[i])) as unknown as Limits);
        if (!r || !f || !m) throw new Error('no limits');
        names.forEach((name, i) => {
          const row = rows.get(name);
          const own = orders.filter(({ customer, amount }) => customer === name && (amount ?? 0) > 0);
          const days = own.map(({ date }) => date ?? 0);
          const inSpan = new Set(days.filter((day) => day >= (from ?? 0)));
          expect(row?.[t.columns.amount]).toBe(yuanOf(cents[i] ?? 0));
          expect(row?.[t.columns.abc]).toBe(total > 0 ? classes[i] : 'n/a');
          const last = days.length === 0 ? Infinity : asOf - Math.max(...days);
          const scores = [
            scoreUpTo(last, r),
            scoreFrom(inSpan.size, f),
            scoreFrom(yuanOf(cents[i] ?? 0), m),
          ] as const;
          expect([row?.['R'], row?.['F'], row?.['M']]).toEqual(scores);
          expect(row?.[t.columns.type]).toBe(t.types[rfmType(...scores, 4)]);
          const over = dateOf(asOf).day >= 25 ? 0 : -1;
          const month = (back: number) => addMonths(monthStart(asOf), back + over);
          const sum = (first: number, end: number) =>
            yuanOf(
              orders
                .filter(
                  ({ customer, date }) => customer === name && (date ?? 0) >= first && (date ?? 0) < end,
                )
                .reduce((all, { amount }) => all + centsOf(amount ?? 0), 0),
            );
          const stage = stageOf({
            daysSinceFirst: asOf - Math.min(...days),
            daysSinceLast: last,
            recent: sum(month(-2), month(1)),
            previous: sum(month(-5), month(-2)),
          });
          expect([name, row?.[t.columns.stage]]).toEqual([name, t.stages[stage]]);
        });
        const report = sheetOf(book, t.reportSheet);
        const used = report.usedArea(true);
        const lines = report.values({ row: 0, column: 0, rows: used?.rows ?? 0, columns: 4 });
        const abc = lines.slice(lines.findIndex(([label]) => label === t.headings.abc) + 2).slice(0, 3);
        const sums = ['A', 'B', 'C'].map((each) =>
          cents.reduce((all, amount, i) => all + (classes[i] === each ? amount : 0), 0),
        );
        if (total > 0) {
          expect(abc.map((line) => line[2])).toEqual(sums.map(yuanOf));
          expect(abc.map((line) => line[3])).toEqual(shares(sums));
        }
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);
