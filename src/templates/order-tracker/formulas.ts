import { ABSENT_WORDS, PAPERS, type Paper } from '../../domain/orders/papers';
import { DEFAULT_ORDER_RULES } from '../../domain/orders/rules';
import { STAGES, stageIndex, type Stage } from '../../domain/orders/stages';
import type { Unit } from '../../domain/orders/deadlines';
import { literal, tableColumn, thisRow } from '../formula';
import { plainText } from '../visits/formulas';
import { cutOffRules, orderSettings, paperRules, statusRules, stepRules } from './definitions';
import { level, own, ownStage, stageName, stageNames, type TrackerContext } from './context';
import { PAPER_WORDS, UNIT_WORDS } from './words';
import type { RuleDefinition } from '../rules';

/**
 * The tracker's calculated columns as expressions; each says natively what src/domain/orders says of the same row.
 * Columns that only formulas read stand at the table's end.
 */

const place = (stage: Stage): number => stageIndex(stage) + 1;

/** A serial rounded to the second, as the domain takes it. */
function toSecond(instant: string): string {
  return `ROUND(${instant}*86400,0)/86400`;
}

function ruleColumn(
  { locale }: TrackerContext,
  table: string,
  definition: RuleDefinition,
  id: string,
): string {
  const found = definition.columns.find((each) => each.id === id);
  return tableColumn(table, found?.headers[locale][0] ?? id);
}

function stepColumn(context: TrackerContext, id: string): string {
  return ruleColumn(context, context.rules.steps, stepRules, id);
}

function unit({ locale }: TrackerContext, name: Unit): string {
  return literal(UNIT_WORDS[name][locale][0]);
}

function choiceWord({ locale }: TrackerContext, setting: string, value: string): string {
  const found = orderSettings.settings
    .find(({ id }) => id === setting)
    ?.choices?.find((each) => each.value === value);
  return literal(found?.words[locale][0] ?? value);
}

/** Whether anybody has written anything into the row. */
export function isBlankRow(context: TrackerContext): string {
  return `${own(context, 'customer')}&${own(context, 'orderId')}&${own(context, 'product')}=""`;
}

/** What the status means: the stage's place, 0 for nothing, 99 for closed. */
export function saidExpression(context: TrackerContext): string {
  const { rules, locale } = context;
  const statuses = ruleColumn(context, rules.statuses, statusRules, 'status');
  const means = ruleColumn(context, rules.statuses, statusRules, 'means');
  const status = own(context, 'status');
  const meaning = `INDEX(${means},MATCH(${plainText(`TRIM(${status})`)},${statuses},0))`;
  const closed =
    statusRules.columns[1]?.choices?.find(({ value }) => value === 'closed')?.words[locale][0] ?? '';
  return (
    `IF(${own(context, 'closed')}<>"",99,IF(${status}="",0,` +
    `IFERROR(IF(${meaning}=${literal(closed)},99,MATCH(${meaning},${stageNames(context)},0)),0)))`
  );
}

/** The place of the furthest stage reached, 0 for none. */
export function stageNumberExpression(context: TrackerContext): string {
  const reached = STAGES.map((stage) => {
    const date = ownStage(context, stage);
    const until = stage === 'appointment' ? '' : `*(N(${date})<INT(${context.asOf})+1)`;
    return `ISNUMBER(${date})${until}*${place(stage)}`;
  });
  const said = own(context, 'said');
  return `MAX(IF(${said}=99,0,${said}),${reached.join(',')})`;
}

export function stageExpression(context: TrackerContext): string {
  const number = own(context, 'stageNumber');
  return `IF(${number}=0,"",INDEX(${stageNames(context)},${number}))`;
}

/** The row of the table of steps. */
export function stepExpression(context: TrackerContext): string {
  return `IFERROR(MATCH(${own(context, 'stage')},${stepColumn(context, 'stage')},0),0)`;
}

function ofStep(context: TrackerContext, id: string): string {
  return `INDEX(${stepColumn(context, id)},${own(context, 'step')})`;
}

/**
 * The instant that the deadline is counted from, 0 where it is missing. After-care that is not counted in months runs
 * from the last call.
 */
export function startExpression(context: TrackerContext): string {
  const dates = STAGES.map((stage) => `N(${ownStage(context, stage)})`).join(',');
  const from = `MATCH(${ofStep(context, 'from')},${stageNames(context)},0)`;
  const care = `AND(${own(context, 'stageNumber')}=${place('aftercare')},${ofStep(context, 'unit')}<>${unit(context, 'months')})`;
  const start = `IF(${care},${place('aftercare')},${from})`;
  return `IF(${own(context, 'step')}=0,0,IFERROR(${toSecond(`CHOOSE(${start},${dates})`)},0))`;
}

/** The start with a time of day, for limits in hours. */
function timed(context: TrackerContext): string {
  const start = own(context, 'start');
  const unknown = context.settings.ref('time-unknown');
  const initial = `${DEFAULT_ORDER_RULES.timeUnknown}/1440`;
  return `(${start}+IF(${start}=INT(${start}),IF(${unknown}="",${initial},${unknown}),0))`;
}

/** When the next step is due by its rule alone; a blank text where there is no rule or no start. */
export function ruleDueExpression(context: TrackerContext): string {
  const start = own(context, 'start');
  const limit = ofStep(context, 'limit');
  const whole = `TRUNC(${limit})`;
  const { calendar } = context;
  const cases: [Unit, string][] = [
    ['days', `INT(${start})+${whole}`],
    ['working-days', calendar.addDays(`INT(${start})`, whole)],
    ['cut-off', cutOffExpression(context)],
    ['hours', toSecond(`(${timed(context)}+${limit}/24)`)],
    ['months', `EDATE(INT(${start}),${whole})`],
    ['working-hours', calendar.instantOf(`(${calendar.workedUpTo(timed(context))}+ROUND(${limit}*3600,0))`)],
  ];
  const due = cases.reduceRight(
    (rest, [name, value]) => `IF(${ofStep(context, 'unit')}=${unit(context, name)},${value},${rest})`,
    '""',
  );
  const plain = `IF(${limit}="","",${due})`;
  const care = `IF(${own(context, 'stageNumber')}=${place('aftercare')},${careExpression(context, plain)},${plain})`;
  return `IF(OR(${own(context, 'step')}=0,${start}=0),"",IFERROR(${care},""))`;
}

/** The line of the cut-off times that begins last before the visit's time. */
function cutOffExpression(context: TrackerContext): string {
  const { rules, calendar } = context;
  const of = (id: string): string => ruleColumn(context, rules.cutOffs, cutOffRules, id);
  const start = timed(context);
  // A hair more, so that 14:00 is not missed by the last bit of a float.
  const line = `IFERROR(MATCH(MOD(${start},1)+0.000001,${of('from')},1),1)`;
  const at = (id: string): string => `INDEX(${of(id)},${line})`;
  const day = `INT(${start})`;
  const due = `IF(${at('unit')}=${unit(context, 'working-days')},${calendar.addDays(day, at('days'))},${day}+${at('days')})`;
  return toSecond(`(${due}+IF(${at('time')}="",${calendar.cell('close')},${at('time')}))`);
}

/** After installation: the first visit, then every so many months from the day of installation. */
function careExpression(context: TrackerContext, plain: string): string {
  const start = `INT(${own(context, 'start')})`;
  const installed = ownStage(context, 'installed');
  const last = `INT(${ownStage(context, 'aftercare')})`;
  const visit = context.settings.ref('first-visit');
  const fromInstalled = `${ofStep(context, 'from')}=${literal(stageName(context, 'installed'))}`;
  const every = `MAX(1,TRUNC(${ofStep(context, 'limit')}))`;
  const passed = `((YEAR(${last})-YEAR(${start}))*12+MONTH(${last})-MONTH(${start}))`;
  const months = `MAX(${every},INT(${passed}/${every})*${every})`;
  const monthly = `IF(EDATE(${start},${months})>${last},EDATE(${start},${months}),EDATE(${start},${months}+${every}))`;
  const later = `IF(AND(${ofStep(context, 'limit')}<>"",${ofStep(context, 'unit')}=${unit(context, 'months')}),${monthly},${plain})`;
  return (
    `IF(NOT(ISNUMBER(${ownStage(context, 'aftercare')})),"",` +
    `IF(AND(${visit}<>"",${fromInstalled},ISNUMBER(${installed}),${last}<INT(N(${installed}))+N(${visit})),INT(N(${installed}))+N(${visit}),${later}))`
  );
}

/** Installed longer ago than an order is cared for. */
function isDone(context: TrackerContext): string {
  const installed = ownStage(context, 'installed');
  const days = context.settings.ref('care-days');
  return (
    `AND(${own(context, 'stageNumber')}>=${place('installed')},${days}<>"",ISNUMBER(${installed}),` +
    `INT(${context.asOf})-INT(N(${installed}))>N(${days}))`
  );
}

/** With the date promised to the customer. */
export function dueExpression(context: TrackerContext): string {
  const rule = own(context, 'ruleDue');
  const promised = own(context, 'promised');
  const promise = context.settings.ref('promise');
  const number = own(context, 'stageNumber');
  const applies =
    `AND(${number}>=${place('contract')},${number}<${place('installed')},ISNUMBER(${promised}),` +
    `${promise}<>${choiceWord(context, 'promise', 'ignored')})`;
  const replaces = `OR(${rule}="",${promise}=${choiceWord(context, 'promise', 'replaces')})`;
  return (
    `IF(OR(${own(context, 'said')}=99,${isDone(context)}),"",IF(${applies},` +
    `IF(${replaces},INT(${promised}),MIN(${rule},INT(${promised}))),${rule}))`
  );
}

/** Whole days late; a blank text before and on the day. */
export function daysLateExpression(context: TrackerContext): string {
  const due = own(context, 'due');
  const { asOf, calendar, settings } = context;
  const working = calendar.daysAfter(`INT(${due})`, `INT(${asOf})`);
  const days = `INT(${asOf})-INT(${due})`;
  return (
    `IF(ISNUMBER(${due}),IF(INT(${asOf})>INT(${due}),` +
    `IF(${settings.ref('late-in')}=${unit(context, 'working-days')},${working},${days}),""),"")`
  );
}

export function levelExpression(context: TrackerContext): string {
  const { asOf, settings } = context;
  const due = own(context, 'due');
  const late = `N(${own(context, 'daysLate')})`;
  const after = `IF(AND(${asOf}<>INT(${asOf}),${due}<>INT(${due})),${asOf}>${due},INT(${asOf})>INT(${due}))`;
  const beyond = (id: string): string => {
    const days = settings.ref(id);
    const reached = `${settings.ref('boundary')}=${choiceWord(context, 'boundary', 'reached')}`;
    return `IF(${days}="",FALSE,IF(${reached},${late}>=${days},${late}>${days}))`;
  };
  const behind = `IF(${beyond('fine')},${level(context, 'fine')},IF(${beyond('warning')},${level(context, 'warning')},${level(context, 'late')}))`;
  const ahead = `IF(INT(${due})-INT(${asOf})<=N(${settings.ref('soon')}),${level(context, 'due')},${level(context, 'on-time')})`;
  const noLimit = level(context, 'no-limit');
  const undated = `IF(${own(context, 'step')}=0,${noLimit},IF(${ofStep(context, 'limit')}="",${noLimit},${level(context, 'undated')}))`;
  return (
    `IF(${isBlankRow(context)},"",IF(${own(context, 'said')}=99,${level(context, 'closed')},` +
    `IF(${own(context, 'stageNumber')}=0,${level(context, 'undated')},` +
    `IF(${due}="",IF(${own(context, 'stageNumber')}>=${place('installed')},${level(context, 'done')},${undated}),IF(${after},${behind},${ahead})))))`
  );
}

/** Whether a paper's cell says that it is there. */
function isThere(cell: string): string {
  const words = `{${ABSENT_WORDS.map(literal).join(',')}}`;
  return `AND(${cell}<>"",${cell}<>0,${cell}<>FALSE,SUMPRODUCT(--(TRIM(${cell})=${words}))=0)`;
}

/** The names of the papers that are missing, or what is known of them. */
export function missingExpression(context: TrackerContext): string {
  const { t, locale, rules, table, settings } = context;
  const paper = (name: Paper): string => thisRow(table, PAPER_WORDS[name][locale][0]);
  const names = ruleColumn(context, rules.papers, paperRules, 'paper');
  const neededColumn = ruleColumn(context, rules.papers, paperRules, 'needed');
  const yes = literal(locale === 'en' ? 'Yes' : '是');
  const needed = (name: Paper): string =>
    `COUNTIFS(${names},${literal(PAPER_WORDS[name][locale][0])},${neededColumn},${yes})>0`;
  const list = PAPERS.map(
    (name) =>
      `IF(${needed(name)},IF(${isThere(paper(name))},"",${literal(t.paperJoint + PAPER_WORDS[name][locale][0])}),"")`,
  ).join('&');
  const noted = PAPERS.map(paper).join('&');
  const count = own(context, 'paperCount');
  const short = `COUNTIFS(${neededColumn},${yes})-INT(${count})`;
  const unknown = `${settings.ref('papers-blank')}<>${choiceWord(context, 'papers-blank', 'missing')}`;
  const blank =
    `IF(ISNUMBER(${count}),IF(${short}>0,${literal(t.papersShort.before)}&(${short})&${literal(t.papersShort.after)},""),` +
    `IF(${unknown},${literal(t.papersUnknown)},MID(${list},${t.paperJoint.length + 1},200)))`;
  return `IF(${isBlankRow(context)},"",IF(${noted}="",${blank},MID(${list},${t.paperJoint.length + 1},200)))`;
}

/** Papers are missing and acceptance is what comes next. */
function isBlocked(context: TrackerContext): string {
  const number = own(context, 'stageNumber');
  const missing = own(context, 'missing');
  return (
    `AND(${number}>=${place('contract')},${number}<=${place('number')},` +
    `${missing}<>"",${missing}<>${literal(context.t.papersUnknown)})`
  );
}

export function blockedExpression(context: TrackerContext): string {
  return `IF(AND(${own(context, 'said')}<>99,${isBlocked(context)}),1,0)`;
}

export function nextExpression(context: TrackerContext): string {
  const { t } = context;
  return (
    `IF(${isBlankRow(context)},"",IF(${own(context, 'said')}=99,${literal(t.nothingNext)},` +
    `IF(${own(context, 'step')}=0,${literal(t.dateNext)},IF(${own(context, 'blocked')}=1,` +
    `${literal(t.papersNext)},${ofStep(context, 'next')}&""))))`
  );
}

/** Who does it: the post that the rules name, else whose order it is. */
export function whoExpression(context: TrackerContext): string {
  const person = `${own(context, 'person')}&""`;
  const { step, said } = { step: own(context, 'step'), said: own(context, 'said') };
  return (
    `IF(OR(${said}=99,${isBlankRow(context)}),"",IF(OR(${step}=0,${own(context, 'blocked')}=1),${person},` +
    `IF(${ofStep(context, 'who')}="",${person},${ofStep(context, 'who')})))`
  );
}

/** The fine, where somebody has decided on a rate. */
export function fineExpression(context: TrackerContext): string {
  const rate = context.settings.ref('fine-rate');
  return (
    `IF(AND(${own(context, 'level')}=${level(context, 'fine')},${rate}<>"",ISNUMBER(${own(context, 'amount')})),` +
    `ROUND(${own(context, 'amount')}*N(${rate}),2),"")`
  );
}

/** A number that ranks the late rows, each row its own; a blank text for the others. */
export function rankExpression(context: TrackerContext): string {
  const late = (['late', 'warning', 'fine'] as const).map(
    (name) => `${own(context, 'level')}=${level(context, name)}`,
  );
  return `IF(OR(${late.join(',')}),N(${own(context, 'daysLate')})+1-ROW()/1048577,"")`;
}

/** Days from contract to installation. */
export function leadTimeExpression(context: TrackerContext): string {
  const [from, to] = [ownStage(context, 'contract'), ownStage(context, 'installed')];
  return `IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),INT(${to})-INT(${from}),"")`;
}
