import { fingerprint, markText, parseMark } from '../plan/fingerprint';

/** Per row: so many characters for its key, so many for what its cells said. */
const KEY = 7;
const PRINT = 12;
const ENTRY = KEY + PRINT;

function shortKey(key: string): string {
  return fingerprint(['key'], [key]).slice(-KEY);
}

/**
 * Row marks as they are remembered in the workbook: long keys of 50,000 rows would not fit, and only their equality
 * matters. A key that meets another's short form is told as returned instead of added, no more.
 */
export function packMarks(marks: readonly string[]): string {
  return marks
    .map((text) => {
      const mark = parseMark(text);
      return mark ? shortKey(mark.key) + mark.fingerprint.padEnd(PRINT, '.') : '';
    })
    .join('');
}

/** The remembered marks of those rows that the plan has; of others nothing need be known. */
export function unpackMarks(packed: string, keys: readonly string[]): string[] {
  const prints = new Map<string, string>();
  for (let at = 0; at + ENTRY <= packed.length; at += ENTRY) {
    const print = packed.slice(at + KEY, at + ENTRY);
    prints.set(packed.slice(at, at + KEY), print.replace(/\.+$/, ''));
  }
  return keys.flatMap((key) => {
    const print = prints.get(shortKey(key));
    return print === undefined ? [] : [markText({ key, fingerprint: print })];
  });
}
