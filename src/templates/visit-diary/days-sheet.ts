import { columnLetter } from '../../domain/address';
import type { PlanCell, SheetPlan, TableColumn } from '../../plan/types';
import { COUNT_OR_DASH, RATE, formula } from '../expressions';
import { fixedCell, literal, sentence, thisRow } from '../formula';
import { Page, printedColumns } from '../page';
import { plainText } from '../visits/formulas';
import {
  asOfCell,
  dayKey,
  diary,
  inForce,
  rowsBefore,
  stretch,
  type DiaryContext,
  type DiaryTexts,
} from './context';
import { isoText } from './follow-up-sheet';

/** The first day of the month that is shown, in a cell that can be changed. */
const MONTH_AT = { row: 2, column: 1 };
/** Beside what is printed. */
const ROWS_AT = { row: 2, column: 38 };
const HEADER_ROW = 4;
const DAYS = 31;
const BLANK_LINES = 12;
const NAME_WIDTH = 12;
const DAY_WIDTH = 4;

type Sum = keyof DiaryTexts['days']['sums'];
const SUMS: readonly Sum[] = ['visits', 'days', 'average', 'met', 'rate'];

/** A line a person, a column a day of the month: visits against the number wanted. */
export function daysSheet(context: DiaryContext, people: readonly string[]): SheetPlan {
  const { t, sheets, tables, blank } = context;
  const texts = t.days;
  const month = `$${columnLetter(MONTH_AT.column)}$${MONTH_AT.row + 1}`;
  const page = new Page(1 + DAYS + SUMS.length, 160);
  page.line(texts.title, 'title', 30);
  page.line(
    formula(sentence(texts.about, { least: inForce(context, 'per-day'), day: isoText(asOfCell(context)) })),
    'subtitle',
    16,
  );
  page.cells(MONTH_AT.row, 0, [{ value: texts.month, style: 'label' }]);
  page.merged(MONTH_AT.row, MONTH_AT.column, 3, {
    value: formula(inForce(context, 'month')),
    style: 'input',
    format: t.monthFormat,
  });
  page.merged(MONTH_AT.row, MONTH_AT.column + 3, 24, { value: texts.monthHint, style: 'note' });
  page.heights[MONTH_AT.row] = 18;
  // Which rows of the diary the month can stand in, for the counts below: a row more does no harm, its days are others.
  const [ordered, rest] = [inForce(context, 'ordered'), inForce(context, 'rest')];
  const end = `MAX(1,${rowsBefore(context, `EDATE(${month},1)`)})`;
  page.block(
    ROWS_AT,
    [
      [
        formula(`MIN(${rowsBefore(context, month)}+1,${ordered})`),
        formula(`IF(${rest}=0,${end},ROWS(${diary(context, 'date')}))`),
      ],
    ],
    'key',
    '0',
  );

  const name = thisRow(tables.days, texts.person);
  const lines = blank ? BLANK_LINES : people.length;
  const dayColumns = Array.from({ length: DAYS }, (_, index): TableColumn => ({
    id: `day-${index + 1}`,
    header: String(index + 1),
    format: '0;-0;',
    style: 'number',
    entry: 'computed',
    formula: `=${visitsOn(context, name, month, index)}`,
  }));
  const all = thisRow(tables.days, '1', String(DAYS));
  const least = inForce(context, 'per-day');
  const sums: Readonly<Record<Sum, { readonly own: string; readonly format: string }>> = {
    visits: { own: `SUM(${all})`, format: COUNT_OR_DASH },
    days: { own: `COUNTIF(${all},">0")`, format: COUNT_OR_DASH },
    average: { own: perDay(`SUM(${all})`, `COUNTIF(${all},">0")`, t.none), format: '0.0' },
    met: { own: `COUNTIF(${all},">="&${least})`, format: COUNT_OR_DASH },
    rate: { own: perDay(`COUNTIF(${all},">="&${least})`, `COUNTIF(${all},">0")`, t.none), format: RATE },
  };
  return {
    role: 'days',
    name: sheets.days,
    blocks: page.blocks,
    tables: [
      {
        role: 'days',
        name: tables.days,
        at: { row: HEADER_ROW, column: 0 },
        columns: [
          { id: 'person', header: texts.person, format: '@', style: 'text', entry: 'source' },
          ...dayColumns,
          ...SUMS.map((id): TableColumn => ({
            id,
            header: texts.sums[id],
            format: sums[id].format,
            style: 'number',
            entry: 'computed',
            formula: `=IF(${name}="","",${sums[id].own})`,
          })),
          {
            id: 'wanted',
            header: texts.wanted,
            style: 'key',
            entry: 'computed',
            formula: `=IF(${name}="","",${plainText(name)})`,
          },
          { id: 'mark', header: t.columns.mark, style: 'key', entry: 'mark' },
        ],
        rows: Array.from({ length: lines }, (_, index): PlanCell[] => [
          blank ? null : (people[index] ?? null),
          ...Array.from({ length: DAYS + SUMS.length + 2 }, () => null),
        ]),
        keys: blank
          ? Array.from({ length: lines }, (_, index) => `line-${index + 1}`)
          : people.map((person) => person.toLowerCase()),
      },
    ],
    charts: [],
    validations: [],
    conditionalFormats: [
      {
        area: { row: HEADER_ROW + 1, column: 1, rows: Math.max(1, lines), columns: DAYS },
        formula: `=AND(ISNUMBER(B${HEADER_ROW + 2}),B${HEADER_ROW + 2}>0,B${HEADER_ROW + 2}<${least})`,
        style: 'alert',
      },
    ],
    widths: [NAME_WIDTH, ...dayColumns.map(() => DAY_WIDTH), 7, 7, 7, 8, 8, 6, 6],
    heights: { ...page.heights, [HEADER_ROW]: 22 },
    frozenRows: HEADER_ROW + 1,
    frozenColumns: 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(1 + DAYS + SUMS.length),
      titleRows: [HEADER_ROW, HEADER_ROW],
      footer: t.footer,
    },
  };
}

/** Visits of the row's person on the month's n-th day; blank where the month has no such day. */
function visitsOn(context: DiaryContext, name: string, month: string, index: number): string {
  const day = `${month}+${index}`;
  const [first, last] = [fixedCell(ROWS_AT), fixedCell({ ...ROWS_AT, column: ROWS_AT.column + 1 })];
  const wanted = dayKey(thisRow(context.tables.days, context.t.days.wanted), day);
  const count = `COUNTIF(${stretch(diary(context, 'dayKey'), first, last)},${wanted})`;
  const none = index < 28 ? `${name}=""` : `OR(${name}="",MONTH(${day})<>MONTH(${month}))`;
  return `IF(${none},"",${count})`;
}

function perDay(figure: string, days: string, none: string): string {
  return `IF(${days}=0,${literal(none)},${figure}/${days})`;
}
