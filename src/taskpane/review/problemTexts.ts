import { use } from 'react';
import type { Locale } from '../../locales/locale';
import type { ProblemTexts } from '../../locales/problemText';
import { usePane } from '../context';

type TemplateProblems = NonNullable<ProblemTexts['templateProblems']>;

const LANGUAGES: Readonly<Record<Locale, () => Promise<TemplateProblems>>> = {
  'zh-CN': async () => (await import('../../locales/zh-CN/problems')).templateProblems,
  en: async () => (await import('../../locales/en/problems')).templateProblems,
};

const kept = new Map<Locale, Promise<TemplateProblems>>();

/** What templates find, in words: many, and only wanted once a template is looked at. */
export function loadTemplateProblems(locale: Locale): Promise<TemplateProblems> {
  const known = kept.get(locale);
  if (known) return known;
  const loading = LANGUAGES[locale]();
  kept.set(locale, loading);
  // What fails is asked for again the next time.
  loading.catch(() => kept.delete(locale));
  return loading;
}

/** Every sentence that a finding may need, in the reader's language; waits until they are there. */
export function useProblemTexts(): ProblemTexts {
  const { locale, texts } = usePane();
  return { reading: texts.reading, templateProblems: use(loadTemplateProblems(locale)) };
}
