import { basisOf } from '../commission/basis';
import { effective, type PayBook, type PayRequest, type View } from '../commission/book';
import type { PayRun } from '../commission/compute';
import type { SalesLine } from '../commission/facts';
import { prorated } from '../commission/parts';
import type { AmountKind, PersonMonth } from '../commission/pay';
import { listedTiers, taxFactor, termsFor, type Terms as PayTerms } from '../commission/people';
import { Schedule as PaySchedule } from '../commission/schedule';
import type { PayPlan, PlanVersion, RoleTerms } from '../commission/types';
import { monthNumberStart } from '../dates';
import { centsOf, splitCents, yuanOf, type Cents } from '../money';
import { over, plus, ratio, rounded, ZERO, type Ratio } from '../ratio';
import type { OrderLine } from './bases';
import { ExpectedMonths, type ExpectedMonth, type Working } from './months';
import type { Reckoned } from './reasons';
import type { Alternative } from './recipes';
import {
  NOTHING_ELSE,
  reckon,
  rightRecipe,
  type Extra,
  type Limit,
  type Recipe,
  type Rest,
  type Terms,
} from './terms';

/** What a run of pay says of each month, with what it takes to reckon the month again in other ways. */

export interface ExpectedFrom {
  readonly request: PayRequest;
  readonly run: PayRun;
  /** Whether a line is an order of a list; others only stand for the revenue that the submitted sheet states. */
  readonly isOrder: (line: SalesLine) => boolean;
  /** Whether an order list covers a month, as `monthNumber` counts. */
  readonly covers: (month: number) => boolean;
  /** The same for every spelling of one person's name. */
  readonly keyOf: (person: string) => string;
}

export function expectedMonths(from: ExpectedFrom): ExpectedMonths {
  const workings = new Workings(from.run.book);
  let lines: ReadonlyMap<number, SalesLine> | null = null;
  const all = from.run.months.map((paid) => {
    let orders: OrderLine[] | null = null;
    if (from.covers(paid.month)) {
      lines ??= new Map(from.request.lines.map((line) => [line.row, line]));
      orders = ordersOf(paid, lines, from);
    }
    return new Month(paid, listedRevenue(from.request, paid), orders, workings);
  });
  return new ExpectedMonths(all, from.keyOf);
}

class Month implements ExpectedMonth {
  readonly person: string;
  readonly month: number;
  readonly reckoned: Reckoned;
  readonly parts: readonly Extra[];
  private found: Working | null | undefined;

  constructor(
    readonly paid: PersonMonth,
    readonly revenue: Cents,
    readonly orders: readonly OrderLine[] | null,
    private readonly workings: Workings,
  ) {
    this.person = paid.person;
    this.month = monthNumberStart(paid.month);
    this.reckoned = reckonedOf(paid);
    this.parts = partsOf(paid);
  }

  working(): Working | null {
    if (this.found === undefined) this.found = this.workings.of(this);
    return this.found;
  }
}

/** What a sheet calls base pay, commission and pay: draws and guarantees belong to the pay alone. */
function reckonedOf({ amounts, pay }: PersonMonth): Reckoned {
  let base = 0;
  let commission = 0;
  for (const { kind, cents } of amounts) {
    if (kind === 'base') base += cents;
    else if (kind !== 'draw' && kind !== 'guarantee') commission += cents;
  }
  return { base, commission, pay };
}

const NO_PARTS: readonly Extra[] = [];

function partsOf({ amounts }: PersonMonth): readonly Extra[] {
  if (amounts.every(({ kind }) => kind === 'base' || kind === 'commission')) return NO_PARTS;
  const sums = new Map<AmountKind, Cents>();
  for (const { kind, cents } of amounts) {
    if (kind !== 'base' && kind !== 'commission') sums.set(kind, (sums.get(kind) ?? 0) + cents);
  }
  return [...sums].map(([kind, cents]) => ({ kind, cents }));
}

function versionOf({ plan }: PayRequest, { version }: PersonMonth): PlanVersion | undefined {
  return plan.versions.find(({ name }) => name === version);
}

/** The basis before VAT was taken out or added. */
function listedRevenue(request: PayRequest, paid: PersonMonth): Cents {
  const version = versionOf(request, paid);
  if (!version || version.tax === null || version.tax === 'as-listed') return paid.basis;
  const { basis } = version.roles.find(({ role }) => role === paid.role) ?? {};
  if (basis === 'own' && version.clawback !== 'none') return paid.credited;
  return rounded(over(ratio(BigInt(paid.basis)), taxFactor(version)));
}

function ordersOf(
  { person, month, rows }: PersonMonth,
  lines: ReadonlyMap<number, SalesLine>,
  { isOrder }: ExpectedFrom,
): OrderLine[] | null {
  const orders: OrderLine[] = [];
  for (const row of rows) {
    const line = lines.get(row);
    if (!line || !isOrder(line)) return null;
    const cents = creditedOf(line, person);
    orders.push({ id: line.order ?? '', person, month: monthNumberStart(month), cents });
  }
  return orders;
}

function creditedOf({ amount, shares }: SalesLine, person: string): Cents {
  if (shares.length === 0) return amount;
  const parts = splitCents(
    amount,
    shares.map(({ share }) => share),
  );
  return shares.reduce((sum, share, index) => sum + (share.person === person ? (parts[index] ?? 0) : 0), 0);
}

/** The terms of some people in some months, and the same applied. */
interface Applied {
  readonly right: Recipe;
  readonly alternatives: () => readonly Alternative[];
}

/** Workings are made when a row is wrong: most never are. */
class Workings {
  private readonly applied = new Map<PayTerms, Map<string, Applied | null>>();

  constructor(private readonly book: PayBook) {}

  of({ paid, revenue, reckoned, parts, orders }: Month): Working | null {
    const view = this.book.view(paid.person, paid.month);
    if (!view || view.stretches.some(({ terms }) => terms !== view.terms)) return null;
    const basis = basisOf(this.book, view, paid.month);
    const applied = this.appliedTo(view, basis.quota, paid);
    if (!applied) return null;
    const { right, alternatives } = applied;
    const { credit, byLine } = right.terms;
    const oneByOne = credit === 'sale' || byLine || (orders !== null && orders.length > 1);
    const sales = oneByOne ? basis.credits.map((each) => yuanOf(effective(each, paid.month))) : null;
    const rest = restOf(view, paid, parts, { before: basis.before ?? 0, sales });
    const again = reckon(right, yuanOf(revenue), rest);
    if (again.base !== reckoned.base || again.pay !== reckoned.pay) return null;
    return { terms: right.terms, right, rest, alternatives };
  }

  private appliedTo(view: View, quota: Ratio | null, paid: PersonMonth): Applied | null {
    const { terms, days } = view;
    const part = terms.version.proration === 'none' || days.active === days.total ? null : days;
    const constant = constantBase(paid);
    const plain = !quota && !part && constant === null;
    const key = plain ? '' : `${quota?.n}/${quota?.d}|${part?.active}/${part?.total}|${constant}`;
    let known = this.applied.get(terms);
    if (!known) this.applied.set(terms, (known = new Map<string, Applied | null>()));
    const found = known.get(key);
    if (found !== undefined) return found;
    const own = makeTerms(terms, quota, part, constant);
    let others: readonly Alternative[] | null = null;
    const inProbation = paid.probationMonth !== null;
    const made = own && {
      right: rightRecipe(own),
      alternatives: () => (others ??= this.alternativesOf(terms, quota, inProbation)),
    };
    known.set(key, made);
    return made;
  }

  /** The other versions and roles of the plan, and the regular terms in a probation. */
  private alternativesOf(terms: PayTerms, quota: Ratio | null, inProbation: boolean): readonly Alternative[] {
    const { version, role } = terms;
    const regular = (code: Alternative['code'], used: PlanVersion, own: RoleTerms): Alternative[] => {
      const made = makeTerms(termsFor(used, own, []), quota, null, null);
      return made ? [{ code, terms: made }] : [];
    };
    const others = this.book.request.plan.versions.filter(({ name }) => name !== version.name);
    return [
      ...(inProbation ? regular('probation-ignored', version, role) : []),
      ...others.flatMap((other) =>
        other.roles.flatMap((own) => (own.role === role.role ? regular('other-version', other, own) : [])),
      ),
      ...version.roles.flatMap((own) => (own.role === role.role ? [] : regular('other-role', version, own))),
    ];
  }
}

/** The tiers of a role in a version, for somebody without exceptions; null where they are not of a month's revenue. */
export function ladderOf(plan: PayPlan, version: string, role: string): Terms | null {
  const used = plan.versions.find(({ name }) => name === version);
  const own = used?.roles.find((terms) => terms.role === role);
  return used && own && creditOf(own) === 'month'
    ? makeTerms(termsFor(used, own, []), null, null, null)
    : null;
}

/** Base pay that is the same in every tier: a person's own, or that of a probation. */
function constantBase({ amounts, probationMonth }: PersonMonth): Cents | null {
  const rule = amounts.find(({ kind }) => kind === 'base')?.rule;
  if (rule && (rule.code === 'person-base' || rule.code.startsWith('probation'))) {
    return 'base' in rule ? rule.base : null;
  }
  return probationMonth === null ? null : 0;
}

function makeTerms(
  terms: PayTerms,
  quota: Ratio | null,
  part: View['days'] | null,
  constant: Cents | null,
): Terms | null {
  const { role, version } = terms;
  if (role.measure === 'attainment' && !(quota && quota.n > 0n)) return null;
  const unpaid = constant !== null && role.probation?.commission === 'not-paid';
  const tiers = unpaid ? [] : listedTiers(terms, quota);
  const fullBaseOf = (tier: number): Cents => constant ?? fullBase(role, tier);
  const baseOf = part
    ? (tier: number): Cents => prorated(fullBaseOf(tier), part.active, part.total)
    : fullBaseOf;
  const boosts = role.accelerators.length > 0 && quota ? new PaySchedule(terms, quota) : null;
  return {
    version: version.name,
    role: role.role,
    method: role.method ?? 'marginal',
    boundary: role.boundary ?? 'inclusive',
    credit: creditOf(role),
    byLine: version.rounding === 'line',
    tiers,
    rates: unpaid ? [] : terms.rates,
    boost: boosts && ((cents) => boosts.boosts(cents).reduce((sum, { earned }) => plus(sum, earned), ZERO)),
    baseOf,
    fullBaseOf: part ? fullBaseOf : null,
  };
}

function creditOf({ credit }: RoleTerms): Terms['credit'] {
  if (credit === 'quarter-to-date' || credit === 'year-to-date') return 'to-date';
  return credit ?? 'month';
}

function fullBase({ roleBase, tiers }: RoleTerms, tier: number): Cents {
  const ofTier = centsOf(tiers[tier]?.base ?? 0);
  if (!roleBase) return ofTier;
  const own = centsOf(roleBase.amount ?? 0);
  if (roleBase.with === 'adds') return own + ofTier;
  return roleBase.with === 'higher' ? Math.max(own, ofTier) : own;
}

function restOf(
  { terms, days }: View,
  { amounts }: PersonMonth,
  parts: readonly Extra[],
  taken: Pick<Rest, 'before' | 'sales'>,
): Rest {
  const { cap, guarantee, draw } = terms.role;
  if (!cap && !guarantee && !draw && parts.length === 0) return { ...NOTHING_ELSE, ...taken };
  const partOf = (yuan: number): Cents =>
    terms.version.proration === 'none' ? centsOf(yuan) : prorated(centsOf(yuan), days.active, days.total);
  const owedBefore = (kind: 'draw' | 'guarantee'): Cents => {
    const rule = amounts.find((amount) => amount.kind === kind)?.rule;
    return rule && 'owedBefore' in rule ? rule.owedBefore : 0;
  };
  const limits: Limit[] = [];
  if (cap) limits.push({ kind: 'cap', on: cap.on ?? 'commission', amount: centsOf(cap.amount) });
  if (guarantee) {
    limits.push({
      kind: 'guarantee',
      on: guarantee.on ?? 'commission',
      amount: partOf(guarantee.amount),
      owed: owedBefore('guarantee'),
      recoverable: guarantee.recovery === 'recoverable',
    });
  }
  if (draw) {
    limits.push({
      kind: 'draw',
      on: 'commission',
      amount: partOf(draw.amount),
      owed: owedBefore('draw'),
      recoverable: draw.recovery === 'recoverable',
    });
  }
  const asTheyAre: readonly AmountKind[] = ['spiff', 'override', 'clawback'];
  return { extras: parts.filter(({ kind }) => asTheyAre.includes(kind)), limits, ...taken };
}
