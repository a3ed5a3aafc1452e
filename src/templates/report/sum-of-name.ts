import { dataColumn, type SummaryContext } from './context';
import type { Dimension } from './sales';

/** The year to date of one name, which stands in `cell`. */
export function sumOfName(
  context: SummaryContext,
  by: Dimension,
  name: string,
  cell: string,
  focus: string,
): string {
  return sumBetween(context, { by, name, cell }, context.calendar.formulas.firstOfYear(focus), focus);
}

interface Named {
  readonly by: Dimension;
  readonly name: string;
  /** Where the name stands, or the name as an expression. */
  readonly cell: string;
}

/** Everything of one name from one period to another. */
export function sumBetween(
  context: SummaryContext,
  named: Named,
  from: string,
  to: string,
  column: 'amount' | 'quantity' = 'amount',
): string {
  return sumWhere(context, named, 'month', from, to, column);
}

/** The amounts of one name, or of all, from one day to another. */
export function sumOfDays(context: SummaryContext, named: Named | null, from: string, to: string): string {
  return sumWhere(context, named, 'date', from, to, 'amount');
}

function sumWhere(
  context: SummaryContext,
  named: Named | null,
  by: 'month' | 'date',
  from: string,
  to: string,
  column: 'amount' | 'quantity',
): string {
  const when = dataColumn(context, by);
  const amount = dataColumn(context, column);
  const span = `${when},">="&${from},${when},"<="&${to}`;
  if (!named) return `SUMIFS(${amount},${span})`;
  const { name, cell } = named;
  const names = dataColumn(context, named.by);
  if (readsAsNumber(name) || name.length > 200) {
    return `SUMPRODUCT(--(${names}=${cell}),--(${when}>=${from}),--(${when}<=${to}),${amount})`;
  }
  const criterion = isPlain(name)
    ? cell
    : `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;
  return `SUMIFS(${amount},${names},${criterion},${span})`;
}

/** SUMIFS takes a criterion such as "007", "2024-3" or "true" for a value of that kind and matches others with it. */
function readsAsNumber(name: string): boolean {
  return /^[\s\d.,:;/\\+\-%()¥￥$€年月日时分秒e]*$/i.test(name) || /^(true|false|#.*)$/i.test(name);
}

/** No comparison sign in front, no wildcard inside. */
function isPlain(name: string): boolean {
  return /^[\p{L}\p{N}][^*?~]*$/u.test(name);
}
