import { addMonths } from '../dates';
import { yuanOf, type Cents } from '../money';
import { checkedAmount, explain, type Explanation, type Outcome, type Stated } from './explain';
import { isAtBoundary, type ExpectedMonth, type ExpectedMonths, type Working } from './months';
import { mistake } from './reasons';
import { recipesOf, withoutParts, type Recipes } from './recipes';
import { saleChanges, salesRecipes, totalRecipes } from './sales';
import { heldOf, NOTHING_ELSE, type Terms } from './terms';
import { typingSlips } from './typing';

/** Finds out how rows came to their amounts; keeps what rows of the same terms and tier have in common. */
export class RowExplainer {
  private readonly recipes = new Map<Terms, Map<string, Recipes>>();
  private readonly besides = new Map<number, readonly number[]>();

  constructor(private readonly months: ExpectedMonths) {}

  explain(stated: Stated, expected: ExpectedMonth): Explanation[] {
    const { revenue } = expected;
    const working = expected.working();
    const beside = this.months.beside(expected, this.monthsBeside(expected.month));
    const outcomes = this.outcomes(stated, expected, beside);
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
    const known = this.recipesOf(working, revenue, expected.orders);
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

  private recipesOf(working: Working, revenue: Cents, orders: ExpectedMonth['orders']): Recipes {
    const { terms, right, rest, alternatives } = working;
    const { schedule } = right;
    const held = heldOf(right, yuanOf(revenue), rest);
    const tier = schedule.tierOf(held);
    const oneByOne = terms.credit === 'sale' && rest.sales !== null;
    const looked = [...(oneByOne ? rest.sales : []), held, yuanOf(rest.before)];
    const standing = looked.find((amount) => isAtBoundary(terms, amount));
    const atBoundary = standing === undefined ? null : schedule.tierOf(standing);
    const key = `${tier}|${atBoundary}`;
    let byTier = this.recipes.get(terms);
    if (!byTier) this.recipes.set(terms, (byTier = new Map<string, Recipes>()));
    let known = byTier.get(key);
    if (!known) byTier.set(key, (known = recipesOf(right, tier, atBoundary, alternatives())));
    const more = [
      ...(oneByOne ? saleChanges(right, rest.sales, orders ?? []) : []),
      ...(rest.sales && rest.sales.length > 1 ? salesRecipes(right, rest.sales.length) : []),
      ...(rest.before === 0 ? [] : totalRecipes(right)),
    ];
    return more.length === 0 ? known : { ...known, wrong: [...known.wrong, ...more] };
  }

  /** What the row would hold if it had been taken from somewhere else. */
  private outcomes(stated: Stated, expected: ExpectedMonth, beside: readonly ExpectedMonth[]): Outcome[] {
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
    return outcomes;
  }
}

function outcomeOf({ reckoned, revenue }: ExpectedMonth, made: Outcome['mistakes'][number]): Outcome {
  return { mistakes: [made], revenue, rate: null, reckoned };
}
