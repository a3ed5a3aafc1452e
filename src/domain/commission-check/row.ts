import { addMonths } from '../dates';
import { yuanOf, type Cents } from '../money';
import { checkedAmount, explain, type Explanation, type Outcome, type Stated } from './explain';
import { isAtBoundary, type ExpectedMonth, type ExpectedMonths, type Working } from './months';
import { mistake } from './reasons';
import { recipesOf, withoutParts, type Recipes } from './recipes';
import { NOTHING_ELSE, type Terms } from './terms';
import { typingSlips } from './typing';

/** Finds out how rows came to their amounts; keeps what rows of the same terms and tier have in common. */
export class RowExplainer {
  private readonly recipes = new Map<Terms, Map<number, Recipes>>();
  private readonly besides = new Map<number, readonly number[]>();

  constructor(private readonly months: ExpectedMonths) {}

  explain(stated: Stated, expected: ExpectedMonth): Explanation[] {
    const { revenue } = expected;
    const working = expected.working();
    const beside = this.months.beside(expected, this.monthsBeside(expected.month));
    const outcomes = this.outcomes(stated, expected, working, beside);
    if (!working) {
      return explain({
        stated,
        rightRevenue: revenue,
        recipes: null,
        rest: NOTHING_ELSE,
        facts: null,
        outcomes,
      });
    }
    const facts = this.months.facts(expected, stated.revenue, beside);
    const { rest } = working;
    const known = this.recipesOf(working, revenue);
    const { parts } = expected;
    const recipes: Recipes =
      parts.length === 0
        ? known
        : {
            right: known.right,
            wrong: [...known.wrong, ...withoutParts([known.right], parts)],
            wrongTwice: [...known.wrongTwice, ...withoutParts(known.wrong, parts)],
          };
    return explain({ stated, rightRevenue: revenue, recipes, rest, facts, outcomes });
  }

  private monthsBeside(month: number): readonly number[] {
    let beside = this.besides.get(month);
    if (!beside) this.besides.set(month, (beside = [addMonths(month, -1), addMonths(month, 1)]));
    return beside;
  }

  private recipesOf({ terms, right, alternatives }: Working, revenue: Cents): Recipes {
    const tier = right.schedule.tierOf(yuanOf(revenue));
    const atBoundary = isAtBoundary(terms, revenue);
    const key = 2 * tier + (atBoundary ? 1 : 0);
    let byTier = this.recipes.get(terms);
    if (!byTier) this.recipes.set(terms, (byTier = new Map<number, Recipes>()));
    let known = byTier.get(key);
    if (!known) byTier.set(key, (known = recipesOf(right, tier, atBoundary, alternatives())));
    return known;
  }

  /** What the row would hold if it had been taken from somewhere else. */
  private outcomes(
    stated: Stated,
    expected: ExpectedMonth,
    working: Working | null,
    beside: readonly ExpectedMonth[],
  ): Outcome[] {
    const checked = checkedAmount(stated);
    if (!checked) return [];
    const { of, cents } = checked;
    const { reckoned, revenue } = expected;
    const outcomes: Outcome[] = typingSlips(reckoned[of], cents).map((slip) => ({
      mistakes: [slip],
      revenue,
      rate: null,
      // Beside a slip in one cell the others stand as they should.
      reckoned: { ...reckoned, [of]: cents },
    }));
    for (const other of beside) {
      if (other.reckoned[of] !== cents) continue;
      outcomes.push(outcomeOf(other, mistake('row-of-other-month', { month: other.month }, beside.length)));
    }
    const person = of === 'pay' ? this.months.personWithPay(expected, cents) : null;
    if (person) outcomes.push(outcomeOf(person, mistake('row-of-other-person', { person: person.person })));
    const perOrder = working && roundedPerOrder(expected, working);
    if (perOrder) outcomes.push(perOrder);
    return outcomes;
  }
}

function outcomeOf({ reckoned, revenue }: ExpectedMonth, made: Outcome['mistakes'][number]): Outcome {
  return { mistakes: [made], revenue, rate: null, reckoned };
}

/** Each order's commission rounded by itself, where one rate holds for all. */
function roundedPerOrder({ orders, reckoned, revenue }: ExpectedMonth, working: Working): Outcome | null {
  const { schedule, terms } = working.right;
  if (!orders || orders.length < 2 || terms.boost || !schedule.single) return null;
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
