import { isoDate } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import { texts } from '../../locales';
import type { Plan } from '../../plan/types';
import { columnName, columnOf } from '../columns';
import { ruleSheet, settingExpression } from '../rule-sheet';
import { ruleTable, settingsTable } from '../rules';
import type { BuildRequest, Preparation, Template } from '../types';
import { cadenceRules, DEFAULT_SETTINGS, visitSettings } from '../visits/rules';
import { calendarSheet, calendarSheetName } from '../work-calendar/sheet';
import { planTexts, SHEETS, TABLES, type PlanContext, type SheetRole, type TableRole } from './context';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { firstVisitSheet, tripSheet } from './forms';
import { planSheet } from './plan-sheet';
import { summarySheet } from './summary-sheet';

export const visitPlan: Template = { ...entry, prepare, build };

function prepare(request: BuildRequest): Preparation {
  const { locale, names } = request;
  const t = planTexts(locale);
  const sheets = [
    ...SHEETS.map((role) => ({ name: names.sheet(role, t.sheets[role].name), about: t.sheets[role].about })),
    { name: calendarSheetName(locale, names), about: t.calendarAbout },
  ];
  const digest = digestOf(request);
  if ('refusal' in digest) {
    return { refusal: digest.refusal, sheets, rowsUsed: 0, findings: digest.findings, highlights: [] };
  }
  return {
    refusal: null,
    sheets,
    rowsUsed: digest.plan.visits.length,
    findings: digest.findings,
    highlights: request.source ? highlightsOf(request, digest) : [],
  };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, names, source } = request;
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const t = planTexts(locale);
  const context: PlanContext = {
    t,
    locale,
    sheets: Object.fromEntries(
      SHEETS.map((role) => [role, names.sheet(role, t.sheets[role].name)]),
    ) as Record<SheetRole, string>,
    tables: Object.fromEntries(TABLES.map((role) => [role, names.table(role, t.tableNames[role])])) as Record<
      TableRole,
      string
    >,
    blank: source === null,
  };
  const { rules, work, span } = digest;
  const calendar = calendarSheet({
    locale,
    names,
    holidays: work.holidays,
    work: work.work,
    first: span?.[0] ?? work.calendar.workdaysUpTo(0),
    last: span?.[1] ?? work.calendar.workdaysUpTo(0),
  });
  return {
    template: entry.id,
    locale,
    sheets: [
      planSheet(context, digest),
      summarySheet(context, digest, perDayOf(context), calendar.native),
      firstVisitSheet(context),
      tripSheet(context),
      ruleSheet('rules-plan', context.sheets['rules-plan'], { ...t.rules, footer: t.footer }, [
        {
          heading: t.rules.settings,
          note: t.rules.settingsNote,
          plan: (at) =>
            settingsTable(visitSettings, rules.writtenSettings, {
              name: context.tables['visit-settings'],
              at,
              locale,
            }),
        },
        {
          heading: t.rules.cadence,
          note: t.rules.cadenceNote,
          plan: (at) =>
            ruleTable(cadenceRules, rules.writtenCadences, {
              name: context.tables['visit-cadence'],
              at,
              locale,
            }),
        },
      ]),
      calendar.plan,
    ],
  };
}

/** Visits a day as the table of settings says now. */
function perDayOf({ tables, locale }: PlanContext): string {
  const { settings } = texts(locale).rules;
  const label = visitSettings.settings.find(({ id }) => id === 'per-day')?.labels[locale][0] ?? '';
  return settingExpression(tables['visit-settings'], settings, label, DEFAULT_SETTINGS['per-day']);
}

function highlightsOf({ locale, source }: BuildRequest, digest: Digest): Preparation['highlights'] {
  const { highlights, none } = planTexts(locale);
  const { plan, span, days, asOf } = digest;
  const name = (fields: Parameters<typeof columnOf>[1]): string => {
    const column = source && columnOf(source, fields);
    return column ? columnName(column) : none;
  };
  return [
    { label: highlights.date, value: name(['date']) },
    { label: highlights.customer, value: name(['customer', 'customer_id']) },
    { label: highlights.asOf, value: asOf === null ? none : isoDate(asOf) },
    { label: highlights.span, value: span ? `${isoDate(span[0])} – ${isoDate(span[1])}` : none },
    { label: highlights.days, value: String(days.length) },
    { label: highlights.customers, value: String(digest.customers) },
    { label: highlights.visits, value: String(plan.visits.length) },
    { label: highlights.left, value: String(plan.left.length) },
  ];
}
