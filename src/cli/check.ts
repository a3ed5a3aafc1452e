import { readFile } from 'node:fs/promises';
import { cellAddress } from '../domain/address';
import { dateOf } from '../domain/dates';
import { formatCents, type Cents } from '../domain/money';
import { loadMemory, readGrid } from '../excel';
import { texts, type Locale } from '../locales';
import { problemSentence } from '../locales/problems';
import type { BookGrid } from '../reading/grid';
import type { Problem, TableReading } from '../reading/types';
import { checkSheet, isAnyMonth, type Digest } from '../templates/commission-check/digest';
import { entry } from '../templates/commission-check/entry';
import { linesOf, type Line } from '../templates/commission-check/lines';
import { choosePlan, type ChosenPlan } from '../templates/commission-check/plan';
import { checkTexts, flagText } from '../templates/commission-check/sentences';
import { cellsOf } from '../templates/commission-check/submitted';
import { totalsOf, type Totals } from '../templates/commission-check/totals';
import { planFromJson } from '../templates/commission-plan/read';
import { commissionCheck } from '../templates/commission-check';
import { textWidth } from '../templates/measure';
import type { WorkbookModel } from '../workbench/model/types';
import { chosenCompanions, chosenOptions, chosenSource, readWith } from './choose';
import { insideExcel } from './excel-session';
import { UsageFailure } from './failure';
import { bookGridOf } from './grid';
import { EMPTY_MAP, readMap, type MapFile } from './map';
import { openBook } from './open';
import { EXIT, print, printJson, type ExitCode } from './output';

export interface CheckFlags {
  readonly plan?: string;
  readonly ready?: string;
  readonly map?: string;
  readonly json?: boolean;
  readonly locale: Locale;
}

interface Checked {
  readonly source: TableReading;
  readonly digest: Digest;
}

/** Checks a submitted commission sheet against its plan, row by row. */
export async function runCheck(file: string, flags: CheckFlags): Promise<ExitCode> {
  const { locale } = flags;
  const given = flags.map === undefined ? EMPTY_MAP : readMap(flags.map, texts(locale));
  const options = flags.ready === undefined ? given.options : { ...given.options, plan: flags.ready };
  const map = { ...given, options };
  const { workbook, warnings } = await openBook(file, locale);
  const plan = flags.plan === undefined ? null : await planFile(flags.plan, locale);
  const checked = await insideExcel(workbook, locale, () => checkInside(workbook, map, plan, locale));
  const result = resultOf(checked, warnings, locale);
  if (flags.json) printJson(result.json);
  else for (const line of result.text) print(line);
  return result.agrees ? EXIT.done : EXIT.findings;
}

async function checkInside(
  workbook: WorkbookModel,
  map: MapFile,
  plan: ChosenPlan | null,
  locale: Locale,
): Promise<Checked> {
  await workbook.calculate();
  const { grid, rules } = await readGrid();
  const memory = await loadMemory();
  const { reading } = readWith(grid, memory.choices, map, locale);
  const source = chosenSource(commissionCheck, reading, map, locale);
  if (!source) throw new UsageFailure(texts(locale).cli.neverBlank({ id: entry.id }));
  const companions = chosenCompanions(commissionCheck, reading, source, map, locale);
  const options = chosenOptions(commissionCheck, map, locale);
  const chosen = plan ?? choosePlan(rules, options, locale);
  if (!chosen) throw refused({ code: 'check-no-plan', details: { sheet: source.sheet } }, locale);
  const digest = checkSheet({
    source,
    orders: companions['orders'] ?? [],
    team: companions['team']?.[0] ?? null,
    chosen,
    asOf: null,
    near: Number(options['near']),
    locale,
  });
  if ('refusal' in digest) throw refused(digest.refusal, locale);
  return { source, digest };
}

function refused(problem: Pick<Problem, 'code' | 'details'>, locale: Locale): UsageFailure {
  return new UsageFailure(problemSentence(problem, locale));
}

/** The plan of a JSON file, or of the plan sheet of another workbook. */
async function planFile(file: string, locale: Locale): Promise<ChosenPlan> {
  const { cli } = texts(locale);
  if (!/\.json$/i.test(file)) {
    const { workbook } = await openBook(file, locale);
    await workbook.calculate();
    const rules: BookGrid = bookGridOf(workbook);
    const chosen = choosePlan(rules, { plan: 'sheet' }, locale);
    if (!chosen) throw new UsageFailure(cli.planMissing({ file }));
    return chosen;
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageFailure(
      code === 'ENOENT' ? cli.fileMissing({ file }) : cli.fileUnreadable({ file, reason: message }),
    );
  }
  const { plan, problems } = planFromJson(text);
  const [problem] = problems;
  if (!plan || problem) {
    const reason = problem ? problemSentence(problem, locale) : '';
    throw new UsageFailure(cli.fileUnreadable({ file, reason }));
  }
  return { plan, name: plan.name, bare: null, answers: [], problems };
}

interface Result {
  readonly json: unknown;
  readonly text: readonly string[];
  readonly agrees: boolean;
}

function resultOf({ source, digest }: Checked, warnings: readonly string[], locale: Locale): Result {
  const { all } = linesOf(digest, source.sheet, locale);
  const t = checkTexts(locale);
  const totals = totalsOf(all);
  const flags = digest.flags.map((flag) => ({
    code: flag.code,
    person: flag.person,
    periods: flag.months.map(periodText),
    sentence: flagText(t, flag, digest.orders.places),
  }));
  const findings = digest.findings.map((problem) => ({
    cell: problem.row === undefined ? null : cellAddress({ row: problem.row, column: problem.column ?? 0 }),
    code: problem.code,
    message: problemSentence(problem, locale),
  }));
  const missing = digest.flags.some(({ code }) => code === 'person-not-in-sheet');
  const agrees = all.every(({ checked }) => checked.verdict === 'right') && !missing && warnings.length === 0;
  return {
    json: {
      sheet: source.sheet,
      plan: digest.chosen.name,
      rows: all.map((line) => rowJson(line, cellsOf(digest.submission, line.row))),
      totals: totalsJson(totals),
      flags,
      findings,
      warnings,
    },
    text: textOf(all, totals, flags, [...warnings, ...findings.map(findingText)], locale),
    agrees,
  };
}

function rowJson(line: Line, cells: readonly string[]): unknown {
  const { checked, row } = line;
  const [named, ...others] = checked.explanations;
  const codes = (explanation: typeof named): readonly string[] =>
    explanation?.mistakes.map(({ code }) => code) ?? [];
  return {
    cells,
    person: row.person,
    period: row.month === null || isAnyMonth(row.month) ? null : periodText(row.month),
    checked: checked.of,
    expected: decimal(checked.expected),
    submitted: decimal(checked.submitted),
    difference: decimal(checked.difference),
    verdict: checked.verdict,
    reason: named ? codes(named).join('+') : null,
    also: others.map((other) => codes(other).join('+')),
    sentence: line.explanation,
  };
}

function totalsJson({ rows, right, explained, unexplained, ...amounts }: Totals): unknown {
  const money = Object.entries(amounts).map(([name, yuan]) => [name, decimal(Math.round(yuan * 100))]);
  return { ...Object.fromEntries(money), rows, right, explained, unexplained };
}

function decimal(cents: Cents | null): string | null {
  return cents === null ? null : formatCents(cents);
}

function periodText(month: number): string {
  const { year, month: number } = dateOf(month);
  return `${year}-${String(number).padStart(2, '0')}`;
}

function findingText({ cell, message }: { readonly cell: string | null; readonly message: string }): string {
  return cell === null ? message : `${cell}: ${message}`;
}

/** The rows that do not agree as a table, the totals, and what wants a look. */
function textOf(
  all: readonly Line[],
  totals: Totals,
  flags: readonly { readonly sentence: string }[],
  notes: readonly string[],
  locale: Locale,
): string[] {
  const t = checkTexts(locale);
  const { columns } = t;
  const wrong = all.filter(({ checked }) => checked.verdict !== 'right');
  const header = [columns.person, columns.month, columns.expected, columns.submitted, columns.difference];
  const rows = wrong.map(({ row, checked, explanation }) => [
    row.person ?? '–',
    row.month === null || isAnyMonth(row.month) ? '–' : periodText(row.month),
    decimal(checked.expected) ?? '–',
    decimal(checked.submitted) ?? '–',
    decimal(checked.difference) ?? '–',
    explanation ?? '',
  ]);
  const table = rows.length === 0 ? [] : aligned([[...header, columns.explanation], ...rows]);
  const { cli } = texts(locale);
  return [
    ...table,
    cli.checkTotals({
      rows: totals.rows,
      right: totals.right,
      expected: totals.expected.toFixed(2),
      submitted: totals.submitted.toFixed(2),
      difference: totals.difference.toFixed(2),
    }),
    ...flags.map(({ sentence }) => `! ${sentence}`),
    ...notes.map((note) => `! ${note}`),
  ];
}

/** Names to the left, amounts to the right, the sentence as long as it is. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((widest, row) => Math.max(widest, Math.ceil(textWidth(row[column] ?? ''))), 0),
  );
  return rows.map((row) =>
    row
      .map((text, column) => {
        const room = ' '.repeat(Math.max(0, Math.round((widths[column] ?? 0) - columnsOf(text))));
        if (column === 5) return text;
        return column < 2 ? text + room : room + text;
      })
      .join('  '),
  );
}

/** How many columns of a terminal a text takes. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (textWidth(character) > 1 ? 2 : 1), 0);
}
