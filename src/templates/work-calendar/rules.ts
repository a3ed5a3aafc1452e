import { OFFICE_HOURS, workCalendar, type Hours, type WorkCalendar } from '../../domain/calendar/calendar';
import { DaybookError } from '../../domain/errors';
import { isoDate } from '../../domain/dates';
import type { Locale } from '../../locales';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import {
  findRules,
  findSettings,
  ruleProblem,
  type RuleChoice,
  type RuleDefinition,
  type RuleInput,
  type RuleSetting,
  type RuleValues,
  type SettingsDefinition,
} from '../rules';
import { CHINA_HOLIDAYS } from './china';

/** Days that are off although their weekday is worked, or worked although it is off. */
export const holidayRules: RuleDefinition = {
  id: 'holidays',
  columns: [
    {
      id: 'day',
      headers: {
        en: ['Date', 'Holiday date', 'Day'],
        'zh-CN': ['日期', '节假日日期', '放假日期', '假期日期'],
      },
      kind: 'date',
      required: true,
    },
    {
      id: 'kind',
      headers: { en: ['Off or worked', 'Day off'], 'zh-CN': ['休或班', '休假或上班', '是否上班', '安排'] },
      kind: 'choice',
      required: true,
      choices: [
        { value: 'off', words: { en: ['Off', 'Holiday'], 'zh-CN': ['休', '放假', '休息', '假'] } },
        { value: 'worked', words: { en: ['Worked', 'Work'], 'zh-CN': ['班', '上班', '调休上班', '补班'] } },
      ],
    },
    {
      id: 'name',
      headers: { en: ['Occasion', 'Holiday', 'Name'], 'zh-CN': ['节日', '节日名称', '节假日', '名称'] },
      kind: 'text',
      required: false,
    },
  ],
};

/** The role of the sheet that calendarSheet() makes. */
export const CALENDAR_ROLE = 'rules-calendar';

export const WEEKS: readonly RuleChoice[] = [
  {
    value: 'five',
    words: { en: ['Monday to Friday', 'Mon-Fri'], 'zh-CN': ['周一至周五', '双休', '周一到周五'] },
  },
  {
    value: 'six',
    words: { en: ['Monday to Saturday', 'Mon-Sat'], 'zh-CN': ['周一至周六', '单休', '周一到周六'] },
  },
  { value: 'seven', words: { en: ['Every day'], 'zh-CN': ['每天', '不休', '周一至周日'] } },
];

const time = (
  id: string,
  labels: RuleSetting['labels'],
  explanation: RuleSetting['explanation'],
  blank = false,
): RuleSetting => ({ id, labels, explanation, kind: 'time', blank });

/** The week and the hours of work. */
export const workSettings: SettingsDefinition = {
  id: 'work-hours',
  settings: [
    {
      id: 'week',
      labels: { en: ['Working week'], 'zh-CN': ['每周工作日'] },
      explanation: {
        en: 'The weekdays that are worked; exceptions stand in the list of holidays.',
        'zh-CN': '哪几天上班；放假和调休在下面的节假日表里另列。',
      },
      kind: 'choice',
      choices: WEEKS,
      blank: false,
    },
    time(
      'am-from',
      { en: ['Work begins'], 'zh-CN': ['上午上班'] },
      { en: 'The first minute of the working day.', 'zh-CN': '一天里开始上班的时刻。' },
    ),
    time(
      'am-to',
      { en: ['Lunch begins'], 'zh-CN': ['上午下班'] },
      {
        en: 'Without a lunch break this is the end of the day and the two lines below are blank.',
        'zh-CN': '不午休的，填下班时刻，下面两行留空。',
      },
    ),
    time(
      'pm-from',
      { en: ['Lunch ends'], 'zh-CN': ['下午上班'] },
      { en: 'Work goes on from here.', 'zh-CN': '午休结束的时刻。' },
      true,
    ),
    time(
      'pm-to',
      { en: ['Close of business'], 'zh-CN': ['下午下班'] },
      { en: '“Before close of business” means this time.', 'zh-CN': '“下班之前”即指此刻。' },
      true,
    ),
  ],
};

const [MORNING = { from: 0, to: 0 }, AFTERNOON = { from: 0, to: 0 }] = OFFICE_HOURS;

export const DEFAULT_WORK: RuleValues = {
  week: 'five',
  'am-from': MORNING.from / 1440,
  'am-to': MORNING.to / 1440,
  'pm-from': AFTERNOON.from / 1440,
  'pm-to': AFTERNOON.to / 1440,
};

const WEEKDAYS: Readonly<Record<string, readonly number[]>> = {
  five: [0, 1, 2, 3, 4],
  six: [0, 1, 2, 3, 4, 5],
  seven: [0, 1, 2, 3, 4, 5, 6],
};

export interface WorkRules {
  readonly calendar: WorkCalendar;
  /** What the list is written with: a person's own list from another sheet, else the fallback. */
  readonly holidays: readonly RuleInput[];
  readonly work: RuleValues;
  readonly problems: readonly Problem[];
}

/**
 * The calendar that the workbook's own lists say: those on the sheet that is built again, else the first ones;
 * `fallback` where there is no list of holidays.
 */
export function workRules(grid: BookGrid, ownSheet: string, fallback: readonly RuleInput[]): WorkRules {
  const found = findRules(grid, holidayRules);
  const onOwn = <Found extends { readonly sheet: string }>(all: readonly Found[]): Found | undefined =>
    all.find(({ sheet }) => sheet === ownSheet) ?? all[0];
  const table = onOwn(found.tables);
  const settings = onOwn(findSettings(grid, workSettings));
  const problems = [...found.problems, ...(settings?.problems ?? [])];
  const lines = table ? table.rows.map(({ values }) => inputOf(values)) : fallback;
  const holidays = table?.sheet === ownSheet ? fallback : uniqueDays(lines);
  const work = { ...DEFAULT_WORK, ...definedOf(settings?.values) };
  const off = new Set<number>();
  const worked = new Set<number>();
  for (const { values } of lines) {
    if (typeof values['day'] === 'number') (values['kind'] === 'worked' ? worked : off).add(values['day']);
  }
  for (const day of worked) {
    if (!off.delete(day) || !table) continue;
    problems.push(ruleProblem('holiday-twice', table.sheet, table.at, { day: isoDate(day) }));
  }
  const make = (hours: readonly Hours[]): WorkCalendar =>
    workCalendar({
      weekdays: WEEKDAYS[String(work['week'])] ?? WEEKDAYS['five'],
      holidays: [...off],
      makeUpDays: [...worked],
      hours,
    });
  try {
    return { calendar: make(hoursOf(work)), holidays, work, problems };
  } catch (error) {
    if (!(error instanceof DaybookError) || !settings) throw error;
    problems.push(ruleProblem('work-hours-wrong', settings.sheet, settings.at));
    return { calendar: make(OFFICE_HOURS), holidays, work: { ...work, ...DEFAULT_WORK }, problems };
  }
}

/** A blank setting that may be blank stays so; one that could not be read is the default. */
function definedOf(values: RuleValues | undefined): RuleValues {
  const entries = Object.entries(values ?? {}).filter(
    ([id, value]) =>
      value !== null || workSettings.settings.some((setting) => setting.id === id && setting.blank),
  );
  return Object.fromEntries(entries);
}

function hoursOf(work: RuleValues): Hours[] {
  const minute = (id: string): number | null => {
    const value = work[id];
    return typeof value === 'number' ? Math.round(value * 1440) : null;
  };
  const span = (from: string, to: string): Hours[] => {
    const [start, end] = [minute(from), minute(to)];
    return start === null && end === null ? [] : [{ from: start ?? 0, to: end ?? 0 }];
  };
  return [...span('am-from', 'am-to'), ...span('pm-from', 'pm-to')];
}

/** Of two lines of one day the first is written; the calendar knows both. */
function uniqueDays(inputs: readonly RuleInput[]): RuleInput[] {
  const seen = new Set<string>();
  return inputs.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function inputOf(values: RuleValues): RuleInput {
  const { day } = values;
  return { key: `day-${typeof day === 'number' ? isoDate(day) : String(day)}`, values };
}

/** The announced holidays of mainland China as lines of the list, in order. */
export function chinaHolidays(locale: Locale): readonly RuleInput[] {
  const line = (day: number, kind: string, name: string): RuleInput => inputOf({ day, kind, name });
  return CHINA_HOLIDAYS.flatMap(({ name, off: [first, last], worked }) => [
    ...Array.from({ length: last - first + 1 }, (_, index) => line(first + index, 'off', name[locale])),
    ...worked.map((day) => line(day, 'worked', name[locale])),
  ]).sort((a, b) => Number(a.values['day']) - Number(b.values['day']));
}
