import type { WorkbookModel } from '../model/types';
import type { Evaluate } from './formats/evaluate';
import type { Measure } from './grid/measure';
import type { StyleClasses } from './grid/styleClasses';
import type { FileAccess } from './openWorkbook';
import type { Language } from './texts';

/** The sample workbooks; the page begins with the first. */
export const SAMPLES = ['office', 'retail'] as const;
export type Sample = (typeof SAMPLES)[number];

/** What the page is given from outside: the rooms below it, and where things are on the server. */
export interface PageServices {
  readonly files: FileAccess;
  readonly evaluate: Evaluate;
  readonly measure: Measure;
  readonly classes: StyleClasses;
  readonly createWorkbook: (name: string, locale: string) => WorkbookModel;
  readonly manifestUrl: string;
  /** Where a sample workbook for readers of a language is. */
  readonly sampleUrl: (sample: Sample, language: Language) => string;
}
