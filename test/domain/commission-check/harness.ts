import { workCalendar } from '../../../src/domain/calendar/calendar';
import type { SubmittedRow } from '../../../src/domain/commission-check/check';
import { expectedMonths } from '../../../src/domain/commission-check/expected';
import type { ExpectedMonths } from '../../../src/domain/commission-check/months';
import type { PayRequest } from '../../../src/domain/commission/book';
import { computePay } from '../../../src/domain/commission/compute';
import type { SalesLine } from '../../../src/domain/commission/facts';
import { blankTerms, blankVersion } from '../../../src/domain/commission/ready';
import type { PayPlan, PlanVersion } from '../../../src/domain/commission/types';
import { addMonths, monthNumber, serialOf } from '../../../src/domain/dates';
import type { Pay, Version, World } from './world';

const FIRST = serialOf(2024, 1, 1);

/** Serial of the first day of a world's month. */
export function monthOf(index: number): number {
  return addMonths(FIRST, index);
}

export function planOf({ credit, versions }: World): PayPlan {
  return {
    name: '提成方案',
    versions: versions.map((version, index) => planVersion(version, versions[index + 1], credit)),
    exceptions: [],
    unlistedRole: '销售',
  };
}

function planVersion(version: Version, next: Version | undefined, credit: World['credit']): PlanVersion {
  return {
    ...blankVersion(version.name, [
      {
        ...blankTerms('销售'),
        basis: 'own',
        credit,
        method: version.whole ? 'whole' : 'marginal',
        boundary: version.inclusive ? 'inclusive' : 'exclusive',
        tiers: version.tiers.map(({ from, rate, base }) => ({
          from: from / 100,
          to: null,
          rate: rate / 10_000,
          base: base / 100,
        })),
      },
    ]),
    from: monthOf(version.since),
    to: next ? monthOf(next.since) - 1 : null,
    event: 'signed',
    tax: 'as-listed',
    clawback: 'net',
    rounding: 'month',
    proration: 'none',
  };
}

/** A sale of one person's, of no product in particular. */
export function sale(
  row: number,
  order: string | null,
  date: number,
  person: string,
  amount: number,
): SalesLine {
  return { row, date, person, amount, order, refundOf: null, product: null, quantity: null, shares: [] };
}

export function requestOf(world: World): PayRequest {
  const lines = world.sales.map(({ id, person, month, cents }, row) =>
    sale(row, id, monthOf(month) + (row % 28), person, cents),
  );
  return {
    plan: planOf(world),
    lines,
    members: world.people.map((person) => ({ person, role: '销售', team: null, from: null, to: null })),
    quotas: [],
    balances: [],
    months: { from: monthNumber(FIRST), to: monthNumber(FIRST) + world.months - 1 },
    calendar: workCalendar(),
  };
}

export function expectedOf(request: PayRequest): ExpectedMonths {
  return expectedMonths({
    request,
    run: computePay(request),
    isOrder: () => true,
    covers: () => true,
    keyOf: (person) => person,
  });
}

/** Which columns a sheet has. */
export const LAYOUTS = {
  'all columns': ['revenue', 'rate', 'base', 'commission', 'pay'],
  'revenue and pay': ['revenue', 'pay'],
  'pay alone': ['pay'],
} as const;
export type Layout = keyof typeof LAYOUTS;

export function submitted(person: string, month: number, pay: Pay, layout: Layout): SubmittedRow {
  const shown: readonly string[] = LAYOUTS[layout];
  const cell = (column: keyof Pay): number | null => (shown.includes(column) ? pay[column] : null);
  return {
    person,
    month: monthOf(month),
    stated: {
      revenue: cell('revenue'),
      rate: cell('rate'),
      base: cell('base'),
      commission: cell('commission'),
      pay: cell('pay'),
    },
  };
}
