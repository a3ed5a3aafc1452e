import { decimalOf } from '../../../domain/money';
import type { ColumnReading, TableReading } from '../../../reading/types';
import { columnOf, textAt } from '../../columns';

/** Growth, shares and net adds that a table states in columns of their own. */

const GROWTH = /增长|增幅|较年初|growth|increase/i;
const SHARE = /占比|比重|份额|构成比|占.{0,8}比|\bshare\b|% of|proportion/i;
/** How a share changed, what is reached of a target, and what no sheet here can know. */
const NOT_A_SHARE = /增长|变化|提升|百分点|完成|市场|market|change|point|attain/i;

export interface StatedRate {
  readonly row: number;
  readonly column: number;
  readonly rate: number;
  readonly decimals: number;
  readonly what: 'total' | 'average' | 'share';
  readonly subject: string | null;
}

/** Rates that a wide table states beside its months, row by row. */
export function rateColumns(table: TableReading): StatedRate[] {
  if (!table.wideMonths) return [];
  const name = columnOf(table, ['customer', 'person', 'product', 'category', 'segment', 'team', 'class']);
  return table.columns.flatMap((column) => {
    const { header } = column;
    if (column.period || column.total) return [];
    const share = isShare(column);
    if (!share && !GROWTH.test(header)) return [];
    const what = share ? 'share' : /平均|月均|average|avg/i.test(header) ? 'average' : 'total';
    return ratesOf(column).flatMap((rate, index): StatedRate[] =>
      rate === null
        ? []
        : [
            {
              ...rate,
              row: table.rows[index] ?? 0,
              column: column.column,
              what,
              subject: textAt(name, index),
            },
          ],
    );
  });
}

export function isShare({ header }: Pick<ColumnReading, 'header'>): boolean {
  return SHARE.test(header) && !NOT_A_SHARE.test(header);
}

interface Rate {
  readonly rate: number;
  readonly decimals: number;
}

/** Fractions; 43.5 under "占比（%）" is 0.435. Null where a cell holds none. */
export function ratesOf({ values, kind }: ColumnReading): (Rate | null)[] {
  const numbers = values.map((value) =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1000 ? value : null,
  );
  const most = numbers.reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 0);
  const percent = kind === 'percent' || most <= 1.5;
  return numbers.map((value) => {
    if (value === null || (percent && Math.abs(value) > 50)) return null;
    const shown = percent ? Number((value * 100).toPrecision(15)) : value;
    return { rate: percent ? value : value / 100, decimals: Math.min(2, decimalOf(shown).scale) };
  });
}
