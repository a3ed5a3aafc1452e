import fc from 'fast-check';
import { fromTsv, pasteSize, toTsv } from '../../../src/workbench/page/edit/clipboard';

describe('toTsv and fromTsv', () => {
  it('writes what Excel puts on the clipboard', () => {
    expect(
      toTsv([
        ['a', 'b'],
        ['two\nlines', '"quoted"'],
      ]),
    ).toBe('a\tb\r\n"two\nlines"\t"""quoted"""');
  });

  it('reads rows with either line end; a last one opens no row', () => {
    expect(fromTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(fromTsv('a\nb')).toEqual([['a'], ['b']]);
  });

  it('keeps quotes that do not enclose a whole field', () => {
    expect(fromTsv('5" disk\t"a" b')).toEqual([['5" disk', '"a" b']]);
    expect(fromTsv('"never closed\tb')).toEqual([['"never closed', 'b']]);
  });

  it('fills short rows up to a rectangle', () => {
    expect(fromTsv('a\tb\tc\nd')).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
    ]);
  });

  it('gives back whatever was copied', () => {
    const rectangle = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      // A lone blank cell, or a blank last row of one column, cannot be told from a line end.
      .filter((rows) => rows.at(-1)?.join('') !== '');
    fc.assert(fc.property(rectangle, (rows) => expect(fromTsv(toTsv(rows))).toEqual(rows)));
  });

  it('reads a hundred thousand rows in well under a second', () => {
    const text = 'D1001\t2026-01-05\t12800\n'.repeat(100_000);
    const start = performance.now();
    expect(fromTsv(text)).toHaveLength(100_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('pasteSize', () => {
  it('repeats the source over a target of whole multiples only', () => {
    expect(pasteSize({ rows: 1, columns: 2 }, { rows: 4, columns: 6 })).toEqual({ rows: 4, columns: 6 });
    expect(pasteSize({ rows: 2, columns: 2 }, { rows: 3, columns: 1 })).toEqual({ rows: 2, columns: 2 });
  });
});
