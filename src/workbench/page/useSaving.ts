import { useRef, useState } from 'react';
import type { WorkbookModel } from '../model/types';
import { download, savedName } from './openWorkbook';
import type { PageServices } from './services';
import type { Language } from './texts';

interface Saving {
  /** From 0 to 1. */
  readonly done: number;
  readonly cancel: () => void;
}

export interface SavingReports {
  /** Sentences about what the saved file does not hold. */
  saved(remarks: readonly string[]): void;
  saveFailed(error: unknown): void;
}

/** A saving that ends sooner needs no showing. */
const PATIENCE_MS = 500;
/** Less would not be seen. */
const LEAST = 0.01;

/** Saves the workbook as a download. While a long saving goes on it shows how far it is, and nothing is typed. */
export function useSaving(services: PageServices, language: Language, reports: SavingReports) {
  const [saving, setSaving] = useState<Saving | null>(null);
  const going = useRef<AbortController | null>(null);

  const save = (workbook: WorkbookModel): void => {
    if (going.current) return;
    const abort = new AbortController();
    const { signal } = abort;
    going.current = abort;
    const since = performance.now();
    const end = (): void => {
      going.current = null;
      setSaving(null);
    };
    const cancel = (): void => {
      abort.abort();
      end();
    };
    let shown = 0;
    const onProgress = (done: number): void => {
      if (signal.aborted || done - shown < LEAST || performance.now() - since < PATIENCE_MS) return;
      shown = done;
      setSaving({ done, cancel });
    };
    services.files
      .save({ workbook, signal, onProgress }, language)
      .then(({ bytes, remarks }) => {
        if (signal.aborted) return;
        end();
        download(bytes, savedName(workbook.name));
        reports.saved(remarks);
      })
      .catch((error: unknown) => {
        if (signal.aborted) return;
        end();
        reports.saveFailed(error);
      });
  };
  return { saving, save };
}
