import type { ColumnFacts } from './columns';
import { sampleRows } from './profile';
import type { YearContext } from './dates';
import { measureField } from './wide';
import { decimalCommaIn, kindOf, orderOf } from './readcolumn';
import type { ColumnPlan } from './readers';
import type { ColumnReading, Field, Role, TableChoices } from './types';
import { scaled, titleUnit, type Unit } from './units';
import type { SheetView } from './view';
import type { FieldDecision } from './fields';

/** Surroundings that decide how a table's values are read. */
export interface PlanContext {
  readonly names: string;
  readonly heading: string;
  readonly role: Role;
  readonly years: YearContext | null;
  readonly choices: TableChoices | undefined;
}

const MONEY_WORDS =
  /收入|金额|额|款|费|利润|成本|毛利|合计|总计|小计|累计|上月|去年|同期|revenue|sales|amount|total/i;

/** The power of ten by which a column's numbers are to be multiplied. */
function exponentOf(
  facts: ColumnFacts,
  kind: ColumnReading['kind'],
  title: Unit | null,
  field: Field | null,
): number {
  const { unit, profile } = facts;
  if (kind === 'percent') {
    const whole = profile.percent < 0.5 && profile.median > (unit?.exponent === -2 ? 1 : 3);
    return whole ? -2 : 0;
  }
  if (kind !== 'money' && kind !== 'number') return 0;
  if (unit !== null && unit.text !== '%') return unit.exponent;
  if (title === null || title.exponent === 0) return 0;
  const measured = facts.period !== null || facts.total;
  if (field === null && !measured)
    return MONEY_WORDS.test(facts.leaf) && title.money && kind === 'money' ? title.exponent : 0;
  return kind === 'money' ||
    (title.money && (measured || ((field === 'target' || field === 'actual') && title.exponent !== 0)))
    ? title.exponent
    : 0;
}

function isMoneyField(field: Field | null): boolean {
  return (
    field !== null &&
    ['amount', 'revenue', 'paid', 'balance', 'cost', 'profit', 'commission', 'pay', 'unit_price'].includes(
      field,
    )
  );
}

/** Decides how one column is read. */
export function planColumn(
  view: SheetView,
  rows: readonly number[],
  facts: ColumnFacts,
  decision: FieldDecision,
  context: PlanContext,
): ColumnPlan {
  const { choices, years } = context;
  const key = facts.header === '' ? facts.letter : facts.header;
  const field =
    decision.chosenBy === 'person' || facts.period === null || facts.total
      ? decision.field
      : measureField(facts, context.names);
  const inTitle = context.years !== null;
  let kind = kindOf(field, facts, inTitle);
  if (facts.period !== null && field !== null && isMoneyField(field) && kind === 'number') kind = 'money';
  const chosenFactor =
    choices?.factors && Object.hasOwn(choices.factors, key) ? choices.factors[key] : undefined;
  const chosenOrder =
    choices?.dateOrders && Object.hasOwn(choices.dateOrders, key) ? choices.dateOrders[key] : undefined;
  const exponent =
    chosenFactor !== undefined && chosenFactor > 0
      ? Math.round(Math.log10(chosenFactor))
      : exponentOf(facts, kind, titleUnit(context.heading), field);
  const numeric = kind === 'number' || kind === 'money' || kind === 'percent';
  return {
    facts,
    field,
    kind,
    exponent,
    order:
      kind === 'date'
        ? orderOf(view, rows, facts.column, years?.years ?? [], chosenOrder)
        : { order: 'ymd', ambiguous: false, mixed: false, seen: false },
    context: years,
    decimalComma: numeric && decimalCommaIn(view, rows, facts.column),
    sample: sampleRows(rows),
    strict: field !== null || facts.period !== null || facts.total,
  };
}

/** 10000 for a column in 万元. */
export function factorOf(exponent: number): number {
  return scaled(1, exponent);
}
