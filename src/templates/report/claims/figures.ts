/** Numbers with their units as reports write them. */

/** A figure that a text states, as it stands there. */
export interface StatedFigure {
  readonly value: number;
  readonly decimals: number;
  readonly text: string;
}

export const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;

/** 元 in one of the unit. */
export const UNITS: Readonly<Record<string, number>> = {
  亿元: 1e8,
  万元: 1e4,
  元: 1,
  billion: 1e9,
  million: 1e6,
  thousand: 1e3,
};

const AMOUNT = new RegExp(String.raw`(${NUMBER})\s*(${Object.keys(UNITS).join('|')})`, 'gi');

export interface StatedAmount extends StatedFigure {
  readonly unit: number;
  readonly index: number;
}

/** The amounts of money in a text, in its order. */
export function amountsIn(text: string): StatedAmount[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const [whole, digits = '', unit = ''] = match;
    return { ...figureOf(digits, whole), unit: UNITS[unit.toLowerCase()] ?? 1, index: match.index };
  });
}

export function figureOf(digits: string, text: string): StatedFigure {
  const plain = digits.replaceAll(',', '');
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0, text: text.trim() };
}
