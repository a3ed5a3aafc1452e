/** The rules of visits as the field's texts state them, by the cases in test/cases/visits. */
import { isoDate } from '../../../src/domain/dates';
import { centsOf } from '../../../src/domain/money';
import { standingOf, type Cadence } from '../../../src/domain/visits/cadence';
import { coverageOf } from '../../../src/domain/visits/coverage';
import { personDays } from '../../../src/domain/visits/days';
import { followUpState } from '../../../src/domain/visits/follow-up';
import { overlapsOf } from '../../../src/domain/visits/overlap';
import { checkTrip } from '../../../src/domain/visits/trip';
import { loadCases } from '../../cases/load';
import { dayOfText, instantOfText } from '../calendar/texts';

/** Those of the answers that a case speaks of, so that it can leave out what is not its point. */
function spokenOf(answers: Readonly<Record<string, unknown>>, given: object): Record<string, unknown> {
  const spoken = Object.entries(answers).filter(([name]) => name in given);
  if (spoken.length === 0) throw new Error('The case says nothing.');
  return Object.fromEntries(spoken);
}

interface VisitGiven {
  readonly customer: string | null;
  readonly person?: string | null;
  readonly date: string;
}

const logOf = (visits: readonly VisitGiven[]) => ({
  customers: visits.map(({ customer }) => customer),
  people: visits.map(({ person }) => person ?? null),
  dates: visits.map(({ date }) => instantOfText(date)),
});

interface StandingCases {
  readonly cadence: Cadence;
  readonly customers: readonly {
    readonly about: string;
    readonly visits: readonly string[];
    readonly asOf: string;
  }[];
}

describe.each(loadCases<StandingCases>('visits/standing'))('%s', (_name, { cadence, customers }) => {
  test.each(customers)('$about', (given) => {
    const { last, visits, due, late, kept } = standingOf(
      given.visits.map(instantOfText),
      cadence,
      instantOfText(given.asOf),
    );
    const answers = {
      last: last === null ? null : isoDate(last),
      inPeriod: visits,
      due: isoDate(due),
      late,
      kept,
    };
    expect(given).toMatchObject(spokenOf(answers, given));
  });
});

interface DayCase {
  readonly least: number;
  readonly visits: readonly VisitGiven[];
  readonly days: readonly object[];
  readonly kept: { readonly visits: readonly string[]; readonly customers: readonly string[] };
}

test.each(loadCases<DayCase>('visits/days'))('%s', (_name, { least, visits, days, kept }) => {
  const found = personDays(logOf(visits));
  expect(found.map(({ day, ...rest }) => ({ ...rest, day: isoDate(day) }))).toEqual(days);
  const reached = (by: 'visits' | 'customers'): string[] =>
    found.filter((each) => each[by] >= least).map(({ person, day }) => `${person} ${isoDate(day)}`);
  expect({ visits: reached('visits'), customers: reached('customers') }).toEqual(kept);
});

interface FollowUpCases {
  readonly limit: number;
  readonly items: readonly {
    readonly about: string;
    readonly raised: string;
    readonly visitor: string | null;
    readonly named?: string;
    readonly promised?: string;
    readonly closed?: string;
    readonly asOf: string;
  }[];
}

describe.each(loadCases<FollowUpCases>('visits/follow-ups'))('%s', (_name, { limit, items }) => {
  test.each(items)('$about', (given) => {
    const instant = (text: string | undefined): number | null =>
      text === undefined ? null : instantOfText(text);
    const { due, ...state } = followUpState(
      {
        raised: instantOfText(given.raised),
        visitor: given.visitor,
        owner: given.named ?? null,
        due: instant(given.promised),
        closed: instant(given.closed),
      },
      limit,
      instantOfText(given.asOf),
    );
    expect(given).toMatchObject(spokenOf({ ...state, due: isoDate(due) }, given));
  });
});

interface OverlapCase {
  readonly within: number;
  readonly visits: readonly VisitGiven[];
  readonly overlaps: readonly object[];
}

test.each(loadCases<OverlapCase>('visits/overlaps'))('%s', (_name, { within, visits, overlaps }) => {
  expect(overlapsOf(logOf(visits), within)).toEqual(overlaps);
});

interface CoverageCases {
  readonly listed: readonly (string | null)[];
  readonly visits: readonly VisitGiven[];
  readonly spans: readonly { readonly from: string | null; readonly to: string }[];
}

describe.each(loadCases<CoverageCases>('visits/coverage'))('%s', (_name, { listed, visits, spans }) => {
  test.each(spans)('from $from to $to', (given) => {
    const from = given.from === null ? null : dayOfText(given.from);
    const found = coverageOf(listed, logOf(visits), { from, to: dayOfText(given.to) });
    expect(given).toMatchObject(spokenOf({ ...found }, given));
  });
});

interface TripCases {
  readonly days: readonly number[];
  readonly requests: readonly {
    readonly about: string;
    readonly reserve: number;
    readonly requested: number;
  }[];
}

describe.each(loadCases<TripCases>('visits/trips'))('%s', (_name, { days, requests }) => {
  test.each(requests)('$about', (given) => {
    const { planned, total, gap } = checkTrip({
      days: days.map(centsOf),
      reserve: centsOf(given.reserve),
      requested: centsOf(given.requested),
    });
    const yuan = { planned: planned / 100, total: total / 100, gap: gap / 100 };
    expect(given).toMatchObject(yuan);
  });
});
