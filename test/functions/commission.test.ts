import type { CommissionMode, Tier } from '../../src/domain/commission/tiers';
import { commission } from '../../src/functions/commission';
import { loadCases } from '../cases/load';
import { errorOf, HostError, installHost } from './host';

beforeEach(() => installHost('en-US'));

interface Case {
  readonly mode: CommissionMode;
  readonly tiers: readonly Tier[];
  readonly pay?: readonly (readonly [revenue: number, pay: string])[];
}

const tiers = [
  [0, 0.1, 2500],
  [20000, 0.15, 2500],
  [40000, 0.2, 3000],
  [60000, 0.25, 4000],
];

test.each(loadCases<Case>('commission').filter(([, { pay }]) => pay))(
  '%s',
  (_name, { mode, tiers, pay = [] }) => {
    const range = tiers.map(({ from, rate, base }) =>
      base === undefined ? [from, rate] : [from, rate, base],
    );
    const revenues = pay.map(([revenue]) => [revenue]);
    expect(commission(revenues, range, mode)).toEqual(pay.map(([, expected]) => [Number(expected)]));
  },
);

test.each([
  ['whole', 5500],
  [' Whole ', 5500],
  ['全额', 5500],
  ['全额累进', 5500],
  ['marginal', 4500],
  ['MARGINAL', 4500],
  ['超额', 4500],
  ['超额累进', 4500],
])('mode %p', (mode, pay) => {
  expect(commission([[20000]], tiers, mode)).toEqual([[pay]]);
});

test('tiers and mode that change from call to call are followed', () => {
  const pay = (rate: number, mode: string) =>
    commission(
      [[200]],
      [
        [0, rate],
        [100, 0.5],
      ],
      mode,
    )[0]?.[0];
  expect([pay(0.1, 'whole'), pay(0.1, 'marginal'), pay(0.2, 'marginal'), pay(0.1, 'whole')]).toEqual([
    100, 60, 70, 100,
  ]);
});

test('revenue keeps its shape', () => {
  expect(
    commission(
      [
        [0, 20000],
        [40000, 60000],
      ],
      tiers,
      'whole',
    ),
  ).toEqual([
    [2500, 5500],
    [11000, 19000],
  ]);
});

test.each([
  ['on the desktop', 0],
  ['on the web', null],
])('blanks %s: no revenue, rows of tiers to ignore, no base', (_name, blank) => {
  const padded = [
    [blank, blank, blank],
    [0, 0.1, blank],
    [blank, blank, blank],
    [20000, '15%', 2500],
    [blank, blank, blank],
  ];
  expect(commission([[blank], [10000], [20000]], padded, 'whole')).toEqual([[0], [1000], [5500]]);
});

describe('errors', () => {
  const tooBig = 1e15;
  test.each([
    [1, tiers, null, 'mode is missing. Give one of "whole", "marginal".'],
    [1, tiers, 0, 'mode is missing. Give one of "whole", "marginal".'],
    [1, tiers, 'best', 'mode: “best” is not known. Give one of "whole", "marginal".'],
    [
      '一万',
      tiers,
      'whole',
      'revenue: “一万” is not a number. Give numbers only, without headers, units or currency signs.',
    ],
    [
      1,
      [
        ['起点', '比例'],
        [0, 0.1],
      ],
      'whole',
      'tiers, row 1, column 1: “起点” is not a number. Give numbers only, without headers, units or currency signs.',
    ],
    [
      1,
      [
        [0, 0],
        [null, ''],
      ],
      'whole',
      'tiers is blank. Select rows of from, rate and, if there is one, base pay, without headers.',
    ],
    [
      1,
      [[0]],
      'whole',
      'tiers has to have two or three columns, not 1: from, rate and, if there is one, base pay.',
    ],
    [
      1,
      [[0, 0.1, 0, 0]],
      'whole',
      'tiers has to have two or three columns, not 4: from, rate and, if there is one, base pay.',
    ],
    [
      1,
      [
        [null, null],
        [0, 0.1],
        [null, null],
        [20000, 0.1],
        [20000, 0.2],
      ],
      'whole',
      'tiers, row 5 begins at 20000 as row 4 does. Remove one of the two.',
    ],
    [
      1,
      [
        [0, 0.1],
        [null, null],
        [5, 0.1],
        [4, 0.2],
      ],
      'whole',
      'tiers, row 4 begins at 4, below the 5 of row 3. Sort the tiers by from, ascending.',
    ],
    [1, [[-5, 0.1]], 'whole', 'tiers, row 1: it begins at -5. A tier begins at 0 or above.'],
    [1, [[0, -0.1]], 'whole', 'tiers, row 1: the rate -0.1 is negative. Give a rate from 0% to 100%.'],
    [1, [[0, 10]], 'whole', 'tiers, row 1: the rate 10 is more than 100%. Write 10% or 0.1 for ten percent.'],
    [1, [[0, 0.1, -1]], 'whole', 'tiers, row 1: the base pay -1 is negative. Give 0 or more.'],
    [
      tooBig,
      [[0, 1]],
      'whole',
      '1000000000000000 is too large to be exact to the cent (limit 90,071,992,547,409.91). Check the unit of the amount.',
    ],
  ])('%p, %j, %p', (revenue, range, mode, message) => {
    expect(errorOf(() => commission([[revenue]], range, mode))).toEqual({ code: '#VALUE!', message });
  });

  test('one revenue that can not be read leaves the others standing', () => {
    const [first, second] = commission([[10000], ['离职']], tiers, 'whole').flat();
    expect(first).toBe(3500);
    expect(second).toBeInstanceOf(HostError);
    expect((second as HostError).message).toContain('revenue, row 2, column 1: “离职”');
  });

  test('what is no bad input is thrown on as it is', () => {
    const defective = new Proxy([[0, 0.1]], {
      get: () => {
        throw new RangeError('a defect');
      },
    });
    expect(() => commission([[1]], defective, 'whole')).toThrow(RangeError);
  });
});
