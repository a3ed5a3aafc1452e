import type { Position } from '../../domain/address';
import type { Locale } from '../../locales';
import { texts } from '../../locales';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import type { RuleDefinition, RuleSetting, RuleValue, RuleValues, SettingsDefinition } from './definition';
import { allowedWords, findRules, ruleProblem, type RuleRow, type RuleTable } from './find';
import { headerKey } from './headers';
import { readCell } from './read-cell';

/** A table of settings on somebody's sheet. */
export interface FoundSettings {
  readonly sheet: string;
  readonly at: Position;
  readonly values: RuleValues;
  /** 0-based sheet row of each setting that the table has. */
  readonly rows: Readonly<Record<string, number>>;
  /** 0-based sheet column of the values. */
  readonly column: number;
  /** Settings that the table has no row for. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

function headersOf(column: 'setting' | 'value'): RuleDefinition['columns'][number]['headers'] {
  const words = (locale: Locale): readonly [string, ...string[]] => {
    const { settings, spellings } = texts(locale).rules;
    return [settings[column], ...spellings[column]];
  };
  return { 'zh-CN': words('zh-CN'), en: words('en') };
}

function shape(): RuleDefinition {
  return {
    id: 'settings',
    columns: [
      { id: 'setting', headers: headersOf('setting'), kind: 'text', required: true },
      { id: 'value', headers: headersOf('value'), kind: 'text', required: true },
    ],
  };
}

/** Finds the tables of settings that have at least one of the definition's; Daybook's own sheets come first. */
export function findSettings(grid: BookGrid, definition: SettingsDefinition): readonly FoundSettings[] {
  const byLabel = new Map<string, RuleSetting>();
  for (const setting of definition.settings) {
    for (const locale of LOCALES) {
      for (const label of setting.labels[locale]) byLabel.set(headerKey(label), setting);
    }
  }
  const settingOf = ({ values }: RuleRow): RuleSetting | undefined =>
    byLabel.get(headerKey(String(values['setting'] ?? '')));
  return findRules(grid, shape())
    .tables.filter((table) => table.rows.some((row) => settingOf(row)))
    .map((table) => readSettings(definition, table, settingOf));
}

function readSettings(
  { settings }: SettingsDefinition,
  table: RuleTable,
  settingOf: (row: RuleRow) => RuleSetting | undefined,
): FoundSettings {
  const column = table.columns['value'] ?? 0;
  const values: Record<string, RuleValue> = {};
  const rows: Record<string, number> = {};
  const problems: Problem[] = [];
  for (const found of table.rows) {
    const label = String(found.values['setting'] ?? '');
    const setting = settingOf(found);
    const at = { row: found.row, column };
    if (!setting || setting.id in rows) {
      if (label !== '') {
        const code = setting ? 'rule-setting-twice' : 'rule-setting-unknown';
        problems.push(ruleProblem(code, table.sheet, at, { header: label }));
      }
      continue;
    }
    rows[setting.id] = found.row;
    const cell = found.cells['value'] ?? { value: '', format: 'General', header: label, date1904: false };
    const reading = readCell(setting, { ...cell, header: label });
    const { value } = cell;
    const details = {
      header: label,
      text: String(value),
      kind: setting.kind,
      allowed: allowedWords(setting),
    };
    if ('failure' in reading) problems.push(ruleProblem(reading.failure, table.sheet, at, details));
    else if (reading.value === null && !setting.blank)
      problems.push(ruleProblem('rule-cell-missing', table.sheet, at, details));
    values[setting.id] = 'value' in reading ? reading.value : null;
  }
  return {
    sheet: table.sheet,
    at: table.at,
    values,
    rows,
    column,
    missing: settings.filter(({ id }) => !(id in rows)).map(({ id }) => id),
    problems,
  };
}
