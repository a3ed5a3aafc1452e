import { quotedSheet, type Area, type Position } from '../../domain/address';
import { UNITS, type Unit } from '../../domain/orders/deadlines';
import { ABSENT_WORDS, PAPERS, type Paper } from '../../domain/orders/papers';
import { DEFAULT_ORDER_RULES } from '../../domain/orders/rules';
import { STAGES, stageIndex, type Stage } from '../../domain/orders/stages';
import type { Locale, Texts } from '../../locales';
import type { CellBlock, PlanCell, TablePlan } from '../../plan/types';
import { DAY, formula } from '../expressions';
import { fixedArea, fixedCell, literal, tableColumn } from '../formula';
import { choicesOf } from '../rules';
import { settingCells } from '../setting-cells';
import { cutOffRules, orderSettings, paperRules, statusRules, stepRules } from './definitions';
import { PAPER_WORDS, STAGE_WORDS, UNIT_WORDS } from './words';

/** What the rules come to, each in a cell (or one a stage) that 50,000 formulas can read without looking it up. */
export interface RuleCells {
  readonly blocks: readonly CellBlock[];
  /** By the stage's place: the place of the stage that time is counted from. */
  readonly from: string;
  /** Whole days or months, or seconds where the limit is counted in hours. */
  readonly amounts: string;
  /** By the stage's place: the unit's number, 0 where there is no limit. */
  readonly units: string;
  readonly next: string;
  readonly who: string;
  /** The day after the one that the tracker speaks of. */
  readonly tomorrow: string;
  readonly timeUnknown: string;
  /** Days, or a blank text. */
  readonly firstVisit: string;
  /** Orders installed before this day less one are done. */
  readonly careFrom: string;
  readonly soon: string;
  readonly warningFrom: string;
  readonly fineFrom: string;
  readonly fineRate: string;
  readonly lateInWorkingDays: string;
  /** 0 ignored, 1 the earlier, 2 replaces. */
  readonly promise: string;
  readonly papersBlank: string;
  readonly neededCount: string;
  /** What stands in a paper's cell that is not there; a blank among them. */
  readonly absentWords: string;
  needed(paper: Paper): string;
}

export interface RuleColumns {
  readonly cutOffs: Readonly<Record<'from' | 'days' | 'working' | 'times', string>>;
  readonly statuses: Readonly<Record<'names' | 'codes', string>>;
}

export interface RuleTables {
  readonly sheet: string;
  readonly locale: Locale;
  readonly steps: TablePlan;
  readonly settings: TablePlan;
  readonly papers: TablePlan;
  /** The day that the tracker speaks of. */
  readonly asOf: string;
  readonly at: Position;
  /** What stands beside each cell. */
  readonly labels: Texts['templates']['order-tracker']['rules']['aids'];
}

const NEVER = 1_000_000;

function header(locale: Locale, definition: typeof stepRules, id: string): string {
  return definition.columns.find((each) => each.id === id)?.headers[locale][0] ?? id;
}

export function ruleColumns(
  locale: Locale,
  tables: Readonly<Record<'cutOffs' | 'statuses', string>>,
  codes: Readonly<Record<'working' | 'code', string>>,
): RuleColumns {
  const cutOff = (id: string): string => tableColumn(tables.cutOffs, header(locale, cutOffRules, id));
  return {
    cutOffs: {
      from: cutOff('from'),
      days: cutOff('days'),
      times: cutOff('time'),
      working: tableColumn(tables.cutOffs, codes.working),
    },
    statuses: {
      names: tableColumn(tables.statuses, header(locale, statusRules, 'status')),
      codes: tableColumn(tables.statuses, codes.code),
    },
  };
}

export function ruleCells(tables: RuleTables): RuleCells {
  const { sheet, locale, settings, at, labels } = tables;
  const raw = settingCells(orderSettings, settings, { sheet, at, locale });
  const line = new Lines(sheet, { row: raw.end + 1, column: at.column });
  const choice = (setting: string, value: string): string => {
    const found = orderSettings.settings.find(({ id }) => id === setting);
    const words = found && choicesOf(found).find((each) => each.value === value)?.words[locale][0];
    return `${raw.ref(setting)}=${literal(words ?? value)}`;
  };
  const reached = choice('boundary', 'reached');
  const from = (id: string): string =>
    `IF(${raw.ref(id)}="",${NEVER},IF(${reached},${raw.ref(id)},INT(${raw.ref(id)})+1))`;
  const tomorrow = line.add(labels.tomorrow, `INT(${tables.asOf})+1`, DAY);
  const unknown = `${DEFAULT_ORDER_RULES.timeUnknown}/1440`;
  const needed = neededExpressions(tables).map(([paper, expression]) =>
    line.add(PAPER_WORDS[paper][locale][0], expression),
  );
  const cells = {
    tomorrow,
    timeUnknown: line.add(
      labels.time,
      `IF(${raw.ref('time-unknown')}="",${unknown},${raw.ref('time-unknown')})`,
      'hh:mm',
    ),
    firstVisit: line.add(labels.visit, `IF(${countsFromInstalled(tables)},${raw.ref('first-visit')},"")`),
    careFrom: line.add(
      labels.care,
      `IF(${raw.ref('care-days')}="",0,${tomorrow}-${raw.ref('care-days')})`,
      DAY,
    ),
    soon: line.add(labels.soon, `N(${raw.ref('soon')})`),
    warningFrom: line.add(labels.warning, from('warning')),
    fineFrom: line.add(labels.fine, from('fine')),
    lateInWorkingDays: line.add(labels.late, `IF(${choice('late-in', 'working-days')},1,0)`),
    promise: line.add(
      labels.promise,
      `IF(${choice('promise', 'ignored')},0,IF(${choice('promise', 'replaces')},2,1))`,
    ),
    papersBlank: line.add(labels.papers, `IF(${choice('papers-blank', 'missing')},1,0)`),
    neededCount: line.add(labels.needed, needed.join('+')),
  };
  const steps = stepBlock(tables, { row: line.end + 1, column: at.column });
  const absent = absentBlock(tables, { row: line.end + 1 + STAGES.length + 1, column: at.column });
  return {
    ...cells,
    ...steps.areas,
    fineRate: raw.ref('fine-rate'),
    needed: (paper) => needed[PAPERS.indexOf(paper)] ?? '0',
    absentWords: absent.area,
    blocks: [...raw.blocks, ...line.blocks, ...steps.blocks, ...absent.blocks],
  };
}

/** Cells under one another, each with what it is beside it. */
class Lines {
  readonly blocks: CellBlock[] = [];
  end: number;

  constructor(
    private readonly sheet: string,
    private readonly at: Position,
  ) {
    this.end = at.row;
  }

  /** Answers with the reference from any sheet. */
  add(label: string, expression: string, format = 'General'): string {
    const place = { row: this.end, column: this.at.column + 1 };
    this.blocks.push(
      { at: { row: this.end, column: this.at.column }, cells: [[label]], style: 'key' },
      { at: place, cells: [[formula(expression)]], style: 'key', format },
    );
    this.end++;
    return `${quotedSheet(this.sheet)}!${fixedCell(place)}`;
  }
}

function ofStep({ locale, steps }: RuleTables, stage: Stage, id: string): string {
  const column = (name: string): string => tableColumn(steps.name, header(locale, stepRules, name));
  return `INDEX(${column(id)},MATCH(${literal(STAGE_WORDS[stage][locale][0])},${column('stage')},0))`;
}

function countsFromInstalled(tables: RuleTables): string {
  const from = ofStep(tables, 'aftercare', 'from');
  return `IFERROR(${from}=${literal(STAGE_WORDS.installed[tables.locale][0])},FALSE)`;
}

/** A line a stage; after-care that is not counted in months runs from the last call. */
function stepBlock(tables: RuleTables, at: Position) {
  const { locale, sheet } = tables;
  const names = (words: readonly string[]): string => `{${words.map(literal).join(',')}}`;
  const stages = names(STAGES.map((stage) => STAGE_WORDS[stage][locale][0]));
  const units = names(UNITS.map((unit) => UNIT_WORDS[unit][locale][0]));
  const months = literal(UNIT_WORDS.months[locale][0]);
  const cells = STAGES.map((stage) => {
    const of = (id: string): string => ofStep(tables, stage, id);
    const from = `MATCH(${of('from')},${stages},0)`;
    const own = stage === 'aftercare' ? `IF(${of('unit')}=${months},${from},${stageIndex(stage) + 1})` : from;
    const limit = of('limit');
    const unitIs = (unit: Unit): string => `${of('unit')}=${literal(UNIT_WORDS[unit][locale][0])}`;
    const inHours = `OR(${unitIs('hours')},${unitIs('working-hours')})`;
    return [
      `IFERROR(${own},0)`,
      `IFERROR(IF(${limit}="","",IF(${inHours},ROUND(${limit}*3600,0),TRUNC(${limit}))),"")`,
      `IFERROR(IF(${limit}="",0,MATCH(${of('unit')},${units},0)),0)`,
      `IFERROR(${of('next')}&"","")`,
      `IFERROR(${of('who')}&"","")`,
    ].map(formula);
  });
  const area = (column: number): string => {
    const place: Area = { row: at.row, column: at.column + 1 + column, rows: STAGES.length, columns: 1 };
    return `${quotedSheet(sheet)}!${fixedArea(place)}`;
  };
  return {
    blocks: [
      { at, cells: STAGES.map((stage) => [STAGE_WORDS[stage][locale][0]]), style: 'key' as const },
      { at: { ...at, column: at.column + 1 }, cells, style: 'key' as const },
    ],
    areas: { from: area(0), amounts: area(1), units: area(2), next: area(3), who: area(4) },
  };
}

/** The words beside their label, a blank cell among them. */
function absentBlock({ sheet, labels }: RuleTables, at: Position) {
  const words: PlanCell[][] = ABSENT_WORDS.map((word) => [word]);
  const place: Position = { row: at.row, column: at.column + 1 };
  return {
    blocks: [
      { at, cells: [[labels.absent]], style: 'key' as const },
      { at: place, cells: words, style: 'key' as const, format: '@' },
    ],
    area: `${quotedSheet(sheet)}!${fixedArea({ ...place, rows: words.length, columns: 1 })}`,
  };
}

/** 1 for each paper that is needed. */
function neededExpressions({ locale, papers }: RuleTables): readonly (readonly [Paper, string])[] {
  const [names, needed] = paperRules.columns.map(({ headers }) =>
    tableColumn(papers.name, headers[locale][0]),
  );
  const yes = literal(locale === 'en' ? 'Yes' : '是');
  return PAPERS.map((paper) => [
    paper,
    `IF(COUNTIFS(${names},${literal(PAPER_WORDS[paper][locale][0])},${needed},${yes})>0,1,0)`,
  ]);
}
