import { yuanOf, type Cents } from '../money';
import { seekBases, type BasisSeeker, type RevenueFacts, type SalesChange } from './bases';
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

export function sameFigures(a: Stated, b: Stated): boolean {
  return a.revenue === b.revenue && a.base === b.base && a.commission === b.commission && a.pay === b.pay;
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
  /** What is known of the revenue; null where it is not to be doubted. */
  readonly facts: RevenueFacts | null;
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
  const { recipes, rightRevenue, facts, outcomes } = trial;
  const found = new Finder(trial.stated, trial.rest, recipes?.right ?? null);
  const revenue = yuanOf(rightRevenue);
  if (recipes) {
    for (const recipe of recipes.wrong) found.tryRecipe(recipe, revenue);
    if (facts) seekBases(facts, found);
  }
  for (const outcome of outcomes) found.tryOutcome(outcome);
  return found.ranked();
}

function doubleMistakes({ stated, recipes, rightRevenue, rest, facts }: Trial): Explanation[] {
  if (!recipes) return [];
  const { right, wrong, wrongTwice } = recipes;
  const found = new Finder(stated, rest, null);
  const revenue = yuanOf(rightRevenue);
  for (const recipe of wrongTwice) found.tryRecipe(recipe, revenue);
  // A sheet that shows the revenue it reckoned with leaves no doubt which one it was.
  const shown = stated.revenue === null ? null : yuanOf(stated.revenue);
  const seeker: BasisSeeker = {
    wants(taken) {
      return shown === null || shown === taken;
    },
    take(taken, change, mistake) {
      const sales = rest.sales && change(rest.sales);
      const unread = reckon(right, taken, rest, sales).pay;
      for (const recipe of wrong) found.tryRecipe(recipe, taken, { mistake, sales, unread });
    },
  };
  if (facts) seekBases(facts, seeker);
  return found.ranked();
}

function byCost(explanations: readonly Explanation[]): Explanation[] {
  return [...explanations].sort((a, b) => a.cost - b.cost);
}

interface TakenWrongly {
  readonly mistake: Mistake;
  readonly sales: readonly number[] | null;
  /** What that revenue pays by the right recipe: a mistake that changes nothing of it was not made. */
  readonly unread: Cents | null;
}

class Finder implements BasisSeeker {
  private readonly found: Explanation[] = [];
  private readonly checked: ReturnType<typeof checkedAmount>;

  constructor(
    private readonly stated: Stated,
    private readonly rest: Rest,
    /** What revenues taken by mistake are reckoned by. */
    private readonly right: Recipe | null,
  ) {
    this.checked = checkedAmount(stated);
  }

  wants(revenue: number, change: SalesChange): boolean {
    const { right, checked, rest } = this;
    if (!right || !checked) return false;
    // Where only the sum counts, nothing is asked of the single sales.
    const sales = rest.sales && (right.credit === 'sale' || right.byLine) ? change(rest.sales) : null;
    return canComeTo(right, revenue, rest, checked.of, checked.cents, sales);
  }

  take(revenue: number, change: SalesChange, mistake: Mistake): void {
    const sales = this.rest.sales && change(this.rest.sales);
    if (this.right) this.tryRecipe(this.right, revenue, { mistake, sales, unread: null });
  }

  /** A recipe on a revenue in 元, which may itself have been taken by mistake. */
  tryRecipe(recipe: Recipe, revenue: number, taken: TakenWrongly | null = null): void {
    const { checked, rest } = this;
    const sales = taken ? taken.sales : rest.sales;
    if (!checked || !canComeTo(recipe, revenue, rest, checked.of, checked.cents, sales)) return;
    const reckoned = reckon(recipe, revenue, rest, sales);
    if (!this.reproduces(reckoned) || reckoned.pay === taken?.unread) return;
    const mistakes = taken ? [...recipe.mistakes, taken.mistake] : recipe.mistakes;
    this.add(mistakes, contradictions(this.stated, reckoned, revenue, rateShown(recipe, revenue, rest)));
  }

  tryOutcome({ mistakes, revenue, rate, reckoned }: Outcome): void {
    if (!this.reproduces(reckoned)) return;
    const taken = revenue === null ? null : yuanOf(revenue);
    this.add(mistakes, contradictions(this.stated, reckoned, taken, rate));
  }

  ranked(): Explanation[] {
    return byCost(this.found);
  }

  private reproduces(reckoned: Reckoned): boolean {
    return this.checked !== null && reckoned[this.checked.of] === this.checked.cents;
  }

  private add(mistakes: readonly Mistake[], { count, cost }: Contradictions): void {
    let sum = cost + SECOND_MISTAKE * (mistakes.length - 1);
    for (const mistake of mistakes) sum += mistake.cost;
    const place = this.found.findIndex((known) => alike(known.mistakes, mistakes));
    const known = this.found[place];
    if (known && known.cost <= sum) return;
    this.found[known ? place : this.found.length] = { mistakes, cost: sum, contradicted: count };
  }
}

interface Contradictions {
  readonly count: number;
  readonly cost: number;
}

/** Which stated cells would have read otherwise. */
function contradictions(
  stated: Stated,
  { base, commission }: Reckoned,
  revenue: number | null,
  rate: number | null,
): Contradictions {
  let [count, cost] = [0, 0];
  if (stated.revenue !== null && revenue !== null && yuanOf(stated.revenue) !== revenue) {
    count += 1;
    cost += CONTRADICTION.revenue;
  }
  if (stated.rate !== null && rate !== null && stated.rate !== rate) {
    count += 1;
    cost += CONTRADICTION.rate;
  }
  if (stated.base !== null && stated.base !== base) {
    count += 1;
    cost += CONTRADICTION.amount;
  }
  if (stated.commission !== null && stated.commission !== commission) {
    count += 1;
    cost += CONTRADICTION.amount;
  }
  return { count, cost };
}

function alike(one: readonly Mistake[], other: readonly Mistake[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ code, details }, index) => {
      const twin = other[index];
      return code === twin?.code && JSON.stringify(details) === JSON.stringify(twin.details);
    })
  );
}
