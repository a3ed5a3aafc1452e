import { safeCents, roundedQuotient, type Cents } from '../money';
import { compare, ratio, ratioOf, rounded, roundedTimes, times, yuanRatio } from '../ratio';
import { effective, type Counted, type PayBook, type View } from './book';
import { Earnings, type Commission } from './earn';
import type { PayAmount } from './pay';
import type { Terms } from './people';
import { probationOf } from './probation';

/** What a month's sales earn a person, as known at the end of that month or of a later one. */
export class Variable {
  private readonly earnings: Earnings;
  /** As known at the end of the month itself, and of later ones. */
  private readonly first = new Map<View, Commission>();
  private readonly later = new Map<number, Map<View, Commission>>();
  private readonly parts = new Map<View, Map<Counted, Cents>>();

  /** Whether anything looks at a month's commission again. */
  private readonly looksBack: boolean;

  constructor(private readonly book: PayBook) {
    this.earnings = new Earnings(book);
    const roles = book.request.plan.versions.flatMap((version) => version.roles);
    this.looksBack =
      book.returned.size > 0 || roles.some(({ override }) => override?.on === 'members-commission');
  }

  lacksQuota(view: View): boolean {
    return this.earnings.lacksQuota(view);
  }

  baseTier(view: View, terms: Terms): number | null {
    return this.earnings.baseTier(view, terms);
  }

  commission(view: View, asOf: number): Commission {
    if (!this.looksBack) return this.computed(view, asOf);
    const known = asOf === view.month ? this.first : this.asOf(asOf);
    let commission = known.get(view);
    if (!commission) known.set(view, (commission = this.computed(view, asOf)));
    return commission;
  }

  private computed(view: View, asOf: number): Commission {
    const full = this.earnings.of(view, asOf);
    const probation = probationOf(this.book, view);
    const unpaid = probation !== null && !probation.paysCommission;
    return unpaid ? { ...full, amounts: [], cents: 0 } : full;
  }

  private asOf(month: number): Map<View, Commission> {
    let known = this.later.get(month);
    if (!known) this.later.set(month, (known = new Map<View, Commission>()));
    return known;
  }

  /** The quota and what is held against it; null where the person has none. */
  attainment(view: View, asOf: number): { readonly revenue: Cents; readonly met: boolean } | null {
    const { quota, terms } = view;
    if (!quota || !terms.role.quota) return null;
    const listed = this.book.sum(view, terms.role.quota.on ?? 'own', asOf);
    const counts = times(yuanRatio(listed), terms.factor);
    return { revenue: roundedTimes(listed, terms.factor), met: compare(counts, quota) >= 0 };
  }

  override(view: View, asOf: number): PayAmount | null {
    const { override } = view.terms.role;
    if (!override?.on) return null;
    if (override.needsQuota && this.attainment(view, asOf)?.met !== true) return null;
    const { on, rate } = override;
    const ofCommission = on === 'members-commission';
    const base = ofCommission
      ? ratio(BigInt(this.membersCommission(view, asOf)))
      : times(
          ratio(BigInt(this.book.sum(view, on, asOf) - this.givenBack(view, on, asOf))),
          view.terms.factor,
        );
    const cents = rounded(times(base, ratioOf(rate)));
    const rows = ofCommission ? [] : this.book.creditsOf(view, on).map(({ credit }) => credit.line.row);
    return {
      kind: 'override',
      cents,
      rule: { code: 'override', on, revenue: rounded(base), rate },
      rows,
    };
  }

  /** What the month's sales are worth to the person after everything that was taken back by the end of a month. */
  worth(view: View, asOf: number): Cents {
    return this.kept(view, asOf) + (this.override(view, asOf)?.cents ?? 0);
  }

  /** Commission less what refunds took back at the original rate. */
  private kept(view: View, asOf: number): Cents {
    const commission = this.commission(view, asOf).cents;
    if (commission === 0) return 0;
    const credits = this.book.creditsOf(view, view.terms.role.basis ?? 'own');
    return credits.reduce((cents, counted) => {
      const back = returnedLater(counted, asOf);
      if (back === 0) return cents;
      const left = effective(counted, view.month);
      const earned = this.partsOf(view).get(counted) ?? 0;
      return left === 0
        ? cents
        : cents - safeCents(roundedQuotient(BigInt(earned) * BigInt(back), BigInt(left)));
    }, commission);
  }

  private membersCommission(view: View, asOf: number): Cents {
    return this.book.membersOf(view).reduce((sum, member) => sum + this.kept(member, asOf), 0);
  }

  private givenBack(view: View, whose: 'own' | 'team' | 'members', asOf: number): Cents {
    return this.book.creditsOf(view, whose).reduce((sum, counted) => sum + returnedLater(counted, asOf), 0);
  }

  private partsOf(view: View): Map<Counted, Cents> {
    const parts = this.parts.get(view) ?? this.earnings.contributions(view);
    this.parts.set(view, parts);
    return parts;
  }
}

/** Refunds at the original rate after the month of the sale, up to the end of a month. */
function returnedLater({ credit, returns }: Counted, asOf: number): Cents {
  let cents = 0;
  for (const { month, cents: back, by } of returns) {
    if (by === 'original-rate' && month > credit.month && month <= asOf) cents += back;
  }
  return cents;
}
