import fc from 'fast-check';
import { fixedArea, fixedCell, literal, sentence, tableColumn, thisRow } from '../../src/templates/formula';

test('a text becomes literals of at most 255 characters', () => {
  expect(literal('say "no"')).toBe('"say ""no"""');
  expect(literal('')).toBe('""');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), (text) => {
      const pieces = [...literal(text).matchAll(/"((?:[^"]|"")*)"(?:&|$)/g)].map(
        (match) => match[1]?.replaceAll('""', '"') ?? '',
      );
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(255);
    }),
  );
});

test('a sentence takes expressions in their places', () => {
  expect(sentence('{month}成交{n}笔', { month: 'A1', n: 'B1' })).toBe('A1&"成交"&B1&"笔"');
  expect(() => sentence('{what}', {})).toThrow('{what}');
});

test('references', () => {
  expect(fixedCell({ row: 4, column: 27 })).toBe('$AB$5');
  expect(fixedArea({ row: 0, column: 0, rows: 3, columns: 2 })).toBe('$A$1:$B$3');
  expect(tableColumn('Orders', "Cust'#1 [x]")).toBe("Orders[Cust'''#1 '[x']]");
  expect(thisRow('订单明细', '日期')).toBe('订单明细[[#This Row],[日期]]');
});
