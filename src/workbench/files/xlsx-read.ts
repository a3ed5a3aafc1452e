import type { CellStyle, DifferentialStyle } from '../model/types';
import { cellAddress } from './address';
import type { FileContents, OriginalSheet, SheetContents } from './contents';
import { readCharts } from './charts-read';
import { FileError } from './errors';
import type { FileWarning } from './errors';
import { charactersOfFileWidth, columnPoints } from './geometry';
import type { HucreParts } from './hucre-read';
import { readWithHucre } from './hucre-read';
import type { FileLimits } from './limits';
import { maximumColumns, maximumRows } from './limits';
import { readNames } from './names-read';
import { OfficePackage } from './package';
import { readCustomProperties, readCustomXml, readProperties, readSettings } from './properties-read';
import { readRules } from './rules-read';
import { readSharedStrings } from './shared-strings';
import type { CellContext } from './sheet-cells';
import { readCells } from './sheet-cells';
import {
  readAutoFilter,
  readColumns,
  readMerges,
  readPageLayout,
  readProtection,
  readValidations,
  readView,
} from './sheet-frame';
import type { StyleTable } from './styles-read';
import { defined, readStyleTable, StyleReader } from './styles-read';
import { readTable } from './tables-read';
import type { XmlElement } from './xml';
import { child, childrenOf, flag, numberOf, parseXml } from './xml';

/** Reads an .xlsx or .xlsm. */
export async function readXlsxFile(
  bytes: Uint8Array,
  limits: FileLimits,
  onProgress: (done: number) => void,
): Promise<FileContents> {
  const pkg = OfficePackage.open(bytes, limits);
  const warnings: FileWarning[] = [];
  const workbookPart = findWorkbook(pkg);
  const workbook = parseXml(pkg.text(workbookPart));
  const links = pkg.relationships(workbookPart);
  const linked = (type: string): string | undefined =>
    links.find((link) => link.type === type && !link.external && pkg.has(link.target))?.target;
  const listed = listSheets(pkg, workbook, links, warnings);
  if (listed.length === 0) throw new FileError('no-sheets');
  if (linked('vbaProject') !== undefined) warnings.push({ code: 'macros-kept', details: {} });

  const stylesPart = linked('styles');
  const table: StyleTable =
    stylesPart === undefined
      ? { formatCount: 0, ruleFormatCount: 0, quotePrefix: new Set(), palette: [] }
      : readStyleTable(pkg.text(stylesPart));
  const stringsPart = linked('sharedStrings');
  const metadataPart = linked('sheetMetadata');
  const date1904 = flag(child(workbook, 'workbookPr')?.attributes['date1904']);
  const context: CellContext = {
    shared:
      stringsPart === undefined ? { texts: [], rich: new Set() } : readSharedStrings(pkg.text(stringsPart)),
    date1904,
    dynamic: metadataPart === undefined ? new Set() : readDynamicMetadata(pkg.text(metadataPart)),
    budget: { cells: limits.cells, characters: limits.characters },
  };

  const read = listed.map((sheet, index) => {
    const cells = readSheetCells(pkg, sheet, context);
    onProgress((index + 1) / (listed.length + 1));
    return cells;
  });
  const hucre = await readWithHucre(
    {
      pkg,
      workbookPart,
      formatCount: table.formatCount,
      ruleFormatCount: table.ruleFormatCount,
      sheets: read.map(({ listed: { part }, frameXml }) => ({ part, frame: frameXml })),
    },
    warnings,
  );
  const colors = new StyleReader(hucre.themeColors, table.palette);
  const styles = hucre.formats.map((format, index) => colors.cell(format, table.quotePrefix.has(index)));
  const ruleStyles = hucre.ruleFormats.map((format) => colors.rule(format));
  const { names, prints } = readNames(workbook, (index) => {
    const found = listed.findIndex(({ place }) => place === index);
    return found < 0 ? undefined : found;
  });
  const complete = read.map((sheet, index) =>
    completeSheet({
      pkg,
      sheet,
      hucre: hucre.sheets[index],
      colors,
      styles,
      ruleStyles,
      print: prints.get(index),
      warnings,
    }),
  );
  return {
    kind: 'xlsx',
    date1904,
    calculationMode: calculationMode(workbook),
    activeSheet: activeSheet(workbook, listed),
    structureProtected: flag(child(workbook, 'workbookProtection')?.attributes['lockStructure']),
    styles: styles.length === 0 ? [{}] : styles,
    sheets: complete.map(({ contents }) => contents),
    names,
    properties: readProperties(hucre.properties),
    settings: readSettings(pkg),
    customXml: readCustomXml(pkg),
    warnings,
    original: { bytes, sheets: complete.map(({ original }) => original) },
  };
}

function findWorkbook(pkg: OfficePackage): string {
  const link = pkg.relationships('').find(({ type, external }) => type === 'officeDocument' && !external);
  const part = link?.target ?? 'xl/workbook.xml';
  if (pkg.has(part) && /\.xml$/i.test(part)) return part;
  if (pkg.has('EncryptedPackage')) throw new FileError('encrypted');
  throw new FileError('not-a-workbook');
}

interface ListedSheet {
  readonly name: string;
  readonly state: SheetContents['visibility'];
  readonly part: string;
  /** Its place in the file's own list, which counts sheets that are no worksheets too. */
  readonly place: number;
}

function listSheets(
  pkg: OfficePackage,
  workbook: XmlElement,
  links: ReturnType<OfficePackage['relationships']>,
  warnings: FileWarning[],
): ListedSheet[] {
  const taken = new Set<string>();
  return childrenOf(child(workbook, 'sheets'), 'sheet').flatMap(({ attributes }, place) => {
    const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const link = links.find((candidate) => candidate.id === id);
    const name = freeName(attributes['name'] ?? `Sheet${place + 1}`, taken);
    if (link?.type !== 'worksheet' || !pkg.has(link.target)) {
      warnings.push({ code: 'sheet-kind-not-shown', details: { sheet: name } });
      return [];
    }
    const { state: written } = attributes;
    const state = written === 'hidden' || written === 'veryHidden' ? written : 'visible';
    return [{ name, state, part: link.target, place }];
  });
}

/** A name that a workbook accepts: other programs write longer ones, or the same twice. */
export function freeName(written: string, taken: Set<string>): string {
  const clean =
    written
      .replace(/[:\\/?*[\]]/g, '_')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31) || 'Sheet';
  let name = clean;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const end = ` (${number})`;
    name = clean.slice(0, 31 - end.length) + end;
  }
  taken.add(name.toLowerCase());
  return name;
}

function readSheetCells(pkg: OfficePackage, listed: ListedSheet, context: CellContext) {
  const xml = pkg.text(listed.part);
  const frame = parseXml(xml, 'sheetData');
  const data = child(frame, 'sheetData');
  const cells = readCells(xml, data?.innerStart ?? 0, data?.innerEnd ?? 0, context);
  const frameXml = data === undefined ? xml : xml.slice(0, data.innerStart) + xml.slice(data.innerEnd);
  return { listed, frame, frameXml, xml, cells };
}

interface SheetParts {
  readonly pkg: OfficePackage;
  readonly sheet: ReturnType<typeof readSheetCells>;
  readonly hucre: HucreParts['sheets'][number];
  readonly colors: StyleReader;
  readonly styles: readonly CellStyle[];
  readonly ruleStyles: readonly DifferentialStyle[];
  readonly print: Partial<SheetContents['pageLayout']> | undefined;
  readonly warnings: FileWarning[];
}

function completeSheet({ pkg, sheet, hucre, colors, ruleStyles, print, warnings }: SheetParts): {
  readonly contents: SheetContents;
  readonly original: OriginalSheet;
} {
  const { listed, frame, xml, cells } = sheet;
  const links = pkg.relationships(listed.part).filter(({ external, target }) => !external && pkg.has(target));
  const columns = readColumns(frame).map((column) =>
    column.width === undefined ? column : { ...column, width: charactersOfFileWidth(column.width) },
  );
  const warn = (code: FileWarning['code'], count: number): void => {
    if (count > 0) warnings.push({ code, details: { sheet: listed.name, count } });
  };
  const rules = readRules(frame, ruleStyles, colors);
  warn('rule-not-shown', rules.notShown);
  const drawing = links.find(({ type }) => type === 'drawing');
  const charts =
    drawing === undefined
      ? { charts: [], notShown: 0 }
      : readCharts(pkg, drawing.target, rowLines(cells.rowProperties), columnLines(columns), colors);
  warn('chart-not-shown', charts.notShown);
  const tables = links.flatMap(({ type, target }) => {
    const table = type === 'table' ? readTable(pkg.text(target)) : null;
    return table === null ? [] : [{ table, part: target }];
  });
  const contents: SheetContents = {
    name: listed.name,
    visibility: listed.state,
    ...readView(frame, colors),
    protection: readProtection(frame),
    rows: cells.rows,
    formulas: cells.formulas,
    styles: cells.styles,
    rowProperties: cells.rowProperties,
    columnProperties: columns,
    merges: readMerges(frame),
    tables: tables.map(({ table }) => table),
    conditionalFormats: rules.formats,
    validations: readValidations(frame),
    charts: charts.charts.map(({ chart }) => chart),
    pageLayout: { ...readPageLayout(frame), ...print },
    comments: readNotes(hucre),
    hyperlinks: readLinks(hucre),
    customProperties: readCustomProperties(pkg, listed.part, frame),
    autoFilter: readAutoFilter(frame, xml),
  };
  const original = {
    part: listed.part,
    anchors: charts.charts.map(({ anchor }) => anchor),
    tableParts: tables.map(({ part }) => part),
  };
  return { contents, original };
}

export function rowLines(properties: SheetContents['rowProperties']) {
  const own = new Map(properties.map((row) => [row.row, row.hidden ? 0 : (row.height ?? 15)]));
  return { size: (row: number) => own.get(row) ?? 15, count: maximumRows };
}

export function columnLines(properties: SheetContents['columnProperties']) {
  const size = (index: number): number => {
    const own = properties.find(({ column, count }) => index >= column && index < column + count);
    return own?.hidden ? 0 : columnPoints(own?.width ?? 8.43);
  };
  return { size, count: maximumColumns };
}

function readNotes(sheet: HucreParts['sheets'][number]): SheetContents['comments'] {
  return cellsOf(sheet).flatMap(([address, { comment }]) =>
    comment === undefined ? [] : [[address, { author: comment.author ?? '', text: comment.text }] as const],
  );
}

function readLinks(sheet: HucreParts['sheets'][number]): SheetContents['hyperlinks'] {
  return cellsOf(sheet).flatMap(([address, { hyperlink }]) => {
    if (hyperlink === undefined) return [];
    const { location, target, tooltip } = hyperlink;
    return [
      [
        address,
        defined({ address: location ? undefined : target || undefined, location, tip: tooltip }),
      ] as const,
    ];
  });
}

function cellsOf(sheet: HucreParts['sheets'][number]) {
  return [...(sheet?.cells ?? [])].map(([key, cell]) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return [cellAddress(row, column), cell] as const;
  });
}

function calculationMode(workbook: XmlElement): FileContents['calculationMode'] {
  switch (child(workbook, 'calcPr')?.attributes['calcMode']) {
    case 'manual':
      return 'manual';
    case 'autoNoTable':
      return 'automaticExceptTables';
    case undefined:
    default:
      return 'automatic';
  }
}

function activeSheet(workbook: XmlElement, listed: readonly ListedSheet[]): number {
  const tab = numberOf(child(child(workbook, 'bookViews'), 'workbookView')?.attributes['activeTab']) ?? 0;
  const found = listed.findIndex(({ place, state }) => place === tab && state === 'visible');
  return found >= 0
    ? found
    : Math.max(
        0,
        listed.findIndex(({ state }) => state === 'visible'),
      );
}

/** Numbers of cell metadata blocks that say "dynamic array". */
export function readDynamicMetadata(xml: string): Set<number> {
  const metadata = parseXml(xml);
  const types = childrenOf(child(metadata, 'metadataTypes'), 'metadataType');
  const dynamicType = types.findIndex(({ attributes }) => attributes['name'] === 'XLDAPR') + 1;
  const numbers = new Set<number>();
  childrenOf(child(metadata, 'cellMetadata'), 'bk').forEach((block, index) => {
    const types = childrenOf(block, 'rc').map(({ attributes }) => numberOf(attributes['t']));
    if (dynamicType > 0 && types.includes(dynamicType)) numbers.add(index + 1);
  });
  return numbers;
}
