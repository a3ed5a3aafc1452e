import type { NamedItemModel, SheetModel } from '../model/types';
import { sheetPrefix } from './address';
import { fileFormula, shownFormula } from './formula-text';
import { replaceElements, withAttributes, withoutPrefix } from './part-edit';
import type { SaveJob } from './save-job';
import type { XmlElement } from './xml';
import { child, childrenOf, escapeXml, flag, numberOf, parseXml } from './xml';

const order = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** Writes the workbook's own part: sheets in their order, names, the active sheet, calculation and protection. */
export function saveWorkbookPart(job: SaveJob, parts: ReadonlyMap<SheetModel, string>): void {
  const { pkg, workbook, workbookPart } = job;
  const xml = withoutPrefix(pkg.text(workbookPart));
  const root = parseXml(xml);
  const tabs = sheetTabs(job, root, parts);
  const replacements = new Map<string, string>([
    ['sheets', `<sheets>${tabs.map(({ xml: tab }) => tab).join('')}</sheets>`],
    ['definedNames', definedNames(job, root, xml, tabs)],
    [
      'bookViews',
      bookViews(
        root,
        xml,
        tabs.findIndex(({ sheet }) => sheet === workbook.activeSheet),
      ),
    ],
    ['calcPr', calculation(job, root)],
  ]);
  const properties = child(root, 'workbookPr');
  if (flag(properties?.attributes['date1904']) !== workbook.date1904) {
    const tag = withAttributes('<workbookPr/>', properties?.attributes ?? {});
    replacements.set('workbookPr', withAttributes(tag, { date1904: workbook.date1904 ? '1' : undefined }));
  }
  const locked = flag(child(root, 'workbookProtection')?.attributes['lockStructure']);
  if (locked !== workbook.protection.on) {
    replacements.set(
      'workbookProtection',
      workbook.protection.on ? '<workbookProtection lockStructure="1"/>' : '',
    );
  }
  pkg.set(workbookPart, replaceElements(xml, replacements, order));
}

interface Tab {
  readonly sheet: SheetModel | null;
  /** Its place in the opened file; -1 for a new one. */
  readonly place: number;
  readonly xml: string;
}

/** Tabs of all sheets; what is no worksheet stays behind the sheet that it followed. */
function sheetTabs(
  { pkg, workbook, workbookPart }: SaveJob,
  root: XmlElement,
  parts: ReadonlyMap<SheetModel, string>,
): Tab[] {
  const written = childrenOf(child(root, 'sheets'), 'sheet');
  const links = pkg.relationships(workbookPart);
  const linkOf = (attributes: XmlElement['attributes']) =>
    links.find(
      ({ id }) =>
        id === (attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]),
    );
  let nextId = Math.max(0, ...written.map(({ attributes }) => numberOf(attributes['sheetId']) ?? 0)) + 1;
  const tabs = workbook.sheets.map((sheet): Tab => {
    const part = parts.get(sheet);
    const link = links.find(({ type, target }) => type === 'worksheet' && target === part);
    const place = written.findIndex(({ attributes }) => linkOf(attributes)?.id === link?.id);
    const id = place < 0 ? nextId++ : numberOf(written[place]?.attributes['sheetId']);
    return { sheet, place, xml: tabXml(sheet.name, sheet.visibility, id, link?.id ?? '') };
  });
  written.forEach(({ attributes }, place) => {
    const link = linkOf(attributes);
    if (link === undefined || link.type === 'worksheet' || !pkg.has(link.target)) return;
    const before = tabs.findLastIndex((tab) => tab.place >= 0 && tab.place < place);
    const visibility = attributes['state'] ?? 'visible';
    const xml = tabXml(attributes['name'] ?? '', visibility, numberOf(attributes['sheetId']), link.id);
    tabs.splice(before + 1, 0, { sheet: null, place, xml });
  });
  return tabs;
}

function tabXml(name: string, visibility: string, id: number | undefined, link: string): string {
  const state = visibility === 'visible' ? '' : ` state="${visibility}"`;
  const space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return `<sheet ${space} name="${escapeXml(name)}" sheetId="${id ?? 1}"${state} r:id="${link}"/>`;
}

function bookViews(root: XmlElement, xml: string, active: number): string {
  const tab = { activeTab: active > 0 ? String(active) : undefined };
  const views = child(root, 'bookViews');
  if (views === undefined) return `<bookViews>${withAttributes('<workbookView/>', tab)}</bookViews>`;
  return xml
    .slice(views.start, views.end)
    .replace(/<workbookView\b[^>]*>/, (tag) => withAttributes(tag, { ...tab, firstSheet: undefined }));
}

function calculation({ workbook, cellsChanged, carried }: SaveJob, root: XmlElement): string {
  const own = child(root, 'calcPr')?.attributes ?? {};
  const mode = { automatic: undefined, automaticExceptTables: 'autoNoTable', manual: 'manual' }[
    workbook.calculationMode
  ];
  // Excel calculates what was calculated elsewhere once more when it opens the file.
  const again = cellsChanged || carried === null ? '1' : own['fullCalcOnLoad'];
  return withAttributes('<calcPr/>', { calcId: '191029', ...own, calcMode: mode, fullCalcOnLoad: again });
}

/** All defined names: those that nobody changed as they were, and print areas and titles from the page layouts. */
function definedNames(job: SaveJob, root: XmlElement, xml: string, tabs: readonly Tab[]): string {
  const { workbook, formulas } = job;
  const originals = childrenOf(child(root, 'definedNames'), 'definedName');
  const placeNow = (sheet: SheetModel | null): number =>
    tabs.findIndex((tab) => sheet !== null && tab.sheet === sheet);
  const items: { readonly name: string; readonly xml: string }[] = [];
  const used = new Set<XmlElement>();
  const scopeOf = ({ attributes }: XmlElement): number => {
    const local = numberOf(attributes['localSheetId']);
    return local === undefined ? -1 : tabs.findIndex(({ place }) => place === local);
  };
  const raw = (element: XmlElement, scope: number): string =>
    xml
      .slice(element.start, element.end)
      .replace(/^<definedName\b[^>]*>/, (tag) =>
        withAttributes(tag, { localSheetId: scope < 0 ? undefined : String(scope) }),
      );
  for (const item of workbook.names) {
    const scope = placeNow(item.scope);
    const original = originals.find(
      (element) =>
        element.attributes['name'] === item.name && scopeOf(element) === scope && isSame(element, item),
    );
    if (original !== undefined) used.add(original);
    items.push({
      name: item.name,
      xml:
        original === undefined
          ? nameXml(item, scope, fileFormula(item.formula, formulas))
          : raw(original, scope),
    });
  }
  for (const sheet of workbook.sheets) {
    for (const [name, formula] of prints(sheet)) {
      items.push({
        name,
        xml: `<definedName name="${name}" localSheetId="${placeNow(sheet)}">${escapeXml(formula)}</definedName>`,
      });
    }
  }
  // Names that only the program itself uses, such as a filter's area, go with their sheet.
  for (const element of originals) {
    const name = element.attributes['name'] ?? '';
    const isOwn = name.startsWith('_xlnm.') && name !== '_xlnm.Print_Area' && name !== '_xlnm.Print_Titles';
    const scope = scopeOf(element);
    const lost = element.attributes['localSheetId'] !== undefined && scope < 0;
    if (isOwn && !lost && !used.has(element)) items.push({ name, xml: raw(element, scope) });
  }
  if (items.length === 0) return '';
  const ordered = items.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return `<definedNames>${ordered.map(({ xml: item }) => item).join('')}</definedNames>`;
}

function isSame({ attributes, text }: XmlElement, { formula, visible, comment }: NamedItemModel): boolean {
  return (
    shownFormula(text) === `=${formula.replace(/^=/, '')}` &&
    flag(attributes['hidden']) === !visible &&
    (attributes['comment'] ?? '') === (comment ?? '')
  );
}

function nameXml({ name, comment, visible }: NamedItemModel, scope: number, formula: string): string {
  const attributes = [
    ` name="${escapeXml(name)}"`,
    comment === undefined || comment === '' ? '' : ` comment="${escapeXml(comment)}"`,
    scope < 0 ? '' : ` localSheetId="${scope}"`,
    visible ? '' : ' hidden="1"',
  ].join('');
  return `<definedName${attributes}>${escapeXml(formula)}</definedName>`;
}

function prints({
  name,
  pageLayout: { printArea, titleRows, titleColumns },
}: SheetModel): [string, string][] {
  const sheet = sheetPrefix(name);
  const absolute = (part: string): string =>
    part
      .trim()
      .replace(
        /\$?([A-Za-z]{1,3})(?=[\d:$]|$)|\$?(\d+)/g,
        (_, letters?: string, digits?: string) => `$${letters ?? digits ?? ''}`,
      );
  const list = (parts: readonly (string | undefined)[]): string =>
    parts
      .flatMap((part) => (part === undefined || part === '' ? [] : part.split(',')))
      .map((part) => sheet + absolute(part.slice(part.lastIndexOf('!') + 1)))
      .join(',');
  const found: [string, string][] = [];
  if (printArea) found.push(['_xlnm.Print_Area', list([printArea])]);
  if (titleRows || titleColumns) found.push(['_xlnm.Print_Titles', list([titleColumns, titleRows])]);
  return found;
}
