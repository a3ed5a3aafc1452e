import { cell, formula, orElse } from '../../expressions';
import { fixedCell, literal } from '../../formula';
import type { StyledCell } from '../../page';
import type { SummaryContext } from '../context';
import { liveExpression } from './live';
import { computedDecimals } from './text';
import type { CheckedClaim } from './types';

export const CLAIM_COLUMNS = { stated: 2, computed: 5, gap: 7, verdict: 8 } as const;

/** The cells of one claim in a row of the report; computed, gap and verdict follow the data table where it holds the months. */
export function claimFigures(
  context: SummaryContext,
  claim: CheckedClaim,
  row: number,
): Record<keyof typeof CLAIM_COLUMNS, StyledCell> {
  const { t } = context;
  const { decimals, percent } = claim;
  const live = liveExpression(context, claim);
  const at = (column: keyof typeof CLAIM_COLUMNS): string =>
    fixedCell({ row, column: CLAIM_COLUMNS[column] });
  const none = literal(t.notAvailable);
  const size = percent ? 100 : 1;
  const digits = percent ? decimals + 2 : decimals;
  const { verdicts } = t.claims;
  const gap = `ROUND((${at('stated')}-ROUND(${at('computed')},${digits}))*${size},${decimals})`;
  const near = `ABS(${at('stated')}-${at('computed')})<=${Number((claim.room + 1e-12).toPrecision(6))}`;
  const verdict =
    `IF(${at('gap')}=0,${literal(verdicts.agrees)},` +
    `IF(${near},${literal(verdicts.rounding)},${literal(verdicts.off)}))`;
  return {
    stated: cell(claim.stated, 'number', shown(decimals, percent)),
    computed: cell(
      live === null ? claim.computed : formula(orElse(live, none)),
      'number',
      shown(percent ? computedDecimals(decimals) : decimals, percent),
    ),
    gap: cell(
      live === null ? claim.gap * size : formula(orElse(gap, none)),
      'number',
      gapFormat(decimals, percent ? t.claims.points : ''),
    ),
    verdict: cell(
      live === null ? verdicts[claim.verdict] : formula(`IF(ISNUMBER(${at('gap')}),${verdict},${none})`),
      'number',
    ),
  };
}

function places(decimals: number): string {
  return decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
}

function shown(decimals: number, percent: boolean): string {
  return percent ? `0${places(decimals)}%` : `#,##0${places(decimals)}`;
}

function gapFormat(decimals: number, unit: string): string {
  const number = `#,##0${places(decimals)}${unit === '' ? '' : `"${unit}"`}`;
  return `+${number};-${number};0`;
}
