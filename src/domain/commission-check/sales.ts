import { centsOf } from '../money';
import type { OrderLine } from './bases';
import { mistake, type Mistake } from './reasons';
import type { Recipe } from './terms';

/** Mistakes with the sales of a month one by one, and with the running total that they belong to. */

/** One of the sales at another tier than its own, where each is held against the tiers by itself. */
export function saleChanges(right: Recipe, sales: readonly number[], orders: readonly OrderLine[]): Recipe[] {
  const { schedule, terms } = right;
  const members = sales.length * (terms.tiers.length - 1);
  return [...new Set(sales)].flatMap((sale) => {
    const own = schedule.tierOf(sale);
    const order = sales.length > 1 ? (orders.find(({ cents }) => cents === centsOf(sale))?.id ?? '') : '';
    return terms.tiers.flatMap(({ rate }, tier) => {
      if (
        tier === own ||
        rate.n * (terms.tiers[own]?.rate.d ?? 1n) === rate.d * (terms.tiers[own]?.rate.n ?? 0n)
      ) {
        return [];
      }
      const details = { order, usedRate: terms.rates[tier] ?? 0, rightRate: terms.rates[own] ?? 0 };
      return [changed(right, mistake('wrong-tier', details, members), { sale: { sale, tier } })];
    });
  });
}

/** Sales taken together that stand by themselves, or one by one that belong together; rounded so or so. */
export function salesRecipes(right: Recipe, sales: number): Recipe[] {
  const { credit, byLine, schedule } = right;
  const details = { orders: sales };
  const taken =
    credit === 'sale'
      ? changed(right, mistake('sum-for-each', details), { credit: 'month' })
      : credit === 'month'
        ? changed(right, mistake('each-for-sum', details), { credit: 'sale' })
        : null;
  const canRound = credit === 'sale' || (credit === 'month' && schedule.single);
  const rounded = mistake(byLine ? 'rounded-once' : 'rounded-per-order', details);
  return [...(taken ? [taken] : []), ...(canRound ? [changed(right, rounded, { byLine: !byLine })] : [])];
}

/** The month by itself, without the running total that it belongs to. */
export function totalRecipes(right: Recipe): Recipe[] {
  return [changed(right, mistake('total-ignored'), { credit: 'month' })];
}

function changed(recipe: Recipe, made: Mistake, change: Partial<Recipe>): Recipe {
  return { ...recipe, ...change, mistakes: [...recipe.mistakes, made] };
}
