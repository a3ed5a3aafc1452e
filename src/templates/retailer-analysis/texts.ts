import { texts, type Locale, type Texts } from '../../locales';

export type RetailTexts = Texts['catalog']['retailer-analysis'] & Texts['templates']['retailer-analysis'];

export function retailTexts(locale: Locale): RetailTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['retailer-analysis'], ...templates['retailer-analysis'] };
}
