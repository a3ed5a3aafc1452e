/** Building again as a merge: random edits on both sides, nothing typed is lost, and what both changed is shown. */
import fc from 'fast-check';
import { mergeTable, type MergedTable } from '../../../src/plan/merge';
import type { PlanCell, TablePlan } from '../../../src/plan/types';
import { orderTracker } from '../../../src/templates/order-tracker';
import { ordersReading, request, type Order } from '../readings';

const OPTIONS = { 'order-date': 'contract', 'as-of': 'newest', holidays: 'china' };
const DAY = 45_700;

function table(orders: readonly Order[]): TablePlan {
  const plan = orderTracker.build(request(ordersReading(orders), { options: OPTIONS, asOf: DAY + 30 }));
  const [found] = plan.sheets[0]?.tables ?? [];
  if (!found) throw new Error('no table');
  return found;
}

const order = (index: number, amount: number): Order => ({
  id: `DD${index}`,
  date: DAY + index,
  customer: `客户${index}`,
  person: '何建国',
  product: '专线',
  amount,
});

/** What stands on the sheet after a build. */
const standing = (plan: TablePlan, merged: MergedTable) => ({
  headers: plan.columns.map(({ header }) => header),
  rows: merged.rows.map((row) => [...row]),
});

const edits = fc.record({
  orders: fc.integer({ min: 1, max: 8 }),
  later: fc.array(fc.record({ row: fc.nat(9), amount: fc.integer({ min: 1, max: 9 }) }), { maxLength: 6 }),
  gone: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
  typed: fc.array(
    fc.record({
      row: fc.nat(7),
      column: fc.constantFrom('remark', 'installedDate', 'amount', 'closed'),
      value: fc.integer({ min: 100, max: 999 }),
    }),
    { maxLength: 8 },
  ),
  own: fc.nat(3),
});

test('nothing typed is ever lost', () => {
  fc.assert(
    fc.property(edits, ({ orders, later, gone, typed, own }) => {
      const before = Array.from({ length: orders }, (_, index) => order(index, 10));
      const first = table(before);
      const built = mergeTable(first, null, null);
      const sheet = standing(first, built);
      const place = (id: string): number => first.columns.findIndex((column) => column.id === id);
      const wanted = new Map<string, PlanCell>();
      for (const { row, column, value } of typed) {
        const cells = sheet.rows[row % orders];
        if (!cells) continue;
        cells[place(column)] = value;
        wanted.set(`DD${row % orders}/${column}`, value);
      }
      for (let index = 0; index < own; index++) {
        sheet.rows.push(first.columns.map(({ id }) => (id === 'orderId' ? `自填${index}` : null)));
      }
      const amounts = new Map(later.map(({ row, amount }) => [row, amount]));
      const after = before
        .map((each, index) => ({ ...each, amount: amounts.get(index) ?? each.amount }))
        .filter((_, index) => !gone.includes(index));
      const again = table(after.length > 0 ? after : before.slice(0, 1));
      const merged = mergeTable(again, sheet, built.marks);

      const rowOf = (id: string) => merged.rows.find((row) => row[place('orderId')] === id);
      for (const [where, value] of wanted) {
        const [id = '', column = ''] = where.split('/');
        expect(rowOf(id)?.[place(column)]).toBe(value);
      }
      for (let index = 0; index < own; index++) expect(rowOf(`自填${index}`)).toBeDefined();
      const both = merged.report.differences
        .filter(({ kind }) => kind === 'both-changed')
        .map(({ key }) => key);
      const expected = after.filter(({ id, amount }) => {
        const own = wanted.get(`${id}/amount`);
        return own !== undefined && amount !== 10 && own !== amount;
      });
      expect(both.sort()).toEqual(after.length > 0 ? expected.map(({ id }) => id).sort() : []);
    }),
    { numRuns: 40 },
  );
});

test('stages typed where the sheet keeps none are typed columns, those that it keeps are its own', () => {
  const { columns } = table([order(1, 10)]);
  const entry = (id: string): string | undefined => columns.find((column) => column.id === id)?.entry;
  expect([entry('contractDate'), entry('installedDate'), entry('paper-contract'), entry('closed')]).toEqual([
    'source',
    'typed',
    'typed',
    'typed',
  ]);
});
