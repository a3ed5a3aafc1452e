import type { XmlElement } from './xml';
import { escapeXml, parseXml } from './xml';

/** A part whose main namespace has no prefix: elements can then be added as they are. */
export function withoutPrefix(xml: string): string {
  const prefix = /<(\w+):(?:worksheet|workbook)\b/.exec(xml.slice(0, 2000))?.[1];
  if (prefix === undefined) return xml;
  return xml
    .replaceAll(`<${prefix}:`, '<')
    .replaceAll(`</${prefix}:`, '</')
    .replace(`xmlns:${prefix}=`, 'xmlns=');
}

/**
 * The part with some of its top elements replaced: '' takes one away. Elements come in the order that the format
 * demands; what is not replaced stays as it stands.
 */
export function replaceElements(
  xml: string,
  replacements: ReadonlyMap<string, string>,
  order: readonly string[],
  skip?: string,
): string {
  const root = parseXml(xml, skip);
  const pending = [...replacements].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  let inner = '';
  const writeBefore = (place: number): void => {
    while (pending[0] !== undefined && order.indexOf(pending[0][0]) < place)
      inner += pending.shift()?.[1] ?? '';
  };
  for (const element of root.children) {
    const place = order.indexOf(element.name);
    if (place >= 0) writeBefore(place);
    if (pending[0]?.[0] === element.name) inner += pending.shift()?.[1] ?? '';
    if (!replacements.has(element.name)) inner += xml.slice(element.start, element.end);
  }
  writeBefore(order.length);
  return rebuilt(xml, root, inner);
}

/** An element (the root of its text) with another content. */
export function rebuilt(xml: string, element: XmlElement, inner: string): string {
  const tag = xml.slice(element.start, element.innerStart).replace(/\s*\/>$/, '>');
  const name = /^<([\w:.-]+)/.exec(tag)?.[1] ?? element.name;
  return `${xml.slice(0, element.start)}${tag}${inner}</${name}>`;
}

/** A tag with attributes set; undefined takes one away. */
export function withAttributes(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
): string {
  let text = tag;
  for (const [name, value] of Object.entries(attributes)) {
    text = text.replace(new RegExp(`\\s${name}="[^"]*"`), '');
    if (value === undefined) continue;
    const end = /\s*\/?>$/.exec(text)?.index ?? text.length;
    text = `${text.slice(0, end)} ${name}="${escapeXml(value)}"${text.slice(end).trimStart()}`;
  }
  return text;
}
