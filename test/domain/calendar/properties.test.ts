import fc from 'fast-check';
import { workCalendar, type CalendarRules } from '../../../src/domain/calendar/calendar';
import { addWorkingMinutes, isWorkingAt, workingMinutesBetween } from '../../../src/domain/calendar/hours';
import { addWorkdays, workdaysBetween } from '../../../src/domain/calendar/workdays';
import { MinuteCount } from './slow';

const START = 45_350;
const day = fc.integer({ min: START, max: START + 40 });
/** Minutes from serial 0. */
const instant = fc.tuple(day, fc.integer({ min: 0, max: 1439 })).map(([d, minute]) => d * 1440 + minute);

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => {
    const ends = quarters.map((quarter) => quarter * 15).sort((a, b) => a - b);
    return Array.from({ length: Math.floor(ends.length / 2) }, (_, i) => ({
      from: ends[2 * i] ?? 0,
      to: ends[2 * i + 1] ?? 0,
    }));
  });

const rules: fc.Arbitrary<CalendarRules> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }),
    days: fc.uniqueArray(day, { maxLength: 16 }),
    split: fc.integer({ min: 0, max: 16 }),
    hours,
  })
  .map(({ weekdays, days, split, hours: spans }) => ({
    weekdays,
    holidays: days.slice(0, split),
    makeUpDays: days.slice(split),
    hours: spans,
  }));

const serial = (minutes: number): number => minutes / 1440;
const minutesOf = (value: number): number => Math.round(value * 1440 * 60) / 60;
const RUNS = { numRuns: 300 };

test('working minutes between two instants are those that one counts one by one', () => {
  fc.assert(
    fc.property(rules, instant, instant, (given, from, to) => {
      const expected = new MinuteCount(given).between(from, to);
      expect(workingMinutesBetween(workCalendar(given), serial(from), serial(to))).toBe(expected);
    }),
    RUNS,
  );
});

test('adding working minutes ends where counting one by one ends, forward and back', () => {
  fc.assert(
    fc.property(rules, instant, fc.integer({ min: -1500, max: 1500 }), (given, from, minutes) => {
      const slow = new MinuteCount(given);
      expect(minutesOf(addWorkingMinutes(workCalendar(given), serial(from), minutes))).toBe(
        slow.add(from, minutes),
      );
    }),
    RUNS,
  );
});

test('what was added lies between', () => {
  fc.assert(
    fc.property(rules, instant, fc.integer({ min: -5000, max: 5000 }), (given, from, minutes) => {
      const calendar = workCalendar(given);
      const due = addWorkingMinutes(calendar, serial(from), minutes);
      expect(workingMinutesBetween(calendar, serial(from), due)).toBe(minutes);
    }),
    RUNS,
  );
});

test('somebody works exactly in the minutes that count', () => {
  fc.assert(
    fc.property(rules, instant, (given, from) => {
      expect(isWorkingAt(workCalendar(given), serial(from))).toBe(new MinuteCount(given).isWorked(from));
    }),
    RUNS,
  );
});

test('working days are those that one counts one by one', () => {
  fc.assert(
    fc.property(rules, day, day, fc.integer({ min: -30, max: 30 }), (given, from, to, count) => {
      const slow = new MinuteCount(given);
      const calendar = workCalendar(given);
      expect(workdaysBetween(calendar, from, to)).toBe(slow.workdays(from, to));
      expect(calendar.isWorkday(from)).toBe(slow.isWorkday(from));
      expect(addWorkdays(calendar, from, count)).toBe(slow.addWorkdays(from, count));
    }),
    RUNS,
  );
});

test('time between instants adds up, and a time of day in a float is the minute that it means', () => {
  fc.assert(
    fc.property(rules, instant, instant, instant, (given, a, b, c) => {
      const calendar = workCalendar(given);
      const between = (from: number, to: number): number =>
        workingMinutesBetween(calendar, serial(from), serial(to));
      expect(between(a, b) + between(b, c)).toBe(between(a, c));
      // A time that somebody's sums made a hair too small or too large.
      expect(workingMinutesBetween(calendar, serial(a) + 1e-9, serial(b) - 1e-9)).toBe(between(a, b));
    }),
    RUNS,
  );
});
