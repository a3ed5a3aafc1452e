import { workCalendar } from '../../domain/calendar/calendar';
import { openChoices, withAnswers, type Amounts, type Choices } from '../../domain/commission/choices';
import { computePay, type PayRequest } from '../../domain/commission/compute';
import type { Member, SalesLine } from '../../domain/commission/facts';
import type { AmountKind, PersonMonth } from '../../domain/commission/pay';
import { CHOICES, type ChoiceId, type PayPlan, type RoleTerms } from '../../domain/commission/types';
import { monthNumber, serialOf } from '../../domain/dates';
import type { Cents } from '../../domain/money';

/** What each value of a choice comes to in money: a small case, computed by the plan itself. */

const YEAR = 2024;
const ME = 'me';
const COLLEAGUE = 'colleague';
/** In no team. */
const STRANGER = 'stranger';
/** Stand-ins for amounts that the plan leaves open, so that the other choices can be shown at all. */
const SAMPLE_AMOUNTS: Amounts = {
  vatRate: 0.06,
  roleBase: 2500,
  probationBase: 2500,
  probationMissedBase: 1500,
};

/** A case: who sells what and when, and which of the months is told. */
interface Case {
  readonly sales: readonly (readonly [person: string, month: number, yuan: number, refundOf?: string])[];
  readonly role: RoleTerms;
  readonly joined?: number;
  /** Month of the year. */
  readonly month: number;
}

export interface Outcome {
  readonly revenue: Cents;
  readonly pay: Cents;
  readonly base: Cents;
  readonly commission: Cents;
  readonly override: Cents;
  readonly clawback: Cents;
  readonly basis: Cents;
  readonly quota: Cents | null;
}

/** What the plan pays in the case that tells the values of a choice apart; null where the choice makes no difference. */
export function outcomesOf(
  open: PayPlan,
  id: ChoiceId,
  answers: Choices,
): Readonly<Record<string, Outcome>> | null {
  const told = caseOf(open, id);
  if (!told || !openChoices(open).some((choice) => choice.id === id)) return null;
  const outcomes = CHOICES[id].map((value) => {
    const plan = withAnswers(open, { ...answers, [id]: value }, SAMPLE_AMOUNTS);
    return [value, outcome(plan, told)] as const;
  });
  return Object.fromEntries(outcomes);
}

/** Pay in 分 for one month's revenue in 元. */
export function payFor(open: PayPlan, answers: Choices, role: RoleTerms, yuan: number): Cents {
  const plan = withAnswers(open, answers, SAMPLE_AMOUNTS);
  return outcome(plan, { sales: [[ME, 6, yuan]], role, month: 6 }).pay;
}

function outcome(plan: PayPlan, told: Case): Outcome {
  const found = computePay(requestOf(plan, told)).months.find(
    ({ person, month }) => person === ME && month === monthNumber(serialOf(YEAR, told.month, 1)),
  );
  const of = (kind: AmountKind): Cents => sumOf(found, kind);
  return {
    revenue: told.sales.reduce((sum, [, , yuan]) => sum + yuan * 100, 0),
    pay: found?.pay ?? 0,
    base: of('base'),
    commission: of('commission') + of('accelerator'),
    override: of('override'),
    clawback: of('clawback'),
    basis: found?.basis ?? 0,
    quota: found?.quota ?? null,
  };
}

function sumOf(found: PersonMonth | undefined, kind: AmountKind): Cents {
  return (found?.amounts ?? []).reduce((sum, amount) => sum + (amount.kind === kind ? amount.cents : 0), 0);
}

function requestOf(plan: PayPlan, { sales, role, joined, month }: Case): PayRequest {
  const member = (person: string, its: string, from: number | null): Member => ({
    person,
    role: its,
    team: 'team',
    from,
    to: null,
  });
  const lines = sales.map(([person, at, yuan, refundOf], row): SalesLine => ({
    row,
    date: serialOf(YEAR, at, 20),
    person,
    amount: Math.round(yuan * 100),
    order: String(row),
    refundOf: refundOf ?? null,
    product: null,
    quantity: null,
    shares: [],
  }));
  const seller = plan.unlistedRole ?? role.role;
  return {
    plan,
    lines,
    members: [member(ME, role.role, joined ?? null), member(COLLEAGUE, seller, null)],
    quotas: [],
    balances: [],
    months: { from: monthNumber(serialOf(YEAR, 1, 1)), to: monthNumber(serialOf(YEAR, month, 1)) },
    calendar: workCalendar(),
  };
}

function caseOf(plan: PayPlan, id: ChoiceId): Case | null {
  const roles = plan.versions[0]?.roles ?? [];
  const steps = roles.find(({ tiers }) => tiers.length > 1) ?? roles[0];
  const leader = roles.find(({ override }) => override !== null);
  const tried = roles.find(({ probation }) => probation !== null);
  const withBase = roles.find(
    ({ roleBase, tiers }) => roleBase !== null && tiers.some(({ base }) => base > 0),
  );
  const shared = roles.find(({ basis, tiers }) => basis === null && tiers.length > 0);
  if (!steps) return null;
  const second = steps.tiers[1]?.from ?? 10_000;
  const top = steps.tiers.at(-1)?.from || 30_000;
  const one = (yuan: number, role = steps): Case => ({ sales: [[ME, 6, yuan]], role, month: 6 });
  switch (id) {
    case 'method':
      return one(Math.round((top * 4) / 3));
    case 'boundary':
      return one(second);
    case 'tax':
      return one(10_600);
    case 'credit':
      return {
        sales: [
          [ME, 4, second * 0.6],
          [ME, 5, second * 0.6],
          [ME, 5, second * 0.6],
        ],
        role: steps,
        month: 5,
      };
    case 'clawback':
      return {
        sales: [
          [ME, 5, second * 1.5],
          [ME, 6, second * 0.8],
          [ME, 6, -second * 0.6, '0'],
        ],
        role: steps,
        month: 6,
      };
    case 'rounding':
      return {
        sales: [
          [ME, 6, 33.33],
          [ME, 6, 33.33],
          [ME, 6, 33.33],
        ],
        role: steps,
        month: 6,
      };
    case 'quotaOn':
      return leader ? led(leader, 110_000) : null;
    case 'overrideOn':
      return leader ? led(leader, 160_000) : null;
    case 'roleBaseWith':
      return withBase ? one(top, withBase) : null;
    case 'probationCounting':
      return tried
        ? {
            ...one(6000, tried),
            joined: serialOf(YEAR, 4, 1),
            sales: [
              [ME, 4, 5000],
              [ME, 5, 4000],
              [ME, 6, 6000],
            ],
          }
        : null;
    case 'probationCommission':
      return tried ? { ...one(6000, tried), joined: serialOf(YEAR, 6, 1) } : null;
    case 'proration':
      return { ...one(second * 0.6), joined: serialOf(YEAR, 6, 17) };
    case 'quotaProration':
      return { ...one(second * 0.6), joined: serialOf(YEAR, 6, 16) };
    case 'basis': {
      const sales = [
        [ME, 6, 10_000],
        [COLLEAGUE, 6, 60_000],
        [STRANGER, 6, 30_000],
      ] as const;
      return shared ? { sales, role: shared, month: 6 } : null;
    }
    case 'event':
    case 'capOn':
    case 'guaranteeOn':
    case 'guaranteeRecovery':
    case 'drawRecovery':
      return null;
  }
}

/** A leader with sales of their own and a team. */
function led(role: RoleTerms, members: number): Case {
  return {
    sales: [
      [ME, 6, 60_000],
      [COLLEAGUE, 6, members],
    ],
    role,
    month: 6,
  };
}
