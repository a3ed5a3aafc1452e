import type { Breakdown } from './breakdown';
import type { SummaryContext } from './context';

/*
 * Texts about as long as the sentences will be. Excel does not grow a merged row with its text, and the text is only
 * known once it calculates, so the room is planned from the longest wording with figures of usual length.
 */

function filled(texts: readonly string[]): string {
  return texts
    .join('')
    .replace(/\{\w+\}/g, (name) => (/month|from|to|max|min/i.test(name) ? 'September 2025' : '1,234.56'));
}

export function monthSentencesLike({ t, noun, unit }: SummaryContext): string {
  const { month, count, change, yearChange, yearToDate, yearToDateChange } = t.prose;
  return (
    filled([month[noun], count[noun].many, change.down, yearChange.down, yearToDate, yearToDateChange.down]) +
    unit.name.repeat(3)
  );
}

export function growthSentencesLike({ t, unit }: SummaryContext): string {
  const { growth, total, average, periods, extremes } = t.prose;
  const method = t.options['average-growth'].values.arithmetic;
  return filled([growth, total.down, average.down, periods.many, extremes, method]) + unit.name.repeat(2);
}

export function topSentencesLike({ t }: SummaryContext, breakdowns: readonly Breakdown[]): string {
  const longest = breakdowns.map(({ by, names }) => {
    const name = names.reduce((most, next) => (next.length > most.length ? next : most), '');
    return t.prose.top[by === 'customer' ? 'customers' : by] + (by === 'customer' ? '' : name);
  });
  return filled([t.span.year, t.prose.topOf, ...longest]);
}
