import { numberOf } from '../../domain/ratio';
import { yuanOf } from '../../domain/money';
import type { MonthRow } from './month-row';
import { amountOf, nextTier } from './plain';
import type { TermCells } from './term-cells';
import { isUniform } from './terms';
import { MILLION } from './writer';

/** The tier that a month reaches, and what its revenue earns by tiers and accelerators. */

/** The number of tiers reached, where a formula can say it; the base looks at it too. */
export function addTier(row: MonthRow): boolean {
  const { view, paid, terms, form } = row;
  const { role } = view.terms;
  const runsOn = role.credit === 'quarter-to-date' || role.credit === 'year-to-date';
  const byMonth = !runsOn || (role.tiers.length === 1 && role.tiers[0]?.from === 0);
  if (!terms || !isUniform(view) || role.tiers.length === 0) return false;
  const needsQuota = role.measure === 'attainment' || role.accelerators.length > 0;
  if (needsQuota && (paid.quota === null || paid.quota <= 0)) return false;
  const runs = form === 'running';
  if (!byMonth && !runs) return false;
  const cents = runs ? `ROUND(${row.at('before')}*100,0)+${row.at('cents')}` : row.at('cents');
  row.live('tier', terms.reached(`ABS(${cents})`, row.at('unit')), null);
  if (form === 'none') return true;
  const tier = row.at('tier');
  const reached = paid.tier === null ? undefined : role.tiers[paid.tier];
  row.live('from', `IF(${tier}=0,"",${terms.from(tier)})`, reached?.from ?? '');
  if (role.method === 'whole' || role.tiers.length === 1) {
    const rate = paid.tier === null ? undefined : view.terms.tiers[paid.tier]?.rate;
    row.live('rate', `IF(${tier}=0,"",${terms.rate(tier)}/${MILLION})`, rate ? numberOf(rate) : '');
  }
  return true;
}

/** `missed` is the condition that a probation's target is missed. */
export function addCommission(row: MonthRow, missed: string | null): void {
  const { view, paid, terms, form, setting } = row;
  const { role, version } = view.terms;
  const unpaid = paid.probationMonth !== null && role.probation?.commission === 'not-paid';
  const paysNothing = unpaid || role.tiers.length === 0;
  if (!terms || form === 'none' || !setting.sums.fewLooks || paysNothing) {
    for (const kind of ['commission', 'accelerator'] as const) {
      if (paysNothing || (amountOf(paid, kind) === 0 && kind === 'accelerator')) row.value(kind, 0);
      else row.built(kind);
    }
    return;
  }
  const commission = yuanOf(amountOf(paid, 'commission'));
  const ofMonth = (expression: string): string =>
    missed === null ? expression : `IF(${missed},0,${expression})`;
  if (form === 'each-row') {
    const picked = setting.sums.picked(view, role.basis ?? 'own', row.sumCells);
    const each = terms.counts(`${setting.sums.column('counted')}*100*${rateOf(row, terms)}/${MILLION}`);
    row.live('commission', ofMonth(`SUMPRODUCT(${picked}*ROUND(${each},0))/100`), commission);
    row.value('accelerator', 0);
    return;
  }
  const earned = (cents: string): string =>
    role.method === 'whole'
      ? terms.counts(`${cents}*${rateOf(row, terms)}/${MILLION}`)
      : terms.slices(cents, row.at('unit'));
  if (form === 'running') {
    const before = `ROUND(${row.at('before')}*100,0)`;
    const tierBefore = terms.reached(`ABS(${before})`, row.at('unit'));
    row.live('earned', earned(`(${before}+${row.at('cents')})`), null);
    row.live(
      'earnedBefore',
      role.method === 'whole'
        ? `IF(${tierBefore}=0,0,${terms.counts(`${before}*${terms.rate(tierBefore)}/${MILLION}`)})`
        : terms.slices(before, row.at('unit')),
      null,
    );
    row.live('commission', ofMonth(`ROUND(${row.at('earned')}-${row.at('earnedBefore')},0)/100`), commission);
    row.value('accelerator', 0);
    return;
  }
  row.live('earned', earned(row.at('cents')), null);
  const boosts = terms.accelerators.map((_, index) => addBoost(row, terms, index));
  const parts = boosts.map((cell) => `ROUND(${cell},0)`);
  const whole = `ROUND(${[row.at('earned'), ...boosts].join('+')},0)`;
  row.live(
    'commission',
    ofMonth(`${parts.length > 0 ? `(${[whole, ...parts].join('-')})` : whole}/100`),
    commission,
  );
  const accelerator = yuanOf(amountOf(paid, 'accelerator'));
  if (parts.length === 0) row.value('accelerator', 0);
  else row.live('accelerator', ofMonth(`(${parts.join('+')})/100`), accelerator);
  if (version.rounding === 'month') addNext(row, terms, missed);
}

/** The rate of the tier reached in millionths, 0 below the first. */
function rateOf(row: MonthRow, terms: TermCells): string {
  return `IF(${row.at('tier')}=0,0,${terms.rate(row.at('tier'))})`;
}

/** The revenue past a part of the quota, and what it earns more than by the tiers; answers with the latter's cell. */
function addBoost(row: MonthRow, terms: TermCells, index: number): string {
  const accelerator = terms.accelerators[index];
  const next = terms.accelerators[index + 1];
  const [past, boost] = [`past${index + 1}`, `boost${index + 1}`] as const;
  if (!accelerator) return '0';
  const unit = row.at('unit');
  const startOf = (cell: string): string => `ROUND(${cell}*${unit}/${MILLION},6)`;
  const cents = row.at('cents');
  const top = next ? `MIN(${cents},${startOf(next.past)})` : cents;
  row.live(past, `MAX(0,${top}-${startOf(accelerator.past)})`, null);
  const beyond = row.at(past);
  const { effect, rate } = accelerator;
  const start = startOf(accelerator.past);
  const byTiers =
    terms.terms.role.method === 'whole'
      ? terms.counts(`${beyond}*${rateOf(row, terms)}/${MILLION}`)
      : `(${terms.slicesOf(`(${start}+${beyond})`, unit)}-${terms.slicesOf(start, unit)})`;
  const own = terms.counts(`${beyond}*${rate}/${MILLION}`);
  const more =
    effect === 'extra'
      ? own
      : effect === 'instead'
        ? `${own}-${byTiers}`
        : `${byTiers}*(${rate}-${MILLION})/${MILLION}`;
  row.live(boost, `IF(${beyond}=0,0,${more})`, null);
  return row.at(boost);
}

/** How far the next tier is and what reaching it pays more; where tiers are of the month's revenue as it is listed. */
function addNext(row: MonthRow, terms: TermCells, missed: string | null): void {
  const { view, paid } = row;
  const { role, version, base } = view.terms;
  const simple =
    version.tax === 'as-listed' &&
    role.measure === 'revenue' &&
    role.accelerators.length === 0 &&
    base === null;
  if (!simple || missed !== null || paid.probationMonth !== null) return;
  const found = nextTier(view, paid.basis);
  const [cents, tier] = [row.at('cents'), row.at('tier')];
  const step = role.boundary === 'exclusive' ? 1 : 0;
  const start = `(ROUND(${terms.from(`(${tier}+1)`)}*100,0)+${step})`;
  const last = `OR(${tier}>=${role.tiers.length},${cents}<0)`;
  row.live('missing', `IF(${last},"",(${start}-${cents})/100)`, found ? yuanOf(found.missing) : '');
  const missing = row.at('missing');
  const next = `(${cents}+ROUND(${missing}*100,0))`;
  const earned =
    role.method === 'whole'
      ? `${next}*${terms.rate(`(${tier}+1)`)}/${MILLION}`
      : terms.slices(next, row.at('unit'));
  const more = `ROUND(${earned},0)/100-${row.at('commission')}+${baseOf(row, terms, `(${tier}+1)`)}-${baseOf(row, terms, tier)}`;
  row.live('gain', `IF(${missing}="","",ROUND(${more},2))`, found ? yuanOf(found.gain) : '');
}

/** Base pay of a tier in 元, with that of the role. */
export function baseOf(row: MonthRow, terms: TermCells, tier: string): string {
  const { roleBase, tiers } = row.view.terms.role;
  const ofTier = tiers.length === 0 ? '0' : `IF(${tier}=0,0,${terms.base(tier)})`;
  if (!roleBase) return ofTier;
  const own = terms.amount('roleBase');
  if (roleBase.with === 'adds') return `ROUND(${own}+${ofTier},2)`;
  return roleBase.with === 'higher' ? `MAX(${own},${ofTier})` : own;
}
