import { workCalendar } from '../../../src/domain/calendar/calendar';
import {
  FAULT_LIMITS,
  faultOutcome,
  slaOf,
  type FaultLimits,
  type Sla,
  type SlaResult,
} from '../../../src/domain/orders/faults';
import { loadCases } from '../../cases/load';
import { dayOfText, hoursOfText, instantOfText } from '../calendar/texts';

const at = instantOfText;

interface FaultCases {
  readonly limits: FaultLimits;
  /** Where minutes run in working hours only. */
  readonly hours?: readonly string[];
  readonly faults: readonly {
    readonly about: string;
    readonly reported: string;
    readonly contacted?: string;
    readonly responded?: string;
    readonly solved?: string;
    readonly asOf?: string;
    readonly contact?: readonly [minutes: number | null, result: SlaResult] | null;
    readonly response?: readonly [minutes: number | null, result: SlaResult] | null;
    readonly solve?: readonly [minutes: number | null, result: SlaResult];
    readonly result: SlaResult;
  }[];
}

describe.each(loadCases<FaultCases>('faults'))('%s', (_name, { limits, hours, faults }) => {
  const calendar = hours ? workCalendar({ hours: hours.map(hoursOfText) }) : null;
  test.each(faults)('$about', (given) => {
    const time = (text: string | undefined): number | null => (text === undefined ? null : at(text));
    const { reported, contacted, responded, solved, asOf } = given;
    const { contact, response, solve, result } = faultOutcome(
      {
        reported: at(reported),
        contacted: time(contacted),
        responded: time(responded),
        solved: time(solved),
      },
      limits,
      time(asOf),
      calendar,
    );
    const told = (sla: Sla | null) => (sla ? [sla.minutes, sla.result] : null);
    const answers = { contact: told(contact), response: told(response), solve: told(solve), result };
    const spoken = Object.entries(answers).filter(([name]) => name in given);
    expect(given).toMatchObject(Object.fromEntries(spoken));
  });
});

test('the limits that are written first are those of the rules and of the sales script', () => {
  expect(FAULT_LIMITS).toEqual({ contact: 10, response: 30, solve: 120, promised: 240 });
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
