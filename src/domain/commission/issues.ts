import type { Details } from '../errors';

/** What is wrong or remarkable in a plan; src/locales makes the sentence from code and details. */
export interface PlanIssue {
  readonly code: string;
  /** An 'error' has to be put right before anything is computed; a 'note' only shows what the plan comes to. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly version: string;
  /** '' for what is not about a role. */
  readonly role: string;
  /** Row of the plan's sheet, where the plan knows it. */
  readonly row: number | null;
  /** Money in 元, rates as fractions, days as ISO texts. */
  readonly details: Details;
}
