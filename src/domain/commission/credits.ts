import { monthNumber } from '../dates';
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

/** Credits by date, then in the order given, and the lines that can't be credited. */
export function creditLines(lines: readonly SalesLine[]): { credits: Credit[]; findings: PayFinding[] } {
  const findings: PayFinding[] = [];
  const monthOf = monthsOfDays();
  const find = (code: PayFinding['code'], line: SalesLine, details: PayFinding['details'] = {}) => {
    findings.push({ code, row: line.row, person: line.person, month: monthOf(line.date), details });
  };
  const credit = (line: SalesLine): Credit[] => {
    if (line.shares.length === 0)
      return divide(line, line.amount, [{ person: line.person, share: 1 }], monthOf(line.date));
    const { shares } = line;
    const total = shareTotal(shares.map(({ share }) => share));
    const whole = total === '1' && shares.every(({ share }) => share >= 0);
    if (!whole) find('split-not-whole', line, { total });
    return whole ? divide(line, line.amount, shares, monthOf(line.date)) : [];
  };

  const credits: (readonly Credit[])[] = lines.map(() => []);
  const sales = new Map<string, Sale[]>();
  lines.forEach((line, index) => {
    if (line.amount < 0) return;
    const own = credit(line);
    credits[index] = own;
    if (line.order === null || line.amount === 0 || own.length === 0) return;
    const others = sales.get(line.order);
    if (others) others.push({ line, credits: own });
    else sales.set(line.order, [{ line, credits: own }]);
  });
  const returned = new Map<SalesLine, Cents>();
  lines.forEach((line, index) => {
    if (line.amount >= 0) return;
    const taken = salesOf(line, sales);
    if (taken.length === 0) {
      find('refund-without-sale', line, line.refundOf === null ? {} : { order: line.refundOf });
      credits[index] = credit(line);
      return;
    }
    const parts = splitCents(
      line.amount,
      taken.map((sale) => sale.line.amount),
    );
    credits[index] = taken.flatMap((sale, place) => {
      const part = parts[place] ?? 0;
      const back = (returned.get(sale.line) ?? 0) - part;
      returned.set(sale.line, back);
      if (back > sale.line.amount) find('refund-exceeds-sale', line, { order: line.refundOf ?? '' });
      const shares = sale.credits.map(({ person, share }) => ({ person, share }));
      return divide(line, part, shares, monthOf(line.date)).map((each, position) => ({
        ...each,
        sale: sale.credits[position] ?? null,
      }));
    });
  });
  return { credits: credits.flat().sort((a, b) => a.line.date - b.line.date), findings };
}

function divide(line: SalesLine, cents: Cents, shares: readonly Share[], month: number): Credit[] {
  const parts =
    shares.length === 1
      ? [cents]
      : splitCents(
          cents,
          shares.map(({ share }) => share),
        );
  return shares.map(({ person, share }, index) => ({
    line,
    person,
    month,
    cents: parts[index] ?? 0,
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

/** Months of days, each worked out once. */
function monthsOfDays(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const month = known.get(day) ?? monthNumber(day);
    known.set(day, month);
    return month;
  };
}
