import type { PersonMonth, StreakOutcome } from './pay';
import type { Streak } from './types';

/**
 * The streaks that come full, in months of one person and in order. A month without a quota, on probation, in another
 * role, or missing between two others, begins the count anew; so does a streak that has had its outcome.
 */
export function streakOutcomes(
  months: readonly PersonMonth[],
  streaksOf: (month: PersonMonth) => readonly Streak[],
): StreakOutcome[] {
  const outcomes: StreakOutcome[] = [];
  const runs = { met: 0, missed: 0 };
  let before: PersonMonth | null = null;
  for (const month of months) {
    const goesOn = before?.month === month.month - 1 && before.role === month.role;
    const counts = month.met !== null && month.probationMonth === null;
    runs.met = counts && month.met === true ? (goesOn ? runs.met : 0) + 1 : 0;
    runs.missed = counts && month.met === false ? (goesOn ? runs.missed : 0) + 1 : 0;
    before = month;
    for (const { when, months: needed, outcome, to } of streaksOf(month)) {
      if (runs[when] === 0 || runs[when] % needed !== 0) continue;
      const { person, role } = month;
      outcomes.push({ person, month: month.month, role, when, months: needed, outcome, to });
    }
  }
  return outcomes;
}
