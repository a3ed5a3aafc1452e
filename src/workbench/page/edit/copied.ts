import type { Area, SheetModel } from '../../model/types';

/** What was copied here, with formulas and formats; good for as long as the clipboard still holds its text. */
export interface CopiedCells {
  readonly sheet: SheetModel;
  readonly area: Area;
  readonly text: string;
  readonly cut: boolean;
}
