import { codes, fieldsOf, readTables, rows } from './grids';
import { KEPT_SHEETS } from './sheets';

describe.each(KEPT_SHEETS)('$name', ({ text, more, tables: expected }) => {
  const tables = readTables(rows(text), more);

  test('the tables, what they are and where', () => {
    expect(
      tables.map((table) => ({ role: table.role, headerRows: table.headerRows, rows: table.rows.length })),
    ).toEqual(expected.map(({ role, headerRows, rows: count }) => ({ role, headerRows, rows: count })));
  });

  test('the fields', () => {
    const found = tables.map((table, index) => {
      const open = expected[index]?.fields.split(' ') ?? [];
      return fieldsOf(table)
        .map((field, at) => (open[at] === '?' ? '?' : (field ?? '-')))
        .join(' ');
    });
    expect(found).toEqual(expected.map(({ fields }) => fields));
  });

  test('the values, and totals that agree with them', () => {
    for (const [index, table] of tables.entries()) {
      for (const [column, row, value] of expected[index]?.values ?? []) {
        expect([column, row, table.columns[column]?.values[row]]).toEqual([column, row, value]);
      }
      for (const [column, sum] of Object.entries(expected[index]?.sums ?? {})) {
        const values = table.columns[Number(column)]?.values ?? [];
        expect(values.reduce<number>((total, value) => total + Number(value), 0)).toBeCloseTo(sum, 6);
      }
      expect(codes(table).filter((code) => code.endsWith('mismatch'))).toEqual([]);
    }
  });
});

test('October typed as 2024.1 follows September', () => {
  const [table] = readTables(rows('业务员|2024.08|2024.09|2024.1|2024.11\n甲|1|2|3|4\n乙|5|6|7|8'));
  expect(table?.columns.map(({ period }) => period?.start)).toEqual([
    undefined,
    45_505,
    45_536,
    45_566,
    45_597,
  ]);
});

test('a total below stacked tables that none of them makes is still found', () => {
  const stacked = KEPT_SHEETS.find(({ text }) => text.includes('总计||11|30600'))?.text ?? '';
  const tables = readTables(rows(stacked.replace('总计||11|30600', '总计||11|31600')));
  const [mismatch] = tables[1]?.problems.filter(({ code }) => code === 'total-mismatch') ?? [];
  expect(mismatch).toMatchObject({
    row: 10,
    column: 3,
    details: { stated: 31_600, parts: 30_600, gap: 1000 },
  });
});

test('a day typed as a number that its neighbours leave open stays unread', () => {
  const [table] = readTables(
    rows(
      '2024年走访||\n日期|客户|内容\n5.25|甲公司|a\n5.28|乙公司|b\n6.1|丙公司|c\n6.12|丁公司|d\n5.4|戊公司|e',
    ),
  );
  expect(codes(table as NonNullable<typeof table>)).toContain('date-number');
});

test('days of a whole year that go back stay in its year', () => {
  const [table] = readTables(
    rows(
      '2024年走访||\n日期|客户|内容\n12月1日|甲公司|a\n12月2日|乙公司|b\n1月3日|丙公司|c\n1月4日|丁公司|d',
    ),
  );
  expect(table?.columns[0]?.values).toEqual([45_627, 45_628, 45_294, 45_295]);
});
