/** Building faults and receivables again as a merge: random edits on both sides, nothing typed is lost, conflicts show. */
import fc from 'fast-check';
import { mergeTable, type MergedTable } from '../../src/plan/merge';
import type { PlanCell, TablePlan } from '../../src/plan/types';
import type { ReadValue } from '../../src/reading/types';
import { faultLog } from '../../src/templates/fault-log';
import { receivables } from '../../src/templates/receivables';
import type { Template } from '../../src/templates/types';
import { request, tableReading } from './readings';

const DAY = 45_700;

/** One row of a source: its number, and the value that its sheet may change. */
interface Item {
  readonly id: string;
  readonly value: number;
}

interface Subject {
  readonly template: Template;
  readonly options: Readonly<Record<string, string>>;
  readonly source: (items: readonly Item[]) => ReturnType<typeof tableReading>;
  /** The column of the value that comes from the sheet. */
  readonly from: string;
  readonly typed: readonly string[];
}

const column = <T>(items: readonly Item[], of: (item: Item, index: number) => T): T[] => items.map(of);

const SUBJECTS: Readonly<Record<string, Subject>> = {
  receivables: {
    template: receivables,
    options: { 'as-of': 'newest', 'without-due': 'undated' },
    source: (items) =>
      tableReading('余款', 'orders', [
        { field: 'contract_id', header: '合同号', values: column(items, ({ id }) => id) },
        { field: 'customer', header: '客户', values: column(items, ({ id }) => `客户${id}`) },
        { field: 'amount', header: '应收', values: column(items, ({ value }): ReadValue => value) },
        { field: 'paid', header: '已收', values: column(items, () => 0) },
        { field: 'due_date', header: '应收日期', values: column(items, () => DAY), more: { kind: 'date' } },
      ]),
    from: 'amount',
    typed: ['received', 'promised', 'remark'],
  },
  'fault-log': {
    template: faultLog,
    options: { 'as-of': 'newest', 'solve-within': '120' },
    source: (items) =>
      tableReading('故障', 'other', [
        { field: 'order_id', header: '故障编号', values: column(items, ({ id }) => id) },
        { field: 'date', header: '申告时间', values: column(items, () => DAY + 0.4), more: { kind: 'date' } },
        { field: 'customer', header: '客户', values: column(items, ({ id }) => `客户${id}`) },
        {
          field: 'done_date',
          header: '恢复时间',
          values: column(items, ({ value }) => DAY + 0.4 + value / 1440),
          more: { kind: 'date' },
        },
      ]),
    from: 'solved',
    typed: ['confirmed', 'remark'],
  },
};

function built({ template, options, source }: Subject, items: readonly Item[]): TablePlan {
  const plan = template.build(request(source(items), { options, asOf: DAY + 30 }));
  const [table] = plan.sheets[0]?.tables ?? [];
  if (!table) throw new Error('no table');
  return table;
}

const standing = (plan: TablePlan, merged: MergedTable) => ({
  headers: plan.columns.map(({ header }) => header),
  rows: merged.rows.map((row) => [...row]),
});

const edits = fc.record({
  rows: fc.integer({ min: 1, max: 8 }),
  later: fc.array(fc.record({ row: fc.nat(7), value: fc.integer({ min: 20, max: 29 }) }), { maxLength: 6 }),
  gone: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
  typed: fc.array(
    fc.record({ row: fc.nat(7), place: fc.nat(3), value: fc.integer({ min: 50_000, max: 50_999 }) }),
    { maxLength: 8 },
  ),
  own: fc.nat(3),
});

test.each(Object.entries(SUBJECTS))(
  '%s: nothing typed is ever lost, conflicts are all shown',
  (_, subject) => {
    fc.assert(
      fc.property(edits, ({ rows, later, gone, typed, own }) => {
        const before = Array.from({ length: rows }, (__, index): Item => ({ id: `N${index}`, value: 10 }));
        const first = built(subject, before);
        const place = (id: string): number => first.columns.findIndex((each) => each.id === id);
        const start = mergeTable(first, null, null);
        const sheet = standing(first, start);
        const wanted = new Map<string, PlanCell>();
        const columns = [subject.from, ...subject.typed];
        for (const { row, place: which, value } of typed) {
          const id = columns[which % columns.length] ?? '';
          const cells = sheet.rows[row % rows];
          if (!cells) continue;
          cells[place(id)] = value;
          wanted.set(`N${row % rows}/${id}`, value);
        }
        for (let index = 0; index < own; index++) {
          sheet.rows.push(first.columns.map(({ id }) => (id === 'number' ? `自填${index}` : null)));
        }
        const values = new Map(later.map(({ row, value }) => [`N${row}`, value]));
        const changed = before
          .map((item) => ({ ...item, value: values.get(item.id) ?? item.value }))
          .filter((__, index) => !gone.includes(index));
        const after = changed.length > 0 ? changed : before.slice(0, 1);
        const merged = mergeTable(built(subject, after), sheet, start.marks);

        const rowOf = (id: string) => merged.rows.find((row) => row[place('number')] === id);
        for (const [where, value] of wanted) {
          const [id = '', columnId = ''] = where.split('/');
          expect(rowOf(id)?.[place(columnId)]).toBe(value);
        }
        for (let index = 0; index < own; index++) expect(rowOf(`自填${index}`)).toBeDefined();
        const conflicts = merged.report.differences.filter(({ kind }) => kind === 'both-changed');
        const expected = after.filter(({ id, value }) => wanted.has(`${id}/${subject.from}`) && value !== 10);
        expect(conflicts.map(({ key }) => key).sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
      { numRuns: 40 },
    );
  },
);
