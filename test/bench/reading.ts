/* Reading 200,000 × 20 beside parsing the file it came in, and beside a reader that takes the first row for names. */
import { performance } from 'node:perf_hooks';
import { readBook, readBookSteps } from '../../src/reading';
import type { BookGrid, GridValue } from '../../src/reading/grid';
import { openFile, saveWorkbook } from '../../src/workbench/files';
import { createWorkbook } from '../../src/workbench/model';
import { medians, print } from './measure';

const HEADERS =
  '序号 订单编号 下单日期 客户名称 客户编号 产品 类别 数量 单价 金额 折扣 客户经理 区域 部门 状态 付款时间 联系电话 联系人 合同编号 备注'.split(
    ' ',
  );

function ledger(rows: number): BookGrid {
  const values: GridValue[][] = [HEADERS];
  for (let i = 0; i < rows; i++) {
    const quantity = (i % 50) + 1;
    const amount = quantity * 99.5;
    values.push([
      i + 1,
      `DD2024${String(i).padStart(8, '0')}`,
      i % 3 ? 45300 + (i % 300) : `2024.${(i % 12) + 1}.${(i % 28) + 1}`,
      `客户${i % 5000}有限公司`,
      `00${10000 + (i % 5000)}`,
      `产品${i % 40}`,
      `类${i % 7}`,
      quantity,
      99.5,
      i % 7 ? amount : `￥${amount.toFixed(2)}元`,
      0.95,
      `经理${i % 30}`,
      `城${i % 5}`,
      `部${i % 4}`,
      i % 2 ? '完成' : '进行中',
      45310 + (i % 300),
      `138${10000000 + i}`,
      `联系人${i % 900}`,
      `HT${i}`,
      i % 20 ? '' : `备注${i}`,
    ]);
  }
  const sheet = { name: '订单', origin: { row: 0, column: 0 }, values, formats: [], merges: [] };
  return {
    name: '订单.xlsx',
    date1904: false,
    sheets: [{ ...sheet, hiddenRows: [], hiddenColumns: [], tables: [], visible: true }],
  };
}

/** What most programs do: names from the first row, a record for each row below it. */
function plainReader(book: BookGrid): Record<string, GridValue>[] {
  const [header = [], ...body] = book.sheets[0]?.values ?? [];
  return body.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? ''])));
}

function longestPause(book: BookGrid): number {
  const steps = readBookSteps(book);
  let longest = 0;
  for (let last = performance.now(); steps.next().done !== true; last = performance.now()) {
    longest = Math.max(longest, performance.now() - last);
  }
  return longest;
}

/** The same sheet as a file: what has to be done before anything can be read. */
async function asFile(book: BookGrid): Promise<Uint8Array> {
  const workbook = createWorkbook({ name: book.name });
  workbook.activeSheet.setValues({ row: 0, column: 0 }, book.sheets[0]?.values ?? []);
  return saveWorkbook(workbook);
}

async function parsing(bytes: Uint8Array): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await openFile(bytes, 'ledger.xlsx');
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}

const ROUNDS = 3;
const SIZES = [20_000, 200_000];

export async function run(): Promise<void> {
  const perRow: number[] = [];
  for (const rows of SIZES) {
    const book = ledger(rows);
    const opened = await parsing(await asFile(book));
    const times = medians(
      [
        { name: 'first row is the header, values as they stand', run: () => plainReader(book) },
        { name: 'readBook', run: () => readBook(book) },
      ],
      ROUNDS,
    );
    const title = `${rows.toLocaleString('en')} rows × ${HEADERS.length} columns`;
    print(title, new Map([['parsing the file itself (openFile)', opened], ...times]));
    console.log(`  longest time between two yields ${longestPause(book).toFixed(0).padStart(22)} ms`);
    perRow.push((times.get('readBook') ?? NaN) / rows);
  }
  const [small = NaN, large = NaN] = perRow;
  console.log(
    `a row of the larger sheet takes × ${(large / small).toFixed(2)} the time of one of the smaller`,
  );
}
