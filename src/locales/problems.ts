import type { Problem } from '../reading/types';
import { texts, type Locale } from '.';

type Sentences = Readonly<Record<string, (details: never) => string>>;

/** The sentence for a finding of reading or of a template: what, found, expected, done. */
export function problemSentence(
  { code, details }: Pick<Problem, 'code' | 'details'>,
  locale: Locale,
): string {
  const { reading, templates } = texts(locale);
  const lists: readonly Sentences[] = [reading.problems, templates.problems];
  for (const sentences of lists) {
    if (!Object.hasOwn(sentences, code)) continue;
    // Code and details are made together by the room that found the problem, by the sentence's own parameters.
    const say = sentences[code] as unknown as (given: Problem['details']) => string;
    return say(details);
  }
  throw new Error(`No text for the problem ${code}`);
}
