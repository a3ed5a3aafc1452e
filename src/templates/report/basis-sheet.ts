import type { PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { MONEY } from '../expressions';
import { Page, printedColumns } from '../page';
import type { BasisTables, SummaryContext } from './context';
import { INDICATORS, type Indicator, type Indicators } from './read-indicators';
import type { Target } from './read-targets';

/** What the report takes from other sheets, in two tables that people can correct. */
export interface Basis {
  readonly targets: readonly Target[];
  readonly indicators: Indicators;
}

const WIDTHS = [14, 14, 16, 16, 14, 14, 14, 22, 12];
const TOP = 3;

export function hasBasis({ targets, indicators }: Basis): boolean {
  return targets.length > 0 || indicators.columns.length > 0;
}

export function basisSheet(
  context: SummaryContext,
  names: { readonly sheet: string; readonly report: string; readonly tables: BasisTables },
  basis: Basis,
): SheetPlan {
  const { t } = context;
  const page = new Page(
    WIDTHS.length,
    WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  page.line(t.basis.title, 'title', 34);
  page.note(t.basis.note({ report: names.report }));
  page.row = TOP;
  const tables: TablePlan[] = [];
  if (basis.indicators.columns.length > 0) {
    tables.push(indicatorTable(context, names.tables.indicators, page.row, basis.indicators));
    page.row += basis.indicators.values.size + 3;
  }
  if (basis.targets.length > 0)
    tables.push(targetTable(context, names.tables.targets, page.row, basis.targets));
  return {
    role: 'basis',
    name: names.sheet,
    blocks: page.blocks,
    tables,
    charts: [],
    validations: [],
    conditionalFormats: [],
    widths: WIDTHS,
    heights: page.heights,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(Math.max(...tables.map(({ columns }) => columns.length - 1))),
      footer: t.footer,
    },
  };
}

function indicatorTable(
  { t }: SummaryContext,
  name: string,
  row: number,
  { columns, values }: Indicators,
): TablePlan {
  const filled = INDICATORS.filter((indicator) => columns.includes(indicator));
  return {
    role: 'indicators',
    name,
    at: { row, column: 0 },
    columns: [
      { id: 'period', header: t.columns.month, format: t.monthFormat, style: 'text', entry: 'source' },
      ...filled.map((id): TableColumn => ({
        id,
        header: t.basis.columns[id],
        format: '#,##0',
        style: 'number',
        entry: 'source',
      })),
      markColumn(t.columns.mark),
    ],
    rows: [...values].map(([period, row]): PlanCell[] => [
      period,
      ...filled.map((id) => row[id] ?? null),
      null,
    ]),
    keys: [...values.keys()].map(String),
  };
}

function targetTable(
  { t }: SummaryContext,
  name: string,
  row: number,
  targets: readonly Target[],
): TablePlan {
  const month = { format: t.dateMonthFormat, style: 'text', entry: 'source' } as const;
  return {
    role: 'targets',
    name,
    at: { row, column: 0 },
    columns: [
      { id: 'from', header: t.basis.from, ...month },
      { id: 'to', header: t.basis.to, ...month },
      { id: 'person', header: t.columns.person, style: 'text', entry: 'source' },
      { id: 'target', header: t.basis.target, format: MONEY, style: 'number', entry: 'source' },
      { id: 'months', header: t.basis.months, format: '0', style: 'number', entry: 'source' },
      { id: 'origin', header: t.columns.origin, style: 'key', entry: 'origin' },
      markColumn(t.columns.mark),
    ],
    rows: targets.map(({ from, to, person, cents, months, origin }): PlanCell[] => [
      from,
      to,
      person ?? t.basis.whole,
      cents / 100,
      months,
      origin,
      null,
    ]),
    keys: targets.map(({ key }) => key),
  };
}

function markColumn(header: string): TableColumn {
  return { id: 'mark', header, style: 'key', entry: 'mark' };
}

/** The header of an indicator's column in the basis table. */
export function indicatorHeader({ t }: SummaryContext, indicator: Indicator): string {
  return t.basis.columns[indicator];
}
