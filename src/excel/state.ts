import type { RememberedTable } from '../reading/types';
import type { Notice } from './errors';
import { listSheets, type ListedSheet } from './listing';
import type { BuildRecord } from './record';
import { withExcel, type Session } from './run';
import type { BuildInfo, Memory } from './types';
import { soundPart, type Remembered } from './validRecord';
import { fromPart, toPart } from './xmlPart';

/**
 * What Daybook remembers travels in the workbook as custom XML parts: they survive saving on every platform, need no
 * add-in to be there, and no sheet has to be hidden for them. One part for builds and choices, one a build for its rows.
 */
const MEMORY = 'urn:daybook:memory';
export const rowsNamespace = (build: string): string => `urn:daybook:rows:${build}`;

/** Characters that the marks of one build's rows may take, some 150,000 rows: below what one request carries. */
const MOST_ROWS_TEXT = 3_000_000;

/** The latest choices are kept; a workbook has fewer sheets than this. */
const MOST_CHOICES = 200;

/** A part of ours as it stands; null where there is none. */
export interface StoredPart {
  readonly namespace: string;
  readonly xml: string | null;
}

export interface StoredMemory extends Remembered {
  readonly part: StoredPart;
  readonly notices: readonly Notice[];
}

/** Reads a part of ours; damaged or newer ones are told apart by its content. Two requests. */
async function loadPart(session: Session, namespace: string): Promise<StoredPart> {
  const parts = session.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  await session.sync();
  const [first] = parts.items;
  if (!first) return { namespace, xml: null };
  const xml = first.getXml();
  await session.sync();
  return { namespace, xml: xml.value };
}

/** Queues a part's new content; null takes it away. Needs the ids, so one request before it is sent. */
export async function putPart(session: Session, { namespace, xml }: StoredPart): Promise<void> {
  const { customXmlParts } = session.workbook;
  const parts = customXmlParts.getByNamespace(namespace).load('items/id');
  await session.sync();
  const [first, ...others] = parts.items;
  await session.room(xml === null ? 0 : xml.length);
  for (const part of xml === null ? parts.items : others) part.delete();
  if (xml === null) return;
  if (first) first.setXml(xml);
  else customXmlParts.add(xml);
}

/** Everything that is remembered, with what has to be said about it. */
export async function loadStored(session: Session): Promise<StoredMemory> {
  const part = await loadPart(session, MEMORY);
  if (part.xml === null) return { builds: [], choices: [], part, notices: [] };
  const content = fromPart(part.xml);
  if (content.kind === 'newer') {
    return { builds: [], choices: [], part, notices: [{ code: 'excel-memory-newer', details: {} }] };
  }
  const { sound, damaged } =
    content.kind === 'read'
      ? soundPart(content.value)
      : { sound: { builds: [], choices: [] }, damaged: true };
  return { ...sound, part, notices: damaged ? [{ code: 'excel-memory-damaged', details: {} }] : [] };
}

/** The part that says this. */
export function memoryPart(memory: Remembered): StoredPart {
  return {
    namespace: MEMORY,
    xml: toPart(MEMORY, { builds: memory.builds, choices: memory.choices.slice(-MOST_CHOICES) }),
  };
}

/** Marks of a build's rows by table role, packed. */
export type PackedRows = Readonly<Record<string, string>>;

/** The marks that the last build of these rows left; null where there are none or they can't be read. */
export async function loadRows(
  session: Session,
  build: string,
): Promise<{ part: StoredPart; rows: PackedRows | null }> {
  const part = await loadPart(session, rowsNamespace(build));
  const content = part.xml === null ? null : fromPart(part.xml);
  const value = content?.kind === 'read' ? content.value : null;
  const sound =
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((packed) => typeof packed === 'string');
  return { part, rows: sound ? (value as PackedRows) : null };
}

/** The part with the marks of a build's rows; without content where that would be too much to remember. */
export function rowsPart(build: string, rows: PackedRows): StoredPart {
  const namespace = rowsNamespace(build);
  const length = Object.values(rows).reduce((sum, packed) => sum + packed.length, 0);
  return { namespace, xml: length > MOST_ROWS_TEXT ? null : toPart(namespace, rows) };
}

/** The sheets of a build that still stand, by role. A copied sheet has its original's mark: the id, then the name, decides. */
export function standingSheets(build: BuildRecord, listed: readonly ListedSheet[]): Map<string, ListedSheet> {
  const standing = new Map<string, ListedSheet>();
  for (const record of build.sheets) {
    const marked = listed.filter(({ mark }) => mark?.build === build.id && mark.role === record.role);
    const found =
      marked.find((sheet) => sheet.id === record.id) ??
      marked.find((sheet) => sheet.name === record.name) ??
      marked[0];
    if (found) standing.set(record.role, found);
  }
  return standing;
}

/** A build as the pane shows it; null when none of its sheets is left. */
function buildInfo(build: BuildRecord, listed: readonly ListedSheet[]): BuildInfo | null {
  const standing = standingSheets(build, listed);
  if (standing.size === 0) return null;
  const { id, template, locale, source, companions, options } = build;
  return {
    id,
    template,
    locale,
    source,
    companions,
    options,
    sheets: [...standing].map(([role, sheet]) => ({ role, name: sheet.name })),
  };
}

/** Builds that stand in the workbook and the reading choices it remembers. */
export function loadMemory(): Promise<Memory> {
  return withExcel({}, async (session) => {
    const stored = await loadStored(session);
    const listed = await listSheets(session);
    return {
      builds: stored.builds.flatMap((build) => buildInfo(build, listed) ?? []),
      choices: stored.choices,
      notices: stored.notices,
    };
  });
}

/** Remembers reading choices in the workbook, in place of those remembered before. */
export function saveChoices(choices: readonly RememberedTable[]): Promise<void> {
  return withExcel({}, async (session) => {
    const stored = await loadStored(session);
    await putPart(session, memoryPart({ builds: stored.builds, choices }));
    await session.sync();
  });
}
