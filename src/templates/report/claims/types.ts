import type { Verdict } from '../../../domain/claims';
import type { AuditMethod } from '../../../domain/growth-audit';
import type { Dimension } from '../sales';

/** How a computed figure came about: for the sentence, and for the formula that computes it again. */
export type How =
  | { readonly kind: 'growth'; readonly method: AuditMethod; readonly from: number; readonly to: number }
  /** `unit`: 元 in one of the stated unit. */
  | { readonly kind: 'sum'; readonly from: number; readonly to: number; readonly unit: number }
  /** `of`: whose months are the whole. */
  | { readonly kind: 'share'; readonly of: Subject | null; readonly from: number; readonly to: number }
  | { readonly kind: 'parts'; readonly parts: readonly number[] }
  | { readonly kind: 'attainment' | 'stated-share'; readonly part: number; readonly whole: number }
  | { readonly kind: 'stated-net'; readonly plus: readonly number[]; readonly minus: readonly number[] }
  | { readonly kind: 'subscribers'; readonly from: number; readonly to: number }
  /** Headers of a table's own columns. */
  | { readonly kind: 'column-share'; readonly measure: string; readonly within: string | null }
  | { readonly kind: 'column-net'; readonly plus: string; readonly minus: string }
  | { readonly kind: 'total-row' };

/** Whom a claim speaks of. */
export interface Subject {
  readonly name: string;
  readonly by: Dimension;
}

/** A figure that stands on a sheet, and what its own rows make. */
export interface Proof {
  readonly stated: number;
  /** Not rounded. */
  readonly computed: number;
  /** Decimals that the stated figure shows: of the percentage where it is one. */
  readonly decimals: number;
  readonly percent: boolean;
  /** How far the unrounded figures behind the shown ones can be off. */
  readonly room: number;
  readonly gap: number;
  readonly verdict: Verdict;
  /** Null: of all together. */
  readonly subject: Subject | null;
  readonly how: How;
}

export interface CheckedClaim extends Proof {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Claims {
  readonly checked: readonly CheckedClaim[];
  /** Figures stated of things that no sheet has the months of. */
  readonly unproven: number;
}
