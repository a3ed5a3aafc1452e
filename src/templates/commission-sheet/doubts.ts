import type { PayRun } from '../../domain/commission/compute';
import type { Member } from '../../domain/commission/facts';
import type { ListedOrder } from '../../domain/commission-check/flags';
import type { Problem, TableReading } from '../../reading/types';
import { nameKey } from '../../reading/text';
import { cellOf, columnOf, textAt } from '../columns';

/** What finance must look at before anybody is paid: names that may be two people, rows that are nobody's. */

/** Somebody stands in the team list twice for the same days: two people of one name, or one in two teams. */
export function namesTwice(team: TableReading | null, members: readonly Member[]): Problem[] {
  const person = team && columnOf(team, ['person', 'owner', 'contact']);
  if (!team || !person) return [];
  const byName = new Map<string, Member[]>();
  for (const member of members) byName.set(member.person, [...(byName.get(member.person) ?? []), member]);
  return [...byName].flatMap(([name, own]): Problem[] => {
    const twice = own.some((one, index) => own.slice(index + 1).some((other) => overlap(one, other)));
    if (!twice) return [];
    const cells = team.rows.flatMap((_, index) =>
      nameKey(textAt(person, index) ?? '') === nameKey(name) ? [cellOf(team, person, index)] : [],
    );
    // Of memberships that overlap, the one that began last counts; of those of one day, the last row.
    const counts = own.reduce((best, each) => ((best.from ?? 0) > (each.from ?? 0) ? best : each));
    const details = {
      sheet: team.sheet,
      cells: cells.join(', '),
      person: name,
      role: counts.role,
      team: counts.team ?? '',
    };
    return [{ code: 'pay-person-twice', details, severity: 'warning' }];
  });
}

function overlap(a: Member, b: Member): boolean {
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
}

/** Rows with a day and an amount that name nobody. */
export function nobodysRows(listed: readonly ListedOrder[], places: readonly string[]): Problem[] {
  const rows = listed.filter(({ person }) => person === null);
  const [first] = rows;
  if (!first) return [];
  const cents = rows.reduce((sum, row) => sum + row.cents, 0);
  const details = { rows: rows.length, cell: places[first.index] ?? '', amount: cents / 100 };
  return [{ code: 'pay-rows-without-person', details, severity: 'warning' }];
}

/** People whom the team list does not name and the plan pays all the same. */
export function unlistedPaid(team: TableReading | null, members: readonly Member[], run: PayRun): Problem[] {
  if (!team) return [];
  const listed = new Set(members.map(({ person }) => person));
  const paid = new Map(
    run.months.filter(({ person }) => !listed.has(person)).map((each) => [each.person, each.role]),
  );
  return [...paid].map(([person, role]): Problem => {
    const details = { sheet: team.sheet, person, role };
    return { code: 'pay-person-unlisted', details, severity: 'warning' };
  });
}
