/** Instalments of one contract: what was typed for one of them never comes to stand with another. */
import { mergeTable } from '../../../src/plan/merge';
import type { PlanCell, TablePlan } from '../../../src/plan/types';
import type { ReadValue } from '../../../src/reading/types';
import { receivables } from '../../../src/templates/receivables';
import { request, tableReading } from '../readings';

const DAY = 45_700;

interface Instalment {
  readonly due: number;
  readonly amount: number;
  readonly paid?: number;
}

function list(instalments: readonly Instalment[]): TablePlan {
  const column = (of: (each: Instalment) => ReadValue): ReadValue[] => instalments.map(of);
  const source = tableReading('余款', 'orders', [
    { field: 'contract_id', header: '合同号', values: column(() => 'HT-1') },
    { field: 'customer', header: '客户', values: column(() => '甲公司') },
    { field: 'amount', header: '应收', values: column(({ amount }) => amount) },
    { field: 'paid', header: '已收', values: column(({ paid }) => paid ?? 0) },
    { field: 'due_date', header: '应收日期', values: column(({ due }) => due), more: { kind: 'date' } },
  ]);
  const options = { 'as-of': 'newest', 'without-due': 'undated' };
  const [table] = receivables.build(request(source, { options, asOf: DAY })).sheets[0]?.tables ?? [];
  if (!table) throw new Error('no table');
  return table;
}

const first: Instalment = { due: DAY - 60, amount: 500 };
const second: Instalment = { due: DAY - 10, amount: 800 };

test.each<[string, readonly Instalment[]]>([
  ['the first is paid', [{ ...first, paid: 500 }, second]],
  ['the first is on the list no more', [second]],
  ['another comes before them', [{ due: DAY - 90, amount: 1 }, first, second]],
  ['they change places', [second, first]],
  ['its amount is corrected', [first, { ...second, amount: 750 }]],
])('%s', (_name, later) => {
  const plan = list([first, second]);
  const place = (id: string): number => plan.columns.findIndex((column) => column.id === id);
  const start = mergeTable(plan, null, null);
  const rows = start.rows.map((row): PlanCell[] => [...row]);
  rows[1]![place('remark')] = '第二期：月底付';
  const headers = plan.columns.map(({ header }) => header);
  const merged = mergeTable(list(later), { headers, rows }, start.marks);
  const due = (row: readonly PlanCell[]) => row[place('due')];
  expect(merged.report.differences).toEqual([]);
  expect(merged.rows.filter((row) => row[place('remark')] !== null).map(due)).toEqual([second.due]);
  expect(merged.rows.map(due).sort()).toEqual(
    later
      .filter(({ amount, paid = 0 }) => amount > paid)
      .map(({ due: day }) => day)
      .sort(),
  );
});
