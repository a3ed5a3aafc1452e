import type { SalesLine } from './facts';
import type { Cents } from '../money';
import type { Credit } from './credits';
import type { PayFinding } from './pay';
import type { Stretch, Terms } from './people';

/** Credits as the plan counts them: for whom, in which month, and what refunds take back of them. */

/** A credit that counts, and what takes it back. */
export interface Counted {
  readonly credit: Credit;
  readonly terms: Terms;
  readonly team: string | null;
  readonly returns: readonly Return[];
}

export interface Return {
  readonly month: number;
  readonly line: SalesLine;
  /** Positive. */
  readonly cents: Cents;
  readonly by: 'original-rate' | 'recompute';
}

/** By person, then by month from the first. */
type ByPerson<Item> = Map<string, (Item[] | undefined)[]>;

export interface Tally {
  /** All that counts, by date. */
  readonly counting: readonly Counted[];
  readonly own: ByPerson<Counted>;
  /** Refunds that name their sale. */
  readonly refunds: ByPerson<Credit>;
  /** Months in which sales of earlier months were taken back, with the months of those sales. */
  readonly returned: Map<number, Set<number>>;
  readonly findings: readonly PayFinding[];
}

const NONE: readonly never[] = [];

/** Credits go by date; months are placed from `first` on. */
export function countCredits(
  credits: readonly Credit[],
  stretchOn: (person: string, day: number) => Stretch | undefined,
  first: number,
): Tally {
  const findings: PayFinding[] = [];
  const sold = new Map<Credit, Return[]>();
  for (const { sale } of credits) if (sale) sold.set(sale, []);
  const all: Counted[] = [];
  const known = new Map<Credit, Counted>();
  for (const credit of credits) {
    const { line, person, month } = credit;
    const stretch = stretchOn(person, line.date);
    if (!stretch?.terms) {
      const { code, details } = stretch?.problem ?? { code: 'no-version', details: {} };
      findings.push({ code, row: line.row, person, month, details });
      continue;
    }
    const returns = sold.get(credit);
    const counted = { credit, terms: stretch.terms, team: stretch.team, returns: returns ?? NONE };
    if (returns) known.set(credit, counted);
    all.push(counted);
  }

  const own: Tally['own'] = new Map();
  const refunds: Tally['refunds'] = new Map();
  const returned: Tally['returned'] = new Map();
  const counting = all.filter((counted) => {
    const { line, person, month, sale, cents } = counted.credit;
    if (line.amount < 0) {
      const by = counted.terms.version.clawback;
      if (by === 'none') return false;
      if (sale) add(refunds, person, month - first, counted.credit);
      const returns = sale && known.has(sale) ? sold.get(sale) : undefined;
      const looksBack = by === 'original-rate' || by === 'recompute';
      if (looksBack && !returns) {
        const details = { order: line.refundOf ?? '' };
        findings.push({ code: 'refund-without-sale', row: line.row, person, month, details });
      }
      if (looksBack && sale && returns) {
        returns.push({ month, line, cents: -cents, by });
        if (sale.month < month) returned.set(month, (returned.get(month) ?? new Set()).add(sale.month));
        return false;
      }
    }
    add(own, person, month - first, counted);
    return true;
  });
  return { counting, own, refunds, returned, findings };
}

/**
 * What is left of a credit as known at the end of a month: refunds of its own month are out of it in any case, later
 * ones where months are computed again.
 */
export function effective({ credit, returns }: Counted, asOf: number): Cents {
  let { cents } = credit;
  for (const { month, cents: back, by } of returns) {
    if (month <= (by === 'recompute' ? asOf : credit.month)) cents -= back;
  }
  return cents;
}

function add<Item>(lists: ByPerson<Item>, person: string, place: number, item: Item): void {
  let months = lists.get(person);
  if (!months) lists.set(person, (months = []));
  const list = months[place];
  if (list) list.push(item);
  else months[place] = [item];
}
