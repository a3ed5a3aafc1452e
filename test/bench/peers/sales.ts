import { monthNumber } from '../../../src/domain/dates';

/** The same arrays for every contender. */
export interface Sales {
  readonly dates: readonly number[];
  readonly amounts: readonly number[];
  readonly keys: { readonly person: readonly string[]; readonly product: readonly string[] };
}

/** Months of days by looking them up: no peer should lose by how it takes dates apart. */
export function monthsByDay(dates: readonly number[]): {
  readonly firstDay: number;
  readonly month: Int32Array;
} {
  const firstDay = dates.reduce((least, date) => Math.min(least, date));
  const days = dates.reduce((most, date) => Math.max(most, date)) - firstDay + 1;
  const firstMonth = monthNumber(firstDay);
  return {
    firstDay,
    month: Int32Array.from({ length: days }, (_, day) => monthNumber(firstDay + day) - firstMonth),
  };
}
