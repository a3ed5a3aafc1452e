import { checkTotalColumns, checkTotals } from './checks';
import { checkCurrencies } from './currency';
import type { PlacedTable } from './choices';
import { columnFacts, type ColumnFacts } from './columns';
import { yearContext } from './context';
import { datePartsOf, joinDateParts, plansOfParts } from './dateparts';
import { checkDuplicates } from './duplicates';
import { assignFields, type FieldDecision } from './fields';
import { fillGroups } from './groups';
import { factorOf, planColumn } from './plan';
import { Findings } from './problems';
import { readColumn } from './readcolumn';
import type { ColumnPlan } from './readers';
import { decideRole } from './roles';
import type { FoundTable } from './tables';
import { NO_YEAR, tell } from './tell';
import type { ColumnReading, ReadValue, SkippedRow, TableChoices, TableReading } from './types';
import type { SheetView } from './view';
import { periodSpan } from './wide';

/** What a table is read with besides its own cells. */
export interface Surroundings {
  readonly book: string;
  readonly bookYears: readonly number[];
  readonly choices: TableChoices | undefined;
  /** Tables of the sheet that were read before this one. */
  readonly above: readonly TableReading[];
}

/** Reads one table that was found; yields the number of columns done. */
export function* readTable(
  view: SheetView,
  found: FoundTable,
  around: Surroundings,
): Generator<number, TableReading> {
  const { grid } = view;
  const { choices } = around;
  const findings = new Findings();
  const leaveOut = new Set((choices?.leaveOut ?? []).map((row) => row - grid.origin.row));
  const table: FoundTable =
    leaveOut.size === 0 ? found : { ...found, rows: found.rows.filter((row) => !leaveOut.has(row)) };
  const facts = columnFacts(view, table);
  yield 0;
  const names = `${table.title || table.context} ${grid.name}`;
  const decided = decideRole(facts, {
    title: table.title || table.context,
    sheet: grid.name,
    book: around.book,
  });
  const role = choices?.role ?? decided.role;
  const fields = assignFields(facts, role, table.header === null, `${names} ${around.book}`, choices?.fields);
  const years = yearContext(`${table.title} ${table.context}`, grid.name, around.book, []);
  const context = {
    names: `${names} ${around.book}`,
    heading: `${table.title} ${table.context}`,
    role,
    years,
    choices,
  };
  const plans: ColumnPlan[] = [];
  for (const [index, column] of facts.entries()) {
    plans.push(planColumn(view, table.rows, column, fields[index] ?? NOTHING, context));
    yield 0;
  }
  const parts = datePartsOf(view, table.rows, facts, fields);
  const values = yield* readColumns(view, table, parts ? plansOfParts(plans, parts) : plans, findings);
  fillGroups(plans, values, findings, grid.origin.column);
  if (parts) {
    const { place, plan, decision, dates } = joinDateParts(
      view,
      table.rows,
      { parts, plans, fields },
      findings,
    );
    [plans[place], fields[place], values[place]] = [plan, decision, dates];
  }
  const wideYear = years?.years.find((year) => year > 0) ?? around.bookYears[0];
  const columns = plans.map((plan, index) =>
    columnReading(view, plan, fields[index] ?? NOTHING, values[index] ?? [], wideYear),
  );
  tell(view, table, plans, fields, columns, wideYear, findings);
  const placed = plans.map((plan, index) => ({
    reading: columns[index] as ColumnReading,
    local: plan.facts.column,
    exponent: plan.exponent,
    decimalComma: plan.decimalComma,
  }));
  checkCurrencies(view, table, placed, findings);
  checkTotals(view, table, placed, around.above, findings);
  checkTotalColumns(table, columns, findings, grid.origin.row);
  const twins = checkDuplicates(table, columns, role, findings, grid.origin.row);
  while (twins.next().done !== true) yield plans.length;
  return {
    sheet: grid.name,
    area: areaOf(view, table),
    role,
    roleConfidence: choices?.role ? 1 : decided.confidence,
    headerRows: table.header && [table.header.first + grid.origin.row, table.header.last + grid.origin.row],
    rows: table.rows.map((row) => row + grid.origin.row),
    skipped: skippedRows(found, leaveOut, grid.origin.row),
    columns,
    problems: findings.all(),
    wideMonths: facts.some((column) => column.period !== null),
    title: table.title || table.context,
  };
}

const NOTHING: FieldDecision = { field: null, confidence: 0, chosenBy: 'nobody' };

function areaOf(view: SheetView, table: FoundTable): TableReading['area'] {
  const { origin } = view.grid;
  const first = table.header?.first ?? table.rows[0] ?? 0;
  const last = table.rows.at(-1) ?? table.header?.last ?? first;
  const left = table.columns[0] ?? 0;
  const right = table.columns.at(-1) ?? left;
  return {
    row: origin.row + first,
    column: origin.column + left,
    rows: last - first + 1,
    columns: right - left + 1,
  };
}

function skippedRows(found: FoundTable, leaveOut: ReadonlySet<number>, firstRow: number): SkippedRow[] {
  const out: SkippedRow[] = found.rows
    .filter((row) => leaveOut.has(row))
    .map((row) => ({ row: row + firstRow, reason: 'left-out' }));
  const others = found.skipped.map(({ row, reason }) => ({ row: row + firstRow, reason }));
  return [...others, ...out].sort((a, b) => a.row - b.row);
}

/** Columns of dates that can help others to a year are read first. */
function readingOrder(plans: readonly ColumnPlan[]): number[] {
  const rank = (plan: ColumnPlan): number => {
    if (plan.kind !== 'date') return 2;
    return plan.field === 'date' ? 0 : 1;
  };
  return [...plans.keys()].sort(
    (a, b) => rank(plans[a] as ColumnPlan) - rank(plans[b] as ColumnPlan) || a - b,
  );
}

function* readColumns(
  view: SheetView,
  table: FoundTable,
  plans: readonly ColumnPlan[],
  findings: Findings,
): Generator<number, ReadValue[][]> {
  const values: ReadValue[][] = plans.map(() => []);
  let near: readonly ReadValue[] | null = null;
  let done = 0;
  for (const index of readingOrder(plans)) {
    const plan = plans[index];
    if (!plan) continue;
    const share = done;
    const reading = readColumn(
      view,
      table.rows,
      plan,
      plan.kind === 'date' && plan.field !== 'date' ? near : null,
      findings,
    );
    let step = reading.next();
    while (step.done !== true) {
      yield share + step.value / Math.max(1, table.rows.length);
      step = reading.next();
    }
    values[index] = step.value;
    if (plan.field === 'date') near = step.value;
    done += 1;
    yield done;
  }
  return values;
}

function columnReading(
  view: SheetView,
  plan: ColumnPlan,
  decision: FieldDecision,
  values: readonly ReadValue[],
  wideYear: number | undefined,
): ColumnReading {
  const { facts } = plan;
  const column = view.grid.origin.column + facts.column;
  const period = periodSpan(facts, wideYear ?? NO_YEAR);
  const measured = facts.period !== null && plan.field !== null && decision.field === null;
  return {
    column,
    letter: facts.letter,
    header: facts.header,
    field: plan.field,
    confidence: measured ? 0.8 : decision.confidence,
    chosenBy: measured ? 'context' : decision.chosenBy,
    kind: plan.kind,
    factor: factorOf(plan.exponent),
    ...(plan.order.seen ? { dateOrder: { order: plan.order.order, ambiguous: plan.order.ambiguous } } : {}),
    ...(period ? { period } : {}),
    ...(facts.total ? { total: true } : {}),
    ...(view.grid.hiddenColumns.includes(column) ? { hidden: true } : {}),
    values,
  };
}

/** What a found table is known again by: its columns as their headers sign them, and where it stands. */
export function signedTable(view: SheetView, table: FoundTable): Omit<PlacedTable, 'sheet'> {
  const { row } = view.grid.origin;
  return {
    columns: columnFacts(view, table).map((facts: ColumnFacts) => ({
      header: facts.header,
      letter: facts.letter,
      ...(facts.period ? { period: periodSpan(facts, NO_YEAR) ?? undefined } : {}),
    })),
    headerRows: table.header && [table.header.first + row, table.header.last + row],
    rows: table.rows.slice(0, 1).map((first) => first + row),
  };
}
