import { dateOf } from '../../domain/dates';
import { yuanOf } from '../../domain/money';
import type { ConditionalFormat, SheetPlan } from '../../plan/types';
import { COUNT, DAY, MONEY, MONEY_OR_DASH, RATE, shareOf } from '../expressions';
import { literal } from '../formula';
import { ListFields, listSheet, namedField, type ListBody, type ListField } from '../list-sheet';
import { Page } from '../page';
import {
  column,
  monthHeader,
  own,
  ruleColumn,
  stageNames,
  typeNames,
  type ColumnId,
  type ValueContext,
} from './context';
import type { CustomerRow } from './digest';
import type { Parameters } from './parameters';
import { SCORES, valueBands } from './rules';

type Field = ListField<CustomerRow>;

/** Above it every row would compare itself with every other for too long: the sums come from the build. */
const MOST_LIVE = 2000;

export function customersSheet(context: ValueContext, parameters: Parameters): SheetPlan {
  const { t, digest, sheets, tables } = context;
  const fields = fieldsOf(context, parameters);
  const page = new Page(fields.length, 120);
  page.line(t.customersSheet, 'title', 34);
  page.note(t.customersNote({ report: sheets.report, rules: sheets.rules }));
  page.space();
  return listSheet<CustomerRow, ColumnId>({
    role: 'customers',
    name: sheets.customers,
    page,
    table: { role: 'customers', name: tables.customers },
    fields,
    rows: digest.rows,
    keyOf: ({ key }) => key,
    printedBefore: 'r',
    frozenColumns: 1,
    footer: t.footer,
    dress: (body) => ({ conditionalFormats: highlights(context, body) }),
  });
}

function fieldsOf(context: ValueContext, p: Parameters): Field[] {
  const { t, digest } = context;
  const list = new ListFields<CustomerRow, ColumnId>(t.columns);
  const last = own(context, 'last');
  const live = digest.rows.length <= MOST_LIVE;
  const larger = `ROUND(SUMIFS(${column(context, 'amount')},${column(context, 'amount')},">"&${own(context, 'amount')}),2)`;
  const facts = digest.facts.map((fact) =>
    list.source(
      fact,
      fact === 'address' ? 30 : 14,
      ({ facts: known }) => known[fact] ?? null,
      fact === 'contract_end' ? DAY : undefined,
    ),
  );
  // Texts and days first, then figures; what stands behind the scores follows on no printed page.
  return [
    list.source('customer', 30, ({ name }) => name),
    list.source('person', 12, ({ person }) => person),
    list.computed('abc', 8, abcExpression(context, p)),
    list.computed('band', 10, bandExpression(context)),
    list.computed('stage', 10, stageExpression(context, p)),
    list.computed('type', 12, typeExpression(context, p)),
    ...(digest.hasGroups ? [list.source('group', 12, ({ group }) => group)] : []),
    list.source('first', 12, ({ first }) => first, DAY),
    list.source('last', 12, ({ last }) => last, DAY),
    ...(digest.hasVisits ? [list.source('lastVisit', 12, ({ lastVisit }) => lastVisit, DAY)] : []),
    list.typed('keeper', 12),
    list.typed('action', 26),
    list.computed('amount', 16, amountExpression(context), MONEY),
    list.computed('share', 9, ratio(context, own(context, 'amount'), p), RATE),
    list.computed(
      'cumulative',
      11,
      ratio(context, `(${own(context, 'larger')}+${own(context, 'amount')})`, p),
      RATE,
    ),
    list.source('rank', 8, ({ rank }) => rank, COUNT),
    list.computed('days', 10, `IF(ISNUMBER(${last}),${p['as-of']}-${last},"")`, COUNT),
    list.source('orders', 10, ({ orderDays }) => orderDays, COUNT),
    list.computed('r', 6, scoreExpression(context, 'days', '<=', p), COUNT),
    list.computed('f', 6, scoreExpression(context, 'orders', '>=', p), COUNT),
    list.computed('m', 6, scoreExpression(context, 'amount', '>=', p), COUNT),
    list.computed('recent', 14, monthSum(context, digest.recent), MONEY_OR_DASH),
    list.computed('previous', 14, monthSum(context, digest.previous), MONEY_OR_DASH),
    live
      ? list.computed('larger', 16, larger, MONEY_OR_DASH)
      : list.source('larger', 16, ({ larger: cents }) => yuanOf(cents), MONEY_OR_DASH),
    ...(digest.earlier
      ? [list.source('earlier', 14, ({ earlierCents }) => yuanOf(earlierCents), MONEY_OR_DASH)]
      : []),
    ...digest.months.map((month, index): Field => {
      const header = monthHeader(dateOf(month));
      return namedField(
        `month-${header}`,
        header,
        13,
        ({ monthCents }) => yuanOf(monthCents[index] ?? 0),
        MONEY_OR_DASH,
      );
    }),
    ...facts,
    list.mark(),
  ];
}

function ratio(context: ValueContext, part: string, p: Parameters): string {
  return shareOf(part, p['total'] ?? '', none(context));
}

function none({ t }: ValueContext): string {
  return `"${t.notAvailable}"`;
}

/** The month columns of a row, from one to another (exclusive), added; 0 where there are none. */
function monthSum({ tables, digest }: ValueContext, [from, to]: readonly [number, number]): string {
  const [first, last] = [digest.months[from], digest.months[to - 1]];
  if (first === undefined || last === undefined || to <= from) return '0';
  const [a, b] = [first, last].map((month) => `[${monthHeader(dateOf(month))}]`);
  return `ROUND(SUM(${tables.customers}[[#This Row],${a}:${b}]),2)`;
}

function amountExpression(context: ValueContext): string {
  const { digest } = context;
  const sum = monthSum(context, [digest.spanFrom, digest.months.length]);
  return digest.earlier ? `ROUND(${sum}+${own(context, 'earlier')},2)` : sum;
}

/** classifyAbc() of src/domain: by what the larger customers make; twelve digits tell every 分 of a hundred billion. */
function abcExpression(context: ValueContext, p: Parameters): string {
  const before = `ROUND(${own(context, 'larger')}/${p['total']},12)`;
  const below = (cut: string): string => `${before}<ROUND(${p[cut]},12)`;
  return (
    `IF(${p['total']}>0,IF(${own(context, 'amount')}<=0,"C",` +
    `IF(${below('cut-a')},"A",IF(${below('cut-b')},"B","C"))),${none(context)})`
  );
}

function scoreExpression(
  context: ValueContext,
  id: 'days' | 'orders' | 'amount',
  compare: '<=' | '>=',
  p: Parameters,
): string {
  const value = own(context, id);
  const cascade = SCORES.reduceRight(
    (rest, score) => `IF(${value}${compare}${p[`${id}-${score}`]},${score},${rest})`,
    '1',
  );
  return id === 'days' ? `IF(ISNUMBER(${value}),${cascade},1)` : cascade;
}

/** rfmType() of src/domain. */
function typeExpression(context: ValueContext, p: Parameters): string {
  const low = (id: 'r' | 'f' | 'm', weight: number): string =>
    `IF(${own(context, id)}>=${p['high']},0,${weight})`;
  const names = typeNames(context).map(literal).join(',');
  return `CHOOSE(1+${low('m', 4)}+${low('r', 2)}+${low('f', 1)},${names})`;
}

/** stageOf() of src/domain. */
function stageExpression(context: ValueContext, p: Parameters): string {
  const [fresh, growing, steady, declining, dormant] = stageNames(context).map(literal);
  const [days, recent, previous] = [own(context, 'days'), own(context, 'recent'), own(context, 'previous')];
  const change = `ROUND(${recent}-${previous},6)`;
  const threshold = `ROUND(${previous}*${p['change']},6)`;
  return (
    `IF(NOT(ISNUMBER(${days})),${dormant},IF(${days}>${p['dormant-days']},${dormant},` +
    `IF(${p['as-of']}-${own(context, 'first')}<=${p['new-days']},${fresh},` +
    `IF(${previous}<=0,IF(${recent}>0,${growing},${steady}),` +
    `IF(${change}>=${threshold},${growing},IF(${change}<=-${threshold},${declining},${steady}))))))`
  );
}

/** The band with the highest lower bound that the mean month reaches. */
function bandExpression(context: ValueContext): string {
  const { digest, tables } = context;
  const months = Math.max(1, digest.months.length - digest.spanFrom);
  const monthly = `ROUND(${own(context, 'amount')}/${months},2)`;
  const from = ruleColumn(context, tables.bands, valueBands, 'from');
  const band = ruleColumn(context, tables.bands, valueBands, 'band');
  const bound = `SUMPRODUCT(MAX((${from}<=${monthly})*${from}))`;
  return `IFERROR(INDEX(${band},MATCH(${bound},${from},0)),${none(context)})`;
}

function highlights({ t: { stages } }: ValueContext, body: ListBody<ColumnId>): ConditionalFormat[] {
  const format = (id: ColumnId, text: string, style: ConditionalFormat['style']): ConditionalFormat => ({
    area: body.area(id),
    formula: `=${body.cell(id)}=${literal(text)}`,
    style,
  });
  return [
    format('abc', 'A', 'positive'),
    format('stage', stages.declining, 'negative'),
    format('stage', stages.dormant, 'alert'),
  ];
}
