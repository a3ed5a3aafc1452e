import type { Position } from '../../domain/address';
import { GROWTH_METHODS } from '../../domain/growth';
import type { Validation } from '../../plan/types';
import { COUNT, formula, RATE } from '../expressions';
import { fixedCell, literal } from '../formula';
import type { Page, StyledCell } from '../page';
import type { SummaryContext } from './context';
import { ofPeriod, type PeriodTable } from './period-table';

/** Fixed references to the growth row's cells. */
export interface GrowthRow {
  readonly from: string;
  readonly periods: string;
  readonly total: string;
  readonly method: string;
  readonly average: string;
  readonly validations: readonly Validation[];
}

/** Header and figures. */
export const GROWTH_ROWS = 2;

/** From which month, how many periods, the total growth, by which method the average: the two choices are cells. */
export function addGrowthRow(
  page: Page,
  context: SummaryContext,
  months: PeriodTable,
  focus: string,
): GrowthRow {
  const { t, span } = context;
  const texts = t.growthTable;
  const methodNames = t.options['average-growth'].values;
  const header = (value: string | null, number = false): StyledCell => ({
    value,
    style: number ? 'columnHeaderNumber' : 'columnHeader',
  });
  page.cells(page.row, 0, [
    header(texts.from),
    header(null),
    header(texts.to),
    header(texts.periods, true),
    header(null),
    header(texts.total, true),
    header(null),
    header(texts.method),
    header(texts.average, true),
  ]);
  page.advance(1, 18);

  const { row } = page;
  const at = (column: number): Position => ({ row, column });
  const refs = {
    from: fixedCell(at(0)),
    periods: fixedCell(at(3)),
    total: fixedCell(at(5)),
    method: fixedCell(at(7)),
    average: fixedCell(at(8)),
  };
  page.cells(row, 0, [
    { value: span.listed[0] ?? span.focus, style: 'input', format: t.monthFormat },
    { value: null, style: 'text' },
    { value: formula(focus), style: 'label', format: t.monthFormat },
    {
      value: formula(context.calendar.formulas.steps(refs.from, focus)),
      style: 'number',
      format: COUNT,
    },
    { value: null, style: 'text' },
    { value: formula(totalGrowth(context, months, focus, refs)), style: 'number', format: RATE },
    { value: null, style: 'text' },
    { value: methodNames[context.method], style: 'input' },
    { value: formula(averageGrowth(context, months, focus, refs)), style: 'number', format: '0.00%' },
  ]);
  page.advance(1, 18);
  return {
    ...refs,
    validations: [
      {
        area: { ...at(0), rows: 1, columns: 1 },
        list: formula(months.refs.month),
        prompt: texts.fromPrompt,
      },
      {
        area: { ...at(7), rows: 1, columns: 1 },
        list: GROWTH_METHODS.map((method) => methodNames[method]),
        prompt: texts.methodPrompt,
      },
    ],
  };
}

type Refs = Pick<GrowthRow, 'from' | 'periods' | 'total' | 'method'>;

function totalGrowth({ t }: SummaryContext, months: PeriodTable, focus: string, refs: Refs): string {
  const base = ofPeriod(months, 'amount', refs.from);
  const end = ofPeriod(months, 'amount', focus);
  const none = `"${t.notAvailable}"`;
  return `IFERROR(IF(AND(${refs.periods}>0,${base}>0),(${end}-${base})/${base},${none}),${none})`;
}

/** The three methods of src/domain/growth.ts as one native formula. */
function averageGrowth({ t }: SummaryContext, months: PeriodTable, focus: string, refs: Refs): string {
  const names = t.options['average-growth'].values;
  const none = `"${t.notAvailable}"`;
  const { month, change } = months.refs;
  const steps = `${month},">"&${refs.from},${month},"<="&${focus}`;
  const compound = `IF(${refs.total}<=-1,${none},(1+${refs.total})^(1/${refs.periods})-1)`;
  // A month whose rate is "n/a" takes the mean away, as in averageGrowth().
  const mean = `IF(COUNTIFS(${steps},${change},">-1E+300")=${refs.periods},AVERAGEIFS(${change},${steps}),${none})`;
  const chosen = (method: keyof typeof names): string => `${refs.method}=${literal(names[method])}`;
  return (
    `IF(ISNUMBER(${refs.total}),IF(${chosen('arithmetic')},${refs.total}/${refs.periods},` +
    `IF(${chosen('compound')},${compound},IF(${chosen('mean')},${mean},${none}))),${none})`
  );
}
