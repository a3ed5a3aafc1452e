import fc from 'fast-check';
import { freeSheetName, freeTableName } from '../../src/plan/names';

describe('freeSheetName', () => {
  test.each([
    ['月度总结', [], '月度总结'],
    ['月度总结', ['月度总结'], '月度总结 2'],
    ['Orders', ['ORDERS', 'orders 2'], 'Orders 3'],
    ["'a/b:c*d'", [], 'a b c d'],
    ['History', [], 'History 1'],
    ['???', [], 'Sheet'],
    ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(29)} 2`],
  ])('%s beside %j is %s', (wish, taken, name) => {
    expect(freeSheetName(wish, taken)).toBe(name);
  });

  test('does not cut a character of two units in half', () => {
    expect(freeSheetName(`${'x'.repeat(30)}😀`, [])).toBe('x'.repeat(30));
  });

  test('is always a name that Excel takes and nobody has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ maxLength: 4 })), (wish, others) => {
        const taken = [wish, ...others];
        const name = freeSheetName(wish, taken);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/);
        expect(name.toLowerCase()).not.toBe('history');
        expect(taken.map((other) => other.toLowerCase())).not.toContain(name.toLowerCase());
      }),
    );
  });
});

describe('freeTableName', () => {
  test.each([
    ['订单明细', [], '订单明细'],
    ['订单明细', ['订单明细'], '订单明细_2'],
    ['2024 orders', [], '_2024_orders'],
    ['AB12', [], '_AB12'],
    ['ABCD12', [], 'ABCD12'],
    ['r1c1', [], '_r1c1'],
    ['C', [], '_C'],
    ['', [], '_'],
  ])('%s beside %j is %s', (wish, taken, name) => {
    expect(freeTableName(wish, taken)).toBe(name);
  });
});
