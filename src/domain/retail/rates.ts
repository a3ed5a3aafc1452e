import { alignDecimals, decimalOf } from '../money';

/** 预测准确率: 1 − |actual − forecast| ÷ actual; null for an actual of zero or less. */
export function forecastAccuracy(actual: number, forecast: number): number | null {
  return actual > 0 ? 1 - Math.abs(actual - forecast) / actual : null;
}

export const LIMIT_RULES = ['at-least', 'at-most', 'equal'] as const;
export type LimitRule = (typeof LIMIT_RULES)[number];

/** Whether a figure keeps its limit, by the decimals as they are written: 0.1 + 0.2 is 0.3. */
export function meetsLimit(actual: number, limit: number, rule: LimitRule): boolean {
  const { units } = alignDecimals([decimalOf(actual), decimalOf(limit)]);
  const [left = 0n, right = 0n] = units;
  if (rule === 'at-least') return left >= right;
  return rule === 'at-most' ? left <= right : left === right;
}

/**
 * What retailers' outlets are checked for, with the usual limits; each limit is a cell that a person can change. For the
 * accuracy of forecasts none is usual.
 */
export const RETAIL_RATES = [
  { id: 'shelf', limit: 1 },
  { id: 'price-tag', limit: 0.9 },
  { id: 'known', limit: 1 },
  { id: 'guidance', limit: 0.8 },
  { id: 'stock-pos', limit: 0.95 },
  { id: 'stock-point', limit: 0.98 },
  { id: 'satisfaction', limit: 0.9 },
  { id: 'forecast', limit: null },
  { id: 'information-points', limit: 0.04 },
] as const satisfies readonly { readonly id: string; readonly limit: number | null }[];
export type RetailRate = (typeof RETAIL_RATES)[number]['id'];
