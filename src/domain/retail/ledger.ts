import { centsOf, tooLarge, wholeCents } from '../money';
import { addPeriods, periodStart, type PeriodUnit } from './periods';

/** What each retailer ordered in each period, from columns of records. */
export interface RetailInput {
  readonly retailers: readonly string[];
  /** Serials. */
  readonly dates: readonly number[];
  readonly quantities: readonly (number | null)[];
  /** 元 */
  readonly amounts: readonly (number | null)[];
}

export interface RetailerPeriods {
  readonly name: string;
  /** Aligned with the periods asked for. */
  readonly quantities: readonly number[];
  readonly cents: readonly number[];
}

/** Quantities are exact to a millionth, so that 0.1 + 0.2 orders 0.3. */
const PARTS = 1e6;

/** Orders outside the periods count nowhere. Retailers come in order of their first record. */
export function retailLedger(
  { retailers, dates, quantities, amounts }: RetailInput,
  starts: readonly number[],
  unit: PeriodUnit,
): RetailerPeriods[] {
  const first = starts[0];
  if (first === undefined) return [];
  const count = starts.length;
  const end = addPeriods(starts[count - 1] ?? first, unit, 1);
  const place = periodOfDay(starts, end, unit);
  const { names, codes } = encode(retailers);
  const parts = new Float64Array(names.length * count);
  const cents = new Float64Array(names.length * count);
  let withoutSigns = 0;
  for (let row = 0; row < codes.length; row++) {
    const day = Math.floor(dates[row] as number);
    if (day < first || day >= end) continue;
    const cell = (codes[row] as number) * count + (place[day - first] as number);
    const amount = amounts[row] ?? 0;
    const value = wholeCents(amount) ?? centsOf(amount);
    withoutSigns += Math.abs(value);
    cents[cell] = (cents[cell] as number) + value;
    parts[cell] = (parts[cell] as number) + Math.round((quantities[row] ?? 0) * PARTS);
  }
  if (!Number.isSafeInteger(withoutSigns)) throw tooLarge(withoutSigns);
  return names.map((name, code) => ({
    name,
    quantities: Array.from(parts.subarray(code * count, (code + 1) * count), (value) => value / PARTS),
    cents: Array.from(cents.subarray(code * count, (code + 1) * count)),
  }));
}

function periodOfDay(starts: readonly number[], end: number, unit: PeriodUnit): Int32Array {
  const first = starts[0] ?? 0;
  const index = new Map(starts.map((start, i) => [start, i]));
  return Int32Array.from({ length: end - first }, (_, day) => index.get(periodStart(first + day, unit)) ?? 0);
}

function encode(column: readonly string[]): { names: string[]; codes: Int32Array } {
  const codes = new Int32Array(column.length);
  const codeOf = new Map<string, number>();
  const folded = new Map<string, number>();
  const names: string[] = [];
  for (let row = 0; row < column.length; row++) {
    const text = column[row] as string;
    let code = codeOf.get(text);
    if (code === undefined) {
      const key = text.trim().toLowerCase();
      code = folded.get(key) ?? names.push(text.trim()) - 1;
      folded.set(key, code);
      codeOf.set(text, code);
    }
    codes[row] = code;
  }
  return { names, codes };
}
