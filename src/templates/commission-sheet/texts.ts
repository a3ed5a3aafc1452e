import { texts, type Locale, type Texts } from '../../locales';

export type SheetTexts = Texts['templates']['commission-sheet'];

export function sheetTexts(locale: Locale): SheetTexts {
  return texts(locale).templates['commission-sheet'];
}
