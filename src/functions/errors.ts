import { DaybookError } from '../domain/errors';
import type { Details } from '../domain/errors';
import { functionTexts } from '../locales/functionTexts';
import { localeOf } from '../locales/locale';

/** What can't be answered because a figure is not there; everything else is a wrong argument. */
const NOT_AVAILABLE = new Set([
  'no-subscribers',
  'no-base',
  'no-whole',
  'no-target',
  'quota-missing',
  'closing-missing',
  'sla-before-start',
  'sla-without-time',
  'total-not-positive',
  'no-users',
  'actual-zero',
]);

/**
 * The error that a cell shows, with its sentence in the language of Excel. Anything but a DaybookError is a defect and
 * is thrown on as it is.
 */
export function cellError(error: unknown): CustomFunctions.Error {
  if (!(error instanceof DaybookError)) throw error;
  const sentences: Readonly<Record<string, (details: never) => string>> = functionTexts(hostLocale()).errors;
  const sentence = sentences[error.code] as ((details: Details) => string) | undefined;
  if (!sentence) throw error;
  // Excel shows a text of our own with these two errors only.
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  const code = NOT_AVAILABLE.has(error.code) ? notAvailable : invalidValue;
  return new CustomFunctions.Error(code, sentence(error.details));
}

/** Runs a function's body; what goes wrong reaches the cell as an error with a sentence. */
export function answer<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the typings do not say that it extends Error.
    throw cellError(error);
  }
}

export function hostLocale() {
  return localeOf(typeof Office === 'undefined' ? 'en' : (Office.context?.displayLanguage ?? 'en'));
}
