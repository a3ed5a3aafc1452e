import { columnLetter } from '../../domain/address';
import { MONTH_DAYS } from '../../domain/retention/warnings';
import type { PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { COUNT, DAY, MONEY } from '../expressions';
import { literal } from '../formula';
import { Page, printedColumns } from '../page';
import { asOf, ownWarning, rule, type WarningColumn, type WatchContext } from './context';
import type { User } from './digest';

interface WarningField {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (user: User) => PlanCell;
}

const HEADER_ROW = 3;
/** Rows that lists and colours reach below the last one, for what is typed there. */
const SPARE_ROWS = 200;
/** More than any number of days left. */
const NEVER = 99999;
/** Days left from which an open warning stands out. */
const URGENT = 7;

/** 预警名单: who may leave, why, when; who keeps him, what was done. */
export function warningsSheet(context: WatchContext): SheetPlan {
  const { t, digest, sheets, tables, blank } = context;
  const columns = columnsOf(context);
  const page = new Page(columns.length, 150);
  page.line(t.warningsSheet, 'title', 34);
  page.note(blank ? t.warningsBlankNote : t.warningsNote({ rules: sheets.rules }));
  const table: TablePlan = {
    role: 'warnings',
    name: tables.warnings,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map(({ column }) => column),
    rows: digest.warned.map((user) => columns.map(({ cell }) => cell(user))),
    keys: digest.warned.map(({ key }) => key),
  };
  const rows = digest.warned.length + SPARE_ROWS;
  const place = (id: WarningColumn): number => columns.findIndex(({ column }) => column.id === id);
  const body = (id: WarningColumn) => ({ row: HEADER_ROW + 1, column: place(id), rows, columns: 1 });
  const first = (id: WarningColumn): string => `$${columnLetter(place(id))}${HEADER_ROW + 2}`;
  return {
    role: 'warnings',
    name: sheets.warnings,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [{ area: body('outcome'), list: t.outcomes, open: true, prompt: t.outcomePrompt }],
    conditionalFormats: [
      {
        area: body('state'),
        formula: `=AND(${first('state')}=${literal(t.states.open)},ISNUMBER(${first('daysLeft')}),${first('daysLeft')}<=${URGENT})`,
        style: 'alert',
      },
      { area: body('state'), formula: `=${first('state')}=${literal(t.states.overdue)}`, style: 'alert' },
      { area: body('state'), formula: `=${first('state')}=${literal(t.states.handled)}`, style: 'muted' },
      {
        area: body('daysLeft'),
        formula: `=AND(ISNUMBER(${first('daysLeft')}),${first('daysLeft')}<0)`,
        style: 'negative',
      },
    ],
    widths: columns.map(({ width }) => width),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: printedColumns(place('responsible')),
      footer: t.footer,
    },
  };
}

function columnsOf(context: WatchContext): WarningField[] {
  const { t, digest, blank } = context;
  const source = (
    id: WarningColumn,
    width: number,
    cell: WarningField['cell'],
    format?: string,
  ): WarningField => ({
    column: {
      id,
      header: t.columns[id],
      format,
      style: format === undefined || format === DAY ? 'text' : 'number',
      entry: 'source',
    },
    width,
    cell,
  });
  const optional = (
    id: WarningColumn,
    width: number,
    cell: WarningField['cell'],
    format?: string,
  ): WarningField[] =>
    blank || digest.users.some((user) => cell(user) !== null) ? [source(id, width, cell, format)] : [];
  const other = (
    entry: 'typed' | 'computed',
    id: WarningColumn,
    width: number,
    expression?: string,
    format?: string,
  ): WarningField => ({
    column: {
      id,
      header: t.columns[id],
      format,
      style: format === undefined || format === DAY ? 'text' : 'number',
      formula: expression === undefined ? undefined : `=${expression}`,
      entry,
    },
    width,
    cell: () => null,
  });
  return [
    source('user', 16, ({ id }) => id),
    ...optional('name', 26, ({ name }) => name),
    ...optional('product', 14, ({ product }) => product),
    source('person', 11, ({ person }) => person),
    other('computed', 'reasons', 26, reasonsExpression(context)),
    other('typed', 'keeper', 11),
    other('typed', 'handled', 12, undefined, DAY),
    other('typed', 'outcome', 16),
    other('computed', 'state', 9, stateExpression(context)),
    source('contractEnd', 12, ({ contractEnd }) => contractEnd, DAY),
    source('subsidyEnd', 12, ({ subsidyEnd }) => subsidyEnd, DAY),
    source('lastUse', 12, ({ lastUse }) => lastUse, DAY),
    other('computed', 'daysLeft', 9, daysLeftExpression(context), COUNT),
    source('arpu', 11, ({ arpu }) => arpu, MONEY),
    source('prepaid', 12, ({ prepaid }) => prepaid, MONEY),
    other('computed', 'lasts', 10, lastsExpression(context), COUNT),
    source('debt', 12, ({ debt }) => debt, MONEY),
    other('computed', 'responsible', 12, responsibleExpression(context)),
    {
      column: { id: 'mark', header: t.columns.mark, style: 'key', entry: 'mark' },
      width: 14,
      cell: () => null,
    },
  ];
}

/** prepaidLasts() of src/domain. */
function lastsExpression(context: WatchContext): string {
  const [prepaid, arpu] = [ownWarning(context, 'prepaid'), ownWarning(context, 'arpu')];
  return (
    `IF(ISNUMBER(${prepaid}),IF(N(${arpu})>0,` +
    `INT(ROUND(MAX(0,${prepaid})*${MONTH_DAYS}/${arpu},6)),""),"")`
  );
}

/** Each reason as a condition on the row; warningOf() of src/domain. */
function conditions(
  context: WatchContext,
): Record<'prepaid' | 'contract' | 'subsidy' | 'unused' | 'debt', string> {
  const own = (id: WarningColumn): string => ownWarning(context, id);
  const today = asOf(context);
  const ends = (id: WarningColumn, within: string): string => {
    const left = `N(${own(id)})-${today}`;
    return `AND(ISNUMBER(${own(id)}),${left}<=${rule(context, within)},${left}>=-${rule(context, 'passed-days')})`;
  };
  return {
    prepaid:
      `AND(ISNUMBER(${own('prepaid')}),IF(ISNUMBER(${own('lasts')}),${own('lasts')}<=${rule(context, 'prepaid-days')},` +
      `${own('prepaid')}<${rule(context, 'prepaid-amount')}))`,
    contract: ends('contractEnd', 'contract-days'),
    subsidy: ends('subsidyEnd', 'subsidy-days'),
    unused:
      `AND(ISNUMBER(${own('lastUse')}),ISNUMBER(${own('arpu')}),N(${own('arpu')})>${rule(context, 'high-arpu')},` +
      `${today}-N(${own('lastUse')})>=${rule(context, 'unused-days')})`,
    debt: `AND(ISNUMBER(${own('debt')}),N(${own('debt')})>=${rule(context, 'debt')})`,
  };
}

function reasonsExpression(context: WatchContext): string {
  const { reasons, reasonJoin } = context.t;
  const is = conditions(context);
  const parts = (Object.keys(is) as (keyof typeof is)[]).map(
    (id) => `IF(${is[id]},${literal(reasonJoin + reasons[id])},"")`,
  );
  return `MID(${parts.join('&')},${reasonJoin.length + 1},200)`;
}

function daysLeftExpression(context: WatchContext): string {
  const is = conditions(context);
  const today = asOf(context);
  const own = (id: WarningColumn): string => ownWarning(context, id);
  const least =
    `MIN(IF(AND(${is.prepaid},ISNUMBER(${own('lasts')})),N(${own('lasts')}),${NEVER}),` +
    `IF(${is.contract},N(${own('contractEnd')})-${today},${NEVER}),` +
    `IF(${is.subsidy},N(${own('subsidyEnd')})-${today},${NEVER}))`;
  return `IF(${least}=${NEVER},"",${least})`;
}

function stateExpression(context: WatchContext): string {
  const { states } = context.t;
  const own = (id: WarningColumn): string => ownWarning(context, id);
  return (
    `IF(${own('user')}="","",IF(ISNUMBER(${own('handled')}),${literal(states.handled)},` +
    `IF(${own('reasons')}="",${literal(states.cleared)},` +
    `IF(AND(ISNUMBER(${own('daysLeft')}),N(${own('daysLeft')})<0),${literal(states.overdue)},${literal(states.open)}))))`
  );
}

/** Who was assigned; before that, whose customer he is. */
function responsibleExpression(context: WatchContext): string {
  const [keeper, person] = [ownWarning(context, 'keeper'), ownWarning(context, 'person')];
  return `IF(${keeper}<>"",${keeper},IF(${person}<>"",${person},""))`;
}
