import { isoDate } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import type { Locale } from '../../locales';
import type { Plan } from '../../plan/types';
import { remarksOf } from '../remarks';
import type { BuildRequest, Preparation, Template } from '../types';
import type { WatchContext } from './context';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { reportSheet } from './report';
import { rulesSheet } from './rules-sheet';
import { snapshotSheet } from './snapshot-sheet';
import { watchTexts } from './texts';
import { warningsSheet } from './warnings-sheet';

export const retentionWatch: Template = { ...entry, prepare, build };

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

function prepare(request: BuildRequest): Preparation {
  const t = watchTexts(request.locale);
  const { sheets: made } = namesOf(request);
  const sheets = [
    { name: made.report, about: t.reportAbout },
    { name: made.warnings, about: t.warningsAbout },
    { name: made.snapshot, about: t.snapshotAbout },
    { name: made.rules, about: t.rulesAbout },
  ];
  const digest = digestOf(request);
  if ('refusal' in digest) return { ...digest, sheets, rowsUsed: 0, highlights: [] };
  return {
    refusal: null,
    sheets,
    rowsUsed: digest.users.length,
    findings: digest.findings,
    highlights: request.source ? highlightsOf(request.locale, digest) : [],
  };
}

function highlightsOf(locale: Locale, digest: Digest): Preparation['highlights'] {
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

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, source } = request;
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const context: WatchContext = {
    t: watchTexts(locale),
    locale,
    digest,
    blank: source === null,
    ...namesOf(request),
  };
  const remarks = remarksOf(digest.findings, source?.sheet ?? '', locale);
  return {
    template: entry.id,
    locale,
    sheets: [
      reportSheet(context, { source: source?.sheet ?? null, used: digest.users.length, remarks }),
      warningsSheet(context),
      snapshotSheet(context),
      rulesSheet(context),
    ],
  };
}
