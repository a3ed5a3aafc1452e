import { cellAddress } from '../../../src/domain/address';
import { summaryTexts } from '../../../src/templates/report/context';
import { howText } from '../../../src/templates/report/claims-section';
import { computedText, gapText, statedText } from '../../../src/templates/report/claims/text';
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
        const figures = [statedText(claim), computedText(claim), gapText(claim)];
        return [cellAddress(claim), ...figures, claim.verdict, howText({ t }, claim)];
      });
    expect(lines).toEqual(expected.checked);
  });

  test('the formulas of the report make what the build made', async () => {
    const digest = digestOf(request, t, MONTHS);
    if ('refusal' in digest) throw new Error(digest.refusal.code);
    const sheet = sheetOf(await calculated(monthlySummary.build(request)), '月度总结');
    const { row: from = 0, rows = 0 } = sheet.usedArea(true) ?? {};
    const written = Array.from({ length: rows }, (_, row) => from + row).flatMap((row) => {
      const [place, , stated, , , computed, , gap, verdict] = Array.from({ length: 9 }, (_, column) =>
        sheet.value(row, column),
      );
      return typeof stated === 'number' && typeof place === 'string' && place.includes('!')
        ? [{ place, stated, computed, gap, verdict }]
        : [];
    });
    expect(written.length).toBeGreaterThan(0);
    for (const { place, stated, computed, gap, verdict } of written) {
      const [claim] = digest.claims.checked
        .filter((each) => `${each.sheet}!${cellAddress(each)}` === place && each.stated === stated)
        .sort((a, b) => Math.abs(a.computed - Number(computed)) - Math.abs(b.computed - Number(computed)));
      if (!claim) throw new Error(`${place} ${stated}`);
      expect(computed).toBeCloseTo(claim.computed, 9);
      expect(gap).toBeCloseTo(claim.gap * (claim.percent ? 100 : 1), 9);
      expect(verdict).toBe(t.claims.verdicts[claim.verdict]);
    }
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
  [
    '政企客户收入2.85亿元，占集团收入的43.4%，增长20%',
    [
      ['share', 43.4, undefined, '政企'],
      ['growth', 20, 'total', '政企'],
    ],
  ],
  ['占比较上年提升2.3%，完成率提高5%', []],
  ['Cloud accounts for 38.2% of total revenue', [['share', 38.2, undefined, 'Cloud']]],
  ['The share of Cloud was 38%, its market share 12%', [['share', 38, undefined, '']]],
  [
    'Added 14.87 thousand, lost 11.03 thousand, net adds 3.84 thousand',
    [['net', 3.84, undefined, undefined]],
  ],
  ['本月净减用户12户', [['net', -12, undefined, undefined]]],
  ['净增收入3.84万元', []],
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
