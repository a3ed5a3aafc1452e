import { quotedSheet, type Position } from '../domain/address';
import type { Locale } from '../locales';
import type { CellBlock, TablePlan } from '../plan/types';
import { fixedCell, literal, tableColumn } from './formula';
import { formatOf, type RuleSetting, type SettingsDefinition } from './rules';

/**
 * The values of a table of settings for formulas to read, each in a cell of its own: found by the setting's name, so
 * that people may move the table's rows. A blank setting is a blank text.
 */
export interface SettingCells {
  readonly blocks: readonly CellBlock[];
  /** The first row after them. */
  readonly end: number;
  /** Reference from any sheet to a setting's value. */
  ref(id: string): string;
}

/** Writes them as two columns of small print from a place on: names and values. */
export function settingCells(
  { settings }: SettingsDefinition,
  table: TablePlan,
  { sheet, at, locale }: { readonly sheet: string; readonly at: Position; readonly locale: Locale },
): SettingCells {
  const [names = '', values = ''] = table.columns.map(({ header }) => tableColumn(table.name, header));
  const place = (index: number): Position => ({ row: at.row + index, column: at.column + 1 });
  return {
    blocks: settings.flatMap((setting, index): CellBlock[] => {
      const label = setting.labels[locale][0];
      const value = `INDEX(${values},MATCH(${literal(label)},${names},0))`;
      return [
        { at: { row: at.row + index, column: at.column }, cells: [[label]], style: 'key' },
        {
          at: place(index),
          cells: [[{ formula: `=IFERROR(${cleaned(setting, value)},"")` }]],
          style: 'key',
          format: setting.kind === 'text' ? 'General' : formatOf(setting),
        },
      ];
    }),
    end: at.row + settings.length,
    ref(id) {
      const index = settings.findIndex((setting) => setting.id === id);
      if (index < 0) throw new Error(`No setting ${id}`);
      return `${quotedSheet(sheet)}!${fixedCell(place(index))}`;
    },
  };
}

/** A time or a number typed as text still is one. */
function cleaned({ kind }: RuleSetting, value: string): string {
  const blank = (used: string): string => `IF(${value}="","",${used})`;
  if (kind === 'time') return blank(`IF(ISNUMBER(${value}),${value},TIMEVALUE(${value}))`);
  if (kind === 'text' || kind === 'choice' || kind === 'yesno') return blank(`TRIM(${value})`);
  return blank(`VALUE(${value})`);
}
