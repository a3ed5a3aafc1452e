import type { Position } from '../../domain/address';
import { texts, type Locale } from '../../locales';
import type { PlanCell, TableColumn, TablePlan, Validation } from '../../plan/types';
import { textWidth } from '../measure';
import {
  choicesOf,
  formatOf,
  type RuleColumn,
  type RuleDefinition,
  type RuleSetting,
  type RuleValue,
  type RuleValues,
  type SettingsDefinition,
} from './definition';

/** A row that Daybook writes; the key says over rebuilds and languages that it is the same row. */
export interface RuleInput {
  readonly key: string;
  readonly values: RuleValues;
}

export interface RulePlace {
  /** The Excel table's name, free in the workbook. */
  readonly name: string;
  readonly at: Position;
  readonly locale: Locale;
}

export interface RulePlan {
  readonly table: TablePlan;
  /** Drop-down lists for the cells that take one of a few words. */
  readonly validations: readonly Validation[];
  /** Characters that each column needs, the row mark's at the end. */
  readonly widths: readonly number[];
}

/** Excel takes at most so many characters in a list of choices. */
const LONGEST_LIST = 255;
const MARK_WIDTH = 9;

/** A rule table to be written: what people change, add and delete in it stays when it is built again. */
export function ruleTable(
  definition: RuleDefinition,
  rows: readonly RuleInput[],
  { name, at, locale }: RulePlace,
): RulePlan {
  const columns = definition.columns.map((column): TableColumn => ({
    id: column.id,
    header: column.headers[locale][0],
    format: formatOf(column),
    style: isNumeric(column) ? 'number' : 'text',
    entry: 'source',
  }));
  const cells = rows.map(({ values }) => [
    ...definition.columns.map((column) => ruleCell(column, values[column.id] ?? null, locale)),
    null,
  ]);
  const body = (column: number) => ({
    row: at.row + 1,
    column: at.column + column,
    rows: Math.max(1, rows.length),
    columns: 1,
  });
  return {
    table: {
      role: definition.id,
      name,
      at,
      columns: [...columns, markColumn(locale)],
      rows: cells,
      keys: rows.map(({ key }) => key),
    },
    validations: definition.columns.flatMap((column, index) => listOf(column, locale, body(index))),
    widths: widthsOf(
      columns.map(({ header }) => header),
      cells,
    ),
  };
}

/** The columns of every table of settings. */
const SETTING_COLUMNS = ['setting', 'value', 'explanation'] as const;

/** A table with a row for each term: what it is called, its value (in the yellow of cells to be changed), what it does. */
export function settingsTable(
  definition: SettingsDefinition,
  values: RuleValues,
  { name, at, locale }: RulePlace,
): RulePlan {
  const { settings: headers } = texts(locale).rules;
  const { settings } = definition;
  const columns = SETTING_COLUMNS.map((id): TableColumn => ({
    id,
    header: headers[id],
    style: 'text',
    ...(id === 'value'
      ? { entry: 'source', format: 'General', formats: settings.map(formatOf) }
      : { entry: 'origin' }),
  }));
  const cells = settings.map((setting): PlanCell[] => [
    setting.labels[locale][0],
    ruleCell(setting, values[setting.id] ?? null, locale),
    setting.explanation[locale],
    null,
  ]);
  return {
    table: {
      role: definition.id,
      name,
      at,
      columns: [...columns, markColumn(locale)],
      rows: cells,
      keys: settings.map(({ id }) => id),
    },
    validations: settings.flatMap((setting, index) =>
      listOf(setting, locale, { row: at.row + 1 + index, column: at.column + 1, rows: 1, columns: 1 }),
    ),
    widths: widthsOf(Object.values(headers), cells),
  };
}

function markColumn(locale: Locale): TableColumn {
  return { id: 'mark', header: texts(locale).rules.mark, style: 'key', entry: 'mark' };
}

function isNumeric({ kind }: RuleColumn): boolean {
  return kind === 'number' || kind === 'money' || kind === 'percent' || kind === 'days';
}

/** A value as it stands in the cell: a choice in the words of the language. */
export function ruleCell(
  column: Pick<RuleSetting, 'kind' | 'choices'>,
  value: RuleValue,
  locale: Locale,
): PlanCell {
  if (value === null) return null;
  const choices = choicesOf(column);
  if (choices.length === 0) return value;
  const id = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  const found = choices.find((choice) => choice.value === id);
  if (!found) throw new Error(`No choice ${String(value)}`);
  return found.words[locale][0];
}

function listOf(
  column: Pick<RuleColumn, 'kind' | 'choices'>,
  locale: Locale,
  area: Validation['area'],
): Validation[] {
  const list = choicesOf(column).map(({ words }) => words[locale][0]);
  const fits = list.join(',').length <= LONGEST_LIST && !list.some((word) => word.includes(','));
  return list.length > 0 && fits ? [{ area, list }] : [];
}

function widthsOf(headers: readonly string[], rows: readonly (readonly PlanCell[])[]): number[] {
  const widths = headers.map((header, column) =>
    rows.reduce((most, row) => Math.max(most, textWidth(shown(row[column])) + 2), textWidth(header) + 4),
  );
  return [...widths.map((width) => Math.min(60, Math.max(9, Math.ceil(width)))), MARK_WIDTH];
}

/** A constant cell as a text of about its length on the sheet. */
function shown(cell: PlanCell | undefined): string {
  return typeof cell === 'object' || cell === undefined ? '' : String(cell);
}
