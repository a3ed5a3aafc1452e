import type { PlanCell } from './types';

/** Between key and fingerprint in a row's mark; the last one counts, so a key may contain it. */
const JOINT = '·';

export interface Mark {
  readonly key: string;
  readonly fingerprint: string;
}

/** What stands in a row's mark cell, e.g. 'DD2024001·1k3f9a0x'. */
export function markText(mark: Mark): string {
  return mark.key + JOINT + mark.fingerprint;
}

/** The mark in a cell; null where a person typed something else or nothing. */
export function parseMark(cell: PlanCell | undefined): Mark | null {
  if (typeof cell !== 'string') return null;
  const joint = cell.lastIndexOf(JOINT);
  const fingerprint = cell.slice(joint + 1);
  return joint > 0 && /^[0-9a-z]+$/.test(fingerprint) ? { key: cell.slice(0, joint), fingerprint } : null;
}

/**
 * A cell as a comparison sees it: equal texts mean equal content. Blank and '' are the same, so are a number and its
 * text, and the line ends that Excel rewrites; a formula equals only itself.
 */
export function cellContent(cell: PlanCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  if (typeof cell === 'number') {
    return String(Number.isSafeInteger(cell) ? cell : Number(cell.toPrecision(15)));
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return `\u0001${cell.formula}`;
}

/** A short hash (53 bits) of a row's cells, each with its column's id; blank cells add nothing, so a new column changes no row. */
export function fingerprint(ids: readonly string[], cells: readonly (PlanCell | undefined)[]): string {
  const hash = new Hash();
  ids.forEach((id, index) => {
    const content = cellContent(cells[index]);
    if (content === '') return;
    hash.add(id);
    hash.add(content);
  });
  return hash.text();
}

class Hash {
  private a = 0x811c9dc5;
  private b = 0x2f0b4c47;

  add(text: string): void {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
    }
    // Ends the text, so that content can't move over to its neighbour unseen.
    this.a = Math.imul(a ^ 0x1ffff, 0x01000193);
    this.b = Math.imul(b ^ 0x1ffff, 0x5bd1e995) ^ (b >>> 13);
  }

  text(): string {
    const a = Math.imul(this.a ^ (this.a >>> 16), 0x85ebca6b);
    const b = Math.imul(this.b ^ (this.b >>> 16), 0xc2b2ae35);
    const high = (b ^ (b >>> 13)) & 0x1fffff;
    // Two short numbers: digits of a number above 32 bits come much slower.
    return high.toString(36) + ((a ^ (a >>> 13)) >>> 0).toString(36).padStart(7, '0');
  }
}
