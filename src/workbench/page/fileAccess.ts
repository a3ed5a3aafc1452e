import { FileError, fileErrorSentence, fileWarningSentence, openInWorker, saveFile } from '../files';
import { breather } from '../turns';
import type { FileAccess } from './openWorkbook';

/** Files by the workbench's own reader and writer; reading happens in a worker that can be ended. */
export const fileAccess: FileAccess = {
  open: async ({ bytes, name, signal, onProgress }, language) => {
    const { workbook, warnings } = await openInWorker(bytes, name, { signal, onProgress });
    return { workbook, remarks: warnings.map((warning) => fileWarningSentence(warning, language)) };
  },
  save: async ({ workbook, signal, onProgress }, language) => {
    const { bytes, warnings } = await saveFile(workbook, { breathe: breather(), signal, onProgress });
    return { bytes, remarks: warnings.map((warning) => fileWarningSentence(warning, language)) };
  },
  explain: (error, language) => (error instanceof FileError ? fileErrorSentence(error, language) : null),
};
