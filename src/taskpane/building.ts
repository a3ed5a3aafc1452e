/** Everything of Excel that is needed only once something is built; loaded after the first view stands. */
export { workbookNames } from '../excel/names';
export { readRules } from '../excel/read';
export { canUndo, undoBuild } from '../excel/undo';
export { writePlan } from '../excel/write';
