import { cellAddress, type Position } from '../../domain/address';
import type { SheetPlan } from '../../plan/types';
import { cell, formula } from '../expressions';
import { fixedArea, fixedCell } from '../formula';
import { orientationOf } from '../page-breaks';
import { Page, type StyledCell } from '../page';
import { pageSheet } from '../page-sheet';
import type { CheckContext } from './context';
import { LOOKUP_STEP, peopleOf, rowsColumn } from './rows-sheet';
import {
  formatOfColumn,
  signatureCells,
  STATEMENT_COLUMNS,
  STATEMENT_WIDTHS,
  statementHeader,
} from './statements-sheet';

/** One page with a cell to choose a name in: that person's months, found by native formulas. */

/** Names stand beside the page, outside of what is printed. */
const LIST_COLUMN = STATEMENT_COLUMNS.length + 1;
const CHOICE: Position = { row: 1, column: 1 };
const NUMBER: Position = { row: 1, column: LIST_COLUMN + 1 };

export function personSheet(context: CheckContext): SheetPlan {
  const { t, sheets, lines } = context;
  const people = peopleOf(lines.all);
  const page = new Page(
    STATEMENT_COLUMNS.length,
    STATEMENT_WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  page.line(t.statement.title, 'title', 34);
  page.cells(CHOICE.row, 0, [cell(t.statement.choose, 'label')]);
  page.merged(CHOICE.row, CHOICE.column, 2, { value: people[0] ?? null, style: 'input', format: '@' });
  page.advance(1, 24);
  page.space();
  page.cells(page.row, 0, statementHeader(context));
  page.advance(1, 20);
  const first = page.row;
  const most = mostMonths(context);
  for (let month = 1; month <= most; month++) {
    page.cells(page.row, 0, monthCells(context, month));
    page.advance(1, 18);
  }
  page.cells(page.row, 0, totalCells(context, first, page.row - 1));
  page.advance(1, 20);
  page.space();
  addSentences(page, context, most, 'working');
  addSentences(page, context, most, 'explanation');
  page.advance(1, 24);
  page.cells(page.row, 0, signatureCells(context));
  page.advance(1, 30);
  const list = { row: 1, column: LIST_COLUMN, rows: people.length, columns: 1 };
  page.block(
    list,
    people.map((person) => [person]),
    'key',
    '@',
  );
  page.block(NUMBER, [[formula(numberExpression(list))]], 'key', '0');
  return pageSheet(page, {
    role: 'person',
    name: sheets.person,
    validations: [
      {
        area: { ...CHOICE, rows: 1, columns: 1 },
        list: formula(fixedArea(list)),
        prompt: t.statement.choosePrompt,
      },
    ],
    widths: [...STATEMENT_WIDTHS, 3, 14, 8],
    columns: STATEMENT_COLUMNS.length,
    orientation: orientationOf(page, STATEMENT_WIDTHS),
    footer: t.footer,
  });
}

/** A line for each month, blank where there is nothing to say. */
function addSentences(
  page: Page,
  context: CheckContext,
  months: number,
  column: 'working' | 'explanation',
): void {
  const { statement } = context.t;
  page.line(column === 'working' ? statement.how : statement.differences, 'heading', 22);
  for (let month = 1; month <= months; month++) {
    const found = orBlank(`${foundIn(context, month, column)}&""`);
    page.merged(page.row, 0, STATEMENT_COLUMNS.length, { value: formula(found), style: 'wrapped' });
    page.advance(1, 30);
  }
}

function mostMonths({ lines }: CheckContext): number {
  const counts = new Map<string, number>();
  for (const { person } of lines.all) {
    if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1);
  }
  return Math.min(LOOKUP_STEP - 1, 36, Math.max(1, ...counts.values()));
}

/** The place of the chosen name in the list; MATCH would take * and ? in a name for wildcards. */
function numberExpression(list: { row: number; column: number; rows: number; columns: number }): string {
  const choice = fixedCell(CHOICE);
  const plain = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${choice},"~","~~"),"*","~*"),"?","~?")`;
  return `IFERROR(MATCH(${plain},${fixedArea(list)},0),0)`;
}

function foundIn(
  context: CheckContext,
  month: number,
  column: (typeof STATEMENT_COLUMNS)[number] | 'explanation' | 'working',
): string {
  const key = `${fixedCell(NUMBER)}*${LOOKUP_STEP}+${month}`;
  return `INDEX(${rowsColumn(context, column)},MATCH(${key},${rowsColumn(context, 'lookup')},0))`;
}

function orBlank(expression: string): string {
  return `IFERROR(${expression},"")`;
}

function monthCells(context: CheckContext, month: number): StyledCell[] {
  return STATEMENT_COLUMNS.map((column, index): StyledCell => {
    if (column === 'base' && context.lines.commissionOnly) return cell(null, 'number');
    // A blank cell that INDEX finds would show as 0.
    const found = foundIn(context, month, column);
    const value = formula(orBlank(`IF(${found}="","",${found})`));
    return cell(value, index === 0 ? 'text' : 'number', formatOfColumn(context, column));
  });
}

function totalCells(context: CheckContext, first: number, last: number): StyledCell[] {
  return STATEMENT_COLUMNS.map((column, index): StyledCell => {
    if (index === 0) return cell(context.t.statement.total, 'totalLabel');
    if (column !== 'expected' && column !== 'submitted' && column !== 'difference')
      return cell(null, 'total');
    const area = `${cellAddress({ row: first, column: index })}:${cellAddress({ row: last, column: index })}`;
    return cell(formula(`ROUND(SUM(${area}),2)`), 'total', formatOfColumn(context, column));
  });
}
