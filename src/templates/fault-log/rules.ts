import { FAULT_LIMITS, type FaultLimits } from '../../domain/orders/faults';
import type { BookGrid } from '../../reading/grid';
import type { Problem } from '../../reading/types';
import { findSettings, type RuleSetting, type RuleValues, type SettingsDefinition } from '../rules';

const minutes = (
  id: keyof FaultLimits,
  labels: readonly [en: string, zh: string],
  explanation: readonly [en: string, zh: string],
): RuleSetting => ({
  id,
  kind: 'number',
  labels: { en: [labels[0]], 'zh-CN': [labels[1]] },
  explanation: { en: explanation[0], 'zh-CN': explanation[1] },
  blank: false,
});

export const faultSettings: SettingsDefinition = {
  id: 'fault-limits',
  settings: [
    minutes(
      'contact',
      ['Engineer told within (minutes)', '联系工程（分钟内）'],
      [
        'From the report until the engineer is told, the last minute included.',
        '从申告到联系上工程人员，含本数。',
      ],
    ),
    minutes(
      'response',
      ['Response within (minutes)', '响应（分钟内）'],
      ['From the report until somebody responds.', '从申告到响应。制度：30 分钟响应。'],
    ),
    minutes(
      'solve',
      ['Solved within (minutes)', '解决（分钟内）'],
      [
        'The service rules say 2 hours (120), the sales script promises customers 4 (240): decide which.',
        '维护制度写 2 小时（120），销售话术对客户承诺 4 小时（240），请定一个。',
      ],
    ),
    {
      id: 'clock',
      kind: 'choice',
      labels: { en: ['Minutes run'], 'zh-CN': ['计时方式'] },
      explanation: {
        en: 'Round the clock, or in working hours only (see the sheet of holidays).',
        'zh-CN': '全天计时，或只计上班时间（见节假日表）。',
      },
      choices: [
        { value: 'around', words: { en: ['Round the clock'], 'zh-CN': ['全天'] } },
        { value: 'working', words: { en: ['In working hours'], 'zh-CN': ['上班时间'] } },
      ],
      blank: false,
    },
  ],
};

export interface FaultRules {
  readonly limits: FaultLimits;
  readonly working: boolean;
  readonly problems: readonly Problem[];
}

/** What is written first; `solve` is the person's choice between the two hours and the four. */
export function defaultFaultValues(solve: number): RuleValues {
  return { contact: FAULT_LIMITS.contact, response: FAULT_LIMITS.response, solve, clock: 'around' };
}

export function faultRules(grid: BookGrid, solve: number): FaultRules {
  const [found] = findSettings(grid, faultSettings);
  const initial = defaultFaultValues(solve);
  const number = (id: keyof FaultLimits): number => {
    const value = found?.values[id] ?? initial[id];
    return typeof value === 'number' ? value : Number(initial[id]);
  };
  return {
    limits: { contact: number('contact'), response: number('response'), solve: number('solve') },
    working: found?.values['clock'] === 'working',
    problems: found?.problems ?? [],
  };
}
