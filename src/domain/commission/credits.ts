import { monthNumbers } from '../dates';
import { splitCents, type Cents } from '../money';
import type { SalesLine, Share } from './facts';
import type { PayFinding } from './pay';
import { shareTotal } from './split';

/** Sales credited to people: shares split to the 分, refunds given to those whose sale they take back. */

export interface Credit {
  readonly line: SalesLine;
  readonly person: string;
  readonly month: number;
  readonly cents: Cents;
  /** The person's part of the sale. */
  readonly share: number;
  /** Of a refund: the credit that it takes back; null where that is not known. */
  readonly sale: Credit | null;
}

interface Sale {
  readonly line: SalesLine;
  readonly credits: readonly Credit[];
}

const NONE: readonly never[] = [];

/** Credits by date, then in the order given, and the lines that can't be credited. */
export function creditLines(lines: readonly SalesLine[]): { credits: Credit[]; findings: PayFinding[] } {
  const findings: PayFinding[] = [];
  const monthOf = monthNumbers();
  const find = (code: PayFinding['code'], line: SalesLine, details: PayFinding['details'] = {}) => {
    findings.push({ code, row: line.row, person: line.person, month: monthOf(line.date), details });
  };
  const credit = (line: SalesLine): Credit[] => {
    const month = monthOf(line.date);
    if (line.shares.length === 0) {
      return [{ line, person: line.person, month, cents: line.amount, share: 1, sale: null }];
    }
    const shares = line.shares.map(({ share }) => share);
    const total = shareTotal(shares);
    const whole = total === '1' && shares.every((share) => share >= 0);
    if (!whole) find('split-not-whole', line, { total });
    return whole ? creditsOf(line, month, line.shares, splitCents(line.amount, shares)) : [];
  };

  const credits = new Array<readonly Credit[]>(lines.length).fill(NONE);
  const refunded = new Set<string | null>();
  for (const { amount, refundOf } of lines) if (amount < 0) refunded.add(refundOf);
  const sales = new Map<string, Sale[]>();
  lines.forEach((line, index) => {
    if (line.amount < 0) return;
    const own = credit(line);
    credits[index] = own;
    if (line.order === null || line.amount === 0 || own.length === 0 || !refunded.has(line.order)) return;
    const others = sales.get(line.order);
    if (others) others.push({ line, credits: own });
    else sales.set(line.order, [{ line, credits: own }]);
  });
  const returned = new Map<SalesLine, Cents>();
  lines.forEach((line, index) => {
    if (line.amount >= 0) return;
    const taken = salesOf(line, sales);
    if (taken.length === 0) {
      credits[index] = credit(line);
      return;
    }
    const left = taken.map((sale) => sale.line.amount - (returned.get(sale.line) ?? 0));
    const exceeds = left.reduce((sum, each) => sum + each, 0) < -line.amount;
    if (exceeds) find('refund-exceeds-sale', line, { order: line.refundOf ?? '' });
    const parts = splitCents(-line.amount, exceeds ? taken.map((sale) => sale.line.amount) : left);
    credits[index] = taken.flatMap((sale, place) => {
      const before = returned.get(sale.line) ?? 0;
      const after = before + (parts[place] ?? 0);
      returned.set(sale.line, after);
      // All that was returned is split, not each refund, so that many small ones leave nobody a 分 behind.
      const shares = sale.credits.map(({ share }) => share);
      const [past, now] = [splitCents(-before, shares), splitCents(-after, shares)];
      const cents = now.map((each, position) => each - (past[position] ?? 0));
      return creditsOf(line, monthOf(line.date), sale.credits, cents).map((each, position) => ({
        ...each,
        sale: sale.credits[position] ?? null,
      }));
    });
  });
  const all: Credit[] = [];
  for (const own of credits) for (const each of own) all.push(each);
  return { credits: all.sort((a, b) => a.line.date - b.line.date), findings };
}

function creditsOf(
  line: SalesLine,
  month: number,
  shares: readonly Share[],
  cents: readonly Cents[],
): Credit[] {
  return shares.map(({ person, share }, index) => ({
    line,
    person,
    month,
    cents: cents[index] ?? 0,
    share,
    sale: null,
  }));
}

/** The lines of the order that a refund names; those of its product where it names one of them. */
function salesOf(refund: SalesLine, sales: ReadonlyMap<string, readonly Sale[]>): readonly Sale[] {
  const found = refund.refundOf === null ? [] : (sales.get(refund.refundOf) ?? []);
  const alike = found.filter((sale) => refund.product !== null && sale.line.product === refund.product);
  return alike.length > 0 ? alike : found;
}
