import { halfWidth } from './text';

/** A unit of money or count as a power of ten (万元 → 4, % → -2). */
export interface Unit {
  readonly exponent: number;
  readonly text: string;
  readonly money: boolean;
}

/** Unit words of money and plain scales; the longest that fits wins. */
const SCALES: readonly (readonly [RegExp, number, boolean])[] = [
  [/^(?:人民币)?亿元$|^亿$/, 8, true],
  [/^(?:人民币)?千万元$/, 7, true],
  [/^(?:人民币)?百万元?$|^m(?:illions?)?$|^(?:rmb|usd|cny|hkd|[$¥€£])(?:million|m|mn)$/i, 6, true],
  [/^(?:人民币)?十万元$/, 5, true],
  [/^(?:人民币)?(?:万元|万圆|萬元|w元?)$|^rmb(?:10k|'?0000)$/i, 4, true],
  [/^(?:万|萬)$/, 4, false],
  [
    /^(?:人民币)?千元$|^(?:in)?thousands?$|^k$|^'?000s?$|^(?:rmb|usd|cny|hkd|[$¥€£])(?:k|'?000s?|thousands?)$/i,
    3,
    true,
  ],
  [/^千$/, 3, false],
  [/^百元$/, 2, true],
  [/^(?:人民币)?(?:元|圆|块|块钱)$|^(?:rmb|cny|usd|eur|hkd|ntd|nt|us)?[$¥€£]?$|^yuan$/i, 0, true],
  [/^角$/, -1, true],
  [/^分$/, -2, true],
  [/^(?:%|百分比|percent|pct)$/i, -2, false],
  [/^(?:‰|千分比)$/, -3, false],
  // Ten thousand of something that is counted: 万户, 万箱.
  [/^(?:万|萬)(?:户|人|次|件|台|条|个|支|箱|部|张|笔|吨|米|套|盒|GB|G)$/i, 4, false],
  [/^(?:千|k)(?:户|人|次|件|台|条|个|支|箱|部|张|笔|套|盒)$/i, 3, false],
  [/^百(?:户|人|次|件|台|条|个|支|箱|部|张|笔|套|盒)$/i, 2, false],
];

/** Reads one unit word; null for a text that is no unit of scale ('户', '条' scale nothing and are null too). */
export function unitOf(text: string): Unit | null {
  const word = halfWidth(text).replace(/\s+/g, '');
  if (word === '' || word.length > 12) return null;
  for (const [pattern, exponent, money] of SCALES) {
    if (pattern.test(word)) return { exponent, text: word, money };
  }
  return null;
}

const COUNTED =
  /^(?:户|户次|人|人次|次|件|台|条|个|支|箱|部|张|笔|吨|米|套|盒|天|日|月|年|小时|分钟|家|场|名|位|本|份|包|只|根|组|岁|平方米|㎡|m2|公里|km|kg|g|gb|mb|m|pcs|units?|days?|hours?|标箱|万支|折)$/i;

/** Whether a text is nothing but a unit ('元', '万元', '户', '%'), as in a row of units under the header. */
export function isUnitWord(text: string): boolean {
  const word = halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^单位[:：]?/, '');
  return unitOf(word) !== null ? word !== '' : COUNTED.test(word);
}

const BRACKETS = /[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]/g;
const UNIT_LABEL =
  /(?:金额|货币|计量|数据|计价)?(?:单位|單位|units?)\s*(?:为|:|：|is|in)?\s*[:：]?\s*([^\s,，;；。()（）、|]{1,8})/i;

/** The unit that a header states: in brackets, after a comma or slash, or at its end without any. */
export function headerUnit(header: string): Unit | null {
  const text = halfWidth(header);
  for (const match of text.matchAll(BRACKETS)) {
    const inside = (match[1] ?? '').replace(/^(?:单位|unit)\s*[:：]?/i, '');
    for (const word of inside.split(/[,，、;；:：]/)) {
      const unit = unitOf(word);
      if (unit !== null && word.trim() !== '') return unit;
    }
  }
  const lines = text.split(/[|\n/,，:：]/);
  for (const line of lines.slice(1)) {
    const unit = unitOf(line);
    if (unit !== null && line.trim() !== '') return unit;
  }
  const label = UNIT_LABEL.exec(text)?.[1];
  if (label !== undefined) {
    const unit = unitOf(label);
    if (unit !== null) return unit;
  }
  const tail = /(亿元|百万元|千万元|万元|千元|元|%|‰)\s*$/.exec(text)?.[1];
  return tail === undefined ? null : unitOf(tail);
}

/** The unit that a title or a line above the table states for all its money: "单位：万元", "(in thousands)". */
export function titleUnit(title: string): Unit | null {
  const text = halfWidth(title);
  const label = UNIT_LABEL.exec(text)?.[1];
  if (label !== undefined) {
    const first = /^(?:亿元|百万元|千万元|万元|千元|百元|元|万|亿|角|分|rmb|yuan|thousand|million|k)/i.exec(
      label,
    )?.[0];
    const unit = unitOf(first ?? label);
    if (unit !== null) return unit;
  }
  for (const match of text.matchAll(BRACKETS)) {
    const unit = unitOf((match[1] ?? '').replace(/^in\s+/i, ''));
    if (unit?.money === true && (match[1] ?? '').trim() !== '') return unit;
  }
  return null;
}

/** A number times a power of ten, exactly as the decimal that the number's shortest text says. */
export function scaled(value: number, exponent: number): number {
  if (exponent === 0 || value === 0) return value;
  const text = String(value);
  if (!text.includes('e')) return Number(`${text}e${exponent}`);
  const [mantissa = '0', power = '0'] = text.split('e');
  return Number(`${mantissa}e${Number(power) + exponent}`);
}
