import { decimalOf } from '../../../domain/money';
import type { TableReading } from '../../../reading/types';
import { columnOf, textAt } from '../../columns';

export interface StatedRate {
  readonly row: number;
  readonly column: number;
  readonly rate: number;
  readonly decimals: number;
  readonly what: 'total' | 'average';
  readonly subject: string | null;
}

/**
 * Growth that a wide table states beside its months, row by row. Only columns whose header says growth: a share or an
 * attainment is another thing.
 */
export function rateColumns(table: TableReading): StatedRate[] {
  if (!table.wideMonths) return [];
  const name = columnOf(table, ['customer', 'person', 'product', 'category', 'segment', 'team', 'class']);
  return table.columns.flatMap((column) => {
    const header = column.header;
    if (column.period || column.total || !/增长|增幅|较年初|growth|increase/i.test(header)) return [];
    const what = /平均|月均|average|avg/i.test(header) ? 'average' : 'total';
    return column.values.flatMap((value, index): StatedRate[] => {
      if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > 50) return [];
      const decimals = Math.min(2, decimalOf(value * 100).scale);
      return [
        {
          row: table.rows[index] ?? 0,
          column: column.column,
          rate: value,
          decimals,
          what,
          subject: textAt(name, index),
        },
      ];
    });
  });
}
