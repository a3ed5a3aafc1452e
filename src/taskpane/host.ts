// From their own modules: the room's index would bring along what writes, which is not needed at first.
import { watchWorkbook } from '../excel/events';
import { readGrid } from '../excel/read';
import { loadMemory, saveChoices } from '../excel/state';
import { surroundings, watchSurroundings } from '../excel/surroundings';
import { goTo, showSheet } from '../excel/view';

/** What the pane asks of Excel; given to components so that tests can give them another. */
export const excelHost = {
  goTo,
  loadMemory,
  readGrid,
  saveChoices,
  showSheet,
  surroundings,
  watchSurroundings,
  watchWorkbook,
  /** What recognises sheets; it arrives while Excel hands over the cells. */
  reading: () => import('../reading'),
  building: () => import('./building'),
};

export type Host = typeof excelHost;
