import { withAnswers, type Choices } from '../../domain/commission/choices';
import type { PlanIssue } from '../../domain/commission/issues';
import { readyPlan, READY_PLANS } from '../../domain/commission/ready';
import type { ChoiceId, OpenChoice, PayPlan } from '../../domain/commission/types';
import { texts, type Locale } from '../../locales';
import { problemSentence } from '../../locales/problems';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import { ASKED, entry as planEntry } from '../commission-plan/entry';
import { planFromRules } from '../commission-plan/read';

/** The plan that a sheet is checked by, and what was decided for it that it does not say itself. */
export interface ChosenPlan {
  readonly plan: PayPlan;
  /** How it is called on the report. */
  readonly name: string;
  /** A ready plan before its choices were taken; null where the plan says them itself. */
  readonly bare: PayPlan | null;
  /** Choices of a ready plan, each as it was taken. */
  readonly answers: readonly { readonly id: ChoiceId; readonly value: string }[];
  readonly problems: readonly Problem[];
}

/** Null where the workbook has no plan sheet and none of the ready ones was chosen. */
export function choosePlan(
  rules: BookGrid,
  options: Readonly<Record<string, string>>,
  locale: Locale,
): ChosenPlan | null {
  const ready = READY_PLANS.find((id) => id === options['plan']);
  if (ready === undefined) {
    const found = planFromRules(rules);
    return (
      found && { plan: found.plan, name: found.sheet, bare: null, answers: [], problems: found.problems }
    );
  }
  const t = texts(locale).templates['commission-plan'];
  const bare = readyPlan(ready, t.names[ready], t.roles);
  const chosen = Object.entries(ASKED).map(([option, id]) => {
    const initial = planEntry.options.find((candidate) => candidate.id === option)?.initial;
    return { id, value: options[option] ?? initial ?? '' };
  });
  // The options' values are the choices' own.
  const choices = Object.fromEntries(chosen.map(({ id, value }) => [id, value])) as Choices;
  return {
    plan: withAnswers(bare, choices),
    name: t.names[ready],
    bare,
    answers: chosen,
    problems: [],
  };
}

/** What is still to be decided before anything can be checked, as a refusal. */
export function openRefusal(open: OpenChoice, plan: string, locale: Locale): Problem {
  const { terms } = texts(locale).templates['commission-plan'];
  const known: Readonly<Record<string, { readonly label: readonly [string, ...string[]] }>> = terms;
  const term = known[open.id]?.label[0] ?? open.id;
  return {
    code: 'check-plan-open',
    details: { plan, term, role: open.role, version: open.version },
    severity: 'warning',
  };
}

/** An error of the plan itself, as a refusal. */
export function planRefusal(issue: PlanIssue, plan: string, locale: Locale): Problem {
  const { code, version, role, details } = issue;
  const reason = problemSentence({ code, details: { version, role, ...details } }, locale);
  return { code: 'check-plan-wrong', details: { plan, reason }, severity: 'warning' };
}
