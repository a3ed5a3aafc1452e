import {
  FluentProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Surroundings } from '../excel';
import { localeOf, texts } from '../locales';
import { PaneProvider } from './context';
import type { Host } from './host';

function themeFor({ dark, highContrast }: Surroundings): Theme {
  if (highContrast) return teamsHighContrastTheme;
  return dark ? webDarkTheme : webLightTheme;
}

interface SurroundingsStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Surroundings;
}

/** Keeps one snapshot until the host reports a change, as useSyncExternalStore wants it. */
export function surroundingsStore(host: Host): SurroundingsStore {
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
  readonly store: SurroundingsStore;
  readonly children: ReactNode;
}

/** Dresses the pane as Excel is dressed: its colours, its contrast, its language. */
export function Surrounded({ host, store, children }: Props): ReactNode {
  const now = useSyncExternalStore(store.subscribe, store.get);
  const locale = localeOf(now.language);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const pane = useMemo(() => ({ host, locale, texts: texts(locale) }), [host, locale]);
  return (
    <FluentProvider theme={themeFor(now)} style={{ height: '100%' }}>
      <PaneProvider value={pane}>{children}</PaneProvider>
    </FluentProvider>
  );
}
