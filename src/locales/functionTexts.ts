import { functions as en } from './en/functions';
import type { Locale } from './locale';
import { functions as zhCN } from './zh-CN/functions';

/** What the custom functions say; by itself, so that they are ready in Excel before anything else is loaded. */
export function functionTexts(locale: Locale): typeof en {
  return locale === 'zh-CN' ? zhCN : en;
}
