import type { BookGrid } from '../../../reading/grid';
import type { TableReading } from '../../../reading/types';
import type { Sale } from '../sales';
import { rateColumns, type StatedRate } from './columns';
import { ownColumns } from './own-columns';
import { parseClaims } from './parse';
import { growthOf, prove, shareOf, type Evidence } from './prove';
import { seriesOf, type Series } from './series';
import { SubscriberMonths } from './subscribers';
import { totalRows } from './total-rows';
import type { CheckedClaim, Claims, Proof } from './types';

interface Sources {
  readonly tables: readonly TableReading[];
  readonly subscribers: readonly TableReading[];
  readonly grid: BookGrid;
  readonly sales: readonly Sale[];
}

/** All that the source sheets state of sums, growth, shares, net adds and attainment, recomputed from their own rows. */
export function checkClaims({ tables, subscribers, grid, sales }: Sources): Claims {
  const all = [...new Set([...tables, ...subscribers])];
  const checked: CheckedClaim[] = tables.flatMap((table) =>
    totalRows(
      table,
      grid.sheets.find(({ name }) => name === table.sheet),
    ),
  );
  const own = all.map(ownColumns);
  let unproven = own.reduce((sum, columns) => sum + columns.unproven, 0);
  const rates = tables.flatMap((table) =>
    rateColumns(table).map((rate) => ({ ...rate, sheet: table.sheet })),
  );
  const stated = texts(grid, all, sales).flatMap(({ text, ...at }) =>
    parseClaims(text).map((claim) => ({ claim, at })),
  );
  // Only a book that states something pays for the months of every name.
  const evidence: Evidence = {
    series: rates.length + stated.length > 0 ? seriesOf(sales) : [],
    subscribers: new SubscriberMonths(all),
    about: all.map(({ title, sheet }) => title + sheet).join('\n'),
  };
  for (const rate of rates) {
    const found = rateOf(rate, evidence.series);
    if (found) checked.push({ ...found, sheet: rate.sheet, row: rate.row, column: rate.column });
  }
  for (const { claim, at } of stated) {
    const found = prove(claim, evidence);
    if (found) checked.push({ ...found, ...at });
    else unproven++;
  }
  checked.push(...own.flatMap((columns) => columns.checked));
  return { checked, unproven };
}

function rateOf({ subject, rate, decimals, what }: StatedRate, series: readonly Series[]): Proof | null {
  const [whole] = series;
  const of = subject === null ? whole : series.find((each) => each.of?.name === subject);
  if (!of || !whole) return null;
  return what === 'share' ? shareOf(of, whole, rate, decimals) : growthOf(of, rate, decimals, what, null);
}

/** A sheet with more rows is a list, and what its cells say is about their rows. */
const MOST_LOOSE_ROWS = 200;
/** "收入增长20.39%" */
const SHORTEST = 8;

interface PlacedText {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Sentences in rows of the source sheets that count nothing, and on sheets that hold no data of their own. */
function texts(grid: BookGrid, tables: readonly TableReading[], sales: readonly Sale[]): PlacedText[] {
  const counted = new Set(sales.map(({ at }) => `${at.sheet}\n${at.row}`));
  const own = new Set(tables.map(({ sheet }) => sheet));
  return grid.sheets.flatMap((sheet) => {
    if (!own.has(sheet.name) && sheet.values.length > MOST_LOOSE_ROWS) return [];
    return sheet.values.flatMap((cells, r) => {
      const row = sheet.origin.row + r;
      if (counted.has(`${sheet.name}\n${row}`)) return [];
      return cells.flatMap((value, c): PlacedText[] =>
        typeof value === 'string' && value.length >= SHORTEST && /\d/.test(value)
          ? [{ sheet: sheet.name, row, column: sheet.origin.column + c, text: value }]
          : [],
      );
    });
  });
}
