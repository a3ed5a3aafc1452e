import { fixedArea, fixedCell, literal, sentence } from '../formula';
import {
  amountExpression,
  inUnit,
  periodExpression,
  rateExpression,
  spanExpression,
  trendExpression,
  type SummaryContext,
} from './context';
import type { KeyFigures } from './figures';
import type { GrowthRow } from './growth-row';
import type { PeriodTable } from './period-table';
import type { ShareTable } from './share-tables';

/** The month in focus and its year so far. */
export function monthSentences(context: SummaryContext, figures: KeyFigures, focus: string): string {
  const { t, unit, noun } = context;
  const texts = t.prose;
  const count = plural(texts.count[noun], figures.count);
  const parts = { month: periodExpression(context, focus) };
  const trends = sentence(texts.trends, {
    change: trendExpression(texts.change, figures.change),
    yearChange: trendExpression(texts.yearChange, figures.yearChange),
  });
  const trend = `IF(COUNT(${figures.change},${figures.yearChange})=0,${literal(texts.noTrend)},${trends})`;
  const month = sentence(texts.month[noun], {
    ...parts,
    count,
    amount: amountExpression(unit, figures.amount),
    trend,
  });
  const year = sentence(texts.yearToDate, {
    amount: amountExpression(unit, figures.yearToDate),
    change: trendExpression(texts.yearToDateChange, figures.yearToDateChange, {
      last: amountExpression(unit, figures.lastYearToDate),
    }),
  });
  return `IF(${figures.count}=0,${sentence(texts.none[noun], parts)},${month})&${year}`;
}

/** Growth over the chosen months, with its method named, and the highest and lowest month. */
export function growthSentences(
  context: SummaryContext,
  months: PeriodTable,
  growth: GrowthRow,
  focus: string,
): string {
  const { t, unit } = context;
  const texts = t.prose;
  const ends = { from: periodExpression(context, growth.from), to: periodExpression(context, focus) };
  const grown = sentence(texts.growth, {
    ...ends,
    total: trendExpression({ ...texts.total, none: t.notAvailable }, growth.total),
    average: averageExpression(context, growth),
    n: plural(texts.periods, growth.periods),
    method: growth.method,
  });
  const none = `IF(${growth.periods}>0,${sentence(texts.growthNone, ends)},${sentence(texts.growthOne, ends)})`;
  const text = `IF(ISNUMBER(${growth.total}),${grown},${none})`;
  if (context.span.listed.length < 2) return text;
  const { month } = months.refs;
  // Up to the focus: what comes after it may still be running.
  const first = fixedCell(months.areas.amount);
  const amount = `${first}:INDEX(${months.refs.amount},MATCH(${focus},${month},0))`;
  const monthOf = (extreme: string): string =>
    periodExpression(context, `INDEX(${month},MATCH(${extreme}(${amount}),${amount},0))`);
  const extremes = sentence(texts.extremes, {
    max: monthOf('MAX'),
    maxAmount: amountExpression(unit, inUnit(unit, `MAX(${amount})`)),
    min: monthOf('MIN'),
    minAmount: amountExpression(unit, inUnit(unit, `MIN(${amount})`)),
  });
  const alike = sentence(texts.allAlike, {
    amount: amountExpression(unit, inUnit(unit, `MAX(${amount})`)),
  });
  return `${text}&IF(MAX(${amount})=MIN(${amount}),${alike},${extremes})`;
}

/** An average is small: two decimals, where the sentences' other rates have one. */
function averageExpression({ t }: SummaryContext, { average }: GrowthRow): string {
  const rate = `TEXT(ABS(${average}),"0.00%")`;
  const { up, down, flat, none } = t.prose.average;
  return (
    `IF(ISNUMBER(${average}),IF(ABS(${average})<0.00005,${literal(flat)},` +
    `IF(${average}>0,${sentence(up, { rate })},${sentence(down, { rate })})),${literal(none)})`
  );
}

/** Who and what stands first in each breakdown. */
export function topSentences(
  context: SummaryContext,
  tables: readonly ShareTable[],
  focus: string,
): string | null {
  const { t } = context;
  const listed = tables.filter((table) => table.names.rows > 0);
  const first = listed[0];
  if (!first) return null;
  const span = spanExpression(context, focus);
  const list = listed.map((table) => topOf(t, table)).join(`&${literal(t.prose.topJoin)}&`);
  const firstShare = fixedCell(first.shares);
  return (
    `IF(ISNUMBER(${firstShare}),${sentence(t.prose.topOf, { span, list })},` +
    `${sentence(t.prose.topNone, { span })})`
  );
}

function topOf(t: SummaryContext['t'], table: ShareTable): string {
  const { cumulativeShares, names } = table;
  if (table.by === 'customer' && cumulativeShares && table.others) {
    const last = fixedCell({ row: names.row + names.rows - 1, column: cumulativeShares.column });
    return sentence(t.prose.top.customers, { n: literal(String(names.rows)), share: rateExpression(last) });
  }
  const amounts = fixedArea(table.amounts);
  const best = `MATCH(MAX(${amounts}),${amounts},0)`;
  return sentence(t.prose.top[table.by], {
    name: `INDEX(${fixedArea(names)},${best})`,
    share: rateExpression(`INDEX(${fixedArea(table.shares)},${best})`),
  });
}

function plural(texts: { readonly one: string; readonly many: string }, count: string): string {
  const many = sentence(texts.many, { n: `TEXT(${count},"#,##0")` });
  return texts.one === texts.many.replace('{n}', '1') ? many : `IF(${count}=1,${literal(texts.one)},${many})`;
}
