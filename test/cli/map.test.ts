import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { UsageFailure } from '../../src/cli/failure';
import { readMap } from '../../src/cli/map';
import { texts } from '../../src/locales';

const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-map-'));
const file = path.join(folder, 'map.json');
afterAll(() => rmSync(folder, { recursive: true }));

const read = (content: unknown): ReturnType<typeof readMap> => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readMap(file, texts('en'));
};

test('rows count from 1 in the file and from 0 inside', () => {
  const map = read({
    source: '订单',
    companions: { team: ['团队', '名单'] },
    sheets: {
      订单: {
        role: 'orders',
        header_rows: [3, 4],
        fields: { 金额: 'amount', 备注: null },
        units: { 金额: 10000 },
        date_orders: { 日期: 'dmy' },
        leave_out: [9],
      },
    },
    options: { 'average-growth': 'mean' },
  });
  expect(map).toEqual({
    source: '订单',
    companions: { team: ['团队', '名单'] },
    sheets: {
      订单: {
        role: 'orders',
        headerRows: [2, 3],
        fields: { 金额: 'amount', 备注: null },
        factors: { 金额: 10000 },
        dateOrders: { 日期: 'dmy' },
        leaveOut: [8],
      },
    },
    options: { 'average-growth': 'mean' },
  });
});

test.each([
  ['{', 'is not JSON'],
  [[], '$ should be {…}'],
  [{ sheet: {} }, '$.sheet should be source | companions | sheets | options'],
  [{ companions: { team: '团队' } }, '$.companions.team should be […]'],
  [{ sheets: { A: { role: 'order' } } }, '$.sheets.A.role should be visits | orders'],
  [{ sheets: { A: { fields: { x: 'money' } } } }, '$.sheets.A.fields.x should be date | month'],
  [{ sheets: { A: { header_rows: [2, 1] } } }, '$.sheets.A.header_rows should be [1, 2]'],
  [{ sheets: { A: { header_rows: [0, 1] } } }, '$.sheets.A.header_rows[0] should be 1, 2, 3 …'],
  [{ sheets: { A: { units: { x: 0 } } } }, '$.sheets.A.units.x should be > 0'],
  [{ options: { a: 1 } }, '$.options.a should be "…"'],
])('%j is refused with its place', (content, sentence) => {
  expect(() => read(content)).toThrow(UsageFailure);
  expect(() => read(content)).toThrow(sentence);
});

test('no source at all is something else than a source left open', () => {
  expect(read({ source: null }).source).toBeNull();
  expect(read({}).source).toBeUndefined();
});

test('a missing file is named', () => {
  expect(() => readMap(path.join(folder, 'none.json'), texts('zh-CN'))).toThrow(/找不到文件 .*none\.json/);
});
