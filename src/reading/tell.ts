import type { FieldDecision } from './fields';
import type { Findings } from './problems';
import { mergedFrom } from './readcolumn';
import type { ColumnPlan } from './readers';
import type { FoundTable } from './tables';
import type { ColumnReading } from './types';
import type { SheetView } from './view';

/** A year for wide months that no text names; said as a warning. */
export const NO_YEAR = 2000;

/** Findings about the table and its columns as a whole. */
export function tell(
  view: SheetView,
  table: FoundTable,
  plans: readonly ColumnPlan[],
  fields: readonly FieldDecision[],
  columns: readonly ColumnReading[],
  wideYear: number | undefined,
  findings: Findings,
): void {
  const { grid } = view;
  if (!table.header) findings.add({ code: 'no-header', details: {}, severity: 'warning' });
  const hiddenRows = new Set(grid.hiddenRows);
  const hidden = table.rows.filter((row) => hiddenRows.has(row + grid.origin.row)).length;
  if (hidden > 0) findings.add({ code: 'rows-hidden', details: { rows: hidden }, severity: 'note' });
  if (
    wideYear === undefined &&
    plans.some((plan) => plan.facts.period !== null && plan.facts.period.year === null)
  ) {
    findings.add({
      code: 'months-without-year',
      details: { header: wideHeader(plans), year: NO_YEAR },
      severity: 'warning',
    });
  }
  const dated = columns.some(({ kind, field }) => kind === 'date' && field !== null);
  plans.forEach((plan, index) => {
    const reading = columns[index];
    if (!reading) return;
    const header = reading.header || reading.letter;
    const at = { column: reading.column };
    if (reading.hidden) findings.add({ code: 'column-hidden', ...at, details: { header }, severity: 'note' });
    const contested = fields[index]?.contested;
    if (contested !== undefined && reading.field === null) {
      findings.add({
        code: 'field-contested',
        ...at,
        details: { header, field: contested },
        severity: 'note',
      });
    }
    if (plan.exponent !== 0 && plan.kind !== 'percent') {
      findings.add({
        code: 'unit-applied',
        ...at,
        details: { header, factor: reading.factor },
        severity: 'note',
      });
    }
    if (plan.exponent !== 0 && plan.kind === 'percent') {
      findings.add({ code: 'percent-scaled', ...at, details: { header }, severity: 'note' });
    }
    if (reading.field === 'month' && reading.kind !== 'date' && reading.kind !== 'blank' && !dated) {
      findings.add({ code: 'month-without-year', ...at, details: { header }, severity: 'warning' });
    }
    if (plan.order.ambiguous) {
      findings.add({
        code: 'date-order-ambiguous',
        ...at,
        details: { header, order: plan.order.order },
        severity: 'warning',
      });
    }
    if (plan.order.mixed) {
      findings.add({
        code: 'date-order-mixed',
        ...at,
        details: { header, order: plan.order.order },
        severity: 'warning',
      });
    }
    tellMerged(view, table, plan, findings);
  });
}

function wideHeader(plans: readonly ColumnPlan[]): string {
  return plans.find((plan) => plan.facts.period !== null)?.facts.header ?? '';
}

/** A number in a merged cell belongs to several rows; it is counted once, in the first. */
function tellMerged(view: SheetView, table: FoundTable, plan: ColumnPlan, findings: Findings): void {
  if (plan.kind !== 'number' && plan.kind !== 'money') return;
  const merged = mergedFrom(view, plan.facts.column);
  const rows = table.rows.filter((row) => merged.has(row)).length;
  if (rows === 0) return;
  findings.add({
    code: 'merged-number',
    column: view.grid.origin.column + plan.facts.column,
    details: { header: plan.facts.header || plan.facts.letter, rows },
    severity: 'note',
  });
}
