/* Times the engine on a ledger of 50,000 orders. The ratio of one typed row to a full calculation is what matters on
   any machine; the times are this machine's. */
import { createWorkbook } from '../../src/workbench/model';
import type { CellValue, CustomFunction } from '../../src/workbench/model/types';

const rows = 50_000;

const arpu: CustomFunction = {
  id: 'ARPU',
  name: 'ARPU',
  parameters: [
    { name: 'revenue', dimensionality: 'matrix' },
    { name: 'opening', dimensionality: 'matrix' },
  ],
  result: { dimensionality: 'matrix' },
  call: ([revenue, opening]) =>
    (revenue as number[][]).map((line, i) =>
      line.map((amount, j) => amount / ((opening as number[][])[i]?.[j] ?? 1)),
    ),
};

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<number> {
  const start = performance.now();
  await work();
  const time = performance.now() - start;
  console.log(`${what.padEnd(58)} ${time.toFixed(0).padStart(7)} ms`);
  return time;
}

export async function run(): Promise<void> {
  const book = createWorkbook({ locale: 'zh-CN', sheets: ['orders', 'summary'] });
  const [orders, summary] = book.sheets;
  if (!orders || !summary) throw new Error('no sheets');
  book.registerFunctions([arpu]);

  const lines: CellValue[][] = [['日期', '客户经理', '产品', '金额', '用户数', 'ARPU', '含税']];
  for (let i = 0; i < rows; i++) {
    lines.push([
      45292 + (i % 365),
      `经理${i % 12}`,
      `产品${i % 7}`,
      (i * 37) % 10000,
      1 + (i % 50),
      null,
      null,
    ]);
  }
  await timed(`write ${rows} rows of values`, () => orders.setValues({ row: 0, column: 0 }, lines));
  await timed('make a table of them', () =>
    orders.addTable({ row: 0, column: 0, rows: rows + 1, columns: 7 }, { name: 'orders', hasHeaders: true }),
  );
  await timed(`write ${rows} =ARPU and ${rows} structured formulas`, () =>
    orders.setInputs(
      { row: 1, column: 5 },
      Array.from({ length: rows }, (_, i) => [`=ARPU(D${i + 2},E${i + 2})`, '=ROUND([@金额]*1.06,2)']),
    ),
  );
  const sums = Array.from({ length: 12 }, (_, m) =>
    [0, 1, 2, 3, 4].map((k) =>
      k === 0
        ? `=DATE(2024,${m + 1},1)`
        : `=SUMIFS(orders[${k % 2 ? '金额' : '含税'}],orders[日期],">="&$A${m + 2},orders[日期],"<"&EDATE($A${m + 2},1),orders[客户经理],"经理${k}")`,
    ),
  );
  await timed('48 SUMIFS over the whole table', () => summary.setInputs({ row: 1, column: 0 }, sums));
  const full = await timed('calculate everything', () => book.calculate(true));
  const typed = await timed('type one amount', () => orders.setInputs({ row: 100, column: 3 }, [[4321]]));
  await timed('type a row below the table', () =>
    orders.setInputs({ row: rows + 1, column: 0 }, [['2024-5-6', '经理1', '产品1', 100, 10]]),
  );
  await timed('insert a row into the table', () =>
    orders.insertCells({ row: 50, column: 0, rows: 1, columns: 16384 }, 'down'),
  );
  await timed('10,000 running balances and sums', () =>
    summary.setInputs(
      { row: 0, column: 10 },
      Array.from({ length: 10000 }, (_, i) => [i === 0 ? 1 : `=K${i}+1`, `=SUM(K$1:K${i + 1})`]),
    ),
  );
  console.log(`one typed amount takes ${((typed / full) * 100).toFixed(1)} % of a full calculation`);
}
