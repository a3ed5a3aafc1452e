import { columnLetter } from '../../domain/address';
import type { PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { MONEY, MONEY_OR_DASH } from '../expressions';
import { literal, tableColumn, thisRow } from '../formula';
import { Page, printedColumns } from '../page';
import { DIFFERENCE, SHOWN_RATE, type CheckContext } from './context';
import type { Line } from './lines';
import { KEY_STEP } from './standards';

/** Every row of the submitted sheet with what is due, what differs and why; one column is for the reader's decision. */

type ColumnId = keyof CheckContext['t']['columns'];

interface RowColumn {
  readonly id: Exclude<ColumnId, 'mark'> | 'lookup' | 'mark';
  readonly column: TableColumn;
  readonly width: number;
  readonly value: (line: Line) => PlanCell;
}

const HEADER_ROW = 4;

export function rowsSheet(context: CheckContext): SheetPlan {
  const { t, sheets, tables, lines } = context;
  const columns = rowColumns(context);
  const printed = columns.slice(0, columns.findIndex(({ id }) => id === 'decision') + 1);
  const page = new Page(
    printed.length,
    printed.reduce((sum, { width }) => sum + width, 0),
  );
  page.line(sheets.rows, 'title', 34);
  page.note(t.rowsNote({ report: sheets.report }));
  page.note(t.otherNote);
  page.row = HEADER_ROW;
  const table: TablePlan = {
    role: 'check-rows',
    name: tables.rows,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map(({ column }) => column),
    rows: lines.all.map((line) =>
      columns.map(({ column, value }) =>
        column.entry === 'source' || column.entry === 'origin' ? value(line) : null,
      ),
    ),
    keys: lines.all.map(({ key }) => key),
  };
  return {
    role: 'rows',
    name: sheets.rows,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [],
    conditionalFormats: differing(columns, lines.all.length, t.unexplainedName),
    widths: columns.map(({ width }) => width),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 2,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: printedColumns(printed.length),
      footer: t.footer,
    },
  };
}

/** The header of a column, for formulas of other sheets. */
export function rowsColumn(
  { t, tables, lines }: CheckContext,
  id: Exclude<ColumnId, 'mark'> | 'lookup',
): string {
  return tableColumn(tables.rows, headerOf(t, id, lines.commissionOnly));
}

function headerOf(t: CheckContext['t'], id: ColumnId | 'lookup', commissionOnly: boolean): string {
  if (id === 'lookup') return t.standards.columns.key;
  if (commissionOnly && (id === 'expected' || id === 'submitted')) return t.commissionColumns[id];
  return t.columns[id];
}

function rowColumns(context: CheckContext): RowColumn[] {
  const { t, live, lines } = context;
  const formulas = live ? rowFormulas(context) : {};
  const make = (
    id: RowColumn['id'],
    width: number,
    value: (line: Line) => PlanCell,
    more: Partial<TableColumn> = {},
  ): RowColumn => {
    const formula = formulas[id];
    return {
      id,
      width,
      value,
      column: {
        id,
        header: headerOf(t, id, lines.commissionOnly),
        entry: formula === undefined ? 'source' : 'computed',
        ...(formula === undefined ? {} : { formula }),
        ...more,
      },
    };
  };
  const money = { format: MONEY_OR_DASH, style: 'number' } as const;
  const lookups = lookupNumbers(lines.all);
  return [
    make('id', 6, ({ id }) => id, { format: '0', style: 'text' }),
    make('person', 10, ({ person }) => person, { style: 'text' }),
    make('month', 10, ({ month }) => month, { format: t.monthFormat, style: 'text' }),
    make('revenue', 12, ({ revenue }) => revenue, money),
    make('standard', 5, ({ standard }) => standard, { format: '0', style: 'number' }),
    make('rate', 7, ({ rate }) => rate, { format: SHOWN_RATE, style: 'number' }),
    make('commission', 11, ({ commission }) => commission, money),
    ...(lines.commissionOnly ? [] : [make('base', 10, ({ base }) => base, money)]),
    make('other', 9, ({ other }) => other, money),
    make('expected', 12, ({ expected }) => expected, { format: MONEY, style: 'number' }),
    make('submitted', 12, ({ submitted }) => submitted, { format: MONEY, style: 'number' }),
    make('difference', 12, ({ difference }) => difference, { format: DIFFERENCE, style: 'number' }),
    make('result', 9, ({ result }) => result, { style: 'text' }),
    make('reason', 14, ({ reason }) => reason, { style: 'text' }),
    make('explanation', 44, ({ explanation }) => explanation, { style: 'text' }),
    make('decision', 14, () => null, { style: 'text', entry: 'typed' }),
    make('origin', 18, ({ origin }) => origin, { style: 'key', entry: 'origin' }),
    make('working', 20, ({ working }) => working, { style: 'key' }),
    make('lookup', 10, ({ id }) => lookups[id - 1] ?? null, { format: '0', style: 'key' }),
    make('mark', 12, () => null, { style: 'key', entry: 'mark' }),
  ];
}

/** Rows of one person count from 1; a person's first digits tell the person. */
export const LOOKUP_STEP = 1000;

/** The people of the check, each once, in the order of their rows. */
export function peopleOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap(({ person }) => (person === null ? [] : [person])))];
}

function lookupNumbers(lines: readonly Line[]): (number | null)[] {
  const numbers = new Map(peopleOf(lines).map((person, index) => [person, index + 1]));
  const counts = new Map<string, number>();
  return lines.map(({ person }) => {
    if (person === null) return null;
    const count = (counts.get(person) ?? 0) + 1;
    counts.set(person, count);
    return (numbers.get(person) ?? 0) * LOOKUP_STEP + count;
  });
}

function rowFormulas({ t, tables, lines }: CheckContext): Partial<Record<RowColumn['id'], string>> {
  const cell = (id: ColumnId): string => thisRow(tables.rows, headerOf(t, id, lines.commissionOnly));
  const standard = (id: keyof typeof t.standards.columns): string =>
    tableColumn(tables.standards, t.standards.columns[id]);
  const place = `MATCH(${cell('standard')}*${KEY_STEP}+${cell('revenue')},${standard('key')},1)`;
  const found = (id: keyof typeof t.standards.columns): string => `INDEX(${standard(id)},${place})`;
  const ifNative = (expression: string): string => `=IF(${cell('standard')}="","",${expression})`;
  const parts = lines.commissionOnly ? cell('commission') : `${cell('commission')}+${cell('base')}`;
  const alone = `IF(${cell('other')}="","",${cell('other')})`;
  const { difference, expected, submitted, reason } = {
    difference: cell('difference'),
    expected: cell('expected'),
    submitted: cell('submitted'),
    reason: cell('reason'),
  };
  const { results } = t;
  const wrong = `IF(${reason}=${literal(t.unexplainedName)},${literal(results.unexplained)},${literal(results.explained)})`;
  const missing = `IF(${submitted}="",${literal(results.unreadable)},${literal(results['not-covered'])})`;
  return {
    rate: ifNative(found('rate')),
    commission: ifNative(`ROUND(${cell('revenue')}*${cell('rate')}-${found('deduction')},2)`),
    base: ifNative(found('base')),
    expected: `=IF(${cell('standard')}="",${alone},ROUND(${parts}+${cell('other')},2))`,
    difference: `=IF(OR(${expected}="",${submitted}=""),"",ROUND(${submitted}-${expected},2))`,
    result: `=IF(${difference}="",${missing},IF(${difference}=0,${literal(results.right)},${wrong}))`,
  };
}

function differing(
  columns: readonly RowColumn[],
  rows: number,
  unexplained: string,
): SheetPlan['conditionalFormats'] {
  const place = (id: RowColumn['id']): number => columns.findIndex((column) => column.id === id);
  const cell = (id: RowColumn['id']): string => `$${columnLetter(place(id))}${HEADER_ROW + 2}`;
  const area = (id: RowColumn['id'], width = 1) => ({
    row: HEADER_ROW + 1,
    column: place(id),
    rows: Math.max(rows, 1),
    columns: width,
  });
  const difference = cell('difference');
  return [
    { area: area('difference', 4), formula: `=${cell('reason')}=${literal(unexplained)}`, style: 'alert' },
    { area: area('difference'), formula: `=AND(ISNUMBER(${difference}),${difference}<0)`, style: 'negative' },
    { area: area('difference'), formula: `=AND(ISNUMBER(${difference}),${difference}>0)`, style: 'positive' },
  ];
}
