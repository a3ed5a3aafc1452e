import { texts, type Locale } from '../locales';
import { templateTexts } from '../locales/templateTexts';
import { readBook, remember } from '../reading';
import type { BookGrid } from '../reading/grid';
import type { BookReading, RememberedTable, Role, TableReading } from '../reading/types';
import { templateById, templates } from '../templates';
import { initialCompanions, missingCompanion, sourcesOf, type Companions } from '../templates/sources';
import type { Template } from '../templates/types';
import { UsageFailure } from './failure';
import type { MapFile } from './map';

/** What a person chooses in the pane, decided for the terminal: by the map file, or as the template begins. */

export function chosenTemplate(id: string, locale: Locale): Template {
  const known = templates.map((template) => template.id);
  if (!known.includes(id))
    throw new UsageFailure(texts(locale).cli.templateUnknown({ id, known: known.join(', ') }));
  return templateById(id);
}

/** Reads the sheets, with what the workbook remembers and what the map file says on top of it. */
export function readWith(
  grid: BookGrid,
  remembered: readonly RememberedTable[],
  map: MapFile,
  locale: Locale,
): { reading: BookReading; choices: readonly RememberedTable[] } {
  const { cli } = texts(locale);
  const first = readBook(grid, remembered);
  let choices = remembered;
  for (const [sheet, wanted] of Object.entries(map.sheets)) {
    for (const table of tablesOn(sheet, first, locale)) choices = remember(choices, table, wanted);
  }
  const reading = choices === remembered ? first : readBook(grid, choices);
  for (const [sheet, { fields = {}, headerRows }] of Object.entries(map.sheets)) {
    const tables = reading.sheets.find((candidate) => candidate.sheet === sheet)?.tables ?? [];
    const headers = tables.flatMap((table) => table.columns.map((column) => column.header || column.letter));
    const unknown =
      headerRows === undefined ? Object.keys(fields).find((header) => !headers.includes(header)) : undefined;
    if (unknown !== undefined) {
      throw new UsageFailure(cli.headerUnknown({ sheet, header: unknown, known: headers.join(', ') }));
    }
  }
  return { reading, choices };
}

/** The tables of a sheet that the map file names; refused where there is none. */
function tablesOn(
  sheet: string,
  reading: BookReading,
  locale: Locale,
): readonly [TableReading, ...TableReading[]] {
  const [first, ...others] = reading.sheets.find((candidate) => candidate.sheet === sheet)?.tables ?? [];
  if (first) return [first, ...others];
  const known = reading.sheets.filter(({ tables }) => tables.length > 0).map((one) => one.sheet);
  throw new UsageFailure(texts(locale).cli.sourceUnknown({ sheet, known: known.join(', ') }));
}

/** The table to build from; null where the map file asks for an empty template. */
export function chosenSource(
  template: Template,
  reading: BookReading,
  map: MapFile,
  locale: Locale,
): TableReading | null {
  const { cli, reading: words } = texts(locale);
  if (map.source === null) {
    if (!template.blank) throw new UsageFailure(cli.neverBlank({ id: template.id }));
    return null;
  }
  // Made of no sheet at all: there is nothing to choose.
  if (template.roles.length === 0) return null;
  const sources = sourcesOf(template, reading);
  if (map.source !== undefined) {
    const [first, ...others] = tablesOn(map.source, reading, locale);
    return sources.find((table) => [first, ...others].includes(table)) ?? first;
  }
  const [source] = sources;
  if (source) return source;
  const roles = template.roles.map((role) => words.roles[role]).join(', ');
  throw new UsageFailure(template.blank ? cli.noSourceOrBlank({ roles }) : cli.noSource({ roles }));
}

/** The tables beside the source; one that the template can't do without is asked for. */
export function chosenCompanions(
  template: Template,
  reading: BookReading,
  source: TableReading | null,
  map: MapFile,
  locale: Locale,
): Companions {
  const words = texts(locale);
  const { companions } = template;
  for (const id of Object.keys(map.companions)) {
    if (companions.some((companion) => companion.id === id)) continue;
    const known = companions.map((companion) => companion.id).join(', ') || '–';
    throw new UsageFailure(words.cli.companionUnknown({ id, template: template.id, known }));
  }
  const named = companions.flatMap(({ id, roles, many }) => {
    const sheets = map.companions[id];
    if (!sheets) return [];
    if (!many && sheets.length > 1) throw new UsageFailure(words.cli.companionSingle({ id }));
    const tables = sheets.flatMap((sheet) => onSheet(sheet, roles, many, reading, locale));
    return [[id, tables.filter((table) => table !== source)] as const];
  });
  const chosen: Companions = {
    ...initialCompanions(template, reading, source),
    ...Object.fromEntries(named),
  };
  const missing = missingCompanion(template, chosen);
  if (missing) {
    const label = templateTexts(words, template.id).companions[missing.id] ?? missing.id;
    const roles = missing.roles.map((role) => words.reading.roles[role]).join(', ');
    throw new UsageFailure(words.cli.companionMissing({ id: missing.id, label, roles }));
  }
  return chosen;
}

/** Of a sheet that is named the tables of the right kind, or whatever table it has. */
function onSheet(
  sheet: string,
  roles: readonly Role[],
  many: boolean,
  reading: BookReading,
  locale: Locale,
): readonly TableReading[] {
  const tables = tablesOn(sheet, reading, locale);
  const fitting = tables.filter((table) => roles.includes(table.role));
  const found = fitting.length > 0 ? fitting : [tables[0]];
  return many ? found : found.slice(0, 1);
}

/** Every option with its value: the map file's, or the one it begins with. */
export function chosenOptions(
  template: Template,
  map: MapFile,
  locale: Locale,
): Readonly<Record<string, string>> {
  const { cli } = texts(locale);
  for (const [id, value] of Object.entries(map.options)) {
    const option = template.options.find((candidate) => candidate.id === id);
    if (!option) {
      const known = template.options.map((candidate) => candidate.id).join(', ') || '–';
      throw new UsageFailure(cli.optionUnknown({ id, template: template.id, known }));
    }
    if (!option.values.includes(value)) {
      throw new UsageFailure(cli.optionValueUnknown({ id, value, known: option.values.join(', ') }));
    }
  }
  return { ...Object.fromEntries(template.options.map(({ id, initial }) => [id, initial])), ...map.options };
}
