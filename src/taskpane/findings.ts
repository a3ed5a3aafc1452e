import type { Problem, TableOutline } from '../reading/types';
import type { Companions } from '../templates/sources';

/** What wants the person's eye. */
export function findingsOf(table: TableOutline): readonly Problem[] {
  return table.problems.filter((problem) => problem.severity === 'warning');
}

/** What wants the person's eye in all the tables of a build; those of a companion name its sheet. */
export function findingsWith(
  source: TableOutline | null,
  companions: Companions<TableOutline>,
): readonly Problem[] {
  const others = new Set(Object.values(companions).flat());
  return [
    ...(source ? findingsOf(source) : []),
    ...[...others].flatMap((table) =>
      findingsOf(table).map((problem) => ({ ...problem, sheet: table.sheet })),
    ),
  ];
}

/** What was done while reading, and needs to be known rather than looked at. */
export function notesOf(table: TableOutline): readonly Problem[] {
  return table.problems.filter((problem) => problem.severity === 'note');
}

/** What there is to say about one place: reading may say why a cell is blank, and a template what follows from it. */
export type PlaceFindings = readonly [Problem, ...Problem[]];

/** Findings by the place they speak of, in the order in which the places come up. */
export function byPlace(findings: readonly Problem[]): readonly PlaceFindings[] {
  const places = new Map<string, [Problem, ...Problem[]]>();
  findings.forEach((finding, index) => {
    const { sheet = '', row, column } = finding;
    const key = row === undefined ? `alone ${index}` : `${row}:${column ?? ''}:${sheet}`;
    const known = places.get(key);
    if (known) known.push(finding);
    else places.set(key, [finding]);
  });
  return [...places.values()];
}
