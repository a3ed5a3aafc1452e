import { ENGLISH_NONE, ENGLISH_PATTERNS, ENGLISH_WORDS } from './lexicon/en';
import type { Meaning, PatternList, WordList } from './lexicon/types';
import { CHINESE_NONE, CHINESE_WORDS } from './lexicon/zh';
import { CHINESE_PATTERNS } from './lexicon/zh-patterns';
import { halfWidth, isChinese, wordKey } from './text';

/** What a header's words can mean, best first, and how sure the best is. */
export interface WordMatch {
  readonly meanings: readonly Meaning[];
  readonly confidence: number;
}

const NONE: readonly Meaning[] = ['none'];

function dictionary(): ReadonlyMap<string, readonly Meaning[]> {
  const map = new Map<string, readonly Meaning[]>();
  const lists: readonly WordList[] = [
    CHINESE_WORDS,
    ENGLISH_WORDS,
    [
      [NONE, CHINESE_NONE],
      [NONE, ENGLISH_NONE],
    ],
  ];
  for (const list of lists) {
    for (const [meanings, words] of list) {
      for (const word of words.split(' ')) {
        const key = wordKey(word) || word;
        if (!map.has(key)) map.set(key, meanings);
      }
    }
  }
  return map;
}

const WORDS = dictionary();
/** One sign more, less or other says little in a short Chinese word: 送货日期 is not 订货日期. */
const FUZZY_LENGTH = 6;
const FUZZY_WORDS = [...WORDS.keys()].filter((word) => word.length >= FUZZY_LENGTH);

/** What stands around the word proper and adds nothing to it. */
const PREFIX =
  /^(?:本月|当月|本期|当期|本次|本周|当周|当日|今日|每月|月度|我司|该|拟|其中|主要|具体|相关|请填写|必填)/;
const SUFFIX = /(?:必填|选填|如有|可选|下拉|单选|自动|自动计算|公式)$/;
const NOTE_BRACKETS = /[([{【〔<《][^()[\]{}【】〔〕<>《》]*[)\]}】〕>》]/g;

function byPattern(key: string, patterns: PatternList): WordMatch | null {
  for (const [meanings, pattern, confidence] of patterns) {
    if (pattern.test(key)) return { meanings, confidence };
  }
  return null;
}

/** Edit distance of at most one between two words of nearly the same length. */
function nearlySame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length - 1;
  let endB = b.length - 1;
  while (endA >= start && endB >= start && a[endA] === b[endB]) {
    endA -= 1;
    endB -= 1;
  }
  return endA - start <= 0 && endB - start <= 0;
}

function fuzzy(key: string): WordMatch | null {
  if (key.length < FUZZY_LENGTH) return null;
  let found: readonly Meaning[] | null = null;
  for (const word of FUZZY_WORDS) {
    if (!nearlySame(key, word)) continue;
    const meanings = WORDS.get(word) ?? NONE;
    if (found !== null && found[0] !== meanings[0]) return null;
    found = meanings;
  }
  return found === null ? null : { meanings: found, confidence: 0.72 };
}

function exact(key: string): WordMatch | null {
  const meanings = WORDS.get(key);
  return meanings === undefined ? null : { meanings, confidence: 1 };
}

function oneWord(text: string): WordMatch | null {
  const key = wordKey(text) || text.trim();
  if (key === '' || key.length > 40) return null;
  const direct = exact(key);
  if (direct) return direct;
  const shorter = key.replace(SUFFIX, '').replace(PREFIX, '');
  if (shorter !== key && shorter !== '') {
    const match = exact(shorter);
    if (match) return { ...match, confidence: 0.93 };
  }
  const found = byPattern(
    shorter === '' ? key : shorter,
    isChinese(key) ? CHINESE_PATTERNS : ENGLISH_PATTERNS,
  );
  return found ?? fuzzy(key);
}

/** The Chinese and the Latin half of a bilingual header ("订单号 Order No.", "Visit Date\n拜访日期"). */
function halves(text: string): readonly [string, string] | null {
  const latin = text.replace(/[\u3400-\u9fff、，。：（）]+/g, ' ').trim();
  if (latin.replace(/[^A-Za-z]/g, '').length < 3) return null;
  const chinese = text.replace(/[A-Za-z][A-Za-z.'&# -]*/g, ' ').trim();
  return chinese === '' ? null : [chinese, latin];
}

function best(a: WordMatch | null, b: WordMatch | null): WordMatch | null {
  if (!a || !b) return a ?? b;
  if (a.meanings[0] === b.meanings[0]) {
    return { meanings: a.meanings, confidence: Math.min(1, Math.max(a.confidence, b.confidence) + 0.05) };
  }
  return b.confidence > a.confidence ? b : a;
}

const cache = new Map<string, WordMatch | null>();
const CACHE_LIMIT = 5000;

/** Reads one header cell (or the last of several joined by '|'); null when its words are unknown. */
export function matchWords(header: string): WordMatch | null {
  const known = cache.get(header);
  if (known !== undefined) return known;
  const match = read(header);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(header, match);
  return match;
}

function read(header: string): WordMatch | null {
  if (header.length > 80) return null;
  const text = halfWidth(header.normalize('NFKC'));
  const bare =
    text
      .replace(NOTE_BRACKETS, ' ')
      .replace(/[*★※△▲●]/g, ' ')
      .trim() || text.replace(/[()[\]【】]/g, ' ');
  // 预算完成%: the sign is the word 率.
  if (/(?:完成|达成|进度)\s*[([]?%[)\]]?$/.test(text)) return { meanings: ['rate'], confidence: 0.92 };
  const whole = oneWord(bare);
  if (whole && whole.confidence >= 0.95) return whole;
  const both = halves(bare);
  let match = whole;
  if (both) match = best(oneWord(both[0]), oneWord(both[1])) ?? whole;
  if (match && match.confidence >= 0.8) return match;
  // "责任人/责任部门", "客户/单位": the first of the alternatives that is known.
  for (const part of bare.split(/[/／\n、]|或/)) {
    const piece = part === bare ? null : oneWord(part);
    if (piece && piece.confidence > (match?.confidence ?? 0) && piece.confidence >= 0.85) {
      match = { ...piece, confidence: piece.confidence * 0.92 };
      break;
    }
  }
  return match;
}

/** Whether a text is, as it stands, a word of the lexicon; quick enough to be asked of every row. */
export function isListedWord(text: string): boolean {
  return text.length <= 20 && WORDS.has(wordKey(text));
}

/** Whether a text is a word that headers are made of (a field's word or one known to mean none). */
export function isHeaderWord(text: string): boolean {
  const match = matchWords(text);
  return match !== null && match.confidence >= 0.8;
}
