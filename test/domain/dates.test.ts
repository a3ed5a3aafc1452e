import fc from 'fast-check';
import {
  addMonths,
  dateOf,
  daysBetween,
  from1904,
  isCalendarDate,
  isoDate,
  isSerial,
  monthNumber,
  monthNumberStart,
  monthStart,
  serialOf,
  serialOfIso,
} from '../../src/domain/dates';
import { DaybookError } from '../../src/domain/errors';

const serials = fc.integer({ min: 61, max: 2_958_465 });

test.each([
  [1, '1900-01-01'],
  [31, '1900-01-31'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [366, '1900-12-31'],
  [367, '1901-01-01'],
  [25569, '1970-01-01'],
  [36585, '2000-02-29'],
  [45356, '2024-03-05'],
  [45356.999, '2024-03-05'],
  [73109, '2100-02-28'],
  [73110, '2100-03-01'],
  [2958465, '9999-12-31'],
])('serial %p of the 1900 system is %p', (serial, text) => {
  expect(isoDate(serial)).toBe(text);
});

test('the 1900 system says 0 January for 0, as Excel does', () => {
  expect(dateOf(0)).toEqual({ year: 1900, month: 1, day: 0 });
});

test.each([
  [0, '1904-01-01'],
  [59, '1904-02-29'],
  [43894, '2024-03-05'],
  [2957003, '9999-12-31'],
])('serial %p of the 1904 system is %p', (serial, text) => {
  expect(isoDate(serial, 1904)).toBe(text);
  expect(isoDate(from1904(serial))).toBe(text);
  const { year, month, day } = dateOf(serial, 1904);
  expect(serialOf(year, month, day, 1904)).toBe(serial);
});

/** Against the calendar of JavaScript, in UTC. */
function expectCalendarDay(serial: number): void {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  const { year, month, day } = dateOf(serial);
  const same =
    year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && day === date.getUTCDate();
  if (!same || serialOf(year, month, day) !== serial) throw new Error(`${serial} is not ${isoDate(serial)}`);
}

test('agrees with the calendar of JavaScript, and back', () => {
  for (let serial = 61; serial < 120_000; serial++) expectCalendarDay(serial);
  fc.assert(fc.property(serials, expectCalendarDay), { numRuns: 5_000 });
});

test('goes back and forth before the leap bug', () => {
  for (let serial = 1; serial < 60; serial++) {
    const { year, month, day } = dateOf(serial);
    expect(serialOf(year, month, day)).toBe(serial);
  }
});

test.each([
  [1900, 2, 29],
  [2023, 2, 29],
  [2024, 2, 30],
  [2024, 4, 31],
  [2024, 13, 1],
  [2024, 0, 1],
  [2024, 1, 0],
  [2024, 1.5, 1],
  [1899, 12, 31],
  [10000, 1, 1],
])('%p-%p-%p is no day', (year, month, day) => {
  expect(isCalendarDate(year, month, day)).toBe(false);
  expect(() => serialOf(year, month, day)).toThrow(new DaybookError('no-such-date', { year, month, day }));
});

test('refuses serials that are no day, and days before the 1904 system', () => {
  expect(() => dateOf(-1)).toThrow(new DaybookError('serial-out-of-range', { serial: -1 }));
  expect(() => dateOf(2_958_466)).toThrow(DaybookError);
  expect(() => dateOf(NaN)).toThrow(DaybookError);
  expect(() => dateOf(2_957_004, 1904)).toThrow(DaybookError);
  expect(() => serialOf(1903, 12, 31, 1904)).toThrow(DaybookError);
  expect([-1, NaN, 2_958_466].map(isSerial)).toEqual([false, false, false]);
  expect([0, 45356.5, 2_958_465.9].map(isSerial)).toEqual([true, true, true]);
});

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2024-12-05', 1, '2025-01-05'],
  ['2024-01-05', -1, '2023-12-05'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 0, '2024-02-29'],
])('%p and %p months is %p', (from, months, to) => {
  expect(isoDate(addMonths(serialOfIso(from) ?? NaN, months))).toBe(to);
});

test('months count without gaps and begin on their first day', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      const start = monthStart(serial);
      expect(dateOf(start).day).toBe(1);
      expect(monthNumber(start)).toBe(monthNumber(serial));
      expect(monthNumberStart(monthNumber(serial))).toBe(start);
      expect(daysBetween(start, serial)).toBe(dateOf(serial).day - 1);
      if (start > 61) expect(monthNumber(start - 1)).toBe(monthNumber(serial) - 1);
    }),
  );
});

test('times of day do not make days', () => {
  expect(daysBetween(45356.9, 45357.1)).toBe(1);
  expect(daysBetween(45356.1, 45356.9)).toBe(0);
});

test('reads ISO days and nothing else', () => {
  expect(serialOfIso('2024-03-05')).toBe(45356);
  expect(['2024-3-5', '2024-02-30', '', 'today', '2024-03-05T00:00'].map(serialOfIso)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
