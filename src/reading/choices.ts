import { wordKey } from './text';
import type { ColumnReading, RememberedTable, TableChoices } from './types';

/** What of a table its headers are compared by. */
export interface SignedTable {
  readonly columns: readonly Pick<ColumnReading, 'header' | 'letter' | 'period'>[];
}

const SEPARATOR = '\u241f';

/** Months come and go in wide tables (next month's has one more); all of them count as one column. */
function headerKeys(table: SignedTable): string[] {
  const keys = new Set<string>();
  for (const column of table.columns) {
    if (column.period) keys.add('<period>');
    else if (column.header !== '') keys.add(wordKey(column.header.replace(/\d+/g, '#')));
  }
  return [...keys].sort();
}

/**
 * What a table's headers say, in a form that stays the same when columns are moved, months are added, or spaces and
 * digits in the headers change.
 */
export function headerSignature(table: SignedTable): string {
  return headerKeys(table).join(SEPARATOR);
}

/** A table to choose for, and where it stands. */
export interface PlacedTable extends SignedTable {
  readonly sheet: string;
  readonly headerRows?: readonly [number, number] | null;
  readonly rows?: readonly number[];
}

function firstRow(table: PlacedTable): number | undefined {
  return table.headerRows?.[0] ?? table.rows?.[0];
}

/** Choices made later win; what they do not speak of stays as it was. */
function merged(before: TableChoices, now: TableChoices): TableChoices {
  return {
    ...before,
    ...now,
    ...(now.role === undefined ? { role: before.role } : {}),
    ...(now.headerRows === undefined ? { headerRows: before.headerRows } : {}),
    fields: merge(before.fields, now.fields),
    factors: merge(before.factors, now.factors),
    dateOrders: merge(before.dateOrders, now.dateOrders),
  };
}

function merge<T>(
  before: Readonly<Record<string, T>> | undefined,
  now: Readonly<Record<string, T>> | undefined,
) {
  return before && now ? { ...before, ...now } : (now ?? before);
}

/** What was remembered, with the choices a person made about a table added to it. */
export function remember(
  remembered: readonly RememberedTable[],
  table: PlacedTable,
  choices: TableChoices,
): readonly RememberedTable[] {
  const signature = headerSignature(table);
  const same = (entry: RememberedTable): boolean =>
    entry.sheet === table.sheet && entry.signature === signature;
  const before = remembered.find(same)?.choices;
  const first = firstRow(table);
  const entry = {
    sheet: table.sheet,
    signature,
    ...(first === undefined ? {} : { firstRow: first }),
    choices: before ? merged(superseded(before, table) ? withoutHeader(before) : before, choices) : choices,
  };
  return [...remembered.filter((other) => !same(other)), entry];
}

function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const one = new Set(a.split(SEPARATOR));
  const two = new Set(b.split(SEPARATOR));
  let shared = 0;
  for (const key of one) if (two.has(key)) shared += 1;
  return shared / (one.size + two.size - shared);
}

const SAME_SHEET = 0.6;
const OTHER_SHEET = 0.9;

/** A header that was chosen once, while the table stands with another now, was given up in between. */
function superseded({ headerRows }: TableChoices, table: PlacedTable): boolean {
  if (headerRows === undefined || table.headerRows === undefined) return false;
  return headerRows?.[0] !== table.headerRows?.[0] || headerRows?.[1] !== table.headerRows?.[1];
}

function withoutHeader(choices: TableChoices): TableChoices {
  const { role, fields, factors, dateOrders, leaveOut } = choices;
  return { role, fields, factors, dateOrders, leaveOut };
}

/** Rows to leave out belong to one sheet; what the rest says holds for every sheet of that kind. */
function general(choices: TableChoices): TableChoices {
  return { ...choices, leaveOut: undefined };
}

/** Header rows move with their table. */
function moved(choices: TableChoices, by: number): TableChoices {
  const { headerRows } = choices;
  return headerRows ? { ...choices, headerRows: [headerRows[0] + by, headerRows[1] + by] } : choices;
}

/** Choices for a table and how late among all they were made. */
export interface FoundChoices {
  readonly choices: TableChoices;
  readonly order: number;
}

/** The choices for a table as it was found first, and as it stands under the header that was chosen for it. */
export function combined(
  one: FoundChoices | undefined,
  two: FoundChoices | undefined,
): FoundChoices | undefined {
  if (!one || !two || one === two) return one ?? two;
  const [before, now] = one.order < two.order ? [one, two] : [two, one];
  return { choices: merged(before.choices, now.choices), order: now.order };
}

/** The choices that were remembered for a table: of its own sheet, or of a sheet with the same headers. */
export function choicesFor(
  table: PlacedTable,
  remembered: readonly RememberedTable[],
): FoundChoices | undefined {
  const signature = headerSignature(table);
  let best: RememberedTable | undefined;
  let score = 0;
  let order = 0;
  for (const [index, entry] of remembered.entries()) {
    const alike = likeness(signature, entry.signature);
    const own = entry.sheet === table.sheet;
    if (alike < (own ? SAME_SHEET : OTHER_SHEET)) continue;
    const points = alike + (own ? 1 : 0);
    if (points >= score) {
      score = points;
      best = entry;
      order = index;
    }
  }
  if (!best) return undefined;
  const own = best.sheet === table.sheet;
  const choices = own ? best.choices : general(best.choices);
  const [now, before] = [firstRow(table), best.firstRow];
  if (now !== undefined && before !== undefined) return { choices: moved(choices, now - before), order };
  return { choices: own ? choices : withoutHeader(choices), order };
}
