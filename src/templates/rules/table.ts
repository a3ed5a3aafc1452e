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
  /** Number formats by column, where a row's differ from the column's. */
  readonly formats?: Readonly<Record<string, string>>;
}

export interface RulePlace {
  /** The Excel table's name, free in the workbook. */
  readonly name: string;
  readonly at: Position;
  readonly locale: Locale;
  /** The row marks stand in the first column, unseen; at the end where absent. */
  readonly marksFirst?: boolean;
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
const UNSEEN_WIDTH = 1.5;

/** A rule table to be written: what people change, add and delete in it stays when it is built again. */
export function ruleTable(
  definition: RuleDefinition,
  rows: readonly RuleInput[],
  place: RulePlace,
): RulePlan {
  const { locale } = place;
  const columns = definition.columns.map((column): TableColumn => ({
    id: column.id,
    header: column.headers[locale][0],
    format: formatOf(column),
    formats: rows.some(({ formats }) => formats?.[column.id] !== undefined)
      ? rows.map(({ formats }) => formats?.[column.id] ?? formatOf(column))
      : undefined,
    style: isNumeric(column) ? 'number' : 'text',
    entry: 'source',
  }));
  const cells = rows.map(({ values }) =>
    definition.columns.map((column) => ruleCell(column, values[column.id] ?? null, locale)),
  );
  return laidOut(
    definition.id,
    place,
    columns,
    cells,
    rows.map(({ key }) => key),
    (column, row) =>
      row === 0 ? listOf(definition.columns[column], locale, Math.max(1, rows.length)) : null,
  );
}

/** The columns of every table of settings. */
const SETTING_COLUMNS = ['setting', 'value', 'explanation'] as const;

/** A table with a row for each term: what it is called, its value (in the yellow of cells to be changed), what it does. */
export function settingsTable(
  definition: SettingsDefinition,
  values: RuleValues,
  place: RulePlace,
): RulePlan {
  const { locale } = place;
  const { settings: headers } = texts(locale).rules;
  const { settings } = definition;
  const columns = SETTING_COLUMNS.map((id): TableColumn => ({
    id,
    header: headers[id],
    style: id === 'explanation' ? 'wrapped' : 'text',
    ...(id === 'value'
      ? { entry: 'source', format: 'General', formats: settings.map(formatOf) }
      : { entry: 'origin' }),
  }));
  const cells = settings.map((setting): PlanCell[] => [
    setting.labels[locale][0],
    ruleCell(setting, values[setting.id] ?? null, locale),
    setting.explanation[locale],
  ]);
  return laidOut(
    definition.id,
    place,
    columns,
    cells,
    settings.map(({ id }) => id),
    (column, row) => (column === 1 ? listOf(settings[row], locale, 1) : null),
  );
}

interface List {
  readonly list: readonly string[];
  readonly rows: number;
}

/** Puts the row marks beside the columns, and the lists where the columns then stand. */
function laidOut(
  role: string,
  { name, at, locale, marksFirst = false }: RulePlace,
  columns: readonly TableColumn[],
  cells: readonly (readonly PlanCell[])[],
  keys: readonly string[],
  listAt: (column: number, row: number) => List | null,
): RulePlan {
  const first = at.column + (marksFirst ? 1 : 0);
  const mark = markColumn(locale, marksFirst);
  const beside = <T>(all: readonly T[], one: T): T[] => (marksFirst ? [one, ...all] : [...all, one]);
  const widths = columns.map(({ header }, column) => widthOf([header, ...cells.map((row) => row[column])]));
  const validations = columns.flatMap((_, column) =>
    Array.from({ length: Math.max(1, cells.length) }, (__, row): Validation[] => {
      const found = listAt(column, row);
      if (!found) return [];
      const area = { row: at.row + 1 + row, column: first + column, rows: found.rows, columns: 1 };
      return [{ area, list: found.list }];
    }).flat(),
  );
  return {
    table: {
      role,
      name,
      at,
      columns: beside(columns, mark),
      rows: cells.map((row) => beside<PlanCell>(row, null)),
      keys,
    },
    validations,
    widths: beside(widths, marksFirst ? UNSEEN_WIDTH : MARK_WIDTH),
  };
}

/** Unseen marks have a format that shows nothing. */
function markColumn(locale: Locale, unseen: boolean): TableColumn {
  const { mark, unseenMark } = texts(locale).rules;
  return {
    id: 'mark',
    header: unseen ? unseenMark : mark,
    style: 'key',
    entry: 'mark',
    ...(unseen ? { format: ';;;' } : {}),
  };
}

function isNumeric({ kind }: RuleColumn): boolean {
  return kind === 'number' || kind === 'money' || kind === 'percent' || kind === 'figure' || kind === 'days';
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
  column: Pick<RuleColumn, 'kind' | 'choices'> | undefined,
  locale: Locale,
  rows: number,
): List | null {
  const list = (column ? choicesOf(column) : []).map(({ words }) => words[locale][0]);
  const fits = list.join(',').length <= LONGEST_LIST && !list.some((word) => word.includes(','));
  return list.length > 0 && fits ? { list, rows } : null;
}

function widthOf(cells: readonly (PlanCell | undefined)[]): number {
  const widest = cells.reduce<number>((most, cell) => Math.max(most, textWidth(shown(cell))), 0);
  return Math.min(60, Math.max(9, Math.ceil(widest + 3)));
}

/** A constant cell as a text of about its length on the sheet. */
function shown(cell: PlanCell | undefined): string {
  return typeof cell === 'object' || cell === undefined ? '' : String(cell);
}
