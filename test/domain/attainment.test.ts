import { pace } from '../../src/domain/attainment';

test('part of the way: what is missing is spread over the periods to come', () => {
  expect(pace(60_000, 120_000, 3, 12)).toEqual({
    attainment: 0.5,
    timeShare: 0.25,
    lead: 0.25,
    missing: 60_000,
    perPeriod: 6_667,
    average: 20_000,
  });
});

test('at the end, and past the target, nothing is asked for', () => {
  expect(pace(50, 100, 12, 12)).toMatchObject({ missing: 50, perPeriod: null, lead: -0.5 });
  expect(pace(3_819_000, 1_444_600, 11, 12)).toMatchObject({ missing: 0, perPeriod: 0 });
  expect(((pace(38_190, 14_446, 12, 12).attainment ?? 0) * 100).toFixed(2)).toBe('264.36');
});

test('no target, no rate', () => {
  expect(pace(50, 0, 0, 12)).toMatchObject({ attainment: null, lead: null, average: null, missing: 0 });
});
