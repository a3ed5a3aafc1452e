import type { planCheckProblems as en } from '../../en/problems/commission-plan-check';

const money = (yuan: number): string => `¥${yuan.toLocaleString('en', { maximumFractionDigits: 2 })}`;
const percent = (fraction: number): string =>
  `${(fraction * 100).toLocaleString('en', { maximumFractionDigits: 4 })}%`;
const level = (value: number, { measure }: { measure: string }): string =>
  measure === 'attainment' ? `指标的 ${percent(value)}` : money(value);

/** What the code calls a term, as the sheets call it. */
const TERMS: Readonly<Record<string, string>> = {
  override: '管理提成比例',
  cap: '封顶',
  guarantee: '保底',
  draw: '预支',
  base: '底薪',
  role: '角色',
  rate: '提成比例',
  'added-rate': '加点',
};
const named = (term: string): string => TERMS[term] ?? term;

export const planCheckProblems: typeof en = {
  'plan-open': (d) =>
    `方案“${d.version}”${d.role === '' ? '' : `里${d.role}的条款`}还有未定的选项：${d.choice}。请在方案表里填上。`,
  'plan-without-version': () => '方案里没有版本。请至少写一个版本和它的生效日期。',
  'plan-version-empty': (d) => `版本“${d.version}”的截止日期早于生效日期，请改正。`,
  'plan-version-mid-month': (d) =>
    `版本“${d.version}”在月中（${d.from}）生效。当月的业务按各自日期的版本计提，档位按整月收入定。`,
  'plan-versions-overlap': (d) =>
    `版本“${d.version}”和“${d.other}”${d.from === '' ? '' : `从 ${d.from} 起`}同时有效。请让前一个版本先截止。`,
  'plan-days-without-version': (d) =>
    `${d.from} 至 ${d.to} 没有版本有效（在“${d.version}”与“${d.other}”之间），这些天的业务不计提成。`,
  'plan-version-without-role': (d) => `版本“${d.version}”里没有角色。请写上角色和条款。`,
  'plan-vat-rate': (d) =>
    `版本“${d.version}”的税率 ${percent(d.rate)} 不对。请填 0% 以上、100% 以下，例如 6%。`,
  'plan-unlisted-role-unknown': (d) =>
    `人员名单里没有的人按“${d.role}”计薪，但版本“${d.version}”里没有这个角色。`,
  'plan-spiff-value': (d) =>
    `版本“${d.version}”里 ${d.product} 的专项奖励是 ${d.value}。金额不能为负，比例不能超过 100%。`,
  'plan-role-twice': (d) => `角色“${d.role}”在版本“${d.version}”里出现了两次，请删去一个。`,
  'plan-tier-not-a-number': (d) => `${d.role}第 ${d.tier} 档：起点、比例、底薪必须是数字。`,
  'plan-tier-negative': (d) =>
    `${d.role}第 ${d.tier} 档：起点、比例、底薪不能为负（${d.from}、${percent(d.rate)}、${d.base}）。`,
  'plan-tier-rate-above-one': (d) =>
    `${d.role}第 ${d.tier} 档：比例 ${percent(d.rate)} 超过 100%。百分之十请写 10%。`,
  'plan-tier-duplicate': (d) => `${d.role}第 ${d.tier} 档与上一档的起点都是 ${d.from}，请删去一档。`,
  'plan-tiers-unsorted': (d) =>
    `${d.role}第 ${d.tier} 档的起点 ${d.from} 低于上一档的 ${d.above}。请按起点从小到大排列。`,
  'plan-tier-empty': (d) =>
    `${d.role}第 ${d.tier} 档的止点 ${level(d.to, d)} 不高于起点 ${level(d.from, d)}，这一档是空的。`,
  'plan-tiers-end': (d) =>
    `${d.role}最后一档写到 ${level(d.to, d)} 为止，之上没有档位；按继续适用计算。最后一档的止点请留空。`,
  'plan-tiers-gap': (d) =>
    `${d.role}：${level(d.to, d)} 与 ${level(d.next, d)} 之间没有档位；按第 ${d.tier} 档一直到 ${level(d.next, d)} 计算。`,
  'plan-tiers-overlap': (d) =>
    `${d.role}：第 ${d.tier} 档写到 ${level(d.to, d)}，而下一档从 ${level(d.next, d)} 就开始；从那里起按下一档计算。`,
  'plan-tiers-start': (d) =>
    `${d.role}：第一档从 ${level(d.from, d)} 开始，不到的部分没有提成，也没有档位底薪。`,
  'plan-pay-falls': (d) =>
    `${d.role}：收入到 ${level(d.from, d)} 时，应发反而少 ${money(d.amount)}。请核对第 ${d.tier} 档的比例和底薪。`,
  'plan-cliff': (d) =>
    `${d.role}：收入一到 ${level(d.from, d)}，应发一下子多 ${money(d.amount)}。留意在这附近拆单、压单。`,
  'plan-tier-beyond-cap': (d) =>
    `${d.role}：提成封顶 ${money(d.cap)}，不到第 ${d.tier} 档（${level(d.from, d)}）就已封顶，这一档的比例用不上。`,
  'plan-needs-quota': (d) => `${d.role}：按完成率分档和超额加速都要有指标，但这个角色没有指标。请填上。`,
  'plan-override-without-quota': (d) => `${d.role}：管理提成要完成指标才有，但这个角色没有指标。请填上。`,
  'plan-streak-without-quota': (d) => `${d.role}：连续达标、未达标要对照指标，但这个角色没有指标。请填上。`,
  'plan-quota-amount': (d) => `${d.role}：指标 ${money(d.amount)} 无从谈完成与否，请填大于 0 的金额。`,
  'plan-quota-other-revenue': (d) =>
    `${d.role}：提成和指标看的不是同一份收入。按完成率分档和超额加速，用的是计提成的收入对照指标。`,
  'plan-accelerator-value': (d) =>
    `${d.role}：完成率 ${percent(d.past)} 以上、数值 ${d.rate} 的加速档不能用。完成率须大于 0，比例须在 0% 到 100% 之间。`,
  'plan-accelerator-twice': (d) => `${d.role}：有两个加速档都从指标的 ${percent(d.past)} 开始，请删去一个。`,
  'plan-accelerator-per-sale': (d) =>
    `${d.role}：逐单分档时，完成率 ${percent(d.past)} 以上的加速只能是在档位提成之外另加。`,
  'plan-streak-months': (d) => `${d.role}：连续 ${d.months} 个月无法计数，请填 1 以上的整数。`,
  'plan-amount-negative': (d) => `${d.role}：${named(d.term)}是 ${d.amount}，不能为负。`,
  'plan-override-rate': (d) => `${d.role}：管理提成比例 ${percent(d.rate)} 超过 100%。百分之一请写 1%。`,
  'plan-guarantee-above-cap': (d) =>
    `${d.role}：保底 ${money(d.guarantee)} 高于封顶 ${money(d.cap)}，人人都只拿保底。`,
  'plan-probation-months': (d) => `${d.role}：试用期 ${d.months} 个月不对，请填 1 以上的整数。`,
  'plan-probation-target': (d) =>
    `${d.role}：试用期第 ${d.from} 至 ${d.to} 个月的任务 ${money(d.amount)} 不在 ${d.months} 个月的试用期内，或与另一条任务重叠。`,
  'plan-exception-twice': (d) => `${d.person}在同一时期有两条“${named(d.term)}”例外，请删去一条或写明日期。`,
  'plan-exception-role-unknown': (d) => `${d.person}按“${d.role}”计薪，但方案里没有这个角色。`,
  'plan-exception-value': (d) =>
    `${d.person}的例外“${named(d.term)}”是 ${d.amount}。金额不能为负，比例不能超过 100%。`,
  'plan-exception-without-term': (d) =>
    `${d.person}有自己的${named(d.term)}，但没有一个角色写了${named(d.term)}。请先在角色里写上，说明怎么算。`,
};
