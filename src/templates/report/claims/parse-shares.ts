import { amountsIn, figureOf, NUMBER, type StatedFigure } from './figures';

/** Shares (占比) and net adds (净增) that a sentence states. */

export interface ShareClaim {
  readonly kind: 'share';
  readonly stated: StatedFigure;
  readonly subject: string;
  /** Of whom it is a share; '' where the text says nothing or "of the total". */
  readonly of: string;
  readonly months: readonly [number, number] | null;
  /** The amounts that the sentence itself states: 收入6.66亿元，其中固网5.82亿元，占87.4%. */
  readonly own: { readonly part: StatedFigure; readonly whole: StatedFigure } | null;
}

export interface NetClaim {
  readonly kind: 'net';
  /** Below zero for a loss, in its own unit. */
  readonly stated: StatedFigure;
  /** Subscribers in one of the stated unit. */
  readonly unit: number;
  readonly months: readonly [number, number] | null;
  /** What the sentence itself says was won and lost, or was there at the end and at the beginning; in the stated unit. */
  readonly own: { readonly plus: readonly StatedFigure[]; readonly minus: readonly StatedFigure[] } | null;
}

/** Who finds whom a piece of text speaks of. */
type Naming = (text: string) => string;

const SHARE = new RegExp(
  String.raw`(占比|占|比重|份额|构成比)([^\d%％，,。；;]{0,18}?)(${NUMBER})\s*[%％]` +
    String.raw`|\b(?:share|accounts?|accounted|accounting|makes?|made|making|represents?|represented)\b([a-z ’']{0,40}?)(${NUMBER})\s*%(?:\s+of\s+((?:[a-z]+ ?){1,4}))?`,
  'gi',
);
/** "占比提升2个百分点": how a share changed is not a share; a share of the market is not in the book. */
const NOT_A_SHARE = /提升|提高|上升|增加|增长|扩大|下降|降低|减少|较|比上|市场|market|up|down|rose|fell/i;

/** What the sentence says without its shares: "占集团收入的43%" does not make what follows speak of 集团. */
export function withoutShares(clause: string): string {
  return clause.replace(SHARE, '');
}

export function parseShares(
  clause: string,
  sentence: string,
  months: ShareClaim['months'],
  before: string,
  naming: Naming,
): ShareClaim[] {
  return [...clause.matchAll(SHARE)].flatMap((match): ShareClaim[] => {
    const [text, word, of = '', digits = '', lead = '', percent = '', tail = ''] = match;
    if (NOT_A_SHARE.test(text) || /市场|market/i.test(clause.slice(0, match.index))) return [];
    const english = word === undefined;
    const own = naming(clause.slice(0, match.index));
    const whole = naming(english ? `${lead} ${tail}` : of);
    return [
      {
        kind: 'share',
        stated: figureOf(english ? percent : digits, text),
        subject: own === '' ? before : own,
        of: whole,
        months,
        own: whole === '' ? ownShare(sentence, sentence.indexOf(clause) + match.index) : null,
      },
    ];
  });
}

/** The first amount of the sentence is the whole, the last one before the share its part. */
function ownShare(sentence: string, end: number): ShareClaim['own'] {
  const amounts = amountsIn(sentence.slice(0, end));
  const [whole] = amounts;
  const part = amounts.at(-1);
  if (!whole || !part || part === whole || part.unit !== whole.unit || part.value > whole.value) return null;
  return { part, whole };
}

const COUNTED: Readonly<Record<string, number>> = { 万户: 1e4, 万: 1e4, thousand: 1e3, million: 1e6, k: 1e3 };
const COUNT = String.raw`(${NUMBER})(?![\d.,])\s*(万户|万|户|人|thousand|million|k\b)?(?!\s*(?:[%％]|[亿万]?元|个百分点))`;
const GAP = String.raw`[^\d%％，,。；;]{0,12}?`;
const counted = (words: string): RegExp => new RegExp(String.raw`(?:${words})${GAP}${COUNT}`, 'i');
const NET = new RegExp(
  String.raw`(净增加?|净减少?|净流失|net (?:adds?|additions?|gains?)|net loss(?:es)?)${GAP}${COUNT}`,
  'gi',
);
const LOSS = /净减|净流失|loss/i;
const WON = counted('新增|新发展|发展|入网|gross adds?|added|new');
const LOST = counted('流失|离网|拆机|销户|注销|churned|lost|disconnected');
const BEFORE = counted('期初|年初|月初|上月末|上年末|opening|start(?:ed)? (?:with|at)');
const AFTER = counted('期末|年末|月末|到达|累计达到?|closing|end(?:ed)? (?:with|at)');

export function parseNets(sentence: string, months: NetClaim['months']): NetClaim[] {
  const rest = sentence.replace(NET, '');
  return [...sentence.matchAll(NET)].map(([text, word = '', digits = '', name]): NetClaim => {
    const figure = figureOf(digits, text);
    const unit = unitOf(name);
    const own = (expression: RegExp): StatedFigure[] => {
      const [said, number = '', its] = expression.exec(rest) ?? [];
      if (said === undefined) return [];
      const { value, decimals } = figureOf(number, said);
      return [{ value: (value * unitOf(its ?? name)) / unit, decimals, text: said }];
    };
    const [won, lost] = [own(WON), own(LOST)];
    const [before, after] = [own(BEFORE), own(AFTER)];
    const moved = won.length + lost.length === 2 ? { plus: won, minus: lost } : null;
    const stood = before.length + after.length === 2 ? { plus: after, minus: before } : null;
    return {
      kind: 'net',
      stated: LOSS.test(word) ? { ...figure, value: -figure.value } : figure,
      unit,
      months,
      own: moved ?? stood,
    };
  });
}

function unitOf(name: string | undefined): number {
  return COUNTED[name?.toLowerCase() ?? ''] ?? 1;
}
