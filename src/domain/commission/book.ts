import type { WorkCalendar } from '../calendar/calendar';
import { monthNumberStart } from '../dates';
import type { Cents } from '../money';
import { ratio, times, yuanRatio, type Ratio } from '../ratio';
import { countCredits, effective, type Counted, type Tally } from './counted';
import { creditLines, type Credit } from './credits';
import type { Balance, Member, PersonQuota, SalesLine } from './facts';
import type { Days, PayFinding } from './pay';
import { TermsBook, type Stretch, type Terms } from './people';
import type { Choice, PayPlan } from './types';

/** All that a run of pay looks things up in: who is credited with what in which month, under which terms. */

export { effective, type Counted };

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

/** Days of a month under the same terms. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly terms: Terms;
}

/** A person's month: terms day by day, those of the last day deciding what holds for the month as a whole. */
export interface View {
  readonly person: string;
  readonly month: number;
  readonly stretches: readonly Span[];
  readonly terms: Terms;
  readonly team: string | null;
  readonly days: Days;
  readonly quota: Ratio | null;
  /** What counts for the person, by date, and the rows it stands on. */
  readonly own: readonly Counted[];
  readonly rows: readonly number[];
  /** Refunds that name their sale. */
  readonly refunds: readonly Credit[];
}

/** What is the same for all who have the same terms throughout a month. */
type MonthOf = Pick<View, 'stretches' | 'days' | 'quota'>;

type Whose = Choice<'basis'> | 'members';

/** One person through all months; the lists go by month from the first that the book knows. */
interface Person {
  readonly name: string;
  readonly stretches: readonly Stretch[];
  readonly quotas: ReadonlyMap<number, Ratio> | null;
  readonly views: (View | null | undefined)[];
}

const NOTHING: readonly never[] = [];

export class PayBook {
  readonly findings: PayFinding[];
  readonly people: readonly string[];
  readonly hasSpiffs: boolean;
  /** Months in which sales of earlier months were taken back, with the months of those sales. */
  readonly returned: ReadonlyMap<number, ReadonlySet<number>>;
  private readonly persons = new Map<string, Person>();
  private readonly terms: TermsBook;
  private readonly first: number;
  private readonly tally: Tally;
  private readonly teams = new Map<number, ReadonlyMap<string, readonly Counted[]>>();
  private readonly whole = new Map<Terms, MonthOf[]>();
  private readonly firstDays: number[] = [];
  private everyone: ReadonlyMap<number, readonly Counted[]> | null = null;
  private readonly members = new Map<number, ReadonlyMap<string, readonly View[]>>();

  constructor(readonly request: PayRequest) {
    const { plan, lines, members, months } = request;
    const last = monthNumberStart(months.to + 1) - 1;
    this.hasSpiffs = plan.versions.some(({ spiffs }) => spiffs.length > 0);
    const { credits, findings } = creditLines(lines.filter((line) => line.date < last + 1));
    this.first = Math.min(months.from, credits[0]?.month ?? Infinity);
    this.terms = new TermsBook(plan, members, monthNumberStart(this.first), last);
    this.people = [...new Set([...this.terms.listed(), ...credits.map(({ person }) => person)])];
    this.layOut(credits);
    this.tally = countCredits(credits, (person, day) => this.stretchOn(person, day), this.first);
    this.findings = [...findings, ...this.tally.findings];
    this.returned = this.tally.returned;
  }

  private layOut(credits: readonly Credit[]): void {
    const spans = new Map<string, { from: number; to: number }>();
    for (const { person, month } of credits) {
      const span = spans.get(person);
      if (span) span.to = month;
      else spans.set(person, { from: month, to: month });
    }
    const quotas = new Map<string, Map<number, Ratio>>();
    for (const { person, month, amount } of this.request.quotas) {
      const own = quotas.get(person) ?? new Map<number, Ratio>();
      quotas.set(person, own.set(month, yuanRatio(amount)));
    }
    for (const name of this.people) {
      const stretches = this.terms.stretches(name, spans.get(name) ?? null);
      this.persons.set(name, { name, stretches, quotas: quotas.get(name) ?? null, views: [] });
    }
  }

  /** The person's days around a day, all of them by the same terms (null where none hold) and in the same team. */
  stretchOn(person: string, day: number): Stretch | undefined {
    const stretches = this.persons.get(person)?.stretches ?? NOTHING;
    for (const stretch of stretches) if (day < stretch.to + 1) return stretch;
    return undefined;
  }

  /** A person's terms on a day of a month; those of the month where the person is not active on that day. */
  termsOn({ stretches, terms }: View, day: number): Terms {
    if (stretches.length === 1) return terms;
    return stretches.find(({ from, to }) => from <= day && day < to + 1)?.terms ?? terms;
  }

  startOf(person: string): number | null {
    return this.terms.startOf(person);
  }

  /** Null in a month in which the person is not active. */
  view(person: string, month: number): View | null {
    const known = this.persons.get(person);
    const place = month - this.first;
    if (!known || place < 0) return null;
    const before = known.views[place];
    if (before !== undefined) return before;
    const view = this.makeView(known, month);
    known.views[place] = view;
    return view;
  }

  private makeView({ name, stretches, quotas }: Person, month: number): View | null {
    const [first, last] = [this.firstDay(month), this.firstDay(month + 1) - 1];
    const spans: Span[] = [];
    let latest: Stretch | null = null;
    for (const stretch of stretches) {
      const { from, to, terms } = stretch;
      if (!terms || from > last || to < first) continue;
      latest = stretch;
      if (from <= first && to >= last) break;
      spans.push({ from: Math.max(first, from), to: Math.min(last, to), terms });
    }
    if (!latest?.terms) return null;
    const { terms, team } = latest;
    const alike = spans.length === 0 ? this.wholeMonth(terms, month) : this.monthOf(terms, month, spans);
    const { days } = alike;
    const given = quotas?.get(month);
    const quota = given ? quotaOf(terms, days, given) : alike.quota;
    const place = month - this.first;
    const own = this.tally.own.get(name)?.[place] ?? NOTHING;
    const rows = own.map(({ credit }) => credit.line.row);
    const refunds = this.tally.refunds.get(name)?.[place] ?? NOTHING;
    return { person: name, month, stretches: alike.stretches, terms, team, days, quota, own, rows, refunds };
  }

  private wholeMonth(terms: Terms, month: number): MonthOf {
    let months = this.whole.get(terms);
    if (!months) this.whole.set(terms, (months = []));
    const place = month - this.first;
    const known = months[place];
    if (known) return known;
    const span = { from: this.firstDay(month), to: this.firstDay(month + 1) - 1, terms };
    return (months[place] = this.monthOf(terms, month, [span]));
  }

  private monthOf(terms: Terms, month: number, stretches: readonly Span[]): MonthOf {
    let active = 0;
    for (const { from, to } of stretches) active += this.daysOf(terms, from, to);
    const days = { active, total: this.daysOf(terms, this.firstDay(month), this.firstDay(month + 1) - 1) };
    return { stretches, days, quota: terms.quota && quotaOf(terms, days, terms.quota) };
  }

  private firstDay(month: number): number {
    const place = month - this.first;
    return (this.firstDays[place] ??= monthNumberStart(month));
  }

  /** Days as the terms prorate: working days, or all. */
  daysOf(terms: Terms, from: number, to: number): number {
    if (terms.version.proration !== 'working-days') return to - from + 1;
    const { calendar } = this.request;
    return calendar.workdaysUpTo(to) - calendar.workdaysUpTo(from - 1);
  }

  /** The credits of a person, of the person's team, or of all. */
  creditsOf({ person, month, team, own }: View, whose: Whose): readonly Counted[] {
    if (whose === 'own') return own;
    if (whose === 'all') return this.ofAll(month);
    const ofTeam = team === null ? own : (this.ofTeams(month).get(team) ?? NOTHING);
    return whose === 'team' ? ofTeam : ofTeam.filter(({ credit }) => credit.person !== person);
  }

  private ofAll(month: number): readonly Counted[] {
    this.everyone ??= grouped(this.tally.counting, ({ credit }) => credit.month);
    return this.everyone.get(month) ?? NOTHING;
  }

  private ofTeams(month: number): ReadonlyMap<string, readonly Counted[]> {
    let teams = this.teams.get(month);
    if (!teams) {
      teams = grouped(this.ofAll(month), ({ team }) => team);
      this.teams.set(month, teams);
    }
    return teams;
  }

  /** What they come to as known at the end of a month. */
  sum(view: View, whose: Whose, asOf: number): Cents {
    let sum = 0;
    for (const counted of this.creditsOf(view, whose)) sum += effective(counted, asOf);
    return sum;
  }

  membersOf({ person, month, team }: View): View[] {
    if (team === null) return [];
    let teams = this.members.get(month);
    if (!teams) {
      const views = this.people.map((name) => this.view(name, month)).filter((view) => view !== null);
      teams = grouped(views, (view) => view.team);
      this.members.set(month, teams);
    }
    return (teams.get(team) ?? []).filter((view) => view.person !== person);
  }
}

function quotaOf(terms: Terms, days: Days, quota: Ratio): Ratio | null {
  if (terms.role.quota === null) return null;
  const { proration, quotaProration } = terms.version;
  const prorated = proration !== 'none' && quotaProration === 'prorated' && days.active < days.total;
  return prorated ? times(quota, ratio(BigInt(days.active), BigInt(days.total))) : quota;
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key | null): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
