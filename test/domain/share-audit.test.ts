import fc from 'fast-check';

import { auditShares, type ShareReading } from '../../src/domain/share-audit';

const reading = (of: string, part: number, whole: number, step = 0.01): ShareReading<string> => ({
  of,
  part,
  whole,
  parts: 1,
  wholes: 1,
  step,
});

test('the whole that makes the stated share comes first, whatever the order', () => {
  const readings = [reading('newest month', 2752, 6353), reading('year', 28546, 65675)];
  expect(auditShares(readings, 0.4347, 2)).toMatchObject([
    { of: 'year', verdict: 'agrees' },
    { of: 'newest month', verdict: 'off' },
  ]);
  expect(auditShares(readings, 0.4332, 2)[0]).toMatchObject({ of: 'newest month', verdict: 'agrees' });
});

test('where several make it, the likelier one, which was given first, stays first', () => {
  expect(auditShares([reading('a', 1, 2), reading('b', 2, 4)], 0.5, 1).map(({ of }) => of)).toEqual([
    'a',
    'b',
  ]);
});

test('figures that were rounded leave room, as much as the rounding is worth', () => {
  // 1.5 to 2.5 of 8.5 to 9.5: from 15.8% to 29.4%.
  expect(auditShares([reading('rounded', 2, 9, 1)], 0.25, 1)[0]).toMatchObject({ verdict: 'rounding' });
  expect(auditShares([reading('rounded', 2, 9, 1)], 0.4, 1)[0]).toMatchObject({ verdict: 'off' });
  expect(auditShares([reading('exact', 2, 9)], 0.25, 1)[0]).toMatchObject({ verdict: 'off' });
});

test('a whole of zero or less has no shares', () => {
  expect(auditShares([reading('none', 0, 0), reading('refunds', 5, -10)], 0.5, 1)).toEqual([]);
});

test('a share of the unrounded figures is never off by the rounded ones', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_000 }),
      fc.integer({ min: 9_000, max: 99_000 }),
      (part, whole) => {
        const stated = Number(((part / whole) * 100).toFixed(1)) / 100;
        const rounded = reading('rounded', Math.round(part / 10), Math.round(whole / 10), 1);
        return auditShares([rounded], stated, 1)[0]?.verdict !== 'off';
      },
    ),
  );
});
