import { checkPlan } from '../../domain/commission/check-plan';
import { openChoices, withAnswers, type Choices } from '../../domain/commission/choices';
import { READY_PLANS, readyPlan, type ReadyPlanId } from '../../domain/commission/ready';
import { CHOICES, type OpenChoice, type PayPlan } from '../../domain/commission/types';
import { isoDate } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import { formatCents, type Cents } from '../../domain/money';
import { texts, type Locale } from '../../locales';
import { problemSentence } from '../../locales/problems';
import type { Plan } from '../../plan/types';
import type { Problem } from '../../reading/types';
import type { BuildRequest, Preparation, Template } from '../types';
import { ASKED, entry } from './entry';
import { outcomesOf, payFor } from './examples';
import { planFromRules, type ReadPlan } from './read';
import { planSheet, planSheetNames } from './sheet';
import { TERMS } from './tables';

export const commissionPlan: Template = { ...entry, prepare, build };

function prepare(request: BuildRequest): Preparation {
  const { locale, names } = request;
  const t = texts(locale).templates['commission-plan'];
  const sheets = [{ name: planSheetNames(names, locale).sheet, about: t.about }];
  const chosen = planOf(request);
  if (!chosen) {
    const refusal = { code: 'plan-none-found', details: {}, severity: 'warning' } as const;
    return { refusal, sheets, rowsUsed: 0, findings: [], highlights: [], examples: examplesOf(request) };
  }
  const { plan, title, answers, standing } = chosen;
  const stepped = plan.versions[0]?.roles.find(({ tiers }) => tiers.length > 0);
  const froms = (stepped?.tiers ?? []).map(({ from }) => from).filter((from) => from > 0);
  const revenues = froms.length > 0 ? froms : [30_000];
  return {
    refusal: null,
    sheets,
    rowsUsed: 0,
    findings: [
      ...(standing
        ? [{ code: 'plan-standing', details: { sheet: standing.sheet }, severity: 'note' } as const]
        : []),
      ...chosen.problems,
      ...planFindings(standing?.plan ?? plan, standing?.sheet ?? t.sheet, locale),
    ],
    highlights: [
      { label: t.highlights.plan, value: title },
      {
        label: t.highlights.roles,
        value: plan.versions[0]?.roles.map(({ role }) => role).join(t.listJoin) ?? '',
      },
      ...(stepped && payable(plan)
        ? revenues.map((yuan) => ({
            label: t.highlights.example({ revenue: money(yuan * 100) }),
            value: money(payFor(plan, answers, stepped, yuan)),
          }))
        : []),
    ],
    examples: examplesOf(request),
  };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, names, asOf } = request;
  const t = texts(locale).templates['commission-plan'];
  const chosen = planOf(request);
  if (!chosen) throw new DaybookError('plan-none-found');
  const { plan, title, standing } = chosen;
  const findings = planFindings(standing?.plan ?? plan, standing?.sheet ?? t.sheet, locale);
  const head = {
    title: asOf === null ? title : t.subtitle({ plan: title, day: isoDate(asOf) }),
    findings: findings.map((problem) => problemSentence(problem, locale)),
  };
  const sheet = planSheet(plan, planSheetNames(names, locale), head, locale);
  return { template: entry.id, locale, sheets: [sheet] };
}

interface Chosen {
  readonly plan: PayPlan;
  /** What it is called on the sheet. */
  readonly title: string;
  /** The plan without the answers. */
  readonly raw: PayPlan;
  readonly answers: Choices;
  /** The plan sheet that is there already, with what people changed on it. */
  readonly standing: ReadPlan | null;
  /** What could not be read of the tables that the plan is made from. */
  readonly problems: readonly Problem[];
}

/** The chosen plan with the answers of the pane; what was not asked stays open. Null where the sheets have none to take. */
function planOf({ options, locale, rules }: BuildRequest): Chosen | null {
  const t = texts(locale).templates['commission-plan'];
  const answers = answersOf(options);
  const found = planFromRules(rules, locale);
  const standing = found?.complete === true ? found : null;
  if (options['plan'] === 'found') {
    if (!found) return null;
    const versions = found.plan.versions.map((version) => ({ ...version, name: version.name || t.version }));
    const raw = { ...found.plan, versions };
    const title = t.fromSheet({ sheet: found.sheet });
    return { plan: withAnswers(raw, answers), title, raw, answers, standing, problems: found.problems };
  }
  const ready = READY_PLANS.find((id) => id === options['plan']) ?? 'team-tiers';
  const raw = rawPlan(ready, locale);
  const problems = standing?.problems ?? [];
  return { plan: withAnswers(raw, answers), title: t.names[ready], raw, answers, standing, problems };
}

function rawPlan(ready: ReadyPlanId, locale: Locale): PayPlan {
  const t = texts(locale).templates['commission-plan'];
  const plan = readyPlan(ready, t.version, t.roles);
  return { ...plan, name: t.names[ready] };
}

function answersOf(options: BuildRequest['options']): Choices {
  const answered = Object.entries(ASKED).flatMap(([option, id]) => {
    const values: readonly string[] = CHOICES[id];
    const value = options[option];
    return value !== undefined && values.includes(value) ? [[id, value] as const] : [];
  });
  // Each value was found among those of its own choice.
  return Object.fromEntries(answered);
}

/** What the check of the plan finds, and what it leaves open. */
export function planFindings(plan: PayPlan, sheet: string, locale: Locale): Problem[] {
  const open = openChoices(plan).map((choice) => openProblem(choice, sheet, locale));
  const issues = checkPlan(plan).map(({ code, severity, details }): Problem => ({
    code,
    details,
    severity: severity === 'note' ? 'note' : 'warning',
  }));
  return [...open, ...issues];
}

/** What is still to be decided, in the words of the sheet. */
export function openProblem(open: OpenChoice, sheet: string, locale: Locale): Problem {
  const term = TERMS.find(({ id }) => id === open.id);
  const details = { sheet, role: open.role, term: term?.labels[locale][0] ?? open.id };
  if (open.kind === 'amount') return { code: 'plan-open-amount', details, severity: 'warning' };
  const words = (term?.choices ?? []).map(({ words: all }) => all[locale][0]);
  return {
    code: 'plan-open-choice',
    details: { ...details, values: words.join(' / ') },
    severity: 'warning',
  };
}

/** For every value of every choice that makes a difference in this plan, what it comes to. */
function examplesOf(request: BuildRequest): Preparation['examples'] {
  const { locale } = request;
  const t = texts(locale).templates['commission-plan'];
  const chosen = planOf(request);
  const answers = answersOf(request.options);
  const found = planFromRules(request.rules, locale);
  const plans = READY_PLANS.map((id) => [id, planExample(rawPlan(id, locale), answers, locale)] as const);
  const ofFound = found ? t.fromSheet({ sheet: found.sheet }) : t.noneFound;
  const choices = Object.entries(ASKED).map(([option, id]) => {
    const values: readonly string[] = CHOICES[id];
    const outcomes =
      chosen && payable(chosen.raw) ? outcomesOf(openTo(chosen.raw, answers, id), id, answers) : null;
    const told = values.map((value) => {
      const outcome = outcomes?.[value];
      const text =
        id === 'event'
          ? t.examples.event({ value })
          : outcome
            ? t.examples[id](moneyOf(outcome))
            : t.notApplicable;
      return [value, text] as const;
    });
    return [option, Object.fromEntries(told)] as const;
  });
  return { plan: { ...Object.fromEntries(plans), found: ofFound }, ...Object.fromEntries(choices) };
}

function payable(plan: PayPlan): boolean {
  return !checkPlan(plan).some(({ severity }) => severity === 'error');
}

/** The plan with every answer but the one that is told apart. */
function openTo(raw: PayPlan, answers: Choices, id: string): PayPlan {
  return withAnswers(raw, Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id)));
}

function planExample(plan: PayPlan, answers: Choices, locale: Locale): string {
  const t = texts(locale).templates['commission-plan'];
  const role = plan.versions[0]?.roles[0];
  const pay = (yuan: number): string => (role ? money(payFor(plan, answers, role, yuan)) : '');
  return t.examples.plan({
    low: money(3_000_000),
    lowPay: pay(30_000),
    high: money(8_000_000),
    highPay: pay(80_000),
  });
}

function moneyOf(outcome: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outcome as Readonly<Record<string, number | null>>).map(([key, cents]) => [
      key,
      cents === null ? '' : money(cents),
    ]),
  );
}

/** '1,234.56' */
function money(cents: Cents): string {
  return formatCents(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
}
