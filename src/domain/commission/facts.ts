import type { Cents } from '../money';

/** What pay is computed from: sales credited to people, the team, quotas, balances. Money is in whole 分. */

/** A sale or refund that counts, with the day and amount of the event that the plan pays on. */
export interface SalesLine {
  /** Names the row in the list it comes from, for traces and findings: any number that the caller can find again. */
  readonly row: number;
  /** A serial; it picks the month and the plan's version. */
  readonly date: number;
  readonly person: string;
  /** Negative for a refund. */
  readonly amount: Cents;
  readonly order: string | null;
  /** The order that a refund takes back. */
  readonly refundOf: string | null;
  readonly product: string | null;
  readonly quantity: number | null;
  /** Several people share the sale: fractions that make 1. Empty: all of it is `person`'s; a refund follows its sale. */
  readonly shares: readonly Share[];
}

export interface Share {
  readonly person: string;
  readonly share: number;
}

/** A person in a role, from a day to a day (both included, null open). A change of role or team is another member. */
export interface Member {
  readonly person: string;
  readonly role: string;
  readonly team: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** A person's own quota of a month; `month` counts as `monthNumber` does. */
export interface PersonQuota {
  readonly person: string;
  readonly month: number;
  readonly amount: Cents;
}

/** What a person owes from before the first month: draws and guarantees not yet earned. */
export interface Balance {
  readonly person: string;
  readonly draw: Cents;
  readonly guarantee: Cents;
}
