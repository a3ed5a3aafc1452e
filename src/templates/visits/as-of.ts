/** The newest day of a diary, and the first of the days so far after it that they are taken for slips of the pen. */
export interface NewestDay {
  readonly day: number;
  readonly slip: number | null;
}

const YEAR = 366;
/** The part of the visits whose days may be slips. */
const SLIPS = 0.02;

/** However few the visits are, one that stands ten years after all others is a slip. */
const DECADE = 3653;

/** Null for a diary without a day. At most 2% of the days may stand more than a year after all others. */
export function newestDay(dates: readonly (number | null)[]): NewestDay | null {
  const days = dates.filter((date) => date !== null).sort((a, b) => a - b);
  const most = Math.max(1, days.length * SLIPS);
  for (let last = days.length - 1; last > 0 && days.length - last <= most; last--) {
    const [before = 0, day = 0] = [days[last - 1], days[last]];
    const least = days.length - last <= days.length * SLIPS ? YEAR : DECADE;
    if (day - before > least) return { day: before, slip: day };
  }
  const day = days.at(-1);
  return day === undefined ? null : { day, slip: null };
}
