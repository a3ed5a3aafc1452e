import type { SheetPlan, TablePlan, Validation } from '../plan/types';
import { tableColumn, literal } from './formula';
import { Page, printedColumns } from './page';
import type { RuleInput, RulePlan, RuleValues } from './rules';

/** One rule table on a sheet of rules, with what it decides above it. */
export interface RulePart {
  readonly heading: string;
  readonly note: string;
  readonly plan: (at: TablePlan['at']) => RulePlan;
}

export interface RuleSheetTexts {
  readonly title: string;
  readonly note: string;
  readonly footer: string;
}

/** Rule tables grow downwards when people add rows: each has so many rows free below it. */
const ROOM = 5;
const LINE = 90;

/** A sheet of rule tables under one another; `role` begins with 'rules', so that it is read back. */
export function ruleSheet(
  role: `rules-${string}`,
  name: string,
  texts: RuleSheetTexts,
  parts: readonly RulePart[],
): SheetPlan {
  const page = new Page(4, LINE);
  page.line(texts.title, 'title', 34);
  page.note(texts.note);
  page.space();
  const tables: TablePlan[] = [];
  const validations: Validation[] = [];
  let widths: number[] = [];
  for (const part of parts) {
    page.line(part.heading, 'heading', 22);
    page.note(part.note);
    const { table, validations: lists, widths: needed } = part.plan({ row: page.row, column: 0 });
    tables.push(table);
    validations.push(...lists);
    widths = Array.from({ length: Math.max(widths.length, needed.length) }, (_, i) =>
      Math.max(widths[i] ?? 0, needed[i] ?? 0),
    );
    page.row += table.rows.length + 1 + ROOM;
  }
  return {
    role,
    name,
    blocks: page.blocks,
    tables,
    charts: [],
    validations,
    conditionalFormats: [],
    widths,
    heights: page.heights,
    gridlines: false,
    // Marks, and cells for formulas to read, stay off paper.
    print: { orientation: 'portrait', area: printedColumns(markColumn(tables)), footer: texts.footer },
  };
}

/** The last of the marks' columns. */
function markColumn(tables: readonly TablePlan[]): number {
  return Math.max(...tables.map(({ columns }) => columns.findIndex(({ entry }) => entry === 'mark')));
}

/** A setting's value wherever its row is now; the default where the row or its value was taken out. */
export function settingExpression(
  table: string,
  headers: { readonly setting: string; readonly value: string },
  label: string,
  initial: number,
): string {
  const found = `INDEX(${tableColumn(table, headers.value)},MATCH(${literal(label)},${tableColumn(table, headers.setting)},0))`;
  return `IFERROR(IF(ISNUMBER(${found}),${found},${initial}),${initial})`;
}

/** Rows as they were found, by keys that stay the rows' own; null where no table was found. */
export function rowsOf(
  rows: readonly { readonly values: RuleValues }[] | undefined,
  key: string,
): RuleInput[] | null {
  if (!rows || rows.length === 0) return null;
  const seen = new Map<string, number>();
  return rows.map(({ values }) => {
    const name = String(values[key] ?? '');
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { key: times === 1 ? name : `${name}#${times}`, values };
  });
}
