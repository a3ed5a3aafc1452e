import { DaybookError } from '../../domain/errors';
import type { Cents } from '../../domain/money';
import { problemSentence } from '../../locales/problems';
import type { Plan } from '../../plan/types';
import { sourceOf } from '../sources';
import type { BuildRequest, Preparation, Template } from '../types';
import { dataSheet } from './data-sheet';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { reportSheet } from './report-sheet';
import { sheetTexts } from './texts';
import { money, monthText } from './wording';
import { workingSheet } from './working-sheet';

export const commissionSheet: Template = { ...entry, prepare, build };

function prepare(request: BuildRequest): Preparation {
  const t = sheetTexts(request.locale);
  const { names } = request;
  const digest = digestOf(request);
  const sheets = [
    { name: names.sheet('report', t.sheet), about: t.about },
    { name: names.sheet('working', t.working), about: t.workingAbout },
    { name: names.sheet('data', t.data), about: t.dataAbout },
  ];
  if ('refusal' in digest) {
    return { refusal: digest.refusal, sheets, rowsUsed: 0, findings: digest.findings, highlights: [] };
  }
  return {
    refusal: null,
    sheets,
    rowsUsed: digest.counted.length,
    findings: digest.findings,
    highlights: highlightsOf(digest, request),
  };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, names, options } = request;
  const t = sheetTexts(locale);
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const live = options['handout'] !== 'values' && options['handout'] !== 'protected';
  const source = sourceOf(request).sheet;
  const report = names.sheet('report', t.sheet);
  const table = names.table('pay-rows', t.dataTable);
  const working = workingSheet(t, { sheet: names.sheet('working', t.working), table }, digest, live);
  const notes = digest.findings.map((problem) => problemSentence(problem, locale));
  const head = { name: report, working: working.sheet.name, source, notes, live };
  const sheets = [
    reportSheet(t, head, digest, working),
    working.sheet,
    dataSheet(t, { sheet: names.sheet('data', t.data), table, source, report }, digest.counted),
  ];
  const locked = options['handout'] === 'protected';
  return {
    template: entry.id,
    locale,
    sheets: locked ? sheets.map((sheet) => ({ ...sheet, locked })) : sheets,
  };
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
