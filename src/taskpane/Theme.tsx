import {
  FluentProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';
import type { Surroundings } from '../excel';
import { localeOf, texts } from '../locales';
import { PaneProvider } from './context';
import type { Host } from './host';

function themeFor({ dark, highContrast }: Surroundings): Theme {
  if (highContrast) return teamsHighContrastTheme;
  return dark ? webDarkTheme : webLightTheme;
}

/** Keeps one snapshot until the host reports a change, as useSyncExternalStore wants it. */
export function surroundingsStore(host: Host): {
  subscribe(listener: () => void): () => void;
  get(): Surroundings;
} {
  let now = host.surroundings();
  return {
    subscribe: (listener) =>
      host.watchSurroundings((next) => {
        now = next;
        listener();
      }),
    get: () => now,
  };
}

interface Props {
  readonly host: Host;
  readonly store: ReturnType<typeof surroundingsStore>;
  readonly children: ReactNode;
}

/** Dresses the pane as Excel is dressed: its colours, its contrast, its language. */
export function Surrounded({ host, store, children }: Props): ReactNode {
  const now = useSyncExternalStore(store.subscribe, store.get);
  const locale = localeOf(now.language);
  document.documentElement.lang = locale;
  return (
    <FluentProvider theme={themeFor(now)} style={{ height: '100%' }}>
      <PaneProvider value={{ host, locale, texts: texts(locale) }}>{children}</PaneProvider>
    </FluentProvider>
  );
}
