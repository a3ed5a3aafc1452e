import { parseXml } from './xml';
import { encodeCellText } from './xml';
import { readSharedStrings } from './shared-strings';

/** The shared strings of a file that is being saved: new texts go after those that are there. */
export class StringTable {
  private readonly numbers = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly count: number;

  constructor(private readonly original: string | null) {
    const { texts, rich } =
      original === null ? { texts: [], rich: new Set<number>() } : readSharedStrings(original);
    this.count = texts.length;
    texts.forEach((text, index) => {
      // A text with formats inside is not a plain text's.
      if (!rich.has(index) && !this.numbers.has(text)) this.numbers.set(text, index);
    });
  }

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.count + this.added.length;
    this.numbers.set(text, number);
    this.added.push(text);
    return number;
  }

  get changed(): boolean {
    return this.added.length > 0;
  }

  toString(): string {
    const total = this.count + this.added.length;
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    const chunks: string[] = [];
    for (const text of this.added) {
      const preserve = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      chunks.push(`<si><t${preserve}>${encodeCellText(text)}</t></si>`);
    }
    const items = chunks.join('');
    const space = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    if (this.original === null) return `${head}<sst xmlns="${space}" uniqueCount="${total}">${items}</sst>`;
    const root = parseXml(this.original, 'sst');
    const tag = this.original
      .slice(root.start, root.innerStart)
      .replace(/\s(count|uniqueCount)="\d*"/g, '')
      .replace(/\s*\/?>$/, ` uniqueCount="${total}">`);
    const prefix = /^<(\w+:)/.exec(tag)?.[1];
    const spaced = prefix === undefined ? items : items.replaceAll(/<(\/?)(si|t)\b/g, `<$1${prefix}$2`);
    const name = /^<([\w:]+)/.exec(tag)?.[1] ?? 'sst';
    return `${this.original.slice(0, root.start)}${tag}${this.original.slice(root.innerStart, root.innerEnd)}${spaced}</${name}>`;
  }
}
