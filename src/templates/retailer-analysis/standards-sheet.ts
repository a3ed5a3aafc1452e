import { cellAddress, columnLetter } from '../../domain/address';
import { RETAIL_RATES, type RetailRate } from '../../domain/retail/rates';
import type { PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { blanks, cell, COUNT, DAY, formula } from '../expressions';
import { literal, tableColumn, thisRow } from '../formula';
import { Page, printedColumns } from '../page';
import type { RetailContext } from './context';
import type { Retailer } from './digest';
import type { RetailTexts } from './texts';

type Column = keyof RetailTexts['outletColumns'];

interface OutletField {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (retailer: Retailer) => PlanCell;
}

const WIDTHS = [26, 26, 12, 12, 12, 13, 13, 12, 12];
const LINE = 130;
const SPARE_ROWS = 200;

/** 终端指标: rates against their limits, and each outlet against the standards; what was found on the spot is typed. */
export function standardsSheet(context: RetailContext): SheetPlan {
  const { t, digest, sheets, tables } = context;
  const page = new Page(WIDTHS.length, LINE);
  page.line(t.standardsSheet, 'title', 34);
  page.note(t.standardsNote({ rules: sheets.rules }));
  page.space();
  const results = addRates(page, context);
  page.space();
  page.line(t.headings.outlets, 'heading', 22);
  const headerRow = page.row;
  const columns = columnsOf(context);
  const table: TablePlan = {
    role: 'outlets',
    name: tables.outlets,
    at: { row: headerRow, column: 0 },
    columns: columns.map(({ column }) => column),
    rows: digest.retailers.map((retailer) => columns.map(({ cell: of }) => of(retailer))),
    keys: digest.retailers.map(({ key }) => key),
  };
  const rows = digest.retailers.length + SPARE_ROWS;
  const body = (id: Column) => ({
    row: headerRow + 1,
    column: columns.findIndex(({ column }) => column.id === id),
    rows,
    columns: 1,
  });
  const letter = columnLetter(body('result').column);
  const result = `$${letter}${headerRow + 2}`;
  return {
    role: 'standards',
    name: sheets.standards,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [
      { area: body('kind'), list: Object.values(t.outletKinds), prompt: t.kindPrompt },
      { area: body('point'), list: [t.yes, t.no] },
    ],
    conditionalFormats: [
      {
        area: body('result'),
        formula: `=AND(${result}<>"",${result}<>${literal(t.met)})`,
        style: 'alert',
      },
      {
        area: results,
        formula: `=$${cellAddress(results)}=${literal(t.missed)}`,
        style: 'alert',
      },
      { area: results, formula: `=$${cellAddress(results)}=${literal(t.met)}`, style: 'positive' },
    ],
    widths: WIDTHS,
    heights: { ...page.heights, [headerRow]: 20 },
    frozenRows: headerRow + 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [headerRow, headerRow],
      area: printedColumns(columns.length - 1),
      footer: t.footer,
    },
  };
}

function addRates(page: Page, context: RetailContext) {
  const { t, rule } = context;
  const texts = t.rateTable;
  page.line(t.headings.rates, 'heading', 22);
  page.cells(page.row, 0, [
    cell(texts.rate, 'columnHeader'),
    cell(texts.what, 'columnHeader'),
    ...[texts.part, texts.whole, texts.value, texts.limit, texts.gap, texts.result].map((text) =>
      cell(text, 'columnHeaderNumber'),
    ),
    ...blanks(1, 'columnHeader'),
  ]);
  page.advance(1, 18);
  const first = page.row;
  for (const { id } of RETAIL_RATES) {
    const row = page.row;
    const [part, whole, value, limit] = [2, 3, 4, 5].map((column) => cellAddress({ row, column }));
    const counted = counts(context, id);
    const known = `AND(ISNUMBER(${part}),N(${whole})>0)`;
    const rate =
      id === 'forecast'
        ? `IF(AND(ISNUMBER(${whole}),N(${part})>0),1-ABS(${part}-${whole})/${part},"${t.notAvailable}")`
        : `IF(${known},${part}/${whole},"${t.notAvailable}")`;
    const both = `AND(ISNUMBER(${value}),ISNUMBER(${limit}))`;
    page.cells(row, 0, [
      cell(t.rates[id].name, 'text'),
      cell(t.rates[id].what, 'text'),
      cell(counted?.part ?? null, counted ? 'number' : 'input', 'General'),
      cell(counted?.whole ?? null, counted ? 'number' : 'input', 'General'),
      cell(formula(rate), 'number', '0.0%'),
      cell(formula(rule(id)), 'number', '0.0%'),
      cell(
        formula(`IF(${both},ROUND(100*(N(${value})-N(${limit})),2),"${t.notAvailable}")`),
        'number',
        '+0.00;-0.00;0.00',
      ),
      cell(
        formula(
          `IF(${both},IF(ROUND(N(${value})-N(${limit}),12)>=0,${literal(t.met)},${literal(t.missed)}),"${t.notAvailable}")`,
        ),
        'number',
      ),
      ...blanks(1, 'text'),
    ]);
    page.advance(1, 16);
  }
  return { row: first, column: 7, rows: RETAIL_RATES.length, columns: 1 };
}

/** What the outlets' table below says by itself; null where it is typed. */
function counts(
  { t, tables }: RetailContext,
  id: RetailRate,
): { readonly part: PlanCell; readonly whole: PlanCell } | null {
  if (id !== 'information-points') return null;
  const point = tableColumn(tables.outlets, t.outletColumns.point);
  return {
    part: formula(`COUNTIFS(${point},${literal(t.yes)})`),
    whole: formula(`COUNTIFS(${point},${literal(t.yes)})+COUNTIFS(${point},${literal(t.no)})`),
  };
}

function columnsOf(context: RetailContext): OutletField[] {
  const { t } = context;
  const make = (
    entry: TableColumn['entry'],
    id: Column,
    width: number,
    value: OutletField['cell'],
    format?: string,
    expression?: string,
  ): OutletField => ({
    column: {
      id,
      header: t.outletColumns[id],
      format,
      style: id === 'mark' ? 'key' : format === undefined || format === DAY ? 'text' : 'number',
      formula: expression === undefined ? undefined : `=${expression}`,
      entry,
    },
    width,
    cell: value,
  });
  const nothing = (): PlanCell => null;
  return [
    make('source', 'retailer', 26, ({ name }) => name),
    make('computed', 'result', 26, nothing, undefined, resultExpression(context)),
    make('source', 'person', 12, ({ person }) => person),
    make('typed', 'kind', 12, nothing),
    make('typed', 'point', 12, nothing),
    make('typed', 'posDays', 12, nothing, COUNT),
    make('typed', 'positions', 12, nothing, COUNT),
    make('typed', 'area', 12, nothing, 'General'),
    make('typed', 'counters', 12, nothing, COUNT),
    make('mark', 'mark', 14, nothing),
  ];
}

/** What an outlet lacks, of what was filled in; "met" where it lacks nothing. */
function resultExpression(context: RetailContext): string {
  const { t, tables, rule } = context;
  const own = (id: Column): string => thisRow(tables.outlets, t.outletColumns[id]);
  const lacks = (id: 'posDays' | 'positions' | 'area' | 'counters', condition: string): string =>
    `IF(AND(ISNUMBER(${own(id)}),${condition}),${literal(t.lackJoin + t.lacks[id])},"")`;
  const positions =
    `OR(AND(${own('kind')}=${literal(t.outletKinds.rural)},N(${own('positions')})<N(${rule('positions-rural')})),` +
    `AND(${own('kind')}=${literal(t.outletKinds.diamond)},N(${own('positions')})<N(${rule('positions-diamond')})))`;
  const all = [
    lacks('positions', positions),
    lacks('area', `N(${own('area')})<N(${rule('area')})`),
    lacks('counters', `N(${own('counters')})<N(${rule('counters')})`),
    lacks('posDays', `N(${own('posDays')})>N(${rule('pos-days')})`),
  ].join('&');
  const filled = `COUNT(${own('posDays')},${own('positions')},${own('area')},${own('counters')})`;
  return `IF(${filled}=0,"",IF(LEN(${all})=0,${literal(t.met)},MID(${all},${t.lackJoin.length + 1},100)))`;
}
