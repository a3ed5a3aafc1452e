import { isoDate } from '../../domain/dates';
import { clockText, dayOf, secondsOf, SECONDS_A_DAY } from '../../domain/calendar/clock';
import { faultOutcome, type FaultOutcome } from '../../domain/orders/faults';
import { texts } from '../../locales';
import type { Plan } from '../../plan/types';
import type { Problem, TableReading } from '../../reading/types';
import { columnName } from '../columns';
import { remarksOf } from '../remarks';
import { asOfReference } from '../list-head';
import { ruleSheet } from '../rule-sheet';
import { settingsTable } from '../rules';
import { settingCells } from '../setting-cells';
import type { BuildRequest, Preparation, Template } from '../types';
import { farOffFindings, newestDay } from '../visits/as-of';
import { chinaHolidays, workRules, type WorkRules } from '../work-calendar/rules';
import { calendarSheet, calendarSheetName } from '../work-calendar/sheet';
import { faultTexts, type FaultContext } from './context';
import { entry } from './entry';
import { faultColumns, readFaults, TIMES, type SourceFault, type SourceFaults } from './faults';
import { defaultFaultValues, faultRules, faultSettings, type FaultRules } from './rules';
import { logSheet, overviewSheet } from './sheets';

const MOST_NAMES = 10;
const ROLE = 'rules-faults';
/** What formulas read of the settings, right of the table. */
const SIDE = { row: 3, column: 6 };

export const faultLog: Template = { ...entry, prepare, build };

interface Digest {
  readonly faults: SourceFaults;
  readonly asOf: number | null;
  readonly rules: FaultRules;
  readonly work: WorkRules;
  readonly findings: readonly Problem[];
}

function tablesOf({ source, companions }: BuildRequest): readonly TableReading[] {
  return [...(source ? [source] : []), ...(companions['more-faults'] ?? [])];
}

function digestOf(request: BuildRequest): Digest {
  const faults = readFaults(tablesOf(request));
  const { locale, names } = request;
  const rules = faultRules(request.rules, Number(request.options['solve-within'] ?? 120));
  const work = workRules(request.rules, calendarSheetName(locale, names), chinaHolidays(locale));
  const newest =
    request.asOf === null
      ? newestDay(faults.faults.flatMap((fault) => [fault.reported, ...TIMES.map((name) => fault[name])]))
      : null;
  const times = tablesOf(request).flatMap((table) => {
    const columns = faultColumns(table);
    return (['reported', ...TIMES] as const).map((name) => ({ table, column: columns[name] }));
  });
  return {
    faults,
    asOf: request.asOf ?? newest?.day ?? null,
    rules,
    work,
    findings: [
      ...faults.findings,
      ...rules.problems,
      ...work.problems,
      ...farOffFindings('day-far-off', newest, times),
    ],
  };
}

/** How each fault stands, by the domain's own rules. */
export function outcomes(request: BuildRequest): readonly FaultOutcome[] {
  const { faults, asOf, rules, work } = digestOf(request);
  return faults.faults.map((fault) =>
    faultOutcome(fault, rules.limits, asOf, rules.working ? work.calendar : null),
  );
}

function prepare(request: BuildRequest): Preparation {
  const { locale, names, source } = request;
  const t = faultTexts(locale);
  const { faults, asOf, findings } = digestOf(request);
  const sheets = [
    { name: names.sheet('log', t.sheet), about: t.sheetAbout },
    { name: names.sheet('overview', t.overview.sheet), about: t.overview.about },
    { name: names.sheet(ROLE, t.rules.sheet), about: t.rules.about },
    { name: calendarSheetName(locale, names), about: texts(locale).templates['work-calendar'].about },
  ];
  const refusal: Problem | null =
    source && faults.faults.length === 0
      ? { code: 'no-faults', details: { sheet: source.sheet, rows: source.rows.length }, severity: 'warning' }
      : null;
  return {
    refusal,
    sheets,
    rowsUsed: faults.faults.length,
    findings,
    highlights: refusal || !source ? [] : highlightsOf(request, source, asOf),
  };
}

function highlightsOf(
  request: BuildRequest,
  source: TableReading,
  asOf: number | null,
): Preparation['highlights'] {
  const t = faultTexts(request.locale);
  const columns = faultColumns(source);
  const shown = (['reported', ...TIMES, 'engineer'] as const).flatMap((name) => {
    const column = columns[name];
    return column ? [{ label: t.columns[name], value: columnName(column) }] : [];
  });
  const results = outcomes(request);
  const count = (result: FaultOutcome['result']): string =>
    String(results.filter((each) => each.result === result).length);
  return [
    ...shown,
    ...(asOf === null ? [] : [{ label: t.asOf, value: instantText(asOf) }]),
    { label: t.results.met, value: count('met') },
    { label: t.results.missed, value: count('missed') },
    { label: t.results.overdue, value: count('overdue') },
  ];
}

function instantText(serial: number): string {
  const day = dayOf(serial);
  return `${isoDate(day)} ${clockText(Math.floor((secondsOf(serial) - day * SECONDS_A_DAY) / 60))}`;
}

function build(request: BuildRequest): Plan {
  const { locale, names, source } = request;
  const t = faultTexts(locale);
  const { faults, asOf, work, findings } = digestOf(request);
  const days = faults.faults.map(({ reported }) => dayOf(reported));
  const last = asOf === null ? DEFAULT_DAY : dayOf(asOf);
  const calendar = calendarSheet({
    locale,
    names,
    holidays: work.holidays,
    work: work.work,
    first: days.reduce((least, day) => Math.min(least, day), last),
    last,
  });
  const rules = rulesSheet(request);
  const sheet = names.sheet('log', t.sheet);
  const context: FaultContext = {
    t,
    table: names.table('faults', t.table),
    settings: rules.settings,
    calendar: calendar.native,
    asOf: asOfReference(sheet),
    inWorkingHours: faultSettings.settings.at(-1)?.choices?.[1]?.words[locale][0] ?? '',
  };
  const sheets = [...new Set(tablesOf(request).map((table) => table.sheet))].join(
    locale === 'en' ? ', ' : '、',
  );
  const now = request.options['as-of'] === 'now' && request.asOf === null;
  return {
    template: entry.id,
    locale,
    sheets: [
      logSheet(context, faults, { name: sheet, source: source ? sheets : null, asOf: now ? null : asOf }),
      overviewSheet(context, {
        name: names.sheet('overview', t.overview.sheet),
        engineers: namesOf(faults.faults, 'engineer'),
        customers: namesOf(faults.faults, 'customer'),
        kinds: namesOf(faults.faults, 'kind'),
        remarks: remarksOf(findings, source?.sheet ?? '', locale),
      }),
      rules.plan,
      calendar.plan,
    ],
  };
}

/** Where nothing has been reported yet, the list of working days begins with the announced holidays. */
const DEFAULT_DAY = 45_658;

function rulesSheet({ locale, names, options }: BuildRequest) {
  const t = faultTexts(locale);
  const name = names.sheet(ROLE, t.rules.sheet);
  const plan = ruleSheet(ROLE, name, { title: t.rules.title, note: t.rules.note, footer: t.footer }, [
    {
      heading: t.rules.heading,
      note: t.rules.headingNote,
      plan: (at) =>
        settingsTable(faultSettings, defaultFaultValues(Number(options['solve-within'] ?? 120)), {
          name: names.table(faultSettings.id, t.rules.table),
          at,
          locale,
        }),
    },
  ]);
  const [table] = plan.tables;
  if (!table) throw new Error('The rules have a table.');
  const settings = settingCells(faultSettings, table, { sheet: name, at: SIDE, locale });
  return {
    settings,
    plan: {
      ...plan,
      blocks: [...plan.blocks, ...settings.blocks],
      widths: [...plan.widths, 2, 2, 24, 12],
      print: {
        ...plan.print,
        area: { row: 0, column: 0, rows: table.at.row + 1 + table.rows.length, columns: 3 },
      },
    },
  };
}

/** The most frequent first. */
function namesOf(faults: readonly SourceFault[], by: 'engineer' | 'customer' | 'kind'): string[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const fault of faults) {
    const name = fault[by];
    if (name === null) continue;
    const known = counts.get(name.toLowerCase());
    if (known) known.count++;
    else counts.set(name.toLowerCase(), { name, count: 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
