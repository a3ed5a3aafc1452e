import { cellAddress } from '../../../src/domain/address';
import { summaryTexts } from '../../../src/templates/report/context';
import { howText } from '../../../src/templates/report/claims-section';
import { parseClaims } from '../../../src/templates/report/claims/parse';
import { MONTHS } from '../../../src/templates/report/calendar';
import { digestOf } from '../../../src/templates/report/digest';
import { monthlySummary } from '../../../src/templates/monthly-summary';
import { problemSentence } from '../../../src/locales/problems';
import { loadCases } from '../../cases/load';
import { calculated, errorsIn, sheetOf } from '../model';
import { bookGrid, requestFrom, type SheetRows } from './grids';

interface Case {
  readonly sheets: readonly SheetRows[];
  readonly percent: readonly string[];
  readonly checked: readonly (readonly string[])[];
  readonly totalsThatAgree: number;
  readonly unproven: number;
}

describe.each(loadCases<Case>('claims'))('%s', (_name, { sheets, percent, ...expected }) => {
  const request = requestFrom(monthlySummary, bookGrid(sheets, percent));
  const t = summaryTexts('zh-CN', 'monthly-summary');

  test('every stated figure is recomputed, and how is said', () => {
    const digest = digestOf(request, t, MONTHS);
    if ('refusal' in digest) throw new Error(digest.refusal.code);
    const { checked, unproven } = digest.claims;
    const agree = checked.filter(({ how, verdict }) => how.kind === 'total-row' && verdict === 'agrees');
    expect(agree).toHaveLength(expected.totalsThatAgree);
    expect(unproven).toBe(expected.unproven);
    const lines = checked
      .filter((claim) => !agree.includes(claim))
      .map((claim) => {
        const { stated, computed, gap, verdict } = claim;
        return [cellAddress(claim), stated, computed, gap, verdict, howText({ t }, claim)];
      });
    expect(lines).toEqual(expected.checked);
  });

  test('the report shows the differences first, and each is a finding', async () => {
    const sheet = sheetOf(await calculated(monthlySummary.build(request)), '月度总结');
    expect(errorsIn(sheet)).toEqual([]);
    const used = sheet.usedArea(true);
    const lines = Array.from({ length: used?.rows ?? 0 }, (_, row) => [
      sheet.text(row, 0),
      sheet.text(row, 8),
    ]);
    const start = lines.findIndex(([first]) => first === '数字核对');
    expect(start).toBeGreaterThan(0);
    const off = expected.checked.filter(([, , , , verdict]) => verdict === 'off');
    expect(lines[start + 3]).toEqual([`${sheets[0]?.name ?? ''}!${off[0]?.[0] ?? ''}`, '不符']);
    const stated = monthlySummary
      .prepare(request)
      .findings.filter(({ code }) => code === 'stated-figure-differs');
    expect(stated.map(({ row = -1, column = -1 }) => cellAddress({ row, column }))).toEqual(
      off.filter(([, , , , , how]) => how !== '各行之和').map(([cell]) => cell),
    );
    for (const locale of ['zh-CN', 'en'] as const)
      for (const finding of stated) expect(problemSentence(finding, locale)).not.toMatch(/undefined|\{/);
  });
});

test.each([
  ['Revenue grew by 20.39% from January', [['growth', 20.39, 'total', '']]],
  ['On average 2.04% growth; average growth 2.04%', [['growth', 2.04, 'average', '']]],
  ['Enterprise totalled 285.5 million', [['total', 285.5, undefined, 'Enterprise']]],
  [
    '3月收入20.39万元，环比下降16.7%，同比增长28.4%',
    [
      ['growth', -16.7, 'step', ''],
      ['growth', 28.4, 'year', ''],
    ],
  ],
  ['联系电话 13800000000，下次走访 3月5日', []],
  ['客户要求优惠 5%', []],
])('%s', (text, expected) => {
  const found = parseClaims(text).map((claim) => [
    claim.kind,
    claim.stated.value,
    claim.kind === 'growth' ? claim.what : undefined,
    'subject' in claim ? claim.subject : undefined,
  ]);
  expect(found).toEqual(expected);
});
