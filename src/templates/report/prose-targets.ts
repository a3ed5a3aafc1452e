import { literal, sentence } from '../formula';
import { amountExpression, inUnit, rateExpression, type SummaryContext } from './context';
import type { TargetsSection } from './targets-section';

/** "4月完成指标的102.0%…": the period's target, the year's, and what each remaining period must bring. */
export function targetSentences(context: SummaryContext, section: TargetsSection, focus: string): string {
  const { t, unit, calendar } = context;
  const texts = t.prose.targets;
  const parts: string[] = [];
  const amount = (reference: string): string => amountExpression(unit, inUnit(unit, reference));
  const { period, year, perPeriod } = section;
  if (period) {
    const said = sentence(texts.period, {
      rate: rateExpression(period.attainment),
      actual: amount(period.actual),
      target: amount(period.target),
    });
    parts.push(`IF(ISNUMBER(${period.attainment}),${said},${literal(texts.periodNone)})`);
  }
  if (year && perPeriod) {
    const left = `(${calendar.perYear}-${calendar.formulas.place(focus)})`;
    const points = `TEXT(ABS(${year.attainment}-${year.timeShare})*100,"0.0")`;
    const lead = (text: string): string => sentence(text, { points });
    const still = sentence(texts.still, { n: left, missing: amount(year.missing), each: amount(perPeriod) });
    const end =
      `IF(${year.missing}=0,${literal(texts.reached)},` +
      `IF(ISNUMBER(${perPeriod}),${still},${sentence(texts.missed, { missing: amount(year.missing) })}))`;
    const said =
      sentence(texts.year, {
        target: amount(year.target),
        rate: rateExpression(year.attainment),
        time: rateExpression(year.timeShare),
      }) +
      `&IF(ABS(${year.attainment}-${year.timeShare})<0.0005,${literal(texts.onPace)},` +
      `IF(${year.attainment}>${year.timeShare},${lead(texts.ahead)},${lead(texts.behind)}))&${end}`;
    parts.push(`IF(ISNUMBER(${year.attainment}),${said},"")`);
  }
  return parts.join('&');
}
