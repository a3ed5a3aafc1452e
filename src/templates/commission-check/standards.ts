import { exactLines } from '../../domain/commission/lines';
import type { ExpectedMonth } from '../../domain/commission-check/months';
import type { Terms } from '../../domain/commission-check/terms';
import { yuanOf, type Cents } from '../../domain/money';
import { numberOf, ratio } from '../../domain/ratio';

/** The plan's tiers as rows that a native formula can look up. */
export interface StandardRow {
  readonly number: number;
  readonly version: string;
  readonly role: string;
  /** The least revenue in 元 that reaches the tier. */
  readonly from: number;
  readonly rate: number;
  /** 元 */
  readonly base: number;
  /** 速算扣除: what rate × revenue is too much by, because lower slices earn less. */
  readonly deduction: number;
}

/** More sets of tiers than anybody reads: rows beyond them state the amount due as a value. */
const MOST = 60;
/** Look-up keys of one number lie this far from those of the next; revenue stays below it. */
export const KEY_STEP = 1e10;

export class Standards {
  readonly rows: StandardRow[] = [];
  private readonly numbers = new Map<Terms, number | null>();

  /** The number of the tiers that make this month's base pay and commission natively; null where they do not. */
  numberOf(expected: ExpectedMonth): number | null {
    const working = expected.working();
    if (!working || working.rest.limits.length > 0) return null;
    const { terms } = working;
    const { revenue } = expected;
    if (terms.credit !== 'month' || terms.byLine) return null;
    if (revenue < 0 || yuanOf(revenue) >= KEY_STEP || terms.boost || terms.fullBaseOf) return null;
    const known = this.numbers.get(terms);
    if (known !== undefined) return known;
    const number =
      this.numbers.size < MOST ? this.rows.reduce((most, row) => Math.max(most, row.number), 0) + 1 : null;
    this.numbers.set(terms, number);
    if (number !== null) this.add(number, terms);
    return number;
  }

  private add(number: number, terms: Terms): void {
    const { tiers, divisor } = exactLines(terms.tiers, terms.method);
    const { version, role } = terms;
    const first = terms.tiers[0];
    if (!first || first.from.n !== 0n) {
      const base = yuanOf(terms.baseOf(-1));
      this.rows.push({ number, version, role, from: 0, rate: 0, base, deduction: 0 });
    }
    terms.tiers.forEach((tier, index) => {
      const deduction = numberOf(ratio(-(tiers[index]?.constant ?? 0n), divisor * 100n));
      this.rows.push({
        number,
        version,
        role,
        from: yuanOf(leastCents(tier.from, terms.boundary)),
        rate: numberOf(tier.rate),
        base: yuanOf(terms.baseOf(index)),
        deduction,
      });
    });
  }
}

/** The least whole 分 that reach a tier. */
function leastCents({ n, d }: Terms['tiers'][number]['from'], boundary: Terms['boundary']): Cents {
  const [whole, rest] = [(n * 100n) / d, (n * 100n) % d];
  const beyond = rest > 0n || (boundary === 'exclusive' && n > 0n);
  return Number(beyond ? whole + 1n : whole);
}
