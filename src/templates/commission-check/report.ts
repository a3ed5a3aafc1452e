import { cellAddress } from '../../domain/address';
import { FLAG_CODES } from '../../domain/commission-check/flags';
import type { ChoiceId } from '../../domain/commission/types';
import { texts } from '../../locales';
import { problemSentence } from '../../locales/problems';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { ASKED } from '../commission-plan/entry';
import { blanks, cell, COUNT, COUNT_OR_DASH, liveOr, MONEY, MONEY_OR_DASH } from '../expressions';
import { fixedArea, literal } from '../formula';
import { linesOf as textLines } from '../measure';
import { Page } from '../page';
import { orientationOf } from '../page-breaks';
import { pageSheet } from '../page-sheet';
import { DIFFERENCE, type CheckContext } from './context';
import { isAnyMonth } from './digest';
import type { Line } from './lines';
import { rowsColumn } from './rows-sheet';
import { flagText, monthText } from './sentences';
import { reasonTotals, totalsOf, type Totals } from './totals';

/** The page that finance signs: totals, differences by reason, the largest ones, what wants a look. */

const WIDTHS = [16, 13, 15, 15, 15, 2, 17, 17, 17];
/** First column and number of columns of each of the four figures in a row. */
const CARDS = [
  [0, 2],
  [2, 2],
  [4, 3],
  [7, 2],
] as const;
const LINE = WIDTHS.reduce((sum, width) => sum + width, 0);
const LARGEST = 12;
const FLAGS_OF_A_KIND = 6;
const MOST_LEFT = 8;
/** Reason column of the table of the largest differences. */
const SENTENCE = { column: 6, columns: 3, width: 51 };

export function reportSheet(context: CheckContext): SheetPlan {
  const { t, sheets, lines } = context;
  const page = new Page(WIDTHS.length, LINE);
  page.line(t.title, 'title', 34);
  page.line(subtitle(context), 'subtitle', 18);
  for (const text of basisTexts(context)) page.note(text);
  page.space();
  const totals = totalsOf(lines.all);
  addCards(page, context, totals);
  page.space();
  page.section();
  addReasons(page, context, totals);
  addLargest(page, context);
  addFlags(page, context);
  addLeft(page, context);
  addSignatures(page, context);
  return pageSheet(page, {
    role: 'report',
    name: sheets.report,
    widths: WIDTHS,
    orientation: orientationOf(page, WIDTHS),
    footer: t.footer,
  });
}

function subtitle({ t, source, digest, lines }: CheckContext): string {
  const months = lines.all.flatMap(({ row }) => (row.month === null ? [] : [row.month]));
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((most, month) => Math.max(most, month), -Infinity);
  const from = Number.isFinite(first) ? monthText(t, first) : t.noMonth;
  const span = first === last || isAnyMonth(first) ? from : `${from} – ${monthText(t, last)}`;
  return t.subtitle({ sheet: source, span, plan: digest.chosen.name });
}

function basisTexts({ t, locale, digest, lines }: CheckContext): string[] {
  const { orders, chosen } = digest;
  const compared = lines.all.filter(({ checked }) => checked.month !== null);
  const fromOrders = compared.filter(({ checked }) => checked.month?.orders).length;
  const details = {
    orders: orders.lines.length,
    sheets: [...new Set(orders.places.map((place) => place.slice(0, place.lastIndexOf('!'))))].join(
      t.listJoint,
    ),
  };
  const say =
    fromOrders === 0
      ? t.basis.stated
      : fromOrders < compared.length
        ? t.basis.partly(details)
        : t.basis.orders(details);
  const answers = chosen.answers.map(({ id, value }) => answerText(locale, id, value));
  return answers.length === 0 ? [say] : [say, t.basis.answers({ answers: answers.join(t.listJoint) })];
}

/** A choice of a ready plan in the words of the plan's own questions. */
function answerText(locale: CheckContext['locale'], id: ChoiceId, value: string): string {
  const { options } = texts(locale).catalog['commission-plan'];
  const option = Object.entries(ASKED).find(([, choice]) => choice === id)?.[0];
  const known: Readonly<
    Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>
  > = options;
  const asked = option === undefined ? undefined : known[option];
  return asked ? `${asked.label}: ${asked.values[value] ?? value}` : value;
}

interface Card {
  readonly label: string;
  readonly value: PlanCell;
  readonly format: string;
}

function addCards(page: Page, context: CheckContext, totals: Totals): void {
  const { t, lines } = context;
  const { results, figures } = t;
  const sum = (id: 'expected' | 'submitted'): string => `ROUND(SUM(${rowsColumn(context, id)}),2)`;
  const side = (sign: '<0' | '>0'): string =>
    `ROUND(SUMIFS(${rowsColumn(context, 'difference')},${rowsColumn(context, 'difference')},"${sign}"),2)`;
  const count = (result: string): string => `COUNTIFS(${rowsColumn(context, 'result')},${literal(result)})`;
  const named = lines.commissionOnly ? t.commissionColumns : figures;
  const cards: Card[] = [
    { label: named.expected, value: liveOr(context, sum('expected'), totals.expected), format: MONEY },
    { label: named.submitted, value: liveOr(context, sum('submitted'), totals.submitted), format: MONEY },
    {
      label: figures.over,
      value: liveOr(context, side('>0'), totals.over),
      format: DIFFERENCE,
    },
    { label: figures.under, value: liveOr(context, side('<0'), totals.under), format: DIFFERENCE },
    {
      label: figures.rows,
      value: liveOr(context, `COUNT(${rowsColumn(context, 'difference')})`, totals.rows),
      format: COUNT,
    },
    {
      label: figures.right,
      value: liveOr(context, count(results.right), totals.right),
      format: COUNT_OR_DASH,
    },
    {
      label: figures.explained,
      value: liveOr(context, count(results.explained), totals.explained),
      format: COUNT_OR_DASH,
    },
    {
      label: figures.unexplained,
      value: liveOr(context, count(results.unexplained), totals.unexplained),
      format: COUNT_OR_DASH,
    },
  ];
  cards.forEach(({ label, value, format }, index) => {
    const row = page.row + 2 * Math.floor(index / 4);
    const [column, columns] = CARDS[index % CARDS.length] ?? [0, 1];
    page.merged(row, column, columns, { value: label, style: 'figureLabel' });
    page.merged(row + 1, column, columns, { value, style: 'figure', format });
  });
  for (let pair = 0; pair < 2; pair++) {
    page.advance(1, 18);
    page.advance(1, 26);
  }
}

function addReasons(page: Page, context: CheckContext, totals: Totals): void {
  const { t, lines } = context;
  const words = t.reasonTable;
  page.line(t.headings.reasons, 'heading', 24);
  const reasons = reasonTotals(lines.all);
  if (reasons.length === 0) {
    page.paragraph(words.none, words.none);
    return;
  }
  const number = (value: string) => cell(value, 'columnHeaderNumber');
  page.cells(page.row, 0, [
    cell(words.reason, 'columnHeader'),
    number(words.rows),
    number(words.over),
    number(words.under),
    number(words.net),
  ]);
  page.advance(1, 20);
  const first = page.row;
  const difference = rowsColumn(context, 'difference');
  reasons.forEach(({ name, rows, over, under }) => {
    const own = `${rowsColumn(context, 'reason')},${literal(name)}`;
    const side = (sign: string): string => `ROUND(SUMIFS(${difference},${own},${difference},"${sign}"),2)`;
    const at = (column: number): string => cellAddress({ row: page.row, column });
    page.cells(page.row, 0, [
      cell(name, 'text'),
      cell(liveOr(context, `COUNTIFS(${own})`, rows), 'number', COUNT),
      cell(liveOr(context, side('>0'), over), 'number', MONEY_OR_DASH),
      cell(liveOr(context, side('<0'), under), 'number', MONEY_OR_DASH),
      cell(liveOr(context, `ROUND(${at(2)}+${at(3)},2)`, roundedSum(over, under)), 'number', DIFFERENCE),
    ]);
    page.advance(1, 17);
  });
  const sum = (column: number): string =>
    `ROUND(SUM(${fixedArea({ row: first, column, rows: reasons.length, columns: 1 })}),2)`;
  const wrong = totals.explained + totals.unexplained;
  page.cells(page.row, 0, [
    cell(words.total, 'totalLabel'),
    cell(liveOr(context, sum(1), wrong), 'total', COUNT),
    cell(liveOr(context, sum(2), totals.over), 'total', MONEY_OR_DASH),
    cell(liveOr(context, sum(3), totals.under), 'total', MONEY_OR_DASH),
    cell(liveOr(context, sum(4), totals.difference), 'total', DIFFERENCE),
  ]);
  page.advance(1, 18);
  page.space();
}

function roundedSum(a: number, b: number): number {
  return Math.round(a * 100 + b * 100) / 100;
}

function addLargest(page: Page, context: CheckContext): void {
  const { t, lines, sheets } = context;
  const wrong = lines.all.filter(({ difference }) => difference !== null && difference !== 0);
  if (wrong.length === 0) return;
  const largest = [...wrong]
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
    .slice(0, LARGEST);
  const { columns } = t;
  const named = lines.commissionOnly ? t.commissionColumns : columns;
  page.section();
  page.line(t.headings.largest, 'heading', 24);
  page.cells(page.row, 0, [
    cell(columns.person, 'columnHeader'),
    cell(columns.month, 'columnHeader'),
    cell(named.expected, 'columnHeaderNumber'),
    cell(named.submitted, 'columnHeaderNumber'),
    cell(columns.difference, 'columnHeaderNumber'),
    cell(null, 'columnHeader'),
    cell(columns.explanation, 'columnHeader'),
    ...blanks(SENTENCE.columns - 1, 'columnHeader'),
  ]);
  page.advance(1, 20);
  for (const line of largest) addDifference(page, context, line);
  const more = wrong.length - largest.length;
  if (more > 0) page.note(t.more({ more, sheet: sheets.rows }));
  page.space();
}

function addDifference(page: Page, context: CheckContext, line: Line): void {
  const { t } = context;
  const at = `MATCH(${line.id},${rowsColumn(context, 'id')},0)`;
  const found = (id: 'expected' | 'submitted' | 'difference'): PlanCell =>
    liveOr(context, `INDEX(${rowsColumn(context, id)},${at})`, line[id]);
  const explanation = line.explanation ?? '';
  page.cells(page.row, 0, [
    cell(line.person, 'text'),
    cell(line.month ?? t.noMonth, 'text', line.month === null ? undefined : t.monthFormat),
    cell(found('expected'), 'number', MONEY),
    cell(found('submitted'), 'number', MONEY),
    cell(found('difference'), 'number', DIFFERENCE),
    cell(null, 'number'),
  ]);
  page.merged(page.row, SENTENCE.column, SENTENCE.columns, { value: explanation, style: 'wrapped' });
  page.advance(1, 4 + 14 * textLines(explanation, SENTENCE.width));
}

function addFlags(page: Page, context: CheckContext): void {
  const { t, digest } = context;
  if (digest.flags.length === 0) return;
  page.section();
  page.line(t.headings.flags, 'heading', 24);
  const found = FLAG_CODES.map((code) => digest.flags.filter((flag) => flag.code === code));
  for (const [index, own] of found.filter(({ length }) => length > 0).entries()) {
    // The signatures stay with the last kind, however many there are.
    if (index > 0) page.section();
    for (const flag of own.slice(0, FLAGS_OF_A_KIND)) addLine(page, flagText(t, flag, digest.orders.places));
    const more = own.length - FLAGS_OF_A_KIND;
    if (more > 0) addLine(page, t.moreFlags({ more }));
  }
  page.space();
}

function addLine(page: Page, text: string): void {
  page.merged(page.row, 0, WIDTHS.length, { value: text, style: 'wrapped' });
  page.advance(1, 4 + 14 * textLines(text, LINE));
}

/** Rows that were not compared, and what else reading found. */
function addLeft(page: Page, context: CheckContext): void {
  const { t, digest, source, locale } = context;
  if (digest.findings.length === 0) return;
  page.section();
  page.line(t.headings.left, 'heading', 24);
  for (const problem of digest.findings.slice(0, MOST_LEFT)) {
    const { row, column } = problem;
    const place =
      row === undefined ? '' : `${source}!${column === undefined ? row + 1 : cellAddress({ row, column })}: `;
    addLine(page, place + problemSentence(problem, locale));
  }
  const more = digest.findings.length - MOST_LEFT;
  if (more > 0) addLine(page, t.moreFlags({ more }));
  page.space();
}

function addSignatures(page: Page, { t }: CheckContext): void {
  const { made, checked, approved, date } = t.signatures;
  page.advance(1, 14);
  page.cells(
    page.row,
    0,
    [made, checked, approved, date].flatMap((label, index) => [
      cell(label, 'label'),
      ...blanks((CARDS[index]?.[1] ?? 1) - 1, 'label'),
    ]),
  );
  page.advance(1, 30);
}
