import { checkFigure, type Verdict } from './claims';

/** Which whole a stated share (占比) is a share of: every whole that it can mean is tried. */

/** A part and a whole, each the sum of so many source figures. */
export interface ShareReading<Of> {
  readonly of: Of;
  readonly part: number;
  readonly whole: number;
  readonly parts: number;
  readonly wholes: number;
  /** The unit that the source figures are rounded to. */
  readonly step: number;
}

export interface ShareAudit<Of> {
  readonly of: Of;
  /** A fraction. */
  readonly share: number;
  /** How far the unrounded figures can be from it. */
  readonly room: number;
  readonly verdict: Verdict;
}

const ORDER: Readonly<Record<Verdict, number>> = { agrees: 0, rounding: 1, off: 2 };

/**
 * All readings that have a share, those that make the stated one first, then by how near they come; among readings that
 * fit, the order they were given in stays. Decimals are those of the percentage: 1 for 43.5%.
 */
export function auditShares<Of>(
  readings: readonly ShareReading<Of>[],
  stated: number,
  decimals: number,
): ShareAudit<Of>[] {
  const audits = readings.flatMap((reading): ShareAudit<Of>[] => {
    const { of, part, whole, step } = reading;
    if (!(whole > 0)) return [];
    const share = part / whole;
    // What rounding each figure to its step can move, and half of the last decimal that is shown.
    const moved =
      (reading.parts * step) / 2 / whole + Math.abs(share) * ((reading.wholes * step) / 2 / whole);
    const room = moved + 0.5 / 10 ** (decimals + 2);
    return [{ of, share, room, verdict: checkFigure(stated, share, decimals + 2, room).verdict }];
  });
  const distance = ({ verdict, share }: ShareAudit<Of>): number =>
    verdict === 'off' ? Math.abs(stated - share) : 0;
  return audits.sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict] || distance(a) - distance(b));
}
