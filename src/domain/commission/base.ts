import { centsOf, type Cents } from '../money';
import type { PayBook, View } from './book';
import { prorated } from './parts';
import type { Days, PayAmount, Rule } from './pay';
import type { Terms } from './people';
import { probationOf } from './probation';

/** Says which tier's base a month is paid. */
export interface BaseTiers {
  readonly baseTier: (view: View, terms: Terms) => number | null;
}

type BaseRule = Extract<Rule, { readonly base: Cents }>;

/** Base pay of a month: one amount for each stretch of days with its own terms, where days count. */
export function basePay(book: PayBook, view: View, tiers: BaseTiers): PayAmount[] {
  const { terms, stretches, days } = view;
  const whole = stretches.length === 1 && days.active === days.total;
  if (whole || terms.version.proration === 'none') return paid(ruleOf(book, view, terms, tiers), null);
  // Working days are those of the last day's terms, so that all stretches are parts of one total.
  const counted = stretches.map((stretch) => ({
    terms: stretch.terms,
    active: book.daysOf(terms, stretch.from, stretch.to),
  }));
  const byTerms = [...new Set(counted.map((each) => each.terms))].map((each) => ({
    terms: each,
    active: counted.reduce((sum, stretch) => sum + (stretch.terms === each ? stretch.active : 0), 0),
  }));
  return byTerms.flatMap(({ terms: own, active }) => {
    const part = active === days.total ? null : { active, total: days.total };
    return paid(ruleOf(book, view, own, tiers), part);
  });
}

function paid(rule: BaseRule | null, days: Days | null): PayAmount[] {
  if (!rule || rule.base === 0) return [];
  const cents = days ? prorated(rule.base, days.active, days.total) : rule.base;
  return [{ kind: 'base', cents, rule: days ? { ...rule, days } : rule, rows: [] }];
}

function ruleOf(book: PayBook, view: View, terms: Terms, tierOf: BaseTiers): BaseRule | null {
  const days = null;
  if (terms.base !== null) return { code: 'person-base', base: centsOf(terms.base), days };
  const probation = terms.role.probation ? probationOf(book, view) : null;
  if (probation) {
    const { month, target, counted } = probation;
    const base = centsOf(probation.base);
    return probation.missed && target !== null
      ? { code: 'probation-missed', month, base, target, counted, days }
      : { code: 'probation-base', month, base, days };
  }
  const { roleBase, tiers } = terms.role;
  const tier = tierOf.baseTier(view, terms);
  const tierBase = tier === null ? 0 : centsOf(tiers[tier]?.base ?? 0);
  if (!roleBase) return tier === null ? null : { code: 'tier-base', tier, base: tierBase, days };
  const own = centsOf(roleBase.amount ?? 0);
  const base =
    roleBase.with === 'adds' ? own + tierBase : roleBase.with === 'higher' ? Math.max(own, tierBase) : own;
  return { code: 'role-base', base, tierBase, days };
}
