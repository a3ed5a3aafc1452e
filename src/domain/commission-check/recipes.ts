import { mistake, type Mistake, type ReasonCode } from './reasons';
import { Schedule, type Rounding } from './schedule';
import type { Extra, Recipe, Terms } from './terms';

/** Every way to reckon one month wrongly: one mistake at a time, and those pairs that sheets really show. */

export interface Recipes {
  readonly right: Recipe;
  readonly wrong: readonly Recipe[];
  readonly wrongTwice: readonly Recipe[];
}

/** Terms that were used instead of the right ones. */
export interface Alternative {
  readonly code: Extract<ReasonCode, 'other-version' | 'other-role' | 'probation-ignored'>;
  readonly terms: Terms;
}

type Change = (recipe: Recipe) => Recipe | null;

const ROUNDINGS: readonly (readonly [Rounding, ReasonCode])[] = [
  ['half-even', 'rounded-half-even'],
  ['down', 'rounded-down'],
  ['up', 'rounded-up'],
  ['tenth', 'rounded-to-tenth'],
  ['yuan', 'rounded-to-yuan'],
  ['yuan-down', 'cut-to-yuan'],
];

/** `tier` is the tier that is reached; `atBoundary` that of an amount exactly where a tier begins, null where none is. */
export function recipesOf(
  right: Recipe,
  tier: number,
  atBoundary: number | null,
  alternatives: readonly Alternative[],
): Recipes {
  const { terms } = right;
  const oneByOne = terms.credit === 'sale';
  const flipped = methodChange(terms, oneByOne ? null : tier);
  // At a boundary the tier on its other side is that mistake, not any wrong tier.
  const beside = atBoundary === null ? null : terms.boundary === 'inclusive' ? tier - 1 : tier + 1;
  const tiers = oneByOne ? [] : tierChanges(terms, tier, beside);
  const others = alternatives.map(({ code, terms: used }) => alternativeChange(code, terms, used, tier));
  const reading = [
    ...flipped,
    ...(atBoundary === null ? [] : [boundaryChange(terms, atBoundary)]),
    ...tiers,
    ...others,
  ];
  const bases = baseChanges(terms, tier);
  const without: Change = (recipe) =>
    add(recipe, mistake('base-only', { base: terms.baseOf(tier) }), { commission: false });
  const roundings = ROUNDINGS.map(([rounding, code]): Change => (recipe) => ({
    ...recipe,
    rounding,
    mistakes: [...recipe.mistakes, mistake(code)],
  }));
  const pairs: readonly (readonly [readonly Change[], readonly Change[]])[] = [
    [reading, bases],
    [flipped, [...tiers, ...others]],
    [reading, roundings],
    [bases, roundings],
  ];
  return {
    right,
    wrong: apply([...reading, ...bases, without, ...roundings], [right]),
    wrongTwice: pairs.flatMap(([first, second]) => apply(second, apply(first, [right]))),
  };
}

/** The recipes with one part of the month's pay left out, or a cap not applied. */
export function withoutParts(recipes: readonly Recipe[], parts: readonly Extra[]): Recipe[] {
  return recipes.flatMap((recipe) =>
    parts.map(({ kind, cents }) =>
      add(recipe, mistake('part-forgotten', { kind, amount: cents }, parts.length), { without: kind }),
    ),
  );
}

function apply(changes: readonly Change[], recipes: readonly Recipe[]): Recipe[] {
  return recipes
    .flatMap((recipe) => changes.map((change) => change(recipe)))
    .filter((recipe) => recipe !== null);
}

function add(recipe: Recipe, made: Mistake, change: Partial<Recipe>): Recipe {
  return { ...recipe, ...change, mistakes: [...recipe.mistakes, made] };
}

function rateOf(terms: Terms, tier: number): number {
  return terms.rates[tier] ?? 0;
}

/** One tier is one tier: read as a whole or in slices, it pays the same. */
function methodChange(terms: Terms, tier: number | null): Change[] {
  if (terms.tiers.length < 2) return [];
  const method = terms.method === 'whole' ? 'marginal' : 'whole';
  const code = terms.method === 'whole' ? 'marginal-for-whole' : 'whole-for-marginal';
  // Sales by themselves have a rate each.
  const made = mistake(code, { rate: tier === null ? '' : rateOf(terms, tier) });
  return [
    (recipe) =>
      add(recipe, made, { schedule: new Schedule(recipe.terms.tiers, method, recipe.terms.boundary) }),
  ];
}

/** The revenue stands where a tier begins: the tier before it is the wrong one, or the one that it does not reach. */
function boundaryChange(terms: Terms, tier: number): Change {
  const inclusive = terms.boundary === 'inclusive';
  const boundary = inclusive ? 'exclusive' : 'inclusive';
  const used = inclusive ? tier - 1 : tier + 1;
  const details = {
    boundary: terms.boundary,
    usedRate: rateOf(terms, used),
    rightRate: rateOf(terms, tier),
  };
  return (recipe) =>
    add(recipe, mistake('boundary', details), {
      schedule: new Schedule(terms.tiers, terms.method, boundary),
    });
}

/** Another tier's rate, with its base pay or with the right one. */
function tierChanges(terms: Terms, right: number, beside: number | null): Change[] {
  const wrong = terms.tiers.map((_, tier) => tier).filter((tier) => tier !== right && tier !== beside);
  return wrong.flatMap((tier): Change[] => {
    const details = { order: '', usedRate: rateOf(terms, tier), rightRate: rateOf(terms, right) };
    const made = mistake('wrong-tier', details, Math.abs(tier - right));
    const ownBase: Change = (recipe) => add(recipe, made, { tier, base: recipe.base });
    if (terms.baseOf(tier) === terms.baseOf(right)) return [ownBase];
    return [ownBase, (recipe) => add(recipe, made, { tier, base: { tier: right } })];
  });
}

function alternativeChange(code: Alternative['code'], right: Terms, used: Terms, tier: number): Change {
  const details = {
    version: used.version,
    role: used.role,
    rightVersion: right.version,
    rightRole: right.role,
    rate: rateOf(right, tier),
  };
  return (recipe) =>
    recipe.terms === right
      ? add(recipe, mistake(code, details), {
          terms: used,
          credit: used.credit,
          byLine: used.byLine,
          schedule: new Schedule(used.tiers, used.method, used.boundary),
        })
      : null;
}

function baseChanges(terms: Terms, tier: number): Change[] {
  const right = terms.baseOf(tier);
  const changes: Change[] = [];
  if (right !== 0) {
    changes.push((recipe) => add(recipe, mistake('base-forgotten', { base: right }), { base: 'none' }));
  }
  const full = terms.fullBaseOf;
  if (full && full(tier) !== right) {
    const details = { fullBase: full(tier), rightBase: right };
    changes.push((recipe) => add(recipe, mistake('days-ignored', details), { base: 'full' }));
  }
  const seen = new Set([right, 0]);
  terms.tiers.forEach((_, other) => {
    const base = terms.baseOf(other);
    if (seen.has(base)) return;
    seen.add(base);
    changes.push((recipe) =>
      add(recipe, mistake('base-of-other-tier', { usedBase: base, rightBase: right }), {
        base: { tier: other },
      }),
    );
  });
  return changes;
}
