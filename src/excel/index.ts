/** Everything that pane, ribbon and command line may ask of Excel. Failures are DaybookErrors with an ExcelErrorCode. */
export * from './types';
export { EXCEL_ERROR_CODES, EXCEL_NOTICE_CODES } from './errors';
export type { ExcelErrorCode, ExcelNoticeCode, Notice } from './errors';
export { readGrid } from './read';
export { loadMemory, saveChoices } from './state';
export { loadNames } from './names';
export { writePlan } from './write';
export { canUndo, undoBuild } from './undo';
export { watchWorkbook } from './events';
export { goTo, showSheet } from './view';
export { surroundings, watchSurroundings } from './surroundings';
