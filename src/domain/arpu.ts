/**
 * ARPU: revenue ÷ average subscribers ÷ months. With opening and closing subscribers the base is their mean; with
 * opening alone it is that number (closing or billed subscribers can be given in its place).
 * Null without subscribers: there is no revenue per user of nobody.
 * @example averageRevenuePerUser(126000, 1000, 1100, 1) //=> 120
 */
export function averageRevenuePerUser(
  revenue: number,
  opening: number,
  closing: number | null,
  months: number,
): number | null {
  const subscribers = closing === null ? opening : (opening + closing) / 2;
  return subscribers > 0 && months > 0 ? revenue / (subscribers * months) : null;
}
