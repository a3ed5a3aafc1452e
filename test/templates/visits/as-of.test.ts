import { DECADE, newestDay } from '../../../src/templates/visits/as-of';

const every = (count: number, days: number): number[] =>
  Array.from({ length: count }, (_, index) => 45292 + index * days);
const year = every(100, 3);

test.each([
  ['no day', [null], null],
  ['one day', [45292], { day: 45292, slip: null }],
  ['the newest', [45300, null, 45292], { day: 45300, slip: null }],
  ['a slip among many', [...year, 46500], { day: 45589, slip: 46500 }],
  ['two slips among many', [...year, 46500, 46600], { day: 45589, slip: 46500 }],
  ['a later season of its own', [...year, 46500, 46501, 46502, 46503], { day: 46503, slip: null }],
  [
    'two visits, a year apart: which of them is wrong nobody knows',
    [45292, 45700],
    { day: 45700, slip: null },
  ],
  ['two visits, one in 2099', [45292, 72686], { day: 45292, slip: 72686 }],
  ['few visits, one in 2099', [45292, 45300, 72686], { day: 45300, slip: 72686 }],
  ['few visits, the last a year later', [45292, 45300, 45700], { day: 45300, slip: 45700 }],
  ['few visits, the last half a year later', [45292, 45300, 45480], { day: 45480, slip: null }],
  [
    'ten visits a week apart, next year written for this',
    [...every(10, 7), 45650],
    { day: 45355, slip: 45650 },
  ],
  ['ten visits a week apart, a month mistyped', [...every(10, 7), 45449], { day: 45355, slip: 45449 }],
  ['ten visits a week apart, the last after a quarter', [...every(10, 7), 45447], { day: 45447, slip: null }],
  ['once a quarter, one left out', [...every(8, 91), 45929 + 182], { day: 46111, slip: null }],
  ['once a quarter, one in two years', [...every(8, 91), 45929 + 700], { day: 45929, slip: 46629 }],
  ['a visit resumed by two', [...every(10, 7), 45500, 45501], { day: 45501, slip: null }],
  ['many on one day, one much later', [...Array<number>(9).fill(45292), 45700], { day: 45292, slip: 45700 }],
  ['times of one day', [45292.1, 45292.4, 45293.5], { day: 45293.5, slip: null }],
] as const)('%s', (_name, days, expected) => {
  expect(newestDay(days)).toEqual(expected);
});

test.each([
  ['a sale after a long time counts', [...every(10, 7), 45650], { day: 45650, slip: null }],
  ['among many it has to be within a year', [...year, 46500], { day: 45589, slip: 46500 }],
  ['ten years are a slip', [...every(10, 7), 49100], { day: 45355, slip: 49100 }],
] as const)('where a single one is trusted: %s', (_name, days, expected) => {
  expect(newestDay(days, DECADE)).toEqual(expected);
});
