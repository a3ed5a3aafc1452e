import type { WorkbookModel } from '../model/types';
import type { Evaluate } from './formats/evaluate';
import type { Measure } from './grid/measure';
import type { StyleClasses } from './grid/styleClasses';
import type { FileAccess } from './openWorkbook';
import type { Language } from './texts';

/** What the page is given from outside: the rooms below it, and where things are on the server. */
export interface PageServices {
  readonly files: FileAccess;
  readonly evaluate: Evaluate;
  readonly measure: Measure;
  readonly classes: StyleClasses;
  readonly createWorkbook: (name: string, locale: string) => WorkbookModel;
  readonly manifestUrl: string;
  /** The sample workbook for readers of a language; it is what the page begins with. */
  readonly sampleUrl: (language: Language) => string;
}
