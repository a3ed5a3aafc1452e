import type { Locale } from '../../locales';
import type { Digest } from './digest';
import type { Lines } from './lines';
import type { CheckTexts } from './sentences';

/** What every sheet of the check needs to know. */
export interface CheckContext {
  readonly t: CheckTexts;
  readonly locale: Locale;
  readonly digest: Digest;
  readonly lines: Lines;
  /** The submitted sheet. */
  readonly source: string;
  /** Native formulas; otherwise every cell holds its value. */
  readonly live: boolean;
  readonly sheets: Readonly<Record<'report' | 'rows' | 'statements' | 'person' | 'standards', string>>;
  readonly tables: Readonly<Record<'rows' | 'standards', string>>;
}

/** Money with its sign, a dash for nothing, and room before the text beside it. */
export const DIFFERENCE = '+#,##0.00_ ;-#,##0.00_ ;"—"_ ';
export const SHOWN_RATE = '0.##%';
