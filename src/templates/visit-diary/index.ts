import { dateOf, isoDate } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import type { Plan, PlanCell } from '../../plan/types';
import { columnName, columnOf } from '../columns';
import { formula } from '../expressions';
import { remarksOf } from '../remarks';
import type { BuildRequest, Preparation, Template } from '../types';
import { furthest } from '../visits/as-of';
import type { Visit } from '../visits/visits';
import { analysisSheet } from './analysis-sheet';
import {
  diary,
  diaryTexts,
  SHEETS,
  TABLES,
  type DiaryContext,
  type SheetRole,
  type TableRole,
} from './context';
import { customersSheet } from './customers-sheet';
import { daysSheet } from './days-sheet';
import { diarySheet, LIVE_OVERLAPS } from './diary-sheet';
import { digestOf, type Digest } from './digest';
import { entry } from './entry';
import { followUpSheet } from './follow-up-sheet';
import { quarterSheet } from './quarter-sheet';
import { reviewSheet } from './review-sheet';
import { rulesSheet } from './rules-sheet';

export const visitDiary: Template = { ...entry, prepare, build };

function prepare(request: BuildRequest): Preparation {
  const t = diaryTexts(request.locale);
  const sheets = SHEETS.map((role) => ({
    name: request.names.sheet(role, t.sheets[role].name),
    about: t.sheets[role].about,
  }));
  const digest = digestOf(request);
  if ('refusal' in digest) {
    return { refusal: digest.refusal, sheets, rowsUsed: 0, findings: digest.findings, highlights: [] };
  }
  return {
    refusal: null,
    sheets,
    rowsUsed: digest.read.visits.length,
    findings: digest.findings,
    highlights: request.source ? highlightsOf(request, digest) : [],
  };
}

/** @throws DaybookError with the refusal's code where prepare() refuses. */
function build(request: BuildRequest): Plan {
  const { locale, source } = request;
  const digest = digestOf(request);
  if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
  const context = contextOf(request, digest);
  const { read, people, purposes, departments, customers, overlaps } = digest;
  const lists = {
    people: people.length,
    customers: customers.length,
    purposes: purposes.length,
    departments: departments.length,
  };
  const remarks = remarksOf(digest.findings, source?.sheet ?? '', locale);
  return {
    template: entry.id,
    locale,
    sheets: [
      diarySheet(context, {
        visits: read.visits,
        overlaps,
        sources: digest.tables.map(({ sheet }) => sheet),
        lists: source ? lists : { ...lists, people: BLANK_PEOPLE, customers: BLANK_PEOPLE },
        asOf: asOfValue(request, context, digest),
      }),
      followUpSheet(context, digest.owners, { open: digest.open, visits: read.visits.length }),
      analysisSheet(context, { people, rules: digest.rules, visits: read.visits, overlaps, remarks }),
      customersSheet(context, customers),
      daysSheet(context, people),
      reviewSheet(context, digest.review),
      quarterSheet(context, {
        people,
        departments: source ? departments : [],
        purposes: source ? purposes : [],
      }),
      rulesSheet(context, digest.rules, { people, purposes, departments }),
    ],
  };
}

/** Cells of the lists that a diary handed out empty offers to be filled. */
const BLANK_PEOPLE = 30;

function contextOf({ locale, names, source }: BuildRequest, { read, asOf }: Digest): DiaryContext {
  const t = diaryTexts(locale);
  const sheets = Object.fromEntries(
    SHEETS.map((role) => [role, names.sheet(role, t.sheets[role].name)]),
  ) as Record<SheetRole, string>;
  const tables = Object.fromEntries(
    TABLES.map((role) => [role, names.table(role, t.tableNames[role])]),
  ) as Record<TableRole, string>;
  return { t, locale, sheets, tables, asOf, filled: read.filled, blank: source === null };
}

/** The day asked about: the one given, today, or the newest of the diary's days that is no slip of the pen. */
function asOfValue(
  { asOf, options, source }: BuildRequest,
  context: DiaryContext,
  { newest, read }: Digest,
): PlanCell {
  if (asOf !== null) return asOf;
  if (options['as-of'] === 'today') return formula('TODAY()');
  const dates = diary(context, 'date');
  if (!source || !newest) return formula(`IF(COUNT(${dates})=0,TODAY(),MAX(${dates}))`);
  if (newest.slip === null) return formula(newestOf(dates, read.visits));
  const { year, month, day } = dateOf(newest.slip);
  return formula(`AGGREGATE(14,6,${dates}/(${dates}<DATE(${year},${month},${day})),1)`);
}

/**
 * The newest day, also of those typed later: one alone that is too far ahead of all others is a slip. In a diary of many
 * rows it would take its time to look for the last but one.
 */
function newestOf(dates: string, visits: readonly Visit[]): string {
  const newest = `MAX(${dates})`;
  if (visits.length > LIVE_OVERLAPS) return newest;
  const days = visits.flatMap(({ date }) => date ?? []).sort((a, b) => a - b);
  const before = `LARGE(${dates},2)`;
  return `IF(${newest}-IFERROR(${before},${newest})>${furthest(days)},${before},${newest})`;
}

function highlightsOf({ locale, source }: BuildRequest, digest: Digest): Preparation['highlights'] {
  const { highlights: texts, none } = diaryTexts(locale);
  const name = (fields: Parameters<typeof columnOf>[1]): string => {
    const column = source && columnOf(source, fields);
    return column ? columnName(column) : none;
  };
  const { visits } = digest.read;
  const days = visits.flatMap(({ date }) => (date === null ? [] : [date]));
  const first = days.reduce((least, day) => Math.min(least, day), Infinity);
  return [
    { label: texts.date, value: name(['date']) },
    { label: texts.customer, value: name(['customer', 'customer_id']) },
    { label: texts.person, value: name(['person']) },
    { label: texts.sheets, value: digest.tables.map(({ sheet }) => sheet).join(', ') },
    { label: texts.visits, value: String(visits.length) },
    {
      label: texts.days,
      value: days.length === 0 ? none : `${isoDate(first)} – ${isoDate(digest.newest?.day ?? first)}`,
    },
    { label: texts.customers, value: String(digest.customers.length) },
    { label: texts.open, value: String(digest.open) },
    { label: texts.overlaps, value: String(digest.overlaps.length) },
  ];
}
