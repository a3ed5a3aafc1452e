import { yuanOf } from '../../domain/money';
import { PAPERS } from '../../domain/orders/papers';
import { STAGES } from '../../domain/orders/stages';
import type { PlanCell, TableColumn } from '../../plan/types';
import { DAY, MONEY } from '../expressions';
import { stageHeader, type ColumnId, type TrackerContext } from './context';
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

export interface TrackerColumn {
  readonly column: TableColumn;
  readonly width: number;
  readonly cell: (order: SourceOrder) => PlanCell;
  /** On the printed page. */
  readonly printed: boolean;
}

/** The columns before the stages' dates, and so the place of these. */
export const FIRST_STAGE = 16;

/** Room between a number and the text beside it. */
const AMOUNT = `${MONEY}_)_)`;
const WHOLE = '0_)_)';

/** A time shows only where there is one. */
const INSTANT = 'yyyy-mm-dd hh:mm';
const MINUTES_TOO = (dates: readonly (number | undefined)[]): string =>
  dates.some((date) => date !== undefined && date % 1 !== 0) ? INSTANT : DAY;

/**
 * The tracker's columns: what the order is, where it stands and what is next (these are printed), then what the stages
 * and papers are kept in, then what formulas read. What the sheets don't keep is typed here.
 */
export function trackerColumns(
  context: TrackerContext,
  { has, orders, stages, papers }: SourceOrders,
): TrackerColumn[] {
  const { t, locale } = context;
  const text = (
    id: ColumnId & keyof SourceOrder,
    width: number,
    kept: boolean,
    printed = true,
  ): TrackerColumn => ({
    column: { id, header: t.columns[id], style: 'text', entry: kept ? 'source' : 'typed' },
    width,
    printed,
    cell: (order) => (kept ? order[id] : null),
  });
  const computed = (
    id: ColumnId,
    width: number,
    expression: string,
    style: TableColumn['style'],
    { format, printed = true }: { readonly format?: string; readonly printed?: boolean } = {},
  ): TrackerColumn => ({
    column: {
      id,
      header: t.columns[id],
      style,
      entry: 'computed',
      formula: `=${expression}`,
      ...(format && { format }),
    },
    width,
    printed,
    cell: () => null,
  });
  const helper = (id: ColumnId, expression: string, format = 'General'): TrackerColumn =>
    computed(id, 9, expression, 'key', { format, printed: false });
  const due = MINUTES_TOO(orders.flatMap(({ dates }) => [dates.visit]));
  return [
    {
      column: {
        id: 'orderId',
        header: t.columns.orderId,
        style: 'text',
        entry: has.orderId || has.contractId ? 'source' : 'typed',
      },
      width: 15,
      printed: true,
      cell: ({ orderId, contractId }) => orderId ?? contractId,
    },
    text('customer', 24, has.customer),
    text('person', 10, has.person),
    text('product', 16, has.product),
    {
      column: {
        id: 'amount',
        header: t.columns.amount,
        format: AMOUNT,
        style: 'number',
        entry: has.cents ? 'source' : 'typed',
      },
      width: 13,
      printed: true,
      cell: ({ cents }) => (cents === null ? null : yuanOf(cents)),
    },
    computed('stage', 11, stageExpression(context), 'text'),
    computed('next', 24, nextExpression(context), 'text'),
    computed('who', 12, whoExpression(context), 'text'),
    computed('due', due === DAY ? 12 : 17, dueExpression(context), 'text', { format: due }),
    computed('daysLate', 9, daysLateExpression(context), 'number', { format: WHOLE }),
    computed('level', 10, levelExpression(context), 'text'),
    computed('missing', 26, missingExpression(context), 'wrapped'),
    {
      column: { id: 'remark', header: t.columns.remark, style: 'wrapped', entry: 'typed' },
      width: 24,
      printed: true,
      cell: () => null,
    },
    text('status', 12, has.status, false),
    {
      column: { id: 'closed', header: t.columns.closed, style: 'text', entry: 'typed' },
      width: 12,
      printed: false,
      cell: () => null,
    },
    dateColumn('promised', t.columns.promised, has.promised, DAY, ({ promised }) => promised),
    ...STAGES.map((stage) =>
      dateColumn(
        `${stage}Date`,
        stageHeader(context, stage),
        stages.includes(stage),
        MINUTES_TOO(orders.map(({ dates }) => dates[stage])),
        ({ dates }) => dates[stage] ?? null,
      ),
    ),
    ...PAPERS.map((paper): TrackerColumn => ({
      column: {
        id: `paper-${paper}`,
        header: PAPER_WORDS[paper][locale][0],
        style: 'text',
        entry: papers.includes(paper) ? 'source' : 'typed',
      },
      width: 12,
      printed: false,
      cell: (order) => order.papers[paper] ?? null,
    })),
    {
      column: {
        id: 'paperCount',
        header: t.columns.paperCount,
        style: 'number',
        format: '0',
        entry: has.paperCount ? 'source' : 'typed',
      },
      width: 10,
      printed: false,
      cell: ({ paperCount }) => paperCount,
    },
    ...(has.contractId && has.orderId ? [text('contractId', 15, true, false)] : []),
    ...(has.note ? [text('note', 18, true, false)] : []),
    computed('fine', 12, fineExpression(context), 'number', { format: MONEY, printed: false }),
    computed('leadTime', 12, leadTimeExpression(context), 'number', { format: '0', printed: false }),
    helper('said', saidExpression(context)),
    helper('stageNumber', stageNumberExpression(context)),
    helper('start', startExpression(context)),
    helper('unit', unitExpression(context)),
    helper('timed', timedExpression(context)),
    helper('place', placeExpression(context)),
    helper('aid', aidExpression(context)),
    helper('amountOf', amountExpression(context)),
    helper('end', endExpression(context)),
    helper('careMonths', careMonthsExpression(context)),
    helper('ruleDue', ruleDueExpression(context)),
    helper('levelNumber', levelNumberExpression(context)),
    helper('blocked', blockedExpression(context)),
    helper('rank', rankExpression(context)),
    {
      column: { id: 'origin', header: t.columns.origin, style: 'key', entry: 'origin' },
      width: 18,
      printed: false,
      cell: ({ origin }) => origin,
    },
    {
      column: { id: 'mark', header: t.columns.mark, style: 'key', entry: 'mark' },
      width: 12,
      printed: false,
      cell: () => null,
    },
  ];
}

function dateColumn(
  id: string,
  header: string,
  kept: boolean,
  format: string,
  of: (order: SourceOrder) => number | null,
): TrackerColumn {
  return {
    column: { id, header, format, style: 'text', entry: kept ? 'source' : 'typed' },
    width: format === DAY ? 12 : 17,
    printed: false,
    cell: (order) => (kept ? of(order) : null),
  };
}
