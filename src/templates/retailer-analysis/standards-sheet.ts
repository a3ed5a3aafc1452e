import { cellAddress } from '../../domain/address';
import { RETAIL_RATES, type RetailRate } from '../../domain/retail/rates';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { blanks, cell, COUNT, formula } from '../expressions';
import { literal, tableColumn, thisRow } from '../formula';
import { ListFields, listSheet, type ListField } from '../list-sheet';
import { Page } from '../page';
import type { RetailContext } from './context';
import type { Retailer } from './digest';
import type { RetailTexts } from './texts';

type Column = keyof RetailTexts['outletColumns'];

const LINE = 130;
const SPARE_ROWS = 200;

/** 终端指标: rates against their limits, and each outlet against the standards; what was found on the spot is typed. */
export function standardsSheet(context: RetailContext): SheetPlan {
  const { t, digest, sheets, tables } = context;
  const fields = fieldsOf(context);
  const page = new Page(fields.length - 1, LINE);
  page.line(t.standardsSheet, 'title', 34);
  page.note(t.standardsNote({ rules: sheets.rules }));
  page.space();
  const results = addRates(page, context);
  page.space();
  page.line(t.headings.outlets, 'heading', 22);
  return listSheet<Retailer, Column>({
    role: 'standards',
    name: sheets.standards,
    page,
    table: { role: 'outlets', name: tables.outlets },
    fields,
    rows: digest.retailers,
    keyOf: ({ key }) => key,
    printedBefore: 'mark',
    frozenColumns: 1,
    footer: t.footer,
    spare: SPARE_ROWS,
    dress({ area, cell: of }) {
      const result = of('result');
      const rate = `$${cellAddress(results)}`;
      return {
        validations: [
          { area: area('kind'), list: Object.values(t.outletKinds), prompt: t.kindPrompt },
          { area: area('point'), list: [t.yes, t.no] },
        ],
        conditionalFormats: [
          {
            area: area('result'),
            formula: `=AND(${result}<>"",${result}<>${literal(t.met)})`,
            style: 'alert',
          },
          { area: results, formula: `=${rate}=${literal(t.missed)}`, style: 'alert' },
          { area: results, formula: `=${rate}=${literal(t.met)}`, style: 'positive' },
        ],
      };
    },
  });
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

function fieldsOf(context: RetailContext): ListField<Retailer>[] {
  const list = new ListFields<Retailer, Column>(context.t.outletColumns);
  return [
    list.source('retailer', 26, ({ name }) => name),
    list.computed('result', 26, resultExpression(context)),
    list.source('person', 12, ({ person }) => person),
    list.typed('kind', 12),
    list.typed('point', 12),
    list.typed('posDays', 13, COUNT),
    list.typed('positions', 13, COUNT),
    list.typed('area', 12, 'General'),
    list.typed('counters', 12, COUNT),
    list.mark(),
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
