import { isoDate } from '../../domain/dates';
import type { SheetPlan } from '../../plan/types';
import { digestTemplate } from '../digest-template';
import { remarksOf } from '../remarks';
import type { BuildRequest, Preparation } from '../types';
import type { WatchContext } from './context';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { reportSheet } from './report';
import { rulesSheet } from './rules-sheet';
import { snapshotSheet } from './snapshot-sheet';
import { watchTexts } from './texts';
import { warningsSheet } from './warnings-sheet';

export const retentionWatch = digestTemplate(entry, {
  digestOf,
  sheetsOf,
  rowsUsed: ({ users }) => users.length,
  highlightsOf,
  plan,
});

function namesOf({ locale, names }: BuildRequest): Pick<WatchContext, 'sheets' | 'tables'> {
  const t = watchTexts(locale);
  return {
    sheets: {
      report: names.sheet('report', t.reportSheet),
      warnings: names.sheet('warnings', t.warningsSheet),
      snapshot: names.sheet('rules-snapshot', t.snapshotSheet),
      rules: names.sheet('rules-retention', t.rulesSheet),
    },
    tables: {
      warnings: names.table('warnings', t.tables.warnings),
      snapshot: names.table('snapshot', t.tables.snapshot),
      settings: names.table('retention-settings', t.tables.settings),
    },
  };
}

function sheetsOf(request: BuildRequest): Preparation['sheets'] {
  const t = watchTexts(request.locale);
  const { sheets } = namesOf(request);
  return [
    { name: sheets.report, about: t.reportAbout },
    { name: sheets.warnings, about: t.warningsAbout },
    { name: sheets.snapshot, about: t.snapshotAbout },
    { name: sheets.rules, about: t.rulesAbout },
  ];
}

function highlightsOf({ locale, source }: BuildRequest, digest: Digest): Preparation['highlights'] {
  if (!source) return [];
  const { highlights: texts } = watchTexts(locale);
  const { asOf, users, warned, snapshot } = digest;
  const day = snapshot[0]?.day ?? null;
  return [
    { label: texts.asOf, value: asOf === null ? texts.today : isoDate(asOf) },
    { label: texts.users, value: String(users.length) },
    { label: texts.warned, value: String(warned.length) },
    {
      label: texts.snapshot,
      value:
        day === null ? String(snapshot.length) : texts.taken({ users: snapshot.length, day: isoDate(day) }),
    },
    { label: texts.lost, value: String(snapshot.filter(({ fate }) => fate !== 'kept').length) },
  ];
}

function plan(request: BuildRequest, digest: Digest): SheetPlan[] {
  const { locale, source } = request;
  const context: WatchContext = {
    t: watchTexts(locale),
    locale,
    digest,
    blank: source === null,
    ...namesOf(request),
  };
  const remarks = remarksOf(digest.findings, source?.sheet ?? '', locale);
  return [
    reportSheet(context, { source: source?.sheet ?? null, used: digest.users.length, remarks }),
    warningsSheet(context),
    snapshotSheet(context),
    rulesSheet(context),
  ];
}
