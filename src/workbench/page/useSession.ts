import { useEffect, useState } from 'react';
import type { WorkbookModel } from '../model/types';
import type { Reports } from './edit/workspace';
import { SAMPLES, type PageServices, type Sample } from './services';
import { localeOf, Sessions } from './session';
import { pageTexts, type Language } from './texts';

declare global {
  interface Window {
    /** The workbook on the page, for tests and for looking into it from the console. */
    workbench?: { readonly workbook: WorkbookModel };
  }
}

export interface SessionReports extends Reports {
  openFailed(error: unknown): void;
}

interface Opening {
  readonly name: string;
  /** From 0 to 1; null before anything is read. */
  readonly done: number | null;
  readonly cancel: () => void;
}

/** The workbook that is open, and opening another. */
export function useSession(services: PageServices, language: Language, reports: SessionReports) {
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const [opening, setOpening] = useState<Opening | null>(null);
  const [ready, setReady] = useState(false);
  const [sessions] = useState(() => new Sessions(services));
  const [session, setSession] = useState(() =>
    sessions.create(services.createWorkbook(`${pageTexts(language).untitled}.xlsx`, localeOf(language))),
  );

  useEffect(() => sessions.setReports(reports), [sessions, reports]);
  useEffect(() => {
    window.workbench = { workbook: session.workbook };
    return () => session.dispose();
  }, [session]);
  useEffect(() => session.setLanguage(language), [session, language]);

  const open = (name: string, read: (signal: AbortSignal) => Promise<Uint8Array>): void => {
    const abort = new AbortController();
    const { signal } = abort;
    const show = (done: number | null): void => {
      if (!signal.aborted) setOpening({ name, done, cancel });
    };
    const cancel = (): void => {
      abort.abort();
      setOpening(null);
    };
    show(null);
    read(signal)
      .then((bytes) => services.files.open({ bytes, name, signal, onProgress: show }, language))
      .then(({ workbook, remarks: found }) => {
        if (signal.aborted) return;
        setSession(sessions.create(workbook));
        setRemarks(found);
      })
      .catch((error: unknown) => {
        if (!signal.aborted) reports.openFailed(error);
      })
      .finally(() => {
        if (!signal.aborted) setOpening(null);
        setReady(true);
      });
  };
  const openFile = (file: File): void =>
    open(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  const openSample = (sample: Sample): void =>
    open(`${pageTexts(language).sampleNames[sample]}.xlsx`, (signal) =>
      fetchBytes(services.sampleUrl(sample, language), signal),
    );

  useEffect(() => {
    openSample(SAMPLES[0]);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page opens
  }, []);

  /** False until the first workbook is there (or failed to open): an add-in would otherwise load twice. */
  return { session, ready, opening, openFile, openSample, remarks, setRemarks };
}

async function fetchBytes(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
