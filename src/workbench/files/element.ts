import { escapeXml } from './xml';

/** An element as text; attributes without a value are left out. */
export function element(
  name: string,
  attributes: readonly (readonly [string, string | number | undefined])[],
  inner = '',
): string {
  const text = attributes
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? value : escapeXml(value ?? '')}"`)
    .join('');
  return inner === '' ? `<${name}${text}/>` : `<${name}${text}>${inner}</${name}>`;
}

/** A list with its count; '' when there is nothing in it. */
export function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
