import type { TableChange } from '../../excel';

const COUNTS = ['added', 'updated', 'removed', 'typed', 'own', 'deleted'] as const;

/** What became of a sheet's rows, whichever of its tables they stand in. */
export type SheetChange = Pick<TableChange, 'sheet' | (typeof COUNTS)[number]>;

/** A person knows sheets by their names; that one has several tables says nothing to them. */
export function changesBySheet(changes: readonly TableChange[]): readonly SheetChange[] {
  const sheets = new Map<string, SheetChange>();
  for (const change of changes) {
    const before = sheets.get(change.sheet);
    const sum = COUNTS.map((count) => [count, (before?.[count] ?? 0) + change[count]] as const);
    sheets.set(change.sheet, { ...change, ...Object.fromEntries(sum) });
  }
  return [...sheets.values()];
}
