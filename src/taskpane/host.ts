// From their own modules: the room's index would bring along what writes, which is not needed at first.
import { watchWorkbook } from '../excel/events';
import { readGrid } from '../excel/read';
import { loadMemory, saveChoices } from '../excel/state';
import { surroundings, watchSurroundings } from '../excel/surroundings';
import { goTo, showSheet } from '../excel/view';
import { WorkerClient } from '../worker/client';

/** What the pane asks of Excel and of its worker; given to components so that tests can give them another. */
export const excelHost = {
  goTo,
  loadMemory,
  readGrid,
  saveChoices,
  showSheet,
  surroundings,
  watchSurroundings,
  watchWorkbook,
  /** What recognises sheets and works out what is to be built. */
  openWorker: () => new WorkerClient(),
  building: () => import('./building'),
};

export type Host = typeof excelHost;
