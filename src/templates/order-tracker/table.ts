import { yuanOf } from '../../domain/money';
import { LEVELS } from '../../domain/orders/levels';
import { PAPERS, type Paper } from '../../domain/orders/papers';
import { STAGES, type Stage } from '../../domain/orders/stages';
import { DAY, INSTANT, MONEY } from '../expressions';
import { ListFields, styled, type ListField } from '../list-sheet';
import { roomFor } from '../measure';
import { levelName, stageHeader, stageName, type ColumnId, type TrackerContext } from './context';
import {
  aidExpression,
  amountExpression,
  careMonthsExpression,
  endExpression,
  placeExpression,
  blockedExpression,
  daysLateExpression,
  dueExpression,
  fineExpression,
  leadTimeExpression,
  levelExpression,
  levelNumberExpression,
  missingExpression,
  nextExpression,
  rankExpression,
  ruleDueExpression,
  saidExpression,
  stageExpression,
  stageNumberExpression,
  startExpression,
  timedExpression,
  unitExpression,
  whoExpression,
} from './formulas';
import type { SourceOrder, SourceOrders } from './orders';
import { PAPER_WORDS } from './words';

/** Columns that are called by their stage or paper. */
type NamedId = `${Stage}Date` | `paper-${Paper}`;
export type FieldId = ColumnId | NamedId;

/** The columns before the stages' dates, and so the place of these. */
export const FIRST_STAGE = 16;

/** Room between a number and the text beside it. */
const AMOUNT = `${MONEY}_)_)`;
const WHOLE = '0_)_)';

/** A time shows only where there is one. */
const MINUTES_TOO = (dates: readonly (number | undefined)[]): string =>
  dates.some((date) => date !== undefined && date % 1 !== 0) ? INSTANT : DAY;

/**
 * The tracker's columns: what the order is, where it stands and what is next (these are printed), then what the stages
 * and papers are kept in, then what formulas read. What the sheets don't keep is typed here.
 */
export function trackerFields(
  context: TrackerContext,
  { has, orders, stages, papers }: SourceOrders,
): ListField<SourceOrder>[] {
  const list = new ListFields<SourceOrder, FieldId>(headersOf(context));
  const text = (id: ColumnId & keyof SourceOrder, width: number, kept: boolean): ListField<SourceOrder> =>
    list.kept(kept, id, width, (order) => order[id]);
  const date = (
    id: FieldId,
    kept: boolean,
    format: string,
    of: (order: SourceOrder) => number | null,
  ): ListField<SourceOrder> => list.kept(kept, id, dateWidth(format), of, format);
  const stageWords = STAGES.map((stage) => stageName(context, stage));
  const levelWords = LEVELS.map((level) => levelName(context, level));
  const due = MINUTES_TOO(orders.flatMap(({ dates }) => [dates.visit]));
  return [
    list.kept(
      has.orderId || has.contractId,
      'orderId',
      13,
      ({ orderId, contractId }) => orderId ?? contractId,
    ),
    styled(text('customer', 22, has.customer), 'wrapped'),
    text('person', 8, has.person),
    styled(text('product', 13, has.product), 'wrapped'),
    list.kept(has.cents, 'amount', 13, ({ cents }) => (cents === null ? null : yuanOf(cents)), AMOUNT),
    list.computed('stage', roomFor(stageWords, 6), stageExpression(context)),
    styled(list.computed('next', 17, nextExpression(context)), 'wrapped'),
    styled(list.computed('who', 10, whoExpression(context)), 'wrapped'),
    list.computed('due', dateWidth(due), dueExpression(context), due),
    list.computed('daysLate', 7, daysLateExpression(context), WHOLE),
    list.computed('level', roomFor(levelWords, 7), levelExpression(context)),
    styled(list.computed('missing', 15, missingExpression(context)), 'wrapped'),
    styled(list.typed('remark', 18), 'wrapped'),
    text('status', 12, has.status),
    list.typed('closed', 12),
    date('promised', has.promised, DAY, ({ promised }) => promised),
    ...STAGES.map((stage) =>
      date(
        `${stage}Date`,
        stages.includes(stage),
        MINUTES_TOO(orders.map(({ dates }) => dates[stage])),
        ({ dates }) => dates[stage] ?? null,
      ),
    ),
    ...PAPERS.map((paper) =>
      list.kept(papers.includes(paper), `paper-${paper}`, 12, (order) => order.papers[paper] ?? null),
    ),
    list.kept(has.paperCount, 'paperCount', 10, ({ paperCount }) => paperCount, '0'),
    ...(has.contractId && has.orderId ? [text('contractId', 15, true)] : []),
    ...(has.note ? [text('note', 18, true)] : []),
    list.computed('fine', 12, fineExpression(context), MONEY),
    list.computed('leadTime', 12, leadTimeExpression(context), '0'),
    list.helper('said', saidExpression(context)),
    list.helper('stageNumber', stageNumberExpression(context)),
    list.helper('start', startExpression(context)),
    list.helper('unit', unitExpression(context)),
    list.helper('timed', timedExpression(context)),
    list.helper('place', placeExpression(context)),
    list.helper('aid', aidExpression(context)),
    list.helper('amountOf', amountExpression(context)),
    list.helper('end', endExpression(context)),
    list.helper('careMonths', careMonthsExpression(context)),
    list.helper('ruleDue', ruleDueExpression(context)),
    list.helper('levelNumber', levelNumberExpression(context)),
    list.helper('blocked', blockedExpression(context)),
    list.helper('rank', rankExpression(context)),
    list.origin('origin', 18, ({ origin }) => origin),
    list.mark(),
  ];
}

function headersOf(context: TrackerContext): Readonly<Record<FieldId, string>> {
  const { t, locale } = context;
  const stages = STAGES.map((stage) => [`${stage}Date`, stageHeader(context, stage)]);
  const papers = PAPERS.map((paper) => [`paper-${paper}`, PAPER_WORDS[paper][locale][0]]);
  return { ...t.columns, ...(Object.fromEntries([...stages, ...papers]) as Record<NamedId, string>) };
}

function dateWidth(format: string): number {
  return format === DAY ? 12 : 17;
}
