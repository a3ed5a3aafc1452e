import { DaybookError } from '../../domain/errors';
import type { Locale } from '../../locales';
import type { Plan, SheetPlan } from '../../plan/types';
import type { Problem } from '../../reading/types';
import { columnName } from '../columns';
import { handedOut, isLive } from '../commission/handout';
import { sourceOf } from '../sources';
import type { BuildRequest, Preparation, Template } from '../types';
import type { CheckContext } from './context';
import { checkSheet, type Digest, type Refused } from './digest';
import { entry } from './entry';
import { linesOf, type Lines } from './lines';
import { personSheet } from './person-sheet';
import { choosePlan } from './plan';
import { reportSheet } from './report';
import { rowsSheet } from './rows-sheet';
import { checkTexts, flagText, moneyText, monthText, rowSentence } from './sentences';
import { standardsSheet } from './standards-sheet';
import { MOST_PEOPLE, statementsSheet } from './statements-sheet';
import { peopleOf } from './rows-sheet';

export const commissionCheck: Template = { ...entry, prepare, build };

function digestOf(request: BuildRequest): Digest | Refused {
  const { companions, options, locale, asOf, rules } = request;
  const source = sourceOf(request);
  const chosen = choosePlan(rules, options, locale);
  if (!chosen) {
    return {
      refusal: { code: 'check-no-plan', details: { sheet: source.sheet }, severity: 'warning' },
      findings: [],
    };
  }
  return checkSheet({
    source,
    orders: companions['orders'] ?? [],
    team: companions['team']?.[0] ?? null,
    chosen,
    asOf,
    near: Number(options['near'] ?? '2'),
    locale,
  });
}

type SheetId = keyof CheckContext['sheets'];

/** Which sheets are made: a page each for people who can still be printed, a page to choose from while it is alive. */
function sheetsOf(live: boolean, people: number): SheetId[] {
  return [
    'report',
    'rows',
    ...(people <= MOST_PEOPLE ? (['statements'] as const) : []),
    ...(live ? (['person', 'standards'] as const) : []),
  ];
}

function prepare(request: BuildRequest): Preparation {
  const t = checkTexts(request.locale);
  const digest = digestOf(request);
  const names = sheetNames(request);
  const live = isLive(request.options);
  const sheets = (people: number): Preparation['sheets'] =>
    sheetsOf(live, people).map((id) => ({ name: names[id], about: t.about[id] }));
  if ('refusal' in digest) return { ...digest, sheets: sheets(0), rowsUsed: 0, highlights: [] };
  const people = new Set(digest.submission.rows.map(({ person }) => person)).size;
  return {
    refusal: null,
    sheets: sheets(people),
    rowsUsed: digest.checked.filter(({ difference }) => difference !== null).length,
    findings: [...digest.findings, ...wrongRows(request, digest), ...flagFindings(request.locale, digest)],
    highlights: highlightsOf(request.locale, digest),
  };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const { locale, names } = request;
  const t = checkTexts(locale);
  const source = sourceOf(request).sheet;
  const lines: Lines = linesOf(digest, source, locale);
  const live = isLive(request.options);
  const context: CheckContext = {
    t,
    locale,
    digest,
    lines,
    source,
    live,
    sheets: sheetNames(request),
    tables: {
      rows: names.table('check-rows', t.tables.rows),
      standards: names.table('check-rates', t.tables.standards),
    },
  };
  const makers: Readonly<Record<SheetId, (context: CheckContext) => SheetPlan>> = {
    report: reportSheet,
    rows: rowsSheet,
    statements: statementsSheet,
    person: personSheet,
    standards: standardsSheet,
  };
  const made = sheetsOf(live, peopleOf(lines.all).length);
  const sheets = handedOut(
    made.map((id) => makers[id](context)),
    request.options,
  );
  return { template: entry.id, locale, sheets };
}

function sheetNames({ locale, names }: BuildRequest): CheckContext['sheets'] {
  const { sheets } = checkTexts(locale);
  return {
    report: names.sheet('report', sheets.report),
    rows: names.sheet('rows', sheets.rows),
    statements: names.sheet('statements', sheets.statements),
    person: names.sheet('person', sheets.person),
    standards: names.sheet('standards', sheets.standards),
  };
}

/** Each row that differs, at its cell. */
function wrongRows(request: BuildRequest, digest: Digest): Problem[] {
  const t = checkTexts(request.locale);
  const source = sourceOf(request);
  const column = (digest.submission.columns.pay ?? digest.submission.columns.commission)?.column;
  return digest.checked.flatMap((row, index): Problem[] => {
    const submitted = digest.submission.rows[index];
    if ((row.verdict !== 'explained' && row.verdict !== 'unexplained') || !submitted) return [];
    const details = {
      person: submitted.person ?? '',
      month: submitted.month === null ? t.noMonth : monthText(t, submitted.month),
      sentence: rowSentence(t, row) ?? '',
    };
    const at = { row: source.rows[submitted.at[0] ?? 0], ...(column === undefined ? {} : { column }) };
    return [{ code: 'check-differs', ...at, details, severity: 'warning' }];
  });
}

function flagFindings(locale: Locale, digest: Digest): Problem[] {
  const t = checkTexts(locale);
  return digest.flags.map((flag) => ({
    code: 'check-flag',
    details: { sentence: flagText(t, flag, digest.orders.places) },
    severity: 'note',
  }));
}

function highlightsOf(locale: Locale, digest: Digest): Preparation['highlights'] {
  const t = checkTexts(locale);
  const { highlights: words } = t;
  const { columns } = digest.submission;
  const used = [
    columns.person,
    columns.month,
    columns.revenue,
    columns.base,
    columns.commission,
    columns.pay,
  ];
  const compared = digest.checked.filter(({ difference }) => difference !== null);
  const right = compared.filter(({ verdict }) => verdict === 'right').length;
  const net = compared.reduce((sum, { difference }) => sum + (difference ?? 0), 0);
  return [
    {
      label: words.columns,
      value: used.flatMap((column) => (column ? [columnName(column)] : [])).join(t.listJoint),
    },
    { label: words.plan, value: digest.chosen.name },
    {
      label: words.orders,
      value: digest.orders.lines.length === 0 ? words.none : String(digest.orders.lines.length),
    },
    { label: words.rows, value: `${compared.length} / ${digest.checked.length}` },
    { label: words.right, value: String(right) },
    { label: words.wrong, value: String(compared.length - right) },
    { label: words.difference, value: moneyText(net) },
  ];
}
