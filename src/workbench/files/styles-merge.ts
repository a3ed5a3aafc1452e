import { child, escapeXml, numberOf, parseXml } from './xml';
import type { XmlElement } from './xml';

/**
 * Adds formats to a styles part: what is there keeps its number, what is new goes to the end, what is equal to
 * something there takes its number.
 */
export class StylesPart {
  private readonly root: XmlElement;
  private readonly lists = new Map<
    ListName,
    { readonly items: string[]; readonly numbers: Map<string, number> }
  >();
  private readonly space: string;

  constructor(private readonly xml: string) {
    this.root = parseXml(xml);
    const tag = xml.slice(this.root.start, this.root.innerStart);
    const prefix = /^<(\w+):/.exec(tag)?.[1];
    // Where the part writes prefixes, what is added states its namespace itself.
    this.space = prefix === undefined ? '' : ` xmlns="${this.root.attributes[`xmlns:${prefix}`] ?? ''}"`;
    for (const name of listNames) {
      const items = (child(this.root, name)?.children ?? []).map(({ start, end }) => xml.slice(start, end));
      this.lists.set(name, { items, numbers: new Map(items.map((item, index) => [item, index])) });
    }
  }

  /** Name and size of the first font: that of cells without a font of their own. */
  get baseFont(): { readonly name: string; readonly size: number } {
    const font = child(this.root, 'fonts')?.children[0];
    return {
      name: child(font, 'name')?.attributes['val'] ?? 'Calibri',
      size: numberOf(child(font, 'sz')?.attributes['val']) ?? 11,
    };
  }

  /** Takes over the formats of hucre's styles part. Answers with the numbers that they have here, by the given order. */
  add(made: MadeFormats): { readonly formats: number[]; readonly rules: number[] } {
    const from = new MadeStyles(made.styles);
    // The first ones stand for "none of its own", here as there.
    const fonts = from.items('fonts').map((font, index) => (index === 0 ? 0 : this.put('fonts', font)));
    const fills = from.items('fills').map((fill, index) => (index < 2 ? index : this.put('fills', fill)));
    const borders = from
      .items('borders')
      .map((border, index) => (index === 0 ? 0 : this.put('borders', border)));
    const formats = from.formats.map(({ attributes, inner }) => {
      const number = (list: readonly number[], name: string): number =>
        list[Number(attributes[name] ?? 0)] ?? 0;
      const ids = {
        numFmtId: this.numberFormat(from.codes.get(attributes['numFmtId'] ?? '0')),
        fontId: number(fonts, 'fontId'),
        fillId: number(fills, 'fillId'),
        borderId: number(borders, 'borderId'),
        xfId: 0,
      };
      const applied = Object.entries(attributes).filter(([name]) => name.startsWith('apply'));
      return { attributes: [...Object.entries(ids), ...applied], inner };
    });
    const rules = from.items('dxfs').map((rule) => this.put('dxfs', rule));
    return {
      formats: made.formats.map(({ number, quotePrefix }) => {
        const format = formats[number];
        if (format === undefined) throw new Error(`The format ${number} is missing.`);
        const attributes = [...format.attributes, ...(quotePrefix ? [['quotePrefix', 1] as const] : [])];
        const text = attributes.map(([name, value]) => `${name}="${value}"`).join(' ');
        return this.put(
          'cellXfs',
          format.inner === '' ? `<xf ${text}/>` : `<xf ${text}>${format.inner}</xf>`,
        );
      }),
      rules: made.rules.map((number) => rules[number] ?? 0),
    };
  }

  private put(name: ListName, item: string): number {
    const list = this.lists.get(name);
    if (list === undefined) throw new Error(`No list ${name}.`);
    const known = list.numbers.get(item);
    if (known !== undefined) return known;
    const spaced = this.space === '' ? item : item.replace(/^<(\w+)/, `<$1${this.space}`);
    const number = list.items.push(spaced) - 1;
    list.numbers.set(item, number);
    return number;
  }

  private numberFormat(code: string | undefined): number {
    if (code === undefined) return 0;
    const built = builtInFormats[code];
    if (built !== undefined) return built;
    let highest = 163;
    for (const item of this.lists.get('numFmts')?.items ?? []) {
      const { attributes } = parseXml(item);
      const id = numberOf(attributes['numFmtId']) ?? 0;
      if (attributes['formatCode'] === code) return id;
      highest = Math.max(highest, id);
    }
    this.put('numFmts', `<numFmt numFmtId="${highest + 1}" formatCode="${escapeXml(code)}"/>`);
    return highest + 1;
  }

  toString(): string {
    let text = '';
    let position = this.root.innerStart;
    const written = new Set<ListName>();
    const write = (name: ListName): string => {
      written.add(name);
      const { items = [] } = this.lists.get(name) ?? {};
      return items.length === 0
        ? ''
        : `<${name}${this.space} count="${items.length}">${items.join('')}</${name}>`;
    };
    for (const element of this.root.children) {
      // Lists come in a fixed order: one that was not there goes before the first that follows it.
      const place = partOrder.indexOf(element.name);
      for (const name of listNames) {
        if (!written.has(name) && place > partOrder.indexOf(name)) text += write(name);
      }
      text += this.xml.slice(position, element.start);
      const own = listNames.find((name) => name === element.name);
      if (own === undefined) text += this.xml.slice(element.start, element.end);
      else if (!written.has(own)) text += write(own);
      position = element.end;
    }
    for (const name of listNames) if (!written.has(name)) text += write(name);
    return this.xml.slice(0, this.root.innerStart) + text + this.xml.slice(position);
  }
}

/** A styles part that hucre wrote, and the numbers of the formats in it that are wanted. */
export interface MadeFormats {
  readonly styles: string;
  readonly formats: readonly { readonly number: number; readonly quotePrefix: boolean }[];
  readonly rules: readonly number[];
}

type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

const listNames: readonly ListName[] = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];

const partOrder = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** hucre's own part, taken apart. */
class MadeStyles {
  private readonly root: XmlElement;
  readonly codes: ReadonlyMap<string, string>;

  constructor(private readonly xml: string) {
    this.root = parseXml(xml);
    this.codes = new Map(
      (child(this.root, 'numFmts')?.children ?? []).map(({ attributes }) => [
        attributes['numFmtId'] ?? '',
        attributes['formatCode'] ?? '',
      ]),
    );
  }

  items(name: ListName): string[] {
    return (child(this.root, name)?.children ?? []).map(({ start, end }) => this.xml.slice(start, end));
  }

  get formats(): { readonly attributes: Readonly<Record<string, string>>; readonly inner: string }[] {
    return (child(this.root, 'cellXfs')?.children ?? []).map(({ attributes, innerStart, innerEnd }) => ({
      attributes,
      inner: this.xml.slice(innerStart, innerEnd),
    }));
  }
}

/** Formats with a number of their own in every file; dates among them follow the reader's region. */
const builtInFormats: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '0.00E+00': 11,
  '# ?/?': 12,
  '# ??/??': 13,
  'm/d/yyyy': 14,
  'd-mmm-yy': 15,
  'd-mmm': 16,
  'mmm-yy': 17,
  'h:mm AM/PM': 18,
  'h:mm:ss AM/PM': 19,
  'h:mm': 20,
  'h:mm:ss': 21,
  'm/d/yyyy h:mm': 22,
  'mm:ss': 45,
  '[h]:mm:ss': 46,
  'mmss.0': 47,
  '##0.0E+0': 48,
  '@': 49,
};
