import type { WorkCalendar } from '../calendar/calendar';
import { monthNumber, monthNumberStart } from '../dates';
import type { Cents } from '../money';
import { ratio, ratioOf, times, yuanRatio, type Ratio } from '../ratio';
import { creditLines, type Credit } from './credits';
import type { Balance, Member, PersonQuota, SalesLine } from './facts';
import type { Days, PayFinding } from './pay';
import { TermsBook, type Stretch, type Terms } from './people';
import type { Choice, PayPlan } from './types';

/** All that a run of pay looks things up in: who is credited with what in which month, under which terms. */

export interface PayRequest {
  /** Without open choices, and such that `checkPlan` finds no error in it. */
  readonly plan: PayPlan;
  /**
   * Sales and refunds up to the last month. Earlier months are needed where the plan counts a running total or a
   * probation, and where refunds take back what earlier sales earned.
   */
  readonly lines: readonly SalesLine[];
  readonly members: readonly Member[];
  readonly quotas: readonly PersonQuota[];
  readonly balances: readonly Balance[];
  /** First and last month to be paid, as `monthNumber` counts. */
  readonly months: { readonly from: number; readonly to: number };
  /** Tells working days where the plan prorates by them. */
  readonly calendar: WorkCalendar;
}

/** A credit that counts, and what takes it back. */
export interface Counted {
  readonly credit: Credit;
  readonly terms: Terms;
  readonly returns: Return[];
}

export interface Return {
  readonly month: number;
  readonly line: SalesLine;
  /** Positive. */
  readonly cents: Cents;
  readonly by: 'original-rate' | 'recompute';
}

/** A person's month: terms day by day, those of the last day deciding what holds for the month as a whole. */
export interface View {
  readonly person: string;
  readonly month: number;
  readonly stretches: readonly (Stretch & { readonly terms: Terms })[];
  readonly terms: Terms;
  readonly team: string | null;
  readonly days: Days;
  readonly quota: Ratio | null;
}

type Whose = Choice<'basis'> | 'members';

export class PayBook {
  readonly findings: PayFinding[];
  readonly people: readonly string[];
  /** Months in which sales of earlier months were taken back, with the months of those sales. */
  readonly returned = new Map<number, Set<number>>();
  /** Refunds that name their sale, by person and month. */
  readonly refunds = new Map<string, Credit[]>();
  private readonly own = new Map<string, Counted[]>();
  private readonly teams = new Map<string, Counted[]>();
  private readonly everyone = new Map<string, Counted[]>();
  private readonly stretches = new Map<string, Stretch[]>();
  private readonly views = new Map<string, View | null>();
  private readonly terms: TermsBook;
  private readonly quotas: ReadonlyMap<string, Cents>;
  private readonly credits: readonly Credit[];

  constructor(readonly request: PayRequest) {
    const { plan, lines, members, quotas, months } = request;
    const last = monthNumberStart(months.to + 1) - 1;
    const { credits, findings } = creditLines(lines.filter((line) => line.date < last + 1));
    this.credits = credits;
    this.findings = findings;
    const first = Math.min(monthNumberStart(months.from), Math.floor(credits[0]?.line.date ?? Infinity));
    this.terms = new TermsBook(plan, members, monthNumberStart(monthNumber(first)), last);
    this.quotas = new Map(quotas.map(({ person, month, amount }) => [keyOf(person, month), amount]));
    this.people = [...new Set([...this.terms.listed(), ...credits.map(({ person }) => person)])];
    this.layOut();
    this.count();
  }

  private layOut(): void {
    const spans = new Map<string, { from: number; to: number }>();
    for (const { person, month } of this.credits) {
      const span = spans.get(person);
      if (span) span.to = month;
      else spans.set(person, { from: month, to: month });
    }
    for (const person of this.people) {
      this.stretches.set(person, this.terms.stretches(person, spans.get(person) ?? null));
    }
  }

  private count(): void {
    const counted = new Map<Credit, Counted & { readonly team: string | null }>();
    for (const credit of this.credits) {
      const { line, person, month } = credit;
      const stretch = this.stretchOn(person, line.date);
      if (stretch?.terms) {
        counted.set(credit, { credit, terms: stretch.terms, team: stretch.team, returns: [] });
        continue;
      }
      const { code, details } = stretch?.problem ?? { code: 'no-version', details: {} };
      this.findings.push({ code, row: line.row, person, month, details });
    }
    for (const entry of counted.values()) {
      const { credit, terms, team } = entry;
      const { line, person, month, sale } = credit;
      const by = terms.version.clawback;
      if (line.amount < 0 && by === 'none') continue;
      if (sale) add(this.refunds, keyOf(person, month), credit);
      const sold = sale && counted.get(sale);
      const looksBack = by === 'original-rate' || by === 'recompute';
      if (looksBack && line.amount < 0 && !sold) {
        const details = { order: line.refundOf ?? '' };
        this.findings.push({ code: 'refund-without-sale', row: line.row, person, month, details });
      }
      if (sold && looksBack) {
        sold.returns.push({ month, line, cents: -credit.cents, by });
        if (sold.credit.month >= month) continue;
        const touched = this.returned.get(month) ?? new Set();
        this.returned.set(month, touched.add(sold.credit.month));
        continue;
      }
      add(this.own, keyOf(person, month), entry);
      if (team !== null) add(this.teams, keyOf(team, month), entry);
      add(this.everyone, keyOf('', month), entry);
    }
  }

  private stretchOn(person: string, day: number): Stretch | undefined {
    return this.stretches.get(person)?.find(({ to }) => day < to + 1);
  }

  /** A person's terms on a day of a month; those of the month where the person is not active on that day. */
  termsOn(view: View, day: number): Terms {
    return view.stretches.find(({ from, to }) => from <= day && day < to + 1)?.terms ?? view.terms;
  }

  startOf(person: string): number | null {
    return this.terms.startOf(person);
  }

  /** Null in a month in which the person is not active. */
  view(person: string, month: number): View | null {
    const key = keyOf(person, month);
    let view = this.views.get(key);
    if (view === undefined) {
      view = this.makeView(person, month);
      this.views.set(key, view);
    }
    return view;
  }

  private makeView(person: string, month: number): View | null {
    const [first, last] = [monthNumberStart(month), monthNumberStart(month + 1) - 1];
    const stretches = (this.stretches.get(person) ?? []).flatMap((stretch) => {
      const [from, to] = [Math.max(first, stretch.from), Math.min(last, stretch.to)];
      return stretch.terms && from <= to ? [{ ...stretch, terms: stretch.terms, from, to }] : [];
    });
    const latest = stretches.at(-1);
    if (!latest) return null;
    const { terms, team } = latest;
    const days = {
      active: stretches.reduce((sum, { from, to }) => sum + this.daysOf(terms, from, to), 0),
      total: this.daysOf(terms, first, last),
    };
    return { person, month, stretches, terms, team, days, quota: this.quotaOf(person, month, terms, days) };
  }

  /** Days as the terms prorate: working days, or all. */
  daysOf(terms: Terms, from: number, to: number): number {
    if (terms.version.proration !== 'working-days') return to - from + 1;
    const { calendar } = this.request;
    return calendar.workdaysUpTo(to) - calendar.workdaysUpTo(from - 1);
  }

  private quotaOf(person: string, month: number, terms: Terms, days: Days): Ratio | null {
    const own = this.quotas.get(keyOf(person, month));
    const amount = terms.role.quota?.amount ?? null;
    const quota = own !== undefined ? yuanRatio(own) : amount === null ? null : ratioOf(amount);
    if (!quota || terms.role.quota === null) return null;
    const { proration, quotaProration } = terms.version;
    const prorated = proration !== 'none' && quotaProration === 'prorated' && days.active < days.total;
    return prorated ? times(quota, ratio(BigInt(days.active), BigInt(days.total))) : quota;
  }

  /** The credits of a person, of the person's team, or of all. */
  creditsOf({ person, month, team }: View, whose: Whose): readonly Counted[] {
    if (whose === 'all') return this.everyone.get(keyOf('', month)) ?? [];
    const own = this.own.get(keyOf(person, month)) ?? [];
    if (whose === 'own') return own;
    const ofTeam = team === null ? own : (this.teams.get(keyOf(team, month)) ?? []);
    return whose === 'team' ? ofTeam : ofTeam.filter(({ credit }) => credit.person !== person);
  }

  /** What they come to as known at the end of a month. */
  sum(view: View, whose: Whose, asOf: number): Cents {
    return this.creditsOf(view, whose).reduce((sum, counted) => sum + effective(counted, asOf), 0);
  }

  membersOf({ person, month, team }: View): View[] {
    if (team === null) return [];
    return this.people.flatMap((other) => {
      const view = other === person ? null : this.view(other, month);
      return view?.team === team ? [view] : [];
    });
  }
}

/**
 * What is left of a credit as known at the end of a month: refunds of its own month are out of it in any case, later
 * ones where months are computed again.
 */
export function effective({ credit, returns }: Counted, asOf: number): Cents {
  let cents = credit.cents;
  for (const { month, cents: back, by } of returns) {
    if (month <= (by === 'recompute' ? asOf : credit.month)) cents -= back;
  }
  return cents;
}

export function keyOf(name: string, month: number): string {
  return `${month}|${name}`;
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
