import { clockText } from '../../domain/calendar/clock';
import { DEFAULT_ORDER_RULES } from '../../domain/orders/rules';
import { PAPERS } from '../../domain/orders/papers';
import { STAGES } from '../../domain/orders/stages';
import type { Locale } from '../../locales';
import type { SheetPlan } from '../../plan/types';
import { ruleSheet } from '../rule-sheet';
import { ruleTable, settingsTable, type RuleInput } from '../rules';
import { settingCells, type SettingCells } from '../setting-cells';
import type { NameBook } from '../types';
import { trackerTexts } from './context';
import { cutOffRules, orderSettings, paperRules, statusRules, stepRules } from './definitions';
import { settingValues, type Meaning } from './rules';

export interface StatusMeaning {
  readonly status: string;
  readonly means: Meaning;
}

export interface RulesSheet {
  readonly plan: SheetPlan;
  readonly settings: SettingCells;
  readonly tables: Readonly<Record<'steps' | 'cutOffs' | 'statuses' | 'papers', string>>;
}

const ROLE = 'rules-orders';
/** What formulas read of the settings, right of the tables. */
const SIDE = { row: 3, column: 9 };
const PRINTED_COLUMNS = 6;

/** The deadlines and everything that the source leaves open, as tables to be changed. */
export function rulesSheet(locale: Locale, names: NameBook, statuses: readonly StatusMeaning[]): RulesSheet {
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
      plan: (at) => ruleTable(cutOffRules, cutOffInputs(), { name: tables.cutOffs, at, locale }),
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
      plan: (at) => ruleTable(statusRules, statusInputs(statuses), { name: tables.statuses, at, locale }),
    },
  ]);
  const settingsPlan = sheet.tables[2];
  if (!settingsPlan) throw new Error('The rules have settings.');
  const cells = settingCells(orderSettings, settingsPlan, { sheet: name, at: SIDE, locale });
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
      widths: [...widths, ...Array.from({ length: SIDE.column - widths.length }, () => 4), 24, 12],
      print: {
        ...sheet.print,
        orientation: 'landscape',
        area: { row: 0, column: 0, rows, columns: PRINTED_COLUMNS },
      },
    },
    settings: cells,
    tables,
  };
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
