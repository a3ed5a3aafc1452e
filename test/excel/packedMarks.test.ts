import fc from 'fast-check';
import { finish } from '../../src/domain/drain';
import * as packed from '../../src/excel/packedMarks';
import { fingerprint, markText } from '../../src/plan/fingerprint';

const packMarks = (marks: readonly string[]): string => finish(packed.packMarks(marks));
const unpackMarks = (text: string, keys: readonly string[]): string[] =>
  finish(packed.unpackMarks(text, keys));

const key = fc.string({ minLength: 1, unit: 'grapheme' });

it('remembers what each row said, whatever its key', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 40 }), (keys) => {
      const marks = keys.map((one) => markText({ key: one, fingerprint: fingerprint(['a'], [one]) }));
      expect(unpackMarks(packMarks(marks), keys)).toEqual(marks);
    }),
  );
});

it('knows nothing of rows that were not there', () => {
  const one = packMarks([markText({ key: 'DD1', fingerprint: 'abcdefgh' })]);
  expect(unpackMarks(one, ['DD2', 'DD1'])).toEqual([markText({ key: 'DD1', fingerprint: 'abcdefgh' })]);
  expect(unpackMarks('', ['DD1'])).toEqual([]);
});

it('takes the same room for long keys', () => {
  const long = markText({ key: '甲公司（北京）分公司'.repeat(20), fingerprint: 'abcdefghijkl' });
  expect(packMarks([long])).toHaveLength(19);
});
