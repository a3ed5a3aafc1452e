import { addMonths } from '../dates';
import { yuanOf, type Cents } from '../money';
import { basesOf } from './bases';
import { checkedAmount, explain, type Explanation, type Outcome, type Stated, type Way } from './explain';
import { isAtBoundary, type ExpectedMonth, type ExpectedMonths, type Working } from './months';
import { mistake } from './reasons';
import { recipesOf, withoutParts, type Recipes } from './recipes';
import { Schedule } from './schedule';
import { rateShown, reckon, type Recipe, type Rest, type Terms } from './terms';
import { typingSlips } from './typing';

/** Finds out how rows came to their amounts; keeps what rows of the same terms and tier have in common. */
export class RowExplainer {
  private readonly recipes = new Map<Terms, Map<string, Recipes>>();

  constructor(private readonly months: ExpectedMonths) {}

  explain(stated: Stated, expected: ExpectedMonth): Explanation[] {
    const { revenue } = expected;
    const working = expected.working();
    const beside = [addMonths(expected.month, -1), addMonths(expected.month, 1)];
    const facts = this.months.facts(expected, stated.revenue, beside);
    const shared = {
      stated,
      rightRevenue: revenue,
      outcomes: this.outcomes(stated, expected, working, beside),
    };
    if (!working) {
      const recipes = { right: steady(expected), wrong: [], wrongTwice: [] };
      return explain({ ...shared, ...recipes, bases: [] });
    }
    const { right, wrong, wrongTwice } = this.recipesOf(working, revenue);
    const way = (recipe: Recipe): Way => wayOf(recipe, working.rest);
    const parts = withoutParts([right], expected.parts);
    return explain({
      ...shared,
      right: way(right),
      wrong: [...wrong, ...parts].map(way),
      wrongTwice: [...wrongTwice, ...withoutParts(wrong, expected.parts)].map(way),
      bases: basesOf(facts),
    });
  }

  private recipesOf({ terms, alternatives }: Working, revenue: Cents): Recipes {
    const tier = new Schedule(terms.tiers, terms.method, terms.boundary).tierOf(yuanOf(revenue));
    const atBoundary = isAtBoundary(terms, revenue);
    const key = `${tier}${atBoundary ? '=' : ''}`;
    const byTier = this.recipes.get(terms) ?? new Map<string, Recipes>();
    this.recipes.set(terms, byTier);
    const known = byTier.get(key) ?? recipesOf(terms, tier, atBoundary, alternatives);
    byTier.set(key, known);
    return known;
  }

  /** What the row would hold if it had been taken from somewhere else. */
  private outcomes(
    stated: Stated,
    expected: ExpectedMonth,
    working: Working | null,
    beside: readonly number[],
  ): Outcome[] {
    const checked = checkedAmount(stated);
    if (!checked) return [];
    const { reckoned, revenue } = expected;
    const outcomes: Outcome[] = typingSlips(reckoned[checked.of], checked.cents).map((slip) => ({
      mistakes: [slip],
      revenue,
      rate: null,
      // Beside a slip in one cell the others stand as they should.
      reckoned: { ...reckoned, [checked.of]: checked.cents },
    }));
    for (const other of this.months.beside(expected, beside)) {
      outcomes.push(outcomeOf(other, mistake('row-of-other-month', { month: other.month }, beside.length)));
    }
    const person = checked.of === 'pay' ? this.months.personWithPay(expected, checked.cents) : null;
    if (person) outcomes.push(outcomeOf(person, mistake('row-of-other-person', { person: person.person })));
    const perOrder = working && roundedPerOrder(expected, working);
    if (perOrder) outcomes.push(perOrder);
    return outcomes;
  }
}

function wayOf(recipe: Recipe, rest: Rest): Way {
  return {
    mistakes: recipe.mistakes,
    reckon: (revenue) => reckon(recipe, revenue, rest),
    rate: (revenue) => rateShown(recipe, revenue),
  };
}

/** Pay that stays what it is whatever the revenue. */
function steady({ reckoned }: ExpectedMonth): Way {
  return { mistakes: [], reckon: () => reckoned, rate: () => null };
}

function outcomeOf({ reckoned, revenue }: ExpectedMonth, made: Outcome['mistakes'][number]): Outcome {
  return { mistakes: [made], revenue, rate: null, reckoned };
}

/** Each order's commission rounded by itself, where one rate holds for all. */
function roundedPerOrder({ orders, reckoned, revenue }: ExpectedMonth, { terms }: Working): Outcome | null {
  if (!orders || orders.length < 2 || terms.boost) return null;
  const schedule = new Schedule(terms.tiers, terms.method, terms.boundary);
  if (!schedule.single) return null;
  const tier = schedule.tierOf(yuanOf(revenue));
  const once = schedule.commission(yuanOf(revenue), tier);
  const each = orders.reduce<Cents>((sum, { cents }) => sum + schedule.commission(yuanOf(cents), tier), 0);
  if (each === once) return null;
  const { base, commission, pay } = reckoned;
  return {
    mistakes: [mistake('rounded-per-order', { orders: orders.length })],
    revenue,
    rate: null,
    reckoned: { base, commission: commission + each - once, pay: pay + each - once },
  };
}
