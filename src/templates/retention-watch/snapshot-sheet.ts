import type { SheetPlan } from '../../plan/types';
import { DAY, MONEY, RATE } from '../expressions';
import { literal } from '../formula';
import { ListFields, listSheet, type ListField } from '../list-sheet';
import { Page } from '../page';
import { ownSnapshot, rule, type SnapshotColumn, type WatchContext } from './context';
import type { SnappedUser } from './digest';

/** 拍照名单: the users of high value on the day of the snapshot, and what became of them. Read back, so it stays. */
export function snapshotSheet(context: WatchContext): SheetPlan {
  const { t, digest, sheets, tables } = context;
  const fields = fieldsOf(context);
  const page = new Page(fields.length, 110);
  page.line(t.snapshotSheet, 'title', 34);
  page.note(t.snapshotNote);
  page.space();
  return listSheet<SnappedUser, SnapshotColumn>({
    role: 'rules-snapshot',
    name: sheets.snapshot,
    page,
    table: { role: 'snapshot', name: tables.snapshot },
    fields,
    rows: digest.snapshot,
    keyOf: ({ key }) => key,
    printedBefore: 'mark',
    frozenColumns: 1,
    footer: t.footer,
    dress: ({ area, cell }) => ({
      conditionalFormats: [
        {
          area: area('state'),
          formula: `=AND(${cell('state')}<>"",${cell('state')}<>${literal(t.fates.kept)})`,
          style: 'alert',
        },
      ],
    }),
  });
}

function fieldsOf(context: WatchContext): ListField<SnappedUser>[] {
  const { t } = context;
  const list = new ListFields<SnappedUser, SnapshotColumn>(t.snapshotColumns);
  const [then, now] = [ownSnapshot(context, 'arpu'), ownSnapshot(context, 'arpuNow')];
  const middle = literal(t.bands.middle);
  const high = literal(t.bands.high);
  const band = `IF(ISNUMBER(${then}),IF(${then}<=${rule(context, 'middle-arpu')},${middle},${high}),"")`;
  const both = `AND(ISNUMBER(${then}),ISNUMBER(${now}))`;
  return [
    list.source('user', 16, ({ user }) => user),
    list.source('name', 28, ({ name }) => name),
    list.source('person', 12, ({ person }) => person),
    list.source('day', 12, ({ day }) => day, DAY),
    list.computed('band', 10, band),
    list.source('state', 11, ({ fate }) => t.fates[fate]),
    list.typed('keeper', 12),
    list.typed('note', 26),
    list.source('arpu', 12, ({ arpu }) => arpu, MONEY),
    list.source('arpuNow', 12, ({ arpuNow }) => arpuNow, MONEY),
    list.computed('change', 12, `IF(${both},ROUND(${now}-${then},2),"")`, MONEY),
    list.computed('changeRate', 10, `IF(${both},IF(${then}>0,(${now}-${then})/${then},""),"")`, RATE),
    list.mark(),
  ];
}
