import { intersection } from '../model/areas';
import type { Area, CellStyle, SheetModel } from '../model/types';
import { isUnbounded } from './addresses';
import type { RangeTarget } from './targets';

/** What all cells of a range have in common by their style, or null where they differ. */
export function uniform<T>(range: RangeTarget, pick: (style: CellStyle) => T): T | null {
  const [first, ...others] = [...stylesOf(range)].map(pick);
  return others.every((value) => value === first) ? (first as T) : null;
}

/** The different styles of a range's cells; of whole rows and columns those that are in use. */
function stylesOf({ sheet, area }: RangeTarget): Set<CellStyle> {
  const styles = new Set<CellStyle>();
  const looked = isUnbounded(area) ? used(sheet, area) : area;
  if (looked !== area) styles.add(sheet.style(area.row + area.rows - 1, area.column + area.columns - 1));
  if (looked) {
    for (let row = looked.row; row < looked.row + looked.rows; row++) {
      for (let column = looked.column; column < looked.column + looked.columns; column++) {
        styles.add(sheet.style(row, column));
      }
    }
  }
  return styles;
}

function used(sheet: SheetModel, area: Area): Area | null {
  const all = sheet.usedArea();
  return all && intersection(all, area);
}
