import { isoDate } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import { adviceOf, curveOf } from '../../domain/retail/curve';
import { flagsOf } from '../../domain/retail/tracking';
import type { Locale } from '../../locales';
import type { Plan } from '../../plan/types';
import { remarksOf } from '../remarks';
import type { BuildRequest, Preparation, Template } from '../types';
import { ruleReferences, type Measure, type RetailContext, type SheetId } from './context';
import { curveSheet } from './curve-sheet';
import { accountsSheet, mixSheet } from './data-sheets';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { reportSheet } from './report';
import { rulesSheet } from './rules-sheet';
import { standardsSheet } from './standards-sheet';
import { retailTexts } from './texts';
import { trackingSheet } from './tracking-sheet';

export const retailerAnalysis: Template = { ...entry, prepare, build };

const ROLES: Readonly<Record<SheetId, string>> = {
  report: 'report',
  quantity: 'quantity',
  amount: 'amount',
  accounts: 'accounts',
  mix: 'mix',
  tracking: 'tracking',
  standards: 'standards',
  rules: 'rules-retail',
};

/** The sheets of a build, in their order: without orders only those that are filled in by hand. */
function sheetsOf({ source }: BuildRequest, digest: Digest): SheetId[] {
  if (source === null) return ['tracking', 'standards', 'rules'];
  return [
    'report',
    ...(digest.week.start === null ? [] : (['tracking'] as const)),
    ...measuresOf(digest),
    'accounts',
    ...(digest.mix.length > 0 ? (['mix'] as const) : []),
    'standards',
    'rules',
  ];
}

function measuresOf({ hasQuantity, hasAmount }: Digest): Measure[] {
  return [...(hasQuantity ? (['quantity'] as const) : []), ...(hasAmount ? (['amount'] as const) : [])];
}

function contextOf(request: BuildRequest, digest: Digest): RetailContext {
  const { locale, names, source } = request;
  const t = retailTexts(locale);
  const sheet = (id: SheetId): string => names.sheet(ROLES[id], t.sheets[id].name);
  const sheets = {
    report: sheet('report'),
    quantity: sheet('quantity'),
    amount: sheet('amount'),
    accounts: sheet('accounts'),
    mix: sheet('mix'),
    tracking: sheet('tracking'),
    standards: sheet('standards'),
    rules: sheet('rules'),
  };
  const table = (role: string, id: keyof typeof t.tables): string => names.table(role, t.tables[id]);
  const tables = {
    quantity: table('quantity', 'quantity'),
    amount: table('amount', 'amount'),
    accounts: table('accounts', 'accounts'),
    mix: table('mix', 'mix'),
    tracking: table('tracking', 'tracking'),
    outlets: table('outlets', 'outlets'),
    settings: table('retail-settings', 'settings'),
    limits: table('retail-limits', 'limits'),
    grades: table('retail-grades', 'grades'),
    tiers: table('price-tiers', 'tiers'),
    products: table('key-products', 'products'),
  };
  const base = { t, locale, digest, blank: source === null, measures: measuresOf(digest), sheets, tables };
  return { ...base, ...ruleReferences(base) };
}

function prepare(request: BuildRequest): Preparation {
  const t = retailTexts(request.locale);
  const digest = digestOf(request);
  const made = (ids: readonly SheetId[]) =>
    ids.map((id) => ({ name: request.names.sheet(ROLES[id], t.sheets[id].name), about: t.sheets[id].about }));
  if ('refusal' in digest) {
    return {
      ...digest,
      sheets: made(['report', 'tracking', 'standards', 'rules']),
      rowsUsed: 0,
      highlights: [],
    };
  }
  return {
    refusal: null,
    sheets: made(sheetsOf(request, digest)),
    rowsUsed: digest.used,
    findings: digest.findings,
    highlights: request.source ? highlightsOf(request.locale, digest) : [],
  };
}

function highlightsOf(locale: Locale, digest: Digest): Preparation['highlights'] {
  const t = retailTexts(locale);
  const { retailers, periods, unit, asOf, hasQuantity, rules, week } = digest;
  const tolerance = Number(rules.settings['tolerance'] ?? 0);
  const advices = retailers.map(({ periods: { quantities, cents } }) =>
    adviceOf(curveOf(hasQuantity ? quantities : cents), tolerance),
  );
  const flagged = week.rows.filter((row) => flagsOf(row).length > 0).length;
  return [
    { label: t.highlights.asOf, value: asOf === null ? '' : isoDate(asOf) },
    { label: t.highlights.retailers, value: String(retailers.length) },
    { label: t.highlights.periods, value: `${periods.length} × ${t.periods[unit]}` },
    ...(['promote-slack', 'find-cause', 'standard'] as const).map((advice) => ({
      label: t.advice[advice],
      value: String(advices.filter((each) => each === advice).length),
    })),
    ...(week.start === null ? [] : [{ label: t.highlights.flagged, value: String(flagged) }]),
  ];
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, source } = request;
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const context = contextOf(request, digest);
  const makers: Readonly<Record<SheetId, () => Plan['sheets'][number]>> = {
    report: () =>
      reportSheet(context, {
        source: source?.sheet ?? '',
        remarks: remarksOf(
          digest.findings.filter(({ code }) => !code.startsWith('row-without-')),
          source?.sheet ?? '',
          locale,
        ),
      }),
    quantity: () => curveSheet(context, 'quantity'),
    amount: () => curveSheet(context, 'amount'),
    accounts: () => accountsSheet(context),
    mix: () => mixSheet(context),
    tracking: () => trackingSheet(context),
    standards: () => standardsSheet(context),
    rules: () => rulesSheet(context),
  };
  return {
    template: entry.id,
    locale,
    sheets: sheetsOf(request, digest).map((id) => makers[id]()),
  };
}
