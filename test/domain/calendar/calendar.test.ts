import { OFFICE_HOURS, weekdayOf, workCalendar } from '../../../src/domain/calendar/calendar';
import { at, clockText, dayOf, hasTime, minuteOfText } from '../../../src/domain/calendar/clock';
import { cutOffDue, type CutOff } from '../../../src/domain/calendar/cutoff';
import { addWorkingMinutes, workingMinutesBetween } from '../../../src/domain/calendar/hours';
import { monthEnd, nextMonthly } from '../../../src/domain/calendar/months';
import { addWorkdays, closeOf, nextWorkday, workdayFrom } from '../../../src/domain/calendar/workdays';
import { DaybookError } from '../../../src/domain/errors';
import { dayOfText, instantOfText, instantText } from './texts';

const calendar = workCalendar();

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DaybookError) return error.code;
    throw error;
  }
  return 'none';
}

test('weekdays count from Monday', () => {
  expect(['2024-03-04', '2024-03-05', '2024-03-10'].map((day) => weekdayOf(dayOfText(day)))).toEqual([
    0, 1, 6,
  ]);
});

test('a time is read to the minute and written with two digits', () => {
  expect(['9:05', '14:00', ' 24:00 ', '8：30'].map(minuteOfText)).toEqual([545, 840, 1440, 510]);
  expect(['24:01', '9:60', '9', '25:00', ''].map(minuteOfText)).toEqual([null, null, null, null, null]);
  expect([0, 545, 1440].map(clockText)).toEqual(['00:00', '09:05', '24:00']);
});

test('a float a hair below midnight is the next day, without a time', () => {
  expect(dayOf(45356.99999999)).toBe(45357);
  expect(hasTime(45356.99999999)).toBe(false);
  expect(hasTime(at(45356, 1))).toBe(true);
  // 0.1 + 0.2 of a day is 7:12, whatever the last bit says.
  expect(
    workingMinutesBetween(workCalendar({ hours: [{ from: 0, to: 1440 }] }), 45356, 45356 + (0.1 + 0.2)),
  ).toBe(432);
});

test('an unworked start moves to the next worked day', () => {
  const saturday = dayOfText('2024-03-09');
  expect(workdayFrom(calendar, saturday)).toBe(saturday + 2);
  expect(workdayFrom(calendar, saturday - 1)).toBe(saturday - 1);
  expect(nextWorkday(calendar, saturday - 1)).toBe(saturday + 2);
  expect(instantText(closeOf(calendar, saturday))).toBe('2024-03-09 17:30');
});

describe('cut-off times', () => {
  const lines: readonly CutOff[] = [
    { from: 0, days: 0, unit: 'working', time: 'close' },
    { from: 12 * 60, days: 0, unit: 'working', time: 'close' },
    { from: 14 * 60, days: 1, unit: 'working', time: 11 * 60 },
  ];

  test.each([
    ['2024-03-08 09:30', '2024-03-08 17:30'],
    ['2024-03-08 13:59', '2024-03-08 17:30'],
    ['2024-03-08 14:00', '2024-03-11 11:00'],
    ['2024-03-08 23:59', '2024-03-11 11:00'],
    ['2024-03-09 10:00', '2024-03-09 17:30'],
  ])('seen at %s, due at %s', (from, due) => {
    expect(instantText(cutOffDue(calendar, lines, instantOfText(from)))).toBe(due);
  });

  test('the next day may be a calendar day', () => {
    const calendarDays = lines.map((line) => ({ ...line, unit: 'calendar' as const }));
    expect(instantText(cutOffDue(calendar, calendarDays, instantOfText('2024-03-08 15:00')))).toBe(
      '2024-03-09 11:00',
    );
  });

  test('the order of the lines does not matter; a time that none speaks of is refused', () => {
    const after = lines.slice(2);
    expect(codeOf(() => cutOffDue(calendar, after, instantOfText('2024-03-08 13:59')))).toBe('cut-off-none');
    expect(instantText(cutOffDue(calendar, [...lines].reverse(), instantOfText('2024-03-08 14:00')))).toBe(
      '2024-03-11 11:00',
    );
  });
});

describe('months', () => {
  test.each([
    ['2024-01-31', 0, '2024-01-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-11-30', 1, '2024-12-31'],
    ['2024-03-15', -1, '2024-02-29'],
  ])('the month of %s and %d on ends on %s', (day, months, end) => {
    expect(monthEnd(dayOfText(day), months)).toBe(dayOfText(end));
  });

  test.each([
    ['2024-01-31', '2024-01-31', '2024-02-29'],
    ['2024-01-31', '2024-02-28', '2024-02-29'],
    ['2024-01-31', '2024-02-29', '2024-03-31'],
    ['2024-01-31', '2024-03-30', '2024-03-31'],
    ['2024-01-15', '2024-06-15', '2024-07-15'],
    ['2024-01-15', '2024-06-14', '2024-06-15'],
    ['2024-05-10', '2024-01-01', '2024-06-10'],
  ])('monthly since %s, after %s: %s', (start, after, next) => {
    expect(nextMonthly(dayOfText(start), dayOfText(after))).toBe(dayOfText(next));
  });
});

describe('what contradicts itself is refused', () => {
  const day = dayOfText('2024-02-04');
  test.each([
    ['calendar-day-twice', { holidays: [day], makeUpDays: [day] }],
    ['calendar-never-works', { weekdays: [] }],
    ['calendar-weekday', { weekdays: [7] }],
    ['calendar-no-hours', { hours: [] }],
    ['calendar-hours', { hours: [{ from: 600, to: 540 }] }],
    ['calendar-hours', { hours: [{ from: 540, to: 1441 }] }],
    ['calendar-hours', { hours: [{ from: 540.5, to: 600 }] }],
    ['calendar-hours-overlap', { hours: [...OFFICE_HOURS, { from: 700, to: 800 }] }],
  ])('%s', (code, rules) => {
    expect(codeOf(() => workCalendar(rules))).toBe(code);
  });

  test('a calendar of a few make-up days ends', () => {
    const few = workCalendar({ weekdays: [], makeUpDays: [day, day + 7] });
    expect(addWorkdays(few, day, 1)).toBe(day + 7);
    expect(codeOf(() => addWorkdays(few, day, 2))).toBe('no-such-workday');
    expect(codeOf(() => addWorkdays(few, day, -1))).toBe('no-such-workday');
    expect(codeOf(() => addWorkingMinutes(few, day, 420 * 3))).toBe('no-such-workday');
  });
});

test('50,000 deadlines take no time that one would notice', () => {
  const holidays = Array.from({ length: 300 }, (_, index) => 45_000 + index * 7);
  const many = workCalendar({ holidays });
  const start = process.cpuUsage();
  let sum = 0;
  for (let i = 0; i < 50_000; i++) {
    const due = addWorkingMinutes(many, 45_000 + (i % 900) + 0.4, 720);
    sum += workingMinutesBetween(many, 45_000 + (i % 900) + 0.4, due);
  }
  expect(sum).toBe(50_000 * 720);
  const { user } = process.cpuUsage(start);
  expect(user / 1000).toBeLessThan(2000);
});
