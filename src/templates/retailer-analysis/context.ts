import type { Locale } from '../../locales';
import type { CellBlock } from '../../plan/types';
import { tableColumn, thisRow } from '../formula';
import { settingsTable, type RuleDefinition } from '../rules';
import { settingCells, type SettingCells } from '../setting-cells';
import type { Digest } from './digest';
import { retailLimits, retailSettings } from './rules';
import type { RetailTexts } from './texts';

export type Measure = 'quantity' | 'amount';

/** What every part of the build needs to know. */
export interface RetailContext {
  readonly t: RetailTexts;
  readonly locale: Locale;
  readonly digest: Digest;
  /** Built without orders, to be filled in by hand. */
  readonly blank: boolean;
  readonly measures: readonly Measure[];
  readonly sheets: Readonly<Record<SheetId, string>>;
  readonly tables: Readonly<Record<TableId, string>>;
  /** Reference to a setting or limit as it stands. */
  readonly rule: (id: string) => string;
  readonly ruleBlocks: readonly CellBlock[];
}

export type SheetId =
  'report' | 'quantity' | 'amount' | 'accounts' | 'mix' | 'tracking' | 'standards' | 'rules';
export type TableId =
  | Measure
  | 'accounts'
  | 'mix'
  | 'tracking'
  | 'outlets'
  | 'settings'
  | 'limits'
  | 'grades'
  | 'tiers'
  | 'products';

/** Beside the rule tables, in small print. */
const RULES_AT = { row: 3, column: 6 };

/** The rules' cells: settings, then limits. */
export function ruleReferences({
  sheets,
  tables,
  locale,
  digest,
}: Pick<RetailContext, 'sheets' | 'tables' | 'locale' | 'digest'>): Pick<
  RetailContext,
  'rule' | 'ruleBlocks'
> {
  const place = { sheet: sheets.rules, locale };
  const at = { row: 0, column: 0 };
  const { settings, limits } = digest.rules;
  const written = {
    settings: settingsTable(retailSettings, settings, { name: tables.settings, at, locale }).table,
    limits: settingsTable(retailLimits, limits, { name: tables.limits, at, locale }).table,
  };
  const first: SettingCells = settingCells(retailSettings, written.settings, { ...place, at: RULES_AT });
  const second = settingCells(retailLimits, written.limits, {
    ...place,
    at: { ...RULES_AT, row: first.end + 1 },
  });
  const own = new Set(retailSettings.settings.map(({ id }) => id));
  return {
    rule: (id) => (own.has(id) ? first : second).ref(id),
    ruleBlocks: [...first.blocks, ...second.blocks],
  };
}

export type CurveColumn = keyof RetailTexts['curveColumns'];

export function curveColumn({ t, tables }: RetailContext, measure: Measure, id: CurveColumn): string {
  return tableColumn(tables[measure], t.curveColumns[id]);
}

export function ownCurve({ t, tables }: RetailContext, measure: Measure, id: CurveColumn): string {
  return thisRow(tables[measure], t.curveColumns[id]);
}

/** All rows of a rule table's column, by the header that Daybook writes. */
export function ruleColumn(
  { locale, tables }: RetailContext,
  table: 'grades' | 'tiers' | 'products',
  definition: RuleDefinition,
  id: string,
): string {
  const found = definition.columns.find((each) => each.id === id);
  return tableColumn(tables[table], found?.headers[locale][0] ?? id);
}

/** The name of the row whose "from" is the highest that a value reaches. */
export function reached(
  context: RetailContext,
  table: 'grades' | 'tiers',
  definition: RuleDefinition,
  name: string,
  value: string,
): string {
  const from = ruleColumn(context, table, definition, 'from');
  const bound = `SUMPRODUCT(MAX((${from}<=${value})*${from}))`;
  return `IFERROR(INDEX(${ruleColumn(context, table, definition, name)},MATCH(${bound},${from},0)),"")`;
}

/** References that every part of the page looks things up by. */
export interface Chosen {
  readonly retailer: string;
  /** TRUE where the amount is looked at. */
  readonly byAmount: string;
  /** A value of the chosen retailer out of a table's column. */
  readonly of: (column: string, numbers: string) => string;
}
