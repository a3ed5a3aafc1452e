/** A figure with separators; what a plan says is shown as it is. */
const num = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
const pc = (rate: number): string => `${Number((rate * 100).toPrecision(12))}%`;
/** Where a tier begins: money, or a part of the quota. */
const start = (value: number, measure: string): string => (measure === 'attainment' ? pc(value) : num(value));

/** What is wrong or remarkable in a pay plan, by the code of the issue. */
export const planIssues = {
  'plan-without-version': () => 'The plan has no version. Give its table of versions a row.',
  'plan-version-empty': (d: { version: string }) =>
    `Version ${d.version} ends before it begins. Correct its days.`,
  'plan-version-mid-month': (d: { version: string; from: string }) =>
    `Version ${d.version} begins within a month (${d.from}): sales of that month are paid by their day.`,
  'plan-versions-overlap': (d: { version: string; other: string; from: string }) =>
    `Versions ${d.version} and ${d.other} hold on the same days. End the first before the second begins.`,
  'plan-days-without-version': (d: { from: string; to: string }) =>
    `No version holds from ${d.from} to ${d.to}: nothing is paid for sales of these days.`,
  'plan-version-without-role': (d: { version: string }) =>
    `Version ${d.version} has no tiers or terms for any role.`,
  'plan-vat-rate': (d: { rate: number }) => `The VAT rate ${pc(d.rate)} is none. Type one such as 6%.`,
  'plan-unlisted-role-unknown': (d: { role: string }) =>
    `People who are not in the team list are to be paid as ${d.role}, but the plan has no such role.`,
  'plan-spiff-value': (d: { product: string; value: number }) =>
    `The extra ${d.value} for ${d.product} is none. Type an amount, or a rate below 100%.`,
  'plan-role-twice': (d: { role: string }) => `The role ${d.role} stands in the plan twice.`,
  'plan-exception-twice': (d: { person: string }) =>
    `${d.person} has the same exception twice for the same days. Keep one.`,
  'plan-exception-role-unknown': (d: { person: string; role: string }) =>
    `${d.person} is to be paid as ${d.role}, but the plan has no such role.`,
  'plan-exception-value': (d: { person: string; amount: number }) =>
    `The exception ${d.amount} of ${d.person} is no possible amount.`,
  'plan-exception-without-term': (d: { person: string }) =>
    `${d.person} has an exception from a cap, guarantee or draw that no role has.`,
  'plan-tier-not-a-number': (d: { tier: number }) => `Tier ${d.tier}: start, rate or base is no number.`,
  'plan-tier-negative': (d: { tier: number }) => `Tier ${d.tier}: start, rate and base must not be negative.`,
  'plan-tier-rate-above-one': (d: { tier: number; rate: number }) =>
    `Tier ${d.tier} pays ${pc(d.rate)}, more than all of the revenue. Type a rate such as 15%.`,
  'plan-tier-duplicate': (d: { tier: number; from: number }) =>
    `Tier ${d.tier} begins at ${num(d.from)} like the one above it.`,
  'plan-tiers-unsorted': (d: { tier: number; from: number; above: number }) =>
    `Tier ${d.tier} begins at ${num(d.from)}, below the one above it (${num(d.above)}). Sort the tiers upwards.`,
  'plan-tier-empty': (d: { tier: number; from: number; to: number; measure: string }) =>
    `Tier ${d.tier} ends at ${start(d.to, d.measure)}, not above where it begins (${start(d.from, d.measure)}).`,
  'plan-tiers-end': (d: { to: number; measure: string }) =>
    `The last tier ends at ${start(d.to, d.measure)}, but its rate goes on above it: where tiers begin is what counts.`,
  'plan-tiers-gap': (d: { to: number; next: number; measure: string }) =>
    `Between ${start(d.to, d.measure)} and ${start(d.next, d.measure)} no tier is stated: the lower one goes on up to ${start(d.next, d.measure)}.`,
  'plan-tiers-overlap': (d: { to: number; next: number; measure: string }) =>
    `Two tiers are stated between ${start(d.next, d.measure)} and ${start(d.to, d.measure)}: from ${start(d.next, d.measure)} on the higher one holds.`,
  'plan-tiers-start': (d: { from: number; measure: string }) =>
    `Below ${start(d.from, d.measure)} nothing is earned.`,
  'plan-pay-falls': (d: { from: number; measure: string; amount: number }) =>
    `Reaching ${start(d.from, d.measure)} costs ${num(d.amount)}: pay falls there.`,
  'plan-cliff': (d: { from: number; measure: string; amount: number }) =>
    `Reaching ${start(d.from, d.measure)} earns ${num(d.amount)} more in one step: sales may be held back or split around it.`,
  'plan-tier-beyond-cap': (d: { from: number; measure: string; cap: number }) =>
    `From ${start(d.from, d.measure)} on the cap of ${num(d.cap)} is reached already: this tier pays nobody more.`,
  'plan-needs-quota': () =>
    'Tiers by attainment and accelerators need a quota. Add the term "Quota a month".',
  'plan-override-without-quota': () => 'The override needs the quota met, but the role has no quota.',
  'plan-streak-without-quota': () => 'Months running are counted by the quota, but the role has none.',
  'plan-quota-amount': (d: { amount: number }) =>
    `The quota ${num(d.amount)} is none. Type an amount above 0.`,
  'plan-quota-other-revenue': () =>
    'The quota counts other revenue than the commission: attainment and tiers look at different people.',
  'plan-accelerator-value': (d: { past: number }) =>
    `The accelerator past ${pc(d.past)} has no possible rate.`,
  'plan-accelerator-twice': (d: { past: number }) => `Two accelerators begin at ${pc(d.past)}. Keep one.`,
  'plan-accelerator-per-sale': (d: { past: number }) =>
    `Where each sale is held against the tiers by itself, the accelerator past ${pc(d.past)} can only come on top.`,
  'plan-streak-months': (d: { months: number }) =>
    `${d.months} months running are none. Type a whole number from 1 on.`,
  'plan-amount-negative': (d: { amount: number }) => `An amount of the terms is negative (${num(d.amount)}).`,
  'plan-override-rate': (d: { rate: number }) =>
    `The override of ${pc(d.rate)} is more than all of the revenue.`,
  'plan-guarantee-above-cap': (d: { cap: number; guarantee: number }) =>
    `The guarantee of ${num(d.guarantee)} is above the cap of ${num(d.cap)}.`,
  'plan-probation-months': (d: { months: number }) =>
    `A probation of ${d.months} months is none. Type a whole number from 1 on.`,
  'plan-probation-target': (d: { from: number; to: number; months: number }) =>
    `The probation target of months ${d.from} to ${d.to} does not fit into the ${d.months} months, or meets another one.`,
};
