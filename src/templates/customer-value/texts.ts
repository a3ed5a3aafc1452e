import { texts, type Locale, type Texts } from '../../locales';

export type ValueTexts = Texts['catalog']['customer-value'] & Texts['templates']['customer-value'];

export function valueTexts(locale: Locale): ValueTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['customer-value'], ...templates['customer-value'] };
}
