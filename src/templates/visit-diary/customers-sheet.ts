import { columnLetter } from '../../domain/address';
import { PERIOD_DAYS, PERIOD_MONTHS, PERIODS } from '../../domain/visits/cadence';
import type { ConditionalFormat, SheetPlan } from '../../plan/types';
import { COUNT, COUNT_OR_DASH, DAY, formula } from '../expressions';
import { literal, sentence, thisRow } from '../formula';
import { fittedWidths } from '../measure';
import { Page, printedColumns } from '../page';
import type { KnownCustomer } from '../visits/customers';
import { criterion, firstOf, plainText } from '../visits/formulas';
import { OTHER_CLASS, PERIOD_CHOICES } from '../visits/rules';
import {
  asOfCell,
  countVisits,
  customers,
  diary,
  inForce,
  rowFrom,
  type DiaryContext,
  type DiaryTexts,
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
    computed('month', 9, countSince(context, inForce(context, 'month'), inForce(context, 'month-row'))),
    computed('period', 9, periodOf(context)),
    computed('wanted', 9, ruleOf(context, 'times')),
    computed('quarter', 9, countSince(context, inForce(context, 'quarter'), inForce(context, 'quarter-row'))),
    computed('rule', 6, ruleRow(context), { style: 'key', format: '0' }),
    computed('newer', 8, rowFrom(context, `INT(N(${own(context, 'known')}))+1`), {
      style: 'key',
      format: '0',
    }),
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

/** Visits of the row's customer from a day to the day asked about: none where the last one was before. */
function countSince(context: DiaryContext, from: string, row: string): string {
  const count = countVisits(
    context,
    [
      ['customer', criterion(own(context, 'name'))],
      ['date', `">="&${from}`],
      ['date', `"<"&INT(${asOfCell(context)})+1`],
    ],
    { from: row, to: inForce(context, 'last-row') },
  );
  return named(context, `IF(N(${own(context, 'last')})<${from},0,${count})`);
}

/**
 * The newest visit up to the day asked about. What the sheets said when this was built is known; the whole diary is
 * only looked through for a customer with a visit typed since, or when an earlier day is asked about.
 */
function lastOf(context: DiaryContext): string {
  const [name, known, day] = [own(context, 'name'), own(context, 'known'), `INT(${asOfCell(context)})`];
  const dates = diary(context, 'date');
  const newer = countVisits(
    context,
    [
      ['customer', criterion(name)],
      ['date', `">="&INT(N(${known}))+1`],
    ],
    { from: own(context, 'newer'), to: `ROWS(${dates})` },
  );
  const newest = `AGGREGATE(14,6,${dates}/((${diary(context, 'customer')}=${name})*(${dates}<${day}+1)),1)`;
  const size = `ROWS(${dates})*ROWS(${customers(context, 'name')})`;
  const earlier = `IF(${size}>${MOST_CELLS},${literal(context.t.buildAgain)},IFERROR(INT(${newest}),""))`;
  return named(
    context,
    firstOf(
      [
        [`N(${known})>${day}`, earlier],
        [`${newer}=0`, `IF(N(${known})=0,"",${known})`],
      ],
      `IFERROR(INT(${newest}),"")`,
    ),
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
  return `IFERROR(MATCH(${period},{${list}},0),${PERIODS.indexOf('month') + 1})`;
}

/** The day by which the next visit is due, as dueAfter() in src/domain; the day asked about where there was none. */
function dueOf(context: DiaryContext): string {
  const [last, times] = [own(context, 'last'), own(context, 'wanted')];
  const gap = ruleOf(context, 'gap');
  const index = periodIndex(context);
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

/** The next visit promised at the last one, while it has not been paid. */
function promisedOf(context: DiaryContext): string {
  const last = own(context, 'last');
  const agreed = `AVERAGEIFS(${diary(context, 'nextDate')},${diary(context, 'customer')},${criterion(own(context, 'name'))},${diary(context, 'date')},${last})`;
  return `IF(ISNUMBER(${last}),IFERROR(INT(${agreed}),""),"")`;
}

/** Visits in the calendar period of the customer's rule. */
function periodOf(context: DiaryContext): string {
  const index = periodIndex(context);
  const starts = PERIODS.map((period) => inForce(context, period)).join(',');
  const rows = PERIODS.map((period) => inForce(context, `${period}-row`)).join(',');
  const month = PERIODS.indexOf('month') + 1;
  const count = countSince(context, `CHOOSE(${index},${starts})`, `CHOOSE(${index},${rows})`);
  return named(context, `IF(${index}=${month},${own(context, 'month')},${count})`);
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
