import { yuanOf } from '../../domain/money';
import { periodLabel } from '../../domain/retail/periods';
import type { SheetPlan } from '../../plan/types';
import { COUNT, MONEY, RATE } from '../expressions';
import { literal } from '../formula';
import { ListFields, listSheet, namedField, type ListField } from '../list-sheet';
import { Page } from '../page';
import { ownCurve, type CurveColumn, type Measure, type RetailContext } from './context';
import type { Retailer } from './digest';

/** 'General' would leave a bare point behind whole numbers. */
const QUANTITY = 'General';

export function formatOf(measure: Measure): string {
  return measure === 'amount' ? MONEY : QUANTITY;
}

/** Every retailer's curve of one measure: S1, S2, S3 and what follows from them, live from the periods at the right. */
export function curveSheet(context: RetailContext, measure: Measure): SheetPlan {
  const { t, digest, sheets, tables } = context;
  const fields = fieldsOf(context, measure);
  const page = new Page(fields.length, 150);
  page.line(sheets[measure], 'title', 34);
  page.note(t.curveNote);
  page.space();
  return listSheet<Retailer, CurveColumn>({
    role: measure,
    name: sheets[measure],
    page,
    table: { role: measure, name: tables[measure] },
    fields,
    rows: digest.retailers,
    keyOf: ({ key }) => key,
    printedBefore: 'no',
    frozenColumns: 1,
    footer: t.footer,
    dress: ({ area, cell }) => ({
      conditionalFormats: [
        {
          area: area('advice'),
          formula: `=${cell('advice')}=${literal(t.advice['find-cause'])}`,
          style: 'alert',
        },
      ],
    }),
  });
}

function fieldsOf(context: RetailContext, measure: Measure): ListField<Retailer>[] {
  const { t, digest } = context;
  const labels = digest.periods.map((start) => periodLabel(start, digest.unit));
  const span = spanOf(context, measure, labels);
  const own = (id: CurveColumn): string => ownCurve(context, measure, id);
  const list = new ListFields<Retailer, CurveColumn>(t.curveColumns);
  const number = formatOf(measure);
  const headers = headersOf(context, measure, labels);
  const side = (sign: '>' | '<'): string => `SUMPRODUCT(--(ROUND(${span.all}-${own('s2')},6)${sign}0))`;
  const hasGrades = digest.retailers.some(({ grade }) => grade !== null);
  return [
    list.source('retailer', 26, ({ name }) => name),
    list.source('person', 11, ({ person }) => person),
    ...(hasGrades ? [list.source('grade', 10, ({ grade }) => grade)] : []),
    list.computed('advice', 12, adviceExpression(context, measure)),
    list.computed('highAt', 12, `INDEX(${headers},MATCH(${own('s1')},${span.all},0))`),
    list.computed('lowAt', 12, `INDEX(${headers},MATCH(${own('s3')},${span.all},0))`),
    list.computed('total', 14, `ROUND(SUM(${span.all}),6)`, number),
    list.computed('s1', 12, `MAX(${span.all})`, number),
    list.computed('s2', 12, `${own('total')}/${labels.length}`, measure === 'amount' ? MONEY : '#,##0.00'),
    list.computed('s3', 12, `MIN(${span.all})`, number),
    list.computed('aboveGap', 12, `${own('s1')}-${own('s2')}`, '#,##0.00'),
    list.computed('belowGap', 12, `${own('s2')}-${own('s3')}`, '#,##0.00'),
    list.computed('crossings', 9, crossingsExpression(context, measure, span), COUNT),
    list.computed('above', 9, side('>'), COUNT),
    list.computed('below', 9, side('<'), COUNT),
    list.computed(
      'variation',
      10,
      `IF(${own('s2')}>0,STDEVP(${span.all})/${own('s2')},"${t.notAvailable}")`,
      RATE,
    ),
    list.source('no', 8, (_, index) => index + 1, COUNT),
    ...labels.map((label, index) =>
      namedField<Retailer>(
        `p-${label}`,
        label,
        12,
        ({ periods }) =>
          measure === 'quantity' ? (periods.quantities[index] ?? 0) : yuanOf(periods.cents[index] ?? 0),
        number,
      ),
    ),
    list.mark(),
  ];
}

interface Span {
  readonly all: string;
  /** All but the last, all but the first: neighbours side by side. */
  readonly earlier: string | null;
  readonly later: string | null;
}

function spanOf({ tables }: RetailContext, measure: Measure, labels: readonly string[]): Span {
  const between = (from: number, to: number): string =>
    `${tables[measure]}[[#This Row],[${labels[from] ?? ''}]:[${labels[to] ?? ''}]]`;
  const last = labels.length - 1;
  return {
    all: between(0, last),
    earlier: last > 0 ? between(0, last - 1) : null,
    later: last > 0 ? between(1, last) : null,
  };
}

function headersOf({ tables }: RetailContext, measure: Measure, labels: readonly string[]): string {
  return `${tables[measure]}[[#Headers],[${labels[0] ?? ''}]:[${labels.at(-1) ?? ''}]]`;
}

/** crossingsOf() of src/domain: changes of sides, and runs of periods that are exactly at the mean. */
function crossingsExpression(
  context: RetailContext,
  measure: Measure,
  { all, earlier, later }: Span,
): string {
  if (earlier === null || later === null) return '0';
  const mean = ownCurve(context, measure, 's2');
  const side = (of: string): string => `ROUND(${of}-${mean},6)`;
  const changes = `SUMPRODUCT(--(${side(earlier)}*${side(later)}<0))`;
  const at = `SUMPRODUCT(--(${side(all)}=0))-SUMPRODUCT((${side(earlier)}=0)*(${side(later)}=0))`;
  return `IF(${ownCurve(context, measure, 's1')}=${ownCurve(context, measure, 's3')},0,${changes}+${at})`;
}

/** adviceOf() of src/domain. */
function adviceExpression(context: RetailContext, measure: Measure): string {
  const { advice } = context.t;
  const [above, below] = [ownCurve(context, measure, 'above'), ownCurve(context, measure, 'below')];
  return (
    `IF(ABS(${above}-${below})<=N(${context.rule('tolerance')}),${literal(advice.standard)},` +
    `IF(${above}>${below},${literal(advice['promote-slack'])},${literal(advice['find-cause'])}))`
  );
}
