import { workCalendar } from '../../../src/domain/calendar/calendar';
import { minuteOfText } from '../../../src/domain/calendar/clock';
import type { CutOff } from '../../../src/domain/calendar/cutoff';
import { centsOf } from '../../../src/domain/money';
import type { Unit } from '../../../src/domain/orders/deadlines';
import type { Paper, PapersKept } from '../../../src/domain/orders/papers';
import { DEFAULT_ORDER_RULES, type OrderRules } from '../../../src/domain/orders/rules';
import { STAGES, type Stage } from '../../../src/domain/orders/stages';
import { trackOrder, type Order } from '../../../src/domain/orders/tracking';
import { loadCases } from '../../cases/load';
import { dayOfText, hoursOfText, instantOfText, instantText } from '../calendar/texts';

interface OrderCase extends Partial<
  Pick<
    OrderRules,
    'soonDays' | 'careDays' | 'fineDays' | 'fineRate' | 'boundary' | 'lateIn' | 'promise' | 'papersBlank'
  >
> {
  readonly about: string;
  readonly asOf?: string;
  readonly dates: Readonly<Partial<Record<Stage, string>>>;
  readonly said?: Stage;
  readonly closed?: boolean;
  readonly promised?: string;
  readonly papers?: PapersKept['cells'];
  readonly paperCount?: number;
  readonly needed?: readonly Paper[];
  readonly value?: number;
  readonly steps?: Readonly<Partial<Record<Stage, [Stage, number | null, Unit]>>>;
  /** By the time at which the line begins. */
  readonly cutOffs?: Readonly<Record<string, [days: number, unit: CutOff['unit'], time: string]>>;
  readonly holidays?: readonly string[];
  readonly makeUpDays?: readonly string[];
  readonly stage?: Stage | null;
  readonly due?: string | null;
  readonly level?: string;
  readonly daysLate?: number;
  readonly missing?: readonly Paper[];
  readonly missingCount?: number | null;
  readonly blocked?: boolean;
  readonly fine?: number | null;
}

interface Case {
  readonly about: string;
  readonly hours: readonly string[];
  readonly orders: readonly OrderCase[];
}

function rulesOf(given: OrderCase): OrderRules {
  const { steps = {}, cutOffs = {}, soonDays, fineDays, fineRate, boundary, lateIn, promise, needed } = given;
  const base = DEFAULT_ORDER_RULES;
  return {
    ...base,
    steps: Object.fromEntries(
      STAGES.map((stage) => {
        const own = steps[stage];
        return [stage, own ? { from: own[0], limit: own[1], unit: own[2] } : base.steps[stage]];
      }),
    ) as OrderRules['steps'],
    cutOffs: base.cutOffs.map((line) => {
      const own = Object.entries(cutOffs).find(([time]) => minuteOfText(time) === line.from)?.[1];
      return own
        ? { from: line.from, days: own[0], unit: own[1], time: minuteOfText(own[2]) ?? 'close' }
        : line;
    }),
    // Without a limit, so that a case can look at after-care whenever it likes.
    careDays: given.careDays ?? null,
    soonDays: soonDays ?? base.soonDays,
    fineDays: fineDays ?? base.fineDays,
    fineRate: fineRate ?? base.fineRate,
    boundary: boundary ?? base.boundary,
    lateIn: lateIn ?? base.lateIn,
    promise: promise ?? base.promise,
    papers: needed ?? base.papers,
    papersBlank: given.papersBlank ?? base.papersBlank,
  };
}

function orderOf(given: OrderCase): Order {
  return {
    dates: Object.fromEntries(
      Object.entries(given.dates).map(([stage, text]) => [stage, instantOfText(text)]),
    ),
    said: given.said ?? null,
    closed: given.closed ?? false,
    promised: given.promised === undefined ? null : dayOfText(given.promised),
    papers: { cells: given.papers ?? {}, count: given.paperCount ?? null },
    value: given.value === undefined ? null : centsOf(given.value),
  };
}

describe.each(loadCases<Case>('orders'))('%s', (_name, { hours, orders }) => {
  test.each(orders.map((order) => [order.about, order] as const))('%s', (_about, given) => {
    const calendar = workCalendar({
      hours: hours.map(hoursOfText),
      holidays: given.holidays?.map(dayOfText),
      makeUpDays: given.makeUpDays?.map(dayOfText),
    });
    const asOf = instantOfText(given.asOf ?? '2024-12-31');
    const { stage, due, level, daysLate, missing, blocked, fine } = trackOrder(
      orderOf(given),
      rulesOf(given),
      calendar,
      asOf,
    );
    const expected = Object.fromEntries(
      ['stage', 'due', 'level', 'daysLate', 'missing', 'missingCount', 'blocked', 'fine']
        .filter((key) => key in given)
        .map((key) => [key, given[key as keyof OrderCase]]),
    );
    if (typeof expected['due'] === 'string' && expected['due'].length === 10) expected['due'] += ' 00:00';
    const dueText = due === null ? null : instantText(due);
    const answers = {
      stage,
      due: dueText,
      level,
      daysLate,
      missing: missing.names,
      missingCount: missing.count,
      blocked,
      fine: fine === null ? null : fine / 100,
    };
    expect(answers).toMatchObject(expected);
    expect(Object.keys(expected).length).toBeGreaterThan(0);
  });
});
