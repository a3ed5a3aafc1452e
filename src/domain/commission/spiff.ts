import { plus, ratio, ratioOf, rounded, times, ZERO, type Ratio } from '../ratio';
import type { PayBook, View } from './book';
import type { Credit } from './credits';
import type { PayAmount } from './pay';
import { holds, type Terms } from './people';
import type { Spiff } from './types';

/** Extras for products, by the terms of the day of the sale; a refund takes back its part of them when it is booked. */
export function spiffs(book: PayBook, view: View): PayAmount[] {
  if (!book.hasSpiffs) return [];
  const earned = new Map<Spiff, { exact: Ratio; rounded: number; rows: number[] }>();
  const add = (credit: Credit, sale: Credit, terms: Terms, part: Ratio) => {
    for (const spiff of terms.version.spiffs) {
      if (spiff.product !== sale.line.product || !holds(spiff, sale.line.date)) continue;
      const exact = times(worth(spiff, sale, terms), part);
      const sum = earned.get(spiff) ?? { exact: ZERO, rounded: 0, rows: [] };
      sum.exact = plus(sum.exact, exact);
      sum.rounded += rounded(exact);
      sum.rows.push(credit.line.row);
      earned.set(spiff, sum);
    }
  };
  for (const { credit, terms } of view.own) {
    if (!credit.sale) add(credit, credit, terms, ratio(1n));
  }
  for (const refund of view.refunds) {
    const { sale } = refund;
    const sold = sale && sale.cents !== 0 && book.view(sale.person, sale.month);
    if (sold)
      add(refund, sale, book.termsOn(sold, sale.line.date), ratio(BigInt(refund.cents), BigInt(sale.cents)));
  }
  const byLine = view.terms.version.rounding === 'line';
  return [...earned].map(([{ product, per, value }, sum]) => ({
    kind: 'spiff',
    cents: byLine ? sum.rounded : rounded(sum.exact),
    rule: { code: 'spiff', product, per, value },
    rows: sum.rows,
  }));
}

/** In 分. A refund whose sale is not known mirrors a sale. */
function worth({ per, value }: Spiff, { line, cents, share }: Credit, { factor }: Terms): Ratio {
  const rate = ratioOf(value);
  if (per === 'rate') return times(times(ratio(BigInt(cents)), factor), rate);
  const sign = cents < 0 ? -1n : 1n;
  const count = per === 'unit' ? ratioOf(Math.abs(line.quantity ?? 1)) : ratio(1n);
  return times(times(times(rate, ratio(100n * sign)), ratioOf(share)), count);
}
