import type { CalendarRules } from '../../../src/domain/calendar/calendar';

/**
 * Working time counted the slow, obvious way, one minute after the other. Minutes are counted from serial 0, so that
 * every instant is a whole number; nothing here is taken from the code under test.
 */
export class MinuteCount {
  constructor(private readonly rules: CalendarRules) {}

  isWorkday(day: number): boolean {
    // Serial 2 was a Monday to Excel.
    const weekday = (((day - 2) % 7) + 7) % 7;
    if (this.rules.makeUpDays.includes(day)) return true;
    return this.rules.weekdays.includes(weekday) && !this.rules.holidays.includes(day);
  }

  isWorked(minute: number): boolean {
    const day = Math.floor(minute / 1440);
    const ofDay = minute - day * 1440;
    return this.isWorkday(day) && this.rules.hours.some(({ from, to }) => ofDay >= from && ofDay < to);
  }

  between(from: number, to: number): number {
    if (from > to) return 0 - this.between(to, from);
    let count = 0;
    for (let minute = from; minute < to; minute++) if (this.isWorked(minute)) count++;
    return count;
  }

  add(from: number, minutes: number): number {
    let now = from;
    if (minutes > 0) {
      for (let left = minutes; left > 0; now++) if (this.isWorked(now)) left--;
    } else if (minutes < 0) {
      // Back to the last moment since which so many were worked: the minute that begins there is worked.
      for (let left = -minutes; left > 0; now--) if (this.isWorked(now - 1)) left--;
    }
    return now;
  }

  workdays(from: number, to: number): number {
    let count = 0;
    for (let day = Math.min(from, to); day <= Math.max(from, to); day++) if (this.isWorkday(day)) count++;
    return from <= to ? count : 0 - count;
  }

  addWorkdays(from: number, days: number): number {
    let day = from;
    for (let left = Math.abs(days); left > 0;) {
      day += Math.sign(days);
      if (this.isWorkday(day)) left--;
    }
    return day;
  }
}
