import { columnLetter } from '../../domain/address';
import { PERIOD_DAYS, PERIOD_MONTHS, PERIODS, type Period } from '../../domain/visits/cadence';
import type { ConditionalFormat, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, formula } from '../expressions';
import { literal, sentence, thisRow } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import type { KnownCustomer } from '../visits/customers';
import { firstOf, placeOf, plainText } from '../visits/formulas';
import { OTHER_CLASS, PERIOD_CHOICES } from '../visits/rules';
import {
  asOfCell,
  countOfRest,
  countVisits,
  criteriaOf,
  customers,
  diary,
  inForce,
  rowsBefore,
  stretch,
  type DiaryContext,
  type DiaryTexts,
  type Pairs,
} from './context';
import { cadenceColumn, CUSTOMERS_HEADER_ROW } from './rules-sheet';
import { visitTable, type VisitColumn } from '../visits/table';

type CustomerColumn = keyof DiaryTexts['customerColumns'];

/** Lines of the list of a diary that is handed out empty. */
const BLANK_LINES = 30;
/** Above so many cells to look through, a day before the build's can't be asked about without building again. */
const MOST_CELLS = 20_000_000;

type Column = VisitColumn<CustomerColumn, KnownCustomer>;

/** Every customer with its class, when it was last visited, when it is due: the list that one types new ones into. */
export function customersSheet(context: DiaryContext, known: readonly KnownCustomer[]): SheetPlan {
  const { t, sheets, tables, blank } = context;
  const columns = columnsOf(context);
  const widths = columns.map(({ width }) => width);
  const page = new Page(
    columns.length,
    widths.reduce((sum, width) => sum + width, 0),
  );
  page.line(t.customers.title, 'title', 30);
  page.line(formula(headline(context)), 'subtitle', 16);
  page.note(t.customers.note);
  const lines = blank ? BLANK_LINES : known.length;
  const ids = columns.map(({ id }) => id);
  const table = visitTable({
    role: 'customers',
    name: tables.customers,
    at: { row: CUSTOMERS_HEADER_ROW, column: 0 },
    headers: t.customerColumns,
    columns,
    rows: known,
    keyOf: ({ name }) => name.toLowerCase(),
    blankLines: blank ? lines : null,
  });
  return {
    role: 'customers',
    name: sheets.customers,
    blocks: page.blocks,
    tables: [table],
    charts: [],
    validations: [
      {
        area: {
          row: CUSTOMERS_HEADER_ROW + 1,
          column: ids.indexOf('listed'),
          rows: Math.max(1, lines),
          columns: 1,
        },
        list: [t.yes, t.no],
      },
    ],
    conditionalFormats: alertsOf(context, ids, lines),
    widths: fittedWidths(table, widths),
    heights: { ...page.heights, [CUSTOMERS_HEADER_ROW]: 22 },
    frozenRows: CUSTOMERS_HEADER_ROW + 1,
    frozenColumns: 1,
    gridlines: false,
    print: {
      orientation: 'landscape',
      area: printedColumns(ids.indexOf('rule')),
      titleRows: [CUSTOMERS_HEADER_ROW, CUSTOMERS_HEADER_ROW],
      footer: t.footer,
    },
  };
}

function headline(context: DiaryContext): string {
  const { t } = context;
  const counted = (state: string): string =>
    `TEXT(COUNTIFS(${customers(context, 'state')},${literal(state)}),"${COUNT}")`;
  return sentence(t.customers.headline, {
    customers: `TEXT(COUNTIFS(${customers(context, 'name')},"?*"),"${COUNT}")`,
    late: counted(t.customerStates.late),
    never: counted(t.customerStates.never),
  });
}

function columnsOf(context: DiaryContext): Column[] {
  const text = (id: 'class' | 'region' | 'person', width: number): Column => ({
    id,
    width,
    style: 'text',
    entry: 'source',
    cell: (customer) => customer[id],
  });
  const computed = (
    id: CustomerColumn,
    width: number,
    own: string,
    look: Pick<Column, 'style' | 'format'> = { style: 'number', format: COUNT_OR_DASH },
  ): Column => ({ id, width, ...look, entry: 'computed', formula: own });
  const day: Pick<Column, 'style' | 'format'> = { style: 'text', format: DAY };
  const helper = (id: CustomerColumn, expression: string): Column =>
    computed(id, 7, expression, { style: 'key', format: '0' });
  return [
    { id: 'name', width: 28, style: 'text', entry: 'source', cell: ({ name }) => name },
    text('class', 8),
    text('region', 12),
    text('person', 11),
    {
      id: 'listed',
      width: 7,
      style: 'text',
      entry: 'source',
      cell: ({ listed }) => (listed ? context.t.yes : context.t.no),
    },
    computed('last', 11, lastOf(context), day),
    computed('due', 11, dueOf(context), day),
    computed('promised', 11, promisedOf(context), day),
    computed('state', 10, standingOf(context), { style: 'text' }),
    computed('kept', 7, keptOf(context), { style: 'text' }),
    computed('since', 9, sinceOf(context), { style: 'number', format: '0' }),
    computed('late', 9, lateOf(context)),
    computed('month', 9, named(context, countSince(context, 'month'))),
    computed('period', 9, periodOf(context)),
    computed('wanted', 9, ruleOf(context, 'times')),
    computed('quarter', 9, named(context, countSince(context, 'quarter'))),
    helper('rule', ruleRow(context)),
    helper('every', periodIndex(context)),
    helper('number', numberOf(context)),
    helper('newer', `${rowsBefore(context, `INT(N(${own(context, 'known')}))`)}+1`),
    helper('seen', seenOf(context)),
    helper('below', countOfRest(context, [ofCustomer(context)])),
    helper('again', againOf(context)),
    helper('dayEnd', dayEndOf(context)),
    { id: 'known', width: 11, style: 'key', format: DAY, entry: 'origin', cell: ({ last }) => last },
    { id: 'mark', width: 7, style: 'key', entry: 'mark' },
  ];
}

function own({ t, tables }: DiaryContext, column: CustomerColumn): string {
  return thisRow(tables.customers, t.customerColumns[column]);
}

function named(context: DiaryContext, expression: string): string {
  return `IF(${own(context, 'name')}="","",${expression})`;
}

/** Visits of the row's customer since a period began, to the day asked about: none where the last one was before. */
function countSince(context: DiaryContext, period: Period): string {
  const [from, first] = [inForce(context, period), inForce(context, `${period}-row`)];
  const last = inForce(context, 'last-row');
  const rows = stretch(diary(context, 'listRow'), first, last);
  const inOrder = `IF(${first}>${last},0,COUNTIF(${rows},${own(context, 'number')}))`;
  const anywhere = countVisits(context, fromTo(context, from, inForce(context, 'after')));
  // A text is not less than a day.
  return `IF(${own(context, 'last')}<${from},0,IF(${own(context, 'below')}=0,${inOrder},${anywhere}))`;
}

/** Visits of the row's customer from one day until before another. */
function fromTo(context: DiaryContext, from: string, end: string): Pairs {
  return [ofCustomer(context), ['date', `">="&${from}`], ['date', `"<"&${end}`]];
}

/** The rows of the diary with the number of the row's customer: numbers are quicker to compare than names. */
function ofCustomer(context: DiaryContext): readonly ['listRow', string] {
  return ['listRow', own(context, 'number')];
}

/** Where the customer stands in the list; one that is typed twice is the first of the two. */
function numberOf(context: DiaryContext): string {
  const name = own(context, 'name');
  const here = `ROW()-ROW(${context.tables.customers}[[#Headers],[${context.t.customerColumns.name}]])`;
  return named(context, placeOf(name, customers(context, 'name'), here));
}

/**
 * The first row in order with a visit to the customer from the known last day on: what the sheets said when this was
 * built is known, so that mostly a day's rows are all that is looked through.
 */
function seenOf(context: DiaryContext): string {
  const [first, last] = [own(context, 'newer'), inForce(context, 'last-row')];
  const rows = stretch(diary(context, 'listRow'), first, last);
  const place = `MATCH(${own(context, 'number')},${rows},0)`;
  return named(context, `IF(${first}>${last},"",IFERROR(${first}-1+${place},""))`);
}

/** Visits in the rows in order below that one; less than none where they do not say which is the newest. */
function againOf(context: DiaryContext): string {
  const [seen, last] = [own(context, 'seen'), inForce(context, 'last-row')];
  const rows = stretch(diary(context, 'listRow'), `${seen}+1`, last);
  const more = `IF(${seen}>=${last},0,COUNTIF(${rows},${own(context, 'number')}))`;
  return `IF(${own(context, 'below')}>0,-1,IF(${seen}="",-1,${more}))`;
}

/** The newest visit up to the day asked about. */
function lastOf(context: DiaryContext): string {
  const [seen, again, number] = [own(context, 'seen'), own(context, 'again'), own(context, 'number')];
  const rows = (column: 'date' | 'listRow'): string =>
    stretch(diary(context, column), `${seen}+1`, inForce(context, 'last-row'));
  const second = `INDEX(${diary(context, 'date')},${seen}+MATCH(${number},${rows('listRow')},0))`;
  // The last of all, since they are in order.
  const newest = `LOOKUP(2,1/(${rows('listRow')}=${number}),${rows('date')})`;
  return named(
    context,
    firstOf(
      [
        [`${again}=0`, `INT(INDEX(${diary(context, 'date')},${seen}))`],
        [`${again}=1`, `INT(${second})`],
        [`${again}>1`, `INT(${newest})`],
      ],
      lastAnywhere(context),
    ),
  );
}

/**
 * The newest visit of a customer of whom the rows in order do not tell it. The whole diary is only looked through cell
 * by cell where the known one is not it: its row was changed, others were typed, or an earlier day is asked about.
 */
function lastAnywhere(context: DiaryContext): string {
  const [known, after] = [own(context, 'known'), inForce(context, 'after')];
  const [dates, numbers] = [diary(context, 'date'), diary(context, 'listRow')];
  const any = countVisits(context, [ofCustomer(context), ['date', `"<"&${after}`]]);
  const since = countVisits(context, fromTo(context, `N(${known})`, after));
  const then = countVisits(context, fromTo(context, `N(${known})`, `N(${known})+1`));
  const test = `(${numbers}=${own(context, 'number')})*(${dates}<${after})`;
  const inOrder = `LOOKUP(2,1/(${test}*ISNUMBER(${dates})),${dates})`;
  const newest = `AGGREGATE(14,6,${dates}/(${test}),1)`;
  const size = `${inForce(context, 'last-row')}*ROWS(${customers(context, 'name')})`;
  return firstOf(
    [
      [`${any}=0`, '""'],
      [`AND(N(${known})>=${after},${size}>${MOST_CELLS})`, literal(context.t.buildAgain)],
      [`AND(${then}>0,${then}=${since})`, `${known}`],
    ],
    `INT(IF(${own(context, 'below')}=0,${inOrder},${newest}))`,
  );
}

function sinceOf(context: DiaryContext): string {
  const last = own(context, 'last');
  return `IF(ISNUMBER(${last}),INT(${asOfCell(context)})-${last},"")`;
}

/** Where the customer's class stands in the table of classes, else the row for others, else 0. */
function ruleRow(context: DiaryContext): string {
  const classes = cadenceColumn(context, 'class');
  const others = Object.values(OTHER_CLASS).reduceRight(
    (rest, word) => `IFERROR(MATCH(${literal(word)},${classes},0),${rest})`,
    '0',
  );
  const name = own(context, 'class');
  return named(context, `IF(${name}="",${others},IFERROR(MATCH(${plainText(name)},${classes},0),${others}))`);
}

/** A value of the customer's rule; the sources' own, once a month, where no rule is found. */
function ruleOf(context: DiaryContext, id: 'times' | 'gap'): string {
  const row = own(context, 'rule');
  const value = `INDEX(${cadenceColumn(context, id)},${row})`;
  return named(
    context,
    id === 'times' ? `IF(N(${row})=0,1,MAX(1,N(${value})))` : `IF(N(${row})=0,0,N(${value}))`,
  );
}

/** Which period the customer's rule speaks of, as a number from 1. */
function periodIndex(context: DiaryContext): string {
  const words = PERIOD_CHOICES.map((choice) => choice.words[context.locale][0]);
  const list = words.map(literal).join(',');
  const period = `INDEX(${cadenceColumn(context, 'period')},${own(context, 'rule')})`;
  return named(context, `IFERROR(MATCH(${period},{${list}},0),${PERIODS.indexOf('month') + 1})`);
}

/** The day by which the next visit is due, as dueAfter() in src/domain; the day asked about where there was none. */
function dueOf(context: DiaryContext): string {
  const [last, times] = [own(context, 'last'), own(context, 'wanted')];
  const gap = ruleOf(context, 'gap');
  const index = own(context, 'every');
  const days = `CHOOSE(${index},${PERIODS.map((period) => PERIOD_DAYS[period]).join(',')})`;
  const months = `CHOOSE(${index},${PERIODS.map((period) => PERIOD_MONTHS[period]).join(',')})`;
  const next = firstOf(
    [
      [`N(${gap})>0`, `${last}+INT(${gap})`],
      [`AND(${times}=1,${months}>0)`, `EDATE(${last},${months})`],
    ],
    `${last}+MAX(1,INT(${days}/${times}))`,
  );
  return named(context, `IF(ISNUMBER(${last}),${next},INT(${asOfCell(context)}))`);
}

function lateOf(context: DiaryContext): string {
  const [due, last] = [own(context, 'due'), own(context, 'last')];
  return named(context, `IF(ISNUMBER(${last}),MAX(0,INT(${asOfCell(context)})-${due}),0)`);
}

/** The last row of the last visit's day, where the customer has several visits in order from the known day on. */
function dayEndOf(context: DiaryContext): string {
  return `IF(${own(context, 'again')}>0,${rowsBefore(context, `${own(context, 'last')}+1`)},0)`;
}

/** The next visit promised at the last one, while it has not been paid; of several promises of that day the last. */
function promisedOf(context: DiaryContext): string {
  const [last, seen, agreed] = [own(context, 'last'), own(context, 'seen'), diary(context, 'nextDate')];
  const only = `INDEX(${agreed},${seen})`;
  const promises: Pairs = [...fromTo(context, last, `${last}+1`), ['nextDate', '">0"']];
  // Row 0 of a column is all of it.
  const [dates, numbers, next] = (['date', 'listRow', 'nextDate'] as const).map((column) =>
    stretch(diary(context, column), `N(${seen})`, own(context, 'dayEnd')),
  );
  const test = `(${numbers}=${own(context, 'number')})*(${dates}>=${last})*(${dates}<${last}+1)*ISNUMBER(${next})`;
  // Mostly there is one at most, and an average finds it sooner.
  const several = `LOOKUP(2,1/(${test}),${next})`;
  const of = `IF(${countVisits(context, promises)}>1,${several},AVERAGEIFS(${agreed},${criteriaOf(context, promises)}))`;
  const found = `IF(ISNUMBER(${last}),IFERROR(INT(${of}),""),"")`;
  return `IF(${own(context, 'again')}=0,IF(ISNUMBER(${only}),INT(${only}),""),${found})`;
}

/** Visits in the calendar period of the customer's rule; those of month and quarter are counted for all customers. */
function periodOf(context: DiaryContext): string {
  const [week, month, quarter, year] = PERIODS.map((period) =>
    period === 'month' || period === 'quarter' ? own(context, period) : countSince(context, period),
  );
  return named(context, `CHOOSE(${own(context, 'every')},${week},${month},${quarter},${year})`);
}

function keptOf(context: DiaryContext): string {
  const { yes, no } = context.t;
  return named(
    context,
    `IF(${own(context, 'period')}>=${own(context, 'wanted')},${literal(yes)},${literal(no)})`,
  );
}

function standingOf(context: DiaryContext): string {
  const { customerStates: states } = context.t;
  const [last, due, promised] = [own(context, 'last'), own(context, 'due'), own(context, 'promised')];
  const day = `INT(${asOfCell(context)})`;
  return named(
    context,
    firstOf(
      [
        [`${last}=${literal(context.t.buildAgain)}`, last],
        [`NOT(ISNUMBER(${last}))`, literal(states.never)],
        [`AND(ISNUMBER(${promised}),N(${promised})<${day})`, literal(states.promised)],
        [`${due}<${day}`, literal(states.late)],
        [`${due}<=${day}+7`, literal(states.soon)],
      ],
      literal(states.fine),
    ),
  );
}

function alertsOf(context: DiaryContext, ids: readonly CustomerColumn[], lines: number): ConditionalFormat[] {
  const { customerStates: states, no } = context.t;
  const cell = (id: CustomerColumn): string => `$${columnLetter(ids.indexOf(id))}${CUSTOMERS_HEADER_ROW + 2}`;
  const on = (id: CustomerColumn, test: string, style: ConditionalFormat['style']): ConditionalFormat => ({
    area: { row: CUSTOMERS_HEADER_ROW + 1, column: ids.indexOf(id), rows: Math.max(1, lines), columns: 1 },
    formula: `=${test}`,
    style,
  });
  const is = (...names: string[]): string =>
    `OR(${names.map((name) => `${cell('state')}=${literal(name)}`).join(',')})`;
  const bad = is(states.late, states.never, states.promised);
  return [
    on('state', bad, 'alert'),
    on('late', `N(${cell('late')})>0`, 'negative'),
    on('kept', `${cell('kept')}=${literal(no)}`, 'negative'),
    on('listed', `${cell('listed')}=${literal(no)}`, 'negative'),
  ];
}
