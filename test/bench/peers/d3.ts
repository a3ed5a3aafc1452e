import { rollup, sum } from 'd3-array';

import { monthsByDay, type Sales } from './sales';

/** d3-array's rollup over row numbers, which spares it the objects: month × person and month × product; the sum of the first in 分. */
export function d3Sums({ dates, amounts, keys }: Sales): number {
  const { firstDay, month } = monthsByDay(dates);
  const rows = Uint32Array.from(dates, (_, row) => row);
  const groups = [keys.person, keys.product].map((column) =>
    rollup(
      rows,
      (group) => ({
        count: group.length,
        cents: sum(group, (row) => Math.round((amounts[row] as number) * 100)),
      }),
      (row) => month[(dates[row] as number) - firstDay] as number,
      (row) => column[row] as string,
    ),
  );
  return sum(groups[0]?.values() ?? [], (people) => sum(people.values(), ({ cents }) => cents));
}
