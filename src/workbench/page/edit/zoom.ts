import type { SheetModel } from '../../model/types';

const STEPS = [50, 75, 90, 100, 110, 125, 150, 175, 200] as const;

/** The next larger (1) or smaller (-1) zoom. */
export function zoomBy(sheet: SheetModel, step: 1 | -1): void {
  const candidates = STEPS.filter((zoom) => (step > 0 ? zoom > sheet.zoom : zoom < sheet.zoom));
  const next = step > 0 ? candidates[0] : candidates.at(-1);
  if (next !== undefined) sheet.zoom = next;
}
