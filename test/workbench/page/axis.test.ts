import fc from 'fast-check';
import { createAxis, nextVisible, scrollToShow, tracksBetween } from '../../../src/workbench/page/grid/axis';

describe('createAxis', () => {
  const axis = createAxis(1000, 20, [
    [3, 50],
    [5, 0],
    [6, 0],
    [9, 10],
  ]);

  it('places tracks after those of other sizes', () => {
    expect([0, 3, 4, 5, 6, 7, 9, 10].map((index) => axis.offset(index))).toEqual([
      0, 60, 110, 130, 130, 130, 170, 180,
    ]);
    expect(axis.size(3)).toBe(50);
    expect(axis.size(5)).toBe(0);
    expect(axis.size(8)).toBe(20);
  });

  it('finds the visible track at a distance', () => {
    expect([0, 59, 60, 109, 110, 129, 130, 169, 170, 179, 180].map((at) => axis.indexAt(at))).toEqual([
      0, 2, 3, 3, 4, 4, 7, 8, 9, 9, 10,
    ]);
    expect(axis.indexAt(-5)).toBe(0);
    expect(axis.indexAt(10_000_000)).toBe(999);
  });

  it('agrees with adding the sizes up one by one', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 70 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 60 }), (exceptions, index) => {
        const unique = new Map(exceptions);
        const made = createAxis(60, 20, unique);
        let sum = 0;
        for (let i = 0; i < index; i++) sum += unique.get(i) ?? 20;
        expect(made.offset(index)).toBe(sum);
      }),
    );
  });

  it('inverts: the track at the start of a visible track is that track', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 70 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 59 }), (exceptions, index) => {
        const made = createAxis(60, 20, new Map(exceptions));
        fc.pre(made.size(index) > 0);
        expect(made.indexAt(made.offset(index))).toBe(index);
        expect(made.indexAt(made.offset(index) + made.size(index) - 0.5)).toBe(index);
      }),
    );
  });
});

describe('tracksBetween', () => {
  it('takes the tracks that show, the partly visible ones too', () => {
    const axis = createAxis(100, 20, []);
    expect(tracksBetween(axis, 0, 100)).toEqual({ first: 0, last: 4 });
    expect(tracksBetween(axis, 10, 101)).toEqual({ first: 0, last: 5 });
  });
});

describe('scrollToShow', () => {
  const axis = createAxis(1000, 20, []);

  it('leaves what is in view, and frozen tracks, alone', () => {
    expect(scrollToShow(axis, 5, 2, 0, 200)).toBe(0);
    expect(scrollToShow(axis, 1, 2, 300, 200)).toBe(300);
  });

  it('scrolls as little as needed in both directions', () => {
    expect(scrollToShow(axis, 10, 0, 0, 200)).toBe(20);
    expect(scrollToShow(axis, 10, 2, 0, 200)).toBe(20);
    expect(scrollToShow(axis, 4, 0, 200, 200)).toBe(80);
  });

  it('shows the beginning of a track that is larger than the window', () => {
    const tall = createAxis(10, 20, [[4, 500]]);
    expect(scrollToShow(tall, 4, 0, 0, 200)).toBe(80);
  });
});

describe('nextVisible', () => {
  it('steps over hidden tracks and stays at the edge', () => {
    const axis = createAxis(5, 20, [
      [1, 0],
      [2, 0],
      [4, 0],
    ]);
    expect(nextVisible(axis, 0, 1)).toBe(3);
    expect(nextVisible(axis, 3, -1)).toBe(0);
    expect(nextVisible(axis, 3, 1)).toBe(3);
    expect(nextVisible(axis, 0, -1)).toBe(0);
  });
});
