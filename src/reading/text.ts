import type { GridValue } from './grid';
import { simplified } from './lexicon/traditional';

const EDGE_SPACE = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g;
const FULL_WIDTH = /[\uff01-\uff5e\u3000\u00a0]/;

/** Full-width letters, digits and signs (and wide spaces) as their half-width twins; everything else untouched. */
export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  let out = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0) out += ' ';
    else out += char;
  }
  return out;
}

function needsTrim(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x3000);
}

/** Spaces at both ends removed, also the wide and the invisible ones. */
export function trimmed(text: string): string {
  if (text === '') return text;
  if (!needsTrim(text.charCodeAt(0)) && !needsTrim(text.charCodeAt(text.length - 1))) return text;
  return text.replace(EDGE_SPACE, '');
}

export function isBlank(value: GridValue | undefined): boolean {
  return value === undefined || value === '' || (typeof value === 'string' && trimmed(value) === '');
}

const ERROR_TEXT =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 && ERROR_TEXT.test(text);
}

const PLACEHOLDER =
  /^(?:[-‐‑–—―－_/\\.。·*?？×]{1,6}|无|暂无|空|未填|n\/?a\.?|null|'null|none|nil|nan|undefined)$/i;

/** A text that people type where they have nothing to say. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 9 && PLACEHOLDER.test(text);
}

/** Signs that stand for the value above. */
const DITTO = /^(?:同上|同前|同左上|上同|〃|″|"|''|”|“|,,|々|ditto|do\.|same as above)$/i;

export function isDitto(text: string): boolean {
  return text.length <= 14 && DITTO.test(text);
}

export function isChinese(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}

/** A header or label for comparison: simplified, half-width, lower case, without spaces and punctuation. */
export function wordKey(text: string): string {
  return simplified(halfWidth(text.normalize('NFKC')))
    .toLowerCase()
    .replace(/[\s\u200b\u2060\ufeff_\-–—.,，。、:：;；·*'"“”‘’!！?？~～`^|]+/g, '');
}

/** The key by which spellings of one name meet: width, brackets, spaces and empty brackets do not tell names apart. */
export function nameKey(text: string): string {
  return halfWidth(text.normalize('NFKC'))
    .replace(/\(\s*\)|\[\s*\]|【\s*】/g, '')
    .replace(/[【[]/g, '(')
    .replace(/[】\]]/g, ')')
    .replace(/([\u3400-\u9fff)(])\s+(?=[\u3400-\u9fff)(])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
