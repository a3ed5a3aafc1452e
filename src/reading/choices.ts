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

/** Choices made later win; what they do not speak of stays as it was. */
function merged(before: TableChoices, now: TableChoices): TableChoices {
  return {
    ...before,
    ...now,
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
  table: SignedTable & { readonly sheet: string },
  choices: TableChoices,
): readonly RememberedTable[] {
  const signature = headerSignature(table);
  const same = (entry: RememberedTable): boolean =>
    entry.sheet === table.sheet && entry.signature === signature;
  const before = remembered.find(same);
  const entry = {
    sheet: table.sheet,
    signature,
    choices: before ? merged(before.choices, choices) : choices,
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

/** Rows to leave out and header rows belong to one sheet; what columns mean holds for every sheet of that kind. */
function general(choices: TableChoices): TableChoices {
  const { role, fields, factors, dateOrders } = choices;
  return { role, fields, factors, dateOrders };
}

/** The choices that were remembered for a table: of its own sheet, or of a sheet with the same headers. */
export function choicesFor(
  table: SignedTable & { readonly sheet: string },
  remembered: readonly RememberedTable[],
): TableChoices | undefined {
  const signature = headerSignature(table);
  let best: RememberedTable | undefined;
  let score = 0;
  for (const entry of remembered) {
    const alike = likeness(signature, entry.signature);
    const own = entry.sheet === table.sheet;
    if (alike < (own ? SAME_SHEET : OTHER_SHEET)) continue;
    const points = alike + (own ? 1 : 0);
    if (points >= score) {
      score = points;
      best = entry;
    }
  }
  if (!best) return undefined;
  return best.sheet === table.sheet ? best.choices : general(best.choices);
}
