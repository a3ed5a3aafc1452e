import type { TableColumn } from './types';

/** A column of a built table: one of the plan's, or one that people added ('own', with its place on the sheet). */
export type LaidColumn =
  | {
      readonly kind: 'plan';
      readonly column: TableColumn;
      readonly plan: number;
      readonly sheet: number | null;
    }
  | { readonly kind: 'own'; readonly header: string; readonly sheet: number };

/**
 * The columns after a rebuild. Columns are found again by header; between found ones, as many renamed columns as the
 * plan still misses are taken for them in order (a header reworded, or the other language). The sheet's order stays;
 * a column that is new in the plan goes in after its neighbour, and what people added stays where it is.
 */
export function layColumns(columns: readonly TableColumn[], headers: readonly string[] | null): LaidColumn[] {
  if (headers === null) {
    return columns.map((column, plan) => ({ kind: 'plan', column, plan, sheet: null }));
  }
  const sheetOf = pairRenamed(columns, headers, pairByHeader(columns, headers));
  const planOf = new Map<number, number>();
  sheetOf.forEach((sheet, plan) => {
    if (sheet !== null) planOf.set(sheet, plan);
  });
  const laid: LaidColumn[] = headers.map((header, sheet) => {
    const plan = planOf.get(sheet);
    const column = plan === undefined ? undefined : columns[plan];
    return plan === undefined || column === undefined
      ? { kind: 'own', header, sheet }
      : { kind: 'plan', column, plan, sheet };
  });
  columns.forEach((column, plan) => {
    if (sheetOf[plan] !== null) return;
    const before = laid.findIndex((other) => other.kind === 'plan' && other.plan === plan - 1);
    laid.splice(before + 1, 0, { kind: 'plan', column, plan, sheet: null });
  });
  return laid;
}

function pairByHeader(columns: readonly TableColumn[], headers: readonly string[]): (number | null)[] {
  const places = new Map<string, number>();
  headers.forEach((header, sheet) => {
    const name = header.trim().toLowerCase();
    if (!places.has(name)) places.set(name, sheet);
  });
  return columns.map((column) => places.get(column.header.trim().toLowerCase()) ?? null);
}

function pairRenamed(
  columns: readonly TableColumn[],
  headers: readonly string[],
  found: readonly (number | null)[],
): (number | null)[] {
  const pairs = [...found];
  const taken = new Set(found);
  for (let plan = 0; plan < columns.length; plan++) {
    if (pairs[plan] !== null) continue;
    let end = plan;
    while (end < columns.length && pairs[end] === null) end++;
    const first = plan === 0 ? 0 : (pairs[plan - 1] ?? headers.length) + 1;
    const last = end === columns.length ? headers.length : (pairs[end] ?? 0);
    const free = headers.map((_, sheet) => sheet).filter((s) => s >= first && s < last && !taken.has(s));
    if (free.length === end - plan) free.forEach((sheet, i) => (pairs[plan + i] = sheet));
    plan = end;
  }
  return pairs;
}
