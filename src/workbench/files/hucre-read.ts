import { readXlsx } from 'hucre/xlsx';
import type { Sheet, Workbook } from 'hucre';

import type { FileWarning } from './errors';
import type { OfficePackage, Relationship } from './package';
import { escapeXml } from './xml';
import type { ZipEntry } from './zip';
import { store, writeZip } from './zip';

/**
 * What hucre reads of a workbook: cell formats, comments, hyperlinks, page setup, headers, protection and document
 * properties. It is given a package without cells and media, so that its cost does not grow with the rows, and with
 * one more sheet in front that shows every format once.
 *
 * Of hucre 1.0.0 these are worked around here: it ends on a sheet that is no worksheet (such sheets are left out of
 * the package), and does not know the East Asian built-in number formats (they are spelled out in the package).
 */
export interface HucreParts {
  /** One sheet for every given one; undefined where it could not be read. */
  readonly sheets: readonly (Sheet | undefined)[];
  /** Formats of cells, in the order of the file. */
  readonly formats: readonly HucreStyle[];
  /** Formats of conditional rules, in the order of the file. */
  readonly ruleFormats: readonly HucreStyle[];
  readonly properties: NonNullable<Workbook['properties']> | undefined;
  readonly themeColors: readonly string[];
}

export type HucreStyle = NonNullable<NonNullable<ReturnType<NonNullable<Sheet['cells']>['get']>>['style']>;

export interface SheetSource {
  readonly part: string;
  /** The worksheet's XML without its cells. */
  readonly frame: string;
}

export interface HucreSource {
  readonly pkg: OfficePackage;
  readonly workbookPart: string;
  readonly formatCount: number;
  readonly ruleFormatCount: number;
  readonly sheets: readonly SheetSource[];
}

const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationshipSpace = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export async function readWithHucre(source: HucreSource, warnings: FileWarning[]): Promise<HucreParts> {
  let workbook: Workbook | null = null;
  const attempts = [
    { withParts: true, withSheets: true },
    { withParts: false, withSheets: true },
    { withParts: false, withSheets: false },
  ];
  for (const attempt of attempts) {
    try {
      workbook = await readXlsx(probePackage(source, attempt), { readStyles: true });
      break;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      warnings.push({ code: 'part-unreadable', details: { reason } });
    }
  }
  const probe = workbook?.sheets[0];
  const formats = Array.from(
    { length: source.formatCount },
    (_, index) => probe?.cells?.get(probeKey(index))?.style ?? {},
  );
  const rules = new Map(probe?.conditionalRules?.map((rule) => [rule.priority, rule.style ?? {}]));
  return {
    sheets: source.sheets.map((_, index) => workbook?.sheets[index + 1]),
    formats,
    ruleFormats: Array.from({ length: source.ruleFormatCount }, (_, index) => rules.get(index + 1) ?? {}),
    properties: workbook?.properties,
    themeColors: workbook?.themeColors ?? [],
  };
}

function probePackage(
  { pkg, workbookPart, formatCount, ruleFormatCount, sheets }: HucreSource,
  { withParts, withSheets }: { readonly withParts: boolean; readonly withSheets: boolean },
): Uint8Array {
  const entries: ZipEntry[] = [];
  const add = (name: string, content: string | Uint8Array): void => {
    entries.push(store(name, typeof content === 'string' ? new TextEncoder().encode(content) : content));
  };
  const shown = withSheets ? sheets : [];
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  add('_rels/.rels', relationshipsXml([['rId1', 'officeDocument', '/xl/workbook.xml']]));
  addDocumentProperties(pkg, add);
  const links: [string, string, string][] = [['rId0', 'worksheet', '/xl/worksheets/probe.xml']];
  let list = '<sheet name="0" sheetId="1" r:id="rId0"/>';
  shown.forEach((sheet, index) => {
    const path = `xl/worksheets/${index + 1}.xml`;
    links.push([`rId${index + 1}`, 'worksheet', `/${path}`]);
    list += `<sheet name="${index + 1}" sheetId="${index + 2}" r:id="rId${index + 1}"/>`;
    add(path, sheet.frame);
    if (withParts) addSheetParts(pkg, sheet.part, path, add);
  });
  const targets = pkg.relationships(workbookPart);
  const styles = targets.find(({ type }) => type === 'styles');
  if (styles !== undefined && pkg.has(styles.target)) {
    links.push(['rIdStyles', 'styles', '/xl/styles.xml']);
    add('xl/styles.xml', withEastAsianFormats(pkg.text(styles.target)));
  }
  const theme = targets.find(({ type }) => type === 'theme');
  if (theme !== undefined && pkg.has(theme.target)) add('xl/theme/theme1.xml', pkg.bytes(theme.target));
  add('xl/worksheets/probe.xml', probeSheet(formatCount, ruleFormatCount));
  add('xl/_rels/workbook.xml.rels', relationshipsXml(links));
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${sheetSpace}" xmlns:r="${relationshipType}"><sheets>${list}</sheets></workbook>`,
  );
  return writeZip(entries);
}

function relationshipsXml(links: readonly (readonly [string, string, string, string?])[]): string {
  const items = links.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${escapeXml(id)}" Type="${relationshipType}/${type}" Target="${escapeXml(target)}"${
        mode === undefined ? '' : ` TargetMode="${mode}"`
      }/>`,
  );
  return `<Relationships xmlns="${relationshipSpace}">${items.join('')}</Relationships>`;
}

function addDocumentProperties(pkg: OfficePackage, add: (name: string, content: Uint8Array) => void): void {
  const places: Readonly<Record<string, string>> = {
    'core-properties': 'docProps/core.xml',
    'extended-properties': 'docProps/app.xml',
    'custom-properties': 'docProps/custom.xml',
  };
  for (const { type, target, external } of pkg.relationships('')) {
    const place = places[type];
    if (place !== undefined && !external && pkg.has(target)) add(place, pkg.bytes(target));
  }
}

/** Comments come along; hyperlinks are relationships only. */
function addSheetParts(
  pkg: OfficePackage,
  part: string,
  path: string,
  add: (name: string, content: string | Uint8Array) => void,
): void {
  const wanted: Relationship[] = pkg
    .relationships(part)
    .filter(
      ({ type, target, external }) =>
        type === 'hyperlink' || (type === 'comments' && !external && pkg.has(target)),
    );
  if (wanted.length === 0) return;
  const links = wanted.map(({ id, type, target }, index) => {
    if (type === 'hyperlink') return [id, type, target, 'External'] as const;
    const place = `${path}.comments${index}.xml`;
    add(place, pkg.bytes(target));
    return [id, type, `/${place}`] as const;
  });
  add(path.replace(/([^/]+)$/, '_rels/$1.rels'), relationshipsXml(links));
}

const probeWidth = 1000;

function probeKey(index: number): string {
  return `${Math.floor(index / probeWidth)},${index % probeWidth}`;
}

function probeSheet(formats: number, rules: number): string {
  let rows = '';
  for (let first = 0; first < formats; first += probeWidth) {
    rows += '<row>';
    for (let index = first; index < Math.min(formats, first + probeWidth); index++)
      rows += `<c s="${index}"><v>0</v></c>`;
    rows += '</row>';
  }
  let formatting = '';
  for (let index = 0; index < rules; index++) {
    formatting += `<cfRule type="expression" dxfId="${index}" priority="${index + 1}"><formula>1</formula></cfRule>`;
  }
  return `<worksheet xmlns="${sheetSpace}"><sheetData>${rows}</sheetData><conditionalFormatting sqref="A1">${formatting}</conditionalFormatting></worksheet>`;
}

const eastAsianFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

function withEastAsianFormats(styles: string): string {
  const missing = Object.entries(eastAsianFormats)
    .filter(([id]) => !new RegExp(`<(\\w+:)?numFmt [^>]*numFmtId="${id}"`).test(styles))
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
    .join('');
  return styles.replace(/<(\w+:)?styleSheet\b[^>]*>/, (root) => `${root}<numFmts>${missing}</numFmts>`);
}
