import { texts, type Locale, type Texts } from '../../locales';

export type WatchTexts = Texts['catalog']['retention-watch'] & Texts['templates']['retention-watch'];

export function watchTexts(locale: Locale): WatchTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['retention-watch'], ...templates['retention-watch'] };
}
