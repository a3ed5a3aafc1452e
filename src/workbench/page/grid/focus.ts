export const CELL_EDITOR_ID = 'cell-editor';

/** Gives the keys to the cells. */
export function focusCells(): void {
  document.getElementById(CELL_EDITOR_ID)?.focus({ preventScroll: true });
}
