import { probationOf } from '../../domain/commission/probation';
import { yuanOf } from '../../domain/money';
import { literal } from '../formula';
import { revenueBefore } from './counted';
import type { MonthRow } from './month-row';
import { MILLION } from './writer';

/** What a month is computed from: its revenue, the quota and what is held against it, the target of a probation. */

export function addRevenue(row: MonthRow): void {
  const { view, paid, terms, book } = row;
  const { sums } = row.setting;
  const whose = view.terms.role.basis ?? 'own';
  const listed = book.sum(view, whose, view.month);
  if (!terms || !sums.fewLooks) {
    row.figure('listed', listed);
    row.figure('revenue', paid.basis);
    return;
  }
  const sum = `ROUND(${sums.of(view, whose, row.sumCells)},2)`;
  const isListed = view.terms.version.tax === 'as-listed';
  if (row.has('listed')) row.live('listed', sum, yuanOf(listed));
  const counts = isListed ? row.at('listed') : `ROUND(${terms.counts(row.at('listed'))},2)`;
  row.live('revenue', row.has('listed') ? counts : sum, yuanOf(paid.basis));
  row.live('cents', `ROUND(${row.at(row.has('listed') ? 'listed' : 'revenue')}*100,0)`, null);
}

/** What the page of one person looks the rows and their terms up by. */
export function addLookups(row: MonthRow): void {
  const { terms, view } = row;
  const whose = view.terms.role.basis ?? 'own';
  const isTeam = whose === 'team' && view.team !== null;
  row.value('whose', whose === 'all' ? 3 : isTeam ? 2 : 1);
  if (!terms) return;
  row.value('terms', terms.number);
  if (row.has('unit') && view.terms.role.measure === 'attainment')
    row.live('scale', `N(${row.at('unit')})`, null);
  else row.value('scale', MILLION);
}

/** The revenue of the running total before this month, as amounts are listed. */
export function addBefore(row: MonthRow): void {
  const { view, earlier, book, setting } = row;
  const { credit, basis } = view.terms.role;
  const since = credit === 'quarter-to-date' ? view.month - (view.month % 3) : view.month - (view.month % 12);
  const before = revenueBefore(book, view, since, basis ?? 'own');
  const previous =
    earlier !== null && setting.digest.months[0] !== view.month ? monthOfRow(row, earlier) : null;
  if (previous !== null && previous >= since) {
    const amount = row.at(row.has('listed') ? 'listed' : 'revenue', earlier ?? 0);
    row.live('before', `N(${row.at('before', earlier ?? 0)})+${amount}`, yuanOf(before));
  } else if (before === 0) row.value('before', 0);
  else row.figure('before', before);
}

function monthOfRow({ setting, month, view }: MonthRow, row: number): number {
  const people = setting.digest.people.length;
  return view.month - Math.ceil((month.first - row) / people);
}

export function addQuota(row: MonthRow): void {
  const { view, paid, terms, book, setting } = row;
  const { quota: rule } = view.terms.role;
  if (paid.quota === null || !rule || !terms) return;
  const own = book.request.quotas.find(({ person, month }) => person === view.person && month === view.month);
  const { proration, quotaProration } = view.terms.version;
  const prorated = proration !== 'none' && quotaProration === 'prorated';
  const amount = own ? String(yuanOf(own.amount)) : terms.amount('quota');
  const cents = `ROUND(${amount}*100,0)${prorated ? `*${row.at('active')}/${row.at('total')}` : ''}`;
  if (own && !prorated) row.figure('quota', paid.quota);
  else row.live('quota', prorated ? `ROUND(${cents},0)/100` : amount, yuanOf(paid.quota));
  if (row.has('unit')) row.live('unit', terms.listed(cents), null);
  const on = rule.on ?? 'own';
  const { t, sums } = setting;
  if (!sums.fewLooks) {
    row.figure('quotaRevenue', paid.quotaRevenue ?? 0);
    row.value('met', paid.met === true ? t.yes : t.no);
    return;
  }
  const sum = sums.of(view, on, row.sumCells);
  const same = on === (view.terms.role.basis ?? 'own');
  row.live(
    'quotaRevenue',
    same ? row.at('revenue') : `ROUND(${terms.counts(`(${sum})`)},2)`,
    yuanOf(paid.quotaRevenue ?? 0),
  );
  const exact = prorated || view.terms.version.tax !== 'as-listed';
  const reaches = exact
    ? `ROUND(${terms.counts(`ROUND((${sum})*100,0)`)}-${cents},6)>=0`
    : `${row.at('quotaRevenue')}>=${row.at('quota')}`;
  row.live('met', `IF(${reaches},${literal(t.yes)},${literal(t.no)})`, paid.met === true ? t.yes : t.no);
}

/** Month, target and what counts for it; answers with the condition that it is missed, null without a target. */
export function addProbation(row: MonthRow): string | null {
  const { view, terms, book, setting } = row;
  const found = probationOf(book, view);
  const rule = view.terms.role.probation;
  if (!found || !rule || !terms) return null;
  row.value('trial', found.month);
  const index = rule.targets.findIndex(
    ({ fromMonth, toMonth }) => fromMonth <= found.month && found.month <= toMonth,
  );
  const target = rule.targets[index];
  const cell = terms.targets[index];
  if (!target || cell === undefined) return null;
  row.live('trialTarget', cell, target.amount);
  const first = view.month - found.month + 1;
  const since = { month: view.month, 'since-start': first, 'since-target': first + target.fromMonth - 1 }[
    rule.counting ?? 'month'
  ];
  const shown = setting.digest.months[0] ?? view.month;
  const stays = view.terms.version.clawback === 'recompute' && since < view.month;
  if (!setting.sums.fewLooks || stays) row.figure('trialCounted', found.counted);
  else {
    const start =
      since < view.month ? `EDATE(${row.at('month')},-${view.month - Math.max(since, shown)})` : null;
    const opening = since < shown ? revenueBefore(book, { ...view, month: shown }, since, 'own') : 0;
    const sum = setting.sums.of(view, 'own', row.sumCells, start);
    const counted = `ROUND(${opening === 0 ? '' : `${yuanOf(opening)}+`}${sum},2)`;
    row.live('trialCounted', terms.counts(counted), yuanOf(found.counted));
  }
  return `ROUND(${row.at('trialCounted')}-${row.at('trialTarget')},6)<0`;
}
