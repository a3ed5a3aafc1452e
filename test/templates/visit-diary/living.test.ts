import { monthNumber, monthNumberStart, serialOf } from '../../../src/domain/dates';
import { periodOf, standingOf, type Cadence } from '../../../src/domain/visits/cadence';
import type { CellValue, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';
import { calculated, errorsIn, sheetOf } from '../model';
import { seeded } from '../readings';
import { diaryRequest, visitDiary, type Listed, type Visit } from './visits';

/* A diary that people go on working in: after each edit every figure is compared with what the rows say, counted anew. */

const AS_OF = serialOf(2024, 5, 31);
const PEOPLE = ['周文博', '林晓彤', '=1+1', '*'];
const NAMES = ['客户*', '客户?', '客户~1', '=1+1', '007', '客户'.repeat(60)];
const CADENCES: Readonly<Record<string, Cadence>> = {
  A: { times: 1, period: 'week', gap: null },
  B: { times: 2, period: 'month', gap: null },
  C: { times: 1, period: 'month', gap: null },
};
const customers: Listed[] = Array.from({ length: 16 }, (_, index) => ({
  name: NAMES[index] ?? `客户${index}`,
  class: ['A', 'B', 'C', ''][index % 4]!,
  person: PEOPLE[index % 4]!,
}));

function visitsOf(seed: number, count: number): Visit[] {
  const next = seeded(seed);
  const pick = (most: number): number => Math.floor(next() * most);
  return Array.from({ length: count }, () => {
    const date = AS_OF - pick(200);
    const owed = next() < 0.4;
    return {
      date,
      person: PEOPLE[pick(4)]!,
      customer: customers[pick(14)]!.name,
      ...(next() < 0.5 && { next: date + 1 + pick(40) }),
      ...(owed && { owner: PEOPLE[pick(4)]! }),
      ...(owed && next() < 0.5 && { done: date + pick(14) }),
    };
  });
}

/** A built diary, with the cells of its rows at hand. */
class Diary {
  readonly sheet: SheetModel;
  asOf = AS_OF;

  constructor(readonly workbook: WorkbookModel) {
    this.sheet = sheetOf(workbook, '走访日志');
  }

  static async of(visits: readonly Visit[]): Promise<Diary> {
    return new Diary(await calculated(visitDiary.build(diaryRequest(visits, customers, { asOf: AS_OF }))));
  }

  get area() {
    return this.sheet.tables[0]!.area;
  }

  column(header: string): number {
    return this.area.column + this.sheet.values({ ...this.area, rows: 1 })[0]!.indexOf(header);
  }

  /** Types into the row with this number; one below the last makes the table grow. */
  type(row: number, cells: Readonly<Record<string, CellValue>>): void {
    for (const [header, value] of Object.entries(cells)) {
      const at = { row: this.area.row + 1 + row, column: this.column(header) };
      this.sheet.setInputs(at, [[value as string | number | null]]);
    }
  }

  typeBelow(date: CellValue, customer: string, more: Readonly<Record<string, CellValue>> = {}): void {
    this.type(this.area.rows - 1, { 日期: date, 走访人: '周文博', 客户: customer, ...more });
  }

  deleteRow(row: number): void {
    this.sheet.deleteCells({ ...this.area, row: this.area.row + 1 + row, rows: 1 }, 'up');
  }

  askFor(day: number): void {
    this.asOf = day;
    this.sheet.setValues({ row: 2, column: 1 }, [[day]]);
  }

  async calculated(): Promise<this> {
    await this.workbook.calculate();
    return this;
  }
}

const text = (cell: CellValue | undefined): string =>
  cell === null || typeof cell === 'object' ? '' : String(cell);

type Row = Readonly<Record<string, CellValue>>;

function records(sheet: SheetModel): Row[] {
  const [headers = [], ...rows] = sheet.values(sheet.tables[0]!.area);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [text(headers[index]), cell])));
}

/** Lines under a header, by their first cell, up to the first blank one. */
function linesUnder(sheet: SheetModel, header: string): Map<string, CellValue[]> {
  const { rows, columns } = sheet.usedArea(true)!;
  const values = sheet.values({ row: 0, column: 0, rows, columns });
  // A header, not a heading: others stand beside it.
  const first = values.findIndex(([cell, ...others]) => cell === header && others.includes('逾期')) + 1;
  const end = values.findIndex(([cell], row) => row > first && cell === '合计');
  return new Map(values.slice(first, end + 1).map(([name, ...cells]) => [text(name), cells]));
}

const isDay = (value: CellValue | undefined): value is number => typeof value === 'number';
const dayOf = (row: Row): number | null => (isDay(row['日期']) ? Math.floor(row['日期']) : null);
const within = (from: number, end: number) => (row: Row) => {
  const day = dayOf(row);
  return day !== null && day >= from && day < end;
};
const monthOf = (day: number, more = 0): number => monthNumberStart(monthNumber(day) + more);

function expectFigures(diary: Diary): void {
  const { workbook, asOf } = diary;
  expect(workbook.sheets.flatMap(errorsIn)).toEqual([]);
  const rows = records(diary.sheet);
  expectCustomers(workbook, rows, asOf);
  expectReview(workbook, rows);
  expectQuarter(workbook, rows);
  expectOwed(workbook, rows);
  const month = rows.filter(within(monthOf(asOf), monthOf(asOf, 1)));
  for (const line of records(sheetOf(workbook, '人日走访'))) {
    const own = month.filter((row) => row['走访人'] === line['走访人']);
    expect([line['走访人'], line['合计']]).toEqual([line['走访人'], own.length]);
  }
}

function expectCustomers(workbook: WorkbookModel, rows: readonly Row[], asOf: number): void {
  const [quarter] = periodOf(asOf, 'quarter');
  for (const line of records(sheetOf(workbook, '客户走访频次'))) {
    const own = rows.filter((row) => row['客户'] === line['客户']);
    const days = own.flatMap((row) => dayOf(row) ?? []);
    const cadence = CADENCES[text(line['级别'])] ?? CADENCES['C']!;
    const { last, due, visits, kept } = standingOf(days, cadence, asOf);
    const promises = own.flatMap((row) =>
      last !== null && dayOf(row) === last && isDay(row['下次走访']) ? [Math.floor(row['下次走访'])] : [],
    );
    const since = (from: number): number => own.filter(within(from, asOf + 1)).length;
    expect({ ...line }).toMatchObject({
      客户: line['客户'],
      上次走访: last ?? '',
      应访日期: due,
      本期次数: visits,
      达标: kept ? '是' : '否',
      约定走访: promises.at(-1) ?? '',
      本月次数: since(monthOf(asOf)),
      本季次数: since(quarter),
    });
  }
}

const OPEN = ['督办中', '已逾期'];
const isOpen = (row: Row): boolean => OPEN.includes(text(row['督办状态']));
const counted = (rows: readonly Row[], holds: (row: Row) => boolean): number => rows.filter(holds).length;

function expectReview(workbook: WorkbookModel, rows: readonly Row[]): void {
  const lines = records(sheetOf(workbook, '月末点评'));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    const first = line['月份'] as number;
    const month = rows.filter(within(first, monthOf(first, 1)));
    const owed = month.filter((row) => row['责任人'] === line['走访人']);
    expect([line['走访次数'], line['负责事项'], line['已办结'], line['未结'], line['逾期']]).toEqual([
      counted(month, (row) => row['走访人'] === line['走访人']),
      owed.length,
      counted(owed, (row) => !isOpen(row)),
      counted(owed, isOpen),
      counted(owed, (row) => row['督办状态'] === '已逾期'),
    ]);
  }
}

function expectQuarter(workbook: WorkbookModel, rows: readonly Row[]): void {
  const sheet = sheetOf(workbook, '季度报告');
  const from = sheet.value(3, 1) as number;
  const now = rows.filter(within(from, monthOf(from, 3)));
  const before = rows.filter(within(monthOf(from, -3), from));
  const lines = linesUnder(sheet, '走访人');
  expect([...lines.keys()]).toEqual([...new Set(PEOPLE), '其他', '合计'].sort(inOrderOf([...lines.keys()])));
  for (const [name, cells] of lines) {
    const who = (header: string) => (row: Row) => {
      const is = text(row[header]);
      return name === '合计' || (name === '其他' ? !PEOPLE.includes(is) : is === name);
    };
    const owed = now.filter((row) => row['督办状态'] !== '' && who('责任人')(row));
    expect([name, ...cells.slice(0, 6)]).toEqual([
      name,
      counted(now, who('走访人')),
      counted(before, who('走访人')),
      owed.length,
      counted(owed, (row) => !isOpen(row)),
      counted(owed, isOpen),
      counted(owed, (row) => row['督办状态'] === '已逾期'),
    ]);
  }
}

const inOrderOf = (names: readonly string[]) => (a: string, b: string) => names.indexOf(a) - names.indexOf(b);

function expectOwed(workbook: WorkbookModel, rows: readonly Row[]): void {
  const lines = linesUnder(sheetOf(workbook, '督办'), '督办人');
  for (const [name, cells] of lines) {
    const owed = rows.filter((row) => {
      const is = text(row['责任人']);
      if (row['督办状态'] === '') return false;
      return name === '合计' || (name === '其他' ? !lines.has(is) : is === name);
    });
    const aged = (from: number, to: number): number =>
      counted(owed, (row) => isOpen(row) && Number(row['天数']) >= from && Number(row['天数']) <= to);
    expect([name, ...cells.slice(3, 9)]).toEqual([
      name,
      counted(owed, isOpen),
      counted(owed, (row) => row['督办状态'] === '已逾期'),
      aged(0, 7),
      aged(8, 30),
      aged(31, Infinity),
      counted(owed, (row) => !isOpen(row)),
    ]);
  }
}

const EDITS: Readonly<Record<string, (diary: Diary) => void>> = {
  nothing: () => undefined,
  'rows for three customers typed at once': (diary) => {
    for (const name of ['客户*', '客户8', '007']) diary.typeBelow(AS_OF, name, { 下次走访: AS_OF + 3 });
  },
  'two visits on the last day, each with a promise': (diary) => {
    diary.typeBelow(AS_OF, '客户9', { 下次走访: AS_OF + 20 });
    diary.typeBelow(AS_OF, '客户9', { 下次走访: AS_OF + 5 });
    diary.typeBelow(AS_OF, '客户9');
  },
  'rows typed in no order of days': (diary) => {
    diary.typeBelow(AS_OF - 3, '客户10', { 待办事项: '送合同', 督办人: '新同事' });
    diary.typeBelow(AS_OF - 40, '客户11', { 下次走访: AS_OF + 2 });
    diary.typeBelow(AS_OF - 3, '客户10', { 下次走访: AS_OF + 9 });
    diary.typeBelow(AS_OF, '客户?');
  },
  'a row without a day, then one with a day that is text': (diary) => {
    diary.typeBelow(null, '客户8');
    diary.typeBelow('五月底', '客户8');
    diary.typeBelow(AS_OF, '客户8');
  },
  'a time of day': (diary) => {
    diary.typeBelow(AS_OF + 0.75, '客户12', { 下次走访: AS_OF + 7.5 });
    diary.typeBelow(AS_OF + 1.25, '客户12');
  },
  'a day far ahead in an old row': (diary) => diary.type(20, { 日期: serialOf(2042, 3, 1) }),
  'customers of old rows changed': (diary) => {
    for (const row of [3, 150, 297, 298, 299]) diary.type(row, { 客户: '客户15' });
  },
  'the customer of an old row taken out': (diary) => {
    for (const row of [0, 180, 298]) diary.type(row, { 客户: null });
  },
  'rows deleted, the newest among them': (diary) => {
    for (const row of [299, 298, 290, 120, 0]) diary.deleteRow(row);
  },
  'the first row without a day': (diary) => diary.type(0, { 日期: null }),
  'a customer typed into the list': (diary) => {
    const list = sheetOf(diary.workbook, '客户走访频次');
    const { row, rows, column } = list.tables[0]!.area;
    diary.typeBelow(AS_OF - 1, '新客户');
    list.setInputs({ row: row + rows, column }, [['新客户', 'A']]);
  },
  'an earlier day asked about': (diary) => diary.askFor(AS_OF - 50),
  'a later day asked about': (diary) => diary.askFor(AS_OF + 12),
};

test.each(Object.keys(EDITS))('%s: every figure is what the rows say', async (edit) => {
  const diary = await Diary.of(visitsOf(11, 300));
  diary.workbook.batch(() => EDITS[edit]!(diary));
  expectFigures(await diary.calculated());
});

test('a diary out of order, as typed or as rows that were added behind', async () => {
  const next = seeded(3);
  const diary = await Diary.of(visitsOf(7, 300));
  diary.workbook.batch(() => {
    for (let row = 0; row < 300; row += 3) diary.type(row, { 日期: AS_OF - Math.floor(next() * 150) });
  });
  expectFigures(await diary.calculated());
  diary.workbook.batch(() => {
    for (let row = 1; row < 40; row += 9) diary.deleteRow(row);
    diary.typeBelow(AS_OF - 2, '客户13', { 下次走访: AS_OF });
  });
  expectFigures(await diary.calculated());
});

test('many rows out of order are told of beside the day asked about', async () => {
  const diary = await Diary.of(
    visitsOf(5, 2400).map((visit) => ({ ...visit, owner: undefined, done: undefined })),
  );
  const hint = (): string => text(diary.sheet.value(2, 2));
  expect(hint()).toMatch(/^黄色单元格/);
  diary.type(5, { 日期: AS_OF + 1 });
  await diary.calculated();
  expect(hint()).toMatch(/^有些行未按日期先后排列/);
});
