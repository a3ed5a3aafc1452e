import { createContext, useContext } from 'react';
import type { Locale } from '../locales/locale';
import type { PaneTexts } from '../locales/paneTexts';
import type { Host } from './host';

/** What every part of the pane may need: Excel, and the words of the reader's language. */
export interface PaneContext {
  readonly host: Host;
  readonly locale: Locale;
  readonly texts: PaneTexts;
}

const Context = createContext<PaneContext | null>(null);

export const PaneProvider = Context.Provider;

export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (!pane) throw new Error('usePane outside of PaneProvider');
  return pane;
}
