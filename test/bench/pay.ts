import { workCalendar } from '../../src/domain/calendar/calendar';
import { withAnswers, type Choices } from '../../src/domain/commission/choices';
import { computePay, type PayRequest } from '../../src/domain/commission/compute';
import { readyPlan } from '../../src/domain/commission/ready';
import { monthNumber, serialOf } from '../../src/domain/dates';
import { medians, print, random } from './measure';

const LINES = 50_000;
const PEOPLE = 50;
const NAMES = { sales: 'sales', leader: 'leader', technician: 'technician' };
const ANSWERS: Choices = {
  event: 'signed',
  tax: 'as-listed',
  method: 'marginal',
  basis: 'team',
  quotaOn: 'team',
  overrideOn: 'team',
  roleBaseWith: 'higher',
  probationCounting: 'month',
  probationCommission: 'not-paid',
  clawback: 'net',
  rounding: 'month',
  proration: 'calendar-days',
  quotaProration: 'full',
};

function requestOf(answers: Choices): PayRequest {
  const below = random(1);
  const amounts = { roleBase: 2800, probationMissedBase: 1500 };
  const start = serialOf(2024, 1, 1);
  const lines = Array.from({ length: LINES }, (_, row) => {
    // A refund in 20 takes back a sale of some months before.
    const refundOf = row > 5000 && row % 20 === 19 ? row - 1 - 20 * below(200) : null;
    return {
      row,
      date: start + Math.floor((row * 366) / LINES),
      person: `P${below(PEOPLE)}`,
      amount: refundOf === null ? below(200_000) : -below(50_000),
      order: refundOf === null ? `O${row}` : null,
      refundOf: refundOf === null ? null : `O${refundOf}`,
      product: null,
      quantity: null,
      shares: [],
    };
  });
  const members = Array.from({ length: PEOPLE }, (_, index) => ({
    person: `P${index}`,
    role: index % 10 === 0 ? NAMES.leader : index % 10 === 1 ? NAMES.technician : NAMES.sales,
    team: `T${Math.floor(index / 10)}`,
    from: null,
    to: null,
  }));
  const from = monthNumber(start);
  return {
    plan: withAnswers(readyPlan('team-tiers', 'plan', NAMES), { ...ANSWERS, ...answers }, amounts),
    lines,
    members,
    quotas: [],
    balances: [],
    months: { from, to: from + 11 },
    calendar: workCalendar(),
  };
}

/** A year of pay of 50 people from 50,000 sales and refunds, by the ways that cost differently. */
export function run(): void {
  const ways: readonly [name: string, answers: Choices][] = [
    ['a month at once', {}],
    ['rounded for each sale', { rounding: 'line' }],
    ['refunds at the original rate', { clawback: 'original-rate' }],
    ['months computed again for refunds', { clawback: 'recompute' }],
  ];
  const contenders = ways.map(([name, answers]) => {
    const request = requestOf(answers);
    return { name, run: () => computePay(request) };
  });
  print(`${LINES.toLocaleString('en')} sales, ${PEOPLE} people, 12 months`, medians(contenders, 5));
}

if (require.main === module) run();
