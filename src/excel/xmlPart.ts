/** A value as a custom XML part carries it: one element in our namespace, JSON inside. */

const VERSION = 1;

export type PartContent =
  | { readonly kind: 'read'; readonly value: unknown }
  /** Written by a later version of Daybook: not ours to change. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Characters that XML 1.0 can't carry, or that an XML parser would rewrite. */
const UNSAFE =
  /[\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function toPart(namespace: string, value: unknown): string {
  const json = JSON.stringify(value)
    .replace(UNSAFE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<daybook xmlns="${namespace}" version="${VERSION}">${json}</daybook>`;
}

const ELEMENT = /<(?:[\w.-]+:)?daybook\b([^>]*)>([^<]*)<\/(?:[\w.-]+:)?daybook\s*>/;
const ENTITY = /&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, name?: string) =>
    name ? named[name.toLowerCase()]! : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}

/** Reads a part back. Our element holds text only, so no XML parser is needed, and this runs where there is none. */
export function fromPart(xml: string): PartContent {
  const element = ELEMENT.exec(xml);
  if (!element) return { kind: 'damaged' };
  const version = Number(/\bversion\s*=\s*["'](\d+)["']/.exec(element[1]!)?.[1]);
  if (version > VERSION) return { kind: 'newer' };
  if (version !== VERSION) return { kind: 'damaged' };
  try {
    return { kind: 'read', value: JSON.parse(decoded(element[2]!)) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return { kind: 'damaged' };
    throw error;
  }
}
