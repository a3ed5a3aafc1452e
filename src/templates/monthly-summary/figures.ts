import type { PlanCell } from '../../plan/types';
import { fixedCell, sentence } from '../formula';
import type { Page } from '../page';
import {
  COUNT,
  dataColumn,
  formula,
  inUnit,
  MONEY,
  MONEY_OR_DASH,
  RATE,
  type SummaryContext,
} from './context';
import type { GrowthRow } from './growth-row';
import { ofMonth, type MonthTable } from './month-table';

/** Fixed references to the key figures; amounts are in the report's unit. */
export interface KeyFigures {
  readonly amount: string;
  readonly change: string;
  readonly yearChange: string;
  readonly count: string;
  readonly yearToDate: string;
  readonly lastYearToDate: string;
  readonly yearToDateChange: string;
}

interface Card {
  readonly label: PlanCell;
  readonly value: PlanCell;
  readonly format: string;
}

const CARD_COLUMNS_FROM = [0, 2, 5, 7];
const CARD_COLUMNS = 2;
/** Label and figure, twice. */
export const FIGURE_ROWS = 4;

/** Eight figures of the month in focus, four a row, from `row` down. */
export function addKeyFigures(
  page: Page,
  row: number,
  context: SummaryContext,
  months: MonthTable,
  growth: GrowthRow,
  focus: string,
): KeyFigures {
  const { t, unit, noun } = context;
  const texts = t.figures;
  const place = (index: number): { row: number; column: number } => ({
    row: row + 1 + 2 * Math.floor(index / CARD_COLUMNS_FROM.length),
    column: CARD_COLUMNS_FROM[index % CARD_COLUMNS_FROM.length] ?? 0,
  });
  const guarded = (expression: string): PlanCell => formula(`IFERROR(${expression},"${t.notAvailable}")`);
  const lastYearSum =
    `SUMIFS(${dataColumn(context, 'amount')},${dataColumn(context, 'month')},">="&DATE(YEAR(${focus})-1,1,1),` +
    `${dataColumn(context, 'month')},"<="&EDATE(${focus},-12))`;
  const label = sentence(texts.averageGrowth, { method: growth.method });
  const cards: Card[] = [
    {
      label: texts.amount + unit.label,
      value: guarded(inUnit(unit, ofMonth(months, 'amount', focus))),
      format: MONEY,
    },
    { label: texts.change, value: guarded(ofMonth(months, 'change', focus)), format: RATE },
    { label: texts.yearChange, value: guarded(ofMonth(months, 'yearChange', focus)), format: RATE },
    { label: texts.count[noun], value: guarded(ofMonth(months, 'count', focus)), format: COUNT },
    {
      label: texts.yearToDate + unit.label,
      value: guarded(inUnit(unit, ofMonth(months, 'yearToDate', focus))),
      format: MONEY,
    },
    {
      label: texts.lastYearToDate + unit.label,
      value: formula(inUnit(unit, lastYearSum)),
      format: MONEY_OR_DASH,
    },
    {
      label: texts.yearToDateChange,
      // From the exact sums, not from the rounded figures beside it; MAX turns a base below zero into "no base".
      value: guarded(`${ofMonth(months, 'yearToDate', focus)}/MAX(0,ROUND(${lastYearSum},2))-1`),
      format: RATE,
    },
    { label: formula(label), value: formula(growth.average), format: '0.00%' },
  ];
  cards.forEach((card, index) => {
    const at = place(index);
    page.merged(at.row - 1, at.column, CARD_COLUMNS, { value: card.label, style: 'figureLabel' });
    page.merged(at.row, at.column, CARD_COLUMNS, { value: card.value, style: 'figure', format: card.format });
  });
  for (let i = 0; i < FIGURE_ROWS; i += 2) {
    page.heights[row + i] = 20;
    page.heights[row + i + 1] = 26;
  }
  const ref = (index: number): string => fixedCell(place(index));
  return {
    amount: ref(0),
    change: ref(1),
    yearChange: ref(2),
    count: ref(3),
    yearToDate: ref(4),
    lastYearToDate: ref(5),
    yearToDateChange: ref(6),
  };
}
