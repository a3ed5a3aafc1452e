import { columnLetter, type Area } from '../../domain/address';
import { yuanOf } from '../../domain/money';
import { texts, type Locale, type Texts } from '../../locales';
import type { PlanCell, SheetPlan, TableColumn, TablePlan } from '../../plan/types';
import { DAY, formula, MONEY } from '../expressions';
import { fixedCell, literal, onSheet, sentence, tableColumn, thisRow } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
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

export type ColumnId = keyof DebtTexts['columns'];

const AS_OF = { row: 2, column: 1 };
const HEADER_ROW = 5;
const AMOUNT = `${MONEY}_)_)`;

export function asOfReference(sheet: string): string {
  return onSheet(sheet, fixedCell(AS_OF));
}

export function column({ t, table }: DebtContext, id: ColumnId): string {
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
  const table: TablePlan = {
    role: 'debts',
    name: context.table,
    at: { row: HEADER_ROW, column: 0 },
    columns: columns.map((each) => each.column),
    rows: debts.map((debt) => columns.map(({ cell }): PlanCell => cell(debt))),
    keys: debts.map(({ key }) => key),
  };
  return {
    role: 'list',
    name: notes.name,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [],
    conditionalFormats: [
      { area: body('age', 3), formula: from(notes.buckets), style: 'alert' },
      { area: body('age', 3), formula: from(2), style: 'negative' },
    ],
    widths: fittedWidths(
      table,
      columns.map(({ width }) => width),
    ),
    heights: { ...page.heights, [HEADER_ROW]: 20 },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 2,
    gridlines: false,
    print: {
      orientation: 'landscape',
      titleRows: [HEADER_ROW, HEADER_ROW],
      area: printedColumns(printed),
      footer: t.footer,
    },
  };
}
