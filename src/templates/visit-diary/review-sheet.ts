import type { SheetPlan } from '../../plan/types';
import { COUNT_OR_DASH, formula } from '../expressions';
import { literal, thisRow } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import { criterion } from '../visits/formulas';
import {
  asOfCell,
  countOfDays,
  rowsBefore,
  type DiaryColumn,
  type DiaryContext,
  type DiaryTexts,
} from './context';
import { asOfLine } from './follow-up-sheet';
import { addSignatures } from '../visits/parts';
import { visitTable, type VisitColumn } from '../visits/table';

type ReviewColumn = keyof DiaryTexts['review']['columns'];
const HEADER_ROW = 4;
const BLANK_LINES = 24;
/** Columns at the end that only formulas and Daybook read. */
const HELPERS = 4;

/** One line of the review: what a person did in a month. */
export interface ReviewLine {
  /** Serial of the month's first day. */
  readonly month: number;
  readonly person: string;
}

type Column = VisitColumn<ReviewColumn, ReviewLine>;

/** The diary handed to the manager at the end of each month: a line a person, with room for an opinion. */
export function reviewSheet(context: DiaryContext, lines: readonly ReviewLine[]): SheetPlan {
  const { t, sheets, tables, blank } = context;
  const texts = t.review;
  const columns = columnsOf(context);
  const widths = columns.map(({ width }) => width);
  const page = new Page(
    columns.length,
    widths.reduce((sum, width) => sum + width, 0),
  );
  page.line(texts.title, 'title', 30);
  page.line(formula(asOfLine(context)), 'subtitle', 16);
  page.note(texts.about);
  addSignatures(page, texts.signatures, 4);
  const count = blank ? BLANK_LINES : lines.length;
  const table = visitTable({
    role: 'review',
    name: tables.review,
    at: { row: HEADER_ROW + 1, column: 0 },
    headers: texts.columns,
    columns,
    rows: lines,
    keyOf: ({ month, person }) => `${month}-${person.toLowerCase()}`,
    blankLines: blank ? count : null,
  });
  return {
    role: 'review',
    name: sheets.review,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [],
    conditionalFormats: [
      {
        area: { row: HEADER_ROW + 2, column: ids(columns, 'overdue'), rows: Math.max(1, count), columns: 1 },
        formula: `=N($I${HEADER_ROW + 3})>0`,
        style: 'alert',
      },
    ],
    widths: fittedWidths(table, widths),
    heights: { ...page.heights, [HEADER_ROW + 1]: 22 },
    frozenRows: HEADER_ROW + 2,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(columns.length - HELPERS),
      titleRows: [HEADER_ROW + 1, HEADER_ROW + 1],
      footer: t.footer,
    },
  };
}

function ids(columns: readonly Column[], id: ReviewColumn): number {
  return columns.findIndex((column) => column.id === id);
}

function columnsOf(context: DiaryContext): Column[] {
  const { t, tables } = context;
  const { states } = t;
  const month = thisRow(tables.review, t.review.columns.month);
  const person = thisRow(tables.review, t.review.columns.person);
  const there = (expression: string): string =>
    `IF(OR(${person}="",NOT(ISNUMBER(${month}))),"",${expression})`;
  const own = (id: ReviewColumn): string => thisRow(tables.review, t.review.columns[id]);
  const inMonth = (who: DiaryColumn, pairs: readonly (readonly [DiaryColumn, string])[] = []): string =>
    countOfDays(context, [[who, own('wanted')], ...pairs], {
      from: month,
      end: `EDATE(${month},1)`,
      first: own('from'),
      last: own('to'),
    });
  const withState = (state: string): string => inMonth('responsible', [['state', literal(state)]]);
  const number = { style: 'number', format: COUNT_OR_DASH, entry: 'computed' } as const;
  const helper = (id: ReviewColumn, expression: string): Column => ({
    id,
    width: 7,
    style: 'key',
    entry: 'computed',
    formula: there(expression),
  });
  return [
    {
      id: 'month',
      width: 11,
      style: 'text',
      format: t.monthFormat,
      entry: 'source',
      cell: ({ month: first }) => first,
    },
    { id: 'person', width: 11, style: 'text', entry: 'source', cell: ({ person: name }) => name },
    {
      id: 'ended',
      width: 9,
      style: 'text',
      entry: 'computed',
      formula: there(`IF(EDATE(${month},1)<=${asOfCell(context)}+1,${literal(t.yes)},${literal(t.no)})`),
    },
    { id: 'visits', width: 9, ...number, formula: there(inMonth('person')) },
    { id: 'results', width: 9, ...number, formula: there(inMonth('person', [['result', '"<>"']])) },
    { id: 'raised', width: 9, ...number, formula: there(inMonth('responsible')) },
    { id: 'settled', width: 9, ...number, formula: there(`${own('raised')}-${own('open')}`) },
    {
      id: 'open',
      width: 9,
      ...number,
      formula: there(`${own('overdue')}+${withState(states.open)}`),
    },
    { id: 'overdue', width: 9, ...number, formula: there(withState(states.overdue)) },
    { id: 'opinion', width: 44, style: 'wrapped', entry: 'typed' },
    { id: 'reviewer', width: 11, style: 'text', entry: 'typed' },
    { id: 'reviewed', width: 11, style: 'text', format: 'yyyy-mm-dd', entry: 'typed' },
    helper('from', `${rowsBefore(context, month)}+1`),
    helper('to', rowsBefore(context, `EDATE(${month},1)`)),
    helper('wanted', criterion(person)),
    { id: 'mark', width: 7, style: 'key', entry: 'mark' },
  ];
}
