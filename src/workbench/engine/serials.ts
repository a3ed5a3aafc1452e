/* Dates as Excel counts them: whole days, with the 29 February 1900 that never was (serial 60). */

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const DAY = 86400000;
const UNIX_EPOCH = 25569;
const OFFSET_1904 = 1462;
/** 31 December 9999. */
export const LAST_SERIAL = 2958465;

/** The serial of a day; months and days may run over (month 13, day 0). Null before 1900 and after 9999. */
export function toSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1, 1);
  const days = first.getTime() / DAY + UNIX_EPOCH;
  // Before March 1900 Excel's count is one behind.
  const start = date1904 ? days - OFFSET_1904 : days < 61 ? days - 1 : days;
  const serial = start + day - 1;
  const last = date1904 ? LAST_SERIAL - OFFSET_1904 : LAST_SERIAL;
  return serial >= 0 && serial <= last ? serial : null;
}

/** The day of a serial; null when it is none. */
export function toDay(serial: number, date1904: boolean): CalendarDay | null {
  const whole = Math.floor(serial);
  const last = date1904 ? LAST_SERIAL - OFFSET_1904 : LAST_SERIAL;
  if (whole < 0 || whole > last) return null;
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29 };
  if (!date1904 && whole === 0) return { year: 1900, month: 1, day: 0 };
  const days = date1904 ? whole + OFFSET_1904 : whole < 60 ? whole + 1 : whole;
  const date = new Date((days - UNIX_EPOCH) * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday, as Excel says it. */
export function weekday(serial: number, date1904: boolean): number {
  const days = Math.floor(serial) + (date1904 ? OFFSET_1904 : 0);
  return (((days - 1) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The serial of a moment in local time. */
export function serialOfMoment(milliseconds: number, date1904: boolean): number {
  const local = milliseconds - new Date(milliseconds).getTimezoneOffset() * 60000;
  return local / DAY + UNIX_EPOCH - (date1904 ? OFFSET_1904 : 0);
}
