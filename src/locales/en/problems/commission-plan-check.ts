interface Terms {
  readonly version: string;
  readonly role: string;
}

interface TierStep extends Terms {
  readonly tier: number;
  readonly from: number;
  readonly measure: string;
}

const money = (yuan: number): string => `¥${yuan.toLocaleString('en', { maximumFractionDigits: 2 })}`;
const percent = (fraction: number): string =>
  `${(fraction * 100).toLocaleString('en', { maximumFractionDigits: 4 })}%`;
const level = (value: number, { measure }: { measure: string }): string =>
  measure === 'attainment' ? `${percent(value)} of the quota` : money(value);

/** What a check of a pay plan finds. */
export const planCheckProblems = {
  'plan-open': (d: { choice: string; version: string; role: string }) =>
    `The plan "${d.version}"${d.role === '' ? '' : ` does not say for ${d.role}`}: ${d.choice} is still open. Fill it in on the plan sheet.`,
  'plan-without-version': () => 'The plan has no version. Add one with the day from which it holds.',
  'plan-version-empty': (d: { version: string }) =>
    `Version "${d.version}" ends before it begins. Correct its days.`,
  'plan-version-mid-month': (d: { version: string; from: string }) =>
    `Version "${d.version}" begins within a month (${d.from}). Sales of that month are paid by the version of their day, at the tier of the whole month's revenue.`,
  'plan-versions-overlap': (d: { version: string; other: string; from: string }) =>
    `Versions "${d.version}" and "${d.other}" both hold${d.from === '' ? '' : ` from ${d.from}`}. End the first before the second begins.`,
  'plan-days-without-version': (d: { version: string; other: string; from: string; to: string }) =>
    `From ${d.from} to ${d.to} no version holds, between "${d.version}" and "${d.other}". Sales of these days are not paid.`,
  'plan-version-without-role': (d: { version: string }) =>
    `Version "${d.version}" has no role. Add one with its terms.`,
  'plan-vat-rate': (d: { version: string; rate: number }) =>
    `Version "${d.version}": a VAT rate of ${percent(d.rate)} can't be. Give one from 0% to below 100%, such as 6%.`,
  'plan-unlisted-role-unknown': (d: Terms) =>
    `People whom the team list does not name are to be paid as "${d.role}", but version "${d.version}" has no such role.`,
  'plan-spiff-value': (d: { version: string; product: string; value: number }) =>
    `The SPIFF for ${d.product} in version "${d.version}" is ${d.value}. Give an amount of 0 or more, or a rate up to 100%.`,
  'plan-role-twice': (d: Terms) =>
    `Role "${d.role}" stands twice in version "${d.version}". Remove one of the two.`,
  'plan-tier-not-a-number': (d: Terms & { tier: number }) =>
    `${d.role}, tier ${d.tier}: from, rate and base have to be numbers.`,
  'plan-tier-negative': (d: TierStep & { rate: number; base: number }) =>
    `${d.role}, tier ${d.tier}: from, rate and base can't be below 0 (${d.from}, ${percent(d.rate)}, ${d.base}).`,
  'plan-tier-rate-above-one': (d: Terms & { tier: number; rate: number }) =>
    `${d.role}, tier ${d.tier}: a rate of ${percent(d.rate)} is more than 100%. Write 10% for ten percent.`,
  'plan-tier-duplicate': (d: TierStep) =>
    `${d.role}, tier ${d.tier} begins at ${d.from} as the tier above does. Remove one of the two.`,
  'plan-tiers-unsorted': (d: TierStep & { above: number }) =>
    `${d.role}, tier ${d.tier} begins at ${d.from}, below the ${d.above} of the tier above. Sort the tiers by from, ascending.`,
  'plan-tier-empty': (d: TierStep & { to: number }) =>
    `${d.role}, tier ${d.tier} ends at ${level(d.to, d)}, not above its beginning ${level(d.from, d)}. Nothing is in it.`,
  'plan-tiers-end': (d: TierStep & { to: number }) =>
    `${d.role}: the last tier ends at ${level(d.to, d)} and no other follows; it is taken to go on. Leave "to" blank there.`,
  'plan-tiers-gap': (d: TierStep & { to: number; next: number }) =>
    `${d.role}: between ${level(d.to, d)} and ${level(d.next, d)} there is no tier; tier ${d.tier} is taken to go on up to ${level(d.next, d)}.`,
  'plan-tiers-overlap': (d: TierStep & { to: number; next: number }) =>
    `${d.role}: tier ${d.tier} goes up to ${level(d.to, d)}, but the next begins at ${level(d.next, d)} already, and holds from there.`,
  'plan-tiers-start': (d: TierStep) =>
    `${d.role}: the first tier begins at ${level(d.from, d)}; revenue below earns no commission and no base of a tier.`,
  'plan-pay-falls': (d: TierStep & { amount: number }) =>
    `${d.role}: at ${level(d.from, d)} pay falls by ${money(d.amount)} although revenue grows. Check rate and base of tier ${d.tier}.`,
  'plan-cliff': (d: TierStep & { amount: number }) =>
    `${d.role}: reaching ${level(d.from, d)} pays ${money(d.amount)} more at one stroke. Watch for revenue that is split or held back around it.`,
  'plan-tier-beyond-cap': (d: TierStep & { cap: number }) =>
    `${d.role}: commission is capped at ${money(d.cap)} before tier ${d.tier} begins (${level(d.from, d)}), so its rate never pays.`,
  'plan-needs-quota': (d: Terms) =>
    `${d.role}: tiers by attainment and accelerators need a quota, and the role has none. Give it one.`,
  'plan-override-without-quota': (d: Terms) =>
    `${d.role}: the override is paid when the quota is reached, and the role has none. Give it one.`,
  'plan-streak-without-quota': (d: Terms) =>
    `${d.role}: months met or missed are counted against a quota, and the role has none. Give it one.`,
  'plan-quota-amount': (d: Terms & { amount: number }) =>
    `${d.role}: a quota of ${money(d.amount)} can't be reached or missed. Give an amount above 0.`,
  'plan-quota-other-revenue': (d: Terms) =>
    `${d.role}: commission and quota look at different revenue. Tiers by attainment and accelerators hold the commission's revenue against the quota.`,
  'plan-accelerator-value': (d: Terms & { past: number; rate: number }) =>
    `${d.role}: the accelerator past ${percent(d.past)} with ${d.rate} can't be used. Give an attainment above 0 and a rate from 0% to 100%.`,
  'plan-accelerator-twice': (d: Terms & { past: number }) =>
    `${d.role}: two accelerators begin at ${percent(d.past)} of the quota. Remove one of the two.`,
  'plan-accelerator-per-sale': (d: Terms & { past: number }) =>
    `${d.role}: where each sale is held against the tiers by itself, the accelerator past ${percent(d.past)} can only come on top of the tiers.`,
  'plan-streak-months': (d: Terms & { months: number }) =>
    `${d.role}: ${d.months} months running can't be counted. Give a whole number from 1.`,
  'plan-amount-negative': (d: Terms & { term: string; amount: number }) =>
    `${d.role}: ${d.term} is ${d.amount}. Give 0 or more.`,
  'plan-override-rate': (d: Terms & { rate: number }) =>
    `${d.role}: an override of ${percent(d.rate)} is more than 100%. Write 1% for one percent.`,
  'plan-guarantee-above-cap': (d: Terms & { cap: number; guarantee: number }) =>
    `${d.role}: ${money(d.guarantee)} are guaranteed but pay is capped at ${money(d.cap)}; everybody gets the guarantee.`,
  'plan-probation-months': (d: Terms & { months: number }) =>
    `${d.role}: a probation of ${d.months} months can't be. Give a whole number from 1.`,
  'plan-probation-target': (d: Terms & { from: number; to: number; months: number; amount: number }) =>
    `${d.role}: the probation target of ${money(d.amount)} for months ${d.from} to ${d.to} does not fit a probation of ${d.months} months, or another target is for the same month.`,
  'plan-exception-twice': (d: { person: string; term: string }) =>
    `${d.person} has two exceptions for "${d.term}" at the same time. Remove one of the two or give them days.`,
  'plan-exception-role-unknown': (d: { person: string; role: string }) =>
    `${d.person} is to be paid as "${d.role}", but the plan has no such role.`,
  'plan-exception-value': (d: { person: string; term: string; amount: number }) =>
    `The exception "${d.term}" of ${d.person} is ${d.amount}. Give an amount of 0 or more, or a rate up to 100%.`,
  'plan-exception-without-term': (d: { person: string; term: string }) =>
    `${d.person} has a ${d.term} of their own, but no role has one. Give the role a ${d.term} first, which says how it works.`,
};
