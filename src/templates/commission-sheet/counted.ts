import { effective, type PayBook, type View } from '../../domain/commission/book';
import { creditLines, type Credit } from '../../domain/commission/credits';
import type { SalesLine } from '../../domain/commission/facts';
import type { Cents } from '../../domain/money';

/** The rows behind the pay: every credit of every person, also those that a refund's rule keeps out of a month. */

/**
 * A 'sale' and a 'refund' count in their month. A 'returned' one takes back what an earlier month's sale earned and
 * counts in no month's revenue; one that is 'early' was booked before its sale and is out of it; an 'ignored' one takes
 * nothing back.
 */
export type CountedKind = 'sale' | 'refund' | 'returned' | 'early' | 'ignored';

export interface Counted {
  readonly line: SalesLine;
  readonly person: string;
  /** On the day of the row. */
  readonly team: string | null;
  readonly month: number;
  readonly kind: CountedKind;
  /** The person's part of the row, 1 where nobody shares it. */
  readonly share: number;
  readonly credited: Cents;
  /** What counts for the month's revenue. */
  readonly cents: Cents;
  /** What extras for products look at: that of the sale, for refunds too. */
  readonly product: string | null;
  readonly soldOn: number;
  /** How many sales this is: the share, negative for a refund, and its part of the sale where that is known. */
  readonly pieces: number;
  /** The same in units of the product. */
  readonly units: number;
  /** Sheet and cell that it was read from. */
  readonly place: string;
  readonly customer: string | null;
}

export interface Places {
  readonly places: readonly string[];
  readonly customers: readonly (string | null)[];
}

export function countedRows(
  book: PayBook,
  from: number,
  to: number,
  { places, customers }: Places,
): Counted[] {
  const all = creditLines(book.request.lines).credits.flatMap((credit) => {
    const { team, terms } = book.stretchOn(credit.person, credit.line.date) ?? { team: null, terms: null };
    return terms ? [{ credit, team, kind: kindOf(book, credit, terms.version.clawback) }] : [];
  });
  const early = new Map<Credit, Cents>();
  for (const { credit, kind } of all) {
    const { sale, cents } = credit;
    if (kind === 'early' && sale) early.set(sale, (early.get(sale) ?? 0) + cents);
  }
  return all.flatMap(({ credit, team, kind }): Counted[] => {
    const { line, person, month, cents, share } = credit;
    if (month < from || month > to) return [];
    const known = kind === 'ignored' ? null : credit.sale;
    const sale = known ?? credit;
    const paysExtras = known === null || (known.cents !== 0 && book.view(known.person, known.month) !== null);
    const pieces = known ? (cents / known.cents) * known.share : share * signOf(cents);
    const counts = kind === 'ignored' || !paysExtras ? 0 : pieces;
    return [
      {
        line,
        person,
        team,
        month,
        kind,
        share,
        credited: cents,
        cents: kind === 'sale' || kind === 'refund' ? cents + (early.get(credit) ?? 0) : 0,
        product: sale.line.product,
        soldOn: Math.floor(sale.line.date),
        pieces: counts,
        units: counts * Math.abs(sale.line.quantity ?? 1),
        place: places[line.row] ?? '',
        customer: customers[line.row] ?? null,
      },
    ];
  });
}

function signOf(cents: Cents): number {
  return cents < 0 ? -1 : 1;
}

function kindOf(
  book: PayBook,
  { line, sale, month }: Credit,
  by: View['terms']['version']['clawback'],
): CountedKind {
  if (line.amount >= 0) return 'sale';
  if (by === 'none') return 'ignored';
  const looksBack = by === 'original-rate' || by === 'recompute';
  if (!looksBack || !sale || sale.month === month || !book.stretchOn(sale.person, sale.line.date)?.terms)
    return 'refund';
  return sale.month < month ? 'returned' : 'early';
}

/** What a person's month had earned in revenue before the sheets' first month, of a running total. */
export function revenueBefore(
  book: PayBook,
  view: View,
  since: number,
  whose: 'own' | 'team' | 'all',
): Cents {
  let cents = 0;
  for (let month = since; month < view.month; month++) {
    const earlier = book.view(view.person, month);
    if (!earlier) continue;
    cents += book.creditsOf(earlier, whose).reduce((sum, counted) => sum + effective(counted, month), 0);
  }
  return cents;
}
