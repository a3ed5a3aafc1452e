import { realpath, writeFile } from 'node:fs/promises';
import { areaAddress, cellAddress } from '../domain/address';
import { serialOfIso } from '../domain/dates';
import { DaybookError } from '../domain/errors';
import { loadMemory, loadNames, readGrid, saveChoices, writePlan } from '../excel';
import { texts, type Locale } from '../locales';
import { problemSentence } from '../locales/problems';
import type { Problem, TableReading } from '../reading/types';
import { rememberCompanions, rememberSource, type Companions } from '../templates/sources';
import type { Preparation, Template } from '../templates/types';
import { fileWarningSentence, saveFile } from '../workbench/files';
import type { WorkbookModel } from '../workbench/model/types';
import { chosenCompanions, chosenOptions, chosenSource, chosenTemplate, readWith } from './choose';
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

function asOfSerial(text: string | undefined, locale: Locale): number | null {
  if (text === undefined) return null;
  const serial = serialOfIso(text);
  if (serial === null) throw new UsageFailure(texts(locale).cli.dateInvalid({ text }));
  return serial;
}

interface Finding {
  /** The sheet of the cell; null where the finding speaks of no cell. */
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly message: string;
}

function finding(problem: Problem, source: TableReading | null, locale: Locale): Finding {
  const { row, column = 0, code, severity } = problem;
  const sheet = problem.sheet ?? source?.sheet;
  const known = row !== undefined && sheet !== undefined;
  return {
    sheet: known ? sheet : null,
    cell: known ? cellAddress({ row, column }) : null,
    code,
    severity,
    message: problemSentence(problem, locale),
  };
}

/** What the templates and the reading of each table found; a companion's findings name its sheet. */
function findingsOf({ preparation, source, companions }: Made, locale: Locale): Finding[] {
  const others = new Set(Object.values(companions).flat());
  return [
    ...preparation.findings.map((problem) => finding(problem, source, locale)),
    ...[...(source ? [source] : []), ...others].flatMap((table) =>
      table.problems.map((problem) => finding(problem, table, locale)),
    ),
  ];
}

/** Builds from a workbook into a new file, through the same Office.js code that runs in Excel. */
export async function runBuild(id: string, file: string, flags: BuildFlags): Promise<ExitCode> {
  const { locale, output } = flags;
  const template = chosenTemplate(id, locale);
  const asOf = asOfSerial(flags.asOf, locale);
  const map = flags.map === undefined ? EMPTY_MAP : readMap(flags.map, texts(locale));
  if (await isSameFile(file, output)) throw new UsageFailure(texts(locale).cli.outputIsSource({ file }));
  const { workbook, warnings: notRead } = await openBook(file, locale);

  const order: Order = { template, asOf, map, workbook, locale, output };
  try {
    const made = await insideExcel(workbook, locale, () => buildInside(order));
    const findings = findingsOf(made, locale);
    const warnings = [...notRead, ...made.lost];
    report({
      flags,
      template: id,
      source: made.source,
      companions: made.companions,
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
  readonly source: TableReading | null;
  readonly companions: Companions;
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
  const companions = chosenCompanions(template, reading, source, map, locale);
  const options = chosenOptions(template, map, locale);
  const names = await loadNames(null);
  const request = { book: reading, rules, source, companions, asOf, locale, names, options };
  const preparation = template.prepare(request);
  if (preparation.refusal) throw new UsageFailure(problemSentence(preparation.refusal, locale));
  const result = await writePlan(template.build(request), {
    source: source && rememberSource(source),
    companions: rememberCompanions(template, reading, source, companions),
    options,
    refresh: null,
  });
  if (choices !== memory.choices) await saveChoices(choices);
  await workbook.calculate(true);
  const saved = await saveFile(workbook);
  await writeFile(output, saved.bytes);
  const lost = saved.warnings.map((warning) => fileWarningSentence(warning, locale));
  return { source, companions, preparation, sheets: result.added, lost };
}

/** A file that is not there yet is nobody's. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((file) => realpath(file).catch(() => null)));
  return one !== null && one === other;
}

/** What Excel's room or the file system refused, as a sentence. */
function explained(error: unknown, locale: Locale): unknown {
  const { excel, cli } = texts(locale);
  if (error instanceof DaybookError) {
    const sentence = Object.entries(excel.errors).find(([code]) => code === error.code)?.[1];
    if (sentence) return new UsageFailure(sentence(error.details));
  }
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) return error;
  const reason = Object.entries(cli.unwritable).find(([known]) => known === code)?.[1] ?? message;
  return new UsageFailure(cli.fileUnwritable({ file: path, reason }));
}

interface Report {
  readonly flags: BuildFlags;
  readonly template: string;
  readonly source: TableReading | null;
  readonly companions: Companions;
  readonly rowsUsed: number;
  readonly sheets: readonly string[];
  readonly findings: readonly Finding[];
  readonly warnings: readonly string[];
}

const placeOf = ({ sheet, area }: TableReading): { sheet: string; range: string } => ({
  sheet,
  range: areaAddress(area),
});

function report({ flags, template, source, companions, rowsUsed, sheets, findings, warnings }: Report): void {
  const { output, json, locale } = flags;
  if (json) {
    printJson({
      template,
      output,
      source: source && placeOf(source),
      companions: Object.fromEntries(
        Object.entries(companions).map(([id, tables]) => [id, tables.map(placeOf)]),
      ),
      rows_used: rowsUsed,
      sheets,
      findings,
      warnings,
    });
    return;
  }
  print(texts(locale).cli.built({ file: output, sheets: sheets.join(', '), rows: rowsUsed }));
  for (const warning of warnings) print(`! ${warning}`);
  for (const { sheet, cell, message } of findings) print(`! ${cell ? `${sheet}!${cell}: ` : ''}${message}`);
}
