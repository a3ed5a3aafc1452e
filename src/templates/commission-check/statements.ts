import { heldOf, reckon } from '../../domain/commission-check/terms';
import type { ExpectedMonth, Working } from '../../domain/commission-check/months';
import { yuanOf, type Cents } from '../../domain/money';
import { numberOf, ratioCents } from '../../domain/ratio';
import { moneyText, monthText, rateText, type CheckTexts } from './sentences';

/** How a month was reckoned, so that the person whom it is about can follow it. */
export function workingText(t: CheckTexts, expected: ExpectedMonth): string {
  const s = t.statement;
  const { reckoned, paid } = expected;
  const parts = [commissionText(t, expected)];
  if (reckoned.base !== 0) parts.push(s.plus({ what: t.kinds.base, amount: moneyText(reckoned.base) }));
  for (const { kind, cents } of expected.parts) {
    parts.push(s.plus({ what: t.kinds[kind], amount: moneyText(cents) }));
  }
  parts.push(s.due({ pay: moneyText(paid.pay) }));
  const next = nextTier(expected);
  if (next) parts.push(s.next({ missing: moneyText(next.missing), gain: moneyText(next.gain) }));
  return parts.join(s.joint) + s.end;
}

function commissionText(t: CheckTexts, expected: ExpectedMonth): string {
  const s = t.statement;
  const { paid, revenue } = expected;
  const month = monthText(t, expected.month);
  const commission = moneyText(
    paid.amounts.reduce((sum, { kind, cents }) => sum + (kind === 'commission' ? cents : 0), 0),
  );
  const rules = paid.amounts.flatMap(({ kind, rule }) => (kind === 'commission' ? [rule] : []));
  const [first] = rules;
  const terms = expected.working()?.terms;
  if (first?.code === 'whole' && terms) {
    const from = terms.tiers[first.tier]?.from;
    return s.whole({
      month,
      revenue: moneyText(first.revenue),
      from: moneyText(from ? ratioCents(from) : 0),
      rate: rateText(first.rate),
      commission,
    });
  }
  const slices = rules.flatMap((rule) =>
    rule.code === 'slice' ? [s.slice({ revenue: moneyText(rule.revenue), rate: rateText(rule.rate) })] : [],
  );
  if (slices.length > 0 && slices.length === rules.length) {
    return s.slices({ month, revenue: moneyText(revenue), slices: slices.join(' + '), commission });
  }
  return s.flat({ month, revenue: moneyText(revenue), commission });
}

/** How much revenue was missing to the next tier, and what it would have paid; null in the last tier. */
function nextTier(expected: ExpectedMonth): { readonly missing: Cents; readonly gain: Cents } | null {
  const working = expected.working();
  if (!working || working.terms.method !== 'whole' || working.terms.credit === 'sale') return null;
  const start = nextStart(working, expected.revenue);
  if (start === null) return null;
  const there = reckon(working.right, yuanOf(start), { ...working.rest, sales: null });
  const gain = there.pay - expected.reckoned.pay;
  return gain > 0 ? { missing: start - expected.revenue, gain } : null;
}

/** The month's revenue with which the next tier is reached. */
function nextStart({ terms, right, rest }: Working, revenue: Cents): Cents | null {
  const { tiers, boundary, credit } = terms;
  const tier = tiers[right.schedule.tierOf(heldOf(right, yuanOf(revenue), rest)) + 1];
  if (!tier || numberOf(tier.from) <= 0) return null;
  const cents = ratioCents(tier.from) - (credit === 'to-date' ? rest.before : 0);
  return boundary === 'exclusive' ? cents + 1 : cents;
}
