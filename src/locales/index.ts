import { en, type Texts } from './en';
import type { Locale } from './locale';
import { zhCN } from './zh-CN';

export type { Texts };
export { localeOf, type Locale } from './locale';

export function texts(locale: Locale): Texts {
  return locale === 'zh-CN' ? zhCN : en;
}
