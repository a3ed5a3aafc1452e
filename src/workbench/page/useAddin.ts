import { useEffect, useState } from 'react';
import type { AddinWindow } from '../host';
import type { Theme } from './formats/colors';
import { readManifest, type AddinManifest } from './manifest';
import type { Session } from './session';
import type { Language } from './texts';

declare global {
  interface Window {
    /** The add-in's page calls `window.parent.workbenchHost.attach(window)` before it loads office.js. */
    workbenchHost?: { attach(window: AddinWindow): void };
  }
}

/** The add-in whose manifest lies on the server: its buttons, its page, its functions. */
export function useAddin(
  session: Session,
  language: Language,
  theme: Theme,
  manifestUrl: string,
  onFailure: (error: unknown) => void,
) {
  const [xml, setXml] = useState<string | null>(null);
  const [open, setOpen] = useState(true);

  useEffect(() => {
    const abort = new AbortController();
    fetchManifest(manifestUrl, abort.signal).then(setXml, (error: unknown) => {
      if (!abort.signal.aborted) onFailure(error);
    });
    return () => abort.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once, when the page opens
  }, [manifestUrl]);

  useEffect(() => {
    window.workbenchHost = { attach: (frame) => session.attach(frame, language, theme, setOpen) };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a new theme is told to the page, it need not attach again
  }, [session, language]);
  useEffect(() => session.setTheme(theme), [session, theme]);
  useEffect(() => session.paneChanged(open), [session, open]);

  const manifest: AddinManifest | null =
    xml === null ? null : readManifest(xml, language, window.location.href);
  const loaded = (): void => {
    if (manifest?.functionsUrl) session.registerFunctions(manifest.functionsUrl).catch(onFailure);
  };
  return { manifest, open, setOpen, loaded };
}

async function fetchManifest(url: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(url, { signal });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response.text();
}
