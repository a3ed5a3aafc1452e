import { createContext, useContext } from 'react';
import type { Locale, Texts } from '../locales';
import type { Host } from './host';

/** What every part of the pane may need: Excel, and the words of the reader's language. */
export interface PaneContext {
  readonly host: Host;
  readonly locale: Locale;
  readonly texts: Texts;
}

const Context = createContext<PaneContext | null>(null);

export const PaneProvider = Context.Provider;

export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (!pane) throw new Error('usePane outside of PaneProvider');
  return pane;
}
