import type { TableChange } from '../../src/excel';
import { changesBySheet } from '../../src/taskpane/result/changesBySheet';

const change = (sheet: string, table: string, counts: Partial<TableChange>): TableChange => ({
  sheet,
  table,
  rows: 10,
  added: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  typed: 0,
  own: 0,
  deleted: 0,
  differences: [],
  ...counts,
});

test('the tables of a sheet are told together, in the order of the sheets', () => {
  const all = changesBySheet([
    change('基础数据', 'targets', { added: 1, typed: 2 }),
    change('订单明细', 'orders', { updated: 4 }),
    change('基础数据', 'months', { typed: 3, deleted: 1 }),
  ]);
  expect(all).toMatchObject([
    { sheet: '基础数据', added: 1, updated: 0, typed: 5, deleted: 1 },
    { sheet: '订单明细', added: 0, updated: 4, typed: 0, deleted: 0 },
  ]);
  expect(all).toHaveLength(2);
});
