import { hasSteps, openChoices } from '../../domain/commission/choices';
import type { PayPlan, PlanVersion, RoleTerms } from '../../domain/commission/types';
import type { RuleInput, RuleValue } from '../rules';
import { TERMS, type Term, type TermId } from './tables';

/** A plan as the rows of its tables: what reading them gives is the plan again. */
export interface PlanRows {
  readonly versions: readonly RuleInput[];
  readonly tiers: readonly RuleInput[];
  readonly terms: readonly TermRow[];
  readonly accelerators: readonly RuleInput[];
  readonly targets: readonly RuleInput[];
  readonly streaks: readonly RuleInput[];
  readonly spiffs: readonly RuleInput[];
  readonly exceptions: readonly RuleInput[];
}

export interface TermRow {
  readonly key: string;
  readonly version: string;
  readonly role: string;
  readonly term: Term;
  /** null is not decided. */
  readonly value: RuleValue;
}

const PERCENT = '0.0#%';

/** Versions and roles are named in every row, so that a second version can be added without touching the first. */
export function planRows(plan: PayPlan): PlanRows {
  const each = <T>(of: (version: PlanVersion, role: RoleTerms, key: string) => readonly T[]): T[] =>
    plan.versions.flatMap((version, v) =>
      version.roles.flatMap((role, r) => of(version, role, `${v + 1}/${r + 1}`)),
    );
  const scope = (version: PlanVersion, role: RoleTerms) => ({ version: version.name, role: role.role });
  return {
    versions: plan.versions.map(({ name, from, to }, index) => ({
      key: `version/${index + 1}`,
      values: { versionName: name, validFrom: from, validTo: to },
    })),
    tiers: each((version, role, key) =>
      role.tiers.map((tier, index) => ({
        key: `tier/${key}/${index + 1}`,
        values: { ...scope(version, role), from: tier.from, to: tier.to, rate: tier.rate, base: tier.base },
        ...(role.measure === 'attainment' ? { formats: { from: PERCENT, to: PERCENT } } : {}),
      })),
    ),
    terms: termRows(plan),
    accelerators: each((version, role, key) =>
      role.accelerators.map(({ past, effect, rate }, index) => ({
        key: `accelerator/${key}/${index + 1}`,
        values: { ...scope(version, role), past, effect, rate },
        formats: { rate: effect === 'multiplied' ? '0.0#' : PERCENT },
      })),
    ),
    targets: each((version, role, key) =>
      (role.probation?.targets ?? []).map(({ fromMonth, toMonth, amount }, index) => ({
        key: `target/${key}/${index + 1}`,
        values: { ...scope(version, role), fromMonth, toMonth, target: amount },
      })),
    ),
    streaks: each((version, role, key) =>
      role.streaks.map(({ when, months, outcome, to }, index) => ({
        key: `streak/${key}/${index + 1}`,
        values: { ...scope(version, role), when, months, outcome, newRole: to },
      })),
    ),
    spiffs: plan.versions.flatMap((version, v) =>
      version.spiffs.map(({ product, per, value, from, to }, index) => ({
        key: `spiff/${v + 1}/${index + 1}`,
        values: { version: version.name, product, per, extra: value, validFrom: from, validTo: to },
        formats: { extra: per === 'rate' ? PERCENT : '#,##0.00' },
      })),
    ),
    exceptions: plan.exceptions.map((exception, index) => ({
      key: `exception/${index + 1}`,
      values: {
        person: exception.person,
        item: exception.term,
        amount: exception.term === 'role' ? exception.role : exception.amount,
        validFrom: exception.from,
        validTo: exception.to,
      },
      formats: {
        amount: exception.term === 'rate' || exception.term === 'added-rate' ? PERCENT : '#,##0.00',
      },
    })),
  };
}

/** What is said, and what is still to be decided, in the order of the terms. */
function termRows(plan: PayPlan): TermRow[] {
  const open = new Set(openChoices(plan).map(({ version, role, id }) => [version, role, id].join('\n')));
  const rows = (
    key: string,
    scope: { readonly version: string; readonly role: string },
    of: Term['of'],
    said: Readonly<Partial<Record<TermId, RuleValue>>>,
  ): TermRow[] =>
    TERMS.filter((term) => term.of === of).flatMap((term) => {
      const value = said[term.id] ?? null;
      const wanted = value !== null || open.has([scope.version, scope.role, term.id].join('\n'));
      // A quota without an amount says that each person has their own: the row is what says that there is one.
      if (!wanted && !(term.id in said && said[term.id] === null)) return [];
      return [{ key: `${key}/${term.id}`, ...scope, term, value }];
    });
  return [
    ...plan.versions.flatMap((version, v) => [
      ...rows(`term/${v + 1}`, { version: version.name, role: '' }, 'version', versionTerms(version)),
      ...version.roles.flatMap((role, r) =>
        rows(`term/${v + 1}/${r + 1}`, { version: version.name, role: role.role }, 'role', roleTerms(role)),
      ),
    ]),
    ...rows('term', { version: '', role: '' }, 'plan', { unlistedRole: plan.unlistedRole }),
  ];
}

type Said = Readonly<Partial<Record<TermId, RuleValue>>>;

function versionTerms(version: PlanVersion): Said {
  const { event, tax, vatRate, clawback, rounding, proration, quotaProration } = version;
  return decided({ event, tax, vatRate, clawback, rounding, proration, quotaProration });
}

function roleTerms(terms: RoleTerms): Said {
  const { roleBase, quota, override, cap, guarantee, draw, probation } = terms;
  const steps = hasSteps(terms);
  return {
    ...decided({
      basis: terms.basis,
      // A flat rate is one however it is read; tiers that begin at amounts need not say so.
      measure: terms.measure === 'attainment' ? terms.measure : null,
      method: steps ? terms.method : null,
      boundary: steps ? terms.boundary : null,
      credit: steps || terms.accelerators.length > 0 ? terms.credit : null,
      roleBaseWith: roleBase?.with ?? null,
      quotaOn: quota?.on ?? null,
      override: override?.rate ?? null,
      overrideOn: override?.on ?? null,
      overrideNeedsQuota: override?.needsQuota ?? null,
      cap: cap?.amount ?? null,
      capOn: cap?.on ?? null,
      guarantee: guarantee?.amount ?? null,
      guaranteeOn: guarantee?.on ?? null,
      guaranteeRecovery: guarantee?.recovery ?? null,
      draw: draw?.amount ?? null,
      drawRecovery: draw?.recovery ?? null,
      probationMonths: probation?.months ?? null,
      probationBase: probation?.base ?? null,
      probationMissedBase: probation?.missedBase ?? null,
      probationCounting: probation?.counting ?? null,
      probationCommission: probation?.commission ?? null,
    }),
    ...(roleBase ? { roleBase: roleBase.amount } : {}),
    ...(quota ? { quota: quota.amount } : {}),
  };
}

/** Without what is null: such a term has a row only while it is open. */
function decided(said: Said): Said {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
