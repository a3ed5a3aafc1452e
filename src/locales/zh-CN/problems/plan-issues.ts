import type { planIssues as en } from '../../en/problems/plan-issues';

/** A figure with separators; what a plan says is shown as it is. */
const num = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
const pc = (rate: number): string => `${Number((rate * 100).toPrecision(12))}%`;
/** Where a tier begins: money, or a part of the quota. */
const start = (value: number, measure: string): string => (measure === 'attainment' ? pc(value) : num(value));

export const planIssues: typeof en = {
  'plan-without-version': () => '方案没有版本。请在版本表里写一行。',
  'plan-version-empty': (d) => `版本“${d.version}”的截止日早于生效日，请改正。`,
  'plan-version-mid-month': (d) => `版本“${d.version}”在月中（${d.from}）生效：那个月的业务按各自日期算。`,
  'plan-versions-overlap': (d) => `版本“${d.version}”和“${d.other}”的日期重叠。请让前一个先截止。`,
  'plan-days-without-version': (d) => `${d.from} 到 ${d.to} 没有生效的版本，这些天的业务不计提成。`,
  'plan-version-without-role': (d) => `版本“${d.version}”没有任何角色的档位或条款。`,
  'plan-vat-rate': (d) => `税率 ${pc(d.rate)} 不对，请填如 6%。`,
  'plan-unlisted-role-unknown': (d) => `人员表里没有的人要按“${d.role}”算，但方案里没有这个角色。`,
  'plan-spiff-value': (d) => `“${d.product}”的奖励 ${d.value} 不对，请填金额，或 100% 以内的比例。`,
  'plan-role-twice': (d) => `角色“${d.role}”在方案里出现了两次。`,
  'plan-exception-twice': (d) => `${d.person} 同一段日期里有两条同样的例外，请留一条。`,
  'plan-exception-role-unknown': (d) => `${d.person} 要按“${d.role}”算，但方案里没有这个角色。`,
  'plan-exception-value': (d) => `${d.person} 的例外 ${d.amount} 不是有效的数。`,
  'plan-exception-without-term': (d) => `${d.person} 有封顶、保底或预支的例外，但没有角色有这一条。`,
  'plan-tier-not-a-number': (d) => `第 ${d.tier} 档的起点、比例或底薪不是数。`,
  'plan-tier-negative': (d) => `第 ${d.tier} 档的起点、比例、底薪不能是负数。`,
  'plan-tier-rate-above-one': (d) => `第 ${d.tier} 档的比例 ${pc(d.rate)} 超过了全部收入，请填如 15%。`,
  'plan-tier-duplicate': (d) => `第 ${d.tier} 档的起点 ${num(d.from)} 和上一档相同。`,
  'plan-tiers-unsorted': (d) =>
    `第 ${d.tier} 档的起点 ${num(d.from)} 低于上一档（${num(d.above)}）。请从低到高排。`,
  'plan-tier-empty': (d) =>
    `第 ${d.tier} 档止于 ${start(d.to, d.measure)}，不高于起点 ${start(d.from, d.measure)}。`,
  'plan-tiers-end': (d) => `最后一档写着不到 ${start(d.to, d.measure)}，但再往上仍按这一档：以各档起点为准。`,
  'plan-tiers-gap': (d) =>
    `${start(d.to, d.measure)} 到 ${start(d.next, d.measure)} 之间没有档位：一直按低档算到 ${start(d.next, d.measure)}。`,
  'plan-tiers-overlap': (d) =>
    `${start(d.next, d.measure)} 到 ${start(d.to, d.measure)} 写了两档：从 ${start(d.next, d.measure)} 起按高档。`,
  'plan-tiers-start': (d) => `不到 ${start(d.from, d.measure)} 没有提成。`,
  'plan-pay-falls': (d) =>
    `到了 ${start(d.from, d.measure)} 反而少 ${num(d.amount)} 元：收入多了，应发少了。`,
  'plan-cliff': (d) => `到 ${start(d.from, d.measure)} 一下子多得 ${num(d.amount)} 元：要留意压单、拆单。`,
  'plan-tier-beyond-cap': (d) =>
    `到 ${start(d.from, d.measure)} 时已经封顶（${num(d.cap)} 元），这一档不会多发。`,
  'plan-needs-quota': () => '按完成率分档或加速要有指标。请加一行“每月指标”。',
  'plan-override-without-quota': () => '管理提成要看指标，但这个角色没有指标。',
  'plan-streak-without-quota': () => '连续达标要看指标，但这个角色没有指标。',
  'plan-quota-amount': (d) => `指标 ${num(d.amount)} 不对，请填大于 0 的数。`,
  'plan-quota-other-revenue': () => '指标和提成看的不是同一批人的收入。',
  'plan-accelerator-value': (d) => `完成率超过 ${pc(d.past)} 的加速比例不对。`,
  'plan-accelerator-twice': (d) => `有两条加速都从 ${pc(d.past)} 开始，请留一条。`,
  'plan-accelerator-per-sale': (d) => `每笔单独和档位比时，完成率超过 ${pc(d.past)} 的加速只能“另加”。`,
  'plan-streak-months': (d) => `连续 ${d.months} 个月不对，请填 1 以上的整数。`,
  'plan-amount-negative': (d) => `条款里有负数（${num(d.amount)}）。`,
  'plan-override-rate': (d) => `管理提成 ${pc(d.rate)} 超过了全部收入。`,
  'plan-guarantee-above-cap': (d) => `保底 ${num(d.guarantee)} 元高于封顶 ${num(d.cap)} 元。`,
  'plan-probation-months': (d) => `试用期 ${d.months} 个月不对，请填 1 以上的整数。`,
  'plan-probation-target': (d) =>
    `试用期第 ${d.from} 到 ${d.to} 个月的任务超出了 ${d.months} 个月，或与另一条重叠。`,
};
