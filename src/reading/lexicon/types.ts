import type { Field } from '../types';

/** What a header word can mean: fields, best first; 'none' is a word we know and that is no field of ours. */
export type Meaning = Field | 'none';

/** Whole headers, as comparison keys, separated by spaces. */
export type WordList = readonly (readonly [meanings: readonly Meaning[], words: string])[];

/** Patterns over a header's key, tried in order after the whole words; the first that fits decides. */
export type PatternList = readonly (readonly [
  meanings: readonly Meaning[],
  pattern: RegExp,
  confidence: number,
])[];
