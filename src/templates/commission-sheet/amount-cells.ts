import type { AmountKind } from '../../domain/commission/pay';
import { yuanOf } from '../../domain/money';
import { literal } from '../formula';
import { baseOf } from './commission-cells';
import { KINDS } from './layout';
import type { MonthRow } from './month-row';
import { amountOf } from './plain';
import { isUniform } from './terms';

/** The amounts beside the commission: base pay, override, extras, clawback, and what caps, guarantees and draws do. */

const EARNED = [
  'commission',
  'accelerator',
  'override',
  'spiff',
  'clawback',
] as const satisfies readonly AmountKind[];

export function addBase(row: MonthRow, hasTier: boolean, missed: string | null): void {
  const { view, paid, terms } = row;
  const value = yuanOf(amountOf(paid, 'base'));
  const { base, role } = view.terms;
  const says = (expression: string): void => row.live('base', row.prorated(expression), value);
  if (!terms || !isUniform(view)) row.built('base');
  else if (base !== null) says(terms.amount('base'));
  else if (paid.probationMonth !== null) {
    const own = terms.amount('probationBase');
    says(missed === null ? own : `IF(${missed},${terms.amount('probationMissedBase')},${own})`);
  } else if (hasTier) {
    const refunds = `IF(${row.at('cents')}<0,${terms.reached('0', row.at('unit'))},${row.at('tier')})`;
    const runs = row.form === 'running';
    says(baseOf(row, terms, runs ? runningTier(row, terms.reached('0', row.at('unit'))) : refunds));
  } else if (role.tiers.length === 0) says(baseOf(row, terms, '0'));
  else row.built('base');
}

function runningTier(row: MonthRow, none: string): string {
  return `IF(${row.at('before')}*100+${row.at('cents')}<0,${none},${row.at('tier')})`;
}

export function addOverride(row: MonthRow): void {
  const { view, paid, terms, setting } = row;
  const { override } = view.terms.role;
  if (!row.has('override')) return;
  if (!override?.on) return row.value('override', 0);
  if (!terms || !setting.sums.fewLooks) return row.built('override');
  const { on, needsQuota } = override;
  const rate = terms.amount('override');
  const base = row.at('overrideBase');
  row.live(
    'overrideBase',
    on === 'members-commission'
      ? membersCommission(row)
      : `ROUND(${setting.sums.of(view, on, row.sumCells)},2)`,
    null,
  );
  const amount = `ROUND(${on === 'members-commission' ? `${base}*${rate}` : terms.counts(`${base}*${rate}`)},2)`;
  const met = `${row.at('met')}=${literal(setting.t.yes)}`;
  const paysIf = paid.quota === null ? '0' : `IF(${met},${amount},0)`;
  row.live('override', needsQuota ? paysIf : amount, yuanOf(amountOf(paid, 'override')));
}

/** Commission of the team's other people in the month. */
function membersCommission(row: MonthRow): string {
  if (row.view.team === null) return '0';
  const team = `--(${row.span('team', row.month)}=${row.at('team')})`;
  const sums = (['commission', 'accelerator'] as const)
    .filter((id) => row.has(id))
    .map((id) => {
      return `SUMPRODUCT(${team},${row.span(id, row.month)})-${row.at(id)}`;
    });
  return `ROUND(${sums.join('+')},2)`;
}

export function addSpiffs(row: MonthRow): void {
  const { view, paid, setting } = row;
  if (!row.has('spiff')) return;
  const all = setting.terms.spiffs;
  const isKnown = ({ version }: (typeof all)[number]): boolean =>
    version.tax === 'as-listed' || setting.terms.ofVersion(version) !== null;
  const byLine = view.terms.version.rounding === 'line';
  if (byLine || !setting.sums.fewLooks || all.length === 0 || !all.every(isKnown)) return row.built('spiff');
  all.forEach(({ spiff, version, product, value, from, to }, index) => {
    const what = ({ sale: 'pieces', unit: 'units', rate: 'credited' } as const)[spiff.per];
    const sum = setting.sums.ofProduct(
      view,
      row.sumCells,
      { name: spiff.product, cell: product, from, to },
      what,
    );
    const worth = `${sum}*${value}`;
    const terms = setting.terms.ofVersion(version);
    row.live(
      `extra${index + 1}`,
      `ROUND(${spiff.per === 'rate' && terms ? terms.counts(worth) : worth},2)`,
      null,
    );
  });
  const cells = all.map((_, index) => row.at(`extra${index + 1}`));
  row.live(
    'spiff',
    cells.length === 1 ? cells.join('') : `ROUND(${cells.join('+')},2)`,
    yuanOf(amountOf(paid, 'spiff')),
  );
}

/** Refunds of earlier months' sales look back at what these had earned: their working stands in a table of its own. */
export function addClawback(row: MonthRow): void {
  if (!row.has('clawback')) return;
  if (amountOf(row.paid, 'clawback') === 0) row.value('clawback', 0);
  else row.built('clawback');
}

/** Cap, guarantee and draw, in the order in which the plan applies them, and what is owed afterwards. */
export function addSettled(row: MonthRow): void {
  const { view, paid, terms } = row;
  const { cap, guarantee, draw } = view.terms.role;
  const sum = (kinds: readonly AmountKind[]): string => {
    const cells = kinds.filter((kind) => row.has(kind)).map((kind) => row.at(kind));
    return cells.join('+') || '0';
  };
  const ofPay = (on: 'commission' | 'pay' | null | undefined): boolean => on === 'pay';
  const say = (kind: 'cap' | 'guarantee' | 'draw', expression: string | null): void => {
    if (!row.has(kind)) return;
    if (expression === null || !terms) row.value(kind, 0);
    else row.live(kind, expression, yuanOf(amountOf(paid, kind)));
  };
  const earlyCap: AmountKind[] = cap && !ofPay(cap.on) ? ['cap'] : [];
  const earlyGuarantee: AmountKind[] = guarantee && !ofPay(guarantee.on) ? ['guarantee'] : [];
  const beforeCap: AmountKind[] = ofPay(cap?.on)
    ? ['base', ...EARNED, ...earlyGuarantee, 'draw']
    : [...EARNED];
  say('cap', cap && terms ? `MIN(0,ROUND(${terms.amount('cap')}-(${sum(beforeCap)}),2))` : null);
  const beforeGuarantee: AmountKind[] = ofPay(guarantee?.on)
    ? ['base', ...EARNED, 'cap', 'draw']
    : [...EARNED, ...earlyCap];
  say(
    'guarantee',
    guarantee && terms ? settled(row, 'guarantee', terms.amount('guarantee'), sum(beforeGuarantee)) : null,
  );
  const beforeDraw: AmountKind[] = [...EARNED, ...earlyCap, ...earlyGuarantee];
  say('draw', draw && terms ? settled(row, 'draw', terms.amount('draw'), sum(beforeDraw)) : null);
  owed(row, 'guarantee');
  owed(row, 'draw');
}

/** At least the amount is paid; where it is owed, earlier advances are taken back out of what is beyond it. */
function settled(row: MonthRow, kind: 'guarantee' | 'draw', amount: string, earned: string): string {
  const recovers = row.view.terms.role[kind]?.recovery === 'recoverable';
  const short = `ROUND(${row.prorated(amount)}-(${earned}),2)`;
  return `MAX(${short},${recovers ? `-${owedBefore(row, kind)}` : '0'})`;
}

function owedBefore(row: MonthRow, kind: 'guarantee' | 'draw'): string {
  if (row.earlier !== null) return row.at(`${kind}Owed`, row.earlier);
  return String(yuanOf(openingOf(row, kind)));
}

/** What was owed before the sheets' first month. */
function openingOf({ paid, view, setting }: MonthRow, kind: 'guarantee' | 'draw'): number {
  const before = setting.digest.run.months.findLast(
    ({ person, month }) => person === paid.person && month < view.month,
  );
  return before ? before[kind === 'draw' ? 'drawBalance' : 'guaranteeBalance'] : 0;
}

function owed(row: MonthRow, kind: 'guarantee' | 'draw'): void {
  const id = `${kind}Owed` as const;
  if (!row.has(id)) return;
  const recovers = row.view.terms.role[kind]?.recovery === 'recoverable';
  const before = owedBefore(row, kind);
  const value = yuanOf(row.paid[kind === 'draw' ? 'drawBalance' : 'guaranteeBalance']);
  row.live(id, recovers ? `ROUND(${before}+${row.at(kind)},2)` : before, value);
}

export function addPay(row: MonthRow): void {
  const kinds = KINDS.filter((kind) => row.has(kind));
  const [first = 'base', last = 'commission'] = [kinds[0], kinds.at(-1)];
  const pay = yuanOf(row.paid.pay);
  row.live('pay', `ROUND(SUM(${row.at(first)}:${row.at(last)}),2)`, pay);
  if (!row.has('built')) return;
  row.value('built', pay);
  row.live('moved', `ROUND(${row.at('pay')}-${row.at('built')},2)`, 0);
}
