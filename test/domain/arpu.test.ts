import { averageRevenuePerUser } from '../../src/domain/arpu';

test.each([
  [126000, 1000, 1100, 1, 120],
  [126000, 1000, null, 1, 126],
  [378000, 1000, 1100, 3, 120],
  [-1050, 10, 11, 1, -100],
  [0, 10, 10, 1, 0],
  [100, 0, 10, 1, 20],
])('revenue %p, users %p to %p, %p months: %p', (revenue, opening, closing, months, expected) => {
  expect(averageRevenuePerUser(revenue, opening, closing, months)).toBe(expected);
});

test.each([
  [100, 0, null, 1],
  [100, 0, 0, 1],
  [100, -5, null, 1],
  [100, 10, null, 0],
  [100, 10, null, -1],
])('revenue %p, users %p to %p, %p months has none', (revenue, opening, closing, months) => {
  expect(averageRevenuePerUser(revenue, opening, closing, months)).toBeNull();
});
