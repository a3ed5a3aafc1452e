import type { Problem } from '../reading/types';
import { texts, type Locale } from '.';
import { problemText } from './problemText';

/** The sentence for a finding of reading or of a template: what, found, expected, done. */
export function problemSentence(problem: Pick<Problem, 'code' | 'details'>, locale: Locale): string {
  return problemText(problem, texts(locale));
}
