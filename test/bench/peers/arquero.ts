import { op, table } from 'arquero';

import { monthsByDay, type Sales } from './sales';

/** Arquero over columns that hold the arrays themselves: month × person and month × product; the sum of the first in 分. */
export function arqueroSums({ dates, amounts, keys }: Sales): number {
  const { firstDay, month } = monthsByDay(dates);
  const rows = table({
    month: Int32Array.from(dates, (date) => month[date - firstDay] as number),
    cents: Float64Array.from(amounts, (amount) => Math.round(amount * 100)),
    ...keys,
  });
  const groups = ['person', 'product'].map((key) =>
    rows.groupby('month', key).rollup({ count: op.count(), cents: op.sum('cents') }),
  );
  const cents = groups[0]?.array('cents') ?? [];
  return Array.from(cents, Number).reduce((all, value) => all + value, 0);
}
