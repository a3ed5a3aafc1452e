import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monthNumber, serialOf } from '../../src/domain/dates';
import { yuanOf } from '../../src/domain/money';
import { movements, type Moved } from '../../src/domain/movers';
import { summarize } from '../../src/domain/summary';
import type { FileContents } from '../../src/workbench/files/contents';
import { saveFile } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';
import type { CellValue } from '../../src/workbench/model/types';
import { seeded } from '../templates/readings';

/**
 * The monthly summary three ways: the domain's figures, the built sheet's native formulas, and LibreOffice. Random
 * orders are written to a workbook of their own; whoever calculates it must find these figures to the 分.
 */

interface Order {
  readonly date: number;
  readonly person: string;
  readonly product: string;
  readonly quantity: number;
  readonly cents: number;
}

export interface RandomSummary {
  readonly file: string;
  readonly orders: readonly Order[];
}

const HEADERS = ['下单日期', '客户经理', '产品', '数量', '金额'];
const PERSONS = ['周文博', '林晓彤', '何建国', '许佳宁'];
const PRODUCTS = ['互联网专线', '企业宽带', '云主机', '语音中继', '物联网卡'];
const SEEDS = [1, 2, 3];
const ORDERS = 400;

export async function randomSummaries(folder: string): Promise<RandomSummary[]> {
  const made: RandomSummary[] = [];
  for (const seed of SEEDS) {
    const orders = randomOrders(seed);
    const workbook = createWorkbook({ sheets: ['订单'] });
    const sheet = workbook.sheet('订单');
    sheet?.setValues({ row: 0, column: 0 }, [
      HEADERS,
      ...orders.map(({ date, person, product, quantity, cents }) => [
        date,
        person,
        product,
        quantity,
        yuanOf(cents),
      ]),
    ]);
    orders.forEach((_, row) => sheet?.setStyle({ row: row + 1, column: 0 }, { numberFormat: 'yyyy-mm-dd' }));
    const file = path.join(folder, `random-orders-${seed}.xlsx`);
    await writeFile(file, (await saveFile(workbook)).bytes);
    made.push({ file, orders });
  }
  return made;
}

function randomOrders(seed: number): Order[] {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const first = serialOf(2024, 1, 1);
  return Array.from({ length: ORDERS }, () => ({
    date: first + below(480),
    person: PERSONS[below(PERSONS.length)] ?? '',
    product: PRODUCTS[below(PRODUCTS.length)] ?? '',
    quantity: 1 + below(30),
    // One in ten is a refund.
    cents: (below(10) === 0 ? -1 : 1) * below(9_000_000),
  }));
}

/** Where a calculated summary says another figure than the domain. */
export function domainDifferences(
  contents: FileContents,
  { orders }: RandomSummary,
): { passed: number; differences: string[] } {
  const differences: string[] = [];
  let passed = 0;
  const check = (what: string, found: CellValue | undefined, expected: number | string): void => {
    if (found === expected) passed++;
    else
      differences.push(`${what}: ${JSON.stringify(found ?? null)} on the sheet, ${expected} in the domain`);
  };
  const report = rowsOf(contents, '月度总结');
  const { months } = summarize({
    dates: orders.map(({ date }) => date),
    amounts: orders.map(({ cents }) => yuanOf(cents)),
    keys: {},
  });
  const table = report.findIndex(([first]) => first === '各月情况');
  months.forEach(({ start, count, cents, yearToDateCents }, index) => {
    const row = report[table + 2 + index] ?? [];
    check(`month ${index + 1}`, row[0], start);
    check(`count of month ${index + 1}`, row[1], count);
    check(`amount of month ${index + 1}`, row[2], yuanOf(cents));
    check(`year to date of month ${index + 1}`, row[7], yuanOf(yearToDateCents));
  });
  checkMovements(rowsOf(contents, '增减分析'), orders, check);
  return { passed, differences };
}

function checkMovements(
  rows: readonly (readonly CellValue[])[],
  orders: readonly Order[],
  check: (what: string, found: CellValue | undefined, expected: number) => void,
): void {
  const focus = orders.reduce((newest, { date }) => Math.max(newest, monthNumber(date)), 0);
  const of = (product: CellValue | undefined, month: number): Moved => {
    const own = orders.filter((each) => each.product === product && monthNumber(each.date) === month);
    return {
      cents: own.reduce((sum, { cents }) => sum + cents, 0),
      quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
    };
  };
  const header = rows.findIndex(([first]) => first === '产品');
  const names = rows.slice(header + 1, header + 1 + PRODUCTS.length).map(([name]) => name);
  const expected = movements(names.map((name) => ({ before: of(name, focus - 1), now: of(name, focus) })));
  const reasons = rows.findIndex(([first], index) => index > header && first === '产品') + 1;
  expected.forEach(({ change, volume, mix, price, other }, index) => {
    const row = rows[reasons + index] ?? [];
    const parts = { change, volume, mix, price, other };
    Object.entries(parts).forEach(([what, cents], column) =>
      check(`${what} of ${PRODUCTS.length} products, line ${index + 1}`, row[column + 1], yuanOf(cents)),
    );
  });
}

function rowsOf(contents: FileContents, name: string): CellValue[][] {
  const rows: CellValue[][] = [];
  const sheet = contents.sheets.find((each) => each.name === name);
  for (const { row, column, values } of sheet?.rows ?? []) {
    const line = (rows[row] ??= []);
    values.forEach((value, index) => (line[column + index] = value));
  }
  return Array.from(rows, (row) => row ?? []);
}
