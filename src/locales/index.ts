import { en, type Texts } from './en';
import { zhCN } from './zh-CN';

export type { Texts };
export type Locale = 'zh-CN' | 'en';

export function texts(locale: Locale): Texts {
  return locale === 'zh-CN' ? zhCN : en;
}

/** The language of ours that serves a host's language tag: every Chinese is served zh-CN, all others English. */
export function localeOf(tag: string): Locale {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
