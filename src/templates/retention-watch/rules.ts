import { RETENTION_LIMITS } from '../../domain/retention/rates';
import { WARNING_RULES, type WarningRules } from '../../domain/retention/warnings';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import {
  findRules,
  findSettings,
  setting,
  type RuleDefinition,
  type RuleValues,
  type SettingsDefinition,
} from '../rules';

export const CHURN_BASES = ['opening', 'average'] as const;
export const SCOPES = ['high', 'all'] as const;

/** Everything that decides who is warned of and what is reached. */
export const watchSettings: SettingsDefinition = {
  id: 'retention-settings',
  settings: [
    setting(
      'prepaid-days',
      'days',
      ['预存可用天数', 'Prepaid lasts up to'],
      [
        '预存余额按本人 ARPU 只够用这么多天以内，预警',
        'Warn when the prepaid balance, at the user’s own ARPU, lasts at most so many days',
      ],
    ),
    setting(
      'prepaid-amount',
      'money',
      ['预存余额下限（元）', 'Prepaid balance below'],
      ['没有 ARPU 的用户，预存余额低于此数预警', 'Warn below this balance where the ARPU is not known'],
    ),
    setting(
      'contract-days',
      'days',
      ['合约到期提前天数', 'Contract ends within'],
      ['租机、合约在这么多天内到期，预警', 'Warn when the handset contract ends within so many days'],
    ),
    setting(
      'subsidy-days',
      'days',
      ['补贴到期提前天数', 'Subsidy ends within'],
      ['补贴在这么多天内到期，预警', 'Warn when the subsidy ends within so many days'],
    ),
    setting(
      'passed-days',
      'days',
      ['到期后保留天数', 'Kept after the end'],
      ['到期已超过这么多天的不再预警', 'An end that passed longer ago is no warning any more'],
    ),
    setting(
      'unused-days',
      'days',
      ['未使用天数', 'No usage for'],
      [
        '高价值用户连续这么多天没有使用，预警',
        'Warn of users of high value who used nothing for so many days',
      ],
    ),
    setting(
      'debt',
      'money',
      ['欠费下限（元）', 'Debt from'],
      ['欠费达到此数为欠费大户，预警', 'Warn of users who owe at least so much'],
    ),
    setting(
      'high-arpu',
      'money',
      ['拍照 ARPU 高于（元）', 'Snapshot above ARPU'],
      [
        'ARPU 高于此数的用户拍照维系；未使用预警也只看这些用户',
        'Users with a higher ARPU are snapshotted and watched for no usage',
      ],
    ),
    setting(
      'middle-arpu',
      'money',
      ['中高端 ARPU 到（元）', 'Middle band up to ARPU'],
      ['拍照用户中不超过此数的为中高端，其上为高端', 'Snapshotted users up to this ARPU are the middle band'],
    ),
    setting(
      'handled-limit',
      'percent',
      ['预警任务完成率不低于', 'Warnings handled, at least'],
      ['指标一的标准', 'Limit of the first indicator'],
    ),
    setting(
      'handled-scope',
      'choice',
      ['完成率统计范围', 'Warnings that count'],
      [
        '只算 ARPU 高于拍照线的用户，还是全部预警',
        'Of users above the snapshot’s ARPU only, or all warnings',
      ],
      {
        choices: [
          { value: 'high', words: { 'zh-CN': ['拍照线以上'], en: ['high ARPU only'] } },
          { value: 'all', words: { 'zh-CN': ['全部'], en: ['all'] } },
        ],
      },
    ),
    setting(
      'kept-limit',
      'percent',
      ['拍照用户保有率不低于', 'Snapshot kept, at least'],
      ['指标二的标准', 'Limit of the second indicator'],
    ),
    setting(
      'churn-limit',
      'percent',
      ['全网离网率不高于', 'Churn, at most'],
      ['指标三的标准', 'Limit of the third indicator'],
    ),
    setting(
      'churn-base',
      'choice',
      ['离网率基数', 'Churn is taken of'],
      [
        '离网用户除以期初用户，还是除以期初期末平均',
        'Users at the beginning, or the mean of beginning and end',
      ],
      {
        choices: [
          { value: 'opening', words: { 'zh-CN': ['期初用户'], en: ['opening users'] } },
          { value: 'average', words: { 'zh-CN': ['平均用户'], en: ['average users'] } },
        ],
      },
    ),
    setting(
      'left-words',
      'text',
      ['离网状态字样', 'Words for users who left'],
      [
        '状态里含有这些字样的用户算离网，用顿号隔开',
        'A status that contains one of these means the user left; separated by commas',
      ],
    ),
  ],
};

const LEFT_WORDS = '离网、销户、拆机、注销、退网、churned, cancelled, terminated, disconnected';

const DEFAULTS: RuleValues = {
  'prepaid-days': WARNING_RULES.prepaidDays,
  'prepaid-amount': WARNING_RULES.prepaidAmount,
  'contract-days': WARNING_RULES.contractDays,
  'subsidy-days': WARNING_RULES.subsidyDays,
  'passed-days': WARNING_RULES.passedDays,
  'unused-days': WARNING_RULES.unusedDays,
  debt: WARNING_RULES.debt,
  'high-arpu': WARNING_RULES.highArpu,
  'middle-arpu': WARNING_RULES.middleArpu,
  'handled-limit': RETENTION_LIMITS.handled,
  'handled-scope': 'high',
  'kept-limit': RETENTION_LIMITS.kept,
  'churn-limit': RETENTION_LIMITS.churn,
  'churn-base': 'opening',
  'left-words': LEFT_WORDS,
};

/** 拍照名单 as it is read back: who was there on the day of the snapshot. */
export const snapshotRows: RuleDefinition = {
  id: 'snapshot',
  columns: [
    { id: 'user', headers: { 'zh-CN': ['用户'], en: ['User'] }, kind: 'text', required: true },
    { id: 'name', headers: { 'zh-CN': ['客户'], en: ['Customer'] }, kind: 'text', required: false },
    { id: 'person', headers: { 'zh-CN': ['客户经理'], en: ['Manager'] }, kind: 'text', required: false },
    {
      id: 'arpu',
      headers: { 'zh-CN': ['拍照 ARPU'], en: ['ARPU then'] },
      kind: 'money',
      required: true,
    },
    { id: 'day', headers: { 'zh-CN': ['拍照日期'], en: ['Snapshot on'] }, kind: 'date', required: false },
  ],
};

export interface SnapshotRow {
  readonly user: string;
  readonly name: string | null;
  readonly person: string | null;
  readonly arpu: number;
  /** Null where nothing said which day it was. */
  readonly day: number | null;
}

export interface WatchRules {
  readonly settings: RuleValues;
  readonly warnings: WarningRules;
  /** Null where no snapshot stands in the workbook yet. */
  readonly snapshot: readonly SnapshotRow[] | null;
  readonly problems: readonly Problem[];
}

export function readWatchRules(grid: BookGrid): WatchRules {
  const found = findSettings(grid, watchSettings)[0];
  const snapshot = findRules(grid, snapshotRows);
  const settings = { ...DEFAULTS, ...withoutBlanks(found?.values) };
  return {
    settings,
    warnings: warningRules(settings),
    snapshot: snapshot.tables[0] ? snapshotOf(snapshot.tables[0].rows) : null,
    problems: [...(found?.problems ?? []), ...snapshot.problems],
  };
}

function withoutBlanks(values: RuleValues = {}): RuleValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function warningRules(settings: RuleValues): WarningRules {
  const number = (id: string): number => Number(settings[id] ?? DEFAULTS[id]);
  return {
    prepaidDays: number('prepaid-days'),
    prepaidAmount: number('prepaid-amount'),
    contractDays: number('contract-days'),
    subsidyDays: number('subsidy-days'),
    passedDays: number('passed-days'),
    unusedDays: number('unused-days'),
    debt: number('debt'),
    highArpu: number('high-arpu'),
    middleArpu: number('middle-arpu'),
  };
}

function snapshotOf(rows: readonly { readonly values: RuleValues }[]): SnapshotRow[] {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return rows.flatMap(({ values }) => {
    const { user, name, person, arpu, day } = values;
    const who = text(user);
    if (who === null || typeof arpu !== 'number') return [];
    const on = typeof day === 'number' ? day : null;
    return [{ user: who, name: text(name), person: text(person), arpu, day: on }];
  });
}

/** Initial value for formulas whose setting was taken out. */
export function defaultOf(id: string): number {
  const value = DEFAULTS[id];
  return typeof value === 'number' ? value : 0;
}

export function leftWords({ settings }: Pick<WatchRules, 'settings'>): readonly string[] {
  return String(settings['left-words'] ?? '')
    .split(/[、，,;；\s]+/)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
}
