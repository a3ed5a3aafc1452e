import { checkCadence, dueAfter, type Cadence, type Period } from '../domain/visits/cadence';
import { coverageOf } from '../domain/visits/coverage';
import { personDays } from '../domain/visits/days';
import { followUpState } from '../domain/visits/follow-up';
import { DaybookError } from '../domain/errors';
import { overlapsOf } from '../domain/visits/overlap';
import {
  isBlank,
  matrix,
  readChoice,
  readDay,
  readNumber,
  readOptionalNumber,
  readText,
  type Matrix,
} from './arguments';
import { answer } from './errors';
import { dayOf, readDays, readLog, readTexts, requireAlike } from './visitlog';

const PERIOD_WORDS: Readonly<Record<Period, readonly string[]>> = {
  week: ['周', '每周'],
  month: ['月', '每月'],
  quarter: ['季', '季度', '每季'],
  year: ['年', '每年'],
};
const OTHERS = ['其他', 'others', 'other', ''];

/**
 * The day by which each customer's next visit is due, by the customer's class.
 *
 * @customfunction VISITDUE
 * @param customers Customers to answer for: a value or a range (the result spills in the same shape).
 * @param classes Their classes, a range of the same shape.
 * @param rules Range without headers: class, visits wanted, per (week, month, quarter, year), optional days between.
 * @param log_customers Customers of the visit log, a cell a visit.
 * @param log_dates Dates of the visit log, a range of the same shape.
 * @param [as_of] Day to count to. Left out, it is the newest date in the log, never today.
 * @remarks Due is the last visit up to as_of plus the days between where they are given. Without them, once a month
 * (quarter, year) is the same day of the next one, or its last day; several visits are spread over 7, 28, 84 or 364
 * days. A customer never visited is due on as_of. A class that the rules do not name follows the row "其他" (Others).
 * The field's rules behind it: every customer once a month, demonstration outlets twice a week.
 * @returns Dates as serial numbers, "" for blank customers. #VALUE! with a sentence for a rule that can't be used.
 * @example =VISITDUE("甲公司", "C", {"C",1,"月"}, {"甲公司";"甲公司"}, {45322;45300}) //=> 45351
 * @example =VISITDUE({"甲公司";"乙公司"}, {"示范";"C"}, {"示范",2,"周";"其他",1,"月"}, {"甲公司"}, {45352}) //=> {45355;45352}
 */
export function visitdue(
  customers: unknown[][],
  classes: unknown[][],
  rules: unknown[][],
  log_customers: unknown[][],
  log_dates: unknown[][],
  as_of?: unknown,
): unknown[][] {
  return answer(() => {
    requireAlike([
      ['customers', customers],
      ['classes', classes],
    ]);
    const log = readLog(log_customers, log_dates);
    const byClass = readRules(matrix(rules));
    const day = dayOf(as_of, 'as_of', log);
    const last = new Map<string, number>();
    log.customers.forEach((customer, row) => {
      const date = log.dates[row];
      if (customer === null || date === null || date === undefined || date >= (day ?? 0) + 1) return;
      last.set(customer, Math.max(Math.floor(date), last.get(customer) ?? 0));
    });
    const named = matrix(classes);
    return matrix(customers).map((row, r) =>
      row.map((cell, c) => {
        const customer = readText(cell);
        if (customer === '' || day === null) return '';
        const visited = last.get(customer);
        return visited === undefined
          ? Math.floor(day)
          : dueAfter(visited, ruleFor(byClass, readText(named[r]?.[c])));
      }),
    );
  });
}

function readRules(range: Matrix): Map<string, Cadence> {
  const rules = new Map<string, Cadence>();
  range.forEach((cells, index) => {
    if (cells.every(isBlank)) return;
    const place = { argument: 'rules', row: index + 1 };
    const gap = readNumber(cells[3], { ...place, column: 4 });
    const cadence: Cadence = {
      times: readNumber(cells[1], { ...place, column: 2 }),
      period: readChoice(cells[2], 'rules', PERIOD_WORDS),
      gap: gap === 0 ? null : gap,
    };
    checkCadence(cadence);
    const name = readText(cells[0]).toLowerCase();
    if (!rules.has(name)) rules.set(name, cadence);
  });
  return rules;
}

function ruleFor(rules: ReadonlyMap<string, Cadence>, name: string): Cadence {
  for (const key of [name.toLowerCase(), ...OTHERS]) {
    const found = rules.get(key);
    if (found) return found;
  }
  throw new DaybookError('cadence-no-class', { name });
}

/**
 * Share of the listed customers who were visited in a span of days.
 *
 * @customfunction VISITCOVERAGE
 * @param customers The customer list: all who should be visited; a name that comes twice counts once.
 * @param log_customers Customers of the visit log, a cell a visit.
 * @param log_dates Dates of the visit log, a range of the same shape.
 * @param [from] First day that counts. Left out: from the first visit on.
 * @param [to] Last day that counts. Left out, it is the newest date in the log, never today.
 * @remarks Visited customers ÷ listed customers; visits to customers who are not listed do not count.
 * @returns A fraction, "" when nobody is listed. #VALUE! with a sentence for a date that can't be read.
 * @example =VISITCOVERAGE({"甲公司";"乙公司";"丙公司";"丁公司"}, {"甲公司";"丙公司";"甲公司"}, {45352;45356;45362}) //=> 0.5
 * @example =VISITCOVERAGE({"甲公司";"乙公司"}, {"甲公司";"乙公司"}, {45352;45400}, 45383, 45412) //=> 0.5
 */
export function visitcoverage(
  customers: unknown[][],
  log_customers: unknown[][],
  log_dates: unknown[][],
  from?: unknown,
  to?: unknown,
): unknown[][] {
  return answer(() => [[coverage(customers, log_customers, log_dates, from, to)?.rate ?? '']]);
}

/**
 * The listed customers who were not visited in a span of days, or never.
 *
 * @customfunction VISITMISSED
 * @param customers The customer list.
 * @param log_customers Customers of the visit log, a cell a visit.
 * @param log_dates Dates of the visit log, a range of the same shape.
 * @param [from] First day that counts. Left out: from the first visit on, so those never visited.
 * @param [to] Last day that counts. Left out, it is the newest date in the log, never today.
 * @remarks The result spills downwards in the order of the list.
 * @returns Names, "" when all were visited. #VALUE! with a sentence for a date that can't be read.
 * @example =VISITMISSED({"甲公司";"乙公司";"丙公司"}, {"甲公司";"丁公司"}, {45352;45356}) //=> {"乙公司";"丙公司"}
 */
export function visitmissed(
  customers: unknown[][],
  log_customers: unknown[][],
  log_dates: unknown[][],
  from?: unknown,
  to?: unknown,
): unknown[][] {
  return answer(() => {
    const missed = coverage(customers, log_customers, log_dates, from, to)?.missed ?? [];
    return missed.length === 0 ? [['']] : missed.map((name) => [name]);
  });
}

function coverage(customers: unknown, logCustomers: unknown, logDates: unknown, from: unknown, to: unknown) {
  const log = readLog(logCustomers, logDates);
  const last = dayOf(to, 'to', log);
  return coverageOf(readTexts(customers), log, { from: readDay(from, { argument: 'from' }), to: last ?? 0 });
}

/**
 * Visits of different people to one customer within a few days of each other: the row of each and the days between.
 *
 * @customfunction VISITOVERLAP
 * @param log_customers Customers of the visit log, a cell a visit.
 * @param log_people Visitors of the log, a range of the same shape.
 * @param log_dates Dates of the log, a range of the same shape.
 * @param [days] Visits at most so many days apart overlap; 7 when left out.
 * @remarks For every visit the nearest earlier one by somebody else. Rows are counted from 1 within the ranges.
 * Visits without a visitor, a customer or a date are left out.
 * @returns Lines of customer, first visitor, row, second visitor, row, days apart; "" when there is none.
 * @example =VISITOVERLAP({"甲公司";"乙公司";"甲公司"}, {"张";"张";"李"}, {45352;45353;45355}) //=> {"甲公司","张",1,"李",3,3}
 */
export function visitoverlap(
  log_customers: unknown[][],
  log_people: unknown[][],
  log_dates: unknown[][],
  days?: unknown,
): unknown[][] {
  return answer(() => {
    requireAlike([
      ['log_customers', log_customers],
      ['log_people', log_people],
      ['log_dates', log_dates],
    ]);
    const people = readTexts(log_people);
    const log = { customers: readTexts(log_customers), people, dates: readDays('log_dates', log_dates) };
    const within = readOptionalNumber(days, { argument: 'days' }, 7, 0);
    const lines = overlapsOf(log, within).map(({ customer, first, second, days: apart }) => [
      customer,
      people[first] ?? '',
      first + 1,
      people[second] ?? '',
      second + 1,
      apart,
    ]);
    return lines.length === 0 ? [['']] : lines;
  });
}

/**
 * Open follow-ups, the earliest due first: row, owner, item, due day, age and days late of each.
 *
 * @customfunction VISITOPEN
 * @param items What is to be done, a cell a visit; blank where nothing is.
 * @param owners Who chases it, a range of the same shape (put the visitor where nobody else is named).
 * @param dates Days of the visits, a range of the same shape.
 * @param [due] Days promised, a range of the same shape; where blank, the visit plus limit.
 * @param [closed] Days on which items were settled, a range of the same shape; blank while open.
 * @param [limit] Days to settle an item without a day of its own; 7 when left out.
 * @param [as_of] Day to count to. Left out, it is the newest of dates, never today.
 * @remarks An item settled after as_of was still open then. Rows are counted from 1 within the ranges.
 * @returns Lines of row, owner, item, due, age, days late; "" when nothing is open.
 * @example =VISITOPEN({"换路由器";"";"报价"}, {"张";"";"李"}, {45352;45353;45356}, , {0;0;45360}, 7, 45366) //=> {1,"张","换路由器",45359,14,7}
 */
export function visitopen(
  items: unknown[][],
  owners: unknown[][],
  dates: unknown[][],
  due?: unknown[][],
  closed?: unknown[][],
  limit?: unknown,
  as_of?: unknown,
): unknown[][] {
  return answer(() => {
    requireAlike([
      ['items', items],
      ['owners', owners],
      ['dates', dates],
      ['due', due],
      ['closed', closed],
    ]);
    const names = readTexts(owners);
    const days = readDays('dates', dates);
    const promised = given(due) ? readDays('due', due) : [];
    const settled = given(closed) ? readDays('closed', closed) : [];
    const most = readOptionalNumber(limit, { argument: 'limit' }, 7, 0);
    const day = dayOf(as_of, 'as_of', { customers: names, dates: days });
    const lines = readTexts(items).flatMap((item, row) => {
      const raised = days[row];
      if (item === '' || raised === null || raised === undefined || day === null || raised >= day + 1)
        return [];
      const owner = names[row] ?? null;
      const state = followUpState(
        { raised, visitor: null, owner, due: promised[row] ?? null, closed: settled[row] ?? null },
        most,
        day,
      );
      return state.state === 'closed'
        ? []
        : [[row + 1, owner, item, state.due, state.age, state.late] as const];
    });
    lines.sort((a, b) => a[3] - b[3] || a[0] - b[0]);
    return lines.length === 0 ? [['']] : lines.map((line) => [...line]);
  });
}

function given(range: unknown): boolean {
  return range !== null && range !== undefined;
}

/**
 * Each person's days in the field with the number of visits, against the number wanted.
 *
 * @customfunction VISITDAYS
 * @param people Visitors of the log, a cell a visit.
 * @param dates Dates of the log, a range of the same shape.
 * @param [least] Visits wanted on a day, that number included; 4 when left out.
 * @remarks The field's rule: everybody visits at least 4 customers a day. Rows without a person or a date are left out.
 * @returns Lines of person, day, visits, 1 where there were enough (0 where not); "" for a log without visits.
 * @example =VISITDAYS({"张";"李";"张"}, {45352;45352;45352.6}, 2) //=> {"张",45352,2,1;"李",45352,1,0}
 */
export function visitdays(people: unknown[][], dates: unknown[][], least?: unknown): unknown[][] {
  return answer(() => {
    requireAlike([
      ['people', people],
      ['dates', dates],
    ]);
    const wanted = readOptionalNumber(least, { argument: 'least' }, 4, 0);
    const log = { people: readTexts(people), dates: readDays('dates', dates), customers: [] };
    const lines = personDays(log).map(({ person, day, visits }) => [
      person,
      day,
      visits,
      visits >= wanted ? 1 : 0,
    ]);
    return lines.length === 0 ? [['']] : lines;
  });
}
