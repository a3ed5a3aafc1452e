import { ModelError } from '../model/types';
import type { PageTexts } from './texts';

/** An error as a sentence for the person. */
export function failureText(error: unknown, texts: PageTexts): string {
  if (error instanceof ModelError && error.code === 'AccessDenied') return texts.protectedSheet;
  return error instanceof Error ? error.message : String(error);
}
