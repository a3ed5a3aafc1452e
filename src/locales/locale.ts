export type Locale = 'zh-CN' | 'en';

/** The language of ours that serves a host's language tag: every Chinese is served zh-CN, all others English. */
export function localeOf(tag: string): Locale {
  return tag.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
