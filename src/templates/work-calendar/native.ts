import type { Area, Position } from '../../domain/address';
import { quotedSheet } from '../../domain/address';
import { fixedArea, fixedCell } from '../formula';

/** Where the calendar's sheet keeps what formulas on other sheets need. */
export interface CalendarCells {
  readonly sheet: string;
  /** All working days in order, one a cell. */
  readonly days: Area;
  /** WORKDAY.INTL's text of days off. */
  readonly weekend: Position;
  /** Fractions of a day: both spans of work, the second one empty (0 to 0) where there is no lunch break. */
  readonly amFrom: Position;
  readonly amTo: Position;
  readonly pmFrom: Position;
  readonly pmTo: Position;
  readonly close: Position;
  /** The holiday table's column of days off, 0 for days worked. */
  readonly offColumn: string;
}

/** Expressions of native formulas that count in working time; make-up days included, which WORKDAY.INTL does not know. */
export class NativeCalendar {
  private readonly days: string;

  constructor(private readonly cells: CalendarCells) {
    this.days = `${quotedSheet(cells.sheet)}!${fixedArea(cells.days)}`;
  }

  cell(name: 'weekend' | 'amFrom' | 'amTo' | 'pmFrom' | 'pmTo' | 'close'): string {
    return `${quotedSheet(this.cells.sheet)}!${fixedCell(this.cells[name])}`;
  }

  /** How many of the listed working days there are up to a day. */
  private upTo(day: string): string {
    return `MATCH(${day},${this.days},1)`;
  }

  /** The day so many (0 or more) working days after a whole day; beyond the listed days WORKDAY.INTL answers. */
  addDays(day: string, count: string): string {
    const listed = `INDEX(${this.days},${this.upTo(day)}+${count})`;
    const beyond = `WORKDAY.INTL(${day},${count},${this.cell('weekend')},${this.cells.offColumn})`;
    return `IF((${count})=0,${day},IFERROR(${listed},${beyond}))`;
  }

  /** Working days after one whole day up to and with a later one. */
  daysAfter(from: string, to: string): string {
    const beyond = `NETWORKDAYS.INTL(${from}+1,${to},${this.cell('weekend')},${this.cells.offColumn})`;
    return `IFERROR(${this.upTo(to)}-${this.upTo(from)},${beyond})`;
  }

  /** Whether a whole day is worked, 1 or 0. */
  isWorkday(day: string): string {
    return `COUNTIF(${this.days},${day})`;
  }

  /** Seconds worked on a day before a time of it, both given as expressions. */
  private workedToday(day: string, seconds: string): string {
    const span = (from: string, to: string): string =>
      `MAX(0,MIN(${seconds},${this.seconds(to)})-${this.seconds(from)})`;
    const { amFrom, amTo, pmFrom, pmTo } = this.spans();
    return `${this.isWorkday(day)}*(${span(amFrom, amTo)}+${span(pmFrom, pmTo)})`;
  }

  private spans(): Record<'amFrom' | 'amTo' | 'pmFrom' | 'pmTo', string> {
    return {
      amFrom: this.cell('amFrom'),
      amTo: this.cell('amTo'),
      pmFrom: this.cell('pmFrom'),
      pmTo: this.cell('pmTo'),
    };
  }

  private seconds(fraction: string): string {
    return `ROUND(${fraction}*86400,0)`;
  }

  /** Seconds worked on a working day. */
  private secondsADay(): string {
    const { amFrom, amTo, pmFrom, pmTo } = this.spans();
    return `ROUND((${amTo}-${amFrom}+${pmTo}-${pmFrom})*86400,0)`;
  }

  /**
   * Seconds worked up to an instant (a serial with a time), counted from before the first listed day. Both ends of a
   * difference are counted so.
   */
  workedUpTo(instant: string): string {
    const day = `INT(${instant})`;
    const today = this.workedToday(day, this.seconds(`(${instant}-${day})`));
    return `((${this.upTo(day)}-${this.isWorkday(day)})*${this.secondsADay()}+${today})`;
  }

  /** The instant at which so many seconds will have been worked, in the terms of `workedUpTo`. */
  instantOf(worked: string): string {
    const { amFrom, amTo, pmFrom } = this.spans();
    const whole = `ROUNDUP(${worked}/${this.secondsADay()},0)`;
    const rest = `(${worked}-(${whole}-1)*${this.secondsADay()})`;
    const morning = this.seconds(`(${amTo}-${amFrom})`);
    const time = `IF(${rest}<=${morning},${this.seconds(amFrom)}+${rest},${this.seconds(pmFrom)}+${rest}-${morning})`;
    return `(INDEX(${this.days},${whole})+${time}/86400)`;
  }
}
