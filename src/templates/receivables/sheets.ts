import { cellAddress, columnLetter, type Area } from '../../domain/address';
import { yuanOf } from '../../domain/money';
import { texts, type Locale, type Texts } from '../../locales';
import type { ChartPlan, PlanCell, SheetPlan, TableColumn } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, formula, MONEY, MONEY_OR_DASH, RATE } from '../expressions';
import { fixedCell, literal, onSheet, sentence, tableColumn, thisRow } from '../formula';
import { Page } from '../page';
import { criterion } from '../visits/formulas';
import { addFigures, addHeaders, addLine, type ListColumn } from '../visits/parts';
import type { Debt } from './debts';
import { bucketRules } from './rules';

export type DebtTexts = Texts['catalog']['receivables'] & Texts['templates']['receivables'];

export function debtTexts(locale: Locale): DebtTexts {
  const { catalog, templates } = texts(locale);
  return { ...catalog['receivables'], ...templates['receivables'] };
}

export interface DebtContext {
  readonly t: DebtTexts;
  readonly locale: Locale;
  readonly table: string;
  /** The table of buckets. */
  readonly buckets: string;
  readonly asOf: string;
}

type ColumnId = keyof DebtTexts['columns'];

const AS_OF = { row: 2, column: 1 };
const HEADER_ROW = 5;
const AMOUNT = `${MONEY}_)_)`;

export function asOfReference(sheet: string): string {
  return onSheet(sheet, fixedCell(AS_OF));
}

function column({ t, table }: DebtContext, id: ColumnId): string {
  return tableColumn(table, t.columns[id]);
}

function own({ t, table }: DebtContext, id: ColumnId): string {
  return thisRow(table, t.columns[id]);
}

function bucketColumn({ locale, buckets }: DebtContext, id: string): string {
  return tableColumn(buckets, bucketRules.columns.find((each) => each.id === id)?.headers[locale][0] ?? id);
}

interface DebtColumn {
  readonly column: TableColumn;
  readonly width: number;
  readonly printed: boolean;
  readonly cell: (debt: Debt) => PlanCell;
}

/** What is typed as received since counts at once. */
function debtColumnsOf(context: DebtContext): DebtColumn[] {
  const { t } = context;
  const given = (id: ColumnId, width: number, cell: DebtColumn['cell'], format?: string): DebtColumn => ({
    column: {
      id,
      header: t.columns[id],
      style: format === AMOUNT ? 'number' : 'text',
      entry: 'source',
      ...(format !== undefined && { format }),
    },
    width,
    printed: true,
    cell,
  });
  const typed = (id: ColumnId, width: number, format?: string): DebtColumn => ({
    column: {
      id,
      header: t.columns[id],
      style: format === AMOUNT ? 'number' : 'text',
      entry: 'typed',
      ...(format !== undefined && { format }),
    },
    width,
    printed: true,
    cell: () => null,
  });
  const computed = (
    id: ColumnId,
    width: number,
    expression: string,
    format?: string,
    printed = true,
  ): DebtColumn => ({
    column: {
      id,
      header: t.columns[id],
      style: printed ? (format === undefined ? 'text' : 'number') : 'key',
      entry: 'computed',
      formula: `=${expression}`,
      ...(format !== undefined && { format }),
    },
    width,
    printed,
    cell: () => null,
  });
  const yuan = (cents: number | null): PlanCell => (cents === null ? null : yuanOf(cents));
  const [due, open, age] = [own(context, 'due'), own(context, 'open'), own(context, 'age')];
  const at = `MATCH(${age},${bucketColumn(context, 'from')},1)`;
  const owed = `N(${open})>0`;
  const bucket =
    `IF(N(${open})=0,"",IF(NOT(ISNUMBER(${age})),${literal(t.undated)},IF(${age}<0,${literal(t.notDue)},` +
    `IFERROR(INDEX(${bucketColumn(context, 'label')},${at}),""))))`;
  const action = `IF(AND(${owed},ISNUMBER(${age})),IF(${age}<0,"",IFERROR(INDEX(${bucketColumn(context, 'action')},${at})&"","")),"")`;
  const rank = `IF(AND(${owed},ISNUMBER(${age})),IF(${age}<0,"",IFERROR(${at},0)*1E9+ROUND(${open},2)-ROW()/1E5),"")`;
  const balance = own(context, 'balance');
  const stated = `IF(ISNUMBER(${balance}),${balance},N(${own(context, 'amount')})-N(${own(context, 'paid')}))`;
  return [
    given('number', 15, ({ number }) => number),
    given('customer', 24, ({ customer }) => customer),
    given('person', 10, ({ person }) => person),
    given('amount', 14, ({ amount }) => yuan(amount), AMOUNT),
    given('paid', 14, ({ paid }) => yuan(paid), AMOUNT),
    given('balance', 14, (debt) => yuan(debt.balance), AMOUNT),
    typed('received', 13, AMOUNT),
    computed(
      'open',
      14,
      `IF(${own(context, 'customer')}&${own(context, 'number')}&${balance}="","",ROUND(${stated}-N(${own(context, 'received')}),2))`,
      AMOUNT,
    ),
    given('due', 12, (debt) => debt.due, DAY),
    computed('age', 9, `IF(AND(ISNUMBER(${due}),${open}<>""),INT(${context.asOf})-INT(${due}),"")`, '0_)_)'),
    computed('bucket', 10, bucket),
    computed('action', 16, action),
    typed('promised', 12, DAY),
    typed('remark', 20),
    computed('rank', 9, rank, 'General', false),
    {
      column: { id: 'origin', header: t.columns.origin, style: 'key', entry: 'origin' },
      width: 16,
      printed: false,
      cell: ({ origin }) => origin,
    },
    {
      column: { id: 'mark', header: t.columns.mark, style: 'key', entry: 'mark' },
      width: 12,
      printed: false,
      cell: () => null,
    },
  ];
}

export interface ListNotes {
  readonly name: string;
  readonly source: string | null;
  readonly asOf: number | null;
  /** How many ages there are. */
  readonly buckets: number;
}

/** One row an amount owed, with its age and what is to be done. */
export function listSheet(context: DebtContext, debts: readonly Debt[], notes: ListNotes): SheetPlan {
  const { t } = context;
  const columns = debtColumnsOf(context);
  const printed = columns.filter((each) => each.printed).length;
  const rows = Math.max(1, debts.length);
  const page = new Page(printed, 150);
  page.line(t.title, 'title', 34);
  page.line(
    notes.source === null ? t.blankLine : t.sourceLine({ sheet: notes.source, debts: debts.length }),
    'subtitle',
    16,
  );
  page.cells(AS_OF.row, 0, [{ value: t.asOf, style: 'label' }]);
  page.cells(AS_OF.row, AS_OF.column, [
    { value: notes.asOf ?? formula('TODAY()'), style: 'input', format: DAY },
  ]);
  page.merged(AS_OF.row, 2, printed - 2, { value: t.asOfHint, style: 'note' });
  page.heights[AS_OF.row] = 18;
  page.row = HEADER_ROW - 2;
  const overdue = `SUMIFS(${column(context, 'open')},${column(context, 'age')},">=0")`;
  page.line(
    formula(
      sentence(t.summary, {
        all: `COUNTIF(${column(context, 'open')},"<>0")-COUNTIF(${column(context, 'open')},"")`,
        open: `TEXT(SUM(${column(context, 'open')}),"${MONEY}")`,
        overdue: `TEXT(${overdue},"${MONEY}")`,
      }),
    ),
    'subtitle',
    18,
  );
  const place = (id: ColumnId): number => columns.findIndex((each) => each.column.id === id);
  const body = (id: ColumnId, count = 1): Area => ({
    row: HEADER_ROW + 1,
    column: place(id),
    rows,
    columns: count,
  });
  // The rank begins with the bucket's place.
  const rank = `$${columnLetter(place('rank'))}${HEADER_ROW + 2}`;
  const from = (bucket: number): string => `=AND(ISNUMBER(${rank}),${rank}>=${bucket}*1E9-1)`;
  return {
    role: 'list',
    name: notes.name,
    blocks: page.blocks,
    tables: [
      {
        role: 'debts',
        name: context.table,
        at: { row: HEADER_ROW, column: 0 },
        columns: columns.map((each) => each.column),
        rows: debts.map((debt) => columns.map(({ cell }): PlanCell => cell(debt))),
        keys: debts.map(({ key }) => key),
      },
    ],
    charts: [],
    validations: [],
    conditionalFormats: [
      { area: body('age', 3), formula: from(notes.buckets), style: 'alert' },
      { area: body('age', 3), formula: from(2), style: 'negative' },
    ],
    widths: columns.map(({ width }) => width),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 2,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: { row: 0, column: 0, rows: HEADER_ROW + 1 + rows, columns: printed },
      footer: t.footer,
    },
  };
}

const WIDTHS = [22, 14, 14, 14, 14, 14, 14];
const CHART_ROWS = 14;
/** Lines of those to be asked next: as many as there are debts and some more, within these. */
const FEWEST_NEXT = 8;
const MOST_NEXT = 20;
const ROOM = 3;

export interface OverviewNotes {
  readonly name: string;
  readonly customers: readonly string[];
  readonly people: readonly string[];
  readonly labels: readonly string[];
  /** How many amounts are owed. */
  readonly debts: number;
  readonly remarks: readonly string[];
}

/** What is owed by age, by customer and by manager, and whom to ask next. Everything but the names is live. */
export function overviewSheet(context: DebtContext, notes: OverviewNotes): SheetPlan {
  const { t } = context;
  const texts = t.overview;
  const page = new Page(WIDTHS.length, 104);
  const open = column(context, 'open');
  const overdue = (from: string): string => `SUMIFS(${open},${column(context, 'age')},${from})`;
  page.line(texts.title, 'title', 34);
  page.space();
  const figure = (label: string, expression: string, format: string) => ({
    label,
    value: formula(expression),
    format,
  });
  addFigures(
    page,
    [
      figure(texts.figures.open, `SUM(${open})`, MONEY),
      figure(texts.figures.overdue, overdue('">=0"'), MONEY),
      figure(texts.figures.share, `IF(SUM(${open})>0,${overdue('">=0"')}/SUM(${open}),"${t.none}")`, RATE),
      figure(texts.figures.old, overdue('">90"'), MONEY),
      figure(texts.figures.received, `SUM(${column(context, 'received')})`, MONEY_OR_DASH),
      figure(texts.figures.debtors, `COUNTIFS(${open},">0",${column(context, 'age')},">=0")`, COUNT),
    ],
    [2, 2, 3],
  );
  page.space();
  page.line(texts.ageing, 'heading', 22);
  const buckets = addBuckets(page, context, notes.labels);
  const chart = { row: page.row, column: 0, rows: CHART_ROWS, columns: WIDTHS.length };
  page.advance(CHART_ROWS);
  page.space();
  page.line(texts.next, 'heading', 22);
  const lines = Math.min(MOST_NEXT, Math.max(FEWEST_NEXT, notes.debts + ROOM));
  addNext(page, context, lines);
  page.note(texts.nextNote({ most: lines }));
  page.space();
  const namesRow = page.row;
  addNames(page, context, 'customer', notes.customers, notes.labels);
  addNames(page, context, 'person', notes.people, notes.labels);
  page.note(texts.namesNote);
  if (notes.remarks.length > 0) {
    page.space();
    page.line(texts.remarks, 'heading', 22);
    for (const remark of notes.remarks) page.note(remark);
  }
  return {
    role: 'overview',
    name: notes.name,
    blocks: page.blocks,
    tables: [],
    charts: [bucketChart(context, buckets, chart)],
    validations: [],
    conditionalFormats: [],
    widths: WIDTHS,
    heights: page.heights,
    gridlines: false,
    print: {
      orientation: 'portrait',
      area: { row: 0, column: 0, rows: page.row, columns: WIDTHS.length },
      breaks: [namesRow],
      footer: t.footer,
    },
  };
}

/** The labels of all parts of what is owed: not due, the buckets, no date. */
function parts({ t }: DebtContext, labels: readonly string[]): string[] {
  return [t.notDue, ...labels, t.undated];
}

function addBuckets(page: Page, context: DebtContext, labels: readonly string[]): Area {
  const texts = context.t.overview;
  const columns: ListColumn[] = [
    { header: context.t.columns.bucket, style: 'label' },
    { header: context.t.columns.open, style: 'number', format: MONEY_OR_DASH },
    { header: texts.share, style: 'number', format: RATE },
    { header: texts.count, style: 'number', format: COUNT_OR_DASH },
  ];
  addHeaders(page, columns);
  const first = page.row;
  const open = column(context, 'open');
  for (const label of parts(context, labels)) {
    const of = `${column(context, 'bucket')},${criterion(`$A${page.row + 1}`)}`;
    addLine(page, columns, [
      label,
      formula(`SUMIFS(${open},${of})`),
      formula(`IF(SUM(${open})>0,SUMIFS(${open},${of})/SUM(${open}),"${context.t.none}")`),
      formula(`COUNTIFS(${of})`),
    ]);
  }
  const area = { row: first, column: 0, rows: page.row - first, columns: columns.length };
  const sum = (place: number): PlanCell =>
    formula(
      `SUM(${cellAddress({ row: first, column: place })}:${cellAddress({ row: page.row - 1, column: place })})`,
    );
  addLine(page, columns, [texts.total, sum(1), sum(2), sum(3)], { total: true });
  page.space();
  return area;
}

/** The oldest bucket first, in it the largest amount. */
function addNext(page: Page, context: DebtContext, lines: number): void {
  const { columns: names } = context.t;
  const columns: (ListColumn & { readonly id: ColumnId })[] = [
    { id: 'customer', header: names.customer, style: 'text' },
    { id: 'number', header: names.number, style: 'text' },
    { id: 'person', header: names.person, style: 'text' },
    { id: 'open', header: names.open, style: 'number', format: '#,##0.00_)_)' },
    { id: 'due', header: names.due, style: 'text', format: DAY },
    { id: 'age', header: names.age, style: 'number', format: '0_)_)' },
    { id: 'action', header: names.action, style: 'text' },
  ];
  addHeaders(page, columns);
  const rank = column(context, 'rank');
  for (let line = 1; line <= lines; line++) {
    const place = { row: page.row, column: WIDTHS.length };
    const at = `$${cellAddress(place)}`;
    page.block(place, [[formula(`IFERROR(MATCH(LARGE(${rank},${line}),${rank},0),0)`)]], 'key', '0;;');
    addLine(
      page,
      columns,
      columns.map(({ id }): PlanCell => {
        const value = `INDEX(${column(context, id)},${at})`;
        return formula(`IF(${at}=0,"",IF(${value}="","",${value}))`);
      }),
    );
  }
}

function addNames(
  page: Page,
  context: DebtContext,
  by: 'customer' | 'person',
  names: readonly string[],
  labels: readonly string[],
): void {
  if (names.length === 0) return;
  const texts = context.t.overview;
  page.line(texts.by[by], 'heading', 22);
  // Four buckets fit the page; where there are more, the oldest ones are one.
  const shown = labels.slice(0, 4);
  const columns: ListColumn[] = [
    { header: context.t.columns[by], style: 'label' },
    { header: context.t.columns.open, style: 'number', format: MONEY_OR_DASH },
    { header: context.t.notDue, style: 'number', format: MONEY_OR_DASH },
    ...shown.map((header): ListColumn => ({ header, style: 'number', format: MONEY_OR_DASH })),
  ];
  addHeaders(page, columns);
  const open = column(context, 'open');
  for (const name of names) {
    const of = `${column(context, by)},${criterion(`$A${page.row + 1}`)}`;
    const bucket = (label: string): PlanCell =>
      formula(`SUMIFS(${open},${of},${column(context, 'bucket')},${criterion(literal(label))})`);
    addLine(page, columns, [
      name,
      formula(`SUMIFS(${open},${of})`),
      bucket(context.t.notDue),
      ...shown.map(bucket),
    ]);
  }
  page.space();
}

function bucketChart({ t }: DebtContext, buckets: Area, area: Area): ChartPlan {
  const { chart } = t.overview;
  return {
    kind: 'column',
    title: chart,
    categories: { ...buckets, columns: 1 },
    series: [{ name: t.columns.open, values: { ...buckets, column: 1, columns: 1 } }],
    valueAxis: { title: t.columns.open, format: COUNT },
    area,
    altText: chart,
  };
}
