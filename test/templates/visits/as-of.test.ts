import { newestDay } from '../../../src/templates/visits/as-of';

const year = Array.from({ length: 100 }, (_, index) => 45292 + index * 3);

test.each([
  ['no day', [null], null],
  ['one day', [45292], { day: 45292, slip: null }],
  ['the newest', [45300, null, 45292], { day: 45300, slip: null }],
  ['a slip among many', [...year, 46500], { day: 45589, slip: 46500 }],
  ['two slips among many', [...year, 46500, 46600], { day: 45589, slip: 46500 }],
  ['a later season of its own', [...year, 46500, 46501, 46502, 46503], { day: 46503, slip: null }],
  ['few visits, the last a year later', [45292, 45300, 45700], { day: 45700, slip: null }],
  ['few visits, one in 2099', [45292, 45300, 72686], { day: 45300, slip: 72686 }],
] as const)('%s', (_name, days, expected) => {
  expect(newestDay(days)).toEqual(expected);
});
