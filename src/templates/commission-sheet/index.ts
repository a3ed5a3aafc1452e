import { DaybookError } from '../../domain/errors';
import type { Cents } from '../../domain/money';
import { problemSentence } from '../../locales/problems';
import type { Plan } from '../../plan/types';
import { handedOut, isLive } from '../commission/handout';
import { sourceOf } from '../sources';
import type { BuildRequest, Preparation, Template } from '../types';
import { dataSheet } from './data-sheet';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { fixedSheet } from './fixed-sheet';
import { personSheet } from './person-sheet';
import { reportSheet } from './report-sheet';
import { termsSheet, type TermsBook } from './terms-sheet';
import { sheetTexts } from './texts';
import { money, monthText } from './wording';
import { workingSheet, type Working } from './working-sheet';

export const commissionSheet: Template = { ...entry, prepare, build };

function prepare(request: BuildRequest): Preparation {
  const digest = digestOf(request);
  if ('refusal' in digest) {
    const sheets = listOf(request, false);
    return { refusal: digest.refusal, sheets, rowsUsed: 0, findings: digest.findings, highlights: [] };
  }
  return {
    refusal: null,
    sheets: listOf(request, partsOf(request, digest).working.hasFixed),
    rowsUsed: digest.counted.length,
    findings: digest.findings,
    highlights: highlightsOf(digest, request),
  };
}

function listOf({ locale, names, options }: BuildRequest, hasFixed: boolean): Preparation['sheets'] {
  const t = sheetTexts(locale);
  return [
    { name: names.sheet('report', t.sheet), about: t.about },
    ...(isLive(options) ? [{ name: names.sheet('person', t.person.sheet), about: t.person.about }] : []),
    { name: names.sheet('working', t.working), about: t.workingAbout },
    ...(hasFixed ? [{ name: names.sheet('fixed', t.fixed.sheet), about: t.fixed.about }] : []),
    { name: names.sheet('terms', t.terms.sheet), about: t.terms.about },
    { name: names.sheet('data', t.data), about: t.dataAbout },
  ];
}

interface Parts {
  readonly table: string;
  readonly terms: TermsBook;
  readonly working: Working;
}

function partsOf({ locale, names, options }: BuildRequest, digest: Digest): Parts {
  const t = sheetTexts(locale);
  const live = isLive(options);
  const table = names.table('pay-rows', t.dataTable);
  const terms = termsSheet(t, names.sheet('terms', t.terms.sheet), digest, locale, live);
  const working = workingSheet(t, { sheet: names.sheet('working', t.working), table }, digest, terms, live);
  return { table, terms, working };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, names, options } = request;
  const t = sheetTexts(locale);
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const { table, terms, working } = partsOf(request, digest);
  const live = isLive(options);
  const source = sourceOf(request).sheet;
  const report = names.sheet('report', t.sheet);
  const notes = digest.findings.map((problem) => problemSentence(problem, locale));
  const head = { name: report, working: working.sheet.name, source, notes, live, changed: terms.changed };
  const person = { sheet: names.sheet('person', t.person.sheet), table };
  const extras = terms.spiffs.length > 0;
  const sheets = [
    reportSheet(t, head, digest, working),
    ...(live ? [personSheet(t, person, digest, terms, working)] : []),
    working.sheet,
    ...(working.hasFixed ? [fixedSheet(t, names.sheet('fixed', t.fixed.sheet), digest, working)] : []),
    terms.sheet,
    dataSheet(t, { sheet: names.sheet('data', t.data), table, source, report, extras }, digest.counted),
  ];
  return { template: entry.id, locale, sheets: handedOut(sheets, options) };
}

function highlightsOf(digest: Digest, { locale }: BuildRequest): Preparation['highlights'] {
  const { highlights } = sheetTexts(locale);
  const paid = digest.run.months.filter(({ month }) => month === digest.focus);
  const sum = (values: readonly Cents[]): Cents => values.reduce((total, value) => total + value, 0);
  return [
    { label: highlights.plan, value: digest.read.sheet },
    { label: highlights.month, value: monthText(digest.focus) },
    { label: highlights.people, value: String(paid.length) },
    { label: highlights.revenue, value: money(sum(paid.map(({ basis }) => basis))) },
    { label: highlights.pay, value: money(sum(paid.map(({ pay }) => pay))) },
  ];
}
