import type { Area } from '../../domain/address';
import { texts, type Locale } from '../../locales';
import type { CellBlock } from '../../plan/types';
import { formula } from '../expressions';
import { fixedCell, onSheet, tableColumn, thisRow } from '../formula';
import { formatOf, type RuleSetting } from '../rules';
import { settingExpression } from '../rule-sheet';
import type { Digest } from './digest';
import { defaultOf, watchSettings } from './rules';
import type { WatchTexts } from './texts';

/** What every part of the build needs to know. */
export interface WatchContext {
  readonly t: WatchTexts;
  readonly locale: Locale;
  readonly digest: Digest;
  /** Built without a list, to be filled in by hand. */
  readonly blank: boolean;
  readonly sheets: {
    readonly report: string;
    readonly warnings: string;
    readonly snapshot: string;
    readonly rules: string;
  };
  readonly tables: { readonly warnings: string; readonly snapshot: string; readonly settings: string };
}

/** Where the report counts the reasons. */
export interface ReasonTable {
  readonly labels: Area;
  readonly users: Area;
  readonly handled: Area;
}

export type WarningColumn = keyof WatchTexts['columns'];
export type SnapshotColumn = keyof WatchTexts['snapshotColumns'];

export function warnings({ t, tables }: WatchContext, id: WarningColumn): string {
  return tableColumn(tables.warnings, t.columns[id]);
}

export function ownWarning({ t, tables }: WatchContext, id: WarningColumn): string {
  return thisRow(tables.warnings, t.columns[id]);
}

export function snapshot({ t, tables }: WatchContext, id: SnapshotColumn): string {
  return tableColumn(tables.snapshot, t.snapshotColumns[id]);
}

export function ownSnapshot({ t, tables }: WatchContext, id: SnapshotColumn): string {
  return thisRow(tables.snapshot, t.snapshotColumns[id]);
}

/** Where the report has its day; every sheet counts to it. */
export const AS_OF = { row: 3, column: 1 };

export function asOf({ sheets }: WatchContext): string {
  return onSheet(sheets.report, fixedCell(AS_OF));
}

const RULES_AT = { row: 3, column: 5 };
const read = watchSettings.settings.filter(({ id }) => id !== 'left-words');

/** A rule as it stands, in a cell of its own beside the table of rules. */
export function rule({ sheets }: WatchContext, id: string): string {
  const index = read.findIndex((setting) => setting.id === id);
  if (index < 0) throw new Error(`No setting ${id}`);
  return onSheet(sheets.rules, fixedCell({ row: RULES_AT.row + index, column: RULES_AT.column + 1 }));
}

export function ruleCells({ locale, tables }: WatchContext): CellBlock[] {
  const { settings: headers } = texts(locale).rules;
  return read.flatMap((setting, index): CellBlock[] => {
    const at = { row: RULES_AT.row + index, column: RULES_AT.column };
    const label = setting.labels[locale][0];
    const value = setting.choices
      ? chosen(tables.settings, headers, setting, locale)
      : settingExpression(tables.settings, headers, label, defaultOf(setting.id));
    return [
      { at, cells: [[label]], style: 'key' },
      {
        at: { ...at, column: at.column + 1 },
        cells: [[formula(value)]],
        style: 'key',
        format: setting.choices ? 'General' : formatOf(setting),
      },
    ];
  });
}

/** TRUE where a choice is not the first one. */
function chosen(
  table: string,
  headers: { readonly setting: string; readonly value: string },
  setting: RuleSetting,
  locale: Locale,
): string {
  const label = setting.labels[locale][0];
  const found = `INDEX(${tableColumn(table, headers.value)},MATCH("${label}",${tableColumn(table, headers.setting)},0))`;
  const second = setting.choices?.[1]?.words[locale][0] ?? '';
  return `IFERROR(${found}="${second}",FALSE)`;
}
