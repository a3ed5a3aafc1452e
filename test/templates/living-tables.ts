import type { TablePlan } from '../../src/plan/types';
import type { TableReading } from '../../src/reading/types';
import { faultLog } from '../../src/templates/fault-log';
import { orderTracker } from '../../src/templates/order-tracker';
import { receivables } from '../../src/templates/receivables';
import type { Template } from '../../src/templates/types';
import { ordersReading, request, tableReading, type ColumnGiven } from './readings';
import {
  diaryRequest,
  listReading,
  planRequest,
  visitDiary,
  visitPlan,
  visitsReading,
} from './visit-diary/visits';

const DAY = 45_700;

/** One row of a source: what it is known by, and the value that its sheet may change. */
export interface Item {
  readonly id: number;
  readonly value: number;
}

/** A table that people go on working in, and sheets that it can be built from. */
export interface LivingTable {
  readonly template: Template;
  readonly options: Readonly<Record<string, string>>;
  readonly source: (items: readonly Item[]) => TableReading;
  readonly companions?: (items: readonly Item[]) => Readonly<Record<string, readonly TableReading[]>>;
  readonly table: string;
  /** Columns that tests type into: from the sheet, calculated, and typed ones. */
  readonly columns: readonly string[];
}

const person = (id: number): string => ['周文博', '林晓彤'][id % 2]!;
const visits = (items: readonly Item[]): TableReading =>
  visitsReading(
    items.map(({ id, value }) => ({
      date: DAY - 40 + id,
      person: person(id),
      customer: `客户${id}`,
      content: `意见${value}`,
    })),
  );
const customers = (items: readonly Item[]): Readonly<Record<string, readonly TableReading[]>> => ({
  customers: [
    listReading(
      items.map(({ id, value }) => ({ name: `客户${id}`, region: `片区${value}`, class: `${value % 3}类` })),
    ),
  ],
});
const given = (
  items: readonly Item[],
  field: ColumnGiven['field'],
  header: string,
  of: (item: Item) => string | number,
  more: ColumnGiven['more'] = {},
): ColumnGiven => ({ field, header, values: items.map(of), more });
const date = { kind: 'date' } as const;

export const LIVING_TABLES: Readonly<Record<string, LivingTable>> = {
  'visits of a diary': {
    template: visitDiary,
    options: diaryRequest([]).options,
    source: visits,
    table: 'visits',
    columns: ['content', 'customer', 'date', 'item', 'opinion', 'closed', 'state', 'age'],
  },
  'customers of a diary': {
    template: visitDiary,
    options: diaryRequest([]).options,
    source: () => visits([{ id: 0, value: 1 }]),
    companions: customers,
    table: 'customers',
    columns: ['class', 'due', 'name'],
  },
  'reviews of a diary': {
    template: visitDiary,
    options: diaryRequest([]).options,
    source: (items) =>
      visitsReading(
        items.map(({ id, value }) => ({ date: DAY, person: `经理${id}`, customer: `甲${value}` })),
      ),
    table: 'review',
    columns: ['opinion', 'reviewer', 'person', 'visits'],
  },
  'plan of visits': {
    template: visitPlan,
    options: planRequest([]).options,
    source: visits,
    companions: customers,
    table: 'plan',
    columns: ['region', 'date', 'done', 'result', 'weekday'],
  },
  'tracker of orders': {
    template: orderTracker,
    options: { 'order-date': 'contract', 'as-of': 'newest', holidays: 'china' },
    source: (items) =>
      ordersReading(
        items.map(({ id, value }) => ({
          id: `DD${id}`,
          date: DAY + id,
          customer: `客户${id}`,
          person: person(id),
          product: '专线',
          amount: value,
        })),
      ),
    table: 'orders',
    columns: ['amount', 'customer', 'remark', 'installedDate', 'paper-contract', 'closed', 'due', 'level'],
  },
  'log of faults': {
    template: faultLog,
    options: { 'as-of': 'newest', 'solve-within': '120' },
    source: (items) =>
      tableReading('故障', 'other', [
        given(items, 'order_id', '故障编号', ({ id }) => `N${id}`),
        given(items, 'date', '申告时间', () => DAY + 0.4, date),
        given(items, 'customer', '客户', ({ id }) => `客户${id}`),
        given(items, 'done_date', '恢复时间', ({ value }) => DAY + 0.4 + value / 1440, date),
      ]),
    table: 'faults',
    columns: ['solved', 'customer', 'confirmed', 'remark', 'result'],
  },
  'list of receivables': {
    template: receivables,
    options: { 'as-of': 'newest', 'without-due': 'undated' },
    source: (items) =>
      tableReading('余款', 'orders', [
        given(items, 'contract_id', '合同号', ({ id }) => `N${id}`),
        given(items, 'customer', '客户', ({ id }) => `客户${id}`),
        given(items, 'amount', '应收', ({ value }) => value),
        given(items, 'paid', '已收', () => 0),
        given(items, 'due_date', '应收日期', () => DAY, date),
      ]),
    table: 'debts',
    columns: ['amount', 'due', 'received', 'promised', 'remark', 'bucket'],
  },
};

/** Plans already built, by subject and items: the same ones come again and again. */
const plans = new Map<string, TablePlan>();

export function built(
  { template, options, source, companions, table }: LivingTable,
  items: readonly Item[],
): TablePlan {
  const id = JSON.stringify([template.id, table, items]);
  const known = plans.get(id);
  if (known) return known;
  const given = request(source(items), { options, asOf: DAY, companions: companions?.(items) ?? {} });
  const found = template
    .build(given)
    .sheets.flatMap(({ tables }) => tables)
    .find(({ role }) => role === table);
  if (!found) throw new Error(`no table ${table}`);
  plans.set(id, found);
  return found;
}
