import { monthNumberStart, dateOf } from '../../../domain/dates';
import type { AuditMethod } from '../../../domain/growth-audit';
import { literal } from '../../formula';
import type { SummaryContext } from '../context';
import { sumOfDays } from '../sum-of-name';
import type { Proof, Subject } from './types';

/** Excel takes 8,192 characters. */
const LONGEST = 7500;

/**
 * The computed figure as an expression: from the data table where the months stand there, from the stated figures where
 * the sentence itself holds them. Null where only the build could read what makes it.
 */
export function liveExpression(
  context: SummaryContext,
  { how, subject }: Pick<Proof, 'how' | 'subject'>,
): string | null {
  const expression = expressionOf(context, { how, subject });
  return expression !== null && expression.length <= LONGEST ? expression : null;
}

function expressionOf(
  context: SummaryContext,
  { how, subject }: Pick<Proof, 'how' | 'subject'>,
): string | null {
  const sum = (of: Subject | null, from: number, to: number): string => monthsSum(context, of, from, to);
  switch (how.kind) {
    case 'growth': {
      const month = (number: number): string => sum(subject, number, number);
      return growth(how.method, how.from, how.to, month);
    }
    case 'sum':
      return how.unit === 1
        ? sum(subject, how.from, how.to)
        : `${sum(subject, how.from, how.to)}/${how.unit}`;
    case 'share':
      return `${sum(subject, how.from, how.to)}/${sum(how.of, how.from, how.to)}`;
    case 'parts':
      return how.parts.join('+');
    case 'attainment':
    case 'stated-share':
      return `${how.part}/${how.whole}`;
    case 'stated-net':
      return [how.plus.join('+'), ...how.minus].join('-');
    case 'subscribers':
    case 'column-share':
    case 'column-net':
    case 'total-row':
      return null;
  }
}

function growth(method: AuditMethod, from: number, to: number, month: (number: number) => string): string {
  const steps = to - from;
  const ratio = `${month(to)}/${month(from)}`;
  switch (method) {
    case 'total':
      return `${ratio}-1`;
    case 'arithmetic':
      return `(${ratio}-1)/${steps}`;
    case 'arithmetic-by-count':
      return `(${ratio}-1)/${steps + 1}`;
    case 'compound':
      return `(${ratio})^(1/${steps})-1`;
    case 'compound-by-count':
      return `(${ratio})^(1/${steps + 1})-1`;
    case 'mean': {
      const rates = Array.from(
        { length: steps },
        (_, step) => `${month(from + step + 1)}/${month(from + step)}`,
      );
      return `(${rates.join('+')})/${steps}-1`;
    }
  }
}

/** From the first day of a counted month to the last day of another. */
function monthsSum(context: SummaryContext, of: Subject | null, from: number, to: number): string {
  const named = of && { ...of, cell: literal(of.name) };
  return sumOfDays(context, named, firstDay(from), lastDay(to));
}

function firstDay(month: number): string {
  const { year, month: number } = dateOf(monthNumberStart(month));
  return `DATE(${year},${number},1)`;
}

function lastDay(month: number): string {
  const { year, month: number } = dateOf(monthNumberStart(month));
  return `DATE(${year},${number + 1},0)`;
}
