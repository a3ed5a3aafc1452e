import { monthNumber } from '../dates';
import { summarize, type Summary } from '../summary';

/**
 * What each customer bought, from columns of records. Customers whose names differ in upper and lower case or in spaces
 * around them are one, as they are to Excel; records without a customer are one nameless group.
 */
export interface LedgerInput {
  readonly customers: readonly (string | null)[];
  readonly dates: readonly (number | null)[];
  /** 元 */
  readonly amounts: readonly (number | null)[];
}

export interface CustomerFigures {
  readonly name: string;
  readonly cents: number;
  /** Records, refunds too. */
  readonly count: number;
  /** Different days with a record of more than zero; a refund is no order. */
  readonly orderDays: number;
  /** First and last day with a record of more than zero; null where there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** Aligned with CustomerLedger.months. */
  readonly monthCents: readonly number[];
}

export interface CustomerLedger {
  /** Largest amount first. */
  readonly customers: readonly CustomerFigures[];
  readonly nameless: { readonly count: number; readonly cents: number };
  readonly total: { readonly count: number; readonly cents: number };
  /** Serials of first days, from the first month with a record to the last, without a gap. */
  readonly months: readonly number[];
  readonly firstDay: number | null;
  readonly lastDay: number | null;
}

/** `summarize` says when the input can't be used: `money-too-large`, `dates-too-far-apart`. */
export function customerLedger(input: LedgerInput): CustomerLedger {
  const { names, codes } = foldNames(input.customers);
  const customers = codes.length === 0 ? [] : Array.from(codes, (code) => names[code] ?? null);
  const summary = summarize({ dates: input.dates, amounts: input.amounts, keys: { customer: customers } });
  const days = orderDays(input, codes, names.length);
  return { ...assemble(summary, names, days), ...spanOf(summary) };
}

/** Every spelling of a name as the number of its first one; blank is -1. */
function foldNames(column: readonly (string | null)[]): { names: string[]; codes: Int32Array } {
  const codes = new Int32Array(column.length);
  const codeOfText = new Map<string, number>();
  const codeOfName = new Map<string, number>();
  const names: string[] = [];
  for (let row = 0; row < column.length; row++) {
    const text = column[row] ?? '';
    let code = codeOfText.get(text);
    if (code === undefined) {
      const name = text.trim();
      const folded = name.toLowerCase();
      code = name === '' ? -1 : (codeOfName.get(folded) ?? names.push(name) - 1);
      if (code >= 0) codeOfName.set(folded, code);
      codeOfText.set(text, code);
    }
    codes[row] = code;
  }
  return { names, codes };
}

interface OrderDays {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly different: Int32Array;
}

const NONE = -1;

/** Records in order of days, so that a customer's different days are counted in one pass. */
function orderDays(
  { dates, amounts }: Pick<LedgerInput, 'dates' | 'amounts'>,
  codes: Int32Array,
  customers: number,
): OrderDays {
  const first = new Int32Array(customers).fill(NONE);
  const last = new Int32Array(customers).fill(NONE);
  const different = new Int32Array(customers);
  const days = new Float64Array(codes.length).fill(NaN);
  for (let row = 0; row < codes.length; row++) {
    const [date, amount] = [dates[row] ?? null, amounts[row] ?? null];
    if (date === null || amount === null || amount <= 0 || (codes[row] as number) < 0) continue;
    days[row] = Math.floor(date);
  }
  for (const row of rowsByDay(days)) {
    const code = codes[row] as number;
    const day = days[row] as number;
    if (first[code] === NONE) first[code] = day;
    if (last[code] !== day) different[code] = (different[code] as number) + 1;
    last[code] = day;
  }
  return { first, last, different };
}

/** Rows with a day, by day: a counting sort, since days are small whole numbers. */
function rowsByDay(days: Float64Array): Uint32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const day of days) {
    if (day < least) least = day;
    if (day > most) most = day;
  }
  if (least === Infinity) return new Uint32Array();
  const starts = new Uint32Array(most - least + 2);
  for (const day of days) {
    if (!Number.isNaN(day)) starts[day - least + 1] = (starts[day - least + 1] as number) + 1;
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const rows = new Uint32Array(starts.at(-1) ?? 0);
  for (let row = 0; row < days.length; row++) {
    const day = days[row] as number;
    if (Number.isNaN(day)) continue;
    const place = starts[day - least] as number;
    rows[place] = row;
    starts[day - least] = place + 1;
  }
  return rows;
}

function assemble(
  { groups, total }: Summary<'customer'>,
  names: readonly string[],
  days: OrderDays,
): Pick<CustomerLedger, 'customers' | 'nameless' | 'total'> {
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const nameless = groups.customer.find(({ key }) => key === null);
  const dayOf = (column: Int32Array, code: number): number | null =>
    column[code] === NONE ? null : (column[code] ?? null);
  return {
    customers: groups.customer.flatMap(({ key, cents, count, monthCents }) => {
      if (key === null) return [];
      const code = codeOf.get(key) ?? 0;
      return [
        {
          name: key,
          cents,
          count,
          orderDays: days.different[code] ?? 0,
          first: dayOf(days.first, code),
          last: dayOf(days.last, code),
          monthCents,
        },
      ];
    }),
    nameless: { count: nameless?.count ?? 0, cents: nameless?.cents ?? 0 },
    total,
  };
}

function spanOf(summary: Summary<'customer'>): Pick<CustomerLedger, 'months' | 'firstDay' | 'lastDay'> {
  return {
    months: summary.months.map(({ start }) => start),
    firstDay: summary.firstDay,
    lastDay: summary.lastDay,
  };
}

/** The months that a list of the newest `most` months keeps. */
export function newestMonths(months: readonly number[], asOf: number, most: number): readonly number[] {
  return months.filter((month) => monthNumber(month) <= monthNumber(asOf)).slice(-most);
}
