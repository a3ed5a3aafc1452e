import { isSerial } from '../../domain/dates';
import {
  fatesOf,
  movementOf,
  takeSnapshot,
  userKey,
  type Fate,
  type Movement,
} from '../../domain/retention/snapshot';
import { mayBeWarned, warningOf } from '../../domain/retention/warnings';
import type { Field, Problem, TableReading } from '../../reading/types';
import { columnOf, numberAt, textAt } from '../columns';
import type { BuildRequest } from '../types';
import { DECADE, newestDay } from '../visits/as-of';
import { leftWords, readWatchRules, type SnapshotRow, type WatchRules } from './rules';

export interface User {
  /** His number, else his name. */
  readonly id: string;
  readonly key: string;
  readonly name: string | null;
  readonly product: string | null;
  readonly person: string | null;
  readonly status: string | null;
  readonly arpu: number | null;
  readonly prepaid: number | null;
  readonly contractEnd: number | null;
  readonly subsidyEnd: number | null;
  readonly lastUse: number | null;
  readonly debt: number | null;
  readonly left: boolean;
}

export interface SnappedUser extends SnapshotRow {
  readonly key: string;
  readonly arpuNow: number | null;
  readonly fate: Fate;
}

export interface Digest {
  readonly asOf: number | null;
  readonly users: readonly User[];
  /** Those who are warned of, most urgent first; without a day all who may be. */
  readonly warned: readonly User[];
  readonly snapshot: readonly SnappedUser[];
  /** Null where no list says who left: then it is typed. */
  readonly movement: Movement | null;
  readonly rules: WatchRules;
  readonly findings: readonly Problem[];
}

export type Refusal = { readonly refusal: Problem; readonly findings: readonly Problem[] };

const USER: readonly Field[] = ['customer_id', 'phone', 'customer'];
const WATCHED: readonly Field[] = [
  'arpu',
  'prepaid_balance',
  'contract_end',
  'subsidy_end',
  'last_use',
  'balance',
];

export function digestOf(request: BuildRequest): Digest | Refusal {
  const rules = readWatchRules(request.rules);
  const { source } = request;
  if (!source) {
    const { asOf } = request;
    return { asOf, users: [], warned: [], snapshot: [], movement: null, rules, findings: rules.problems };
  }
  const refuse = (code: string): Refusal => ({
    refusal: { code, details: { sheet: source.sheet, rows: source.rows.length }, severity: 'warning' },
    findings: rules.problems,
  });
  if (!columnOf(source, USER)) return refuse('no-user-column');
  if (!WATCHED.some((field) => columnOf(source, [field]))) return refuse('no-watched-column');
  const findings: Problem[] = [...rules.problems];
  const users = readUsers(source, rules, findings);
  if (users.length === 0) return refuse('no-users-read');
  const asOf = request.asOf ?? dayOf(source, request);
  if (asOf === null) findings.push(note('no-as-of', {}));
  const snapshot = snapshotOf(request, users, asOf, rules);
  if (snapshot.length === 0) findings.push(note('no-snapshot', { arpu: rules.warnings.highArpu }));
  return {
    asOf,
    users,
    warned: warnedOf(users, asOf, rules),
    snapshot,
    movement: movement(request, users, rules),
    rules,
    findings,
  };
}

function note(code: string, details: Problem['details']): Problem {
  return { code, details, severity: 'note' };
}

/** The newest usage; where the list has none, the newest day that anything in the workbook happened. */
function dayOf(source: TableReading, { book }: BuildRequest): number | null {
  const days = (table: TableReading, field: Field): (number | null)[] => {
    const column = columnOf(table, [field]);
    return (column?.values ?? []).map((value) =>
      typeof value === 'number' && isSerial(value) ? Math.floor(value) : null,
    );
  };
  const used = newestDay(days(source, 'last_use'), DECADE);
  if (used) return used.day;
  const all = book.sheets.flatMap(({ tables }) => tables.flatMap((table) => days(table, 'date')));
  return newestDay(all, DECADE)?.day ?? null;
}

function readUsers(table: TableReading, rules: WatchRules, findings: Problem[] | null): User[] {
  const column = (...fields: Field[]) => columnOf(table, fields);
  const columns = {
    id: columnOf(table, USER),
    name: column('customer'),
    product: column('product', 'category'),
    person: column('person', 'owner', 'team'),
    status: column('status'),
    arpu: column('arpu'),
    prepaid: column('prepaid_balance'),
    contractEnd: column('contract_end'),
    subsidyEnd: column('subsidy_end'),
    lastUse: column('last_use'),
    debt: column('balance'),
  };
  const words = leftWords(rules);
  const seen = new Map<string, number>();
  const users: User[] = [];
  table.rows.forEach((row, index) => {
    const id = textAt(columns.id, index);
    if (id === null) return;
    const base = userKey(id);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    if (times > 1) {
      const place = { row, column: columns.id?.column ?? 0 };
      findings?.push({ code: 'user-twice', ...place, details: { user: id }, severity: 'warning' });
      return;
    }
    const status = textAt(columns.status, index);
    users.push({
      id,
      key: base,
      name: columns.name === columns.id ? null : textAt(columns.name, index),
      product: textAt(columns.product, index),
      person: textAt(columns.person, index),
      status,
      arpu: numberAt(columns.arpu, index),
      prepaid: numberAt(columns.prepaid, index),
      contractEnd: dayAt(numberAt(columns.contractEnd, index)),
      subsidyEnd: dayAt(numberAt(columns.subsidyEnd, index)),
      lastUse: dayAt(numberAt(columns.lastUse, index)),
      debt: numberAt(columns.debt, index),
      left: status !== null && words.some((word) => status.toLowerCase().includes(word)),
    });
  });
  return users;
}

function dayAt(value: number | null): number | null {
  return value !== null && isSerial(value) ? Math.floor(value) : null;
}

function warnedOf(users: readonly User[], asOf: number | null, { warnings }: WatchRules): User[] {
  const there = users.filter(({ left }) => !left);
  if (asOf === null) {
    const end = (user: User): number => Math.min(user.contractEnd ?? Infinity, user.subsidyEnd ?? Infinity);
    return there
      .filter((user) => mayBeWarned(user, warnings))
      .sort((a, b) => end(a) - end(b) || (b.arpu ?? 0) - (a.arpu ?? 0));
  }
  const found = there.flatMap((user) => {
    const warning = warningOf(user, asOf, warnings);
    return warning ? [{ user, days: warning.daysLeft ?? Infinity }] : [];
  });
  // Of two that never end the difference is no number, and the ARPU decides.
  found.sort((a, b) => a.days - b.days || (b.user.arpu ?? 0) - (a.user.arpu ?? 0));
  return found.map(({ user }) => user);
}

/** The snapshot that stands in the workbook, else a new one of today's users. */
function snapshotOf(
  { options }: BuildRequest,
  users: readonly User[],
  asOf: number | null,
  rules: WatchRules,
): SnappedUser[] {
  const kept = options['snapshot'] === 'new' ? null : rules.snapshot;
  const byKey = new Map(users.map((user) => [user.key, user]));
  const rows: readonly SnapshotRow[] =
    kept && kept.length > 0
      ? uniqueRows(kept)
      : takeSnapshot(users, asOf, rules.warnings).map(({ id, arpu, day }) => {
          const user = byKey.get(userKey(id));
          return { user: id, name: user?.name ?? null, person: user?.person ?? null, arpu, day };
        });
  const fates = fatesOf(
    rows.map(({ user }) => ({ id: user })),
    users,
  );
  return rows.map((row, index) => ({
    ...row,
    key: userKey(row.user),
    arpuNow: fates[index]?.now?.arpu ?? null,
    fate: fates[index]?.fate ?? 'missing',
  }));
}

function uniqueRows(rows: readonly SnapshotRow[]): SnapshotRow[] {
  return [...new Map(rows.map((row) => [userKey(row.user), row])).values()];
}

/** From the list before to this one; with one list only, from what its statuses say. */
function movement(request: BuildRequest, users: readonly User[], rules: WatchRules): Movement | null {
  const before = request.companions['previous']?.[0];
  if (before) return movementOf(readUsers(before, rules, null), users);
  const lost = users.filter(({ left }) => left).length;
  return lost === 0 ? null : { opening: users.length, lost, closing: users.length - lost };
}
