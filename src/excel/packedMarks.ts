import { ROWS_A_STEP, type Steps } from '../domain/drain';
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
export function* packMarks(marks: readonly string[]): Steps<string> {
  let packed = '';
  for (const [index, text] of marks.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const mark = parseMark(text);
    if (mark) packed += shortKey(mark.key) + mark.fingerprint.padEnd(PRINT, '.');
  }
  return packed;
}

/** The remembered marks of those rows that the plan has; of others nothing need be known. */
export function* unpackMarks(packed: string, keys: readonly string[]): Steps<string[]> {
  const prints = new Map<string, string>();
  for (let at = 0; at + ENTRY <= packed.length; at += ENTRY) {
    if (at % (ENTRY * ROWS_A_STEP) === 0) yield;
    const print = packed.slice(at + KEY, at + ENTRY);
    prints.set(packed.slice(at, at + KEY), print.replace(/\.+$/, ''));
  }
  const marks: string[] = [];
  for (const [index, key] of keys.entries()) {
    if (index % ROWS_A_STEP === 0) yield;
    const print = prints.get(shortKey(key));
    if (print !== undefined) marks.push(markText({ key, fingerprint: print }));
  }
  return marks;
}
