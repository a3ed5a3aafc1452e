import type { FileContents, SheetContents } from './contents';
import type { HucreParts } from './hucre-read';
import type { OfficePackage } from './package';
import { childrenOf, child, parseXml } from './xml';
import type { XmlElement } from './xml';

/** What a workbook says of itself, and what add-ins keep in it. */

/** Keys of document properties as hucre and as the workbook (and Office.js) name them. */
export const propertyNames = [
  ['title', 'title'],
  ['subject', 'subject'],
  ['creator', 'author'],
  ['keywords', 'keywords'],
  ['description', 'comments'],
  ['lastModifiedBy', 'lastAuthor'],
  ['category', 'category'],
  ['manager', 'manager'],
  ['company', 'company'],
] as const;

/** Before the name of a property that people define themselves. */
export const customProperty = 'custom:';

export function readProperties(properties: HucreParts['properties']): FileContents['properties'] {
  const built = propertyNames.flatMap(([key, name]) => {
    const value = properties?.[key];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const own = Object.entries(properties?.custom ?? {}).map(
    ([name, value]) =>
      [`${customProperty}${name}`, value instanceof Date ? value.toISOString() : value] as const,
  );
  return [...built, ...own];
}

/** Custom XML parts that are data, by their id. */
export function readCustomXml(pkg: OfficePackage): FileContents['customXml'] {
  return pkg
    .names()
    .filter((part) => /^customXml\/item\d+\.xml$/i.test(part))
    .map((part) => [customXmlId(pkg, part), pkg.text(part)] as const)
    .filter(([, xml]) => !isSettings(xml));
}

/** The id that its properties part states; the part's name when it has none. */
export function customXmlId(pkg: OfficePackage, part: string): string {
  const link = pkg
    .relationships(part)
    .find(({ type, target }) => type === 'customXmlProps' && pkg.has(target));
  const id = link === undefined ? undefined : parseXml(pkg.text(link.target)).attributes['ds:itemID'];
  return id ?? part;
}

/** Namespace of the custom XML part that holds the settings of add-ins. */
export const settingsSpace = 'urn:workbench:document-settings';

function isSettings(xml: string): boolean {
  return xml.slice(0, 500).includes(settingsSpace);
}

/** Settings saved by this program, and those that Excel keeps with an add-in's pane. */
export function readSettings(pkg: OfficePackage): FileContents['settings'] {
  const settings = new Map<string, unknown>();
  for (const part of pkg.names()) {
    if (/^xl\/webextensions\/webextension\d+\.xml$/i.test(part)) {
      for (const { attributes } of childrenOf(child(parseXml(pkg.text(part)), 'properties'), 'property')) {
        const value = parsedJson(attributes['value'] ?? '');
        if (value !== undefined) settings.set(attributes['name'] ?? '', value);
      }
    } else if (/^customXml\/item\d+\.xml$/i.test(part) && isSettings(pkg.text(part))) {
      for (const { attributes, text } of parseXml(pkg.text(part)).children) {
        const value = parsedJson(text);
        if (value !== undefined) settings.set(attributes['name'] ?? '', value);
      }
    }
  }
  return [...settings];
}

/** undefined for what is no JSON: another program's own way of keeping settings. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Named texts of a sheet, which stand in parts of their own. */
export function readCustomProperties(
  pkg: OfficePackage,
  sheetPart: string,
  sheet: XmlElement,
): SheetContents['customProperties'] {
  const links = pkg.relationships(sheetPart);
  return childrenOf(child(sheet, 'customProperties'), 'customPr').flatMap(({ attributes }) => {
    const target = links.find(({ id }) => id === attributes['r:id'])?.target;
    if (target === undefined || !pkg.has(target)) return [];
    return [[attributes['name'] ?? '', new TextDecoder('utf-16le').decode(pkg.bytes(target))] as const];
  });
}
