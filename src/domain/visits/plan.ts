import { dueAfter, type Cadence } from './cadence';

/** A customer to be visited, as a plan needs to know it. */
export interface PlanCustomer {
  readonly customer: string;
  /** Whose customer it is; each person's days are planned apart. */
  readonly person: string;
  readonly region: string | null;
  readonly cadence: Cadence;
  /** Last visit before the plan begins; null for a customer never visited. */
  readonly last: number | null;
  /** Due day of what is still owed to the customer; null when nothing is. */
  readonly owed: number | null;
}

export interface PlanFrame {
  /** Working days, ascending. */
  readonly days: readonly number[];
  /** Visits that one person makes a day. */
  readonly perDay: number;
}

export type PlanReason = 'never' | 'owed' | 'late' | 'due';

export interface PlannedVisit {
  readonly day: number;
  readonly customer: PlanCustomer;
  readonly due: number;
  readonly reason: PlanReason;
}

export interface VisitPlan {
  /** By person as they first come among the customers, then by day. */
  readonly visits: readonly PlannedVisit[];
  /** Due within the days, and no room: the most urgent first. */
  readonly left: readonly { readonly customer: PlanCustomer; readonly due: number }[];
}

/** A customer in the region of the day's most urgent one goes before others that are due up to so many days earlier. */
const REGION_DAYS = 5;

/**
 * Who visits whom on which day: each day begins with what is most urgent (longest overdue, then due soonest), and is
 * filled up with customers of the same region where they are about as urgent. What is not due by the last day is not
 * planned; a customer visited twice is not visited again before half of its time is over.
 */
export function planVisits(customers: readonly PlanCustomer[], { days, perDay }: PlanFrame): VisitPlan {
  const byPerson = new Map<string, PlanCustomer[]>();
  for (const customer of customers) {
    const list = byPerson.get(customer.person);
    if (list) list.push(customer);
    else byPerson.set(customer.person, [customer]);
  }
  const visits: PlannedVisit[] = [];
  const left: { customer: PlanCustomer; due: number }[] = [];
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { visits, left };
  for (const list of byPerson.values()) {
    const waiting = list.map((customer) => waitingFrom(customer, first)).filter(({ due }) => due <= last);
    for (const day of days) visits.push(...planDay(waiting, day, last, perDay));
    left.push(...waiting.map(({ customer, due }) => ({ customer, due })));
  }
  left.sort((a, b) => a.due - b.due);
  return { visits, left };
}

interface Waiting {
  readonly customer: PlanCustomer;
  readonly due: number;
  readonly earliest: number;
  readonly reason: PlanReason | null;
}

function waitingFrom(customer: PlanCustomer, first: number): Waiting {
  const { last, owed, cadence } = customer;
  if (last === null)
    return { customer, due: Math.min(first, owed ?? first), earliest: first, reason: 'never' };
  const regular = dueAfter(last, cadence);
  if (owed !== null && owed < regular) return { customer, due: owed, earliest: first, reason: 'owed' };
  return { customer, due: regular, earliest: halfWay(last, regular), reason: null };
}

function halfWay(from: number, due: number): number {
  return from + Math.ceil((due - from) / 2);
}

/** Takes the day's visits out of those waiting, and puts in what is due again. */
function planDay(waiting: Waiting[], day: number, last: number, perDay: number): PlannedVisit[] {
  const ready = waiting.filter(({ earliest }) => earliest <= day);
  const seed = ready.reduce<Waiting | null>(
    (most, each) => (most && most.due <= each.due ? most : each),
    null,
  );
  if (!seed) return [];
  const { region } = seed.customer;
  const urgency = ({ customer, due }: Waiting): number =>
    due - (region !== null && customer.region === region ? REGION_DAYS : 0);
  const others = ready.filter((each) => each !== seed).sort((a, b) => urgency(a) - urgency(b));
  const chosen = new Set([seed, ...others.slice(0, Math.max(0, perDay - 1))]);
  const kept = waiting.filter((each) => !chosen.has(each));
  waiting.splice(0, waiting.length, ...kept);
  return [...chosen].map((each) => {
    const due = dueAfter(day, each.customer.cadence);
    if (due <= last) waiting.push({ ...each, due, earliest: halfWay(day, due), reason: null });
    return {
      day,
      customer: each.customer,
      due: each.due,
      reason: each.reason ?? (each.due < day ? 'late' : 'due'),
    };
  });
}
