/**
 * Building again as a merge, for every table that people go on working in: random edits on both sides, nothing typed
 * is lost, every conflict shows, and a build without changes changes nothing.
 */
import fc from 'fast-check';
import { cellContent, parseMark } from '../../src/plan/fingerprint';
import { mergeTable, type MergedTable, type StandingTable } from '../../src/plan/merge';
import type { PlanCell, TablePlan } from '../../src/plan/types';
import { built, LIVING_TABLES, type Item } from './living-tables';

/** A row on the sheet while a person works there. */
interface Row {
  readonly cells: PlanCell[];
  /** null: added by the person. */
  readonly key: string | null;
  /** Anything was written into it. */
  typed: boolean;
}

/** A table as it stands after a merge was written: calculated columns hold formulas. */
function standing({ columns, rows }: Pick<MergedTable, 'columns' | 'rows'>): StandingTable {
  return {
    headers: columns.map((laid) => (laid.kind === 'own' ? laid.header : laid.column.header)),
    rows: rows.map((row) =>
      row.map((cell, index): PlanCell => {
        const laid = columns[index];
        const formula = laid?.kind === 'plan' ? laid.column.formula : undefined;
        return cell === null && formula !== undefined ? { formula } : cell;
      }),
    ),
  };
}

const ROWS = 8;
const COLUMN = '自加列';
const row = fc.nat(ROWS);
const edits = fc.record({
  rows: fc.integer({ min: 1, max: ROWS }),
  source: fc.record({
    changed: fc.array(fc.record({ row, value: fc.integer({ min: 20, max: 29 }) }), { maxLength: 4 }),
    gone: fc.uniqueArray(row, { maxLength: 3 }),
    added: fc.nat(3),
    order: fc.array(fc.nat(99), { minLength: ROWS + 3, maxLength: ROWS + 3 }),
  }),
  sheet: fc.record({
    /** 'as-source' is what the source says next as well. */
    typed: fc.array(
      fc.record({ row, column: fc.nat(20), value: fc.oneof(fc.constant('as-source'), fc.nat()) }),
      { maxLength: 8 },
    ),
    own: fc.array(row, { maxLength: 3 }),
    deleted: fc.uniqueArray(row, { maxLength: 2 }),
    order: fc.option(fc.array(fc.nat(99), { minLength: ROWS, maxLength: ROWS })),
    column: fc.option(fc.record({ at: fc.nat(30), row })),
  }),
});
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function sorted<T>(list: readonly T[], order: readonly number[]): T[] {
  const ranked = list.map((item, index) => ({ item, rank: order[index] ?? 0 }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

function sourceAfter(before: readonly Item[], { changed, gone, added, order }: Edits['source']): Item[] {
  const values = new Map(changed.map((each) => [each.row % before.length, each.value]));
  const after = [
    ...before
      .map((item, index) => ({ ...item, value: values.get(index) ?? item.value }))
      .filter((_, index) => !gone.includes(index)),
    ...Array.from({ length: added }, (_, index): Item => ({ id: ROWS + index, value: 10 })),
  ];
  return sorted(after.length > 0 ? after : before.slice(0, 1), order);
}

/** What a person makes of a built table. */
interface Worked {
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** Keys of rows that the person deleted. */
  readonly deleted: readonly string[];
}

function worked(first: TablePlan, again: TablePlan, ids: readonly string[], sheet: Edits['sheet']): Worked {
  const { headers, rows: cells } = standing(mergeTable(first, null, null));
  const built = cells.map((each): Row => ({ cells: [...each], key: keyOf(each), typed: false }));
  sheet.typed.forEach(({ row: at, column, value }, index) => {
    const id = ids[column % ids.length];
    const place = first.columns.findIndex((each) => each.id === id);
    if (place < 0) throw new Error(`no column ${id}`);
    const target = built[at % built.length];
    if (!target) return;
    const next = rowOf(again, target.key)?.[place] ?? null;
    target.cells[place] = value === 'as-source' && next !== null ? next : 50_000 + index;
    target.typed = true;
  });
  const rows = sheet.order ? sorted(built, sheet.order) : built;
  sheet.own.forEach((at, index) => {
    const own = first.columns.map(({ entry }, column) =>
      entry === 'mark' || entry === 'computed' ? null : `自填${index}.${column}`,
    );
    rows.splice(at % (rows.length + 1), 0, { cells: own, key: null, typed: true });
  });
  const gone = new Set(sheet.deleted.flatMap((at) => rows[at] ?? []).filter(({ key }) => key !== null));
  const left = rows.filter((each) => !gone.has(each));
  const deleted = [...gone].flatMap(({ key }) => key ?? []);
  if (!sheet.column) return { headers, rows: left, deleted };
  const place = sheet.column.at % headers.length;
  const mine = left[sheet.column.row % left.length];
  for (const each of left) each.cells.splice(place, 0, each === mine ? '自己写的' : null);
  if (mine) mine.typed = true;
  return { headers: headers.toSpliced(place, 0, COLUMN), rows: left, deleted };
}

function keyOf(cells: readonly PlanCell[]): string | null {
  return parseMark(cells.findLast((cell) => parseMark(cell) !== null))?.key ?? null;
}

function rowOf({ keys, rows }: TablePlan, key: string | null): readonly PlanCell[] | undefined {
  return key === null ? undefined : rows[keys.indexOf(key)];
}

/** What has to stand on the sheet after building again, said without any marks: rows in their order, and what shows. */
function expectedAfter(
  first: TablePlan,
  again: TablePlan,
  { columns }: MergedTable,
  { rows, deleted }: Worked,
) {
  const sources = columns.flatMap((laid, at) =>
    laid.kind === 'plan' && laid.column.entry === 'source' ? [{ at, plan: laid.plan }] : [],
  );
  const differ = (a: PlanCell | undefined, b: PlanCell | undefined): boolean =>
    cellContent(a) !== cellContent(b);
  const changedFor = (key: string | null): boolean => {
    const [then, now] = [rowOf(first, key), rowOf(again, key)];
    return now !== undefined && sources.some(({ plan }) => differ(now[plan], then?.[plan]));
  };
  const shown = deleted.filter(changedFor).map((key) => ['returned', key]);
  const expected = rows.flatMap(({ cells, key, typed }): PlanCell[][] => {
    const [then, now] = [rowOf(first, key), rowOf(again, key)];
    if (key !== null && !now) {
      if (!typed) return [];
      shown.push(['gone', key]);
    }
    const overtyped = sources.some(({ at, plan }) => differ(cells[at], then?.[plan]));
    const apart = now !== undefined && sources.some(({ at, plan }) => differ(cells[at], now[plan]));
    if (key !== null && overtyped && apart && changedFor(key)) shown.push(['both-changed', key]);
    const follows = new Map(now && !overtyped ? sources.map(({ at, plan }) => [at, now[plan]]) : []);
    return [cells.map((cell, at) => (follows.has(at) ? (follows.get(at) ?? null) : cell))];
  });
  const fresh = again.keys.filter((key) => !first.keys.includes(key));
  const returned = shown.flatMap(([kind, key]) => (kind === 'returned' && key !== undefined ? [key] : []));
  return { expected, shown, fresh, appended: [...fresh, ...returned].sort() };
}

test.each(Object.entries(LIVING_TABLES))(
  '%s: nothing typed is ever lost, conflicts are all shown',
  (_, living) => {
    fc.assert(
      fc.property(edits, ({ rows: count, source, sheet }) => {
        const before = Array.from({ length: count }, (__, id): Item => ({ id, value: 10 }));
        const first = built(living, before);
        const again = built(living, sourceAfter(before, source));
        const work = worked(first, again, living.columns, sheet);
        const rows = work.rows.map(({ cells }) => cells);
        const { marks } = mergeTable(first, null, null);
        const merged = mergeTable(again, { headers: work.headers, rows }, marks);

        const after = standing(merged);
        expect(after.headers).toEqual(work.headers);
        const { expected, shown, fresh, appended } = expectedAfter(first, again, merged, work);
        // Where a row comes from, and its mark, are Daybook's own and told anew.
        const said = (cells: readonly PlanCell[]): PlanCell[] =>
          cells.filter((__, at) => {
            const laid = merged.columns[at];
            return laid?.kind === 'own' || !/origin|mark/.test(laid?.column.entry ?? '');
          });
        const plain = (cells: readonly PlanCell[]): string[] =>
          said(cells).map((cell) => (typeof cell === 'object' ? '' : cellContent(cell)));
        expect(merged.rows.slice(0, expected.length).map(plain)).toEqual(expected.map(plain));
        expect(merged.rows.slice(expected.length).map(keyOf).sort()).toEqual(appended);
        const { added, differences } = merged.report;
        expect(differences.map(({ kind, key }) => [kind, key]).sort()).toEqual(shown.sort());
        expect(added).toBe(fresh.length);

        const twice = mergeTable(again, after, merged.marks);
        expect(twice.rows).toEqual(merged.rows);
        expect(twice.report).toMatchObject({ added: 0, updated: 0, removed: 0 });
        expect(twice.report.differences).toEqual(differences.filter(({ kind }) => kind !== 'returned'));
      }),
      { numRuns: 50 },
    );
  },
);
