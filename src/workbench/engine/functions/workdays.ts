import type { CellError } from '../../model/types';
import { toNumber } from '../coercion';
import type { Context } from '../context';
import { LAST_SERIAL, weekday } from '../serials';
import { isError, NUM, VALUE, type Value } from '../values';
import { given, single, valuesLifting, type FunctionDefinition, type FunctionTable } from './definition';
import { numberArgument, scalarsOf } from './iterate';

const SATURDAY_SUNDAY: readonly number[] = [6, 0];

/** Days of the week that are off: 1 to 7 pairs, 11 to 17 single days, or seven digits from Monday on. */
function weekend(value: Value | undefined, context: Context): readonly number[] | CellError {
  if (given(value) === undefined) return SATURDAY_SUNDAY;
  const scalar = single(value);
  if (typeof scalar === 'string' && /^[01]{7}$/.test(scalar)) {
    if (scalar === '1111111') return VALUE;
    return [...scalar].flatMap((digit, index) => (digit === '1' ? [(index + 1) % 7] : []));
  }
  const number = toNumber(scalar, context.services.culture);
  if (isError(number)) return number;
  if (number >= 1 && number <= 7) return [(number + 5) % 7, (number + 6) % 7];
  return number >= 11 && number <= 17 ? [number - 11] : NUM;
}

function holidays(value: Value | undefined, context: Context): Set<number> | CellError {
  const days = new Set<number>();
  if (value === undefined || given(value) === undefined) return days;
  for (const scalar of scalarsOf(value)) {
    if (scalar === null || scalar === '') continue;
    const day = toNumber(scalar, context.services.culture);
    if (isError(day)) return day;
    days.add(Math.floor(day));
  }
  return days;
}

interface Calendar {
  readonly isWorkday: (serial: number) => boolean;
}

function calendar(off: Value | undefined, free: Value | undefined, context: Context): Calendar | CellError {
  const weekendDays = weekend(off, context);
  const freeDays = holidays(free, context);
  if (!Array.isArray(weekendDays)) return weekendDays as CellError;
  if (!(freeDays instanceof Set)) return freeDays;
  const { date1904 } = context.services.culture;
  return { isWorkday: (day) => !weekendDays.includes(weekday(day, date1904)) && !freeDays.has(day) };
}

const isCalendar = (value: Calendar | CellError): value is Calendar => 'isWorkday' in value;

function countDays(from: number, to: number, { isWorkday }: Calendar): number {
  const [first, last] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))];
  let count = 0;
  for (let day = first; day <= last; day++) if (isWorkday(day)) count++;
  return from <= to ? count : -count;
}

function workday(from: number, count: number, { isWorkday }: Calendar): number | CellError {
  const step = Math.sign(count);
  let day = Math.floor(from);
  for (let left = Math.abs(Math.trunc(count)); left > 0;) {
    day += step;
    if (day < 0 || day > LAST_SERIAL) return NUM;
    if (isWorkday(day)) left--;
  }
  return day;
}

const between = (
  hasWeekend: boolean,
  compute: (a: number, b: number, days: Calendar) => number | CellError,
): FunctionDefinition =>
  valuesLifting(
    2,
    hasWeekend ? 4 : 3,
    (index) => index < 2,
    (args, context) => {
      const a = numberArgument(args[0], context, 0);
      const b = numberArgument(args[1], context, 0);
      if (isError(a)) return a;
      if (isError(b)) return b;
      const days = calendar(hasWeekend ? args[2] : undefined, args[hasWeekend ? 3 : 2], context);
      return isCalendar(days) ? compute(a, b, days) : days;
    },
  );

export const WORKDAY_FUNCTIONS: FunctionTable = {
  NETWORKDAYS: between(false, countDays),
  'NETWORKDAYS.INTL': between(true, countDays),
  WORKDAY: between(false, workday),
  'WORKDAY.INTL': between(true, workday),
};
