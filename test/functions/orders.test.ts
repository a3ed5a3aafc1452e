import { agebucket, cutoffdue, deadline, slaresult, workminutes } from '../../src/functions/deadlines';
import { orderstage } from '../../src/functions/orderstage';
import { instantOfText, instantText } from '../domain/calendar/texts';
import { HostError, errorOf, installHost } from './host';

beforeEach(() => installHost('en-US'));

const at = instantOfText;
const shown = (cells: unknown[][]): unknown[][] =>
  cells.map((row) => row.map((cell) => (typeof cell === 'number' ? instantText(cell) : cell)));

test.each([
  ['working-days', 2, '2024-03-12 00:00'],
  ['工作日', 2, '2024-03-12 00:00'],
  ['days', 2, '2024-03-10 00:00'],
  ['小时', 12, '2024-03-09 04:00'],
  ['working-hours', 2.5, '2024-03-11 10:00'],
  ['月', 1, '2024-04-08 00:00'],
])('DEADLINE in %s', (unit, amount, due) => {
  expect(shown(deadline([[at('2024-03-08 16:00')]], amount, unit))).toEqual([[due]]);
});

test('DEADLINE spills, blanks stay blank, and one wrong cell leaves the others standing', () => {
  const [first, second, third] = deadline([[at('2024-03-08')], [0], ['昨天']], 1, 'days');
  expect(shown([first ?? [], second ?? []])).toEqual([['2024-03-09 00:00'], ['']]);
  expect(third?.[0]).toBeInstanceOf(HostError);
});

test('DEADLINE follows holidays, make-up days, hours and the week that are given', () => {
  const start = [[at('2024-03-08 16:00')]];
  expect(shown(deadline(start, 1, 'working-days', [[at('2024-03-11')]], [[at('2024-03-10')]]))).toEqual([
    ['2024-03-10 00:00'],
  ]);
  expect(shown(deadline(start, 1, 'working-days', undefined, undefined, undefined, '0000001'))).toEqual([
    ['2024-03-09 00:00'],
  ]);
  const hours = [
    [9 / 24, 17 / 24],
    [0, 0],
  ];
  expect(shown(deadline(start, 2, 'working-hours', undefined, undefined, hours))).toEqual([
    ['2024-03-11 10:00'],
  ]);
});

test('a calendar that is kept from the call before is not taken for another one', () => {
  const start = [[at('2024-03-08')]];
  const friday = () => shown(deadline(start, 1, 'working-days'));
  expect(friday()).toEqual([['2024-03-11 00:00']]);
  expect(shown(deadline(start, 1, 'working-days', [[at('2024-03-11')]]))).toEqual([['2024-03-12 00:00']]);
  expect(friday()).toEqual([['2024-03-11 00:00']]);
});

test('CUTOFFDUE: before close of business, or the next working day at 11:00', () => {
  const lines = [
    [0, 0, null],
    ['14:00', 1, 11 / 24],
  ];
  expect(shown(cutoffdue([[at('2024-03-08 13:59'), at('2024-03-08 14:00'), null]], lines))).toEqual([
    ['2024-03-08 17:30', '2024-03-11 11:00', ''],
  ]);
});

test('WORKMINUTES: one end for many starts, or one each', () => {
  const starts = [[at('2024-03-08 17:00')], [at('2024-03-08 12:10')]];
  expect(workminutes(starts, [[at('2024-03-11 09:30')]])).toEqual([[60], [270]]);
  expect(workminutes(starts, [[at('2024-03-08 17:10')], [null]])).toEqual([[10], ['']]);
});

test('SLARESULT: words, and what can’t be told', () => {
  const start = at('2024-03-08 09:00');
  const ends = [[at('2024-03-08 11:00')], [at('2024-03-08 11:01')], ['']];
  const starts = ends.map(() => [start]);
  expect(slaresult(starts, ends, 120)).toEqual([['met'], ['missed'], ['running']]);
  expect(
    slaresult(starts, ends, 120, at('2024-03-08 12:00'), [['达标'], ['超时'], ['处理中'], ['超时未结']]),
  ).toEqual([['达标'], ['超时'], ['超时未结']]);
  expect(errorOf(() => slaresult([[at('2024-03-08')]], [[start]], 120)).code).toBe('#N/A');
});

test('AGEBUCKET: to the day, whatever the time', () => {
  const day = at('2024-06-30');
  expect(agebucket([[day - 0.1], [day - 30], [day - 31], [day + 1], [null]], day + 0.9)).toEqual([
    ['0–30'],
    ['0–30'],
    ['31–60'],
    ['<0'],
    [''],
  ]);
  expect(errorOf(() => agebucket([[day]], null)).message).toContain('as_of');
});

test('ORDERSTAGE: the last reached of each row', () => {
  const rows = [
    [45352, '2024-03-05', null],
    [null, null, 45400],
    [0, 0, 0],
  ];
  expect(orderstage(rows, [['方案'], ['合同'], ['竣工']])).toEqual([['合同'], ['竣工'], ['']]);
  expect(orderstage(rows, undefined, 45356)).toEqual([[2], [''], ['']]);
});
