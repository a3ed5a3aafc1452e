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
  /** Seconds of the day: both spans of work, the second one empty (0 to 0) where there is no lunch break. */
  readonly amFrom: Position;
  readonly amTo: Position;
  readonly pmFrom: Position;
  readonly pmTo: Position;
  /** Seconds worked on a working day. */
  readonly day: Position;
  /** Close of business, as a fraction of a day. */
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

  cell(name: 'weekend' | 'amFrom' | 'amTo' | 'pmFrom' | 'pmTo' | 'day' | 'close'): string {
    return `${quotedSheet(this.cells.sheet)}!${fixedCell(this.cells[name])}`;
  }

  /** How many of the listed working days there are up to a day; an error before the first one. */
  placeOf(day: string): string {
    return `MATCH(${day},${this.days},1)`;
  }

  /**
   * The day so many (0 or more) working days after a whole day; beyond the listed days WORKDAY.INTL answers. The day's
   * `place` may stand ready in a cell.
   */
  addDays(day: string, count: string, place = this.placeOf(day)): string {
    const listed = `INDEX(${this.days},${place}+${count})`;
    const beyond = `WORKDAY.INTL(${day},${count},${this.cell('weekend')},${this.cells.offColumn})`;
    return `IF((${count})=0,${day},IFERROR(${listed},${beyond}))`;
  }

  /** Working days after one whole day up to and with a later one. */
  daysAfter(from: string, to: string): string {
    const beyond = `NETWORKDAYS.INTL(${from}+1,${to},${this.cell('weekend')},${this.cells.offColumn})`;
    return `IFERROR(${this.placeOf(to)}-${this.placeOf(from)},${beyond})`;
  }

  /**
   * Seconds worked, counted from the first listed day, at an instant and so many seconds more. Day and second of the
   * day are whole numbers.
   */
  workedSeconds(day: string, second: string, more: string, place = this.placeOf(day)): string {
    const span = (from: 'amFrom' | 'pmFrom', to: 'amTo' | 'pmTo'): string =>
      `MAX(0,MIN(${second},${this.cell(to)})-${this.cell(from)})`;
    const whole = this.cell('day');
    const today = `(${place}-1)*${whole}+${span('amFrom', 'amTo')}+${span('pmFrom', 'pmTo')}`;
    return `IF(INDEX(${this.days},${place})=${day},${today},${place}*${whole})+${more}`;
  }

  /** The first instant by which so many seconds, in the terms of `workedSeconds`, have been worked. */
  instantOf(worked: string): string {
    const [amFrom, amTo, pmFrom, day] = (['amFrom', 'amTo', 'pmFrom', 'day'] as const).map((name) =>
      this.cell(name),
    );
    const whole = `ROUNDUP(${worked}/${day},0)`;
    const rest = `(${worked}-(${whole}-1)*${day})`;
    const morning = `(${amTo}-${amFrom})`;
    return (
      `INDEX(${this.days},${whole})+` +
      `IF(${rest}<=${morning},${amFrom}+${rest},${pmFrom}+${rest}-${morning})/86400`
    );
  }
}
