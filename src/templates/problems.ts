import { texts, type Locale } from '../locales';
import type { Problem } from '../reading/types';

/** Whether a code is one of the templates' own (the others are reading's). */
export function isTemplateProblem(code: string): boolean {
  return code in texts('en').templates.problems;
}

/** The sentence for a refusal or finding of a template. */
export function describeProblem(
  locale: Locale,
  { code, details }: Pick<Problem, 'code' | 'details'>,
): string {
  const { problems } = texts(locale).templates;
  if (!isTemplateProblem(code)) throw new Error(`No text for the problem ${code}`);
  // Code and details are made together, in this room, by the text's own parameters.
  const say = problems[code as keyof typeof problems] as (details: Problem['details']) => string;
  return say(details);
}
