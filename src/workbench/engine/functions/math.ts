import { textOf, toNumber } from '../coercion';
import type { Context } from '../context';
import { power } from '../operators';
import { DIV0, finite, isError, NUM, type Scalar } from '../values';
import { scalars, values, type FunctionDefinition, type FunctionTable } from './definition';

/** A function of numbers; arguments left out at the end come as undefined. */
export function numeric(
  min: number,
  max: number,
  compute: (numbers: number[], context: Context) => Scalar,
): FunctionDefinition {
  return scalars(min, max, (args, context) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const number = toNumber(arg, context.services.culture);
      if (isError(number)) return number;
      numbers.push(number);
    }
    return compute(numbers, context);
  });
}

const one = (compute: (x: number) => number): FunctionDefinition =>
  numeric(1, 1, ([x = 0]) => finite(compute(x)));

type Direction = 'nearest' | 'up' | 'down';

/**
 * Rounds as Excel does, in decimals: 1.005 to two places is 1.01 though its binary fraction lies below. Half goes away
 * from zero.
 */
export function roundDecimal(value: number, places: number, direction: Direction = 'nearest'): number {
  const digits = Math.trunc(places);
  if (digits > 20 || value === 0 || !Number.isFinite(value)) return value;
  if (digits < -20) return direction === 'up' ? Math.sign(value) * 10 ** -digits : 0;
  const shifted = shift(Math.abs(value), digits);
  // 15 digits are what Excel takes a number for; what lies beyond them is noise of the binary fraction.
  const clean = Number(shifted.toPrecision(15));
  const whole =
    direction === 'nearest'
      ? Math.floor(clean + 0.5)
      : direction === 'up'
        ? Math.ceil(clean)
        : Math.floor(clean);
  return Math.sign(value) * shift(whole, -digits);
}

/** value × 10^digits through the decimal text, so that no factor like 0.1 blurs it. */
function shift(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** The nearest multiple away from zero or towards it, free of binary noise. */
function multiple(value: number, significance: number, round: (quotient: number) => number): number {
  const quotient = Number((value / significance).toPrecision(15));
  return Number((round(quotient) * significance).toPrecision(15));
}

function modulo(a: number, b: number): Scalar {
  if (b === 0) return DIV0;
  const result = a - b * Math.floor(a / b);
  return finite(Number(result.toPrecision(15)));
}

function factorial(n: number): number {
  let result = 1;
  for (let i = 2; i <= n; i++) result *= i;
  return result;
}

function combinations(n: number, k: number): Scalar {
  const count = Math.trunc(n);
  const chosen = Math.trunc(k);
  if (count < 0 || chosen < 0 || count < chosen) return NUM;
  let result = 1;
  for (let i = 1; i <= chosen; i++) result = (result * (count - chosen + i)) / i;
  return finite(Math.round(result));
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

const whole = (numbers: readonly number[]): number[] => numbers.map((n) => Math.trunc(n));

export const MATH_FUNCTIONS: FunctionTable = {
  ABS: one(Math.abs),
  SIGN: one(Math.sign),
  INT: one(Math.floor),
  EXP: one(Math.exp),
  SIN: one(Math.sin),
  COS: one(Math.cos),
  TAN: one(Math.tan),
  ASIN: one(Math.asin),
  ACOS: one(Math.acos),
  ATAN: one(Math.atan),
  SINH: one(Math.sinh),
  COSH: one(Math.cosh),
  TANH: one(Math.tanh),
  ATAN2: numeric(2, 2, ([x = 0, y = 0]) => (x === 0 && y === 0 ? DIV0 : Math.atan2(y, x))),
  DEGREES: one((x) => (x * 180) / Math.PI),
  RADIANS: one((x) => (x * Math.PI) / 180),
  PI: values(0, 0, () => Math.PI),
  SQRT: numeric(1, 1, ([x = 0]) => (x < 0 ? NUM : Math.sqrt(x))),
  LN: numeric(1, 1, ([x = 0]) => (x <= 0 ? NUM : Math.log(x))),
  LOG10: numeric(1, 1, ([x = 0]) => (x <= 0 ? NUM : Math.log10(x))),
  LOG: numeric(1, 2, ([x = 0, base = 10]) => {
    if (x <= 0 || base <= 0) return NUM;
    if (base === 1) return DIV0;
    return base === 10 ? Math.log10(x) : finite(Math.log(x) / Math.log(base));
  }),
  POWER: numeric(2, 2, ([a = 0, b = 0]) => power(a, b)),
  ROUND: numeric(2, 2, ([x = 0, places = 0]) => finite(roundDecimal(x, places))),
  ROUNDUP: numeric(2, 2, ([x = 0, places = 0]) => finite(roundDecimal(x, places, 'up'))),
  ROUNDDOWN: numeric(2, 2, ([x = 0, places = 0]) => finite(roundDecimal(x, places, 'down'))),
  TRUNC: numeric(1, 2, ([x = 0, places = 0]) => finite(roundDecimal(x, places, 'down'))),
  MROUND: numeric(2, 2, ([x = 0, step = 0]) => {
    if (step === 0 || x === 0) return 0;
    if (x * step < 0) return NUM;
    return multiple(x, step, (quotient) => Math.floor(quotient + 0.5));
  }),
  CEILING: numeric(2, 2, ([x = 0, step = 0]) => {
    if (step === 0) return 0;
    return x > 0 && step < 0 ? NUM : multiple(x, step, Math.ceil);
  }),
  FLOOR: numeric(2, 2, ([x = 0, step = 0]) => {
    if (step === 0) return x === 0 ? 0 : DIV0;
    return x > 0 && step < 0 ? NUM : multiple(x, step, Math.floor);
  }),
  'CEILING.MATH': numeric(1, 3, ([x = 0, step = 1, away = 0]) =>
    step === 0 ? 0 : multiple(x, Math.abs(step), x < 0 && away !== 0 ? Math.floor : Math.ceil),
  ),
  'FLOOR.MATH': numeric(1, 3, ([x = 0, step = 1, towards = 0]) =>
    step === 0 ? 0 : multiple(x, Math.abs(step), x < 0 && towards !== 0 ? Math.ceil : Math.floor),
  ),
  EVEN: one((x) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2)),
  ODD: one((x) => (x < 0 ? -1 : 1) * (2 * Math.ceil((Math.abs(x) + 1) / 2) - 1)),
  MOD: numeric(2, 2, ([a = 0, b = 0]) => modulo(a, b)),
  QUOTIENT: numeric(2, 2, ([a = 0, b = 0]) => (b === 0 ? DIV0 : Math.trunc(a / b))),
  FACT: numeric(1, 1, ([n = 0]) => (n < 0 ? NUM : finite(factorial(Math.trunc(n))))),
  COMBIN: numeric(2, 2, ([n = 0, k = 0]) => combinations(n, k)),
  PERMUT: numeric(2, 2, ([n = 0, k = 0]) => {
    const chosen = combinations(n, k);
    return typeof chosen === 'number' ? finite(Math.round(chosen * factorial(Math.trunc(k)))) : chosen;
  }),
  GCD: numeric(1, 255, (numbers) => (numbers.some((n) => n < 0) ? NUM : whole(numbers).reduce(gcd, 0))),
  LCM: numeric(1, 255, (numbers) => {
    if (numbers.some((n) => n < 0)) return NUM;
    return whole(numbers).reduce((a, b) => (a === 0 || b === 0 ? 0 : (a / gcd(a, b)) * b), 1);
  }),
  RAND: { ...values(0, 0, () => Math.random()), volatile: true },
  RANDBETWEEN: {
    ...numeric(2, 2, ([low = 0, high = 0]) => {
      const from = Math.ceil(low);
      const to = Math.floor(high);
      return from > to ? NUM : from + Math.floor(Math.random() * (to - from + 1));
    }),
    volatile: true,
  },
  DECIMAL: scalars(2, 2, ([text, radix]) => {
    const base = Number(radix);
    const number = base >= 2 && base <= 36 ? parseInt(textOf(text ?? null), base) : NaN;
    return Number.isNaN(number) ? NUM : number;
  }),
  BASE: numeric(2, 3, ([x = 0, base = 10, digits = 0]) => {
    if (x < 0 || base < 2 || base > 36) return NUM;
    return Math.trunc(x).toString(Math.trunc(base)).toUpperCase().padStart(digits, '0');
  }),
};
