import type { Breakdown } from './breakdown';
import type { MovementTable } from './analysis-sheet';
import type { SummaryContext } from './context';
import type { Measure } from './indicators-section';

/*
 * Texts about as long as the sentences will be. Excel does not grow a merged row with its text, and the text is only
 * known once it calculates, so the room is planned from the longest wording with figures of usual length.
 */

const usual: Readonly<Record<string, string>> = {
  month: 'March 2025',
  year: '2025',
  monthNumber: '12',
  monthName: 'September',
  n: '123',
  from: 'September 2025',
  to: 'September 2025',
  max: 'September 2025',
  min: 'September 2025',
  amount: '12,345.67',
  maxAmount: '12,345.67',
  minAmount: '12,345.67',
  last: '12,345.67',
  rate: '12.34%',
  actual: '12,345.67',
  target: '12,345.67',
  missing: '12,345.67',
  each: '12,345.67',
  time: '33.3%',
  points: '12.3',
  base: 'September 2025',
  volume: '+1,234.56',
  mix: '+1,234.56',
  price: '+1,234.56',
  other: '+1,234.56',
  share: '12.3%',
};

/** Other names stand for texts that are given beside them. */
function filled(texts: readonly string[]): string {
  return texts.join('').replace(/\{(\w+)\}/g, (_, name: string) => usual[name] ?? '');
}

export function targetSentencesLike({ t, unit }: SummaryContext): string {
  const { period, year, behind, still } = t.prose.targets;
  return filled([period, year, behind, still]) + unit.name.repeat(5);
}

export function moverSentencesLike({ t, unit }: SummaryContext, movement: MovementTable): string {
  const { down, colon, most, join, least, end, why } = t.prose.movers;
  const reasons = movement.effects ? why : '';
  return filled([down, colon, most, join, least, end, reasons]) + unit.name.repeat(4) + movement.longest;
}

export function indicatorSentencesLike({ t }: SummaryContext, measures: readonly Measure[]): string {
  const texts = t.prose.indicators;
  return filled([texts.start, ...measures.flatMap((measure) => [texts.join, texts[measure]]), texts.end]);
}

export function monthSentencesLike({ t, noun, unit }: SummaryContext): string {
  const { month, count, trends, change, yearChange, yearToDate, yearToDateChange } = t.prose;
  return (
    filled([
      month[noun],
      count[noun].many,
      change.down,
      trends,
      yearChange.down,
      yearToDate,
      yearToDateChange.down,
    ]) + unit.name.repeat(3)
  );
}

export function growthSentencesLike({ t, unit }: SummaryContext): string {
  const { growth, total, average, periods, extremes } = t.prose;
  const method = t.options['average-growth'].values.arithmetic;
  return filled([growth, total.down, average.down, periods.many, extremes, method]) + unit.name.repeat(2);
}

export function topSentencesLike({ t }: SummaryContext, breakdowns: readonly Breakdown[]): string {
  const longest = breakdowns.map(({ by, names, others, blanks }) => {
    if (by === 'customer' && (others || blanks)) return t.prose.top.customers;
    return t.prose.top[by] + names.reduce((most, next) => (next.length > most.length ? next : most), '');
  });
  return filled([t.span.year, t.prose.topOf, longest.join(t.prose.topJoin)]);
}
