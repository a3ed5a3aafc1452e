import { offersOf } from '../../src/taskpane/book/offers';
import type { Book } from '../../src/taskpane/state';
import type { TableReading } from '../../src/reading/types';
import { tableReading } from '../templates/readings';

function bookOf(...tables: readonly TableReading[]): Book {
  return {
    scan: {
      grid: { name: '', date1904: false, sheets: [] },
      rules: { name: '', date1904: false, sheets: [] },
      built: [],
      unreadable: [],
      notices: [],
    },
    reading: { sheets: tables.map((one) => ({ sheet: one.sheet, tables: [one], problems: [] })) },
    memory: { builds: [], choices: [], notices: [] },
    choices: [],
    background: true,
  };
}

const date = { field: 'date', header: '日期', values: [45292] } as const;
const amount = { field: 'amount', header: '金额', values: [1] } as const;

const fitting = (book: Book): string[] => offersOf(book).fitting.map(({ template }) => template.id);
const other = (book: Book, id: string) => offersOf(book).others.find(({ template }) => template.id === id);

test('a template fits where its sheet has the columns that it needs', () => {
  expect(fitting(bookOf(tableReading('订单', 'orders', [date, amount])))).toContain('monthly-summary');
});

test('a sheet of the right kind without a needed column is named, and can be looked at', () => {
  const book = bookOf(tableReading('订单', 'orders', [date]));
  expect(fitting(book)).not.toContain('monthly-summary');
  expect(other(book, 'monthly-summary')).toMatchObject({ lacks: ['amount'], view: { name: 'review' } });
});

test('a column a month says date and amount at once; price times quantity is an amount', () => {
  const wide = tableReading('收入', 'revenue', [
    { field: 'customer', header: '客户', values: ['甲'] },
    { field: null, header: '1月', values: [1], more: { period: { start: 45292, months: 1 } } },
  ]);
  expect(fitting(bookOf(wide))).toContain('monthly-summary');
  const priced = tableReading('订单', 'orders', [date, { field: 'unit_price', header: '单价', values: [1] }]);
  expect(fitting(bookOf(priced))).toContain('monthly-summary');
});

test('without a sheet of its kind a template can’t be looked at, unless it can start empty', () => {
  const { fitting: none, others } = offersOf(bookOf());
  expect(none).toEqual([]);
  for (const { template, view } of others)
    expect([template.id, view !== null]).toEqual([template.id, template.blank]);
});
