import { FileError } from './errors';

/**
 * Small XML reading for the parts of a workbook. Positions in the source are kept, so that a part can be changed in
 * one place and stays as it was everywhere else. Document type definitions are refused: no workbook needs one, and
 * that is where entity bombs live.
 */

/** Walks from tag to tag. The fields describe the tag found last; names come without their prefix. */
export class TagScanner {
  name = '';
  closing = false;
  selfClosing = false;
  start = 0;
  end = 0;
  private attributesFrom = 0;
  private tag: string | null = null;

  constructor(
    readonly text: string,
    position = 0,
    private readonly limit = text.length,
  ) {
    this.end = position;
  }

  next(): boolean {
    const text = this.text;
    for (;;) {
      const start = text.indexOf('<', this.end);
      if (start < 0 || start >= this.limit) return false;
      const code = text.charCodeAt(start + 1);
      if (code === 33 || code === 63) {
        this.end = this.skipSpecial(start);
        continue;
      }
      this.start = start;
      this.closing = code === 47;
      this.readTag(this.closing ? start + 2 : start + 1);
      return true;
    }
  }

  private skipSpecial(start: number): number {
    const text = this.text;
    if (text.startsWith('<!--', start)) return after(text, '-->', start);
    if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start);
    if (text.startsWith('<?', start)) return after(text, '?>', start);
    throw new FileError('xml-bomb');
  }

  private readTag(from: number): void {
    const text = this.text;
    let position = from;
    let nameStart = from;
    let nameEnd = -1;
    let quote = 0;
    for (; ; position++) {
      const code = text.charCodeAt(position);
      if (code !== code) throw new FileError('corrupt', { what: 'xml' });
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === 34 || code === 39) {
        quote = code;
      } else if (code === 62) {
        break;
      } else if (nameEnd < 0) {
        if (code === 58) nameStart = position + 1;
        else if (code <= 32 || code === 47) nameEnd = position;
      }
    }
    this.selfClosing = text.charCodeAt(position - 1) === 47;
    if (nameEnd < 0) nameEnd = this.selfClosing ? position - 1 : position;
    this.name = text.slice(nameStart, nameEnd);
    this.attributesFrom = nameEnd;
    this.tag = null;
    this.end = position + 1;
  }

  /** An attribute of this tag by its full name ("r", "r:id"), decoded. */
  attribute(name: string): string | undefined {
    const tag = (this.tag ??= this.text.slice(this.attributesFrom, this.end));
    for (let from = 0; ;) {
      const at = tag.indexOf(name, from);
      if (at < 0) return undefined;
      from = at + name.length;
      if (tag.charCodeAt(at - 1) > 32) continue;
      let position = from;
      while (tag.charCodeAt(position) <= 32) position++;
      if (tag.charCodeAt(position) !== 61) continue;
      do position++;
      while (tag.charCodeAt(position) <= 32);
      const quote = tag.charAt(position);
      if (quote !== '"' && quote !== "'") continue;
      return decodeEntities(tag.slice(position + 1, tag.indexOf(quote, position + 1)));
    }
  }

  attributes(): Record<string, string> {
    const found: Record<string, string> = Object.create(null) as Record<string, string>;
    const source = this.text.slice(this.attributesFrom, this.end);
    for (const match of source.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      found[match[1] ?? ''] = decodeEntities(match[2] ?? match[3] ?? '');
    }
    return found;
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new FileError('corrupt', { what: 'xml' });
  return at + mark.length;
}

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, decoded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the content stands; both equal `end` in an element without content. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlElement[] };

/** The tree of a (small) part. `skip` names elements whose content is left out, such as a sheet's cells. */
export function parseXml(text: string, skip?: string): XmlElement {
  const scanner = new TagScanner(text);
  const root: Open = {
    name: '',
    attributes: {},
    children: [],
    text: '',
    start: 0,
    end: text.length,
    innerStart: 0,
    innerEnd: text.length,
  };
  const path: Open[] = [root];
  while (scanner.next()) {
    const parent = path[path.length - 1] ?? root;
    if (scanner.closing) {
      if (path.length > 1) {
        if (parent.children.length === 0)
          parent.text = decodeText(text.slice(parent.innerStart, scanner.start));
        parent.innerEnd = scanner.start;
        parent.end = scanner.end;
        path.pop();
      }
      continue;
    }
    const element: Open = {
      name: scanner.name,
      attributes: scanner.attributes(),
      children: [],
      text: '',
      start: scanner.start,
      end: scanner.end,
      innerStart: scanner.end,
      innerEnd: scanner.end,
    };
    parent.children.push(element);
    if (scanner.selfClosing) continue;
    path.push(element);
    if (path.length > 200) throw new FileError('corrupt', { what: 'xml' });
    if (scanner.name === skip) {
      const closing = text.slice(scanner.start + 1, scanner.end).match(/^[^\s>]+/)?.[0] ?? skip;
      const close = text.indexOf(`</${closing}`, scanner.end);
      if (close < 0) throw new FileError('corrupt', { what: 'xml' });
      scanner.end = close;
    }
  }
  const first = root.children[0];
  if (first === undefined) throw new FileError('corrupt', { what: 'xml' });
  return first;
}

/** First child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** All elements of a name at any depth, in their order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const candidate of element.children) {
    if (candidate.name === name) found.push(candidate);
    found.push(...descendants(candidate, name));
  }
  return found;
}

/** An attribute as the schema's boolean. */
export function flag(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';
}

export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return entities[name] ?? whole;
  });
}

/** Text content: entities, and CDATA sections as they stand. */
export function decodeText(text: string): string {
  if (!text.includes('<![CDATA[')) return decodeEntities(text);
  return text
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((piece, index) => (index % 2 === 1 ? piece : decodeEntities(piece)))
    .join('');
}

/** Cell texts write characters that XML can't hold as _xHHHH_. */
export function decodeCellText(text: string): string {
  const decoded = decodeText(text);
  if (!decoded.includes('_x')) return decoded;
  return decoded.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function encodeCellText(text: string): string {
  const escaped = text.replace(/_x([0-9a-f]{4})_/gi, '_x005F_x$1_');
  return escapeText(escaped).replace(
    // eslint-disable-next-line no-control-regex -- these are the characters that XML can't hold
    /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** For the content of an element, where quotes may stand. */
export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
