import { clockText } from '../../domain/calendar/clock';
import { DEFAULT_ORDER_RULES } from '../../domain/orders/rules';
import { PAPERS } from '../../domain/orders/papers';
import { STAGES } from '../../domain/orders/stages';
import type { Position } from '../../domain/address';
import type { Locale } from '../../locales';
import type { SheetPlan } from '../../plan/types';
import { ruleSheet } from '../rule-sheet';
import { literal, thisRow } from '../formula';
import { ruleTable, settingsTable, type RuleInput, type RulePlan } from '../rules';
import type { NameBook } from '../types';
import { trackerTexts } from './context';
import { cutOffRules, orderSettings, paperRules, statusRules, stepRules } from './definitions';
import { ruleCells, ruleColumns, type RuleCells, type RuleColumns } from './rule-cells';
import { settingValues, type Meaning } from './rules';
import { STAGE_WORDS, UNIT_WORDS } from './words';

export interface StatusMeaning {
  readonly status: string;
  readonly means: Meaning;
}

export interface RulesSheet {
  readonly plan: SheetPlan;
  readonly cells: RuleCells;
  readonly columns: RuleColumns;
}

const ROLE = 'rules-orders';
/** What formulas read of the settings, right of the tables. */
const SIDE = { row: 3, column: 9 };
const PRINTED_COLUMNS = 6;

/** The deadlines and everything that the source leaves open, as tables to be changed. */
export function rulesSheet(
  locale: Locale,
  names: NameBook,
  statuses: readonly StatusMeaning[],
  asOf: string,
): RulesSheet {
  const t = trackerTexts(locale);
  const name = names.sheet(ROLE, t.rules.sheet);
  const tables = {
    steps: names.table(stepRules.id, t.rules.tables.steps),
    cutOffs: names.table(cutOffRules.id, t.rules.tables.cutOffs),
    statuses: names.table(statusRules.id, t.rules.tables.statuses),
    papers: names.table(paperRules.id, t.rules.tables.papers),
  };
  const settings = names.table(orderSettings.id, t.rules.tables.settings);
  const sheet = ruleSheet(ROLE, name, { title: t.rules.title, note: t.rules.note, footer: t.footer }, [
    {
      ...t.rules.steps,
      plan: (at) => ruleTable(stepRules, stepInputs(locale), { name: tables.steps, at, locale }),
    },
    {
      ...t.rules.cutOffs,
      plan: (at) => cutOffTable(tables.cutOffs, at, locale),
    },
    {
      ...t.rules.settings,
      plan: (at) =>
        settingsTable(orderSettings, settingValues(DEFAULT_ORDER_RULES), { name: settings, at, locale }),
    },
    {
      ...t.rules.papers,
      plan: (at) => ruleTable(paperRules, paperInputs(), { name: tables.papers, at, locale }),
    },
    {
      ...t.rules.statuses,
      plan: (at) => statusTable(tables.statuses, statuses, at, locale),
    },
  ]);
  const [steps, , settingsPlan, papers] = sheet.tables;
  if (!steps || !settingsPlan || !papers) throw new Error('The rules have five tables.');
  const cells = ruleCells({
    sheet: name,
    locale,
    steps,
    settings: settingsPlan,
    papers,
    asOf,
    at: SIDE,
    labels: t.rules.aids,
  });
  const last = sheet.tables.at(-1);
  const rows = (last?.at.row ?? 0) + 1 + (last?.rows.length ?? 0);
  const widths = sheet.widths.map((width, column) =>
    column === 2 ? Math.max(width, 44) : Math.min(width, 24),
  );
  return {
    plan: {
      ...sheet,
      blocks: [
        ...sheet.blocks,
        { at: { ...SIDE, row: SIDE.row - 1 }, cells: [[t.rules.derived]], style: 'key' },
        ...cells.blocks,
      ],
      widths: [
        ...widths,
        ...Array.from({ length: SIDE.column - widths.length }, () => 4),
        24,
        12,
        8,
        8,
        20,
        12,
      ],
      print: {
        ...sheet.print,
        orientation: 'landscape',
        area: { row: 0, column: 0, rows, columns: PRINTED_COLUMNS },
      },
    },
    cells,
    columns: ruleColumns(locale, tables, t.rules.codes),
  };
}

/** A rule table with one calculated column more, before the row marks. */
function withCode(plan: RulePlan, id: string, header: string, expression: string): RulePlan {
  const { table } = plan;
  const mark = table.columns.length - 1;
  const code = { id, header, formula: `=${expression}`, style: 'key', entry: 'computed' } as const;
  return {
    ...plan,
    table: {
      ...table,
      columns: [...table.columns.slice(0, mark), code, ...table.columns.slice(mark)],
      rows: table.rows.map((row) => [...row.slice(0, mark), null, ...row.slice(mark)]),
    },
    widths: [...plan.widths.slice(0, mark), 8, ...plan.widths.slice(mark)],
  };
}

function cutOffTable(name: string, at: Position, locale: Locale): RulePlan {
  const unit = cutOffRules.columns.find(({ id }) => id === 'unit')?.headers[locale][0] ?? '';
  const working = literal(UNIT_WORDS['working-days'][locale][0]);
  const { codes } = trackerTexts(locale).rules;
  const plan = ruleTable(cutOffRules, cutOffInputs(), { name, at, locale });
  return withCode(plan, 'working', codes.working, `IF(${thisRow(name, unit)}=${working},1,0)`);
}

/** With the place of the stage that each status means: 0 for nothing, 99 for closed. */
function statusTable(
  name: string,
  statuses: readonly StatusMeaning[],
  at: Position,
  locale: Locale,
): RulePlan {
  const means = statusRules.columns.find(({ id }) => id === 'means');
  const closed = means?.choices?.find(({ value }) => value === 'closed')?.words[locale][0] ?? '';
  const cell = thisRow(name, means?.headers[locale][0] ?? '');
  const stages = STAGES.map((stage) => literal(STAGE_WORDS[stage][locale][0])).join(',');
  const { codes } = trackerTexts(locale).rules;
  const plan = ruleTable(statusRules, statusInputs(statuses), { name, at, locale });
  return withCode(
    plan,
    'code',
    codes.code,
    `IF(${cell}=${literal(closed)},99,IFERROR(MATCH(${cell},{${stages}},0),0))`,
  );
}

function stepInputs(locale: Locale): RuleInput[] {
  const { actions, posts } = trackerTexts(locale).rules;
  return STAGES.map((stage) => {
    const { from, limit, unit } = DEFAULT_ORDER_RULES.steps[stage];
    return {
      key: stage,
      values: { stage, next: actions[stage], who: posts[stage] ?? null, from, limit, unit },
    };
  });
}

function cutOffInputs(): RuleInput[] {
  return DEFAULT_ORDER_RULES.cutOffs.map(({ from, days, unit, time }) => ({
    key: `from-${clockText(from)}`,
    values: {
      from: from / 1440,
      days,
      unit: unit === 'working' ? 'working-days' : 'days',
      time: time === 'close' ? null : time / 1440,
    },
  }));
}

function paperInputs(): RuleInput[] {
  return PAPERS.map((paper) => ({ key: paper, values: { paper, needed: true } }));
}

function statusInputs(statuses: readonly StatusMeaning[]): RuleInput[] {
  return statuses.map(({ status, means }) => ({
    key: `status-${status.toLowerCase()}`,
    values: { status, means },
  }));
}
