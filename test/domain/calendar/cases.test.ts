import { workCalendar } from '../../../src/domain/calendar/calendar';
import { addWorkingMinutes, workingMinutesBetween } from '../../../src/domain/calendar/hours';
import { addWorkdays, workdaysBetween } from '../../../src/domain/calendar/workdays';
import { loadCases } from '../../cases/load';
import { dayOfText, hoursOfText, instantText, instantOfText } from './texts';

interface Case {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
  readonly hours: readonly string[];
  readonly workdaysBetween: readonly [string, string, number][];
  readonly addWorkdays: readonly [string, number, string][];
  readonly addWorkingMinutes: readonly [string, number, string][];
  readonly workingMinutesBetween: readonly [string, string, number][];
}

describe.each(loadCases<Case>('calendar'))('%s', (_name, given) => {
  const calendar = workCalendar({
    holidays: given.holidays.map(dayOfText),
    makeUpDays: given.makeUpDays.map(dayOfText),
    hours: given.hours.map(hoursOfText),
  });

  test.each(given.workdaysBetween)('working days from %s to %s: %d', (from, to, days) => {
    expect(workdaysBetween(calendar, dayOfText(from), dayOfText(to))).toBe(days);
  });

  test.each(given.addWorkdays)('%s and %d working days: %s', (from, count, due) => {
    expect(addWorkdays(calendar, dayOfText(from), count)).toBe(dayOfText(due));
  });

  test.each(given.addWorkingMinutes)('%s and %d working minutes: %s', (from, minutes, due) => {
    expect(instantText(addWorkingMinutes(calendar, instantOfText(from), minutes))).toBe(due);
  });

  test.each(given.workingMinutesBetween)('working minutes from %s to %s: %d', (from, to, minutes) => {
    expect(workingMinutesBetween(calendar, instantOfText(from), instantOfText(to))).toBe(minutes);
  });
});
