/** Signs that part names for certain; a comma does so only between shares, for it also stands within names. */
const BETWEEN = /[、/／;；&＆+＋\n]+/;
const COMMAS = /[、/／;；&＆+＋\n,，]+|(?<=[%％成])\s*(?=\p{L})/u;
/** Every name begins with one; 007, =1+1 and 24/7 are none. */
const LETTER = /^\p{L}/u;
const SHARE = /^(.+?)[\s:：(（]*(\d+(?:\.\d+)?)\s*([%％成])\s*[)）]?$/u;

export interface Sharer {
  readonly name: string;
  /** A fraction; null where the cell does not say it. */
  readonly share: number | null;
}

/**
 * The people whom a cell names: 张三60%、李四40%. One alone where it names one.
 * @example sharersOf('张三 60%, 李四 40%') //=> [{ name: '张三', share: 0.6 }, { name: '李四', share: 0.4 }]
 * @example sharersOf('张三/李四') //=> [{ name: '张三', share: null }, { name: '李四', share: null }]
 * @example sharersOf('Smith, John') //=> [{ name: 'Smith, John', share: null }]
 */
export function sharersOf(cell: string): readonly Sharer[] {
  const shared = parts(cell, COMMAS).map(sharerOf);
  if (shared.length > 1 && shared.every(({ share }) => share !== null)) return shared;
  const named = parts(cell, BETWEEN).map(sharerOf);
  const people = named.length > 1 && named.every(({ name }) => LETTER.test(name));
  return people ? named : [{ name: cell.trim(), share: null }];
}

function parts(cell: string, between: RegExp): string[] {
  return cell.split(between).flatMap((part) => part.trim() || []);
}

function sharerOf(part: string): Sharer {
  const [, name, figure, unit] = SHARE.exec(part) ?? [];
  if (name === undefined) return { name: part, share: null };
  // The digits as they are written: 33.3% is 0.333 and no float beside it.
  return { name: name.trim(), share: Number(`${figure}e${unit === '成' ? -1 : -2}`) };
}
