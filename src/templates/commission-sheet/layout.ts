import type { AmountKind } from '../../domain/commission/pay';
import { MONEY, MONEY_OR_DASH } from '../expressions';
import { textWidth } from '../measure';
import type { Digest } from './digest';
import { amountOf } from './plain';
import { commissionForm, entriesOf, type AmountId } from './terms';
import type { SheetTexts } from './texts';
import { FIXED_MONEY, RATE } from './writer';

/** The columns of the working sheet: only those that somebody's terms need. */

export const KINDS = [
  'base',
  'commission',
  'accelerator',
  'override',
  'spiff',
  'clawback',
  'cap',
  'guarantee',
  'draw',
] as const satisfies readonly AmountKind[];

type Numbered = 'past' | 'boost' | 'extra';
export type WorkingColumn =
  | (typeof KINDS)[number]
  | (typeof FIRST)[number]
  | (typeof LAST)[number]
  | (typeof HELPERS)[number]
  | `${Numbered}${number}`;

const FIRST = [
  'month',
  'person',
  'team',
  'role',
  'version',
  'active',
  'total',
  'listed',
  'revenue',
  'before',
  'quota',
  'quotaRevenue',
  'met',
  'trial',
  'trialTarget',
  'trialCounted',
  'from',
  'rate',
] as const;
const LAST = [
  'pay',
  'guaranteeOwed',
  'drawOwed',
  'missing',
  'gain',
  'fixed',
  'rule',
  'rows',
  'built',
  'moved',
] as const;
/** Steps of the formulas, right of what is read; not in the copy of values. */
const HELPERS = [
  'cents',
  'unit',
  'tier',
  'earned',
  'earnedBefore',
  'overrideBase',
  'terms',
  'scale',
  'whose',
] as const;

export interface Layout {
  readonly columns: readonly WorkingColumn[];
  /** So many of the columns are read, and so many fit on paper. */
  readonly shown: number;
  readonly printed: number;
  /** The most accelerators that a role has. */
  readonly steps: number;
}

export function layoutOf(digest: Digest, live: boolean): Layout {
  const { run, months, book, plan } = digest;
  const shown = run.months.filter(({ month }) => months.includes(month));
  const entries = entriesOf(digest);
  const terms = entries.map((entry) => entry.terms);
  const anyOf = (of: (each: (typeof terms)[number]) => boolean): boolean => terms.some(of);
  const has = (id: AmountId): boolean => anyOf(({ role }) => id in role && role[id as 'cap'] !== null);
  const paid = (kind: AmountKind): boolean => shown.some((each) => amountOf(each, kind) !== 0);
  const recovers = (id: 'guarantee' | 'draw'): boolean =>
    anyOf(({ role }) => role[id]?.recovery === 'recoverable');
  const spiffs = plan.versions.reduce((sum, version) => sum + version.spiffs.length, 0);
  const steps = Math.max(0, ...terms.map(({ role }) => role.accelerators.length));
  const forms = new Set(
    shown.map((each) => {
      const view = book.view(each.person, each.month);
      return view ? commissionForm(view, each) : 'none';
    }),
  );
  const needed: Readonly<Partial<Record<WorkingColumn, boolean>>> = {
    active: anyOf(({ version }) => version.proration !== 'none'),
    total: anyOf(({ version }) => version.proration !== 'none'),
    listed: anyOf(({ version }) => version.tax !== 'as-listed'),
    before: forms.has('running'),
    quota: has('quota'),
    quotaRevenue: has('quota'),
    met: has('quota'),
    trial: shown.some(({ probationMonth }) => probationMonth !== null),
    trialTarget: shown.some(({ probationMonth }) => probationMonth !== null),
    trialCounted: shown.some(({ probationMonth }) => probationMonth !== null),
    accelerator: steps > 0 || paid('accelerator'),
    override: has('override') || paid('override'),
    spiff: spiffs > 0 || paid('spiff'),
    clawback:
      paid('clawback') ||
      anyOf(({ version }) => version.clawback === 'original-rate' || version.clawback === 'recompute'),
    cap: has('cap') || paid('cap'),
    guarantee: has('guarantee') || paid('guarantee'),
    draw: has('draw') || paid('draw'),
    guaranteeOwed: recovers('guarantee'),
    drawOwed: recovers('draw'),
    fixed: live,
    built: live,
    moved: live,
    unit: anyOf(({ role }) => role.measure === 'attainment') || steps > 0,
    earnedBefore: forms.has('running'),
    overrideBase: has('override'),
  };
  const keep = (id: WorkingColumn): boolean => needed[id] ?? true;
  const read = [...FIRST, ...KINDS, ...LAST].filter(keep);
  const numbered = (name: Numbered, count: number): WorkingColumn[] =>
    Array.from({ length: count }, (_, index): WorkingColumn => `${name}${index + 1}`);
  const helpers = live
    ? [
        ...HELPERS.filter(keep),
        ...numbered('past', steps).flatMap((past, index): WorkingColumn[] => [past, `boost${index + 1}`]),
        ...numbered('extra', spiffs),
      ]
    : [];
  // The rule and the rows of each amount stand on the page of one person, which only the live sheets have.
  const printed = live ? read.indexOf('missing') : read.length;
  return { columns: [...read, ...helpers], shown: read.length, printed, steps };
}

const TEXTS: ReadonlySet<string> = new Set([
  'month',
  'person',
  'team',
  'role',
  'version',
  'fixed',
  'rule',
  'rows',
]);
const WIDTHS: Readonly<Partial<Record<WorkingColumn, number>>> = {
  month: 12,
  person: 13,
  team: 10,
  role: 9,
  version: 9,
  active: 8,
  total: 8,
  rate: 9,
  met: 7,
  trial: 9,
  fixed: 16,
  rule: 60,
  rows: 26,
  tier: 8,
};

export function isText(id: WorkingColumn): boolean {
  return TEXTS.has(id);
}

export function widthOf(t: SheetTexts, id: WorkingColumn): number {
  return Math.max(WIDTHS[id] ?? 12, headerWidth(headerOf(t, id)));
}

/** Headers are bold. */
export function headerWidth(header: string): number {
  return Math.ceil(textWidth(header) * 1.15) + 1;
}

export function headerOf(t: SheetTexts, id: WorkingColumn): string {
  const numbered = /^(past|boost|extra)(\d+)$/.exec(id);
  if (numbered) return t.numbered[numbered[1] as Numbered](Number(numbered[2]));
  return t.columns[id as Exclude<WorkingColumn, `${Numbered}${number}`>];
}

/** `fixed`: the amount stays what it was when the sheet was built. */
export function formatOfColumn(t: SheetTexts, id: WorkingColumn, fixed: boolean): string | undefined {
  if (id === 'month') return t.monthFormat;
  if (isText(id) || id === 'met') return undefined;
  if (id === 'rate') return RATE;
  if (
    id === 'active' ||
    id === 'total' ||
    id === 'trial' ||
    id === 'tier' ||
    id === 'terms' ||
    id === 'whose'
  )
    return '0';
  if (fixed) return FIXED_MONEY;
  if (HELPERS.includes(id as (typeof HELPERS)[number]) || /^(?:past|boost)/.test(id)) return '0.######';
  return (KINDS as readonly string[]).includes(id) || id === 'moved' ? MONEY_OR_DASH : MONEY;
}
