import { isoDate, monthNumber, monthNumberStart } from './dates';
import { DaybookError } from './errors';
import { changeRate, shares } from './growth';
import { centsOf, tooLarge, wholeCents, type Cents } from './money';

/**
 * The figures of a monthly summary from columns of records, one element a row in every column. All sums are exact
 * to the 分; when the amounts of all rows, taken without sign, pass 90 trillion 元, `money-too-large` is thrown, and
 * `dates-too-far-apart` when the days span more than a century.
 */

export interface SummaryInput<Key extends string = string> {
  /** The day of each row as a serial of the 1900 system; null where none could be read. */
  readonly dates: readonly (number | null)[];
  /** 元, each rounded half-up to the 分 before it is added; null where none could be read. */
  readonly amounts: readonly (number | null)[];
  /** Further columns to group by: person, product, customer, … Null or blank is "not stated". */
  readonly keys: Readonly<Record<Key, readonly (string | null)[]>>;
}

export interface Figures {
  readonly count: number;
  readonly cents: Cents;
}

export interface MonthFigures extends Figures {
  /** Serial of the month's first day. */
  readonly start: number;
  /** 环比: against the month before; null for the first month or a base of zero or less. */
  readonly change: number | null;
  /** 同比: against the same month last year; null where that is before the first month, zero or less. */
  readonly yearChange: number | null;
  /** From the first month of the data, and from January of the month's year. */
  readonly cumulativeCents: Cents;
  readonly yearToDateCents: Cents;
}

export interface GroupFigures extends Figures {
  /** Null where the rows say nothing in that column. */
  readonly key: string | null;
  /** Aligned with Summary.months. */
  readonly monthCents: readonly Cents[];
  /** Part of the total, to one decimal of a percent; the groups of a key add up to 100%. Null for a total of zero or less. */
  readonly share: number | null;
}

export interface Summary<Key extends string = string> {
  /** Every month from the first with a row to the last, months without rows too. */
  readonly months: readonly MonthFigures[];
  readonly total: Figures;
  /** By key: largest amount first, equal amounts by count, then in order of appearance. */
  readonly groups: Readonly<Record<Key, readonly GroupFigures[]>>;
  /** Serials of the oldest and newest day that is counted; null when no row is. */
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  /** Rows (0-based) that count nowhere because a date or an amount is missing; without both: under dates. */
  readonly withoutDate: readonly number[];
  readonly withoutAmount: readonly number[];
}

/** A century: a day that is further off was misread, and its empty months would fill the memory. */
const MAX_MONTHS = 1200;

/** Room for so many names to begin with; it doubles where there are more. */
const FIRST_NAMES = 64;

/** Rows that count, as typed columns; months count from the first one. */
interface Ledger {
  readonly rows: Int32Array;
  readonly months: Int32Array;
  readonly cents: Float64Array;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly firstMonth: number;
  readonly monthCount: number;
}

export function summarize<Key extends string>(input: SummaryInput<Key>): Summary<Key> {
  const withoutDate: number[] = [];
  const withoutAmount: number[] = [];
  const ledger = readLedger(input, withoutDate, withoutAmount);
  const months = monthFigures(ledger);
  const groups = {} as Record<Key, GroupFigures[]>;
  for (const key of Object.keys(input.keys) as Key[]) {
    groups[key] = groupFigures(ledger, input.keys[key]);
  }
  const count = ledger.rows.length;
  return {
    months,
    total: { count, cents: months.at(-1)?.cumulativeCents ?? 0 },
    groups,
    firstDay: count === 0 ? null : ledger.firstDay,
    lastDay: count === 0 ? null : ledger.lastDay,
    withoutDate,
    withoutAmount,
  };
}

/** The largest n groups, and all others as one. */
export function topGroups(
  groups: readonly GroupFigures[],
  n: number,
): { top: readonly GroupFigures[]; rest: (Figures & { readonly groups: number }) | null } {
  const others = groups.slice(n);
  const rest = {
    groups: others.length,
    count: others.reduce((sum, group) => sum + group.count, 0),
    cents: others.reduce((sum, group) => sum + group.cents, 0),
  };
  return { top: groups.slice(0, n), rest: others.length === 0 ? null : rest };
}

function readLedger(
  { dates, amounts }: Pick<SummaryInput, 'dates' | 'amounts'>,
  withoutDate: number[],
  withoutAmount: number[],
): Ledger {
  const rows = new Int32Array(dates.length);
  const days = new Int32Array(dates.length);
  const cents = new Float64Array(dates.length);
  let used = 0;
  let sumWithoutSigns = 0;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (let row = 0; row < dates.length; row++) {
    const date = dates[row] ?? null;
    const amount = amounts[row] ?? null;
    if (date === null) {
      withoutDate.push(row);
    } else if (amount === null) {
      withoutAmount.push(row);
    } else {
      const day = Math.floor(date);
      if (day < firstDay) firstDay = day;
      if (day > lastDay) lastDay = day;
      const value = wholeCents(amount) ?? centsOf(amount);
      rows[used] = row;
      days[used] = day;
      cents[used] = value;
      sumWithoutSigns += Math.abs(value);
      used++;
    }
  }
  // While this sum is a safe integer, every sum of some of these rows is one too, so all additions below are exact.
  if (!Number.isSafeInteger(sumWithoutSigns)) throw tooLarge(sumWithoutSigns);
  return {
    rows: rows.subarray(0, used),
    cents: cents.subarray(0, used),
    firstDay,
    lastDay,
    ...countMonths(days.subarray(0, used), firstDay, lastDay),
  };
}

function countMonths(
  days: Int32Array,
  firstDay: number,
  lastDay: number,
): Pick<Ledger, 'months' | 'firstMonth' | 'monthCount'> {
  if (days.length === 0) return { months: days, firstMonth: 0, monthCount: 0 };
  const firstMonth = monthNumber(firstDay);
  const monthCount = monthNumber(lastDay) - firstMonth + 1;
  if (monthCount > MAX_MONTHS) {
    throw new DaybookError('dates-too-far-apart', { first: isoDate(firstDay), last: isoDate(lastDay) });
  }
  const monthOfDay = Int32Array.from({ length: lastDay - firstDay + 1 }, (_, day) =>
    monthNumber(firstDay + day),
  );
  const months = days.map((day) => (monthOfDay[day - firstDay] as number) - firstMonth);
  return { months, firstMonth, monthCount };
}

function monthFigures({ rows, months, cents: amounts, firstMonth, monthCount }: Ledger): MonthFigures[] {
  const cents = new Float64Array(monthCount);
  const counts = new Int32Array(monthCount);
  for (let i = 0; i < rows.length; i++) {
    const month = months[i] as number;
    cents[month] = (cents[month] as number) + (amounts[i] as number);
    counts[month] = (counts[month] as number) + 1;
  }
  let cumulativeCents = 0;
  let yearToDateCents = 0;
  return Array.from(cents, (value, index) => {
    cumulativeCents += value;
    yearToDateCents = (firstMonth + index) % 12 === 0 ? value : yearToDateCents + value;
    return {
      start: monthNumberStart(firstMonth + index),
      count: counts[index] ?? 0,
      cents: value,
      change: changeRate(value, cents[index - 1]),
      yearChange: changeRate(value, cents[index - 12]),
      cumulativeCents,
      yearToDateCents,
    };
  });
}

/** Sums by name and month, gathered while names are still being found. */
class Sums {
  readonly names: (string | null)[] = [];
  private readonly codeOfText = new Map<string, number>();
  private readonly codeOfName = new Map<string, number>();
  private cells: Float64Array;
  private counts: Int32Array;

  constructor(private readonly monthCount: number) {
    this.cells = new Float64Array(FIRST_NAMES * monthCount);
    this.counts = new Int32Array(FIRST_NAMES);
  }

  add(column: readonly (string | null)[], { rows, months, cents }: Ledger): void {
    const { codeOfText, monthCount } = this;
    let { cells, counts } = this;
    for (let i = 0; i < rows.length; i++) {
      const text = column[rows[i] as number] ?? '';
      let code = codeOfText.get(text);
      if (code === undefined) {
        code = this.codeFor(text);
        ({ cells, counts } = this);
      }
      const cell = code * monthCount + (months[i] as number);
      cells[cell] = (cells[cell] as number) + (cents[i] as number);
      counts[code] = (counts[code] as number) + 1;
    }
  }

  monthsOf(code: number): Cents[] {
    return Array.from(this.cells.subarray(code * this.monthCount, (code + 1) * this.monthCount));
  }

  countOf(code: number): number {
    return this.counts[code] ?? 0;
  }

  /** Texts that differ only in spaces around them are one name. */
  private codeFor(text: string): number {
    const name = text.trim();
    let code = this.codeOfName.get(name);
    if (code === undefined) {
      code = this.names.push(name === '' ? null : name) - 1;
      this.codeOfName.set(name, code);
      if (code >= this.counts.length) this.grow();
    }
    this.codeOfText.set(text, code);
    return code;
  }

  private grow(): void {
    const { cells, counts } = this;
    this.cells = new Float64Array(cells.length * 2);
    this.cells.set(cells);
    this.counts = new Int32Array(counts.length * 2);
    this.counts.set(counts);
  }
}

function groupFigures(ledger: Ledger, column: readonly (string | null)[]): GroupFigures[] {
  const sums = new Sums(ledger.monthCount);
  sums.add(column, ledger);
  const months = sums.names.map((_, code) => sums.monthsOf(code));
  const cents = months.map((values) => values.reduce((sum, value) => sum + value, 0));
  const share = shares(cents);
  return sums.names
    .map((key, code) => ({
      key,
      count: sums.countOf(code),
      cents: cents[code] ?? 0,
      monthCents: months[code] ?? [],
      share: share[code] ?? null,
    }))
    .sort((a, b) => b.cents - a.cents || b.count - a.count);
}
