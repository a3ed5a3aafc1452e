import type { Member, PersonQuota } from '../../domain/commission/facts';
import type { PayPlan } from '../../domain/commission/types';
import { centsOf, type Cents } from '../../domain/money';
import type { ColumnReading, Problem, TableReading } from '../../reading/types';
import { columnOf, numberAt, textAt } from '../columns';
import type { Names } from './names';

/** Who belongs to the team, in which role, from when: by the team list, else by what the submitted sheet itself says. */

const ROLE_HEADER = /^(?:岗位|职务|职位|角色|岗位名称|职级|role|position|jobtitle|title)$/i;
const JOINED = /入职|到岗|加入|入司|上岗|join|start|hire/i;
const LEFT = /离职|离岗|退出|left|leave|end date|last day/i;

export interface Team {
  readonly members: readonly Member[];
  /** Names of the team list; null where there is none. */
  readonly listed: readonly string[] | null;
  /** Monthly targets of the team list, by person. */
  readonly targets: ReadonlyMap<string, Cents>;
  readonly findings: readonly Problem[];
}

/** What a sheet of single months says of a person beside the figures. */
export interface TitledRow {
  readonly person: string | null;
  readonly role: string | null;
}

/** A title that the plan does not know is the role that the plan has for people it does not list, and is reported. */
export function readTeam(
  table: TableReading | null,
  rows: readonly TitledRow[],
  plan: PayPlan,
  names: Names,
): Team {
  const roles = new Set(plan.versions.flatMap((version) => version.roles.map(({ role }) => role)));
  const unknown = new Map<string, number>();
  const roleOf = (title: string | null): string | null => {
    if (title !== null && roles.has(title)) return title;
    if (title !== null) unknown.set(title, (unknown.get(title) ?? 0) + 1);
    return plan.unlistedRole ?? title;
  };
  const targets = new Map<string, Cents>();
  const listed = table && listedPeople(table, names);
  const members: Member[] = [];
  for (const { person, title, team, from, to, target } of listed ?? []) {
    const role = roleOf(title);
    if (role !== null) members.push({ person, role, team, from, to });
    if (target !== null) targets.set(person, centsOf(target));
  }
  const known = new Set(members.map(({ person }) => person));
  for (const { person, role: title } of rows) {
    if (person === null || known.has(person) || (title === null && plan.unlistedRole === null)) continue;
    known.add(person);
    const role = roleOf(title);
    if (role !== null) members.push({ person, role, team: null, from: null, to: null });
  }
  const findings = [...unknown].map(([title, people]): Problem => ({
    code: plan.unlistedRole === null ? 'commission-title-unknown' : 'commission-title-as-role',
    details: { title, people, role: plan.unlistedRole ?? '', known: [...roles].join(', ') },
    severity: 'warning',
  }));
  return { members, listed: listed && listed.map(({ person }) => person), targets, findings };
}

/** The list's targets as quotas, the same in every month from the first to the last, as `monthNumber` counts. */
export function quotasOf(targets: Team['targets'], first: number, last: number): PersonQuota[] {
  const months = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...targets].flatMap(([person, amount]) => months.map((month) => ({ person, month, amount })));
}

export function roleColumn(table: TableReading): ColumnReading | null {
  return (
    table.columns.find(({ header }) =>
      ROLE_HEADER.test((header.split('|').at(-1) ?? '').replace(/\s/g, '')),
    ) ?? null
  );
}

interface Listed extends Omit<Member, 'role'> {
  readonly title: string | null;
  readonly target: number | null;
}

function listedPeople(table: TableReading, names: Names): Listed[] {
  const person = columnOf(table, ['person', 'owner', 'contact']);
  const title = roleColumn(table) ?? columnOf(table, ['class']);
  const team = columnOf(table, ['team', 'region']);
  const target = columnOf(table, ['target']);
  const joined = columnNamed(table, JOINED);
  const left = columnNamed(table, LEFT);
  return table.rows.flatMap((_, index): Listed[] => {
    const name = textAt(person, index);
    if (name === null) return [];
    return [
      {
        person: names.of(name),
        title: textAt(title, index),
        team: textAt(team, index),
        from: numberAt(joined, index),
        to: numberAt(left, index),
        target: numberAt(target, index),
      },
    ];
  });
}

function columnNamed(table: TableReading, words: RegExp): ColumnReading | null {
  return table.columns.find(({ header, kind }) => kind === 'date' && words.test(header)) ?? null;
}
