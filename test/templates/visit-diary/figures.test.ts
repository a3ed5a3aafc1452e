import { dateOf, serialOf } from '../../../src/domain/dates';
import { standingOf, type Cadence } from '../../../src/domain/visits/cadence';
import { coverageOf } from '../../../src/domain/visits/coverage';
import { personDays } from '../../../src/domain/visits/days';
import { followUpState } from '../../../src/domain/visits/follow-up';
import { overlapsOf } from '../../../src/domain/visits/overlap';
import type { CellValue, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';
import { calculated, errorsIn, sheetOf } from '../model';
import { seeded } from '../readings';
import { overlaps } from '../overlaps';
import { diaryRequest, visitDiary, type Listed, type Visit } from './visits';

const AS_OF = serialOf(2024, 5, 31);
const PEOPLE = ['周文博', '林晓彤', '=1+1'];
const CADENCES: Readonly<Record<string, Cadence>> = {
  A: { times: 1, period: 'week', gap: null },
  B: { times: 2, period: 'month', gap: null },
  C: { times: 1, period: 'month', gap: null },
};

const next = seeded(5);
const pick = (count: number): number => Math.floor(next() * count);
const customers: Listed[] = Array.from({ length: 14 }, (_, index) => ({
  name: ['客户*', '客户?', '客户~1', '=1+1', '客户 007'][index] ?? `客户${index}`,
  class: ['A', 'B', 'C', ''][index % 4]!,
  person: PEOPLE[index % 3]!,
}));
const visits: Visit[] = Array.from({ length: 160 }, () => {
  const date = AS_OF - pick(90);
  const owed = next() < 0.3;
  return {
    date,
    person: PEOPLE[pick(3)]!,
    customer: customers[pick(12)]!.name,
    content: '要求报价',
    ...(owed && { owner: PEOPLE[pick(3)]! }),
    ...(owed && next() < 0.5 && { done: date + pick(14) }),
    ...(owed && next() < 0.2 && { due: date + pick(20) }),
  };
}).sort((a, b) => a.date - b.date);

let workbook: WorkbookModel;
const plan = visitDiary.build(diaryRequest(visits, customers, { asOf: AS_OF }));
beforeAll(async () => {
  workbook = await calculated(plan);
});

const text = (cell: CellValue | undefined): string => (typeof cell === 'object' ? '' : String(cell));

/** Rows of a sheet's first table as records by header. */
function records(sheet: SheetModel): Record<string, CellValue>[] {
  const { area } = sheet.tables[0]!;
  const [headers = [], ...rows] = sheet.values(area);
  const record = (row: readonly CellValue[]): [string, CellValue][] =>
    row.map((cell, index) => [text(headers[index]), cell]);
  return rows.map((row) => Object.fromEntries(record(row)) as Record<string, CellValue>);
}

/** The figure under a label. */
function figure(sheet: SheetModel, label: string): CellValue {
  const used = sheet.usedArea(true)!;
  for (let row = 0; row < used.rows; row++) {
    for (let column = 0; column < used.columns; column++) {
      if (sheet.value(row, column) === label) return sheet.value(row + 1, column);
    }
  }
  throw new Error(`no figure ${label}`);
}

test('nothing overlaps on the sheets, and no formula gives an error', () => {
  expect(overlaps(plan)).toEqual([]);
  expect(workbook.sheets.flatMap(errorsIn)).toEqual([]);
});

test('every customer’s last visit, due day, lateness and compliance are the domain’s', () => {
  const found = records(sheetOf(workbook, '客户走访频次'));
  expect(found).toHaveLength(customers.length);
  for (const { name, class: grade = '' } of customers) {
    const days = visits.flatMap(({ customer, date }) => (customer === name && date !== null ? [date] : []));
    const cadence = CADENCES[grade] ?? CADENCES['C']!;
    const expected = standingOf(days, cadence, AS_OF);
    const row = found.find((each) => each['客户'] === name)!;
    expect([name, row['上次走访'], row['应访日期'], row['逾期天数'], row['本期次数'], row['达标']]).toEqual([
      name,
      expected.last ?? '',
      expected.due,
      expected.last === null ? 0 : Math.max(0, expected.late),
      expected.visits,
      expected.kept ? '是' : '否',
    ]);
  }
});

test('coverage and those never visited are the domain’s', () => {
  const log = { customers: visits.map(({ customer }) => customer), dates: visits.map(({ date }) => date) };
  const { year, month } = dateOf(AS_OF);
  const coverage = coverageOf(
    customers.map(({ name }) => name),
    log,
    { from: serialOf(year, month, 1), to: AS_OF },
  );
  const sheet = sheetOf(workbook, '走访分析');
  expect(figure(sheet, '本月覆盖率')).toBeCloseTo(coverage.rate!);
  expect(figure(sheet, '从未走访客户')).toBe(coverage.never.length);
});

test('open items, their owners and ages are the domain’s', () => {
  const states = visits.flatMap(({ date, person, owner, due, done }) =>
    owner || due || done
      ? [
          followUpState(
            { raised: date!, visitor: person, owner: owner ?? null, due: due ?? null, closed: done ?? null },
            7,
            AS_OF,
          ),
        ]
      : [],
  );
  const open = states.filter(({ state }) => state !== 'closed');
  const sheet = sheetOf(workbook, '督办');
  expect(figure(sheet, '未结事项')).toBe(open.length);
  expect(figure(sheet, '其中逾期')).toBe(open.filter(({ state }) => state === 'overdue').length);
  const diary = records(sheetOf(workbook, '走访日志')).filter(
    (row) => row['督办状态'] === '督办中' || row['督办状态'] === '已逾期',
  );
  expect(diary.map((row) => row['天数']).sort()).toEqual(open.map(({ age }) => age).sort());
  const due = open.map((each) => each.due).sort((a, b) => a - b);
  const list = Array.from({ length: due.length }, (_, index) => sheet.value(rowOfList(sheet) + index, 6));
  expect(list).toEqual(due);
});

function rowOfList(sheet: SheetModel): number {
  const used = sheet.usedArea(true)!;
  for (let row = 0; row < used.rows; row++) if (sheet.value(row, 0) === '日志行') return row + 1;
  throw new Error('no list');
}

test('each person’s days are the domain’s', () => {
  const month = visits.filter(({ date }) => date !== null && date >= serialOf(2024, 5, 1));
  const days = personDays({
    customers: month.map(({ customer }) => customer),
    people: month.map(({ person }) => person),
    dates: month.map(({ date }) => date),
  });
  for (const row of records(sheetOf(workbook, '人日走访'))) {
    const own = days.filter(({ person }) => person === row['走访人']);
    for (const { day, visits: count } of own) expect(row[String(dateOf(day).day)]).toBe(count);
    expect([row['合计'], row['天数'], row['达标天']]).toEqual([
      own.reduce((sum, { visits: count }) => sum + count, 0),
      own.length,
      own.filter(({ visits: count }) => count >= 4).length,
    ]);
  }
});

test('overlapping rows are marked as the domain finds them', () => {
  const found = overlapsOf(
    {
      customers: visits.map(({ customer }) => customer),
      people: visits.map(({ person }) => person),
      dates: visits.map(({ date }) => date),
    },
    7,
  );
  const rows = new Set(found.flatMap(({ first, second }) => [first, second]));
  const marked = records(sheetOf(workbook, '走访日志')).flatMap((row, index) =>
    row['重叠'] === 1 ? [index] : [],
  );
  expect(rows.size).toBeGreaterThan(0);
  expect(marked.filter((index) => !rows.has(index)).every((index) => nearOther(index))).toBe(true);
  expect([...rows].filter((index) => !marked.includes(index))).toEqual([]);
});

/** A visit in the middle of others may be the nearest of none, and still have somebody else's close by. */
function nearOther(index: number): boolean {
  const own = visits[index]!;
  return visits.some(
    ({ customer, person, date }) =>
      customer === own.customer && person !== own.person && Math.abs(date! - own.date!) <= 7,
  );
}

test('a row typed below the diary counts at once, everywhere', async () => {
  const sheet = sheetOf(workbook, '走访日志');
  const { area } = sheet.tables[0]!;
  const before = figure(sheetOf(workbook, '督办'), '未结事项') as number;
  const headers = sheet.values({ ...area, rows: 1 })[0]!;
  const row: (string | number | null)[] = headers.map(() => null);
  const put = (header: string, value: string | number): void => void (row[headers.indexOf(header)] = value);
  put('日期', AS_OF);
  put('走访人', '新同事');
  put('客户', customers[13]!.name);
  put('待办事项', '送合同');
  row.forEach((value, column) => {
    if (value !== null)
      sheet.setInputs({ row: area.row + area.rows, column: area.column + column }, [[value]]);
  });
  await workbook.calculate();
  expect(figure(sheetOf(workbook, '督办'), '未结事项')).toBe(before + 1);
  const customer = records(sheetOf(workbook, '客户走访频次')).find(
    (each) => each['客户'] === customers[13]!.name,
  )!;
  expect([customer['上次走访'], customer['状态']]).toEqual([AS_OF, '正常']);
});
