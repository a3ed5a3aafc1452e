import { columnLetter } from '../../domain/address';
import type { PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { DAY, MONEY, RATE } from '../expressions';
import { literal } from '../formula';
import { Page, printedColumns } from '../page';
import { ownSnapshot, rule, type SnapshotColumn, type WatchContext } from './context';
import type { SnappedUser } from './digest';

interface SnapshotField {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (user: SnappedUser) => PlanCell;
}

const HEADER_ROW = 3;

/** 拍照名单: the users of high value on the day of the snapshot, and what became of them. Read back, so it stays. */
export function snapshotSheet(context: WatchContext): SheetPlan {
  const { t, digest, sheets, tables } = context;
  const columns = columnsOf(context);
  const page = new Page(columns.length, 110);
  page.line(t.snapshotSheet, 'title', 34);
  page.note(t.snapshotNote);
  const table: TablePlan = {
    role: 'snapshot',
    name: tables.snapshot,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map(({ column }) => column),
    rows: digest.snapshot.map((user) => columns.map(({ cell }) => cell(user))),
    keys: digest.snapshot.map(({ key }) => key),
  };
  const rows = Math.max(1, digest.snapshot.length);
  const state = columns.findIndex(({ column }) => column.id === 'state');
  const first = `$${columnLetter(state)}${HEADER_ROW + 2}`;
  return {
    role: 'rules-snapshot',
    name: sheets.snapshot,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [],
    conditionalFormats: [
      {
        area: { row: HEADER_ROW + 1, column: state, rows, columns: 1 },
        formula: `=AND(${first}<>"",${first}<>${literal(t.fates.kept)})`,
        style: 'alert',
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
      area: printedColumns(columns.length - 1),
      footer: t.footer,
    },
  };
}

function columnsOf(context: WatchContext): SnapshotField[] {
  const { t } = context;
  const field = (
    entry: TableColumn['entry'],
    id: SnapshotColumn,
    width: number,
    cell: SnapshotField['cell'],
    format?: string,
    expression?: string,
  ): SnapshotField => ({
    column: {
      id,
      header: t.snapshotColumns[id],
      format,
      style: id === 'mark' ? 'key' : format === undefined || format === DAY ? 'text' : 'number',
      formula: expression === undefined ? undefined : `=${expression}`,
      entry,
    },
    width,
    cell,
  });
  const nothing = (): PlanCell => null;
  const [then, now] = [ownSnapshot(context, 'arpu'), ownSnapshot(context, 'arpuNow')];
  const middle = literal(t.bands.middle);
  const high = literal(t.bands.high);
  const band = `IF(ISNUMBER(${then}),IF(${then}<=${rule(context, 'middle-arpu')},${middle},${high}),"")`;
  const both = `AND(ISNUMBER(${then}),ISNUMBER(${now}))`;
  return [
    field('source', 'user', 16, ({ user }) => user),
    field('source', 'name', 28, ({ name }) => name),
    field('source', 'person', 12, ({ person }) => person),
    field('source', 'day', 12, ({ day }) => day, DAY),
    field('computed', 'band', 10, nothing, undefined, band),
    field('source', 'state', 11, ({ fate }) => t.fates[fate]),
    field('typed', 'keeper', 12, nothing),
    field('typed', 'note', 26, nothing),
    field('source', 'arpu', 12, ({ arpu }) => arpu, MONEY),
    field('source', 'arpuNow', 12, ({ arpuNow }) => arpuNow, MONEY),
    field('computed', 'change', 12, nothing, MONEY, `IF(${both},ROUND(${now}-${then},2),"")`),
    field(
      'computed',
      'changeRate',
      10,
      nothing,
      RATE,
      `IF(${both},IF(${then}>0,(${now}-${then})/${then},""),"")`,
    ),
    field('mark', 'mark', 14, nothing),
  ];
}
