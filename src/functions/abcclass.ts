import { ABC_CUTS, classifyAbc } from '../domain/customers/abc';
import { DaybookError } from '../domain/errors';
import { centsOf } from '../domain/money';
import { isBlank, matrix, readNumber } from './arguments';
import { answer } from './errors';

/**
 * ABC class of each customer by amount (20/80): "A" for the few that make 80% of it, "B" up to 95%, "C" for the others.
 *
 * @customfunction ABCCLASS
 * @param amounts Amounts in 元, one cell a customer; the classes spill in the same shape.
 * @param [cut_a] Share of the total that the A customers reach: 80% when left out.
 * @param [cut_b] Share that A and B customers reach together: 95% when left out.
 * @remarks A customer is A while those with larger amounts make less than cut_a together: the customer with whom the
 * cut is reached is still A, so the A customers make at least that share. Equal amounts get equal classes, whatever the
 * order of the rows; an amount of zero or less is C. Shares are compared exactly, before any rounding.
 * @returns "A", "B" or "C" for each cell. #N/A where the total is zero or negative; #VALUE! with a sentence for a cell
 * that is no number, or cuts that are not between 0 and 100% in this order.
 * @example =ABCCLASS({50;30;15;5}) //=> {"A";"A";"B";"C"}
 * @example =ABCCLASS({1;7;1;1}, 0.7, 0.9) //=> {"B";"A";"B";"B"}
 */
export function abcclass(amounts: unknown[][], cut_a?: unknown, cut_b?: unknown): unknown[][] {
  return answer(() => {
    const range = matrix(amounts);
    const cents = range.flatMap((row, r) =>
      row.map((cell, c) => centsOf(readNumber(cell, { argument: 'amounts', row: r + 1, column: c + 1 }))),
    );
    const a = isBlank(cut_a) ? ABC_CUTS.a : readNumber(cut_a, { argument: 'cut_a' });
    const b = isBlank(cut_b) ? Math.max(a, ABC_CUTS.b) : readNumber(cut_b, { argument: 'cut_b' });
    const { classes, total } = classifyAbc(cents, { a, b });
    if (total <= 0) throw new DaybookError('total-not-positive', { argument: 'amounts' });
    const width = range[0]?.length ?? 0;
    return range.map((row, r) => row.map((_, c) => classes[r * width + c] ?? ''));
  });
}
