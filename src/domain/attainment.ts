import { attainment } from './growth';
import { roundedSafeQuotient, type Cents } from './money';

export interface Pace {
  /** 完成率; null for a target of zero or less. */
  readonly attainment: number | null;
  /** 时间进度: the part of the periods that has passed. */
  readonly timeShare: number;
  /** Attainment less time share: ahead of an even pace when positive. */
  readonly lead: number | null;
  /** Still to come; 0 when the target is reached. */
  readonly missing: Cents;
  /** What each remaining period must bring; null when none remains. */
  readonly perPeriod: Cents | null;
  /** What each period that has passed brought. */
  readonly average: Cents | null;
}

/**
 * How an actual stands to its target after `done` of `periods` periods.
 * @example pace(60000, 120000, 3, 12).perPeriod //=> 6667
 */
export function pace(actual: Cents, target: Cents, done: number, periods: number): Pace {
  const reached = attainment(actual, target);
  const timeShare = periods > 0 ? done / periods : 0;
  const missing = Math.max(0, target - actual);
  const remaining = periods - done;
  return {
    attainment: reached,
    timeShare,
    lead: reached === null ? null : reached - timeShare,
    missing,
    perPeriod: remaining > 0 ? roundedSafeQuotient(missing, remaining) : null,
    average: done > 0 ? roundedSafeQuotient(actual, done) : null,
  };
}
