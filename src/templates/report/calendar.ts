import { monthNumber, monthNumberStart } from '../../domain/dates';

/**
 * The periods that a report counts in. A cell holds a month as the date of its first day and a quarter as the number
 * 20251, shown as "2025年1季度" by its number format: both sort, filter and look up as they stand.
 */
export interface Calendar {
  readonly id: 'month' | 'quarter';
  /** Months in a period. */
  readonly months: 1 | 3;
  readonly perYear: 12 | 4;
  /** The period of a day, counted through the years. */
  numberOf(serial: number): number;
  /** What a cell holds for a counted period, and back. */
  cellOf(number: number): number;
  numberOfCell(cell: number): number;
  /** Native expressions, each of an expression. */
  readonly formulas: {
    readonly ofDay: OfOne;
    readonly previous: OfOne;
    readonly next: OfOne;
    readonly yearEarlier: OfOne;
    readonly firstOfYear: OfOne;
    readonly lastOfYear: OfOne;
    readonly year: OfOne;
    /** 1 to 12, or 1 to 4. */
    readonly place: OfOne;
    readonly steps: (from: string, to: string) => string;
    /** First days of the period's first and last month. */
    readonly firstMonth: OfOne;
    readonly lastMonth: OfOne;
  };
}

type OfOne = (expression: string) => string;

export const MONTHS: Calendar = {
  id: 'month',
  months: 1,
  perYear: 12,
  numberOf: monthNumber,
  cellOf: monthNumberStart,
  numberOfCell: monthNumber,
  formulas: {
    ofDay: (day) => `DATE(YEAR(${day}),MONTH(${day}),1)`,
    previous: (period) => `EDATE(${period},-1)`,
    next: (period) => `EDATE(${period},1)`,
    yearEarlier: (period) => `EDATE(${period},-12)`,
    firstOfYear: (period) => `DATE(YEAR(${period}),1,1)`,
    lastOfYear: (period) => `DATE(YEAR(${period}),12,1)`,
    year: (period) => `YEAR(${period})`,
    place: (period) => `MONTH(${period})`,
    steps: (from, to) => `((YEAR(${to})-YEAR(${from}))*12+MONTH(${to})-MONTH(${from}))`,
    firstMonth: (period) => period,
    lastMonth: (period) => period,
  },
};

export const QUARTERS: Calendar = {
  id: 'quarter',
  months: 3,
  perYear: 4,
  numberOf: (serial) => Math.floor(monthNumber(serial) / 3),
  cellOf: (number) => Math.floor(number / 4) * 10 + (number % 4) + 1,
  numberOfCell: (cell) => Math.floor(cell / 10) * 4 + (cell % 10) - 1,
  formulas: {
    ofDay: (day) => `(YEAR(${day})*10+INT((MONTH(${day})+2)/3))`,
    previous: (period) => `IF(MOD(${period},10)=1,${period}-7,${period}-1)`,
    next: (period) => `IF(MOD(${period},10)=4,${period}+7,${period}+1)`,
    yearEarlier: (period) => `(${period}-10)`,
    firstOfYear: (period) => `(INT(${period}/10)*10+1)`,
    lastOfYear: (period) => `(INT(${period}/10)*10+4)`,
    year: (period) => `INT(${period}/10)`,
    place: (period) => `MOD(${period},10)`,
    steps: (from, to) => `((INT(${to}/10)-INT(${from}/10))*4+MOD(${to},10)-MOD(${from},10))`,
    firstMonth: (period) => `DATE(INT(${period}/10),MOD(${period},10)*3-2,1)`,
    lastMonth: (period) => `DATE(INT(${period}/10),MOD(${period},10)*3,1)`,
  },
};

/** The cell so many periods later (earlier where negative). */
export function shifted(calendar: Calendar, cell: number, periods: number): number {
  return calendar.cellOf(calendar.numberOfCell(cell) + periods);
}

/** First day of the first month, and of the last, of a period in a cell. */
export function monthsOf(calendar: Calendar, cell: number): { first: number; last: number } {
  const first = calendar.numberOfCell(cell) * calendar.months;
  return { first: monthNumberStart(first), last: monthNumberStart(first + calendar.months - 1) };
}
