import type { CellStyle, SheetModel, TableModel } from '../model/types';
import { areaAddress } from './address';
import { ByteSink } from './byte-sink';
import type { CarriedSheet } from './carried';
import { describeComments, describeElements, describeTable } from './carried';
import { putRows } from './cells-write';
import type { CellsContext, WrittenFormula } from './cells-write';
import { fileFormula } from './formula-text';
import { replaceElements, withAttributes, withoutPrefix } from './part-edit';
import { patchCells } from './patch-cells';
import { saveDrawing } from './save-drawing';
import type { SaveJob } from './save-job';
import { officeRelationship } from './save-job';
import type { ElementName, SheetContext } from './sheet-write';
import { elementOrder, frameElements } from './sheet-write';
import { tableXml } from './tables-write';
import type { XmlElement } from './xml';
import { child, escapeText, escapeXml, numberOf, parseXml } from './xml';

const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A small step of the work. */
export interface SaveStep {
  /** How much of the sheet is done, from 0 to 1. */
  readonly share: number;
  /** To be waited for before the next step. */
  readonly wait?: Promise<void>;
}

type SaveSteps = Generator<SaveStep, void>;

/** Writes a sheet's part: anew, or the opened one with what changed. */
export function* saveSheet(
  job: SaveJob,
  sheet: SheetModel,
  part: string,
  carried: CarriedSheet | undefined,
): SaveSteps {
  const linked = linkedElements(job, sheet, part, carried);
  yield { share: 0 };
  if (carried === undefined) yield* writeSheet(job, sheet, part, linked);
  else yield* patchSheet(job, sheet, carried, linked);
}

function sheetContext(job: SaveJob, part: string): SheetContext {
  return {
    formulas: job.formulas,
    ruleFormat: (style) => job.styles.ruleFormat(style),
    columnFormat: (style: CellStyle) => job.styles.format(style),
    link: (address) => job.pkg.relate(part, `${officeRelationship}/hyperlink`, address, true),
  };
}

/** Formulas that are remembered as they are written. */
const MOST_FORMULAS = 5000;

function cellsContext(job: SaveJob, sheet: SheetModel): CellsContext {
  const encoder = new TextEncoder();
  // A table's column holds the same formula in every row.
  const written = new Map<TableModel | undefined, Map<string, WrittenFormula>>();
  const writtenIn = (table: TableModel | undefined): Map<string, WrittenFormula> => {
    let known = written.get(table);
    if (!known) written.set(table, (known = new Map<string, WrittenFormula>()));
    return known;
  };
  return {
    format: (style) => job.styles.format(style),
    text: (text) => job.strings.number(text),
    dynamic: () => job.dynamicMark(),
    formula: (text, row, column) => {
      const table = sheet.tables.find(
        ({ area }) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns,
      );
      const known = writtenIn(table);
      const before = known.get(text);
      if (before !== undefined) return before;
      const context = table === undefined ? job.formulas : { ...job.formulas, table: table.name };
      const xml = escapeText(fileFormula(text, context));
      const now = { text: xml, bytes: encoder.encode(xml) };
      if (known.size >= MOST_FORMULAS) known.clear();
      known.set(text, now);
      return now;
    },
  };
}

function* writeSheet(
  job: SaveJob,
  sheet: SheetModel,
  part: string,
  linked: ReadonlyMap<ElementName, string>,
): SaveSteps {
  const elements = new Map([...frameElements(sheet, sheetContext(job, part)), ...linked]);
  const used = sheet.usedArea();
  elements.set('dimension', `<dimension ref="${used === null ? 'A1' : areaAddress(used)}"/>`);
  elements.set('sheetFormatPr', '<sheetFormatPr defaultRowHeight="15"/>');
  elements.set('sheetViews', selected(elements.get('sheetViews') ?? '', sheet));
  const place = elementOrder.indexOf('sheetData');
  const of = (names: readonly ElementName[]): string =>
    names.map((name) => elements.get(name) ?? '').join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const opening = `${head}<worksheet xmlns="${mainSpace}" xmlns:r="${officeRelationship}">`;
  const written = job.pkg.begin(part);
  try {
    const sink = new ByteSink((piece) => written.add(piece));
    sink.text(`${opening}${of(elementOrder.slice(0, place))}<sheetData>`);
    const rows = putRows(sheet, cellsContext(job, sheet), sink);
    const end = used === null ? 1 : used.row + used.rows;
    for (const row of rows) yield { share: row / end, wait: written.caughtUp() };
    sink.text(`</sheetData>${of(elementOrder.slice(place + 1))}</worksheet>`);
    sink.flush();
    yield { share: 1, wait: written.finish() };
  } finally {
    written.abandon();
  }
}

function* patchSheet(
  job: SaveJob,
  sheet: SheetModel,
  carried: CarriedSheet,
  linked: ReadonlyMap<ElementName, string>,
): SaveSteps {
  const { part } = carried;
  const xml = withoutPrefix(job.pkg.text(part));
  const now = describeElements(sheet);
  const changed = [...now]
    .filter(([name, text]) => text !== (carried.elements.get(name) ?? ''))
    .map(([name]) => name);
  const replacements = new Map<ElementName, string>(linked);
  if (changed.length > 0) {
    const elements = frameElements(sheet, sheetContext(job, part));
    for (const name of changed) replacements.set(name, elements.get(name) ?? '');
  }
  const frame = parseXml(xml, 'sheetData');
  keepOtherSettings(xml, frame, replacements);
  const data = child(frame, 'sheetData');
  const cells = yield* shared(
    patchCells(
      {
        sheet,
        xml,
        from: data?.innerStart ?? 0,
        to: data?.innerEnd ?? 0,
        reading: job.reading(),
        styles: job.carriedStyles,
      },
      cellsContext(job, sheet),
    ),
  );
  if (cells.flattened > 0) job.warn('rich-text-flattened', { sheet: sheet.name, count: cells.flattened });
  if (cells.xml !== null) {
    replacements.set('sheetData', `<sheetData>${cells.xml}</sheetData>`);
    const used = sheet.usedArea();
    replacements.set('dimension', `<dimension ref="${used === null ? 'A1' : areaAddress(used)}"/>`);
    job.cellsChanged = true;
  }
  const views = child(frame, 'sheetViews');
  const viewsNow =
    replacements.get('sheetViews') ?? (views === undefined ? '' : xml.slice(views.start, views.end));
  if (selected(viewsNow, sheet) !== viewsNow || replacements.has('sheetViews')) {
    replacements.set('sheetViews', selected(viewsNow, sheet));
  }
  if (replacements.size > 0) job.pkg.set(part, replaceElements(xml, replacements, elementOrder, 'sheetData'));
}

function* shared<Result>(steps: Generator<number, Result>): Generator<SaveStep, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { share: step.value };
  }
}

/** Only the active sheet may be selected: typing goes to all that are. */
function selected(views: string, sheet: SheetModel): string {
  const active = sheet.workbook.activeSheet === sheet;
  return views.replace(/<sheetView\b[^>]*>/, (tag) =>
    /\stabSelected="(1|true)"/.test(tag) === active
      ? tag
      : withAttributes(tag, { tabSelected: active ? '1' : undefined }),
  );
}

/** What a replaced element says beyond what the workbook knows: code names, reading direction, password hashes. */
function keepOtherSettings(xml: string, frame: XmlElement, replacements: Map<ElementName, string>): void {
  const properties = child(frame, 'sheetPr');
  if (replacements.has('sheetPr') && properties !== undefined) {
    const own = replacements.get('sheetPr') || '<sheetPr/>';
    replacements.set('sheetPr', withAttributes(own, properties.attributes));
  }
  const views = child(frame, 'sheetViews');
  const view = child(views, 'sheetView');
  const { rightToLeft, tabSelected, view: kind } = view?.attributes ?? {};
  const text = replacements.get('sheetViews');
  if (text !== undefined) {
    replacements.set(
      'sheetViews',
      text.replace(/<sheetView\b[^>]*>/, (tag) =>
        withAttributes(tag, { rightToLeft, tabSelected, view: kind }),
      ),
    );
  }
  // Lists of other sheets' cells stand in an extension; once written into the main list they must not stand twice.
  const extensions = child(frame, 'extLst');
  if (replacements.has('dataValidations') && extensions !== undefined) {
    const kept = extensions.children.filter((extension) => child(extension, 'dataValidations') === undefined);
    const inner = kept.map(({ start, end }) => xml.slice(start, end)).join('');
    replacements.set('extLst', inner === '' ? '' : `<extLst>${inner}</extLst>`);
  }
}

/** Elements that point at parts of their own: drawing, comments, tables, named texts. */
function linkedElements(
  job: SaveJob,
  sheet: SheetModel,
  part: string,
  carried: CarriedSheet | undefined,
): Map<ElementName, string> {
  const elements = new Map<ElementName, string>();
  const point = (name: string, id: string): string =>
    `<${name} xmlns:r="${officeRelationship}" r:id="${id}"/>`;
  const drawing = saveDrawing(job, sheet, part, carried);
  if (drawing !== null) elements.set('drawing', point('drawing', drawing));
  if (describeComments(sheet) !== (carried?.comments ?? '[]')) {
    const id = saveComments(job, sheet, part);
    elements.set('legacyDrawing', id === null ? '' : point('legacyDrawing', id));
  }
  const tables = saveTables(job, sheet, part, carried);
  if (tables !== null) elements.set('tableParts', tables);
  if (JSON.stringify([...sheet.customProperties]) !== (carried?.customProperties ?? '[]')) {
    elements.set('customProperties', saveNamedTexts(job, sheet, part));
  }
  return elements;
}

function saveComments(job: SaveJob, sheet: SheetModel, part: string): string | null {
  const { pkg } = job;
  for (const { id, type, target } of pkg.relationships(part)) {
    if (type !== 'comments' && type !== 'vmlDrawing' && type !== 'threadedComment') continue;
    if (type === 'threadedComment')
      job.warn('sheet-rewritten', { sheet: sheet.name, what: 'threaded comments' });
    pkg.unrelate(part, id);
    pkg.remove(target);
  }
  const made = job.commentParts(sheet);
  if (made === null) return null;
  const comments = pkg.freePart('xl/comments#.xml');
  const vml = pkg.freePart('xl/drawings/vmlDrawing#.vml');
  pkg.set(comments, made.comments);
  pkg.set(vml, made.vml);
  pkg.declare(comments, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml');
  pkg.declare(vml, 'application/vnd.openxmlformats-officedocument.vmlDrawing');
  pkg.relate(part, `${officeRelationship}/comments`, comments);
  return pkg.relate(part, `${officeRelationship}/vmlDrawing`, vml);
}

/** Writes tables that are new or changed. Answers with the list of the sheet's tables when that changed. */
function saveTables(
  job: SaveJob,
  sheet: SheetModel,
  part: string,
  carried: CarriedSheet | undefined,
): string | null {
  const { pkg } = job;
  let listChanged = false;
  const present = new Set(sheet.tables.map(({ id }) => id));
  for (const [id, { part: tablePart }] of carried?.tables ?? []) {
    if (present.has(id)) continue;
    listChanged = true;
    const link = pkg.relationships(part).find(({ target }) => target === tablePart);
    if (link !== undefined) pkg.unrelate(part, link.id);
    pkg.remove(tablePart);
  }
  for (const table of sheet.tables) {
    const known = carried?.tables.get(table.id);
    if (known?.description === describeTable(table)) continue;
    if (known !== undefined) {
      const id = numberOf(parseXml(pkg.text(known.part)).attributes['id']) ?? job.nextTableId();
      pkg.set(known.part, tableXml(table, id, job.formulas));
      continue;
    }
    listChanged = true;
    const tablePart = pkg.freePart('xl/tables/table#.xml');
    pkg.set(tablePart, tableXml(table, job.nextTableId(), job.formulas));
    pkg.declare(tablePart, 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml');
    pkg.relate(part, `${officeRelationship}/table`, tablePart);
  }
  if (!listChanged) return null;
  const links = pkg.relationships(part).filter(({ type }) => type === 'table');
  const items = links.map(({ id }) => `<tablePart xmlns:r="${officeRelationship}" r:id="${id}"/>`);
  return items.length === 0 ? '' : `<tableParts count="${items.length}">${items.join('')}</tableParts>`;
}

function saveNamedTexts(job: SaveJob, sheet: SheetModel, part: string): string {
  const { pkg } = job;
  for (const { id, type, target } of pkg.relationships(part)) {
    if (type !== 'customProperty') continue;
    pkg.unrelate(part, id);
    pkg.remove(target);
  }
  const items = [...sheet.customProperties].map(([name, text]) => {
    const target = pkg.freePart('xl/customProperty#.bin');
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), true);
    pkg.set(target, bytes);
    pkg.declare(target, 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty');
    const id = pkg.relate(part, `${officeRelationship}/customProperty`, target);
    return `<customPr xmlns:r="${officeRelationship}" name="${escapeXml(name)}" r:id="${id}"/>`;
  });
  return items.length === 0 ? '' : `<customProperties>${items.join('')}</customProperties>`;
}

/** Every part that a deleted sheet alone had. */
export function removeSheetParts({ pkg }: Pick<SaveJob, 'pkg'>, part: string): void {
  const owned = new Set([
    'drawing',
    'comments',
    'threadedComment',
    'vmlDrawing',
    'table',
    'customProperty',
    'printerSettings',
    'chart',
    'pivotTable',
    'slicer',
    'timeline',
  ]);
  for (const { type, target, external } of pkg.relationships(part)) {
    if (!external && owned.has(type) && pkg.has(target)) removeSheetParts({ pkg }, target);
  }
  pkg.remove(part);
}
