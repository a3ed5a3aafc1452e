import type { Cents } from '../money';
import { ByMonth } from './by-month';
import { checkedAmount, sameFigures, type Explanation, type Stated } from './explain';
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
  const checker = new RowChecker(months);
  return withSupport(rows.map((row) => checker.check(row)));
}

const NOTHING_DUE: Reckoned = { base: 0, commission: 0, pay: 0 };
const NONE: readonly never[] = [];

class RowChecker {
  private readonly explainer: RowExplainer;
  /** Rows of the same person and month, in order. */
  private readonly before = new ByMonth<readonly Stated[]>();

  constructor(private readonly months: ExpectedMonths) {
    this.explainer = new RowExplainer(months);
  }

  check({ person, month, stated }: SubmittedRow): CheckedRow {
    const amount = checkedAmount(stated);
    if (person === null || month === null || !amount) return notCompared('unreadable', amount);
    const found = this.months.of(person, month);
    if (!found) return notCompared('not-covered', amount);
    const repeated = this.repeats(found, stated);
    const { of, cents: submitted } = amount;
    const expected = (repeated ? NOTHING_DUE : found.reckoned)[of];
    const difference = submitted - expected;
    if (difference === 0) {
      return { verdict: 'right', of, expected, submitted, difference, month: found, explanations: NONE };
    }
    const explanations = repeated
      ? [{ mistakes: [mistake('row-twice')], cost: 0, contradicted: 0 }]
      : this.explainer.explain(stated, found);
    const verdict = explanations.length > 0 ? 'explained' : 'unexplained';
    return { verdict, of, expected, submitted, difference, month: found, explanations };
  }

  /** Whether a row says the same amounts as one before it of the same person and month: a month is paid once. */
  private repeats({ person, month }: ExpectedMonth, stated: Stated): boolean {
    const key = this.months.keyOf(person);
    const before = this.before.get(key, month);
    if (!before) this.before.set(key, month, [stated]);
    else if (before.some((each) => sameFigures(each, stated))) return true;
    else this.before.set(key, month, [...before, stated]);
    return false;
  }
}

function notCompared(
  verdict: 'unreadable' | 'not-covered',
  amount: ReturnType<typeof checkedAmount>,
): CheckedRow {
  const { of = null, cents: submitted = null } = amount ?? {};
  return { verdict, of, expected: null, submitted, difference: null, month: null, explanations: NONE };
}

/** Mistakes of a method run through a whole sheet: of two that come to the same 分 the one that other rows show too. */
function withSupport(rows: CheckedRow[]): CheckedRow[] {
  const wrong = rows.filter(({ explanations }) => explanations.length > 0);
  if (wrong.length === 0) return rows;
  const support = new Map<ReasonCode, number>();
  for (const { explanations } of wrong) {
    const codes = new Set<ReasonCode>();
    for (const { mistakes } of explanations) for (const { code } of mistakes) codes.add(code);
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
