import type { AuditMethod } from '../../../domain/growth-audit';
import { parseNets, parseShares, withoutShares, type NetClaim, type ShareClaim } from './parse-shares';
import { figureOf, NUMBER, UNITS, type StatedFigure } from './figures';

export type TextClaim =
  | {
      readonly kind: 'growth';
      readonly stated: StatedFigure;
      /** 'step' 环比, 'year' 同比, 'average', or from the first month to the last. */
      readonly what: 'total' | 'average' | 'step' | 'year';
      readonly subject: string;
      readonly months: readonly [number, number] | null;
    }
  | {
      readonly kind: 'total';
      readonly stated: StatedFigure;
      /** 元 in one of the stated unit. */
      readonly unit: number;
      readonly subject: string;
      readonly months: readonly [number, number] | null;
    }
  | {
      readonly kind: 'attainment';
      readonly stated: StatedFigure;
      readonly actual: StatedFigure;
      readonly target: StatedFigure;
    }
  | { readonly kind: 'parts'; readonly stated: StatedFigure; readonly parts: readonly StatedFigure[] }
  | ShareClaim
  | NetClaim;

/** The methods of an average that a text does not name. */
export const AVERAGES: readonly AuditMethod[] = [
  'arithmetic',
  'compound',
  'mean',
  'arithmetic-by-count',
  'compound-by-count',
];

const MONTH_SPAN = /(\d{1,2})月?\s*(?:[-—–－~～至到])\s*(\d{1,2})\s*月/;
const MONTH_AGAINST = /(\d{1,2})月[^，,。；;]{0,12}(?:较|比)[^，,。；;\d]{0,4}(\d{1,2})月/;

const GROWTH = new RegExp(
  String.raw`(增长率?|增幅|上升|提高|提升|增加|下降|降低|减少|grew|growth|rose|increased?|up|fell|decreased?|down)` +
    String.raw`[^\d%，,。；;]{0,10}?(-?${NUMBER})\s*[%％]`,
  'gi',
);
const TOTAL = new RegExp(
  String.raw`(?:累计|合计|共计|总计|共|total(?:led|s)?)[^\d，,。；;%]{0,14}(${NUMBER})\s*(亿元|万元|元|billion|million|thousand)`,
  'gi',
);
const ATTAINED = new RegExp(
  String.raw`(${NUMBER})\s*(万?[户元个台]|亿元|units?)[\s\S]{0,40}?完成[^\d]{0,10}(${NUMBER})\s*(万?[户元个台]|亿元)的\s*(${NUMBER})\s*[%％]`,
);
const PARTS = new RegExp(String.raw`(${NUMBER})\s*(亿元|万元|元|万户|户)\s*[，,]\s*其中(.{0,80})`);
const FALLS = /下降|降低|减少|fell|decrease|down/i;
/** Words of a sentence that say nothing of whom it speaks. */
const PLAIN =
  /其中|客户|收入|金额|销售额|销量|业务|累计|合计|共计|总计|平均|月收入|收人|净增|新增|发展|用户|户|元|万|亿|环比|同比|较|年初|比|上年|去年|上月|同期|全年|本年|今年|截至|截止|实现|增长率?|增幅|上升|提高|提升|增加|下降|降低|减少|达到?|为|了|的|月|年|底|末|每|整体|总体|全部|总额|总数|占|总|\d+|[\s，,、：:（）()\-—–~～至到.·]/g;
const PLAIN_ENGLISH =
  /\b(?:the|our|its|of|all|from|to|in|by|for|and|on|was|is|has|have|revenue|sales|amount|income|orders?|monthly|month|quarter|year|annual|average|avg|total(?:led|s)?|growth|grew|rose|up|fell|down|increased?|decreased?|cumulative|earlier|last|previous|same|period|company|whole|date|billion|million|thousand|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b/gi;

/** The figures that a text states and that figures of months, or the text itself, can prove. */
export function parseClaims(text: string): TextClaim[] {
  const sentences = text.replace(/\s*\n\s*/g, '').split(/[。；;！!]|\.\s/);
  return sentences.flatMap(parseSentence);
}

function parseSentence(sentence: string): TextClaim[] {
  const claims: TextClaim[] = [];
  const months = monthsIn(sentence);
  let before = '';
  for (const clause of sentence.split(/[，,](?!\d{3})/)) {
    claims.push(...parseShares(clause, sentence, months, subjectOf(before), subjectOf));
    const plain = withoutShares(clause);
    const own = subjectOf(plain);
    const subject = own === '' && !clause.includes('其中') ? subjectOf(before) : own;
    for (const match of plain.matchAll(GROWTH)) {
      const [, verb = '', digits = ''] = match;
      const lead = plain.slice(0, match.index);
      // How a share or a rate changed is no growth of the amounts.
      if (/占比|比重|份额|率|\bshare\b|\brate\b/i.test(lead.replace(/增长率/g, ''))) continue;
      const figure = figureOf(digits, match[0]);
      claims.push({
        kind: 'growth',
        stated: FALLS.test(verb) ? { ...figure, value: -figure.value } : figure,
        what: whatOf(lead + verb),
        subject: subject === '' ? subjectOf(lead) : subject,
        months,
      });
    }
    for (const [whole, digits = '', unit = ''] of plain.matchAll(TOTAL)) {
      claims.push({
        kind: 'total',
        stated: figureOf(digits, whole),
        unit: UNITS[unit.toLowerCase()] ?? 1,
        subject,
        months,
      });
    }
    if (own !== '') before = plain;
  }
  return [...claims, ...parseNets(sentence, months), ...attainments(sentence), ...parts(sentence)];
}

function whatOf(lead: string): 'total' | 'average' | 'step' | 'year' {
  if (/平均|月均|average|avg/i.test(lead)) return 'average';
  if (/环比|上月|previous month/i.test(lead)) return 'step';
  if (/同比|上年|去年|year earlier|last year/i.test(lead)) return 'year';
  return 'total';
}

function monthsIn(sentence: string): readonly [number, number] | null {
  const [, from, to] = MONTH_SPAN.exec(sentence) ?? [];
  if (from !== undefined && to !== undefined) return [Number(from), Number(to)];
  const [, end, start] = MONTH_AGAINST.exec(sentence) ?? [];
  return start !== undefined && end !== undefined ? [Number(start), Number(end)] : null;
}

/** What is left of a clause's beginning when plain words are gone: whom it speaks of. */
function subjectOf(clause: string): string {
  return clause
    .slice(0, clause.search(/[\d.]+\s*[%％亿万元]|$/))
    .replace(PLAIN_ENGLISH, '')
    .replace(PLAIN, '')
    .trim();
}

function attainments(sentence: string): TextClaim[] {
  const match = ATTAINED.exec(sentence);
  if (!match) return [];
  const [whole, actual = '', unit = '', target = '', other = '', rate = ''] = match;
  if (unit !== other) return [];
  return [
    {
      kind: 'attainment',
      stated: figureOf(rate, whole),
      actual: figureOf(actual, whole),
      target: figureOf(target, whole),
    },
  ];
}

function parts(sentence: string): TextClaim[] {
  const match = PARTS.exec(sentence);
  if (!match) return [];
  const [whole, total = '', unit = '', rest = ''] = match;
  const found = [...rest.matchAll(new RegExp(String.raw`(${NUMBER})\s*${unit}`, 'g'))];
  if (found.length < 2) return [];
  return [
    {
      kind: 'parts',
      stated: figureOf(total, whole.slice(0, 60)),
      parts: found.map(([text, digits = '']) => figureOf(digits, text)),
    },
  ];
}
