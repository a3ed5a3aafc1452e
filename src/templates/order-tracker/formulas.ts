import { PAPERS, type Paper } from '../../domain/orders/papers';
import { UNITS, type Unit } from '../../domain/orders/deadlines';
import { LEVELS, type Level } from '../../domain/orders/levels';
import { stageIndex, type Stage } from '../../domain/orders/stages';
import { literal, thisRow } from '../formula';
import { plainText } from '../visits/formulas';
import { levelName, own, ownStage, stageHeader, stageNames, type TrackerContext } from './context';
import { PAPER_WORDS } from './words';

/**
 * The tracker's calculated columns as expressions; each says natively what src/domain/orders says of the same row. What
 * the rules say stands ready by the stage's number (see rule-cells.ts), so that 50,000 rows read few cells each.
 */

const place = (stage: Stage): number => stageIndex(stage) + 1;
const unitNumber = (unit: Unit): number => UNITS.indexOf(unit) + 1;
export const levelNumber = (name: Level): number => LEVELS.indexOf(name) + 1;
/** What `said` is for an order that is closed. */
const CLOSED = 99;

/** A serial rounded to the second, as the domain takes it. */
function toSecond(instant: string): string {
  return `ROUND(${instant}*86400,0)/86400`;
}

/** Whether anybody has written anything into the row. */
function isBlankRow(context: TrackerContext): string {
  return `${own(context, 'customer')}&${own(context, 'orderId')}&${own(context, 'product')}=""`;
}

/** This row's dates of all stages. */
function ownDates(context: TrackerContext): string {
  const [first, last] = [stageHeader(context, 'lead'), stageHeader(context, 'aftercare')];
  return thisRow(context.table, first, last);
}

/** The stage's place that the status speaks of, 0 for none, 99 for an order that is closed. */
export function saidExpression(context: TrackerContext): string {
  const { statuses } = context.rules;
  const status = own(context, 'status');
  const found = `INDEX(${statuses.codes},MATCH(${plainText(`TRIM(${status})`)},${statuses.names},0))`;
  return `IF(${own(context, 'closed')}<>"",${CLOSED},IF(${status}="",0,IFERROR(${found},0)))`;
}

/** The place of the furthest stage reached, 0 for none; the appointment may lie ahead. */
export function stageNumberExpression(context: TrackerContext): string {
  const { cells, numbers } = context;
  const dates = ownDates(context);
  const said = own(context, 'said');
  return (
    `MAX(IF(${said}=${CLOSED},0,${said}),ISNUMBER(${ownStage(context, 'appointment')})*${place('appointment')},` +
    `SUMPRODUCT(MAX(ISNUMBER(${dates})*(${dates}<${cells.tomorrow})*${numbers})))`
  );
}

export function stageExpression(context: TrackerContext): string {
  const number = own(context, 'stageNumber');
  return `IF(${number}=0,"",INDEX(${stageNames(context)},${number}))`;
}

/** The instant that the deadline is counted from, 0 where it is missing. */
export function startExpression(context: TrackerContext): string {
  const { cells, numbers } = context;
  const number = own(context, 'stageNumber');
  const from = `N(INDEX(${ownDates(context)},MATCH(INDEX(${cells.from},${number}),${numbers},0)))`;
  return `IF(${number}=0,0,IFERROR(${toSecond(from)},0))`;
}

/** In which unit the reached stage's limit is counted, 0 where there is no limit. */
export function unitExpression(context: TrackerContext): string {
  const number = own(context, 'stageNumber');
  return `IF(${number}=0,0,INDEX(${context.cells.units},${number}))`;
}

/** For limits in hours or by the time of day: the start with a time. */
export function timedExpression(context: TrackerContext): string {
  const [start, unit] = [own(context, 'start'), own(context, 'unit')];
  const needed = (['cut-off', 'hours', 'working-hours'] as const).map(
    (name) => `${unit}=${unitNumber(name)}`,
  );
  return `IF(AND(${start}>0,OR(${needed.join(',')})),${start}+IF(${start}=INT(${start}),${context.cells.timeUnknown},0),0)`;
}

/** Which of the listed working days the start's day is, or the last one before it; a blank text where none is listed. */
export function placeExpression(context: TrackerContext): string {
  const start = own(context, 'start');
  return `IF(${start}=0,"",IFERROR(${context.calendar.placeOf(`INT(${start})`)},""))`;
}

/** For limits in working hours: seconds worked until they end; for those by the time of day: the line that decides. */
export function aidExpression(context: TrackerContext): string {
  const { calendar, cells, rules } = context;
  const [timed, unit] = [own(context, 'timed'), own(context, 'unit')];
  const amount = `INDEX(${cells.amounts},${own(context, 'stageNumber')})`;
  const second = `ROUND(MOD(${timed},1)*86400,0)`;
  const worked = calendar.workedSeconds(`INT(${timed})`, second, amount, own(context, 'place'));
  // A hair more, so that 14:00 is not missed by the last bit of a float.
  const line = `MATCH(MOD(${timed},1)+0.000001,${rules.cutOffs.from},1)`;
  return (
    `IF(${timed}=0,0,IF(${unit}=${unitNumber('working-hours')},IFERROR(${worked},0),` +
    `IF(${unit}=${unitNumber('cut-off')},IFERROR(${line},1),0)))`
  );
}

/** How many days, months or seconds the limit gives. */
export function amountExpression(context: TrackerContext): string {
  const { cells, rules } = context;
  const unit = own(context, 'unit');
  const ofLine = `INDEX(${rules.cutOffs.days},${own(context, 'aid')})`;
  return (
    `IF(${unit}=0,0,IF(${unit}=${unitNumber('cut-off')},${ofLine},` +
    `INDEX(${cells.amounts},${own(context, 'stageNumber')})))`
  );
}

/** When the limit ends, as its unit counts; a blank text where there is none or nothing to count from. */
export function endExpression(context: TrackerContext): string {
  const { calendar, rules } = context;
  const [start, timed, unit, amount, aid] = (['start', 'timed', 'unit', 'amountOf', 'aid'] as const).map(
    (id) => own(context, id),
  ) as [string, string, string, string, string];
  const day = `INT(${start})`;
  const at = (column: string): string => `INDEX(${column},${aid})`;
  const { working, times } = rules.cutOffs;
  const due: Readonly<Record<Unit, string>> = {
    // By the line's own kind of days, below.
    'cut-off': '0',
    hours: toSecond(`(${timed}+${amount}/86400)`),
    'working-hours': calendar.instantOf(aid),
    days: `${day}+${amount}`,
    'working-days': calendar.addDays(day, amount, own(context, 'place')),
    months: `EDATE(${day},${amount})`,
  };
  const cutOff = `${unit}=${unitNumber('cut-off')}`;
  const kind = `IF(${cutOff},${unitNumber('days')}+${at(working)},${unit})`;
  const close = `IF(${cutOff},ROUND(IF(${at(times)}="",${calendar.cell('close')},${at(times)})*86400,0)/86400,0)`;
  const end = `CHOOSE(${kind},${UNITS.map((name) => due[name]).join(',')})+${close}`;
  return `IF(OR(${unit}=0,${start}=0),"",IFERROR(${end},""))`;
}

/** Months after installation at which the next visit is due, where after-care is counted in months. */
export function careMonthsExpression(context: TrackerContext): string {
  const care = ownStage(context, 'aftercare');
  const start = own(context, 'start');
  const every = `MAX(1,${own(context, 'amountOf')})`;
  const applies = `AND(${own(context, 'stageNumber')}=${place('aftercare')},${own(context, 'unit')}=${unitNumber('months')},ISNUMBER(${care}),${start}>0)`;
  const passed = `(YEAR(${care})-YEAR(${start}))*12+MONTH(${care})-MONTH(${start})`;
  const months = `MAX(${every},INT((${passed})/${every})*${every})`;
  return `IF(${applies},${months},0)`;
}

/** When the next step is due by its rule alone; a blank text where there is no rule or no start. */
export function ruleDueExpression(context: TrackerContext): string {
  const number = own(context, 'stageNumber');
  return (
    `IF(${number}=${place('aftercare')},IF(${own(context, 'start')}=0,"",IFERROR(${careExpression(context)},"")),` +
    `${own(context, 'end')})`
  );
}

/** After installation: the first visit, then every so many months from the day of installation. */
function careExpression(context: TrackerContext): string {
  const { cells } = context;
  const start = `INT(${own(context, 'start')})`;
  const [installed, care] = [ownStage(context, 'installed'), ownStage(context, 'aftercare')];
  const months = own(context, 'careMonths');
  const every = `MAX(1,${own(context, 'amountOf')})`;
  const monthly = `EDATE(${start},${months}+IF(EDATE(${start},${months})>INT(${care}),0,${every}))`;
  const later = `IF(${own(context, 'unit')}=${unitNumber('months')},${monthly},${own(context, 'end')})`;
  const visit = `INT(${installed})+${cells.firstVisit}`;
  const first = `IF(AND(${cells.firstVisit}<>"",ISNUMBER(${installed})),INT(${care})<${visit},FALSE)`;
  return `IF(ISNUMBER(${care}),IF(${first},${visit},${later}),"")`;
}

/** With the date promised to the customer; nothing where the order is closed or cared for long enough. */
export function dueExpression(context: TrackerContext): string {
  const { cells } = context;
  const [rule, promised, number] = (['ruleDue', 'promised', 'stageNumber'] as const).map((id) =>
    own(context, id),
  );
  const installed = ownStage(context, 'installed');
  const done = `IF(${number}>=${place('installed')},IF(ISNUMBER(${installed}),INT(${installed})+1<${cells.careFrom},FALSE),FALSE)`;
  const applies = `AND(${number}>=${place('contract')},${number}<${place('installed')},ISNUMBER(${promised}),${cells.promise}>0)`;
  return (
    `IF(OR(${own(context, 'said')}=${CLOSED},${done}),"",IF(${applies},` +
    `IF(OR(${rule}="",${cells.promise}=2),INT(${promised}),MIN(${rule},INT(${promised}))),${rule}))`
  );
}

/** Whole days late; a blank text before and on the day. */
export function daysLateExpression(context: TrackerContext): string {
  const { cells, calendar } = context;
  const due = own(context, 'due');
  const day = `INT(${due})`;
  const working = calendar.daysAfter(day, `${cells.tomorrow}-1`);
  return (
    `IF(ISNUMBER(${due}),IF(${cells.tomorrow}>${day}+1,` +
    `IF(${cells.lateInWorkingDays}=1,${working},${cells.tomorrow}-1-${day}),""),"")`
  );
}

/** The level's number among all levels, 0 for a row in which nobody has written. */
export function levelNumberExpression(context: TrackerContext): string {
  const { asOf, cells } = context;
  const [due, number, late] = (['due', 'stageNumber', 'daysLate'] as const).map((id) => own(context, id));
  const no = (name: Level): string => String(levelNumber(name));
  const after = `IF(AND(${asOf}<>INT(${asOf}),${due}<>INT(${due})),${asOf}>${due},${cells.tomorrow}>INT(${due})+1)`;
  const behind = `IF(N(${late})>=${cells.fineFrom},${no('fine')},IF(N(${late})>=${cells.warningFrom},${no('warning')},${no('late')}))`;
  const ahead = `IF(INT(${due})<${cells.tomorrow}+${cells.soon},${no('due')},${no('on-time')})`;
  const undue = `IF(${number}>=${place('installed')},${no('done')},IF(${own(context, 'unit')}=0,${no('no-limit')},${no('undated')}))`;
  return (
    `IF(${isBlankRow(context)},0,IF(${own(context, 'said')}=${CLOSED},${no('closed')},` +
    `IF(${number}=0,${no('undated')},IF(${due}="",${undue},IF(${after},${behind},${ahead})))))`
  );
}

export function levelExpression(context: TrackerContext): string {
  const number = own(context, 'levelNumber');
  const names = LEVELS.map((name) => literal(levelName(context, name))).join(',');
  return `IF(${number}=0,"",INDEX({${names}},${number}))`;
}

/** The names of the papers that are missing, or what is known of them. */
export function missingExpression(context: TrackerContext): string {
  const { t, locale, cells, table } = context;
  const name = (paper: Paper): string => PAPER_WORDS[paper][locale][0];
  const cell = (paper: Paper): string => thisRow(table, name(paper));
  const isAbsent = (paper: Paper): string => `SUMPRODUCT(--(TRIM(${cell(paper)})=${cells.absentWords}))>0`;
  const list = PAPERS.map(
    (paper) => `REPT(${literal(t.paperJoint + name(paper))},${cells.needed(paper)}*(${isAbsent(paper)}))`,
  ).join('&');
  const names = `MID(${list},${t.paperJoint.length + 1},200)`;
  const count = own(context, 'paperCount');
  const short = `MAX(0,${cells.neededCount}-INT(${count}))`;
  const { before, after } = t.papersShort;
  const counted = `IF(${short}=0,"",${literal(before)}&${short}&${literal(after)})`;
  const noted = `${PAPERS.map(cell).join('&')}<>""`;
  // 1 by name, 2 by number, 3 unknown.
  const known = `IF(${noted},1,IF(ISNUMBER(${count}),2,IF(${cells.papersBlank}=1,1,3)))`;
  return (
    `IF(${own(context, 'levelNumber')}=0,"",` +
    `CHOOSE(${known},${names},${counted},${literal(t.papersUnknown)}))`
  );
}

/** Papers are missing and acceptance is what comes next. */
export function blockedExpression(context: TrackerContext): string {
  const [number, missing, said] = (['stageNumber', 'missing', 'said'] as const).map((id) => own(context, id));
  return (
    `IF(AND(${said}<>${CLOSED},${number}>=${place('contract')},${number}<=${place('number')},` +
    `${missing}<>"",${missing}<>${literal(context.t.papersUnknown)}),1,0)`
  );
}

export function nextExpression(context: TrackerContext): string {
  const { t, cells } = context;
  const [state, number] = (['levelNumber', 'stageNumber'] as const).map((id) => own(context, id));
  return (
    `IF(${state}=0,"",IF(${state}<=${levelNumber('done')},${literal(t.nothingNext)},` +
    `IF(${number}=0,${literal(t.dateNext)},IF(${own(context, 'blocked')}=1,` +
    `${literal(t.papersNext)},INDEX(${cells.next},${number})))))`
  );
}

/** Who does it: the post that the rules name, else whose order it is. */
export function whoExpression(context: TrackerContext): string {
  const { cells } = context;
  const [state, number, person] = (['levelNumber', 'stageNumber', 'person'] as const).map((id) =>
    own(context, id),
  );
  const post = `INDEX(${cells.who},${number})`;
  return (
    `IF(${state}<=${levelNumber('done')},"",IF(OR(${number}=0,${own(context, 'blocked')}=1),${person}&"",` +
    `IF(${post}="",${person}&"",${post})))`
  );
}

/** The fine, where somebody has decided on a rate. */
export function fineExpression(context: TrackerContext): string {
  const { cells } = context;
  const amount = own(context, 'amount');
  return (
    `IF(AND(${own(context, 'levelNumber')}=${levelNumber('fine')},${cells.fineRate}<>"",ISNUMBER(${amount})),` +
    `ROUND(${amount}*N(${cells.fineRate}),2),"")`
  );
}

/** A number that ranks the late rows, each row its own; a blank text for the others. */
export function rankExpression(context: TrackerContext): string {
  return `IF(${own(context, 'levelNumber')}>=${levelNumber('late')},N(${own(context, 'daysLate')})+1-ROW()/1048577,"")`;
}

/** Days from contract to installation. */
export function leadTimeExpression(context: TrackerContext): string {
  const [from, to] = [ownStage(context, 'contract'), ownStage(context, 'installed')];
  return `IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),INT(${to})-INT(${from}),"")`;
}
