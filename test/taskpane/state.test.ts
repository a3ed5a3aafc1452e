import type { BookScan, BuildResult, Memory } from '../../src/excel';
import type { BookReading, TableReading } from '../../src/reading/types';
import { initialState, reduce, type Action, type Book, type PaneState } from '../../src/taskpane/state';

const memory: Memory = { builds: [], choices: [], notices: [] };
const scan: BookScan = {
  grid: { name: '', date1904: false, sheets: [] },
  rules: { name: '', date1904: false, sheets: [] },
  built: [],
  unreadable: [],
  notices: [],
};

function table(sheet: string): TableReading {
  return {
    sheet,
    area: { row: 0, column: 0, rows: 2, columns: 1 },
    role: 'orders',
    roleConfidence: 1,
    headerRows: [0, 0],
    rows: [1],
    skipped: [],
    columns: [],
    problems: [],
    wideMonths: false,
    title: '',
  };
}

function book(...sheets: string[]): Book {
  const reading: BookReading = {
    sheets: sheets.map((sheet) => ({ sheet, tables: [table(sheet)], problems: [] })),
  };
  return { scan, reading, memory, choices: [], background: true };
}

const after = (...actions: Action[]): PaneState => actions.reduce(reduce, initialState);
const review = {
  type: 'went',
  view: { name: 'review', template: 'monthly-summary', table: { sheet: '订单', index: 0 }, refresh: null },
} satisfies Action;

test('a review stays when the workbook is read again, as long as its table is there', () => {
  expect(
    after({ type: 'read', book: book('订单') }, review, { type: 'read', book: book('订单', '客户') }).view,
  ).toEqual(review.view);
  expect(
    after({ type: 'read', book: book('订单') }, review, { type: 'read', book: book('客户') }).view,
  ).toEqual({ name: 'book' });
});

test('progress that arrives after the end does not bring the work back', () => {
  const late: Action = {
    type: 'progressed',
    work: { kind: 'build', sheet: '订单', step: 'write', share: 0.5 },
  };
  expect(after({ type: 'started', work: 'build' }, late).work?.share).toBe(0.5);
  expect(after({ type: 'started', work: 'build' }, { type: 'cancelled' }, late).work).toBeNull();
});

test('a failure ends the work, keeps the book, and goes away with the next work', () => {
  const failed = after(
    { type: 'read', book: book('订单') },
    { type: 'started', work: 'build' },
    { type: 'failed', error: new Error('no') },
  );
  expect(failed).toMatchObject({ work: null, failure: { error: new Error('no'), during: 'build' } });
  expect(failed.book).not.toBeNull();
  expect(reduce(failed, { type: 'started', work: 'read' }).failure).toBeNull();
});

test('a changed sheet is said until it is read again', () => {
  expect(after({ type: 'read', book: book('订单') }, { type: 'changed' }).stale).toBe(true);
  expect(after({ type: 'changed' }, { type: 'read', book: book('订单') }).stale).toBe(false);
});

test('a build shows its result and is remembered; undo returns to the book', () => {
  const builds: Memory = {
    ...memory,
    builds: [
      {
        id: '1',
        template: 'monthly-summary',
        locale: 'en',
        source: { sheet: '订单', signature: 'x' },
        companions: {},
        options: {},
        sheets: [],
      },
    ],
  };
  const result: BuildResult = {
    build: builds.builds[0] as BuildResult['build'],
    added: ['月度总结'],
    refreshed: [],
    changes: [],
    kept: [],
    notices: [],
  };
  const undoable = { template: 'monthly-summary', sheets: ['月度总结'] };
  const built = after(
    { type: 'read', book: book('订单') },
    { type: 'built', template: 'monthly-summary', result, memory: builds, undoable },
  );
  expect(built.view).toEqual({ name: 'result', template: 'monthly-summary', result });
  expect(built.book?.memory.builds).toHaveLength(1);
  const undone = reduce(built, { type: 'undone', sheets: ['月度总结'], memory, undoable: null });
  expect(undone).toMatchObject({ view: { name: 'book' }, undone: ['月度总结'] });
  expect(undone.book?.memory.builds).toHaveLength(0);
  expect([built.undoable, undone.undoable]).toEqual([undoable, null]);
});

test('a ribbon button waits until the workbook is read, and leads to the review of its template', () => {
  const asked = after({ type: 'asked', template: 'monthly-summary' });
  expect(asked.view).toEqual({ name: 'book' });
  const read = reduce(asked, { type: 'read', book: book('订单') });
  expect(read).toMatchObject({ view: review.view, asked: null });
  expect(read.arrival).toBe(read.view);
});

test('a ribbon button without a sheet to build from leads to the book, once', () => {
  const empty = { ...book(), reading: { sheets: [] } };
  const asked = after({ type: 'read', book: empty }, { type: 'asked', template: 'monthly-summary' });
  expect(asked).toMatchObject({ view: { name: 'book' }, asked: null });
});

test('back leads to where the person came from, and the focus goes along', () => {
  const back = after({ type: 'read', book: book('订单') }, review, { type: 'wentBack' });
  expect(back.view).toEqual({ name: 'book', from: 'monthly-summary' });
  expect(back.arrival).toBe(back.view);
  expect(reduce(back, { type: 'wentBack' })).toEqual(back);
});

test('another source in the same review leaves the focus where it is', () => {
  const before = after({ type: 'read', book: book('订单', '收入') }, review);
  const view = { ...review.view, table: { sheet: '收入', index: 0 } };
  const replaced = reduce(before, { type: 'replaced', view });
  expect(replaced.view).toBe(view);
  expect(replaced.arrival).toBe(before.arrival);
});
