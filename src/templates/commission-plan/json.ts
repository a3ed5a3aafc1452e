import { CHOICES, type PayPlan } from '../../domain/commission/types';
import { serialOfIso } from '../../domain/dates';
import type { Problem } from '../../reading/types';

/**
 * A pay plan as JSON, for the command line. The shape is PayPlan's (src/domain/commission/types.ts), with these
 * freedoms: a day is text ("2024-03-01") or a serial; what is left out is null, or an empty list; a tier's base that is
 * left out is 0. Nothing else may stand in it.
 *
 * {
 *   "name": "2024", "unlistedRole": "Sales",
 *   "versions": [{
 *     "name": "2024", "from": "2024-01-01", "event": "signed", "tax": "as-listed", "clawback": "net",
 *     "rounding": "month", "proration": "none",
 *     "roles": [{
 *       "role": "Sales", "basis": "own", "measure": "revenue", "method": "whole", "boundary": "inclusive",
 *       "credit": "month", "tiers": [{ "from": 0, "rate": 0.1, "base": 2500 }, { "from": 20000, "rate": 0.15, "base": 2500 }]
 *     }]
 *   }],
 *   "exceptions": [{ "person": "Ann", "term": "rate", "amount": 0.2, "from": "2024-06-01" }]
 * }
 */
export function planFromJson(text: string): {
  readonly plan: PayPlan | null;
  readonly problems: readonly Problem[];
} {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return {
      plan: null,
      problems: [problem('plan-json-syntax', '', error instanceof Error ? error.message : '')],
    };
  }
  const problems: Problem[] = [];
  const plan = PLAN(given, '', problems);
  // Every part was checked against the shape that the type says.
  return problems.length > 0 ? { plan: null, problems } : { plan: plan as PayPlan, problems };
}

/** Checks a part and returns it complete; `path` says where it stands. */
type Shape = (given: unknown, path: string, problems: Problem[]) => unknown;

function problem(code: string, path: string, expected: string): Problem {
  return { code, details: { path: path || '(root)', expected }, severity: 'warning' };
}

function wrong(problems: Problem[], path: string, expected: string): null {
  problems.push(problem('plan-json-value', path, expected));
  return null;
}

const isMissing = (given: unknown): boolean => given === undefined || given === null;

const text: Shape = (given, path, problems) =>
  typeof given === 'string' ? given : wrong(problems, path, '"text"');

const number: Shape = (given, path, problems) =>
  typeof given === 'number' && Number.isFinite(given) ? given : wrong(problems, path, '0');

const flag: Shape = (given, path, problems) =>
  typeof given === 'boolean' ? given : wrong(problems, path, 'true, false');

const day: Shape = (given, path, problems) => {
  if (typeof given === 'number' && Number.isInteger(given) && given > 0) return given;
  return (typeof given === 'string' ? serialOfIso(given) : null) ?? wrong(problems, path, '"2024-03-01"');
};

function oneOf(values: readonly string[]): Shape {
  return (given, path, problems) =>
    typeof given === 'string' && values.includes(given)
      ? given
      : wrong(problems, path, values.map((value) => `"${value}"`).join(', '));
}

function maybe(shape: Shape): Shape {
  return (given, path, problems) => (isMissing(given) ? null : shape(given, path, problems));
}

function orElse(shape: Shape, value: unknown): Shape {
  return (given, path, problems) => (isMissing(given) ? value : shape(given, path, problems));
}

function list(shape: Shape): Shape {
  return (given, path, problems) => {
    if (isMissing(given)) return [];
    if (!Array.isArray(given)) return wrong(problems, path, '[ … ]');
    return given.map((one: unknown, index) => shape(one, `${path}[${index}]`, problems));
  };
}

function object(shapes: Readonly<Record<string, Shape>>): Shape {
  return (given, path, problems) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      return wrong(problems, path, '{ … }');
    const values = new Map<string, unknown>(Object.entries(given));
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    for (const key of values.keys()) {
      if (!(key in shapes)) problems.push(problem('plan-json-key', at(key), Object.keys(shapes).join(', ')));
    }
    return Object.fromEntries(
      Object.entries(shapes).map(([key, shape]) => [key, shape(values.get(key), at(key), problems)]),
    );
  };
}

const open = (id: keyof typeof CHOICES): Shape => maybe(oneOf(CHOICES[id]));
const amount = maybe(number);
const from = maybe(day);
const to = maybe(day);

const ROLE = object({
  role: text,
  basis: open('basis'),
  tiers: list(object({ from: number, to: amount, rate: number, base: orElse(number, 0) })),
  measure: orElse(oneOf(['revenue', 'attainment']), 'revenue'),
  method: open('method'),
  boundary: open('boundary'),
  credit: open('credit'),
  accelerators: list(
    object({ past: number, effect: oneOf(['extra', 'instead', 'multiplied']), rate: number }),
  ),
  roleBase: maybe(object({ amount, with: open('roleBaseWith') })),
  quota: maybe(object({ amount, on: open('quotaOn') })),
  override: maybe(object({ rate: number, on: open('overrideOn'), needsQuota: flag })),
  cap: maybe(object({ amount: number, on: open('capOn') })),
  guarantee: maybe(object({ amount: number, on: open('guaranteeOn'), recovery: open('guaranteeRecovery') })),
  draw: maybe(object({ amount: number, recovery: open('drawRecovery') })),
  probation: maybe(
    object({
      months: number,
      base: amount,
      missedBase: amount,
      targets: list(object({ fromMonth: number, toMonth: number, amount: number })),
      counting: open('probationCounting'),
      commission: open('probationCommission'),
    }),
  ),
  streaks: list(
    object({
      when: oneOf(['met', 'missed']),
      months: number,
      outcome: oneOf(['promotion', 'demotion', 'leave']),
      to: maybe(text),
    }),
  ),
});

const VERSION = object({
  name: orElse(text, ''),
  from,
  to,
  event: open('event'),
  tax: open('tax'),
  vatRate: amount,
  clawback: open('clawback'),
  rounding: open('rounding'),
  proration: open('proration'),
  quotaProration: open('quotaProration'),
  roles: list(ROLE),
  spiffs: list(object({ product: text, per: oneOf(['sale', 'unit', 'rate']), value: number, from, to })),
});

const PERSON = { person: text, from, to };

const EXCEPTION: Shape = (given, path, problems) => {
  const isRole = typeof given === 'object' && given !== null && 'term' in given && given.term === 'role';
  const shape = isRole
    ? object({ ...PERSON, term: text, role: text })
    : object({
        ...PERSON,
        term: oneOf(['role', 'base', 'rate', 'added-rate', 'cap', 'guarantee', 'draw']),
        amount: number,
      });
  return shape(given, path, problems);
};

const PLAN = object({
  name: orElse(text, ''),
  versions: list(VERSION),
  exceptions: list(EXCEPTION),
  unlistedRole: maybe(text),
});
