import type { KeyTarget } from '../targets';
import type { WorkbookModel } from '../../model/types';
import { text, wrong } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { ref } from '../ref';

/** Built-in properties are kept beside the add-ins' own ones under these names. */
const builtIn = [
  'Author',
  'Category',
  'Comments',
  'Company',
  'Keywords',
  'Manager',
  'Subject',
  'Title',
] as const;

function builtInProperty(name: (typeof builtIn)[number]): Property<WorkbookModel> {
  const key = name.toLowerCase();
  return {
    get: ({ properties }) => properties.get(key) ?? '',
    set: ({ properties }, value) => properties.set(key, text(value)),
  };
}

const CUSTOM = 'custom:';

export const documentProperties = hostClass('DocumentProperties', {
  scalars: Object.fromEntries(builtIn.map((name) => [name, builtInProperty(name)])),
  links: { Custom: (workbook) => ref('DocumentPropertyCollection', workbook) },
});

function documentValue(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw wrong(value, 'a text, a number, true or false');
}

/** Keys of document properties are compared without regard to case. */
function documentKey(workbook: WorkbookModel, key: unknown): string | undefined {
  const wanted = CUSTOM + text(key).toLowerCase();
  return [...workbook.properties.keys()].find((known) => known.toLowerCase() === wanted);
}

export const documentPropertyCollection = hostClass('DocumentPropertyCollection', {
  items: (workbook) =>
    [...workbook.properties.keys()]
      .filter((key) => key.startsWith(CUSTOM))
      .map((key) => ref('DocumentProperty', { workbook, key })),
  find: (workbook, key) => {
    const known = documentKey(workbook, key);
    return known === undefined ? undefined : ref('DocumentProperty', { workbook, key: known });
  },
  methods: {
    Add: (workbook, args) => {
      const key = documentKey(workbook, args.text(0)) ?? CUSTOM + args.text(0);
      workbook.properties.set(key, documentValue(args.values[1]));
      return ref('DocumentProperty', { workbook, key });
    },
    DeleteAll: ({ properties }) => {
      for (const key of [...properties.keys()]) if (key.startsWith(CUSTOM)) properties.delete(key);
    },
  },
});

const types = { string: 'String', number: 'Number', boolean: 'Boolean' } as const;

export const documentProperty = hostClass('DocumentProperty', {
  scalars: {
    Key: { get: ({ key }) => key.slice(CUSTOM.length) },
    Type: {
      get: ({ workbook, key }) => types[typeof (workbook.properties.get(key) ?? '') as keyof typeof types],
    },
    Value: {
      get: ({ workbook, key }) => workbook.properties.get(key),
      set: ({ workbook, key }, value) => workbook.properties.set(key, documentValue(value)),
    },
  },
  methods: { Delete: ({ workbook, key }) => workbook.properties.delete(key) },
});

export const settingCollection = hostClass('SettingCollection', {
  items: (workbook) => [...workbook.settings.keys()].map((key) => ref('Setting', { workbook, key })),
  find: (workbook, key) =>
    workbook.settings.has(text(key)) ? ref('Setting', { workbook, key: text(key) }) : undefined,
  methods: {
    Add: (workbook, args) => {
      const key = args.text(0);
      workbook.settings.set(key, args.values[1]);
      return ref('Setting', { workbook, key });
    },
  },
});

export const setting = hostClass('Setting', {
  scalars: {
    Id: { get: ({ key }) => key },
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ workbook, key }) => workbook.settings.get(key),
      set: ({ workbook, key }, value) => workbook.settings.set(key, value),
    },
  },
  methods: { Delete: ({ workbook, key }) => workbook.settings.delete(key) },
});

/** The namespace of an XML document's first element. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])([\w.-]+:)?[\w.-]+([^>]*)>/.exec(xml);
  if (!root) throw new ApiError('InvalidArgument');
  const prefix = root[1]?.slice(0, -1);
  const attribute = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const declared = new RegExp(`\\b${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root[2]!);
  return declared?.[1] ?? '';
}

export const customXmlPartCollection = hostClass('CustomXmlPartCollection', {
  items: ({ workbook, namespace }) =>
    [...workbook.customXml]
      .filter(([, xml]) => namespace === null || namespaceOf(xml) === namespace)
      .map(([key]) => ref('CustomXmlPart', { workbook, key })),
  find: ({ workbook, namespace }, key) => {
    const xml = workbook.customXml.get(text(key));
    if (xml === undefined || (namespace !== null && namespaceOf(xml) !== namespace)) return undefined;
    return ref('CustomXmlPart', { workbook, key: text(key) });
  },
  methods: {
    Add: ({ workbook }, args) => {
      const xml = args.text(0);
      namespaceOf(xml);
      const key = newId(workbook);
      workbook.customXml.set(key, xml);
      return ref('CustomXmlPart', { workbook, key });
    },
    GetByNamespace: ({ workbook }, args) =>
      ref('CustomXmlPartCollection', { workbook, namespace: args.text(0) }),
    GetOnlyItem: ({ workbook, namespace }) => {
      const parts = [...workbook.customXml].filter(([, xml]) => namespaceOf(xml) === namespace);
      if (parts.length === 0) throw new ApiError('ItemNotFound');
      if (parts.length > 1) throw new ApiError('InvalidOperation');
      return ref('CustomXmlPart', { workbook, key: parts[0]![0] });
    },
  },
});

/** Ids look like Excel's, and are the same each time: equal builds make equal workbooks. */
function newId({ customXml }: WorkbookModel): string {
  for (let number = customXml.size + 1; ; number++) {
    const id = `{DA7B0000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
    if (!customXml.has(id)) return id;
  }
}

function xmlOf({ workbook, key }: KeyTarget): string {
  const xml = workbook.customXml.get(key);
  if (xml === undefined) throw new ApiError('ItemNotFound');
  return xml;
}

export const customXmlPart = hostClass('CustomXmlPart', {
  scalars: {
    Id: { get: ({ key }) => key },
    NamespaceUri: { get: (part) => namespaceOf(xmlOf(part)) },
  },
  methods: {
    GetXml: xmlOf,
    SetXml: ({ workbook, key }, args) => {
      namespaceOf(args.text(0));
      workbook.customXml.set(key, args.text(0));
    },
    Delete: ({ workbook, key }) => workbook.customXml.delete(key),
  },
});
