import type { BookReading, Field, Role, TableReading } from '../../src/reading/types';
import {
  companionsAgain,
  findAgain,
  initialCompanions,
  missingCompanion,
  rememberCompanions,
  rememberSource,
  sourcesOf,
} from '../../src/templates/sources';
import type { TemplateCompanion, TemplateEntry } from '../../src/templates/types';
import { tableReading } from './readings';

function table(sheet: string, role: Role, rows: number, header = '客户'): TableReading {
  const values = Array.from({ length: rows }, (_, index) => `客户${index}`);
  return tableReading(sheet, role, [{ field: 'customer', header, values }]);
}

function bookOf(...tables: readonly TableReading[]): BookReading {
  return { sheets: tables.map((one) => ({ sheet: one.sheet, tables: [one], problems: [] })) };
}

function entryWith(...companions: readonly Partial<TemplateCompanion>[]): TemplateEntry {
  return {
    id: 'test',
    family: 'visits',
    roles: ['visits', 'orders'],
    fields: [],
    options: [],
    blank: false,
    companions: companions.map((given, index) => ({
      id: `c${index}`,
      roles: ['visits'],
      required: false,
      many: true,
      initial: 'alike',
      ...given,
    })),
  };
}

const names = (tables: readonly TableReading[] | undefined): string[] | undefined =>
  tables?.map(({ sheet }) => sheet);

test('sources come by the order of the roles, the longest first, none that is blank', () => {
  const book = bookOf(
    table('a', 'orders', 9),
    table('b', 'visits', 1),
    table('c', 'visits', 3),
    table('d', 'visits', 0),
  );
  expect(names(sourcesOf(entryWith(), book))).toEqual(['c', 'b', 'a']);
});

test('a table whose columns the template knows comes before a longer one without them', () => {
  const list = table('台账', 'orders', 160);
  const values = Array.from({ length: 18 }, (_, index) => 45000 + index);
  const progress = tableReading('开通进度', 'orders', [
    { field: 'customer', header: '客户', values: values.map(String) },
    { field: 'stage_contract_date', header: '签约', values },
    { field: 'stage_installed_date', header: '竣工', values },
  ]);
  const fields = (['customer', 'stage_contract_date', 'stage_installed_date'] as const).map((field) => ({
    field,
    required: false,
  }));
  const roles = ['orders'] as const;
  expect(names(sourcesOf({ roles, fields }, bookOf(list, progress)))).toEqual(['开通进度', '台账']);
  expect(names(sourcesOf({ roles, fields: [] }, bookOf(list, progress)))).toEqual(['台账', '开通进度']);
});

describe('what stands before a person chooses', () => {
  const march = table('3月', 'visits', 5);
  const april = table('4月', 'visits', 9);
  const other = table('客户拜访', 'visits', 20, '单位');
  const team = table('团队', 'team', 3, '姓名');
  const book = bookOf(march, other, april, team);

  test('all tables with the headers of the source, in the order of the workbook, never the source', () => {
    expect(initialCompanions(entryWith({}), book, march)).toEqual({ c0: [april] });
    expect(names(initialCompanions(entryWith({}), book, other).c0)).toEqual([]);
  });

  test('tables of other headers that number the same matters, where the companion says by what', () => {
    const numbered = (sheet: string, field: Field, dated: Field) =>
      tableReading(sheet, 'orders', [
        { field, header: `${sheet}号`, values: ['1', '2'] },
        { field: dated, header: `${sheet}日期`, values: [45_000, 45_001] },
      ]);
    const openings = numbered('开通', 'contract_id', 'stage_installed_date');
    const contracts = numbered('合同', 'contract_id', 'stage_contract_date');
    const sales = numbered('销售', 'contract_id', 'date');
    const others = numbered('故障', 'order_id', 'stage_installed_date');
    const orders = bookOf(contracts, openings, sales, others);
    const linked = {
      by: ['contract_id'],
      having: ['stage_contract_date', 'stage_installed_date'],
    } as const;
    const taken = (given: Partial<TemplateCompanion>) =>
      names(initialCompanions(entryWith({ roles: ['orders'], ...given }), orders, openings).c0);
    expect(taken({ linked })).toEqual(['合同']);
    expect(taken({})).toEqual([]);
  });

  test('the longest of the roles, though it is not the first of the workbook', () => {
    const longest = entryWith({ initial: 'longest' }, { initial: 'longest', roles: ['team'], many: false });
    expect(initialCompanions(longest, book, other)).toEqual({ c0: [april], c1: [team] });
    expect(initialCompanions(longest, book, april)).toEqual({ c0: [other], c1: [team] });
  });

  test('none where the template waits to be told, and for a template that starts empty', () => {
    expect(initialCompanions(entryWith({ initial: 'none' }, {}), book, march)).toEqual({
      c0: [],
      c1: [april],
    });
    expect(initialCompanions(entryWith({}), book, null)).toEqual({ c0: [] });
  });

  test('one that can’t be done without is missed', () => {
    const entry = entryWith({}, { required: true, roles: ['targets'], initial: 'longest' });
    expect(missingCompanion(entry, initialCompanions(entry, book, march))?.id).toBe('c1');
    expect(missingCompanion(entry, { c1: [team] })).toBeUndefined();
  });
});

describe('a build that is refreshed', () => {
  const entry = entryWith({});
  const build = (book: BookReading, source: TableReading, chosen: readonly TableReading[]) =>
    rememberCompanions(entry, book, source, { c0: chosen });

  test('finds its source on the sheet of that name, and on a renamed one by its headers', () => {
    const source = table('4月', 'visits', 3);
    const remembered = rememberSource(source);
    const grown = table('4月', 'visits', 8);
    expect(findAgain(remembered, bookOf(table('3月', 'visits', 2), grown))).toBe(grown);
    const renamed = table('四月', 'visits', 8);
    expect(findAgain(remembered, bookOf(table('x', 'orders', 2, '订单'), renamed))).toBe(renamed);
    expect(findAgain(remembered, bookOf(table('x', 'orders', 2, '订单')))).toBeUndefined();
  });

  test('takes what it took, leaves out what was left out, and takes what came since', () => {
    const [march, april, draft] = [
      table('3月', 'visits', 5),
      table('4月', 'visits', 9),
      table('草稿', 'visits', 2),
    ];
    const remembered = build(bookOf(march, april, draft), april, [march]);
    const may = table('5月', 'visits', 1);
    const { companions, gone } = companionsAgain(entry, bookOf(march, april, draft, may), april, remembered);
    expect(names(companions.c0)).toEqual(['3月', '5月']);
    expect(gone).toEqual([]);
  });

  test('a renamed sheet is itself, whatever else has the same headers', () => {
    const [march, april, draft] = [
      table('3月', 'visits', 5),
      table('4月', 'visits', 9),
      table('草稿', 'visits', 2),
    ];
    const remembered = build(bookOf(draft, march, april), april, [march]);
    const again = bookOf(draft, table('三月', 'visits', 5), april);
    const { companions, gone } = companionsAgain(entry, again, april, remembered);
    expect(names(companions.c0)).toEqual(['三月']);
    expect(gone).toEqual([]);
  });

  test('says which sheet is gone', () => {
    const [march, april] = [table('3月', 'visits', 5), table('4月', 'visits', 9)];
    const remembered = build(bookOf(march, april), april, [march]);
    expect(companionsAgain(entry, bookOf(april), april, remembered)).toEqual({
      companions: { c0: [] },
      gone: ['3月'],
    });
  });

  test('a companion that the template learned since begins as in a new build', () => {
    const [march, april] = [table('3月', 'visits', 5), table('4月', 'visits', 9)];
    expect(names(companionsAgain(entry, bookOf(march, april), april, {}).companions.c0)).toEqual(['3月']);
  });

  test('none was chosen: none is taken again', () => {
    const single = entryWith({ many: false, initial: 'longest', roles: ['team'] });
    const [orders, team] = [table('订单', 'orders', 5, '订单'), table('团队', 'team', 9, '姓名')];
    const book = bookOf(orders, team);
    const remembered = rememberCompanions(single, book, orders, { c0: [] });
    expect(companionsAgain(single, book, orders, remembered).companions.c0).toEqual([]);
  });
});
