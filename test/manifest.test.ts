/**
 * Holds manifest.xml offline to what Office checks on its side: element order, ids, addresses, icons,
 * texts, and the requirement sets against the API members that the code really uses.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { catalog } from '../src/templates/catalog';
import { requiredApiSets } from './tools/api-sets';
import { withRibbon } from './tools/make-ribbon';

const root = path.resolve(__dirname, '..');
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const manifest = new JSDOM(xml, { contentType: 'text/xml' }).window.document;
const all = (name: string): Element[] => [...manifest.getElementsByTagName(name)];
const childNames = (element: Element): string[] => [...element.children].map((child) => child.tagName);

/** The order in which the manifest schema wants an element's children. */
const ORDER: Record<string, readonly string[]> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  AllFormFactors: ['ExtensionPoint'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Items'],
  Item: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

function sizeOfPng(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

test('Microsoft’s own tool parses it', async () => {
  const info = await OfficeAddinManifest.readManifestFile(path.join(root, 'manifest.xml'));
  expect(info).toMatchObject({
    officeAppType: 'TaskPaneApp',
    hosts: ['Workbook'],
    permissions: 'ReadWriteDocument',
    defaultLocale: 'en-US',
  });
  expect(info.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(info.version).toMatch(/^\d+(\.\d+){3}$/);
});

test.each(Object.entries(ORDER))('the children of %s stand in the schema’s order', (name, order) => {
  const elements = all(name);
  expect(elements.length).toBeGreaterThan(0);
  for (const element of elements) {
    const places = childNames(element).map((child) => order.indexOf(child));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test('runtimes come first in the host, and the one runtime is shared', () => {
  const host = all('Host').find((element) => element.hasAttribute('xsi:type'));
  expect(host && childNames(host)).toEqual(['Runtimes', 'AllFormFactors', 'DesktopFormFactor']);
  const runtimes = all('Runtime');
  expect(runtimes).toHaveLength(1);
  expect(runtimes[0]?.getAttribute('lifetime')).toBe('long');
  const pages = ['Page', 'Action']
    .flatMap(all)
    .flatMap((element) => [...element.getElementsByTagName('SourceLocation')]);
  for (const used of [...pages, ...all('FunctionFile')]) {
    expect(used.getAttribute('resid')).toBe(runtimes[0]?.getAttribute('resid'));
  }
});

test('custom functions have bare names: no namespace', () => {
  expect(all('ExtensionPoint').map((point) => point.getAttribute('xsi:type'))).toContain('CustomFunctions');
  expect(all('Namespace')).toHaveLength(0);
});

test('the ribbon offers every template, by family, in the words of the pane', () => {
  expect(withRibbon(xml)).toBe(xml);
  expect(
    all('Item')
      .map((item) => item.querySelector('FunctionName')?.textContent)
      .sort(),
  ).toEqual(catalog.map(({ id }) => id).sort());
});

test('ids are unique, at most 32 characters for resources, and every resource that is named exists', () => {
  const ids = [...manifest.querySelectorAll('[id]')].map((element) => element.getAttribute('id') ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  const resources = new Set(
    all('Resources')
      .flatMap((r) => [...r.querySelectorAll('[id]')])
      .map((r) => r.getAttribute('id')),
  );
  for (const id of resources) expect(id?.length).toBeLessThanOrEqual(32);
  const used = new Set(
    [...manifest.querySelectorAll('[resid]')].map((element) => element.getAttribute('resid')),
  );
  expect([...used].filter((id) => !resources.has(id))).toEqual([]);
  expect([...resources].filter((id) => !used.has(id))).toEqual([]);
});

test('every address is https and on the one server that the build replaces', () => {
  const addresses = xml
    .match(/"[a-z]+:\/\/[^"]*"/g)
    ?.filter((address) => !address.includes('schemas.microsoft.com') && !address.includes('w3.org'));
  expect(addresses?.length).toBeGreaterThan(5);
  for (const address of addresses ?? []) expect(address).toMatch(/^"https:\/\/localhost:3000\//);
});

test('icons exist and have the size that their use asks for', () => {
  for (const image of all('bt:Image').filter((element) => element.hasAttribute('DefaultValue'))) {
    const file = path.join(root, new URL(image.getAttribute('DefaultValue') ?? '').pathname);
    const wanted = Number(image.getAttribute('id')?.match(/\d+$/)?.[0]);
    expect(sizeOfPng(file)).toEqual({ width: wanted, height: wanted });
  }
  for (const icon of ['Icon', 'bt:Icon'].flatMap(all)) {
    expect([...icon.getElementsByTagName('bt:Image')].map((image) => image.getAttribute('size'))).toEqual([
      '16',
      '32',
      '80',
    ]);
  }
  for (const [name, wanted] of [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ] as const) {
    const file = path.join(root, new URL(all(name)[0]?.getAttribute('DefaultValue') ?? '').pathname);
    expect(sizeOfPng(file)).toEqual({ width: wanted, height: wanted });
  }
});

test('every text has a Chinese version and fits its limit', () => {
  const limits: Record<string, number> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
  for (const [group, limit] of Object.entries(limits)) {
    for (const text of all(group).flatMap((element) => [...element.children])) {
      const chinese = [...text.children]
        .find((child) => child.getAttribute('Locale') === 'zh-CN')
        ?.getAttribute('Value');
      expect(chinese).toMatch(/[\u4e00-\u9fff]/);
      for (const value of [text.getAttribute('DefaultValue'), chinese])
        expect(value?.length).toBeLessThanOrEqual(limit);
    }
  }
  for (const name of ['DisplayName', 'Description']) {
    expect(all(name)[0]?.querySelector('[Locale="zh-CN"]')?.getAttribute('Value')).toMatch(/[\u4e00-\u9fff]/);
  }
  const metadata = [...manifest.querySelectorAll('[id="Functions.Metadata.Url"] *')];
  expect(metadata.map((element) => element.getAttribute('Value'))).toEqual([
    'https://localhost:3000/functions.zh-CN.json',
  ]);
});

test('the required sets are exactly the ones that the code can’t do without', () => {
  const declared: unknown = Object.fromEntries(
    all('Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')]),
  );
  // One runtime for pane, ribbon and functions is a requirement of the manifest itself.
  const sharedRuntime = { SharedRuntime: '1.1' };
  expect(declared).toEqual({ ...requiredApiSets(path.join(root, 'src')), ...sharedRuntime });
});
