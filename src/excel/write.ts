import type { Steps } from '../domain/drain';
import type { Plan, SheetPlan } from '../plan/types';
import { applyWork, type SheetWork } from './apply';
import { nameCharts } from './charts';
import { composeTable, placeSheet, type ComposedTable } from './compose';
import { asks1904 } from './dateSystem';
import { excelError, type Notice } from './errors';
import { unwatched } from './events';
import { listSheets, type ListedSheet } from './listing';
import { markSheet } from './mark';
import type { Naming } from './naming';
import { packMarks } from './packedMarks';
import type { PlacedSheet } from './placed';
import { planFor1904 } from './plan1904';
import { recordSheets, type WrittenSheet } from './readBack';
import type { BuildRecord } from './record';
import { refreshSheet, type RefreshedSheet } from './refreshSheet';
import { restore, restoreFailed, withExtents, type Before } from './restore';
import { withExcel, type Session } from './run';
import { namingOf, readStanding, refuseProtected, type StandingSheet } from './standing';
import {
  loadRows,
  loadStored,
  memoryPart,
  putPart,
  rowsPart,
  standingSheets,
  type PackedRows,
  type StoredMemory,
  type StoredPart,
} from './state';
import type { BuildOptions, BuildResult } from './types';
import { rememberForUndo } from './undo';

/** One sheet of the build, new or refreshed. */
interface Target {
  readonly plan: SheetPlan;
  readonly placed: PlacedSheet;
  readonly tables: readonly ComposedTable[];
  readonly standing: StandingSheet | null;
  readonly refreshed: RefreshedSheet | null;
}

/** Everything that is decided before the first cell is written. */
interface Preparation {
  readonly id: string;
  readonly targets: readonly Target[];
  readonly stored: StoredMemory;
  /** Builds to remember on; of the others people have deleted every sheet. */
  readonly alive: readonly BuildRecord[];
  readonly before: Before;
}

/**
 * Builds a plan: new sheets, or with `refresh` the sheets of an earlier build in place. All or nothing: when it fails
 * or is stopped half-way, the workbook is put back as it was.
 */
export function writePlan(plan: Plan, options: BuildOptions): Promise<BuildResult> {
  return unwatched(() => buildOrRestore(plan, options));
}

async function buildOrRestore(plan: Plan, options: BuildOptions): Promise<BuildResult> {
  const preparation = await withExcel(options, (session) => prepare(session, plan, options));
  try {
    return await withExcel(options, (session) => perform(session, plan, options, preparation));
  } catch (failure) {
    const second = await restore(preparation.before, options.onProgress);
    throw second ? restoreFailed(preparation.before, [failure, second]) : failure;
  }
}

async function prepare(session: Session, wanted: Plan, options: BuildOptions): Promise<Preparation> {
  session.progress({ step: 'look', sheet: '', done: 0, total: 0 });
  const plan = (await asks1904(session)) ? planFor1904(wanted) : wanted;
  const protection = session.workbook.protection.load('protected');
  const active = session.workbook.worksheets.getActiveWorksheet().load('id');
  const listed = await listSheets(session);
  const stored = await loadStored(session);
  const record = stored.builds.find((build) => build.id === options.refresh);
  if (options.refresh !== null && !record) throw excelError('excel-build-gone', { build: options.refresh });
  const id = record?.id ?? newId(stored);
  const rows = await loadRows(session, id);
  const standing = record ? await standingOf(session, record, listed, plan) : [];
  session.progress({ step: 'compare', sheet: '', done: 0, total: 0 });
  const naming = namingOf(standing);
  const targets: Target[] = [];
  for (const sheet of plan.sheets) {
    const there = standing.find((one) => one.record.role === sheet.role) ?? null;
    targets.push(await session.compute(targetOf(sheet, there, naming, rows.rows)));
  }
  const alive = stored.builds.filter((build) => standingSheets(build, listed).size > 0);
  const forgotten = await rowsOfForgotten(session, stored, alive);
  const added = targets.filter((target) => !target.standing).map((target) => target.placed.name);
  if (added.length > 0 && protection.protected) throw excelError('excel-structure-protected');
  const before: Before = {
    build: id,
    sheets: new Set(listed.map((sheet) => sheet.id)),
    active: active.id,
    added,
    refreshed: targets.flatMap(({ standing: there, refreshed, placed }) =>
      there && refreshed ? [{ id: there.listed.id, before: refreshed.from, written: placed }] : [],
    ),
    parts: [stored.part, rows.part, ...forgotten],
  };
  return { id, targets, stored, alive, before };
}

function* targetOf(
  plan: SheetPlan,
  standing: StandingSheet | null,
  naming: Naming,
  rows: PackedRows | null,
): Steps<Target> {
  if (standing) {
    const refreshed = yield* refreshSheet(plan, standing, naming, rows);
    return { plan, placed: refreshed.to, tables: refreshed.tables, standing, refreshed };
  }
  const tables: ComposedTable[] = [];
  for (const table of plan.tables) tables.push(yield* composeTable(table));
  return { plan, placed: placeSheet(plan, tables), tables, standing, refreshed: null };
}

async function rowsOfForgotten(
  session: Session,
  stored: StoredMemory,
  alive: readonly BuildRecord[],
): Promise<StoredPart[]> {
  const parts: StoredPart[] = [];
  for (const { id } of stored.builds.filter((build) => !alive.includes(build))) {
    parts.push((await loadRows(session, id)).part);
  }
  return parts;
}

/** Short, and not that of another build in this workbook. */
function newId(stored: StoredMemory): string {
  const taken = new Set(stored.builds.map((build) => build.id));
  for (;;) {
    const id = Math.random().toString(36).slice(2, 10);
    if (id.length === 8 && !taken.has(id)) return id;
  }
}

async function standingOf(
  session: Session,
  record: BuildRecord,
  listed: readonly ListedSheet[],
  plan: Plan,
): Promise<StandingSheet[]> {
  const sheets = standingSheets(record, listed);
  const pairs = record.sheets.flatMap((sheet) => {
    const there = sheets.get(sheet.role);
    return there && plan.sheets.some((one) => one.role === sheet.role)
      ? [{ listed: there, record: sheet }]
      : [];
  });
  refuseProtected(pairs.map((pair) => pair.listed));
  return readStanding(session, pairs);
}

async function perform(
  session: Session,
  plan: Plan,
  options: BuildOptions,
  preparation: Preparation,
): Promise<BuildResult> {
  const { id, targets, stored, before } = preparation;
  const sheets = targets.map(({ placed, plan: { role }, standing }) => {
    if (standing) return session.workbook.worksheets.getItem(standing.listed.id);
    const sheet = session.workbook.worksheets.add(placed.name);
    markSheet(sheet, { build: id, role });
    return sheet;
  });
  for (const sheet of sheets) sheet.load('id,name');
  await session.sync();
  const works = targets.map(({ placed, refreshed }, index): SheetWork => ({
    sheet: sheets[index]!,
    to: placed,
    from: refreshed?.from ?? null,
    extents: new Map(),
  }));
  const notices = await applyWork(session, await withExtents(session, works));
  session.progress({ step: 'finish', sheet: '', done: 0, total: 0 });
  const records = await recordSheets(
    session,
    targets.map(({ plan: wanted, placed, tables, refreshed }, index): WrittenSheet => ({
      sheet: sheets[index]!,
      id: sheets[index]!.id,
      placed,
      tables,
      typed: refreshed?.typed ?? new Set(),
      charts: refreshed ? placeSheet(wanted, tables).charts : nameCharts(wanted.charts),
    })),
  );
  const { template, locale } = plan;
  const { source, companions = {}, options: chosen } = options;
  const build: BuildRecord = { id, template, locale, source, companions, options: chosen, sheets: records };
  const parts = await partsOf(session, build, preparation);
  for (const part of parts) await putPart(session, part);
  if (sheets[0]) sheets[0].activate();
  await session.sync();
  rememberForUndo({
    before,
    build,
    previous: stored.builds.find((one) => one.id === id) ?? null,
    tables: targets.flatMap((target) => target.placed.tables),
  });
  return resultOf(build, targets, sheets, [...stored.notices, ...notices, ...fullNotice(parts[0]!)]);
}

/** What the workbook is to remember after the build. */
async function partsOf(
  session: Session,
  build: BuildRecord,
  { targets, stored, alive, before }: Preparation,
): Promise<StoredPart[]> {
  const rows: [string, string][] = [];
  for (const { plan, merged } of targets.flatMap(({ tables }) => tables)) {
    rows.push([plan.role, await session.compute(packMarks(merged.marks))]);
  }
  const builds = [...alive.filter((one) => one.id !== build.id), build];
  const own = [rowsPart(build.id, Object.fromEntries(rows)), memoryPart({ builds, choices: stored.choices })];
  const known = new Set(own.map((part) => part.namespace));
  const forgotten = before.parts.filter((part) => part.xml !== null && !known.has(part.namespace));
  return [...own, ...forgotten.map((part) => ({ ...part, xml: null }))];
}

function fullNotice(rows: StoredPart): Notice[] {
  return rows.xml === null ? [{ code: 'excel-memory-full', details: {} }] : [];
}

function resultOf(
  build: BuildRecord,
  targets: readonly Target[],
  sheets: readonly Excel.Worksheet[],
  notices: readonly Notice[],
): BuildResult {
  const names = (refreshed: boolean): string[] =>
    targets.flatMap((target, index) =>
      (target.refreshed !== null) === refreshed ? [sheets[index]!.name] : [],
    );
  const { id, template, locale, source, companions, options } = build;
  return {
    build: {
      id,
      template,
      locale,
      source,
      companions,
      options,
      sheets: targets.map(({ plan }, index) => ({ role: plan.role, name: sheets[index]!.name })),
    },
    added: names(false),
    refreshed: names(true),
    changes: targets.flatMap((target) => target.refreshed?.changes ?? []),
    kept: targets.flatMap((target) => target.refreshed?.kept ?? []),
    notices: [...targets.flatMap((target) => target.refreshed?.notices ?? []), ...notices],
  };
}
