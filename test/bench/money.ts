import Decimal from 'decimal.js';
import { commissionPlan, type Tier } from '../../src/domain/commission/tiers';
import { medians, print, random } from './measure';

const TIERS: readonly Tier[] = [
  { from: 0, rate: 0.035 },
  { from: 20000, rate: 0.055 },
  { from: 40000, rate: 0.0825 },
  { from: 60000, rate: 0.1175 },
];
const COUNT = 50_000;

/** What a person would write with a decimal library: the same rule, rounded once to the 分. */
function decimalPay(tiers: readonly { from: Decimal; rate: Decimal }[], revenue: number): number {
  const amount = new Decimal(revenue);
  let commission = new Decimal(0);
  tiers.forEach(({ from, rate }, index) => {
    if (amount.lte(from)) return;
    const next = tiers[index + 1]?.from;
    const top = next && amount.gt(next) ? next : amount;
    commission = commission.plus(top.minus(from).times(rate));
  });
  return commission.times(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
}

function floatPay(revenue: number): number {
  let commission = 0;
  TIERS.forEach(({ from, rate }, index) => {
    const top = Math.min(revenue, TIERS[index + 1]?.from ?? Infinity);
    if (revenue > from) commission += (top - from) * rate;
  });
  return Math.round(commission * 100);
}

/** 50,000 marginal commissions to the 分: exact plan, decimal.js, and floats with the count of wrong results. */
export function run(): void {
  const below = random(1);
  const revenues = Array.from({ length: COUNT }, () => below(10_000_000) / 100);
  const plan = commissionPlan(TIERS, 'marginal');
  const decimalTiers = TIERS.map(({ from, rate }) => ({ from: new Decimal(from), rate: new Decimal(rate) }));
  const times = medians(
    [
      { name: 'commission plan (integer 分)', run: () => revenues.map(plan.pay) },
      { name: 'floats and Math.round', run: () => revenues.map(floatPay) },
      { name: 'decimal.js', run: () => revenues.map((revenue) => decimalPay(decimalTiers, revenue)) },
    ],
    9,
  );
  print(`${COUNT.toLocaleString('en')} marginal commissions`, times);
  const wrong = (pay: (revenue: number) => number) =>
    revenues.filter((revenue) => pay(revenue) !== decimalPay(decimalTiers, revenue)).length;
  console.log(`  differ from decimal.js: plan ${wrong(plan.pay)}, floats ${wrong(floatPay)}`);
}

if (require.main === module) run();
