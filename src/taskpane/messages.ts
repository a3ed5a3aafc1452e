import { DaybookError } from '../domain/errors';
import type { ExcelErrorCode, ExcelNoticeCode, Notice } from '../excel';
import type { PaneTexts } from '../locales/paneTexts';

type ExcelSentences = PaneTexts['excel']['errors'];
type NoticeSentences = PaneTexts['excel']['notices'];
// A code without a sentence, or a sentence without a code, does not compile.
const everyErrorHasASentence: [ExcelErrorCode] extends [keyof ExcelSentences]
  ? [keyof ExcelSentences] extends [ExcelErrorCode]
    ? true
    : never
  : never = true;
const everyNoticeHasASentence: [ExcelNoticeCode] extends [keyof NoticeSentences] ? true : never = true;
void [everyErrorHasASentence, everyNoticeHasASentence];

/** The sentence for anything that was thrown: what happened, and what to do where Daybook knows it. */
export function errorSentence(error: unknown, texts: PaneTexts): string {
  if (error instanceof DaybookError && error.code in texts.excel.errors) {
    return texts.excel.errors[error.code as ExcelErrorCode](error.details);
  }
  return texts.pane.unexpected({ message: error instanceof Error ? error.message : String(error) });
}

export function noticeSentence(notice: Notice, texts: PaneTexts): string {
  return texts.excel.notices[notice.code](notice.details);
}

/** Failures that come of a reading that is out of date. */
const OUTDATED: readonly string[] = [
  'excel-item-gone',
  'excel-name-taken',
  'excel-build-gone',
] satisfies ExcelErrorCode[];

/** Whether reading the workbook again is what helps. */
export function isOutdated(error: unknown): boolean {
  return error instanceof DaybookError && OUTDATED.includes(error.code);
}

export function isCancelled(error: unknown): boolean {
  return error instanceof DaybookError && error.code === 'excel-cancelled';
}
