import { createRequire } from 'node:module';
import path from 'node:path';

import type { Sales } from './sales';

/** 150 MB on disk, too heavy for every clone: it is compared with where somebody installed it. */
export const DUCKDB = '@duckdb/duckdb-wasm@1.32.0';

interface Connection {
  query(sql: string): { toArray(): { toJSON(): Record<string, unknown> }[] };
  insertArrowTable(table: unknown, options: { readonly name: string }): void;
}

interface DuckDB {
  createDuckDB(
    bundles: Record<'mvp' | 'eh', { readonly mainModule: string; readonly mainWorker: string }>,
    logger: unknown,
    runtime: unknown,
  ): Promise<{ instantiate(progress: () => void): Promise<unknown>; connect(): Connection }>;
  readonly VoidLogger: new () => unknown;
  readonly NODE_RUNTIME: unknown;
}

interface Arrow {
  tableFromArrays(columns: Readonly<Record<string, unknown>>): unknown;
}

export interface DuckPeer {
  /** Copies the arrays into a table of DuckDB's. */
  insert(sales: Sales): void;
  /** Month × person and month × product of the inserted rows; the sum of the first in 分. */
  sums(): number;
}

/** Null where it is not installed: `npm i --no-save` the name above. */
export async function openDuckDB(): Promise<DuckPeer | null> {
  const require = createRequire(__filename);
  let main: string;
  try {
    main = require.resolve('@duckdb/duckdb-wasm');
  } catch {
    return null;
  }
  const dist = path.dirname(main);
  const duckdb = require(path.join(dist, 'duckdb-node-blocking.cjs')) as DuckDB;
  // The copy of Arrow that DuckDB itself brings: tables of another copy are strangers to it.
  const arrow = createRequire(main)('apache-arrow') as Arrow;
  const bundle = (name: string) => ({ mainModule: path.join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  const connection = database.connect();
  return {
    insert({ dates, amounts, keys }) {
      connection.query('DROP TABLE IF EXISTS sales');
      const columns = { day: Int32Array.from(dates), amount: Float64Array.from(amounts), ...keys };
      connection.insertArrowTable(arrow.tableFromArrays(columns), { name: 'sales' });
    },
    sums() {
      const groups = ['person', 'product'].map((key) =>
        connection
          .query(
            `SELECT date_trunc('month', DATE '1899-12-30' + day) AS month, ${key}, count(*) AS rows,
               sum(round(amount * 100))::DOUBLE AS cents FROM sales GROUP BY ALL`,
          )
          .toArray(),
      );
      return (groups[0] ?? []).reduce((all, row) => all + Number(row.toJSON()['cents']), 0);
    },
  };
}
