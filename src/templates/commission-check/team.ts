import type { Member } from '../../domain/commission/facts';
import type { ColumnReading, TableReading } from '../../reading/types';
import { columnOf, numberAt, textAt } from '../columns';
import type { Names } from './names';
import { roleColumn, type SheetRow } from './submitted';

/** Who belongs to the team, in which role, from when: by the team list, else by what the submitted sheet itself says. */

const JOINED = /入职|到岗|加入|入司|上岗|join|start|hire/i;
const LEFT = /离职|离岗|退出|left|leave|end date|last day/i;

export function readTeam(
  table: TableReading | null,
  rows: readonly SheetRow[],
  unlistedRole: string | null,
  names: Names,
): Member[] {
  const members = table ? listedMembers(table, unlistedRole, names) : [];
  const known = new Set(members.map(({ person }) => person));
  for (const { person, role } of rows) {
    if (person === null || role === null || known.has(person)) continue;
    known.add(person);
    members.push({ person, role, team: null, from: null, to: null });
  }
  return members;
}

function listedMembers(table: TableReading, unlistedRole: string | null, names: Names): Member[] {
  const person = columnOf(table, ['person', 'owner', 'contact']);
  const role = roleColumn(table) ?? columnOf(table, ['class']);
  const team = columnOf(table, ['team', 'region']);
  const joined = columnNamed(table, JOINED);
  const left = columnNamed(table, LEFT);
  return table.rows.flatMap((_, index): Member[] => {
    const name = textAt(person, index);
    const own = textAt(role, index) ?? unlistedRole;
    if (name === null || own === null) return [];
    return [
      {
        person: names.of(name),
        role: own,
        team: textAt(team, index),
        from: numberAt(joined, index),
        to: numberAt(left, index),
      },
    ];
  });
}

function columnNamed(table: TableReading, words: RegExp): ColumnReading | null {
  return table.columns.find(({ header, kind }) => kind === 'date' && words.test(header)) ?? null;
}
