import {
  commissionPlan,
  type CommissionMode,
  type CommissionPlan,
  type Tier,
} from '../domain/commission/tiers';
import { DaybookError } from '../domain/errors';
import { isBlank, matrix, readChoice, readNumber, type Matrix } from './arguments';

/** How the functions of commission read tiers and what they mean. */

const MODES: Readonly<Record<CommissionMode, readonly string[]>> = {
  whole: ['全额', '全额累进'],
  marginal: ['超额', '超额累进'],
};

export interface Tiers {
  readonly tiers: readonly Tier[];
  /** Whether a base pay stands beside the rates. */
  readonly hasBase: boolean;
  readonly plan: CommissionPlan;
  /** The same tiers as parts of a quota in 元. */
  readonly ofQuota: (quota: number) => CommissionPlan;
}

/** A column of formulas asks with the same tiers 50,000 times: those of the call before are kept. */
let kept: { readonly key: string; readonly tiers: Tiers } | null = null;

export function readTiers(given: unknown[][], mode: unknown): Tiers {
  const range = matrix(given);
  const chosen = readChoice(mode, 'mode', MODES);
  const key = JSON.stringify([chosen, range]);
  if (kept?.key !== key) kept = { key, tiers: tiersOf(range, chosen) };
  return kept.tiers;
}

function tiersOf(range: Matrix, mode: CommissionMode): Tiers {
  const { tiers, rowNumbers } = readRows(range);
  const planOf = (quota?: number) => commissionPlan(tiers, mode, (index) => rowNumbers[index] ?? 0, quota);
  return { tiers, hasBase: range[0]?.length === 3, plan: planOf(), ofQuota: planOf };
}

function readRows(range: Matrix): { tiers: Tier[]; rowNumbers: number[] } {
  const columns = range[0]?.length ?? 0;
  if (columns < 2 || columns > 3) throw new DaybookError('tiers-columns', { columns });
  const tiers: Tier[] = [];
  const rowNumbers: number[] = [];
  range.forEach((cells, index) => {
    // A tier of zeros pays nothing; it is what a blank row looks like on the desktop.
    if (cells.every(isBlank)) return;
    const row = index + 1;
    const [from = 0, rate = 0, base] = cells.map((cell, column) =>
      readNumber(cell, { argument: 'tiers', row, column: column + 1 }),
    );
    tiers.push({ from, rate, base });
    rowNumbers.push(row);
  });
  return { tiers, rowNumbers };
}
