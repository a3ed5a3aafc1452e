import type { Theme } from '@fluentui/react-components';
import type { Surroundings } from '../excel';
import type { PaneTexts } from '../locales/paneTexts';
import { localeOf, type Locale } from '../locales/locale';
import type { Host } from './host';

/** How the pane looks and speaks: as Excel does. */
export interface Dress {
  readonly theme: Theme;
  readonly locale: Locale;
  readonly texts: PaneTexts;
}

const THEMES = {
  light: () => import('./themes/light'),
  dark: () => import('./themes/dark'),
  contrast: () => import('./themes/contrast'),
};

const LANGUAGES: Readonly<Record<Locale, () => Promise<PaneTexts>>> = {
  'zh-CN': async () => (await import('../locales/zh-CN/shell')).shell,
  en: async () => (await import('../locales/en/shell')).shell,
};

/** Loads the one theme and the one language that are wanted. */
export async function loadDress({ dark, highContrast, language }: Surroundings): Promise<Dress> {
  const locale = localeOf(language);
  const [{ theme }, texts] = await Promise.all([
    THEMES[highContrast ? 'contrast' : dark ? 'dark' : 'light'](),
    LANGUAGES[locale](),
  ]);
  return { theme, locale, texts };
}

export interface DressStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Dress;
}

/** Keeps the present dress until the one for changed surroundings is loaded. */
export async function dressStore(host: Host): Promise<DressStore> {
  let now = await loadDress(host.surroundings());
  return {
    subscribe: (listener) =>
      host.watchSurroundings((next) => {
        void loadDress(next).then((dress) => {
          now = dress;
          listener();
        });
      }),
    get: () => now,
  };
}
