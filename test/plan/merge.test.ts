import fc from 'fast-check';
import { parseMark } from '../../src/plan/fingerprint';
import { mergeTable, type MergedTable, type StandingTable } from '../../src/plan/merge';
import type { PlanCell, TableColumn, TablePlan } from '../../src/plan/types';

const columns: readonly TableColumn[] = [
  { id: 'date', header: 'Date', entry: 'source' },
  { id: 'month', header: 'Month', entry: 'computed', formula: '=MONTH(T[[#This Row],[Date]])' },
  { id: 'customer', header: 'Customer', entry: 'source' },
  { id: 'amount', header: 'Amount', entry: 'source' },
  { id: 'remark', header: 'Remark', entry: 'typed' },
  { id: 'origin', header: 'Source', entry: 'origin' },
  { id: 'mark', header: 'Mark', entry: 'mark' },
];
const [DATE, MONTH, CUSTOMER, AMOUNT, REMARK, ORIGIN, MARK] = [0, 1, 2, 3, 4, 5, 6] as const;

interface Source {
  readonly key: string;
  readonly date: number;
  readonly customer: string;
  readonly amount: number;
}

function plan(sources: readonly Source[], change: Partial<TablePlan> = {}): TablePlan {
  return {
    role: 'orders',
    name: 'T',
    at: { row: 0, column: 0 },
    columns,
    keys: sources.map(({ key }) => key),
    rows: sources.map(({ date, customer, amount }, i) => [
      date,
      null,
      customer,
      amount,
      null,
      `S!${i + 2}`,
      null,
    ]),
    ...change,
  };
}

/** A sheet that a test types into. */
interface Sheet extends StandingTable {
  readonly headers: string[];
  readonly rows: PlanCell[][];
}

/** What stands on the sheet after a merge was written: formulas fill the cells of calculated columns. */
function written(merged: MergedTable): Sheet {
  return {
    headers: merged.columns.map((laid) => (laid.kind === 'own' ? laid.header : laid.column.header)),
    rows: merged.rows.map((row) =>
      row.map((cell, index) => {
        const laid = merged.columns[index];
        return cell === null && laid?.kind === 'plan' && laid.column.formula
          ? { formula: laid.column.formula.replace('[#This Row],', '@') }
          : cell;
      }),
    ),
  };
}

const one: Source = { key: 'DD1', date: 45000, customer: 'Greenfield', amount: 100 };
const two: Source = { key: 'DD2', date: 45010, customer: 'Farsail', amount: 200 };
const three: Source = { key: 'DD3', date: 45020, customer: 'Bowen', amount: 300 };

function built(sources: readonly Source[]): { sheet: Sheet; marks: readonly string[] } {
  const merged = mergeTable(plan(sources), null, null);
  return { sheet: written(merged), marks: merged.marks };
}

function cellAt(sheet: { rows: PlanCell[][] }, row: number): PlanCell[] {
  const cells = sheet.rows[row];
  if (!cells) throw new Error(`no row ${row}`);
  return cells;
}

test('a first build writes every row with its mark', () => {
  const merged = mergeTable(plan([one, two]), null, null);
  expect(merged.report).toMatchObject({ added: 2, differences: [] });
  expect(merged.rows[0]?.slice(0, 6)).toEqual([45000, null, 'Greenfield', 100, null, 'S!2']);
  expect(parseMark(merged.rows[0]?.[MARK])?.key).toBe('DD1');
  expect(merged.marks).toEqual([merged.rows[0]?.[MARK], merged.rows[1]?.[MARK]]);
});

test('an untouched row follows its source', () => {
  const { sheet, marks } = built([one, two]);
  const merged = mergeTable(plan([one, { ...two, amount: 250 }]), sheet, marks);
  expect(merged.rows[1]?.[AMOUNT]).toBe(250);
  expect(merged.report).toMatchObject({ unchanged: 1, updated: 1, differences: [] });
});

test('what was typed stays where the source is the same', () => {
  const { sheet, marks } = built([one, two]);
  cellAt(sheet, 0)[CUSTOMER] = 'Greenfield Robotics';
  const merged = mergeTable(plan([one, two]), sheet, marks);
  expect(merged.rows[0]?.[CUSTOMER]).toBe('Greenfield Robotics');
  expect(merged.report).toMatchObject({ typed: 1, unchanged: 1, differences: [] });
});

test('a row that changed on both sides stays as typed and is shown with both values, at every rebuild', () => {
  const { sheet, marks } = built([one]);
  cellAt(sheet, 0)[AMOUNT] = 111;
  const changed = plan([{ ...one, amount: 122, customer: 'Greenfield Ltd' }]);
  const merged = mergeTable(changed, sheet, marks);
  expect(merged.rows[0]?.[AMOUNT]).toBe(111);
  expect(merged.report.differences).toEqual([
    {
      kind: 'both-changed',
      key: 'DD1',
      row: 0,
      cells: [
        { header: 'Customer', column: CUSTOMER, onSheet: 'Greenfield', inSource: 'Greenfield Ltd' },
        { header: 'Amount', column: AMOUNT, onSheet: 111, inSource: 122 },
      ],
    },
  ]);
  expect(mergeTable(changed, written(merged), merged.marks)).toEqual(merged);
});

test('both sides changed to the same is no conflict', () => {
  const { sheet, marks } = built([one]);
  cellAt(sheet, 0)[AMOUNT] = 122;
  const merged = mergeTable(plan([{ ...one, amount: 122 }]), sheet, marks);
  expect(merged.report).toMatchObject({ unchanged: 1, differences: [] });
});

test('a formula typed over a value counts as typed', () => {
  const { sheet, marks } = built([one]);
  cellAt(sheet, 0)[AMOUNT] = { formula: '=90+10' };
  const merged = mergeTable(plan([one]), sheet, marks);
  expect(merged.rows[0]?.[AMOUNT]).toEqual({ formula: '=90+10' });
});

test('a row without mark is a person’s own and stays', () => {
  const { sheet, marks } = built([one]);
  sheet.rows.push([45100, { formula: '=1' }, 'Walk-in', 5, null, null, null]);
  const merged = mergeTable(plan([one, two]), sheet, marks);
  expect(merged.report).toMatchObject({ own: 1, added: 1, unchanged: 1 });
  expect(merged.rows[1]).toEqual([45100, null, 'Walk-in', 5, null, null, '']);
  expect(merged.rows[2]?.[CUSTOMER]).toBe('Farsail');
});

test('an order typed before it arrived is not counted twice', () => {
  const { sheet, marks } = built([one]);
  sheet.rows.push([two.date, { formula: '=1' }, two.customer, two.amount, 'phoned', null, null]);
  const merged = mergeTable(plan([one, two]), sheet, marks);
  expect(merged.rows).toHaveLength(2);
  expect(merged.rows[1]?.[REMARK]).toBe('phoned');
  expect(parseMark(merged.rows[1]?.[MARK])?.key).toBe('DD2');
});

test('a row whose key changed is found again by what was written, before a row that a person typed alike', () => {
  const { sheet, marks } = built([one, two]);
  cellAt(sheet, 1)[REMARK] = 'promised';
  cellAt(sheet, 1)[AMOUNT] = 250;
  sheet.rows.unshift([two.date, { formula: '=1' }, two.customer, two.amount, 'phoned', null, null]);
  const merged = mergeTable(plan([{ ...two, key: 'DD2/rest' }]), sheet, marks);
  expect(merged.report).toMatchObject({ own: 1, typed: 1, removed: 1, added: 0, differences: [] });
  expect(merged.rows.map((row) => [row[AMOUNT], row[REMARK], parseMark(row[MARK])?.key])).toEqual([
    [200, 'phoned', undefined],
    [250, 'promised', 'DD2/rest'],
  ]);
});

test('marks that were cleared are found again', () => {
  const { sheet, marks } = built([one, two]);
  for (const row of sheet.rows) row[MARK] = null;
  expect(mergeTable(plan([one, two]), sheet, marks).report).toMatchObject({ unchanged: 2, own: 0, added: 0 });
});

test('a row that left the source goes, unless something was typed', () => {
  const { sheet, marks } = built([one, two, three]);
  cellAt(sheet, 1)[REMARK] = 'ask again';
  cellAt(sheet, 2)[MONTH] = 13;
  const merged = mergeTable(plan([]), sheet, marks);
  expect(merged.report.removed).toBe(1);
  expect(merged.report.differences.map(({ kind, key, row }) => [kind, key, row])).toEqual([
    ['gone', 'DD2', 0],
    ['gone', 'DD3', 1],
  ]);
  expect(merged.rows[0]?.[REMARK]).toBe('ask again');
  expect(merged.rows[1]?.[MONTH]).toBe(13);
});

test('a deleted row stays deleted until its source changes', () => {
  const { sheet, marks } = built([one, two]);
  sheet.rows.splice(0, 1);
  const same = mergeTable(plan([one, two]), sheet, marks);
  expect(same.report).toMatchObject({ deleted: 1, unchanged: 1, added: 0 });
  expect(same.rows).toHaveLength(1);
  const again = mergeTable(plan([{ ...one, amount: 1 }, two]), written(same), same.marks);
  expect(again.report.differences).toEqual([{ kind: 'returned', key: 'DD1', row: 1, cells: [] }]);
  expect(again.rows).toHaveLength(2);
  expect(mergeTable(plan([one, two]), sheet, null).report).toMatchObject({ added: 1 });
});

test('of a copied row the untouched one is ours, the other a person’s own', () => {
  const { sheet, marks } = built([one]);
  const copy = [...cellAt(sheet, 0)];
  cellAt(sheet, 0)[AMOUNT] = 999;
  sheet.rows.push(copy);
  const merged = mergeTable(plan([{ ...one, amount: 101 }]), sheet, marks);
  expect(merged.rows.map((row) => row[AMOUNT])).toEqual([999, 101]);
  expect(merged.report).toMatchObject({ own: 1, updated: 1 });
  expect(merged.rows[0]?.[MARK]).toBe('');
});

test('the source column is refreshed without counting as a change', () => {
  const { sheet, marks } = built([one, two]);
  const merged = mergeTable(plan([three, one, two]), sheet, marks);
  expect(merged.rows.map((row) => row[ORIGIN])).toEqual(['S!3', 'S!4', 'S!2']);
  expect(merged.report).toMatchObject({ unchanged: 2, updated: 0, added: 1 });
});

test('columns that people added or moved stay, and a blank row is no row', () => {
  const { sheet, marks } = built([one]);
  const headers = ['Own', ...sheet.headers];
  const rows = [
    ['mine', ...cellAt(sheet, 0)],
    ['', null, { formula: '=1' }, null, null, null, null, null],
  ];
  const merged = mergeTable(plan([{ ...one, amount: 7 }]), { headers, rows }, marks);
  expect(merged.columns[0]).toEqual({ kind: 'own', header: 'Own', sheet: 0 });
  expect(merged.rows).toEqual([['mine', 45000, null, 'Greenfield', 7, null, 'S!2', merged.marks[0]]]);
});

test('lines that the plan leaves free stay to be filled in, unless their mark went too', () => {
  const free: TablePlan = {
    ...plan([]),
    keys: ['line-1', 'line-2', 'line-3'],
    rows: [1, 2, 3].map(() => columns.map(() => null)),
  };
  const first = mergeTable(free, null, null);
  const sheet = written(first);
  sheet.rows[1]![CUSTOMER] = '甲公司';
  sheet.rows[2]![MARK] = null;
  const again = mergeTable(free, sheet, first.marks);
  expect(again.rows.map((row) => row[CUSTOMER])).toEqual([null, '甲公司']);
  expect(again.report).toMatchObject({ unchanged: 1, typed: 1, deleted: 1, differences: [] });
});

test('a column that is new in the source goes in its place and changes no untouched row’s standing', () => {
  const { sheet, marks } = built([one]);
  const product: TableColumn = { id: 'product', header: 'Product', entry: 'source' };
  const wider = plan([one], {
    columns: [...columns.slice(0, 3), product, ...columns.slice(3)],
    rows: [[45000, null, 'Greenfield', 'Line', 100, null, 'S!2', null]],
  });
  const merged = mergeTable(wider, sheet, marks);
  expect(merged.report).toMatchObject({ updated: 1, differences: [] });
  expect(merged.rows[0]?.slice(0, 5)).toEqual([45000, null, 'Greenfield', 'Line', 100]);
});

test('headers in the other language are the same columns', () => {
  const { sheet, marks } = built([one]);
  cellAt(sheet, 0)[REMARK] = 'kept';
  const names = ['日期', '月份', '客户', '金额', '备注', '来源', '标识'];
  const chinese = plan([one], { columns: columns.map((c, i) => ({ ...c, header: names[i] ?? '' })) });
  const merged = mergeTable(chinese, sheet, marks);
  expect(merged.columns.every(({ kind }) => kind === 'plan')).toBe(true);
  expect(merged.rows[0]?.[REMARK]).toBe('kept');
  expect(merged.report).toMatchObject({ unchanged: 1 });
});

test('two plan rows with one key are refused', () => {
  expect(() => mergeTable(plan([one, one]), null, null)).toThrow('plan-key-twice');
});

describe('whatever both sides do', () => {
  const source = fc.record({
    date: fc.integer({ min: 1, max: 60000 }),
    customer: fc.constantFrom('A', 'B', '', '007'),
    amount: fc.double({ noNaN: true, noDefaultInfinity: true }),
  });
  const sources = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), source), {
      selector: ([key]) => key,
      maxLength: 12,
    })
    .map((rows) => rows.map(([key, row]): Source => ({ key: `K${key}`, ...row })));
  const edit = fc.record({
    row: fc.nat(20),
    column: fc.constantFrom(DATE, CUSTOMER, AMOUNT, REMARK, MONTH),
    typed: fc.integer({ min: 0, max: 9999 }).map((n) => `typed ${n}`),
  });
  const edits = fc.record({
    cells: fc.array(edit, { maxLength: 10 }),
    deleted: fc.array(fc.nat(20), { maxLength: 3 }),
    own: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
  });

  function edited(
    sheet: Sheet,
    change: { cells: { row: number; column: number; typed: string }[]; deleted: number[]; own: string[] },
  ): string[] {
    for (const { row, column, typed } of change.cells) {
      const cells = sheet.rows[row];
      if (cells) cells[column] = typed;
    }
    const gone = new Set(change.deleted);
    const left = sheet.rows.filter((_, row) => !gone.has(row));
    left.push(
      ...change.own.map((customer): PlanCell[] => [null, null, `own ${customer}`, null, null, null, null]),
    );
    sheet.rows.splice(0, sheet.rows.length, ...left);
    return sheet.rows
      .flat()
      .filter((cell): cell is string => typeof cell === 'string' && /^(typed|own) /.test(cell));
  }

  test('nothing typed is lost, every difference is listed, and a second merge changes nothing', () => {
    fc.assert(
      fc.property(sources, sources, edits, (before, after, change) => {
        const { sheet, marks } = built(before);
        const typed = edited(sheet, change);
        const merged = mergeTable(plan(after), sheet, marks);
        const texts = merged.rows.flat();
        for (const text of typed) expect(texts).toContain(text);

        const listed = new Set(
          merged.report.differences.filter(({ kind }) => kind === 'both-changed').map(({ key }) => key),
        );
        const now = new Map(after.map((row) => [row.key, row]));
        const then = new Map(before.map((row) => [row.key, row]));
        merged.rows.forEach((row) => {
          const key = parseMark(row[MARK])?.key;
          const current = key === undefined ? undefined : now.get(key);
          if (key === undefined || !current) return;
          const same = [DATE, CUSTOMER, AMOUNT].every((column, i) => {
            const value = [current.date, current.customer, current.amount][i];
            return Object.is(row[column] ?? '', value) || row[column] === value;
          });
          const last = then.get(key);
          const sourceSame =
            last?.date === current.date &&
            last.customer === current.customer &&
            last.amount === current.amount;
          expect(listed.has(key)).toBe(!same && !sourceSame);
        });

        const again = mergeTable(plan(after), written(merged), merged.marks);
        expect(again.rows).toEqual(merged.rows);
        expect(again.marks.toSorted()).toEqual(merged.marks.toSorted());
        expect(again.report).toMatchObject({ added: 0, updated: 0, removed: 0 });
      }),
      { numRuns: 300 },
    );
  });

  test('without edits on either side a merge is the identity', () => {
    fc.assert(
      fc.property(sources, (rows) => {
        const first = mergeTable(plan(rows), null, null);
        const second = mergeTable(plan(rows), written(first), first.marks);
        expect(second.rows).toEqual(first.rows);
        expect(second.report).toMatchObject({
          unchanged: rows.length,
          added: 0,
          updated: 0,
          removed: 0,
          differences: [],
        });
      }),
    );
  });
});

test('50,000 rows merge in about a second of processor time', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({
    key: `DD${i}`,
    date: 45000 + (i % 700),
    customer: `C${i % 900}`,
    amount: i,
  }));
  const { sheet, marks } = built(many);
  const changed = plan(many.map((row) => ({ ...row, amount: row.amount + 1 })));
  const before = process.cpuUsage();
  const merged = mergeTable(changed, sheet, marks);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3000);
  expect(merged.report.updated).toBe(50_000);
});
