import { workCalendar } from '../../../src/domain/calendar/calendar';
import { FAULT_LIMITS, faultOutcome, slaOf } from '../../../src/domain/orders/faults';
import { dayOfText, instantOfText } from '../calendar/texts';

const at = instantOfText;

test.each([
  ['2024-03-07 09:00', '2024-03-07 09:10', FAULT_LIMITS.contact, 10, 'met'],
  ['2024-03-07 09:00', '2024-03-07 09:11', FAULT_LIMITS.contact, 11, 'missed'],
  ['2024-03-07 23:50', '2024-03-08 00:20', FAULT_LIMITS.response, 30, 'met'],
  ['2024-03-07 23:50', '2024-03-08 00:21', FAULT_LIMITS.response, 31, 'missed'],
  ['2024-02-28 23:00', '2024-02-29 01:00', FAULT_LIMITS.solve, 120, 'met'],
  ['2024-02-28 23:00', '2024-02-29 01:01', FAULT_LIMITS.solve, 121, 'missed'],
  // The two hours of the rules are missed, the four of the sales script are kept.
  ['2024-03-07 09:00', '2024-03-07 12:30', FAULT_LIMITS.solve, 210, 'missed'],
  ['2024-03-07 09:00', '2024-03-07 12:30', FAULT_LIMITS.promised, 210, 'met'],
])('reported %s, done %s, within %d: %d minutes, %s', (reported, done, limit, minutes, result) => {
  expect(slaOf(at(reported), at(done), limit, null)).toEqual({ minutes, result });
});

test('a second over is over', () => {
  const reported = at('2024-03-07 09:00');
  expect(slaOf(reported, reported + 1800 / 86400, 30, null).result).toBe('met');
  expect(slaOf(reported, reported + 1801 / 86400, 30, null).result).toBe('missed');
});

test('what is not done runs until its limit, then it is overdue', () => {
  const reported = at('2024-03-07 09:00');
  expect(slaOf(reported, null, 30, at('2024-03-07 09:30'))).toEqual({ minutes: 30, result: 'running' });
  expect(slaOf(reported, null, 30, at('2024-03-07 09:31'))).toEqual({ minutes: 31, result: 'overdue' });
  expect(slaOf(reported, null, 30, at('2024-03-07 08:00'))).toEqual({ minutes: null, result: 'running' });
  expect(slaOf(reported, null, 30, null)).toEqual({ minutes: null, result: 'running' });
});

test('without a time nothing is told; done before it was reported is a slip', () => {
  expect(slaOf(null, at('2024-03-07 09:00'), 30, null).result).toBe('unknown');
  expect(slaOf(dayOfText('2024-03-07'), at('2024-03-07 09:00'), 30, null).result).toBe('unknown');
  expect(slaOf(at('2024-03-07 09:00'), dayOfText('2024-03-07'), 30, null).result).toBe('unknown');
  expect(slaOf(at('2024-03-07 09:00'), at('2024-03-07 08:59'), 30, null)).toEqual({
    minutes: null,
    result: 'impossible',
  });
});

test('in working hours the night does not count', () => {
  const calendar = workCalendar();
  expect(slaOf(at('2024-03-07 17:20'), at('2024-03-08 09:15'), 30, null, calendar)).toEqual({
    minutes: 25,
    result: 'met',
  });
});

describe('a fault as a whole', () => {
  const reported = at('2024-03-07 09:00');
  const limits = { contact: 10, response: 30, solve: 120 };
  const outcome = (
    contacted: string | null,
    responded: string | null,
    solved: string | null,
    asOf = '2024-03-07 18:00',
  ) => {
    const time = (text: string | null): number | null => (text === null ? null : at(`2024-03-07 ${text}`));
    return faultOutcome(
      { reported, contacted: time(contacted), responded: time(responded), solved: time(solved) },
      limits,
      at(asOf),
    );
  };

  test.each([
    ['all in time', '09:08', '09:25', '10:50', 'met'],
    ['late to respond', '09:08', '09:31', '10:50', 'missed'],
    ['solved, nobody wrote down who was told', null, '09:25', '10:50', 'met'],
    ['solved, nothing else written down', null, null, '10:50', 'met'],
    ['not solved in time and still open', '09:08', '09:25', null, 'overdue'],
    ['solved before it was reported', '09:08', '09:25', '08:50', 'impossible'],
  ])('%s', (_about, contacted, responded, solved, result) => {
    expect(outcome(contacted, responded, solved).result).toBe(result);
  });

  test('an open fault runs on all its limits', () => {
    const open = outcome(null, null, null, '2024-03-07 09:20');
    expect([open.contact?.result, open.response?.result, open.solve.result, open.result]).toEqual([
      'overdue',
      'running',
      'running',
      'overdue',
    ]);
  });
});
