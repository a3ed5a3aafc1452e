import type { Cents } from '../money';
import { checkedAmount, type Explanation, type Stated } from './explain';
import type { ExpectedMonth, ExpectedMonths } from './months';
import { mistake, type ReasonCode, type Reckoned } from './reasons';
import { RowExplainer } from './row';

/** One row of the submitted sheet, as far as it could be read. */
export interface SubmittedRow {
  readonly person: string | null;
  /** Serial of the month's first day. */
  readonly month: number | null;
  readonly stated: Stated;
}

export type Verdict =
  | 'right'
  /** Wrong, and `explanations` say how it came about, the most likely first. */
  | 'explained'
  | 'unexplained'
  /** The plan pays this person nothing that could be compared: no version, no role, no quota. */
  | 'not-covered'
  /** No person, month or amount could be read. */
  | 'unreadable';

export interface CheckedRow {
  readonly verdict: Verdict;
  /** Which column was checked. */
  readonly of: 'pay' | 'commission' | null;
  readonly expected: Cents | null;
  readonly submitted: Cents | null;
  /** Submitted less expected. */
  readonly difference: Cents | null;
  readonly month: ExpectedMonth | null;
  /** The reasons that are named, the most likely first; several mistakes in one explanation all were made. */
  readonly explanations: readonly Explanation[];
}

/** Runners-up that are worth telling: this much less likely than the first at most. */
const RUNNER_UP = 2.5;
const MOST_EXPLANATIONS = 4;
/** How far a mistake that other rows show as well moves ahead of its equals. */
const SUPPORT = 0.35;

/**
 * Checks every row against the plan. A row whose amount is right to the 分 is never blamed for anything; a mistake is
 * named only where it leads to exactly the submitted amount.
 */
export function checkRows(rows: readonly SubmittedRow[], months: ExpectedMonths): CheckedRow[] {
  const explainer = new RowExplainer(months);
  const repeated = repeatedRows(rows, months.keyOf);
  const checked = rows.map((row, index) => checkRow(row, months, explainer, repeated.has(index)));
  return withSupport(checked);
}

function checkRow(
  { person, month, stated }: SubmittedRow,
  months: ExpectedMonths,
  explainer: RowExplainer,
  repeated: boolean,
): CheckedRow {
  const amount = checkedAmount(stated);
  const nothing = { of: amount?.of ?? null, submitted: amount?.cents ?? null, difference: null } as const;
  if (person === null || month === null || !amount) {
    return { ...nothing, verdict: 'unreadable', expected: null, month: null, explanations: [] };
  }
  const found = months.of(person, month);
  if (!found) return { ...nothing, verdict: 'not-covered', expected: null, month: null, explanations: [] };
  const due: Reckoned = repeated ? { base: 0, commission: 0, pay: 0 } : found.reckoned;
  const expected = due[amount.of];
  const row = {
    of: amount.of,
    expected,
    submitted: amount.cents,
    difference: amount.cents - expected,
    month: found,
  };
  if (amount.cents === expected) return { ...row, verdict: 'right', explanations: [] };
  const explanations = repeated
    ? [{ mistakes: [mistake('row-twice')], cost: 0, contradicted: 0 }]
    : explainer.explain(stated, found);
  return { ...row, verdict: explanations.length > 0 ? 'explained' : 'unexplained', explanations };
}

/** Rows that say the same person, month and amounts as a row before them: a month is paid once. */
function repeatedRows(rows: readonly SubmittedRow[], keyOf: (person: string) => string): ReadonlySet<number> {
  const seen = new Set<string>();
  const repeated = new Set<number>();
  rows.forEach(({ person, month, stated }, index) => {
    if (person === null || month === null || checkedAmount(stated) === null) return;
    const { revenue, base, commission, pay } = stated;
    const key = `${month}|${revenue}|${base}|${commission}|${pay}|${keyOf(person)}`;
    if (seen.has(key)) repeated.add(index);
    seen.add(key);
  });
  return repeated;
}

/** Mistakes of a method run through a whole sheet: of two that come to the same 分 the one that other rows show too. */
function withSupport(rows: readonly CheckedRow[]): CheckedRow[] {
  const support = new Map<ReasonCode, number>();
  for (const { explanations } of rows) {
    const codes = new Set(explanations.flatMap(({ mistakes }) => mistakes.map(({ code }) => code)));
    for (const code of codes) support.set(code, (support.get(code) ?? 0) + 1);
  }
  const cost = ({ mistakes, cost: own }: Explanation): number =>
    mistakes.reduce((sum, { code }) => sum - SUPPORT * Math.log(support.get(code) ?? 1), own);
  return rows.map((row) => {
    if (row.explanations.length < 2) return row;
    const ranked = row.explanations
      .map((explanation) => ({ ...explanation, cost: cost(explanation) }))
      .sort((a, b) => a.cost - b.cost);
    const least = ranked[0]?.cost ?? 0;
    const explanations = ranked
      .filter((explanation) => explanation.cost <= least + RUNNER_UP)
      .slice(0, MOST_EXPLANATIONS);
    return { ...row, explanations };
  });
}
