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

export function fromPart(xml: string): PartContent {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  if (root.localName !== 'daybook') return { kind: 'damaged' };
  const version = Number(root.getAttribute('version'));
  if (version > VERSION) return { kind: 'newer' };
  if (version !== VERSION) return { kind: 'damaged' };
  try {
    return { kind: 'read', value: JSON.parse(root.textContent ?? '') as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'damaged' };
    throw error;
  }
}
