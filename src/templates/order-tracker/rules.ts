import type { CutOff } from '../../domain/calendar/cutoff';
import { UNITS, type Step } from '../../domain/orders/deadlines';
import { PAPERS } from '../../domain/orders/papers';
import { DEFAULT_ORDER_RULES, type OrderRules } from '../../domain/orders/rules';
import { STAGES, type Stage } from '../../domain/orders/stages';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import {
  findRules,
  findSettings,
  ruleProblem,
  type RuleRow,
  type RuleValue,
  type RuleValues,
} from '../rules';
import { cutOffRules, orderSettings, paperRules, statusRules, stepRules } from './definitions';

/** What a status of the orders' sheet means. */
export type Meaning = Stage | 'closed' | 'nothing';

export interface TrackerRules {
  readonly rules: OrderRules;
  /** By the status in lower case: what people decided. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly problems: readonly Problem[];
}

/** The rules as they stand in the workbook; the source's where it has none. */
export function trackerRules(grid: BookGrid): TrackerRules {
  const problems: Problem[] = [];
  const rowsOf = (definition: Parameters<typeof findRules>[1]): readonly RuleRow[] | null => {
    const found = findRules(grid, definition);
    problems.push(...found.problems);
    return found.tables[0]?.rows ?? null;
  };
  const [settings] = findSettings(grid, orderSettings);
  problems.push(...(settings?.problems ?? []));
  const papers = rowsOf(paperRules);
  const base = DEFAULT_ORDER_RULES;
  const rules: OrderRules = {
    ...base,
    ...settingsOf(settings?.values ?? null),
    steps: stepsOf(rowsOf(stepRules)),
    cutOffs: cutOffsOf(rowsOf(cutOffRules), problems),
    papers: papers ? PAPERS.filter((paper) => isNeeded(papers, paper)) : base.papers,
  };
  const meanings = new Map<string, Meaning>();
  for (const { values } of rowsOf(statusRules) ?? []) {
    const { status, means } = values;
    const meaning = meaningOf(means ?? null);
    if (typeof status === 'string' && meaning !== null) meanings.set(status.trim().toLowerCase(), meaning);
  }
  return { rules, meanings, problems };
}

function isNeeded(rows: readonly RuleRow[], paper: string): boolean {
  return rows.some(({ values }) => values['paper'] === paper && values['needed'] === true);
}

export function meaningOf(value: RuleValue): Meaning | null {
  if (value === 'closed' || value === 'nothing') return value;
  return stageOf(value);
}

function stageOf(value: RuleValue | undefined): Stage | null {
  return STAGES.find((stage) => stage === value) ?? null;
}

/** A stage without a line keeps no deadline. */
function stepsOf(rows: readonly RuleRow[] | null): OrderRules['steps'] {
  if (!rows) return DEFAULT_ORDER_RULES.steps;
  const steps = Object.fromEntries(
    STAGES.map((stage): [Stage, Step] => [stage, { from: stage, limit: null, unit: 'days' }]),
  ) as Record<Stage, Step>;
  const seen = new Set<Stage>();
  for (const { values } of rows) {
    const [stage, from] = [stageOf(values['stage']), stageOf(values['from'])];
    const unit = UNITS.find((each) => each === values['unit']);
    if (!stage || !from || !unit || seen.has(stage)) continue;
    seen.add(stage);
    steps[stage] = { from, limit: numberOf(values['limit']), unit };
  }
  return steps;
}

function cutOffsOf(rows: readonly RuleRow[] | null, problems: Problem[]): readonly CutOff[] {
  const lines = (rows ?? []).flatMap(({ values }): CutOff[] => {
    const [from, days, time] = [numberOf(values['from']), numberOf(values['days']), numberOf(values['time'])];
    if (from === null || days === null || days < 0) return [];
    return [
      {
        from: Math.round(from * 1440),
        days: Math.trunc(days),
        unit: values['unit'] === 'working-days' ? 'working' : 'calendar',
        time: time === null ? 'close' : Math.round(time * 1440),
      },
    ];
  });
  if (lines.length === 0) return DEFAULT_ORDER_RULES.cutOffs;
  const first = rows?.[0];
  if (first && !lines.some(({ from }) => from === 0)) {
    problems.push(ruleProblem('cut-offs-begin-late', first.sheet, { row: first.row, column: 0 }));
    return [{ ...(lines[0] as CutOff), from: 0 }, ...lines];
  }
  return lines;
}

function numberOf(value: RuleValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function settingsOf(values: RuleValues | null): Partial<OrderRules> {
  if (!values) return {};
  const base = DEFAULT_ORDER_RULES;
  const number = (id: string, otherwise: number): number => numberOf(values[id]) ?? otherwise;
  const one = <Value extends string>(id: string, all: readonly Value[], otherwise: Value): Value =>
    all.find((each) => each === values[id]) ?? otherwise;
  return {
    timeUnknown: Math.round(number('time-unknown', base.timeUnknown / 1440) * 1440),
    firstVisitDays: 'first-visit' in values ? numberOf(values['first-visit']) : base.firstVisitDays,
    careDays: 'care-days' in values ? numberOf(values['care-days']) : base.careDays,
    soonDays: number('soon', base.soonDays),
    warningDays: 'warning' in values ? numberOf(values['warning']) : base.warningDays,
    fineDays: numberOf(values['fine']),
    boundary: one('boundary', ['passed', 'reached'] as const, base.boundary),
    fineRate: numberOf(values['fine-rate']),
    lateIn: one('late-in', ['days', 'working-days'] as const, base.lateIn),
    promise: one('promise', ['earlier', 'replaces', 'ignored'] as const, base.promise),
    papersBlank: one('papers-blank', ['unknown', 'missing'] as const, base.papersBlank),
  };
}

/** The rules as values of the settings table. */
export function settingValues(rules: OrderRules): RuleValues {
  return {
    'time-unknown': rules.timeUnknown / 1440,
    'first-visit': rules.firstVisitDays,
    'care-days': rules.careDays,
    soon: rules.soonDays,
    warning: rules.warningDays,
    fine: rules.fineDays,
    boundary: rules.boundary,
    'fine-rate': rules.fineRate,
    'late-in': rules.lateIn,
    promise: rules.promise,
    'papers-blank': rules.papersBlank,
  };
}
