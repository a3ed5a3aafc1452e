import type { PlanCell } from '../../plan/types';
import { COUNT, formula, MONEY, MONEY_OR_DASH, RATE } from '../expressions';
import { fixedCell, sentence } from '../formula';
import type { Page } from '../page';
import { dataColumn, inUnit, type SummaryContext } from './context';
import type { Calendar } from './calendar';
import type { GrowthRow } from './growth-row';
import { MEASURE_FORMATS, type Measure, type MeasureCells } from './indicators-section';
import { ofPeriod, type PeriodTable } from './period-table';
import type { Target } from './read-targets';
import { coversYear, hasPeriodTargets, type TargetsSection } from './targets-section';

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
const BASE_CARDS = 8;
/** One more row; the rest stands in the tables and sentences. */
const MOST_MORE = 4;
/** What other sheets add, as far as they have it. */
const CARD_MEASURES = ['netAdds', 'arpu', 'visits', 'coverage', 'late'] as const;

/** What other sheets add to the figures. */
export interface MoreFigures {
  readonly targets: TargetsSection | null;
  readonly cells: MeasureCells;
}

/** Label and figure of each row of cards. */
export function figureRows(
  targets: readonly Target[],
  measures: readonly Measure[],
  calendar: Calendar,
): number {
  const ofTargets = (hasPeriodTargets(calendar, targets) ? 1 : 0) + (coversYear(targets) ? 2 : 0);
  const ofMeasures = CARD_MEASURES.filter((measure) => measures.includes(measure)).length;
  const more = Math.min(MOST_MORE, ofTargets + ofMeasures);
  return 2 * Math.ceil((BASE_CARDS + more) / CARD_COLUMNS_FROM.length);
}

/** The figures of the period in focus, four a row, from `row` down. */
export function addKeyFigures(
  page: Page,
  row: number,
  context: SummaryContext,
  months: PeriodTable,
  growth: GrowthRow,
  focus: string,
  more: MoreFigures,
): KeyFigures {
  const { t, unit, noun } = context;
  const { firstOfYear, yearEarlier } = context.calendar.formulas;
  const texts = t.figures;
  const place = (index: number): { row: number; column: number } => ({
    row: row + 1 + 2 * Math.floor(index / CARD_COLUMNS_FROM.length),
    column: CARD_COLUMNS_FROM[index % CARD_COLUMNS_FROM.length] ?? 0,
  });
  const guarded = (expression: string): PlanCell => formula(`IFERROR(${expression},"${t.notAvailable}")`);
  const lastYearSum =
    `SUMIFS(${dataColumn(context, 'amount')},` +
    `${dataColumn(context, 'month')},">="&${yearEarlier(firstOfYear(focus))},` +
    `${dataColumn(context, 'month')},"<="&${yearEarlier(focus)})`;
  const label = sentence(texts.averageGrowth, { method: growth.method });
  const cards: Card[] = [
    {
      label: texts.amount + unit.label,
      value: guarded(inUnit(unit, ofPeriod(months, 'amount', focus))),
      format: MONEY,
    },
    { label: texts.change, value: guarded(ofPeriod(months, 'change', focus)), format: RATE },
    { label: texts.yearChange, value: guarded(ofPeriod(months, 'yearChange', focus)), format: RATE },
    { label: texts.count[noun], value: guarded(ofPeriod(months, 'count', focus)), format: COUNT },
    {
      label: texts.yearToDate + unit.label,
      value: guarded(inUnit(unit, ofPeriod(months, 'yearToDate', focus))),
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
      value: guarded(`${ofPeriod(months, 'yearToDate', focus)}/MAX(0,ROUND(${lastYearSum},2))-1`),
      format: RATE,
    },
    { label: formula(label), value: formula(growth.average), format: '0.00%' },
    ...[...targetCards(context, more.targets), ...measureCards(context, more.cells)].slice(0, MOST_MORE),
  ];
  cards.forEach((card, index) => {
    const at = place(index);
    page.merged(at.row - 1, at.column, CARD_COLUMNS, { value: card.label, style: 'figureLabel' });
    page.merged(at.row, at.column, CARD_COLUMNS, { value: card.value, style: 'figure', format: card.format });
  });
  for (let i = 0; i < 2 * Math.ceil(cards.length / CARD_COLUMNS_FROM.length); i += 2) {
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

function targetCards({ t, unit }: SummaryContext, section: TargetsSection | null): Card[] {
  const texts = t.figures;
  const cards: Card[] = [];
  if (section?.period) {
    cards.push({ label: texts.attainment, value: formula(section.period.attainment), format: RATE });
  }
  if (section?.year && section.perPeriod) {
    const each = `IF(ISNUMBER(${section.perPeriod}),${inUnit(unit, section.perPeriod)},"${t.notAvailable}")`;
    cards.push(
      { label: texts.yearAttainment, value: formula(section.year.attainment), format: RATE },
      { label: texts.perPeriod + unit.label, value: formula(each), format: MONEY },
    );
  }
  return cards;
}

function measureCards({ t }: SummaryContext, cells: MeasureCells): Card[] {
  return CARD_MEASURES.flatMap((measure): Card[] => {
    const cell = cells[measure];
    return cell
      ? [{ label: t.indicators[measure], value: formula(cell), format: MEASURE_FORMATS[measure] }]
      : [];
  });
}
