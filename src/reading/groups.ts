import type { Findings } from './problems';
import type { ColumnPlan } from './readers';
import type { Field, ReadValue } from './types';

/** Fields whose value people write once for a whole group of rows. */
const GROUP_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'region',
  'team',
  'person',
  'customer',
  'category',
  'month',
  'date',
]);
const LEFTMOST = 4;
const LEAST_BLANK = 0.4;

/** Whether a column names each group once and leaves its other rows blank. */
function namesGroupsOnce(values: readonly ReadValue[]): boolean {
  if (values.length < 4 || values[0] === null) return false;
  let blanks = 0;
  let previous: ReadValue = null;
  for (const value of values) {
    if (value === null) {
      blanks += 1;
      continue;
    }
    if (value === previous) return false;
    previous = value;
  }
  return blanks >= values.length * LEAST_BLANK && blanks < values.length - 1;
}

/** Fills the blanks of such columns from above, as people read them; said as a note. */
export function fillGroups(
  plans: readonly ColumnPlan[],
  values: ReadValue[][],
  findings: Findings,
  firstColumn: number,
): void {
  plans.slice(0, LEFTMOST).forEach((plan, index) => {
    const column = values[index];
    if (!column || plan.field === null || !GROUP_FIELDS.has(plan.field) || !namesGroupsOnce(column)) return;
    // The column right of it must name every row, or the blanks are just missing values.
    const details = values[index + 1];
    if (!details || details.filter((value) => value === null).length > details.length * 0.1) return;
    let filled = 0;
    for (let row = 1; row < column.length; row += 1) {
      if (column[row] !== null) continue;
      column[row] = column[row - 1] ?? null;
      filled += 1;
    }
    findings.add({
      code: 'blanks-filled',
      column: firstColumn + plan.facts.column,
      details: { rows: filled, header: plan.facts.header || plan.facts.letter },
      severity: 'note',
    });
  });
}
