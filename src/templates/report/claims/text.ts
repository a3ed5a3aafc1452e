import { percentText } from '../../../domain/growth-audit';
import type { Proof } from './types';

type Figures = Pick<Proof, 'stated' | 'computed' | 'gap' | 'decimals' | 'percent'>;

/** '20.39%', '6.66', '30,250.00' */
export function statedText({ stated, decimals, percent }: Figures): string {
  return percent ? `${percentText(stated, decimals)}%` : grouped(stated.toFixed(decimals));
}

/** A share of 264% that is 264.36% says so: two decimals at least. */
export function computedText({ computed, decimals, percent }: Figures): string {
  return percent
    ? `${percentText(computed, computedDecimals(decimals))}%`
    : grouped(roundedText(computed, decimals));
}

export function computedDecimals(decimals: number): number {
  return Math.max(2, decimals);
}

/** '+0.09', '-0.01', '0' for none; of percentages in points. */
export function gapText({ gap, decimals, percent }: Figures): string {
  const text = (percent ? gap * 100 : gap).toFixed(decimals);
  if (Number(text) === 0) return '0';
  return grouped(gap > 0 ? `+${text}` : text);
}

/** Half up in decimals: 2.675 is 2.68, whatever its double says. */
function roundedText(value: number, decimals: number): string {
  return percentText(value / 100, decimals);
}

function grouped(digits: string): string {
  const [whole = '', ...rest] = digits.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}
