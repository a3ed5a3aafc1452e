import { ApiError } from './errors';

/** Checks of values that an add-in sets; each failure is Excel's InvalidArgument. */

export function text(value: unknown): string {
  if (typeof value !== 'string') throw wrong(value, 'a text');
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(value, 'a number');
  return value;
}

export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrong(value, 'true or false');
  return value;
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(value, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

/** A formula or constant of a rule: Excel takes numbers as well as texts. */
export function formula(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return text(value);
}

/** One of Excel's names, without regard to case, as Excel takes them. */
export function oneOf<T extends string>(value: unknown, names: readonly T[]): T {
  const found = names.find((name) => name.toLowerCase() === String(value).toLowerCase());
  if (typeof value !== 'string' || found === undefined) throw wrong(value, `one of ${names.join(', ')}`);
  return found;
}

const cssColors: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
};

/** A colour as '#RRGGBB': Excel takes hexadecimal forms with or without '#' and the names of HTML. */
export function color(value: unknown): string {
  const given = text(value);
  const named = cssColors[given.toLowerCase()];
  if (named) return named;
  if (!/^#?[0-9a-f]{6}$/i.test(given)) throw wrong(value, 'a colour');
  return `#${given.replace('#', '').toUpperCase()}`;
}

export function wrong(value: unknown, wanted: string): ApiError {
  const given = JSON.stringify(value)?.slice(0, 60) ?? 'nothing';
  return new ApiError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format. (It must be ${wanted}, not ${given}.)`,
  );
}
