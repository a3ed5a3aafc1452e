import { MONTH_DAYS } from '../../domain/retention/warnings';
import type { SheetPlan } from '../../plan/types';
import { COUNT, DAY, MONEY } from '../expressions';
import { literal } from '../formula';
import { ListFields, listSheet, type ListField } from '../list-sheet';
import { Page } from '../page';
import { asOf, ownWarning, rule, type WarningColumn, type WatchContext } from './context';
import type { User } from './digest';

/** Rows that lists and colours reach below the last one, for what is typed there. */
const SPARE_ROWS = 200;
/** More than any number of days left. */
const NEVER = 99999;
/** Days left from which an open warning stands out. */
const URGENT = 7;

/** 预警名单: who may leave, why, when; who keeps him, what was done. */
export function warningsSheet(context: WatchContext): SheetPlan {
  const { t, digest, sheets, tables, blank } = context;
  const fields = fieldsOf(context);
  const page = new Page(fields.length, 150);
  page.line(t.warningsSheet, 'title', 34);
  page.note(blank ? t.warningsBlankNote : t.warningsNote({ rules: sheets.rules }));
  page.space();
  return listSheet<User, WarningColumn>({
    role: 'warnings',
    name: sheets.warnings,
    page,
    table: { role: 'warnings', name: tables.warnings },
    fields,
    rows: digest.warned,
    keyOf: ({ key }) => key,
    printedBefore: 'responsible',
    frozenColumns: 1,
    footer: t.footer,
    spare: SPARE_ROWS,
    dress({ area, cell }) {
      const state = (name: keyof typeof t.states): string => `${cell('state')}=${literal(t.states[name])}`;
      const left = cell('daysLeft');
      return {
        validations: [{ area: area('outcome'), list: t.outcomes, open: true, prompt: t.outcomePrompt }],
        conditionalFormats: [
          {
            area: area('state'),
            formula: `=AND(${state('open')},ISNUMBER(${left}),${left}<=${URGENT})`,
            style: 'alert',
          },
          { area: area('state'), formula: `=${state('overdue')}`, style: 'alert' },
          { area: area('state'), formula: `=${state('handled')}`, style: 'muted' },
          { area: area('daysLeft'), formula: `=AND(ISNUMBER(${left}),${left}<0)`, style: 'negative' },
        ],
      };
    },
  });
}

function fieldsOf(context: WatchContext): ListField<User>[] {
  const { t, digest, blank } = context;
  const list = new ListFields<User, WarningColumn>(t.columns);
  /** Where the sheets say nothing of it, it has no column. */
  const optional = (...[id, width, cell, format]: Parameters<typeof list.source>): ListField<User>[] =>
    blank || digest.users.some((user, index) => cell(user, index) !== null)
      ? [list.source(id, width, cell, format)]
      : [];
  return [
    list.source('user', 16, ({ id }) => id),
    ...optional('name', 26, ({ name }) => name),
    ...optional('product', 14, ({ product }) => product),
    list.source('person', 11, ({ person }) => person),
    list.computed('reasons', 26, reasonsExpression(context)),
    list.typed('keeper', 11),
    list.typed('handled', 12, DAY),
    list.typed('outcome', 16),
    list.computed('state', 9, stateExpression(context)),
    list.source('contractEnd', 12, ({ contractEnd }) => contractEnd, DAY),
    list.source('subsidyEnd', 12, ({ subsidyEnd }) => subsidyEnd, DAY),
    list.source('lastUse', 12, ({ lastUse }) => lastUse, DAY),
    list.computed('daysLeft', 9, daysLeftExpression(context), COUNT),
    list.source('arpu', 11, ({ arpu }) => arpu, MONEY),
    list.source('prepaid', 12, ({ prepaid }) => prepaid, MONEY),
    list.computed('lasts', 10, lastsExpression(context), COUNT),
    list.source('debt', 12, ({ debt }) => debt, MONEY),
    list.computed('responsible', 12, responsibleExpression(context)),
    list.mark(),
  ];
}

/** prepaidLasts() of src/domain. */
function lastsExpression(context: WatchContext): string {
  const [prepaid, arpu] = [ownWarning(context, 'prepaid'), ownWarning(context, 'arpu')];
  return (
    `IF(ISNUMBER(${prepaid}),IF(N(${arpu})>0,` +
    `INT(ROUND(MAX(0,${prepaid})*${MONTH_DAYS}/${arpu},6)),""),"")`
  );
}

/** Each reason as a condition on the row; warningOf() of src/domain. */
function conditions(
  context: WatchContext,
): Record<'prepaid' | 'contract' | 'subsidy' | 'unused' | 'debt', string> {
  const own = (id: WarningColumn): string => ownWarning(context, id);
  const today = asOf(context);
  const ends = (id: WarningColumn, within: string): string => {
    const left = `N(${own(id)})-${today}`;
    return `AND(ISNUMBER(${own(id)}),${left}<=${rule(context, within)},${left}>=-${rule(context, 'passed-days')})`;
  };
  return {
    prepaid:
      `AND(ISNUMBER(${own('prepaid')}),IF(ISNUMBER(${own('lasts')}),${own('lasts')}<=${rule(context, 'prepaid-days')},` +
      `${own('prepaid')}<${rule(context, 'prepaid-amount')}))`,
    contract: ends('contractEnd', 'contract-days'),
    subsidy: ends('subsidyEnd', 'subsidy-days'),
    unused:
      `AND(ISNUMBER(${own('lastUse')}),ISNUMBER(${own('arpu')}),N(${own('arpu')})>${rule(context, 'high-arpu')},` +
      `${today}-N(${own('lastUse')})>=${rule(context, 'unused-days')})`,
    debt: `AND(ISNUMBER(${own('debt')}),N(${own('debt')})>=${rule(context, 'debt')})`,
  };
}

function reasonsExpression(context: WatchContext): string {
  const { reasons, reasonJoin } = context.t;
  const is = conditions(context);
  const parts = (Object.keys(is) as (keyof typeof is)[]).map(
    (id) => `IF(${is[id]},${literal(reasonJoin + reasons[id])},"")`,
  );
  return `MID(${parts.join('&')},${reasonJoin.length + 1},200)`;
}

function daysLeftExpression(context: WatchContext): string {
  const is = conditions(context);
  const today = asOf(context);
  const own = (id: WarningColumn): string => ownWarning(context, id);
  const least =
    `MIN(IF(AND(${is.prepaid},ISNUMBER(${own('lasts')})),N(${own('lasts')}),${NEVER}),` +
    `IF(${is.contract},N(${own('contractEnd')})-${today},${NEVER}),` +
    `IF(${is.subsidy},N(${own('subsidyEnd')})-${today},${NEVER}))`;
  return `IF(${least}=${NEVER},"",${least})`;
}

function stateExpression(context: WatchContext): string {
  const { states } = context.t;
  const own = (id: WarningColumn): string => ownWarning(context, id);
  return (
    `IF(${own('user')}="","",IF(ISNUMBER(${own('handled')}),${literal(states.handled)},` +
    `IF(${own('reasons')}="",${literal(states.cleared)},` +
    `IF(AND(ISNUMBER(${own('daysLeft')}),N(${own('daysLeft')})<0),${literal(states.overdue)},${literal(states.open)}))))`
  );
}

/** Who was assigned; before that, whose customer he is. */
function responsibleExpression(context: WatchContext): string {
  const [keeper, person] = [ownWarning(context, 'keeper'), ownWarning(context, 'person')];
  return `IF(${keeper}<>"",${keeper},IF(${person}<>"",${person},""))`;
}
