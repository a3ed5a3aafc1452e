import { cellAddress, columnLetter, type Area } from '../../domain/address';
import type { PayPlan } from '../../domain/commission/types';
import { texts, type Locale } from '../../locales';
import type { ConditionalFormat, Formula, SheetPlan, TablePlan, Validation } from '../../plan/types';
import { formula } from '../expressions';
import { fixedArea } from '../formula';
import { Page } from '../page';
import { formatOf, ruleCell, ruleTable, type RuleDefinition, type RuleInput, type RulePlan } from '../rules';
import type { NameBook } from '../types';
import { addPanel } from './panel';
import { planRows, type PlanRows, type TermRow } from './rows';
import * as tables from './tables';

/** The sheet: a panel to try revenues, then the plan's tables, then what every term means. */

const COLUMNS = 9;
const WIDTHS = [1.5, 12, 13, 24, 21, 14, 14, 14, 14];
const LINE = 126;
/** Blank rows under a table, so that rows can be typed there. */
const SPARE = 3;

export interface PlanSheetNames {
  readonly sheet: string;
  readonly tables: Readonly<Record<TableName, string>>;
}

const DEFINITIONS = {
  versions: tables.versionsTable,
  tiers: tables.tiersTable,
  terms: tables.termsTable,
  accelerators: tables.acceleratorsTable,
  targets: tables.targetsTable,
  streaks: tables.streaksTable,
  spiffs: tables.spiffsTable,
  exceptions: tables.exceptionsTable,
} as const satisfies Readonly<Record<string, RuleDefinition>>;
export type TableName = keyof typeof DEFINITIONS;
const ORDER = Object.keys(DEFINITIONS) as TableName[];

export function planSheetNames(names: NameBook, locale: Locale): PlanSheetNames {
  const t = texts(locale).templates['commission-plan'];
  const named = ORDER.map((name) => [name, names.table(DEFINITIONS[name].id, t.tables[name])] as const);
  return {
    sheet: names.sheet('rules', t.sheet),
    tables: Object.fromEntries(named) as PlanSheetNames['tables'],
  };
}

export interface PlanSheetHead {
  readonly title: string;
  readonly findings: readonly string[];
}

export function planSheet(
  plan: PayPlan,
  names: PlanSheetNames,
  head: PlanSheetHead,
  locale: Locale,
): SheetPlan {
  const t = texts(locale).templates['commission-plan'];
  const rows = planRows(plan);
  const page = new Page(COLUMNS, LINE);
  page.line(t.title, 'title', 34);
  page.line(head.title, 'subtitle', 16);
  page.note(t.howTo);
  page.space();
  const panel = addPanel(page, locale, names.tables, panelStart(plan));
  if (head.findings.length > 0) {
    page.line(t.headings.findings, 'heading', 22);
    for (const finding of head.findings) page.note(finding);
    page.space();
  }
  const built = ORDER.map((name) => addTable(page, name, rows, names, locale));
  const dictionary = addDictionary(page, locale);
  const terms = built[ORDER.indexOf('terms')]?.table;
  return {
    role: 'rules',
    name: names.sheet,
    blocks: page.blocks,
    tables: built.map(({ table }) => table),
    charts: panel.charts,
    validations: [
      ...panel.validations,
      ...built.flatMap(({ validations }) => validations),
      ...(terms ? termLists(terms, rows.terms, dictionary, locale) : []),
    ],
    conditionalFormats: terms ? [undecided(terms, locale)] : [],
    widths: WIDTHS,
    heights: page.heights,
    gridlines: false,
    print: {
      orientation: 'portrait',
      area: { row: 0, column: 0, rows: page.row, columns: COLUMNS },
      footer: t.footer,
    },
  };
}

/** The first boundary is the most telling: a little short of it, and the chart past the last one. */
function panelStart(plan: PayPlan) {
  const roles = plan.versions[0]?.roles ?? [];
  const stepped = roles.find(({ tiers }) => tiers.length > 1);
  const froms = (stepped?.tiers ?? []).map(({ from }) => from).filter((from) => from > 0);
  const first = froms.at(Math.floor(froms.length / 2));
  const last = froms.at(-1);
  return {
    versions: plan.versions.map(({ name }) => name),
    roles: [...roles.filter((role) => role === stepped), ...roles.filter((role) => role !== stepped)].map(
      ({ role }) => role,
    ),
    revenue: first === undefined ? 30_000 : Math.round(first * 0.95),
    most: last === undefined ? 100_000 : Math.ceil((last * 1.5) / 1000) * 1000,
  };
}

function addTable(
  page: Page,
  name: TableName,
  rows: PlanRows,
  names: PlanSheetNames,
  locale: Locale,
): RulePlan {
  const t = texts(locale).templates['commission-plan'];
  page.line(t.headings[name], 'heading', 22);
  const at = { row: page.row, column: 0 };
  const inputs = name === 'terms' ? rows.terms.map((row) => termInput(row, locale)) : rows[name];
  const place = { name: names.tables[name], at, locale, marksFirst: true };
  const built = ruleTable(DEFINITIONS[name], inputs, place);
  page.row += 1 + Math.max(1, inputs.length) + SPARE;
  return built;
}

function termInput({ key, version, role, term, value }: TermRow, locale: Locale): RuleInput {
  const t = texts(locale).templates['commission-plan'];
  const said = ruleCell(term, value, locale);
  return {
    key,
    values: {
      version: version === '' ? null : version,
      role: role === '' ? null : role,
      term: term.labels[locale][0],
      value: typeof said === 'object' ? null : said,
      explanation: t.terms[term.id].explanation,
    },
    formats: { value: formatOf(term) },
  };
}

/** Every term with what it takes: the sheet explains itself; returns the cells with the terms' names. */
function addDictionary(page: Page, locale: Locale): Area {
  const t = texts(locale).templates['commission-plan'];
  page.line(t.headings.dictionary, 'heading', 22);
  const { term, allowed, explanation } = t.columns;
  const line = (cells: readonly [string, string, string], style: 'columnHeader' | 'text'): void => {
    const [name, takes, means] = cells;
    const row = [null, name, null, takes, null, means, null, null, null];
    page.cells(
      page.row,
      0,
      row.map((value, column) => ({ value, style: column === 0 ? 'key' : style })),
    );
    page.advance(1, 16);
  };
  line([term[0], allowed[0], explanation[0]], 'columnHeader');
  const first = page.row;
  for (const one of tables.TERMS) {
    const words = (one.choices ?? []).map(({ words: all }) => all[locale][0]);
    const takes = words.length > 0 ? words.join(' / ') : t.kinds[one.kind as keyof typeof t.kinds];
    line([one.labels[locale][0], takes, t.terms[one.id].explanation], 'text');
  }
  return { row: first, column: 1, rows: page.row - first, columns: 1 };
}

/** Lists for the names of terms, and for the values of those that choose. */
function termLists(
  table: TablePlan,
  rows: readonly TermRow[],
  dictionary: Area,
  locale: Locale,
): Validation[] {
  const place = (id: string): number =>
    table.at.column + table.columns.findIndex((column) => column.id === id);
  const names: Formula = formula(fixedArea(dictionary));
  const area = { row: table.at.row + 1, column: place('term'), rows: Math.max(1, rows.length), columns: 1 };
  const values = rows.flatMap(({ term }, index): Validation[] => {
    const list = (term.choices ?? []).map(({ words }) => words[locale][0]);
    if (list.length === 0 || list.some((word) => word.includes(','))) return [];
    return [
      { area: { row: area.row + index, column: place('value'), rows: 1, columns: 1 }, list, open: true },
    ];
  });
  return [{ area, list: names, open: true }, ...values];
}

/** A term without a value is still to be decided; only a quota may be each person's own. */
function undecided(table: TablePlan, locale: Locale): ConditionalFormat {
  const place = (id: string): number =>
    table.at.column + table.columns.findIndex((column) => column.id === id);
  const row = table.at.row + 1;
  const cell = (id: string): string => `$${cellAddress({ row, column: place(id) })}`;
  const quota = texts(locale).templates['commission-plan'].terms.quota.label[0];
  return {
    area: { row, column: place('value'), rows: Math.max(1, table.rows.length), columns: 1 },
    formula: `=AND(${cell('term')}<>"",${cell('term')}<>"${quota}",$${columnLetter(place('value'))}${row + 1}="")`,
    style: 'alert',
  };
}
