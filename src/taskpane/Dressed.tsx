import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { PaneProvider } from './context';
import type { DressStore } from './dress';
import type { Host } from './host';

interface Props {
  readonly host: Host;
  readonly store: DressStore;
  readonly children: ReactNode;
}

/** Dresses the pane as Excel is dressed: its colours, its contrast, its language. */
export function Dressed({ host, store, children }: Props): ReactNode {
  const { theme, locale, texts } = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const pane = useMemo(() => ({ host, locale, texts }), [host, locale, texts]);
  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      <PaneProvider value={pane}>{children}</PaneProvider>
    </FluentProvider>
  );
}
