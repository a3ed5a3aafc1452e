import * as excel from '../excel';

/** What the pane asks of Excel; given to components so that tests can give them another. */
export type Host = Pick<
  typeof excel,
  | 'readGrid'
  | 'loadMemory'
  | 'saveChoices'
  | 'loadNames'
  | 'writePlan'
  | 'canUndo'
  | 'undoBuild'
  | 'watchWorkbook'
  | 'goTo'
  | 'showSheet'
  | 'surroundings'
  | 'watchSurroundings'
>;

export const excelHost: Host = excel;
