import { nexttier, quotapay, runningpay, tierworking } from '../../src/functions/commission';
import { clawback, drawbalance, override, prorate, splitcredit } from '../../src/functions/payparts';
import { errorOf, HostError, installHost } from './host';

beforeEach(() => installHost('en-US'));

const tiers = [
  [0, 0.1, 2500],
  [20000, 0.15, 2500],
  [40000, 0.2, 3000],
  [60000, 0.25, 4000],
];
const blanks = [
  ['on the desktop', 0],
  ['on the web', null],
] as const;

describe('TIERWORKING', () => {
  test('shows every slice, and the base in the row of the tier reached', () => {
    expect(tierworking([[80000]], tiers, 'marginal')).toEqual([
      [1, 20000, 0.1, 2000, 0],
      [2, 20000, 0.15, 3000, 0],
      [3, 20000, 0.2, 4000, 0],
      [4, 20000, 0.25, 5000, 4000],
    ]);
  });

  test.each(blanks)('a blank %s is no revenue', (_name, blank) => {
    expect(tierworking([[blank]], tiers, 'whole')).toEqual([[1, 0, 0.1, 0, 2500]]);
    expect(tierworking([[blank]], [[2000, 0.02]], 'whole')).toEqual([['']]);
  });

  test('a refund shows as one', () => {
    expect(tierworking([[-750]], [[0, 0.055]], 'marginal')).toEqual([[1, -750, 0.055, -41.25]]);
  });
});

describe('NEXTTIER', () => {
  test('says what is missing, and nothing in the last tier', () => {
    expect(nexttier([[0], [20000], [59999.99], [60000]], tiers, 'whole')).toEqual([
      [20000, 20000, 3000],
      [40000, 20000, 5500],
      [60000, 0.01, 4000],
      ['', '', ''],
    ]);
  });

  test('a revenue that can not be read leaves the others standing', () => {
    const [first, second] = nexttier([[19000], ['离职']], tiers, 'whole');
    expect(first).toEqual([20000, 1000, 1100]);
    expect(second?.[0]).toBeInstanceOf(HostError);
    expect((second?.[0] as HostError).message).toContain('revenue, row 2, column 1');
    expect(errorOf(() => nexttier([['离职']], tiers, 'whole')).message).toMatch(/^revenue: “离职”/);
  });
});

describe('RUNNINGPAY', () => {
  const steps = [
    [0, 0.01],
    [1000, 0.02],
    [3000, 0.03],
    [8000, 0.05],
  ];

  test('keeps the shape of the sales', () => {
    expect(
      runningpay(
        [
          [200, 300, 1500],
          [1200, 2000, 4500],
        ],
        steps,
        '超额',
      ),
    ).toEqual([
      [2, 3, 25],
      [26, 60, 169],
    ]);
  });

  test('a refund takes back what its part of the total earned', () => {
    expect(runningpay([[4000], [-1500]], steps, 'marginal')).toEqual([[80], [-40]]);
  });
});

describe('QUOTAPAY', () => {
  test('tiers are exact parts of each quota', () => {
    const accelerated = [
      [0, 0.05],
      ['100%', 0.08],
      [1.5, 0.1],
    ];
    expect(
      quotapay([[100000], [160000], [33.34]], [[100000], [100000], [33.33]], accelerated, 'marginal'),
    ).toEqual([[5000], [10000], [1.67]]);
    expect(quotapay([[0.1 + 0.2]], [[0.3]], accelerated, 'whole')).toEqual([[0.02]]);
  });

  test.each(blanks)('a blank quota %s gives #N/A', (_name, blank) => {
    expect(errorOf(() => quotapay([[1]], [[blank]], tiers, 'whole'))).toEqual({
      code: '#N/A',
      message: 'The quota is blank, zero or negative. Fill in the quota.',
    });
  });
});

test('SPLITCREDIT: blanks have no share, percentages are shares, thirds make 100%', () => {
  expect(
    splitcredit(
      [[100]],
      [
        [0.5, null],
        ['50%', 0],
      ],
    ),
  ).toEqual([
    [50, 0],
    [50, 0],
  ]);
  expect(splitcredit([[1]], [[1 / 3, 1 / 3, 1 / 3]])).toEqual([[0.34, 0.33, 0.33]]);
  expect(errorOf(() => splitcredit([[1]], [[0.5], [0.4]])).message).toBe(
    'shares make 0.9, not 1. Give fractions or percentages that make 100%.',
  );
});

test('PRORATE: half up, the whole month in full', () => {
  expect(prorate([[3000], [3000], [-0.01]], [[31], [10], [1]], [[31], [31], [2]])).toEqual([
    [3000],
    [967.74],
    [-0.01],
  ]);
});

describe('DRAWBALANCE', () => {
  test('goes on from what was owed before, in months that stand in a row too', () => {
    expect(drawbalance([[500, 1800]], 1000, '可追回', 300)).toEqual([
      [1000, 800],
      [1000, 0],
    ]);
  });

  test('what is not recoverable is topped up and forgotten', () => {
    expect(drawbalance([[500], [1800]], 1000, 'not-recoverable')).toEqual([
      [1000, 0],
      [1800, 0],
    ]);
  });

  test('whether it is recoverable has to be said', () => {
    expect(errorOf(() => drawbalance([[500]], 1000, null)).message).toBe(
      'recovery is missing. Give one of "recoverable", "not-recoverable".',
    );
  });
});

test('OVERRIDE: with and without a target, on other revenue than the one measured', () => {
  expect(override([[200000]], [[0.01]])).toEqual([[2000]]);
  expect(override([[200000], [149999.99]], [[0.01]], [[150000]])).toEqual([[2000], [0]]);
  expect(override([[60000]], [['1%']], [[150000]], [[149999.99]])).toEqual([[0]]);
});

test('CLAWBACK: in proportion, whatever the sign of the refund', () => {
  expect(clawback([[40]], [[1000]], [[-200]])).toEqual([[-8]]);
  expect(clawback([[40]], [[1000]], [[200]])).toEqual([[-8]]);
});
