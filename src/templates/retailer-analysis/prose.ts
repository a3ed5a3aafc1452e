import type { Area } from '../../domain/address';
import { fixedArea, literal, sentence } from '../formula';
import { curveColumn, type Chosen, type RetailContext } from './context';
import { curveFigure, type PeriodTable } from './curve-section';

/** How steady the curve runs and what to do; why volume and amount do not peak together. */
export function curveSentences(
  context: RetailContext,
  chosen: Chosen,
  periods: PeriodTable,
): readonly { readonly expression: string; readonly like: string }[] {
  const { t, measures } = context;
  const figure = (id: Parameters<typeof curveFigure>[2]): string => curveFigure(context, chosen, id);
  const text = (expression: string, format: string): string => `TEXT(${expression},"${format}")`;
  // A whole number of cartons as such; TEXT's own codes would leave a bare point behind it.
  const number = (expression: string): string =>
    `IF(${chosen.byAmount},TEXT(${expression},"#,##0.00"),ROUND(${expression},2)&"")`;
  const advice = figure('advice');
  const reason = (id: keyof typeof t.advice): string =>
    `IF(${advice}=${literal(t.advice[id])},${literal(t.adviceReasons[id])},"")`;
  const told = sentence(t.prose.curve, {
    retailer: chosen.retailer,
    highest: number(figure('s1')),
    highAt: figure('highAt'),
    mean: text(figure('s2'), '#,##0.00'),
    lowest: number(figure('s3')),
    lowAt: figure('lowAt'),
    crossings: text(figure('crossings'), '0'),
    above: text(figure('above'), '0'),
    below: text(figure('below'), '0'),
    variation: `IF(ISNUMBER(${figure('variation')}),TEXT(${figure('variation')},"0.0%"),"${t.notAvailable}")`,
    advice: (['promote-slack', 'find-cause', 'standard'] as const).map(reason).join('&'),
  });
  const lines = [
    {
      expression: `IF(ISNUMBER(${figure('s1')}),${told},${literal(t.prose.unknown)})`,
      like: t.prose.curveLike,
    },
  ];
  if (measures.length < 2) return lines;
  return [...lines, { expression: peaks(context, chosen, periods), like: t.prose.peaksLike }];
}

/** peakDifference() of src/domain: the amount's peak against the volume's, split into volume and price with mix. */
function peaks(context: RetailContext, chosen: Chosen, { labels, quantities, amounts }: PeriodTable): string {
  const { t } = context;
  const peakOf = (measure: 'quantity' | 'amount'): string =>
    chosen.of(curveColumn(context, measure, 'highAt'), curveColumn(context, measure, 'no'));
  const [volumeAt, amountAt] = [peakOf('quantity'), peakOf('amount')];
  const at = (area: Area, period: string): string =>
    `INDEX(${fixedArea(area)},MATCH(${period},${fixedArea(labels)},0))`;
  const [q0, a0] = [at(quantities, volumeAt), at(amounts, volumeAt)];
  const [q1, a1] = [at(quantities, amountAt), at(amounts, amountAt)];
  const volume = `(${q1}-${q0})*IF(${q0}>0,${a0}/${q0},0)`;
  const money = (expression: string): string => `TEXT(${expression},"#,##0.00;-#,##0.00;0.00")`;
  const differ = sentence(t.prose.peaks, {
    volumeAt,
    amountAt,
    priceThen: `IF(${q0}>0,TEXT(${a0}/${q0},"#,##0.00"),"${t.notAvailable}")`,
    priceNow: `IF(${q1}>0,TEXT(${a1}/${q1},"#,##0.00"),"${t.notAvailable}")`,
    gap: money(`${a1}-${a0}`),
    volume: money(volume),
    mix: money(`${a1}-${a0}-${volume}`),
  });
  const same = sentence(t.prose.samePeak, { at: volumeAt });
  return `IFERROR(IF(${volumeAt}=${amountAt},${same},${differ}),"")`;
}
