import { writeFile } from 'node:fs/promises';
import { areaAddress, cellAddress } from '../domain/address';
import { serialOfIso } from '../domain/dates';
import { DaybookError } from '../domain/errors';
import { loadMemory, loadNames, readGrid, saveChoices, writePlan } from '../excel';
import { texts, type Locale } from '../locales';
import { problemSentence } from '../locales/problems';
import { headerSignature, readBook, remember } from '../reading';
import type { BookGrid } from '../reading/grid';
import type { BookReading, Problem, RememberedTable, TableReading } from '../reading/types';
import { templateById, templates } from '../templates';
import { sourcesOf } from '../templates/sources';
import type { Preparation, Template } from '../templates/types';
import { fileWarningSentence, saveFile } from '../workbench/files';
import type { WorkbookModel } from '../workbench/model/types';
import { insideExcel } from './excel-session';
import { UsageFailure } from './failure';
import { EMPTY_MAP, readMap, type MapFile } from './map';
import { openBook } from './open';
import { EXIT, print, printJson, type ExitCode } from './output';

export interface BuildFlags {
  readonly output: string;
  readonly asOf?: string;
  readonly map?: string;
  readonly json?: boolean;
  readonly locale: Locale;
}

function chosenTemplate(id: string, locale: Locale): Template {
  const known = templates.map((template) => template.id);
  if (!known.includes(id))
    throw new UsageFailure(texts(locale).cli.templateUnknown({ id, known: known.join(', ') }));
  return templateById(id);
}

function asOfSerial(text: string | undefined, locale: Locale): number | null {
  if (text === undefined) return null;
  const serial = serialOfIso(text);
  if (serial === null) throw new UsageFailure(texts(locale).cli.dateInvalid({ text }));
  return serial;
}

/** Reads the sheets, with what the workbook remembers and what the map file says on top of it. */
function readWith(
  grid: BookGrid,
  remembered: readonly RememberedTable[],
  map: MapFile,
  locale: Locale,
): { reading: BookReading; choices: readonly RememberedTable[] } {
  const { cli } = texts(locale);
  const first = readBook(grid, remembered);
  let choices = remembered;
  for (const [sheet, wanted] of Object.entries(map.sheets)) {
    const tables = first.sheets.find((candidate) => candidate.sheet === sheet)?.tables ?? [];
    if (tables.length === 0) {
      throw new UsageFailure(cli.sourceUnknown({ sheet, known: sheetsWithTables(first) }));
    }
    for (const table of tables) choices = remember(choices, table, wanted);
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

function sheetsWithTables(reading: BookReading): string {
  return reading.sheets
    .filter((sheet) => sheet.tables.length > 0)
    .map((sheet) => sheet.sheet)
    .join(', ');
}

function chosenSource(template: Template, reading: BookReading, map: MapFile, locale: Locale): TableReading {
  const words = texts(locale);
  const sources = sourcesOf(template, reading);
  const wanted = map.source;
  if (wanted !== undefined) {
    const tables = reading.sheets.find((sheet) => sheet.sheet === wanted)?.tables ?? [];
    const source = sources.find((table) => table.sheet === wanted) ?? tables[0];
    if (!source)
      throw new UsageFailure(words.cli.sourceUnknown({ sheet: wanted, known: sheetsWithTables(reading) }));
    return source;
  }
  const source = sources[0];
  if (!source) {
    const roles = template.roles.map((role) => words.reading.roles[role]).join(', ');
    throw new UsageFailure(words.cli.noSource({ roles }));
  }
  return source;
}

function finding(
  problem: Problem,
  locale: Locale,
): { cell: string | null; code: string; severity: string; message: string } {
  const { row, column = 0, code, severity } = problem;
  return {
    cell: row === undefined ? null : cellAddress({ row, column }),
    code,
    severity,
    message: problemSentence(problem, locale),
  };
}

/** Builds from a workbook into a new file, through the same Office.js code that runs in Excel. */
export async function runBuild(id: string, file: string, flags: BuildFlags): Promise<ExitCode> {
  const { locale, output } = flags;
  const template = chosenTemplate(id, locale);
  const asOf = asOfSerial(flags.asOf, locale);
  const map = flags.map === undefined ? EMPTY_MAP : readMap(flags.map, texts(locale));
  const { workbook, warnings: notRead } = await openBook(file, locale);

  const order: Order = { template, asOf, map, workbook, locale, output };
  try {
    const made = await insideExcel(workbook, locale, () => buildInside(order));
    const findings = [...made.preparation.findings, ...made.source.problems].map((problem) =>
      finding(problem, locale),
    );
    const warnings = [...notRead, ...made.lost];
    report({
      flags,
      template: id,
      source: made.source,
      rowsUsed: made.preparation.rowsUsed,
      sheets: made.sheets,
      findings,
      warnings,
    });
    return warnings.length > 0 || findings.some(({ severity }) => severity === 'warning')
      ? EXIT.findings
      : EXIT.done;
  } catch (error) {
    throw explained(error, locale);
  }
}

interface Order {
  readonly template: Template;
  readonly asOf: number | null;
  readonly map: MapFile;
  readonly workbook: WorkbookModel;
  readonly locale: Locale;
  readonly output: string;
}

interface Made {
  readonly source: TableReading;
  readonly preparation: Preparation;
  readonly sheets: readonly string[];
  /** What saving could not keep, as sentences. */
  readonly lost: readonly string[];
}

/** The pane's own way from the sheets to the new ones, without a person in between. */
async function buildInside({ template, asOf, map, workbook, locale, output }: Order): Promise<Made> {
  const { grid, rules } = await readGrid();
  const memory = await loadMemory();
  const { reading, choices } = readWith(grid, memory.choices, map, locale);
  const source = chosenSource(template, reading, map, locale);
  const initial = Object.fromEntries(template.options.map((option) => [option.id, option.initial]));
  const options = { ...initial, ...map.options };
  const request = {
    book: reading,
    rules,
    source,
    companions: {},
    asOf,
    locale,
    names: await loadNames(null),
    options,
  };
  const preparation = template.prepare(request);
  if (preparation.refusal) throw new UsageFailure(problemSentence(preparation.refusal, locale));
  const buildSource = { sheet: source.sheet, signature: headerSignature(source) };
  const result = await writePlan(template.build(request), { source: buildSource, options, refresh: null });
  if (choices !== memory.choices) await saveChoices(choices);
  await workbook.calculate(true);
  const saved = await saveFile(workbook);
  await writeFile(output, saved.bytes);
  const lost = saved.warnings.map((warning) => fileWarningSentence(warning, locale));
  return { source, preparation, sheets: result.added, lost };
}

/** What Excel's room or the file system refused, as a sentence. */
function explained(error: unknown, locale: Locale): unknown {
  const { excel, cli } = texts(locale);
  if (error instanceof DaybookError) {
    const sentence = Object.entries(excel.errors).find(([code]) => code === error.code)?.[1];
    if (sentence) return new UsageFailure(sentence(error.details));
  }
  const { code, path, message } = error as NodeJS.ErrnoException;
  return code !== undefined && path !== undefined
    ? new UsageFailure(cli.fileUnwritable({ file: path, reason: message }))
    : error;
}

interface Report {
  readonly flags: BuildFlags;
  readonly template: string;
  readonly source: TableReading;
  readonly rowsUsed: number;
  readonly sheets: readonly string[];
  readonly findings: readonly ReturnType<typeof finding>[];
  readonly warnings: readonly string[];
}

function report({ flags, template, source, rowsUsed, sheets, findings, warnings }: Report): void {
  const { output, json, locale } = flags;
  if (json) {
    const { sheet, area } = source;
    printJson({
      template,
      output,
      source: { sheet, range: areaAddress(area) },
      rows_used: rowsUsed,
      sheets,
      findings,
      warnings,
    });
    return;
  }
  print(texts(locale).cli.built({ file: output, sheets: sheets.join(', '), rows: rowsUsed }));
  for (const warning of warnings) print(`! ${warning}`);
  for (const { cell, message } of findings) print(`! ${cell ? `${source.sheet}!${cell}: ` : ''}${message}`);
}
