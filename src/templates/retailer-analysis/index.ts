import { isoDate } from '../../domain/dates';
import { adviceOf, curveOf } from '../../domain/retail/curve';
import { flagsOf } from '../../domain/retail/tracking';
import type { SheetPlan } from '../../plan/types';
import { digestTemplate } from '../digest-template';
import { remarksOf } from '../remarks';
import type { BuildRequest, Preparation } from '../types';
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

export const retailerAnalysis = digestTemplate(entry, {
  digestOf,
  sheetsOf,
  rowsUsed: ({ used }) => used,
  highlightsOf,
  plan,
});

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
function sheetIds({ source }: BuildRequest, digest: Digest): SheetId[] {
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

function sheetsOf(request: BuildRequest, digest: Digest | null): Preparation['sheets'] {
  const t = retailTexts(request.locale);
  const ids = digest ? sheetIds(request, digest) : (['report', 'tracking', 'standards', 'rules'] as const);
  return ids.map((id) => ({
    name: request.names.sheet(ROLES[id], t.sheets[id].name),
    about: t.sheets[id].about,
  }));
}

function highlightsOf({ locale, source }: BuildRequest, digest: Digest): Preparation['highlights'] {
  if (!source) return [];
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

function plan(request: BuildRequest, digest: Digest): SheetPlan[] {
  const { locale, source } = request;
  const context = contextOf(request, digest);
  const makers: Readonly<Record<SheetId, () => SheetPlan>> = {
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
  return sheetIds(request, digest).map((id) => makers[id]());
}
