import type { Problem, TableReading } from '../../reading/types';
import { columnOf, textAt } from '../columns';
import type { Visit } from './visits';

/** A customer as the list and the visits know it. */
export interface KnownCustomer {
  readonly name: string;
  readonly class: string | null;
  readonly region: string | null;
  /** Whose customer it is: the list's keeper, else who visited last. */
  readonly person: string | null;
  /** Stands on the customer list. Without a list all do. */
  readonly listed: boolean;
  /** Serial of the last visit up to the day asked about. */
  readonly last: number | null;
}

export interface KnownCustomers {
  readonly customers: readonly KnownCustomer[];
  readonly fromList: boolean;
  readonly findings: readonly Problem[];
}

interface Draft {
  readonly name: string;
  readonly listed: boolean;
  class: string | null;
  region: string | null;
  keeper: string | null;
  visitor: string | null;
  last: number | null;
}

/** Those on the list in its order, then those who were visited although they are on none. */
export function knownCustomers(
  lists: readonly TableReading[],
  visits: readonly Visit[],
  asOf: number,
): KnownCustomers {
  const drafts = new Map<string, Draft>();
  const spellings = new Map<string, Draft>();
  const findings: Problem[] = [];
  const draft = (name: string, listed: boolean): Draft => {
    const met = spellings.get(name);
    if (met) return met;
    // Excel's own functions take names that differ in upper and lower case for one.
    const key = name.toLowerCase();
    let known = drafts.get(key);
    if (!known) {
      known = { name, listed, class: null, region: null, keeper: null, visitor: null, last: null };
      drafts.set(key, known);
    }
    spellings.set(name, known);
    return known;
  };
  for (const table of lists) readList(table, draft, findings);
  const fromList = drafts.size > 0;
  for (const visit of visits) {
    if (visit.customer === null) continue;
    const known = draft(visit.customer, !fromList);
    known.class ??= visit.class;
    known.region ??= visit.region;
    const { date } = visit;
    if (date === null || date > asOf || (known.last !== null && date < known.last)) continue;
    known.last = date;
    known.visitor = visit.person ?? known.visitor;
  }
  const customers = [...drafts.values()].map(({ keeper, visitor, ...known }) => ({
    ...known,
    person: keeper ?? visitor,
  }));
  const unlisted = customers.filter(({ listed }) => !listed).length;
  if (!fromList && customers.length > 0)
    findings.push(note('customers-from-visits', { customers: customers.length }));
  if (unlisted > 0) findings.push(note('customers-not-listed', { customers: unlisted }));
  return { customers, fromList, findings };
}

function note(code: string, details: Problem['details']): Problem {
  return { code, details, severity: 'note' };
}

function readList(
  table: TableReading,
  draft: (name: string, listed: boolean) => Draft,
  findings: Problem[],
): void {
  const columns = {
    name: columnOf(table, ['customer', 'customer_id']),
    class: columnOf(table, ['class', 'segment']),
    region: columnOf(table, ['region']),
    person: columnOf(table, ['person']),
  };
  if (!columns.name) {
    findings.push({ code: 'list-without-customers', details: { sheet: table.sheet }, severity: 'warning' });
    return;
  }
  table.rows.forEach((_, index) => {
    const name = textAt(columns.name, index);
    if (name === null) return;
    const known = draft(name, true);
    known.class ??= textAt(columns.class, index);
    known.region ??= textAt(columns.region, index);
    known.keeper ??= textAt(columns.person, index);
  });
}
