import { columnLetter } from '../../src/domain/address';
import type {
  BookReading,
  ColumnReading,
  Field,
  ReadValue,
  Role,
  TableReading,
} from '../../src/reading/types';
import type { BuildRequest, NameBook } from '../../src/templates/types';

export interface ColumnGiven {
  readonly field: Field | null;
  readonly header: string;
  readonly values: readonly ReadValue[];
  readonly more?: Partial<ColumnReading>;
}

/** A table as reading would hand it over: header in row 3, data from row 4 on. */
export function tableReading(sheet: string, role: Role, columns: readonly ColumnGiven[]): TableReading {
  const count = columns[0]?.values.length ?? 0;
  return {
    sheet,
    area: { row: 2, column: 0, rows: count + 1, columns: columns.length },
    role,
    roleConfidence: 1,
    headerRows: [2, 2],
    rows: Array.from({ length: count }, (_, index) => index + 3),
    skipped: [],
    columns: columns.map(({ field, header, values, more }, column) => ({
      column,
      letter: columnLetter(column),
      header,
      field,
      confidence: 1,
      chosenBy: 'words',
      kind: 'text',
      factor: 1,
      values,
      ...more,
    })),
    problems: [],
    wideMonths: columns.some(({ more }) => more?.period !== undefined),
    title: '',
  };
}

/** Wishes are granted as they are. */
export const freeNames: NameBook = { sheet: (_, wish) => wish, table: (_, wish) => wish };

export function request(source: TableReading, change: Partial<BuildRequest> = {}): BuildRequest {
  const book: BookReading = { sheets: [{ sheet: source.sheet, tables: [source], problems: [] }] };
  return {
    book,
    rules: { name: '', date1904: false, sheets: [] },
    source,
    companions: {},
    asOf: null,
    locale: 'zh-CN',
    names: freeNames,
    options: { 'average-growth': 'arithmetic' },
    ...change,
  };
}

export interface Order {
  readonly id: string;
  readonly date: number | null;
  readonly customer: string | null;
  readonly person: string | null;
  readonly product: string | null;
  readonly amount: number | null;
}

export function ordersReading(orders: readonly Order[], sheet = '订单台账'): TableReading {
  const column = (field: Field, header: string, of: (order: Order) => ReadValue): ColumnGiven => ({
    field,
    header,
    values: orders.map(of),
  });
  return tableReading(sheet, 'orders', [
    column('order_id', '订单号', ({ id }) => id),
    column('date', '下单日期', ({ date }) => date),
    column('customer', '客户名称', ({ customer }) => customer),
    column('person', '客户经理', ({ person }) => person),
    column('product', '产品', ({ product }) => product),
    column('amount', '金额', ({ amount }) => amount),
  ]);
}

/** A small generator of numbers from 0 to 1, always the same ones. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}
