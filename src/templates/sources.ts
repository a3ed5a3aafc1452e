import { headerSignature } from '../reading/choices';
import type { BookOutline, Field, Role, TableOutline, TableReading } from '../reading/types';
import type { BuildRequest, Link, TemplateCompanion, TemplateEntry } from './types';

/** By the companion's id; with the values of the tables, or without where only a choice is made. */
export type Companions<Table extends TableOutline = TableReading> = Readonly<
  Record<string, readonly Table[]>
>;

/** What a table is recognised by when it comes again. */
export interface RememberedSource {
  readonly sheet: string;
  readonly signature: string;
  /** Could have been taken, and the person left it out. */
  readonly leftOut?: boolean;
}

export type RememberedCompanions = Readonly<Record<string, readonly RememberedSource[]>>;

/** The tables that a template can be built from: by the order of its roles, those it can make most of first. */
export function sourcesOf<Table extends TableOutline>(
  { roles, fields }: Pick<TemplateEntry, 'roles' | 'fields'>,
  reading: BookOutline<Table>,
): readonly Table[] {
  const wanted = fields.map(({ field }) => field);
  return tablesOf(roles, reading).sort(
    (a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || worth(b, wanted) - worth(a, wanted),
  );
}

function tablesOf<Table extends TableOutline>(roles: readonly Role[], reading: BookOutline<Table>): Table[] {
  return allTables(reading).filter((table) => roles.includes(table.role) && table.rows.length > 0);
}

/** What a template can make of a table: a column that it knows is worth more than many rows without it. */
function worth({ columns, rows }: TableOutline, wanted: readonly Field[]): number {
  const known = wanted.filter((field) => columns.some((column) => column.field === field)).length;
  return (known + 1) ** 3 * Math.log(rows.length + 1);
}

function allTables<Table extends TableOutline>(reading: BookOutline<Table>): Table[] {
  return reading.sheets.flatMap((sheet) => sheet.tables);
}

/** The source of a request to a template that is never built blank. */
export function sourceOf({ source }: BuildRequest): TableReading {
  if (!source) throw new Error('This template needs a source.');
  return source;
}

function foundFor<Table extends TableOutline>(
  companion: TemplateCompanion,
  reading: BookOutline<Table>,
  source: Table | null,
): readonly Table[] {
  const { roles, wanted = [] } = companion;
  return tablesOf(roles, reading)
    .filter((table) => table !== source)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || worth(b, wanted) - worth(a, wanted));
}

/** The tables that can be a companion, never the source; where several are taken, in the workbook's order. */
export function candidatesFor<Table extends TableOutline>(
  companion: TemplateCompanion,
  reading: BookOutline<Table>,
  source: Table | null,
): readonly Table[] {
  const found = foundFor(companion, reading, source);
  return companion.many ? inOrder(new Set(found), reading) : found;
}

function inOrder<Table extends TableOutline>(
  tables: ReadonlySet<Table>,
  reading: BookOutline<Table>,
): readonly Table[] {
  return allTables(reading).filter((table) => tables.has(table));
}

function initialFor<Table extends TableOutline>(
  companion: TemplateCompanion,
  reading: BookOutline<Table>,
  source: Table | null,
): readonly Table[] {
  const found = foundFor(companion, reading, source);
  switch (companion.initial) {
    case 'longest':
      return found.slice(0, 1);
    case 'alike': {
      const signature = source && headerSignature(source);
      const alike = candidatesFor(companion, reading, source).filter(
        (table) =>
          headerSignature(table) === signature || (source && isLinked(companion.linked, source, table)),
      );
      return companion.many ? alike : alike.slice(0, 1);
    }
    case 'none':
      return [];
  }
}

function isLinked(link: Link | undefined, source: TableOutline, table: TableOutline): boolean {
  const has = ({ columns }: TableOutline, field: Field): boolean =>
    columns.some((column) => column.field === field);
  return (
    link !== undefined &&
    link.by.some((field) => has(source, field) && has(table, field)) &&
    link.having.some((field) => has(table, field))
  );
}

/** What stands for each companion before a person chooses. */
export function initialCompanions<Table extends TableOutline>(
  { companions }: TemplateEntry,
  reading: BookOutline<Table>,
  source: Table | null,
): Companions<Table> {
  return Object.fromEntries(
    companions.map((companion) => [companion.id, initialFor(companion, reading, source)]),
  );
}

export function rememberSource(table: TableOutline): RememberedSource {
  return { sheet: table.sheet, signature: headerSignature(table) };
}

/** A remembered table in today's workbook: on the sheet of that name, or on a renamed one by its headers. */
export function findAgain<Table extends TableOutline>(
  { sheet, signature }: RememberedSource,
  reading: BookOutline<Table>,
  taken: ReadonlySet<Table> = new Set(),
): Table | undefined {
  const alike = allTables(reading).filter(
    (table) => headerSignature(table) === signature && !taken.has(table),
  );
  return alike.find((table) => table.sheet === sheet) ?? alike[0];
}

export interface CompanionsAgain<Table extends TableOutline> {
  readonly companions: Companions<Table>;
  /** Sheets that were taken then and are not there any more. */
  readonly gone: readonly string[];
}

/**
 * The companions of an earlier build in today's workbook. Where all tables like the source are taken, those that came
 * since (next month's sheet) are taken as well.
 */
export function companionsAgain<Table extends TableOutline>(
  entry: TemplateEntry,
  reading: BookOutline<Table>,
  source: Table | null,
  remembered: RememberedCompanions,
): CompanionsAgain<Table> {
  const gone: string[] = [];
  const names = new Set(reading.sheets.map(({ sheet }) => sheet));
  const again = (companion: TemplateCompanion): readonly Table[] => {
    const initial = initialFor(companion, reading, source);
    const before = remembered[companion.id];
    if (!before) return initial;
    const seen = new Set<Table>(source ? [source] : []);
    const taken = new Set<Table>();
    // Sheets that kept their names first: a renamed one is looked for among the rest.
    const inTurn = [...before].sort((a, b) => Number(names.has(b.sheet)) - Number(names.has(a.sheet)));
    for (const one of inTurn) {
      const table = findAgain(one, reading, seen);
      if (table) seen.add(table);
      if (table && !one.leftOut) taken.add(table);
      if (!table && !one.leftOut) gone.push(one.sheet);
    }
    if (companion.initial === 'alike' && companion.many) {
      for (const table of initial) if (!seen.has(table)) taken.add(table);
    }
    return inOrder(taken, reading);
  };
  const companions = Object.fromEntries(
    entry.companions.map((companion) => [companion.id, again(companion)]),
  );
  return { companions, gone };
}

/** What a build remembers of its companions: those taken, and those that could have been. */
export function rememberCompanions<Table extends TableOutline>(
  entry: TemplateEntry,
  reading: BookOutline<Table>,
  source: Table | null,
  chosen: Companions<Table>,
): RememberedCompanions {
  const remember = (companion: TemplateCompanion): readonly RememberedSource[] => {
    const taken = chosen[companion.id] ?? [];
    const others = companion.many
      ? candidatesFor(companion, reading, source).filter((table) => !taken.includes(table))
      : [];
    return [
      ...taken.map(rememberSource),
      ...others.map((table) => ({ ...rememberSource(table), leftOut: true })),
    ];
  };
  return Object.fromEntries(entry.companions.map((companion) => [companion.id, remember(companion)]));
}

/** The first companion that the template can't do without and that is not there. */
export function missingCompanion(
  { companions }: TemplateEntry,
  chosen: Companions<TableOutline>,
): TemplateCompanion | undefined {
  return companions.find(({ id, required }) => required && (chosen[id] ?? []).length === 0);
}
