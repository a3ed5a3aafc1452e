import { isoDate, serialOf } from '../../../src/domain/dates';

/** '2024-02-29' as a serial. */
export function dayOfText(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return serialOf(year, month, day);
}

/** '2024-02-29 17:59' as a serial; without a time it is the day. */
export function instantOfText(text: string): number {
  const [day = '', time] = text.split(' ');
  return dayOfText(day) + (time === undefined ? 0 : minutes(time) / 1440);
}

/** '2024-02-29 17:59' of a serial, to the nearest minute. */
export function instantText(serial: number): string {
  const all = Math.round(serial * 1440);
  const day = Math.floor(all / 1440);
  const two = (number: number): string => String(number).padStart(2, '0');
  const ofDay = all - day * 1440;
  return `${isoDate(day)} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** '09:00-12:00' as hours. */
export function hoursOfText(text: string): { from: number; to: number } {
  const [from = '', to = ''] = text.split('-');
  return { from: minutes(from), to: minutes(to) };
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
