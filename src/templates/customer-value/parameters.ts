import type { Position } from '../../domain/address';
import { texts } from '../../locales';
import type { CellBlock } from '../../plan/types';
import { COUNT, DAY, formula, MONEY, RATE } from '../expressions';
import { fixedCell, onSheet } from '../formula';
import { settingExpression } from '../rule-sheet';
import { column, ruleColumn, type ValueContext } from './context';
import { rfmLimits, SCORES, SETTING_DEFAULTS, valueSettings } from './rules';

/** References to what the formulas of every sheet need: the day, the total, the rules as they stand. */
export type Parameters = Readonly<Record<string, string>>;

interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly expression: string | number;
  readonly format: string;
}

/** Beside the rule tables, in small print: each rule in a cell of its own, wherever its row was moved. */
const AT: Position = { row: 3, column: 7 };

export function parameters(context: ValueContext): Parameters {
  const { sheets } = context;
  return Object.fromEntries(
    parameterList(context).map(({ id }, index) => {
      const at = { row: AT.row + index, column: AT.column + 1 };
      return [id, onSheet(sheets.rules, fixedCell(at))];
    }),
  );
}

export function parameterBlocks(context: ValueContext): CellBlock[] {
  return parameterList(context).flatMap(({ label, expression, format }, index): CellBlock[] => {
    const at = { row: AT.row + index, column: AT.column };
    const value = typeof expression === 'number' ? expression : formula(expression);
    return [
      { at, cells: [[label]], style: 'key' },
      { at: { ...at, column: at.column + 1 }, cells: [[value]], style: 'key', format },
    ];
  });
}

function parameterList(context: ValueContext): Parameter[] {
  const { t, digest, tables } = context;
  const { settings: headers } = texts(context.locale).rules;
  const setting = (id: string): string => {
    const label = valueSettings.settings.find((each) => each.id === id)?.labels[context.locale][0] ?? id;
    return settingExpression(tables.settings, headers, label, SETTING_DEFAULTS[id] ?? 0);
  };
  const limit = (id: 'days' | 'orders' | 'amount', score: number, initial: number): string => {
    const of = (column: string): string => ruleColumn(context, tables.rfm, rfmLimits, column);
    const found = `INDEX(${of(id)},MATCH(${score},${of('score')},0))`;
    return `IFERROR(${found},${initial})`;
  };
  const initialOf = (id: string, i: number): number => Number(digest.rules.rfm[i]?.values[id] ?? 0);
  const rated = (id: string, label: string, format: string): Parameter => ({
    id,
    label,
    expression: setting(id),
    format,
  });
  return [
    { id: 'as-of', label: t.parameters.asOf, expression: digest.asOf, format: DAY },
    {
      id: 'total',
      label: t.parameters.total,
      expression: `ROUND(SUM(${column(context, 'amount')}),2)`,
      format: MONEY,
    },
    rated('cut-a', t.parameters.cutA, RATE),
    rated('cut-b', t.parameters.cutB, RATE),
    rated('high', t.parameters.high, COUNT),
    rated('new-days', t.parameters.newDays, COUNT),
    rated('dormant-days', t.parameters.dormantDays, COUNT),
    rated('change', t.parameters.change, RATE),
    ...(['days', 'orders', 'amount'] as const).flatMap((id) =>
      SCORES.map((score, i) => ({
        id: `${id}-${score}`,
        label: `${{ days: 'R', orders: 'F', amount: 'M' }[id]}${score}`,
        expression: limit(id, score, initialOf(id, i)),
        format: id === 'amount' ? COUNT : 'General',
      })),
    ),
  ];
}
