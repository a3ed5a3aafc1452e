import { abcclass } from '../../src/functions/abcclass';
import { arpu } from '../../src/functions/arpu';
import { commission, quotapay } from '../../src/functions/commission';
import { agebucket, cutoffdue, deadline, slaresult } from '../../src/functions/deadlines';
import { orderstage } from '../../src/functions/orderstage';
import { growthrate } from '../../src/functions/growthrate';
import { forecastacc } from '../../src/functions/kpi';
import { clawback, prorate, splitcredit } from '../../src/functions/payparts';
import { churnrate } from '../../src/functions/retention';
import { rfmscore } from '../../src/functions/rfmscore';
import { contribution, targetsplit } from '../../src/functions/shares';
import { attainment, targetpace } from '../../src/functions/targets';
import { visitdue } from '../../src/functions/visits';
import { visitgap } from '../../src/functions/visitgap';
import { functions as english } from '../../src/locales/en/functions';
import { functions as chinese } from '../../src/locales/zh-CN/functions';
import { errorOf, installHost } from './host';

const date = [[45352]];
const tiers = [[0, 0.1]];

/** A call for each sentence: so each can be reached, and says what it should in both languages. */
const calls: Readonly<Record<keyof typeof english.errors, () => unknown>> = {
  'argument-not-a-number': () => arpu([['一百']], [[1]]),
  'argument-not-a-date': () => visitgap([['甲']], [['甲']], [['昨天']]),
  'argument-too-small': () => arpu([[1]], [[-1]]),
  'argument-not-a-choice': () => commission([[1]], tiers, '最好'),
  'shapes-differ': () => visitgap([['甲']], [['甲'], ['乙']], date),
  'money-too-large': () => commission([[1e15]], tiers, 'whole'),
  'no-subscribers': () => arpu([[1]], [[0]]),
  'closing-missing': () => arpu([[1]], [[1]], [[0]]),
  'months-zero': () => arpu([[1]], [[1]], [[1]], [[0]]),
  'tiers-columns': () => commission([[1]], [[0]], 'whole'),
  'tiers-missing': () => commission([[1]], [[0, 0]], 'whole'),
  'tier-from-negative': () => commission([[1]], [[-1, 0.1]], 'whole'),
  'tier-rate-negative': () => commission([[1]], [[0, -0.1]], 'whole'),
  'tier-rate-above-one': () => commission([[1]], [[0, 10]], 'whole'),
  'tier-base-negative': () => commission([[1]], [[0, 0.1, -1]], 'whole'),
  'tier-duplicate': () => commission([[1]], [...tiers, ...tiers], 'whole'),
  'quota-missing': () => quotapay([[1]], [[0]], tiers, 'whole'),
  'shares-not-whole': () => splitcredit([[1]], [[0.5], [0.4]]),
  'share-negative': () => splitcredit([[1]], [[1.5], [-0.5]]),
  'days-zero': () => prorate([[1]], [[0]], [[0]]),
  'days-exceeded': () => prorate([[1]], [[3]], [[2]]),
  'clawback-sale': () => clawback([[1]], [[0]], [[1]]),
  'clawback-refund': () => clawback([[1]], [[1]], [[2]]),
  'abc-cuts': () => abcclass([[1]], 0.9, 0.8),
  'total-not-positive': () => abcclass([[0]]),
  'rfm-limits': () => rfmscore([[1]], [[1]], [[1]], [[1], [1], [2], [3]]),
  'no-users': () => churnrate([[1]], [[0]]),
  'actual-zero': () => forecastacc([[0]], [[1]]),
  'argument-not-a-time': () => deadline(date, 1, 'days', undefined, undefined, [[2, 3]]),
  'week-not-seven-digits': () => deadline(date, 1, 'days', undefined, undefined, undefined, '周日'),
  'calendar-day-twice': () => deadline(date, 1, 'days', date, date),
  'calendar-never-works': () => deadline(date, 1, 'days', undefined, undefined, undefined, '1111111'),
  'calendar-no-hours': () => deadline(date, 1, 'days', undefined, undefined, [[null, '']]),
  'calendar-hours': () => deadline(date, 1, 'days', undefined, undefined, [['10:00', '9:00']]),
  'calendar-hours-overlap': () =>
    deadline(date, 1, 'days', undefined, undefined, [
      ['9:00', '12:00'],
      ['11:00', '13:00'],
    ]),
  'cut-off-none': () => cutoffdue(date, [['14:00', 1, '11:00']]),
  'cut-off-time': () => cutoffdue(date, [['24:00', 1, '11:00']]),
  'cut-offs-columns': () => cutoffdue(date, [['0:00', 1]]),
  'no-such-workday': () => deadline(date, 1e7, 'working-days'),
  'serial-out-of-range': () => deadline(date, 1e7, 'days'),
  'no-such-date': () => deadline(date, 1e6, 'months'),
  'sla-before-start': () => slaresult([[45352.5]], [[45352.4]], 30),
  'sla-without-time': () => slaresult(date, [[45352.4]], 30),
  'stages-differ': () => orderstage(date, [['方案', '合同']]),
  'ageing-limits': () => agebucket(date, 45352, [[30], [20]]),
  'series-too-short': () => growthrate([[1]], 'total'),
  'no-base': () => growthrate([[0, 1]], 'total'),
  'no-whole': () => contribution([[0]], [[1]]),
  'no-target': () => attainment([[1]], [[0]]),
  'periods-passed': () => targetpace([[1]], [[1]], 13),
  'split-weight-negative': () => targetsplit(1, [[1, -1]]),
  'split-weights-zero': () => targetsplit(1, [[0]]),
  'split-target-finer': () => targetsplit(1.234, [[1]]),
  'cadence-times': () => visitdue([['甲']], [['A']], [['A', 0, '月']], [['甲']], date),
  'cadence-gap': () => visitdue([['甲']], [['A']], [['A', 1, '月', 0.5]], [['甲']], date),
  'cadence-no-class': () => visitdue([['甲']], [['A']], [['B', 1, '月']], [['甲']], date),
  'tiers-unsorted': () => commission([[1]], [[5, 0.1], ...tiers], 'whole'),
};

test.each(Object.entries(calls))('%s has a sentence of its own in both languages', (code, call) => {
  installHost('en-GB');
  const inEnglish = errorOf(call);
  installHost('zh-TW');
  const inChinese = errorOf(call);
  expect(inChinese.code).toBe(inEnglish.code);
  // A sentence names no placeholder that the details lack.
  expect(`${inEnglish.message}${inChinese.message}`).not.toMatch(/undefined|NaN|\[object/);
  expect(inEnglish.message).toMatch(/^[\x20-\x7e“”×\p{Script=Han}]+\.$/u);
  expect(inChinese.message).toMatch(/。$/);
  const others = Object.keys(calls).filter((other) => other !== code);
  expect(others.map((other) => errorOf(calls[other as keyof typeof calls]).message)).not.toContain(
    inChinese.message,
  );
});

test('the language follows Excel: any Chinese, else English; English without a host', () => {
  const call = () => arpu([[1]], [[0]]);
  const sentenceIn = (language: string) => {
    installHost(language);
    return errorOf(call).message;
  };
  expect(sentenceIn('zh-CN')).toBe(chinese.errors['no-subscribers']());
  expect(sentenceIn('zh-Hans')).toBe(chinese.errors['no-subscribers']());
  expect(sentenceIn('de-DE')).toBe(english.errors['no-subscribers']());
  Reflect.deleteProperty(globalThis, 'Office');
  expect(errorOf(call).message).toBe(english.errors['no-subscribers']());
});

test('a place in a range is told by row and column, a single value by its argument', () => {
  installHost('zh-CN');
  expect(errorOf(() => arpu([['一百']], [[1]])).message).toMatch(/^revenue：“一百”/);
  expect(errorOf(() => visitgap([['甲']], [['甲'], ['乙']], [[45352], ['昨天']])).message).toMatch(
    /^log_dates 第 2 行第 1 列：“昨天”/,
  );
});
