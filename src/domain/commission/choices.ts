import {
  CHOICES,
  type Choice,
  type ChoiceId,
  type OpenAmount,
  type OpenChoice,
  type PayPlan,
  type PlanVersion,
  type RoleTerms,
} from './types';

/** Values for choices that a plan leaves open. */
export type Choices = { readonly [Id in ChoiceId]?: Choice<Id> };
export type Amounts = { readonly [Id in OpenAmount]?: number };

/** Whether different tiers pay differently at all: a single tier from 0 is a flat rate, however it is read. */
export function hasSteps({ tiers }: RoleTerms): boolean {
  return tiers.length > 1 || tiers.some(({ from }) => from > 0);
}

/** What the plan needs and does not say; nothing can be computed while the list is not empty. */
export function openChoices(plan: PayPlan): OpenChoice[] {
  return plan.versions.flatMap((version) => [
    ...openOfVersion(version),
    ...version.roles.flatMap((terms) => openOfRole(version, terms)),
  ]);
}

type Place = Pick<OpenChoice, 'version' | 'role' | 'row'>;

function choice(place: Place, id: ChoiceId, value: string | null, matters = true): OpenChoice[] {
  return value === null && matters ? [{ ...place, kind: 'choice', id, values: CHOICES[id] }] : [];
}

function amount(place: Place, id: OpenAmount, value: number | null, matters = true): OpenChoice[] {
  return value === null && matters ? [{ ...place, kind: 'amount', id }] : [];
}

function openOfVersion(version: PlanVersion): OpenChoice[] {
  const place = { version: version.name, role: '', row: version.row ?? null };
  const { roles, tax, proration } = version;
  const paysByDay = roles.some(
    (terms) =>
      terms.roleBase !== null ||
      terms.guarantee !== null ||
      terms.draw !== null ||
      terms.probation !== null ||
      terms.tiers.some(({ base }) => base !== 0),
  );
  const hasQuota = roles.some(({ quota }) => quota !== null);
  return [
    ...choice(place, 'event', version.event),
    ...choice(place, 'tax', tax),
    ...amount(place, 'vatRate', version.vatRate, tax !== null && tax !== 'as-listed'),
    ...choice(place, 'clawback', version.clawback),
    ...choice(place, 'rounding', version.rounding),
    ...choice(place, 'proration', proration, paysByDay || hasQuota),
    ...choice(
      place,
      'quotaProration',
      version.quotaProration,
      hasQuota && proration !== null && proration !== 'none',
    ),
  ];
}

function openOfRole(version: PlanVersion, terms: RoleTerms): OpenChoice[] {
  const place = { version: version.name, role: terms.role, row: terms.row ?? null };
  const { tiers, method, roleBase, quota, override, cap, guarantee, draw, probation } = terms;
  const steps = hasSteps(terms);
  const basesDiffer = tiers.some(({ base }) => base !== tiers[0]?.base);
  const tested = quota !== null && (override?.needsQuota === true || terms.streaks.length > 0);
  const open = [
    ...choice(place, 'basis', terms.basis, tiers.length > 0),
    ...choice(place, 'method', method, steps),
    // Where a marginal slice ends makes no difference to its commission, only to the base.
    ...choice(place, 'boundary', terms.boundary, steps && (method !== 'marginal' || basesDiffer)),
    ...choice(place, 'credit', terms.credit, steps || terms.accelerators.length > 0),
  ];
  if (roleBase) {
    open.push(...amount(place, 'roleBase', roleBase.amount));
    open.push(
      ...choice(
        place,
        'roleBaseWith',
        roleBase.with,
        tiers.some(({ base }) => base !== 0),
      ),
    );
  }
  if (quota) open.push(...choice(place, 'quotaOn', quota.on, tested));
  if (override) open.push(...choice(place, 'overrideOn', override.on));
  if (cap) open.push(...choice(place, 'capOn', cap.on));
  if (guarantee) {
    open.push(...choice(place, 'guaranteeOn', guarantee.on));
    open.push(...choice(place, 'guaranteeRecovery', guarantee.recovery));
  }
  if (draw) open.push(...choice(place, 'drawRecovery', draw.recovery));
  if (probation) {
    const { targets } = probation;
    open.push(...amount(place, 'probationBase', probation.base));
    open.push(...amount(place, 'probationMissedBase', probation.missedBase, targets.length > 0));
    const later = targets.some(({ toMonth }) => toMonth > 1);
    open.push(...choice(place, 'probationCounting', probation.counting, later));
    open.push(...choice(place, 'probationCommission', probation.commission));
  }
  return open;
}

/** The plan with what it leaves open filled in; what it says already stays. */
export function withAnswers(plan: PayPlan, choices: Choices, amounts: Amounts = {}): PayPlan {
  return {
    ...plan,
    versions: plan.versions.map((version) => ({
      ...version,
      event: version.event ?? choices.event ?? null,
      tax: version.tax ?? choices.tax ?? null,
      vatRate: version.vatRate ?? amounts.vatRate ?? null,
      clawback: version.clawback ?? choices.clawback ?? null,
      rounding: version.rounding ?? choices.rounding ?? null,
      proration: version.proration ?? choices.proration ?? null,
      quotaProration: version.quotaProration ?? choices.quotaProration ?? null,
      roles: version.roles.map((terms) => answered(terms, choices, amounts)),
    })),
  };
}

function answered(terms: RoleTerms, choices: Choices, amounts: Amounts): RoleTerms {
  const { roleBase, quota, override, cap, guarantee, draw, probation } = terms;
  return {
    ...terms,
    basis: terms.basis ?? choices.basis ?? null,
    method: terms.method ?? choices.method ?? null,
    boundary: terms.boundary ?? choices.boundary ?? null,
    credit: terms.credit ?? choices.credit ?? null,
    roleBase: roleBase && {
      amount: roleBase.amount ?? amounts.roleBase ?? null,
      with: roleBase.with ?? choices.roleBaseWith ?? null,
    },
    quota: quota && { ...quota, on: quota.on ?? choices.quotaOn ?? null },
    override: override && { ...override, on: override.on ?? choices.overrideOn ?? null },
    cap: cap && { ...cap, on: cap.on ?? choices.capOn ?? null },
    guarantee: guarantee && {
      ...guarantee,
      on: guarantee.on ?? choices.guaranteeOn ?? null,
      recovery: guarantee.recovery ?? choices.guaranteeRecovery ?? null,
    },
    draw: draw && { ...draw, recovery: draw.recovery ?? choices.drawRecovery ?? null },
    probation: probation && {
      ...probation,
      base: probation.base ?? amounts.probationBase ?? null,
      missedBase: probation.missedBase ?? amounts.probationMissedBase ?? null,
      counting: probation.counting ?? choices.probationCounting ?? null,
      commission: probation.commission ?? choices.probationCommission ?? null,
    },
  };
}
