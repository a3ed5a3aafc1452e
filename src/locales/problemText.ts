import type { Problem } from '../reading/types';
import type { Texts } from '.';

type Sentences = Readonly<Record<string, (details: never) => string>>;

/** The templates' own sentences may be left out where only reading speaks. */
export type ProblemTexts = Pick<Texts, 'reading'> & { readonly templateProblems?: Sentences };

/** The sentence for a finding of reading or of a template, in a language that is loaded. */
export function problemText(
  { code, details }: Pick<Problem, 'code' | 'details'>,
  { reading, templateProblems = {} }: ProblemTexts,
): string {
  const lists: readonly Sentences[] = [reading.problems, templateProblems];
  for (const sentences of lists) {
    if (!Object.hasOwn(sentences, code)) continue;
    // Code and details are made together by the room that found the problem, by the sentence's own parameters.
    const say = sentences[code] as unknown as (given: Problem['details']) => string;
    return say(details);
  }
  throw new Error(`No text for the problem ${code}`);
}
