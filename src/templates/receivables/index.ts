import { isCalendarDate, isoDate, isSerial, serialOf } from '../../domain/dates';
import { formatCents } from '../../domain/money';
import { ageing } from '../../domain/orders/ageing';
import type { Plan, TablePlan } from '../../plan/types';
import type { ColumnReading, Problem, TableReading } from '../../reading/types';
import { columnName } from '../columns';
import { remarksOf } from '../remarks';
import { asOfReference } from '../list-head';
import { ruleSheet } from '../rule-sheet';
import { ruleTable } from '../rules';
import type { BuildRequest, Preparation, Template } from '../types';
import { farOffFindings, newestDay } from '../visits/as-of';
import { debtColumns, readDebts, saysDebts, type Debt, type Debts } from './debts';
import { entry } from './entry';
import { convertedBalance, currenciesOf, rateRules, type Currencies } from './rates';
import { bucketRules, bucketsOf, type Buckets } from './rules';
import { overviewSheet } from './overview';
import { debtSheet, debtTexts, type DebtContext } from './list';

const MOST_NAMES = 20;
const ROLE = 'rules-receivables';

export const receivables: Template = { ...entry, prepare, build };

interface Digest {
  readonly debts: Debts;
  readonly buckets: Buckets;
  readonly currencies: Currencies;
  readonly asOf: number | null;
  readonly findings: readonly Problem[];
}

function tablesOf({ source, companions }: BuildRequest): readonly TableReading[] {
  return [...(source ? [source] : []), ...(companions['more-receivables'] ?? [])];
}

function digestOf(request: BuildRequest): Digest {
  const debts = readDebts(tablesOf(request), request.options['without-due'] !== 'undated');
  const buckets = bucketsOf(request.rules, request.locale);
  const stated = request.asOf ?? (request.source && statedDay(request.source.title));
  const currencies = currenciesOf(debts.debts, request.rules);
  const days = daysOf(tablesOf(request));
  const newest = stated === null ? newestDay(days.flatMap(({ column }) => datesIn(column))) : null;
  return {
    debts,
    buckets,
    currencies,
    asOf: stated ?? newest?.day ?? null,
    findings: [
      ...debts.findings,
      ...currencies.problems,
      ...buckets.problems,
      ...farOffFindings('day-far-off', newest, days),
    ],
  };
}

interface DayColumn {
  readonly table: TableReading;
  readonly column: ColumnReading | null;
}

/** Where the newest day is looked for: what has happened; only where no sheet says that, what is due, which may lie ahead. */
function daysOf(tables: readonly TableReading[]): DayColumn[] {
  const columns = tables.map((table) => ({ table, ...debtColumns(table) }));
  const happened = columns.map(({ table, ordered }) => ({ table, column: ordered }));
  return happened.some(({ column }) => datesIn(column).length > 0)
    ? happened
    : columns.map(({ table, due }) => ({ table, column: due }));
}

function datesIn(column: ColumnReading | null): number[] {
  return (column?.values ?? []).flatMap((value) =>
    typeof value === 'number' && value >= 1 && isSerial(value) ? [Math.floor(value)] : [],
  );
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that a list's title says it stands for: 截至2025年4月30日, "as of 30 April 2025"; null where it says none. */
export function statedDay(title: string): number | null {
  const chinese = /(?:截至|截止)\D{0,3}(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(title);
  const english = /as (?:of|at)\s+(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i.exec(title);
  const [year, month, day] = chinese
    ? [Number(chinese[1]), Number(chinese[2]), Number(chinese[3])]
    : english
      ? [Number(english[3]), MONTHS.indexOf((english[2] ?? '').toLowerCase()) + 1, Number(english[1])]
      : [0, 0, 0];
  return isCalendarDate(year, month, day) ? serialOf(year, month, day) : null;
}

function prepare(request: BuildRequest): Preparation {
  const { locale, names, source } = request;
  const t = debtTexts(locale);
  const { debts, buckets, currencies, asOf, findings } = digestOf(request);
  const sheets = [
    { name: names.sheet('list', t.sheet), about: t.sheetAbout },
    { name: names.sheet('overview', t.overview.sheet), about: t.overview.about },
    { name: names.sheet(ROLE, t.rules.sheet), about: t.rules.about },
  ];
  const refusal: Problem | null =
    source && debts.debts.length === 0
      ? {
          code: saysDebts(debtColumns(source)) ? 'no-debts' : 'no-balance-column',
          details: { sheet: source.sheet, rows: source.rows.length },
          severity: 'warning',
        }
      : null;
  if (refusal || !source || asOf === null)
    return { refusal, sheets, rowsUsed: debts.debts.length, findings, highlights: [] };
  const columns = debtColumns(source);
  const rows = ageing(
    debts.debts.map((debt) => ({
      name: debt.customer ?? '',
      balance: convertedBalance(debt, currencies) ?? 0,
      due: debt.due,
    })),
    asOf,
    buckets.limits,
  );
  const sum = (of: (row: (typeof rows)[number]) => number): string =>
    formatCents(rows.reduce((all, row) => all + of(row), 0));
  const from = columns.balance ?? columns.amount;
  const due = columns.due ?? columns.ordered;
  return {
    refusal,
    sheets,
    rowsUsed: debts.debts.length,
    findings,
    highlights: [
      ...(from ? [{ label: t.columns.balance, value: columnName(from) }] : []),
      ...(due ? [{ label: t.columns.due, value: columnName(due) }] : []),
      { label: t.asOf, value: isoDate(asOf) },
      { label: t.overview.figures.open, value: sum(({ total }) => total) },
      ...buckets.labels.map((label, index) => ({ label, value: sum((row) => row.buckets[index] ?? 0) })),
    ],
  };
}

function build(request: BuildRequest): Plan {
  const { locale, names, source } = request;
  const t = debtTexts(locale);
  const { debts, buckets, currencies, asOf, findings } = digestOf(request);
  const sheet = names.sheet('list', t.sheet);
  const table = names.table(bucketRules.id, t.rules.table);
  const rates = names.table(rateRules.id, t.rules.rates);
  const context: DebtContext = {
    t,
    locale,
    table: names.table('debts', t.table),
    buckets: table,
    asOf: asOfReference(sheet),
    rates: currencies.others.size > 0 ? { home: currencies.home, table: rates } : null,
  };
  const sheets = [...new Set(tablesOf(request).map((each) => each.sheet))].join(
    locale === 'en' ? ', ' : '、',
  );
  const today = request.options['as-of'] === 'today' && request.asOf === null;
  return {
    template: entry.id,
    locale,
    sheets: [
      debtSheet(context, debts.debts, {
        name: sheet,
        source: source ? sheets : null,
        asOf: today ? null : asOf,
        buckets: buckets.labels.length,
      }),
      overviewSheet(context, {
        name: names.sheet('overview', t.overview.sheet),
        customers: namesOf(debts.debts, 'customer', currencies),
        people: namesOf(debts.debts, 'person', currencies),
        labels: buckets.labels,
        debts: debts.debts.length,
        remarks: remarksOf(findings, source?.sheet ?? '', locale),
      }),
      ruleSheet(
        ROLE,
        names.sheet(ROLE, t.rules.sheet),
        { title: t.rules.title, note: t.rules.note, footer: t.footer },
        [
          {
            heading: t.rules.heading,
            note: t.rules.headingNote,
            plan: (at) => ruleTable(bucketRules, buckets.inputs, { name: table, at, locale }),
          },
          ...(context.rates
            ? [
                {
                  heading: t.rules.ratesHeading,
                  note: t.rules.ratesNote({ home: context.rates.home }),
                  plan: (at: TablePlan['at']) =>
                    ruleTable(rateRules, currencies.inputs, { name: rates, at, locale }),
                },
              ]
            : []),
        ],
      ),
    ],
  };
}

/** The names that owe the most. */
function namesOf(debts: readonly Debt[], by: 'customer' | 'person', currencies: Currencies): string[] {
  const owed = new Map<string, { name: string; cents: number }>();
  for (const debt of debts) {
    const name = debt[by];
    if (name === null) continue;
    const cents = convertedBalance(debt, currencies) ?? 0;
    const known = owed.get(name.toLowerCase());
    if (known) known.cents += cents;
    else owed.set(name.toLowerCase(), { name, cents });
  }
  return [...owed.values()]
    .sort((a, b) => b.cents - a.cents)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
