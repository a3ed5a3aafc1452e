import { useState } from 'react';
import { THEMES, type Theme } from './formats/colors';
import { languageOf, type Language } from './texts';

/** What a person chose for the page; kept in the browser where it allows that. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly paneWidth: number;
}

const KEY = 'workbench';
const DEFAULT_PANE_WIDTH = 350;

export function usePreferences() {
  const [preferences, setPreferences] = useState(readPreferences);
  const change = (part: Partial<Preferences>): void => {
    const next = { ...preferences, ...part };
    setPreferences(next);
    storage()?.setItem(KEY, JSON.stringify(next));
  };
  return {
    ...preferences,
    setLanguage: (language: Language) => change({ language }),
    setTheme: (theme: Theme) => change({ theme }),
    setPaneWidth: (paneWidth: number) => change({ paneWidth }),
  };
}

/** Null where the browser forbids storage. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The address may ask for a locale, a theme and a width of the pane; else what was chosen last, else what the system prefers. */
function readPreferences(): Preferences {
  const kept: unknown = JSON.parse(storage()?.getItem(KEY) ?? '{}');
  const { language, theme, paneWidth } = (kept ?? {}) as Partial<Preferences>;
  const asked = new URLSearchParams(window.location.search);
  const askedTheme = THEMES.find((known) => known === asked.get('theme'));
  const prefersDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const prefersContrast = window.matchMedia('(forced-colors: active)').matches;
  return {
    language: languageOf(asked.get('locale') ?? language ?? navigator.language),
    theme: askedTheme ?? theme ?? (prefersContrast ? 'contrast' : prefersDark ? 'dark' : 'light'),
    paneWidth: Number(asked.get('pane')) || (paneWidth ?? DEFAULT_PANE_WIDTH),
  };
}
