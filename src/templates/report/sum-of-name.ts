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
  /** Where the name stands. */
  readonly cell: string;
}

/** Everything of one name from one period to another. */
export function sumBetween(
  context: SummaryContext,
  { by, name, cell }: Named,
  from: string,
  to: string,
  column: 'amount' | 'quantity' = 'amount',
): string {
  const data = {
    name: dataColumn(context, by),
    month: dataColumn(context, 'month'),
    amount: dataColumn(context, column),
  };
  if (readsAsNumber(name) || name.length > 200) {
    return `SUMPRODUCT(--(${data.name}=${cell}),--(${data.month}>=${from}),--(${data.month}<=${to}),${data.amount})`;
  }
  const criterion = isPlain(name)
    ? cell
    : `"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"~","~~"),"*","~*"),"?","~?")`;
  return `SUMIFS(${data.amount},${data.name},${criterion},${data.month},">="&${from},${data.month},"<="&${to})`;
}

/** SUMIFS takes a criterion such as "007", "2024-3" or "true" for a value of that kind and matches others with it. */
function readsAsNumber(name: string): boolean {
  return /^[\s\d.,:;/\\+\-%()¥￥$€年月日时分秒e]*$/i.test(name) || /^(true|false|#.*)$/i.test(name);
}

/** No comparison sign in front, no wildcard inside. */
function isPlain(name: string): boolean {
  return /^[\p{L}\p{N}][^*?~]*$/u.test(name);
}
