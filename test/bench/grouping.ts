import { monthNumber, serialOf } from '../../src/domain/dates';
import { summarize } from '../../src/domain/summary';
import { medians, print, random } from './measure';
import { arqueroSums } from './peers/arquero';
import { d3Sums } from './peers/d3';
import { DUCKDB, openDuckDB } from './peers/duckdb';
import { monthsByDay, type Sales } from './peers/sales';

function sales(rows: number): Sales {
  const below = random(2);
  const first = serialOf(2023, 1, 1);
  const column = <Value>(value: () => Value) => Array.from({ length: rows }, value);
  return {
    dates: column(() => first + below(730)),
    amounts: column(() => below(10_000_000) / 100),
    keys: { person: column(() => `经理${below(40)}`), product: column(() => `产品${below(30)}`) },
  };
}

/** The way most scripts do it: a row object each, an object of float sums by a joined key. */
function reduceSums({ dates, amounts, keys }: Sales): Record<string, { count: number; sum: number }> {
  const rows = dates.map((date, row) => ({
    date,
    amount: amounts[row] ?? 0,
    groups: [`person|${keys.person[row]}`, `product|${keys.product[row]}`],
  }));
  return rows.reduce<Record<string, { count: number; sum: number }>>((sums, { date, amount, groups }) => {
    for (const group of groups) {
      const cell = (sums[`${monthNumber(date)}|${group}`] ??= { count: 0, sum: 0 });
      cell.count++;
      cell.sum += amount;
    }
    return sums;
  }, {});
}

/** Written for this one question and nothing else, without checks: how fast JavaScript gets. */
function tunedSums({ dates, amounts, keys }: Sales): Float64Array[] {
  const { firstDay, month: monthOfDay } = monthsByDay(dates);
  const months = (monthOfDay.at(-1) ?? 0) + 1;
  return [keys.person, keys.product].map((column) => {
    const codes = new Map<string, number>();
    const sums = new Float64Array(months * 64);
    const counts = new Int32Array(months * 64);
    for (let row = 0; row < column.length; row++) {
      const text = column[row] as string;
      let code = codes.get(text);
      if (code === undefined) codes.set(text, (code = codes.size));
      const cell = code * months + (monthOfDay[(dates[row] as number) - firstDay] as number);
      sums[cell] = (sums[cell] as number) + Math.round((amounts[row] as number) * 100);
      counts[cell] = (counts[cell] as number) + 1;
    }
    return sums;
  });
}

/** Month × person and month × product of 200,000 and 1,000,000 rows against peers, and the difference in 分. */
export async function run(): Promise<void> {
  const duck = await openDuckDB();
  for (const rows of [200_000, 1_000_000]) {
    const data = sales(rows);
    const exact = data.amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
    duck?.insert(data);
    const times = medians(
      [
        { name: 'summarize', run: () => summarize(data) },
        { name: 'tuned loop, no checks', run: () => tunedSums(data) },
        { name: 'rows and reduce', run: () => reduceSums(data) },
        { name: 'd3-array rollup', run: () => d3Sums(data) },
        { name: 'arquero groupby', run: () => arqueroSums(data) },
        ...(duck
          ? [
              { name: 'DuckDB, rows inserted before', run: () => duck.sums() },
              { name: 'DuckDB, inserting the arrays', run: () => duck.insert(data) },
            ]
          : []),
      ],
      5,
    );
    print(`Grouping ${rows.toLocaleString('en')} rows by month × person and month × product`, times);
    const grouped = summarize(data).groups.person.reduce((sum, { cents }) => sum + cents, 0);
    console.log(`  difference from the sum of the rows: ${grouped - exact} 分`);
    for (const cents of [d3Sums(data), arqueroSums(data), ...(duck ? [duck.sums()] : [])]) {
      if (cents !== exact) throw new Error(`A peer sums to ${cents} 分 and not to ${exact} 分.`);
    }
  }
  if (!duck) console.log(`  DuckDB is compared with after: npm i --no-save ${DUCKDB}`);
}

if (require.main === module) void run();
