import type { Breathe } from '../turns';
import { FileError } from './errors';
import type { FileLimits } from './limits';
import { escapeXml, parseXml } from './xml';
import { pack, startPacker } from './pack';
import type { ZipEntry } from './zip';
import { deflated, readZip, unpack, writeZip } from './zip';

/** The parts of an Office file, their relationships and content types (Open Packaging Conventions). */

export interface Relationship {
  readonly id: string;
  /** The last word of its type: "worksheet", "drawing", … the same in strict and transitional files. */
  readonly type: string;
  readonly fullType: string;
  /** Part that it leads to, or an address outside. */
  readonly target: string;
  readonly external: boolean;
}

/** A long part that is packed while it is written. */
export interface PartInPieces {
  add(piece: Uint8Array): void;
  /** Resolves once what was added is packed: more need not lie in memory. */
  caughtUp(): Promise<void>;
  finish(): Promise<void>;
  /** Ends the packing, finished or not. */
  abandon(): void;
}

export class OfficePackage {
  /** Parts that were set: packed only when all is written. */
  private readonly edited = new Map<string, string | Uint8Array>();
  /** Names in small letters: parts are named without regard to case. */
  private readonly byLowerCase = new Map<string, string>();

  private constructor(
    private readonly entries: Map<string, ZipEntry>,
    private readonly limits: FileLimits,
  ) {
    for (const name of entries.keys()) this.byLowerCase.set(name.toLowerCase(), name);
  }

  static open(bytes: Uint8Array, limits: FileLimits): OfficePackage {
    return new OfficePackage(readZip(bytes, limits), limits);
  }

  has(part: string): boolean {
    return this.byLowerCase.has(part.toLowerCase());
  }

  names(): string[] {
    return [...this.byLowerCase.values()];
  }

  bytes(part: string): Uint8Array {
    const name = this.byLowerCase.get(part.toLowerCase()) ?? part;
    const edited = this.edited.get(name);
    if (edited !== undefined) return typeof edited === 'string' ? new TextEncoder().encode(edited) : edited;
    const entry = this.entries.get(name);
    if (entry === undefined) throw new FileError('corrupt', { what: part });
    return unpack(entry, this.limits);
  }

  text(part: string): string {
    const edited = this.edited.get(this.byLowerCase.get(part.toLowerCase()) ?? part);
    if (typeof edited === 'string') return edited;
    const bytes = this.bytes(part);
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  }

  /** Adds a part or replaces one. */
  set(part: string, content: string | Uint8Array): void {
    const name = this.byLowerCase.get(part.toLowerCase()) ?? part;
    this.edited.set(name, content);
    this.byLowerCase.set(name.toLowerCase(), name);
  }

  /** Begins a part whose bytes come piece by piece; it stands once it is finished. */
  begin(part: string): PartInPieces {
    const name = this.byLowerCase.get(part.toLowerCase()) ?? part;
    const packer = startPacker();
    return {
      add: (piece) => packer.add(piece),
      caughtUp: () => packer.caughtUp(),
      finish: async () => {
        this.entries.set(name, { name, method: deflated, ...(await packer.finish()) });
        this.edited.delete(name);
        this.byLowerCase.set(name.toLowerCase(), name);
      },
      abandon: () => packer.abandon(),
    };
  }

  delete(part: string): void {
    const name = this.byLowerCase.get(part.toLowerCase());
    if (name === undefined) return;
    this.entries.delete(name);
    this.edited.delete(name);
    this.byLowerCase.delete(part.toLowerCase());
  }

  /** Relationships of a part; of the package itself for ''. */
  relationships(part: string): Relationship[] {
    const path = relationshipsPart(part);
    if (!this.has(path)) return [];
    return parseXml(this.text(path))
      .children.filter((element) => element.name === 'Relationship')
      .map(({ attributes }) => {
        const external = attributes['TargetMode'] === 'External';
        const target = attributes['Target'] ?? '';
        const fullType = attributes['Type'] ?? '';
        return {
          id: attributes['Id'] ?? '',
          type: fullType.slice(fullType.lastIndexOf('/') + 1),
          fullType,
          target: external ? target : resolvePart(part, target),
          external,
        };
      });
  }

  /** Adds a relationship from a part to another (or to an address outside) and answers with its id. */
  relate(part: string, type: string, target: string, external = false): string {
    const path = relationshipsPart(part);
    const existing = this.relationships(part);
    const known = existing.find(
      (link) => link.fullType === type && link.target === target && link.external === external,
    );
    if (known !== undefined) return known.id;
    const ids = new Set(existing.map(({ id }) => id));
    let number = existing.length + 1;
    while (ids.has(`rId${number}`)) number++;
    const written = external ? target : `/${target}`;
    const mode = external ? ' TargetMode="External"' : '';
    const item = `<Relationship Id="rId${number}" Type="${type}" Target="${escapeXml(written)}"${mode}/>`;
    const text = this.has(path) ? this.text(path) : '';
    this.set(path, withItem(text, item));
    return `rId${number}`;
  }

  /** Takes a relationship away. */
  unrelate(part: string, id: string): void {
    const path = relationshipsPart(part);
    if (!this.has(path)) return;
    const text = this.text(path);
    const element = parseXml(text).children.find(({ attributes }) => attributes['Id'] === id);
    if (element !== undefined) this.set(path, text.slice(0, element.start) + text.slice(element.end));
  }

  /** States what kind of content a part has. */
  declare(part: string, contentType: string): void {
    const path = '[Content_Types].xml';
    const text = this.text(path);
    const name = `/${part}`;
    const known = parseXml(text).children.find(
      ({ attributes }) => attributes['PartName']?.toLowerCase() === name.toLowerCase(),
    );
    if (known?.attributes['ContentType'] === contentType) return;
    const rest = known === undefined ? text : text.slice(0, known.start) + text.slice(known.end);
    const item = `<Override PartName="${escapeXml(name)}" ContentType="${contentType}"/>`;
    this.set(
      path,
      rest.replace(/<\/(\w+:)?Types>\s*$/, (end) => item + end),
    );
  }

  /** Takes a part away, with its relationships and its declaration. */
  remove(part: string): void {
    this.delete(part);
    this.delete(relationshipsPart(part));
    const path = '[Content_Types].xml';
    const text = this.text(path);
    const known = parseXml(text).children.find(
      ({ attributes }) => attributes['PartName']?.toLowerCase() === `/${part}`.toLowerCase(),
    );
    if (known !== undefined) this.set(path, text.slice(0, known.start) + text.slice(known.end));
  }

  /** A name that no part has yet: "xl/charts/chart#.xml" with the next number for '#'. */
  freePart(pattern: string): string {
    for (let number = 1; ; number++) {
      const part = pattern.replace('#', String(number));
      if (!this.has(part)) return part;
    }
  }

  async write(breathe: Breathe): Promise<Uint8Array> {
    const entries = new Map(this.entries);
    for (const name of this.edited.keys()) {
      await breathe();
      const bytes = this.bytes(name);
      await breathe();
      entries.set(name, await pack(name, bytes, breathe));
    }
    // The content types come first, as readers that stream expect.
    const types = entries.get('[Content_Types].xml');
    entries.delete('[Content_Types].xml');
    return writeZip(types === undefined ? entries.values() : [types, ...entries.values()]);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** "xl/worksheets/sheet1.xml" → "xl/worksheets/_rels/sheet1.xml.rels" */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A target as seen from a part. */
export function resolvePart(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const relationshipsSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';

function withItem(text: string, item: string): string {
  const start = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationshipsSpace}">`;
  if (text === '' || /<(\w+:)?Relationships\b[^>]*\/>/.test(text)) return `${start}${item}</Relationships>`;
  const prefix = /<(\w+:)Relationships\b/.exec(text)?.[1];
  const spaced =
    prefix === undefined
      ? item
      : item.replace('<Relationship', `<Relationship xmlns="${relationshipsSpace}"`);
  return text.replace(/<\/(\w+:)?Relationships>\s*$/, (end) => spaced + end);
}
