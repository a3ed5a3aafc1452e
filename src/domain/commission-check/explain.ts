import { yuanOf, type Cents } from '../money';
import type { Basis } from './bases';
import type { Mistake, Reckoned } from './reasons';
import type { Recipes } from './recipes';
import { canComeTo, rateShown, reckon, type Recipe, type Rest } from './terms';

/** What a row of the submitted sheet states; null where it has no such column or the cell is blank. */
export interface Stated {
  readonly revenue: Cents | null;
  readonly rate: number | null;
  readonly base: Cents | null;
  readonly commission: Cents | null;
  readonly pay: Cents | null;
}

/** A ready result that the row may have got from elsewhere: another person's, last month's, a slip of the hand. */
export interface Outcome {
  readonly mistakes: readonly Mistake[];
  readonly revenue: Cents | null;
  readonly rate: number | null;
  readonly reckoned: Reckoned;
}

/** Mistakes that together lead to exactly what was submitted. */
export interface Explanation {
  readonly mistakes: readonly Mistake[];
  readonly cost: number;
  /** Stated cells beside the amount that these mistakes would have made otherwise. */
  readonly contradicted: number;
}

export interface Trial {
  readonly stated: Stated;
  readonly rightRevenue: Cents;
  /** Null where the pay does not follow from the revenue by tiers: then only outcomes are tried. */
  readonly recipes: Recipes | null;
  readonly rest: Rest;
  readonly bases: readonly Basis[];
  readonly outcomes: readonly Outcome[];
}

const CONTRADICTION = { revenue: 1.5, rate: 1.5, amount: 2.5 } as const;
/** A second mistake in one row is that much less likely than one alone. */
const SECOND_MISTAKE = 2.5;

/** The amount of a row that is checked: its pay; its base and commission together; its commission alone. */
export function checkedAmount({ pay, base, commission }: Stated): {
  readonly of: 'pay' | 'commission';
  readonly cents: Cents;
} | null {
  if (pay !== null) return { of: 'pay', cents: pay };
  if (commission === null) return null;
  return base === null ? { of: 'commission', cents: commission } : { of: 'pay', cents: base + commission };
}

/**
 * All explanations of the submitted amount, the most likely first. Two mistakes together are looked for only where one
 * does not explain all that the row states, and named only where they do and no other two.
 */
export function explain(trial: Trial): Explanation[] {
  const single = singleMistakes(trial);
  if (single.some(({ contradicted }) => contradicted === 0)) return single;
  const believable = doubleMistakes(trial).filter(({ contradicted }) => contradicted === 0);
  return believable.length === 1 ? byCost([...believable, ...single]) : single;
}

function singleMistakes(trial: Trial): Explanation[] {
  const { recipes, rightRevenue, bases, outcomes } = trial;
  const found = new Finder(trial.stated, trial.rest);
  const revenue = yuanOf(rightRevenue);
  if (recipes) {
    for (const recipe of recipes.wrong) found.tryRecipe(recipe, revenue, null);
    for (const { revenue: taken, mistake } of bases) found.tryRecipe(recipes.right, taken, mistake);
  }
  for (const outcome of outcomes) found.tryOutcome(outcome);
  return found.ranked();
}

function doubleMistakes({ stated, recipes, rightRevenue, rest, bases }: Trial): Explanation[] {
  if (!recipes) return [];
  const { right, wrong, wrongTwice } = recipes;
  const found = new Finder(stated, rest);
  const revenue = yuanOf(rightRevenue);
  for (const recipe of wrongTwice) found.tryRecipe(recipe, revenue, null);
  // A sheet that shows the revenue it reckoned with leaves no doubt which one it was.
  const shown =
    stated.revenue === null ? bases : bases.filter((basis) => basis.revenue === yuanOf(stated.revenue ?? 0));
  for (const { revenue: taken, mistake } of shown) {
    const unread = reckon(right, taken, rest).pay;
    for (const recipe of wrong) found.tryRecipe(recipe, taken, mistake, unread);
  }
  return found.ranked();
}

function byCost(explanations: readonly Explanation[]): Explanation[] {
  return [...explanations].sort((a, b) => a.cost - b.cost);
}

class Finder {
  private readonly found = new Map<string, Explanation>();
  private readonly checked: ReturnType<typeof checkedAmount>;

  constructor(
    private readonly stated: Stated,
    private readonly rest: Rest,
  ) {
    this.checked = checkedAmount(stated);
  }

  /**
   * A recipe on a revenue in 元, which may itself have been taken by mistake. `unread` is what that revenue pays by the
   * right recipe: a mistake that changes nothing of it was not made.
   */
  tryRecipe(recipe: Recipe, revenue: number, taken: Mistake | null, unread: Cents | null = null): void {
    if (!this.checked || !canComeTo(recipe, revenue, this.rest, this.checked.of, this.checked.cents)) return;
    const reckoned = reckon(recipe, revenue, this.rest);
    if (!this.reproduces(reckoned) || reckoned.pay === unread) return;
    const mistakes = taken ? [...recipe.mistakes, taken] : recipe.mistakes;
    this.add(mistakes, this.contradictions(reckoned, revenue, rateShown(recipe, revenue)));
  }

  tryOutcome({ mistakes, revenue, rate, reckoned }: Outcome): void {
    if (!this.reproduces(reckoned)) return;
    this.add(mistakes, this.contradictions(reckoned, revenue === null ? null : yuanOf(revenue), rate));
  }

  ranked(): Explanation[] {
    return byCost([...this.found.values()]);
  }

  private reproduces(reckoned: Reckoned): boolean {
    return this.checked !== null && reckoned[this.checked.of] === this.checked.cents;
  }

  private contradictions(
    { base, commission }: Reckoned,
    revenue: number | null,
    rate: number | null,
  ): { readonly count: number; readonly cost: number } {
    const { stated } = this;
    let count = 0;
    let cost = 0;
    const contradicts = (weight: number): void => {
      count += 1;
      cost += weight;
    };
    if (stated.revenue !== null && revenue !== null && yuanOf(stated.revenue) !== revenue)
      contradicts(CONTRADICTION.revenue);
    if (stated.rate !== null && rate !== null && stated.rate !== rate) contradicts(CONTRADICTION.rate);
    if (stated.base !== null && stated.base !== base) contradicts(CONTRADICTION.amount);
    if (stated.commission !== null && stated.commission !== commission) contradicts(CONTRADICTION.amount);
    return { count, cost };
  }

  private add(mistakes: readonly Mistake[], { count, cost }: { count: number; cost: number }): void {
    const key = mistakes.map(({ code, details }) => `${code}${JSON.stringify(details)}`).join('+');
    const sum =
      mistakes.reduce((total, mistake) => total + mistake.cost, cost) +
      SECOND_MISTAKE * (mistakes.length - 1);
    const known = this.found.get(key);
    if (known && known.cost <= sum) return;
    this.found.set(key, { mistakes, cost: sum, contradicted: count });
  }
}
