import type { SheetModel, WorkbookModel } from '../model/types';
import { breathless, type Breathe } from '../turns';
import { Carried, describeDocument } from './carried';
import { FileError, type FileWarning } from './errors';
import { defaultLimits, type FileLimits } from './limits';
import { OfficePackage } from './package';
import { customXmlId, settingsSpace } from './properties-read';
import { officeRelationship, SaveJob } from './save-job';
import { removeSheetParts, saveSheet } from './save-sheet';
import { saveWorkbookPart } from './save-workbook-part';
import { escapeXml } from './xml';
import { readZip, writeZip } from './zip';

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** What the opened file held and the saved one does not, and what can't be opened here again. */
  readonly warnings: readonly FileWarning[];
}

export interface SaveOptions {
  /** Lets a page live meanwhile. */
  readonly breathe?: Breathe;
  /** Ends the saving when aborted. */
  readonly signal?: AbortSignal;
  /** Told how much is written, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** What can be opened again. */
  readonly limits?: FileLimits;
}

/** The workbook as an .xlsx (an .xlsm when the opened file had macros). */
export async function saveWorkbook(workbook: WorkbookModel): Promise<Uint8Array> {
  return (await saveFile(workbook)).bytes;
}

/**
 * As saveWorkbook, and tells what was lost. What was opened is the ground: parts that nobody changed are copied as
 * they are, and in changed sheets every cell and element that is as it was. Throws FileError when it is ended.
 */
export async function saveFile(
  workbook: WorkbookModel,
  { breathe = breathless, signal, onProgress, limits = defaultLimits }: SaveOptions = {},
): Promise<SavedFile> {
  const turn: Breathe = async () => {
    await breathe();
    if (signal?.aborted) throw new FileError('cancelled');
  };
  const carried = workbook.carried instanceof Carried ? workbook.carried : null;
  const pkg = carried === null ? emptyPackage() : OfficePackage.open(carried.bytes, defaultLimits);
  const workbookPart =
    pkg.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)?.target ??
    'xl/workbook.xml';
  const job = new SaveJob(workbook, pkg, workbookPart, carried);
  await job.prepare(turn);
  const parts = new Map<SheetModel, string>();
  const sheets = new Set(workbook.sheets.map(({ id }) => id));
  for (const [id, { part }] of carried?.sheets ?? []) {
    if (!sheets.has(id)) dropSheet(job, part);
  }
  const cells = workbook.sheets.map(cellsOf);
  const all = cells.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const [index, sheet] of workbook.sheets.entries()) {
    const own = carried?.sheets.get(sheet.id);
    const part = own?.part ?? newSheetPart(job);
    parts.set(sheet, part);
    const count = cells[index] ?? 0;
    let reached = 0;
    for (const { wait, share } of saveSheet(job, sheet, part, own)) {
      await wait;
      await turn();
      reached = Math.max(reached, share);
      onProgress?.(((done + reached * count) / all) * CELLS_SHARE);
    }
    done += count;
  }
  saveWorkbookPart(job, parts);
  await turn();
  saveStrings(job);
  saveDocument(job);
  dropCalculationChain(job);
  const bytes = await pkg.write(turn);
  const written = readZip(bytes, { ...limits, unpackedBytes: Infinity });
  for (const [{ name }, part] of parts) {
    const size = written.get(part)?.size ?? 0;
    if (size > limits.partBytes)
      job.warn('too-big-to-open', { sheet: name, megabytes: Math.ceil(size / MEGABYTE) });
  }
  return { bytes, warnings: job.warnings };
}

const MEGABYTE = 1024 * 1024;

/** What writing the cells takes of all the time; packing what is left comes after. */
const CELLS_SHARE = 0.95;

function cellsOf(sheet: SheetModel): number {
  const used = sheet.usedArea();
  return used === null ? 1 : used.rows * used.columns;
}

/** A package with a workbook part and nothing else. */
function emptyPackage(): OfficePackage {
  const pkg = OfficePackage.open(writeZip([]), defaultLimits);
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  pkg.set(
    '[Content_Types].xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${types}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  pkg.set(
    'xl/workbook.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${main}"></workbook>`,
  );
  pkg.declare(
    'xl/workbook.xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  );
  pkg.relate('', `${officeRelationship}/officeDocument`, 'xl/workbook.xml');
  return pkg;
}

function newSheetPart(job: SaveJob): string {
  const part = job.pkg.freePart('xl/worksheets/sheet#.xml');
  // Taken at once: the next free number is another one.
  job.pkg.set(part, '');
  job.addWorkbookPart(part, 'worksheet', 'worksheet');
  return part;
}

function dropSheet(job: SaveJob, part: string): void {
  const link = job.pkg.relationships(job.workbookPart).find(({ target }) => target === part);
  if (link !== undefined) job.pkg.unrelate(job.workbookPart, link.id);
  removeSheetParts(job, part);
  job.cellsChanged = true;
}

function saveStrings(job: SaveJob): void {
  const { strings, pkg } = job;
  if (!strings.changed) return;
  const part = job.linked('sharedStrings') ?? pkg.freePart('xl/sharedStrings.xml');
  pkg.set(part, strings.toString());
  job.addWorkbookPart(part, 'sharedStrings', 'sharedStrings');
}

/** Properties, theme, custom XML and settings. */
function saveDocument(job: SaveJob): void {
  const { pkg, workbook, carried } = job;
  if (job.linked('theme') === undefined && carried === null) {
    pkg.set('xl/theme/theme1.xml', job.parts.pkg.text('xl/theme/theme1.xml'));
    pkg.declare('xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml');
    pkg.relate(job.workbookPart, `${officeRelationship}/theme`, 'xl/theme/theme1.xml');
  }
  if (carried?.document === describeDocument(workbook)) return;
  saveProperties(job);
  saveCustomXml(job);
}

const propertyParts = [
  [
    'docProps/core.xml',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'application/vnd.openxmlformats-package.core-properties+xml',
  ],
  [
    'docProps/app.xml',
    `${officeRelationship}/extended-properties`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  ],
  [
    'docProps/custom.xml',
    `${officeRelationship}/custom-properties`,
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  ],
] as const;

function saveProperties({ pkg, parts }: SaveJob): void {
  for (const [part, relationship, contentType] of propertyParts) {
    const type = relationship.slice(relationship.lastIndexOf('/') + 1);
    const existing = pkg.relationships('').find((link) => link.type === type);
    if (!parts.pkg.has(part)) {
      if (existing !== undefined) {
        pkg.unrelate('', existing.id);
        pkg.remove(existing.target);
      }
      continue;
    }
    const target = existing?.target ?? part;
    pkg.set(
      target,
      parts.pkg
        .text(part)
        .replace('<Application>hucre</Application>', '<Application>Microsoft Excel</Application>'),
    );
    pkg.declare(target, contentType);
    if (existing === undefined) pkg.relate('', relationship, target);
  }
}

/** Each custom XML part by its id; the settings of add-ins are one more. */
function saveCustomXml(job: SaveJob): void {
  const { pkg, workbook } = job;
  const wanted = new Map(workbook.customXml);
  if (workbook.settings.size > 0) wanted.set(settingsId, settingsXml(workbook.settings));
  const existing = pkg.names().filter((part) => /^customXml\/item\d+\.xml$/i.test(part));
  for (const part of existing) {
    const id = customXmlId(pkg, part);
    const text = wanted.get(id);
    if (text === undefined) {
      for (const link of pkg.relationships(part)) pkg.remove(link.target);
      for (const link of pkg.relationships(job.workbookPart)) {
        if (link.target === part) pkg.unrelate(job.workbookPart, link.id);
      }
      pkg.remove(part);
    } else if (text !== pkg.text(part)) {
      pkg.set(part, text);
    }
    wanted.delete(id);
  }
  for (const [id, text] of wanted) {
    const part = pkg.freePart('customXml/item#.xml');
    const number = /(\d+)\.xml$/.exec(part)?.[1] ?? '1';
    const properties = `customXml/itemProps${number}.xml`;
    const space = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
    pkg.set(part, text);
    pkg.set(
      properties,
      `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${escapeXml(id)}" xmlns:ds="${space}"/>`,
    );
    pkg.declare(properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
    pkg.relate(part, `${officeRelationship}/customXmlProps`, properties);
    pkg.relate(job.workbookPart, `${officeRelationship}/customXml`, part);
  }
}

const settingsId = '{5E7716A5-4D0C-4F3B-9C5E-2B1D7A90C8F1}';

function settingsXml(settings: ReadonlyMap<string, unknown>): string {
  const items = [...settings].map(
    ([name, value]) =>
      `<setting name="${escapeXml(name)}">${escapeXml(JSON.stringify(value ?? null))}</setting>`,
  );
  return `<settings xmlns="${settingsSpace}">${items.join('')}</settings>`;
}

/** The order of calculation is Excel's own note; it must go when formulas came or went. */
function dropCalculationChain(job: SaveJob): void {
  const { pkg, workbookPart } = job;
  const link = pkg.relationships(workbookPart).find(({ type }) => type === 'calcChain');
  if (link === undefined || !job.cellsChanged) return;
  pkg.unrelate(workbookPart, link.id);
  pkg.remove(link.target);
}
