import fc from 'fast-check';
import type { Plan } from '../../src/plan/types';
import type { BookGrid } from '../../src/reading/grid';
import { GridAssembly, gridMessages, PlanAssembly, planMessages } from '../../src/worker/pieces';

/** Cells that one message may carry, with the row that went over it. */
const MOST = 40_000 + 2000;

/** Compared as texts: a hundred thousand cells one by one would take a second. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const widths = fc.array(fc.nat({ max: 30 }), { maxLength: 6 }).chain((few) =>
  // Long sheets, of rows that differ in length.
  fc.constantFrom(1, 50, 1000).map((times) => Array.from({ length: times }, () => few).flat()),
);

const sheets = fc.array(widths, { maxLength: 3 }).map((all) =>
  all.map((rows, index) => ({
    name: `S${index}`,
    origin: { row: 2, column: 1 },
    values: rows.map((width, row) => Array.from({ length: width }, (_, column) => row * column)),
    formats: rows.map((width) => (width > 3 ? ['General', 'yyyy-mm-dd'] : [])),
    merges: [],
    hiddenRows: [3],
    hiddenColumns: [],
    tables: [],
    visible: true,
  })),
);

test('a workbook taken apart and put together is the same, and no piece is large', () => {
  fc.assert(
    fc.property(sheets, fc.boolean(), (all, date1904) => {
      const book: BookGrid = { name: 'b', date1904, sheets: all };
      const assembly = new GridAssembly();
      for (const message of gridMessages(book)) {
        if (message.kind === 'rows') {
          expect(message.values.reduce((sum, row) => sum + row.length, 0)).toBeLessThan(MOST);
        }
        assembly.take(structuredClone(message));
      }
      expect(same(assembly.book, book)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('a new workbook takes the place of the one before', () => {
  const assembly = new GridAssembly();
  const empty: BookGrid = { name: 'b', date1904: false, sheets: [] };
  const [sheet] = fc.sample(sheets, 20).find((all) => all.length > 0) ?? [];
  for (const message of gridMessages({ ...empty, sheets: [sheet!] })) assembly.take(message);
  for (const message of gridMessages(empty)) assembly.take(message);
  expect(assembly.book).toEqual(empty);
  expect(() => assembly.take({ kind: 'rows', values: [[1]], formats: [] })).toThrow('before their sheet');
});

test('so is a plan', () => {
  fc.assert(
    fc.property(fc.array(widths, { maxLength: 3 }), (tables) => {
      const sheet = {
        role: 'data',
        name: 'Data',
        blocks: [{ at: { row: 0, column: 0 }, cells: [['title']], style: 'title' as const }],
        tables: tables.map((rows, index) => ({
          role: `t${index}`,
          name: `T${index}`,
          at: { row: 2, column: 0 },
          columns: [{ header: 'A', entry: 'source' as const }],
          rows: rows.map((width, row) =>
            Array.from({ length: width }, () => (row % 2 ? null : { formula: '=1' })),
          ),
          keys: rows.map((_, row) => String(row)),
        })),
        charts: [],
        validations: [],
        conditionalFormats: [],
        widths: [],
        gridlines: false,
        print: { orientation: 'portrait' as const },
      };
      const plan: Plan = { template: 't', locale: 'en', sheets: [sheet] };
      let assembly: PlanAssembly | undefined;
      for (const message of planMessages(plan)) {
        const copy = structuredClone(message);
        if (copy.kind === 'plan') assembly = new PlanAssembly(copy.plan);
        if (copy.kind === 'plan-rows') {
          expect(copy.rows.reduce((sum, row) => sum + row.length, 0)).toBeLessThan(MOST);
          assembly?.take(copy);
        }
      }
      expect(same(assembly?.plan, plan)).toBe(true);
    }),
    { numRuns: 12 },
  );
});
