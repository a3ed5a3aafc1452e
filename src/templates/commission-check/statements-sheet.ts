import { cellAddress } from '../../domain/address';
import { yuanOf } from '../../domain/money';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { blanks, cell, liveOr, MONEY, MONEY_OR_DASH } from '../expressions';
import { linesOf as textLines } from '../measure';
import { Page, type StyledCell } from '../page';
import { fitTogether, type Orientation } from '../page-breaks';
import { DIFFERENCE, SHOWN_RATE, type CheckContext } from './context';
import type { Line } from './lines';
import { peopleOf, rowsColumn } from './rows-sheet';
import { monthText } from './sentences';

/** A page for each person: the months, how each was reckoned, and where the submitted amount differs. */

/** More people than anybody prints at once: they are looked up one by one. */
export const MOST_PEOPLE = 120;

export const STATEMENT_WIDTHS = [12, 14, 9, 14, 13, 13, 14, 14, 14];
const LINE = STATEMENT_WIDTHS.reduce((sum, width) => sum + width, 0);

/** The columns of a statement that the rows' table has too, in order; the first is the month. */
export const STATEMENT_COLUMNS = [
  'month',
  'revenue',
  'rate',
  'commission',
  'base',
  'other',
  'expected',
  'submitted',
  'difference',
] as const;
export type StatementColumn = (typeof STATEMENT_COLUMNS)[number];

export function formatOfColumn({ t }: CheckContext, column: StatementColumn): string {
  if (column === 'month') return t.monthFormat;
  if (column === 'rate') return SHOWN_RATE;
  if (column === 'difference') return DIFFERENCE;
  return column === 'expected' || column === 'submitted' ? MONEY : MONEY_OR_DASH;
}

export function statementHeader({ t, lines }: CheckContext): StyledCell[] {
  return STATEMENT_COLUMNS.map((column) => {
    const named = lines.commissionOnly && (column === 'expected' || column === 'submitted');
    const header = named ? t.commissionColumns[column] : t.columns[column];
    return cell(header, column === 'month' ? 'columnHeader' : 'columnHeaderNumber');
  });
}

export function statementsSheet(context: CheckContext): SheetPlan {
  const { t, sheets, lines } = context;
  const page = new Page(STATEMENT_COLUMNS.length, LINE);
  const starts: number[] = [];
  const byPerson = new Map<string, Line[]>();
  for (const line of lines.all) {
    if (line.person === null) continue;
    const own = byPerson.get(line.person);
    if (own) own.push(line);
    else byPerson.set(line.person, [line]);
  }
  for (const person of peopleOf(lines.all)) {
    starts.push(page.row);
    addStatement(page, context, person, byPerson.get(person) ?? []);
  }
  const ranges = starts.map((start, index) => [start, starts[index + 1] ?? page.row] as const);
  const wide = ranges.every((range) => fitTogether(page, range, STATEMENT_WIDTHS, 'landscape'));
  const orientation = wide ? 'landscape' : 'portrait';
  return {
    role: 'statements',
    name: sheets.statements,
    blocks: page.blocks,
    tables: [],
    charts: [],
    validations: [],
    conditionalFormats: [],
    widths: STATEMENT_WIDTHS,
    heights: page.heights,
    gridlines: false,
    print: { orientation, breaks: breaksOf(page, ranges, orientation), footer: t.footer },
  };
}

/** A page for each; one that is longer than a page takes its last part to the next, with the signatures. */
function breaksOf(
  page: Page,
  ranges: readonly (readonly [number, number])[],
  orientation: Orientation,
): number[] {
  return ranges.flatMap(([start, end]) => {
    const last = page.sections.findLast((row) => start < row && row < end);
    const long = last !== undefined && !fitTogether(page, [start, end], STATEMENT_WIDTHS, orientation);
    return [...(start > 0 ? [start] : []), ...(long ? [last] : [])];
  });
}

function addStatement(page: Page, context: CheckContext, person: string, lines: readonly Line[]): void {
  const { t, digest } = context;
  const s = t.statement;
  page.line(`${s.title}  ${person}`, 'title', 34);
  const role = lines.find(({ checked }) => checked.month)?.checked.month?.paid.role ?? '';
  page.line(s.who({ role, plan: digest.chosen.name }), 'subtitle', 18);
  page.space();
  page.cells(page.row, 0, statementHeader(context));
  page.advance(1, 20);
  const first = page.row;
  for (const line of lines) {
    page.cells(page.row, 0, monthCells(context, line));
    page.advance(1, 16);
  }
  addTotals(page, context, lines, first);
  const sentences = lines.flatMap(({ working }) => (working === null ? [] : [working]));
  if (sentences.length > 0) {
    page.space();
    page.section();
    page.line(s.how, 'heading', 22);
    for (const sentence of new Set(sentences)) addText(page, sentence);
  }
  const differences = lines.flatMap(({ explanation, month }) =>
    explanation === null
      ? []
      : [month === null ? explanation : `${monthText(t, month)}${s.colon}${explanation}`],
  );
  if (differences.length > 0) {
    page.space();
    page.section();
    page.line(s.differences, 'heading', 22);
    for (const difference of differences) addText(page, difference);
  }
  page.advance(1, 18);
  page.cells(page.row, 0, signatureCells(context));
  page.advance(1, 30);
}

function monthCells(context: CheckContext, line: Line): StyledCell[] {
  const { t, lines } = context;
  const at = `MATCH(${line.id},${rowsColumn(context, 'id')},0)`;
  return STATEMENT_COLUMNS.map((column): StyledCell => {
    const format = formatOfColumn(context, column);
    if (column === 'month') return cell(line.month ?? t.noMonth, 'text', format);
    if (column === 'base' && lines.commissionOnly) return cell(null, 'number');
    const value: PlanCell = liveOr(context, `INDEX(${rowsColumn(context, column)},${at})`, line[column]);
    return cell(line[column] === null ? null : value, 'number', format);
  });
}

/** Amounts add up; a rate does not. */
function addTotals(page: Page, context: CheckContext, lines: readonly Line[], first: number): void {
  const summed: readonly StatementColumn[] = ['expected', 'submitted', 'difference'];
  const cells = STATEMENT_COLUMNS.map((column, index): StyledCell => {
    if (index === 0) return cell(context.t.statement.total, 'totalLabel');
    if (!summed.includes(column)) return cell(null, 'total');
    const area = `${cellAddress({ row: first, column: index })}:${cellAddress({ row: page.row - 1, column: index })}`;
    return cell(
      liveOr(context, `ROUND(SUM(${area}),2)`, sumOf(lines, column)),
      'total',
      formatOfColumn(context, column),
    );
  });
  page.cells(page.row, 0, cells);
  page.advance(1, 20);
}

function sumOf(lines: readonly Line[], column: StatementColumn): number {
  const cents = lines.reduce((sum, { checked }) => {
    const { expected, submitted, difference } = checked;
    const value = { expected, submitted, difference }[column as 'expected' | 'submitted' | 'difference'];
    return sum + (value ?? 0);
  }, 0);
  return yuanOf(cents);
}

function addText(page: Page, text: string): void {
  page.merged(page.row, 0, STATEMENT_COLUMNS.length, { value: text, style: 'wrapped' });
  page.advance(1, 2 + 13 * textLines(text, LINE));
}

export function signatureCells({ t }: CheckContext): StyledCell[] {
  const { statement, signatures } = t;
  return [
    cell(statement.confirm, 'label'),
    ...blanks(3, 'label'),
    cell(signatures.checked, 'label'),
    ...blanks(1, 'label'),
    cell(signatures.date, 'label'),
    ...blanks(2, 'label'),
  ];
}
