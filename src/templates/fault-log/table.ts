import type { FaultLimits } from '../../domain/orders/faults';
import { INSTANT } from '../expressions';
import { literal } from '../formula';
import { ListFields, styled, type ListField } from '../list-sheet';
import { own, resultNumber, resultWords, type FaultColumnId, type FaultContext } from './context';
import type { SourceFault, SourceFaults, TimeName } from './faults';

/** Whole minutes, and room before the text beside them. */
const MINUTES = '#,##0_)_)';

interface Measure {
  readonly minutes: FaultColumnId;
  readonly limit: keyof FaultLimits;
  readonly done: TimeName;
  /** What comes after it: without a time of its own it is not measured once these are there. */
  readonly later: readonly TimeName[];
}

const MEASURES: readonly Measure[] = [
  { minutes: 'contactMinutes', limit: 'contact', done: 'contacted', later: ['responded', 'solved'] },
  { minutes: 'responseMinutes', limit: 'response', done: 'responded', later: ['solved'] },
  { minutes: 'solveMinutes', limit: 'solve', done: 'solved', later: [] },
];

export function logFields(context: FaultContext, has: SourceFaults['has']): ListField<SourceFault>[] {
  const list = new ListFields<SourceFault, FaultColumnId>(context.t.columns);
  const text = (
    id: FaultColumnId & keyof SourceFault & keyof SourceFaults['has'],
    width: number,
    format?: string,
  ): ListField<SourceFault> => list.kept(has[id], id, width, (fault) => fault[id], format);
  const time = (id: TimeName): ListField<SourceFault> => text(id, 16, INSTANT);
  return [
    ...(has.number ? [text('number', 12)] : []),
    list.source('reported', 16, ({ reported }) => reported, INSTANT),
    text('customer', 24),
    text('kind', 12),
    ...(has.content ? [styled(text('content', 28), 'wrapped')] : []),
    text('engineer', 11),
    time('contacted'),
    time('responded'),
    time('solved'),
    ...MEASURES.map((measure) =>
      list.computed(measure.minutes, 10, minutesExpression(context, measure), MINUTES),
    ),
    list.computed('result', 11, resultExpression(context)),
    list.typed('confirmed', 12),
    list.typed('remark', 20),
    list.helper('state', stateExpression(context)),
    list.origin('origin', 16, ({ origin }) => origin),
    list.mark(),
  ];
}

function second(instant: string): string {
  return `ROUND(${instant}*86400,0)`;
}

/** Minutes from one instant to a later one. */
function minutesBetween(
  { calendar, settings, inWorkingHours }: FaultContext,
  from: string,
  to: string,
): string {
  const worked = (instant: string): string => {
    const day = `INT(${instant})`;
    return `(${calendar.workedSeconds(day, `${second(instant)}-${day}*86400`, '0')})`;
  };
  const working = `${worked(to)}-${worked(from)}`;
  return `IF(${settings.ref('clock')}=${literal(inWorkingHours)},${working},${second(to)}-${second(from)})/60`;
}

/** No report, or one without a time of day: nothing can be told. */
function isUntimed(context: FaultContext): string {
  const reported = own(context, 'reported');
  return `IF(ISNUMBER(${reported}),${reported}=INT(${reported}),TRUE)`;
}

function wentOn(context: FaultContext, { later }: Measure): string {
  return later.length === 0 ? 'FALSE' : `COUNT(${later.map((name) => own(context, name)).join(',')})>0`;
}

/** Minutes to the deed, or to the moment asked about while it is not done; a blank text where that can't be told. */
function minutesExpression(context: FaultContext, measure: Measure): string {
  const { asOf } = context;
  const [reported, done] = [own(context, 'reported'), own(context, measure.done)];
  const until = `IF(ISNUMBER(${done}),${done},${asOf})`;
  const none = `OR(AND(NOT(ISNUMBER(${done})),${wentOn(context, measure)}),${second(until)}<${second(reported)})`;
  const minutes = `IF(ISNUMBER(${done}),${minutesBetween(context, reported, done)},${minutesBetween(context, reported, asOf)})`;
  return `IF(${isUntimed(context)},"",IF(${none},"",${minutes}))`;
}

/** The worst of the three results by number, 0 in a row in which nobody has written. */
function stateExpression(context: FaultContext): string {
  const { settings } = context;
  const no = resultNumber;
  const [reported, customer] = [own(context, 'reported'), own(context, 'customer')];
  const results = MEASURES.map((measure) => {
    const [minutes, done] = [own(context, measure.minutes), own(context, measure.done)];
    const over = `N(${minutes})>N(${settings.ref(measure.limit)})`;
    const early = `IF(${done}=INT(${done}),${no('unknown')},${no('impossible')})`;
    const open = `IF(${wentOn(context, measure)},0,IF(${minutes}="",${no('running')},IF(${over},${no('overdue')},${no('running')})))`;
    return (
      `IF(ISNUMBER(${done}),IF(${second(done)}<${second(reported)},${early},` +
      `IF(${over},${no('missed')},${no('met')})),${open})`
    );
  });
  return `IF(${reported}&${customer}="",0,IF(${isUntimed(context)},${no('unknown')},MAX(${results.join(',')})))`;
}

function resultExpression(context: FaultContext): string {
  const state = own(context, 'state');
  return `IF(${state}=0,"",INDEX({${resultWords(context).map(literal).join(',')}},${state}))`;
}
