import type { Area } from '../domain/address';
import { cellAddress } from '../domain/address';
import { fixedArea } from './formula';

/**
 * A cell's share of a column in thousandths by largest remainder, so that the column as shown adds up to exactly 100.0%:
 * rounded down, plus one where the remainder is among the largest that fill the gap (the first of equals), as shares()
 * in src/domain does. `amounts` is the whole column, `row` the sheet row of the cell;
 * `total` a cell that holds its sum already.
 */
export function shareExpression(
  amounts: Area,
  row: number,
  none: string,
  total = `SUM(${fixedArea(amounts)})`,
): string {
  const all = fixedArea(amounts);
  const own = cellAddress({ row, column: amounts.column });
  const rest = (of: string): string => `ROUND(MOD(${of}*1000/${total},1),9)`;
  const above = row - amounts.row;
  const equalsAbove =
    above === 0 ? '' : `+SUMPRODUCT(--(${rest(fixedArea({ ...amounts, rows: above }))}=${rest(own)}))`;
  const rank = `SUMPRODUCT(--(${rest(all)}>${rest(own)}))${equalsAbove}`;
  const gap = `ROUND(SUMPRODUCT(${rest(all)}),0)`;
  return `IF(${total}>0,(ROUND(${own}*1000/${total}-${rest(own)},0)+IF(${rank}<${gap},1,0))/1000,${none})`;
}
