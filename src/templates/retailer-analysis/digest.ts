import { isoDate } from '../../domain/dates';
import { DaybookError } from '../../domain/errors';
import { centsOf, yuanOf } from '../../domain/money';
import { retailLedger, type RetailerPeriods } from '../../domain/retail/ledger';
import { isOver, PERIODS, periodsBetween, type PeriodUnit } from '../../domain/retail/periods';
import type { Problem, TableReading } from '../../reading/types';
import { columnOf, numberAt, textAt } from '../columns';
import { entriesRefusal, entryColumns, readEntries, type Entries } from '../records/entries';
import type { BuildRequest } from '../types';
import { DECADE, newestDay } from '../visits/as-of';
import { mixOf, type MixRow } from './mix';
import { readRetailRules, type RetailRules } from './rules';
import { retailTexts } from './texts';
import { weekOf, type ListedRetailer, type Week } from './week';

/** Periods of a curve at most, and months of the accounts. */
const MOST_PERIODS = 53;
const MOST_MONTHS = 12;
/** Of the last weeks a retailer's weekly quantity is the mean. */
const STOCK_WEEKS = 13;

export interface Retailer {
  readonly name: string;
  readonly key: string;
  readonly person: string | null;
  readonly grade: string | null;
  /** Aligned with Digest.periods and Digest.months. */
  readonly periods: RetailerPeriods;
  readonly months: RetailerPeriods;
  readonly monthProfits: readonly number[] | null;
  readonly weekly: number;
}

export interface Digest {
  readonly asOf: number | null;
  readonly unit: PeriodUnit;
  /** Serials of first days. */
  readonly periods: readonly number[];
  readonly months: readonly number[];
  readonly retailers: readonly Retailer[];
  readonly hasQuantity: boolean;
  readonly hasAmount: boolean;
  readonly hasProfit: boolean;
  readonly mix: readonly MixRow[];
  readonly tiersStated: boolean;
  readonly week: Week;
  readonly used: number;
  readonly rules: RetailRules;
  readonly findings: readonly Problem[];
}

export type Refusal = { readonly refusal: Problem; readonly findings: readonly Problem[] };

export function digestOf(request: BuildRequest): Digest | Refusal {
  const { source } = request;
  if (!source) return blankDigest(request);
  const columns = entryColumns(source);
  const refusal = entriesRefusal(source, columns, 'amount-or-quantity');
  if (refusal) return { refusal, findings: [] };
  const entries = readEntries(source, columns);
  const newest = newestDay(entries.dates, DECADE);
  const asOf = request.asOf ?? newest?.day ?? null;
  const refuse = (code: string): Refusal => ({
    refusal: { code, details: { sheet: source.sheet, rows: source.rows.length }, severity: 'warning' },
    findings: entries.findings,
  });
  if (asOf === null || !entries.dates.some((date) => date <= asOf)) return refuse('no-usable-rows');
  try {
    return digest(request, entries, asOf);
  } catch (error) {
    if (error instanceof DaybookError && error.code === 'money-too-large') return refuse(error.code);
    throw error;
  }
}

function unitOf({ options }: BuildRequest): PeriodUnit {
  return PERIODS.find((unit) => unit === options['period']) ?? 'month';
}

function digest(request: BuildRequest, entries: Entries, asOf: number): Digest {
  const { columns } = entries;
  const chosen = unitOf(request);
  // A sheet of months has no weeks.
  const unit = !columns.daily && chosen === 'week' ? 'month' : chosen;
  const first = entries.dates.reduce((least, date) => Math.min(least, date), asOf);
  const all = periodsBetween(Math.max(first, asOf - 400 * MOST_PERIODS), asOf, unit);
  const over = !columns.daily || isOver(asOf, unit) || all.length < 2;
  const periods = (over ? all : all.slice(0, -1)).slice(-MOST_PERIODS);
  const months = periodsBetween(Math.max(first, asOf - 31 * MOST_MONTHS), asOf, 'month').slice(-MOST_MONTHS);
  const input = {
    retailers: entries.customers,
    dates: entries.dates,
    quantities: entries.quantities,
    amounts: entries.amounts,
  };
  const byPeriod = retailLedger(input, periods, unit);
  const byMonth = retailLedger(input, months, 'month');
  const profits = profitsOf(entries);
  const profitByMonth = profits ? retailLedger({ ...input, amounts: profits }, months, 'month') : null;
  const list = request.companions['retailers']?.[0] ?? null;
  const listed = listFacts(list);
  const persons = firstText(entries, entries.persons);
  const hasQuantity = columns.quantity !== null;
  const weeks = periodsBetween(Math.max(first, asOf - 7 * STOCK_WEEKS + 1), asOf, 'week');
  const weekly = retailLedger(input, weeks, 'week').map(
    ({ quantities }) => quantities.reduce((sum, value) => sum + value, 0) / Math.max(1, weeks.length),
  );
  const retailers = byPeriod.map((retailer, index): Retailer => {
    const key = keyOf(retailer.name);
    const monthly = byMonth[index] ?? retailer;
    return {
      name: retailer.name,
      key,
      person: listed.get(key)?.person ?? persons.get(key) ?? null,
      grade: listed.get(key)?.grade ?? null,
      periods: retailer,
      months: monthly,
      monthProfits: profitByMonth?.[index]?.cents ?? null,
      weekly: Math.round((weekly[index] ?? 0) * 1e4) / 1e4,
    };
  });
  const total = (of: Retailer): number => of.periods.cents.reduce((sum, cents) => sum + cents, 0);
  const size = (of: Retailer): number => of.periods.quantities.reduce((sum, value) => sum + value, 0);
  retailers.sort((a, b) => total(b) - total(a) || size(b) - size(a));
  const monthly = retailers.flatMap(({ months: { quantities } }) => quantities);
  const mix = mixOf(entries, asOf);
  const t = retailTexts(request.locale);
  const rules = readRetailRules(request.rules, monthly, mix.products, {
    grades: t.gradeNames,
    tiers: t.tierNames,
    largest: t.largest,
  });
  const findings: Problem[] = [...entries.findings, ...rules.problems];
  const later = entries.dates.filter((date) => date > asOf).length;
  if (later > 0)
    findings.push({ code: 'entries-after-as-of', details: { rows: later }, severity: 'warning' });
  if (!over) {
    const day = all.at(-1) ?? asOf;
    findings.push({
      code: 'period-not-over',
      details: { from: isoDate(day), to: isoDate(asOf) },
      severity: 'note',
    });
  }
  if (unit !== chosen) findings.push({ code: 'no-weeks-in-months', details: {}, severity: 'note' });
  return {
    asOf,
    unit,
    periods,
    months,
    retailers,
    hasQuantity,
    hasAmount: columns.amount !== null || columns.price !== null || columns.months.length > 0,
    hasProfit: profits !== null,
    mix: mix.rows,
    tiersStated: mix.tiersStated,
    week: weekOf(input, entries, asOf, {
      daily: columns.daily,
      balances: listed,
      products: rules.products.map(({ values }) => String(values['product'] ?? '')),
    }),
    used: entries.dates.length - later,
    rules,
    findings,
  };
}

function blankDigest(request: BuildRequest): Digest {
  const t = retailTexts(request.locale);
  const rules = readRetailRules(request.rules, [], [], {
    grades: t.gradeNames,
    tiers: t.tierNames,
    largest: t.largest,
  });
  return {
    asOf: request.asOf,
    unit: unitOf(request),
    periods: [],
    months: [],
    retailers: [],
    hasQuantity: true,
    hasAmount: true,
    hasProfit: false,
    mix: [],
    tiersStated: false,
    week: { start: request.asOf, weeksBefore: 0, rows: [], hasBalance: false, products: [] },
    used: 0,
    rules,
    findings: rules.problems,
  };
}

/** Profit as it stands, else amount less cost; null where the orders say neither. */
function profitsOf({ profits, costs, amounts }: Entries): (number | null)[] | null {
  if (profits.some((value) => value !== null)) return [...profits];
  if (!costs.some((value) => value !== null)) return null;
  return amounts.map((amount, i) => {
    const cost = costs[i] ?? null;
    return cost === null ? null : yuanOf(centsOf(amount) - centsOf(cost));
  });
}

function listFacts(list: TableReading | null): Map<string, ListedRetailer> {
  const found = new Map<string, ListedRetailer>();
  if (!list) return found;
  const name = columnOf(list, ['customer', 'customer_id']);
  const person = columnOf(list, ['person', 'owner']);
  const grade = columnOf(list, ['class']);
  const balance = columnOf(list, ['prepaid_balance']);
  list.rows.forEach((_, index) => {
    const text = textAt(name, index);
    if (text === null || found.has(keyOf(text))) return;
    found.set(keyOf(text), {
      person: textAt(person, index),
      grade: textAt(grade, index),
      balance: numberAt(balance, index),
    });
  });
  return found;
}

function firstText({ customers }: Entries, column: readonly (string | null)[]): Map<string, string> {
  const found = new Map<string, string>();
  customers.forEach((customer, i) => {
    const text = column[i] ?? null;
    if (text !== null && !found.has(keyOf(customer))) found.set(keyOf(customer), text);
  });
  return found;
}

export function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
