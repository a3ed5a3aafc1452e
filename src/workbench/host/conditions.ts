import type { ConditionalRule, DifferentialStyle } from '../model/types';
import type { ConditionalTarget } from './targets';

export function changeRule(target: ConditionalTarget, rule: ConditionalRule): void {
  target.format.rule = rule;
  target.sheet.workbook.notify({ kind: 'objects', sheet: target.sheet, what: 'conditionalFormats' });
}

/** Rules that give the cells a style of their own. */
export type StyledRule = Extract<ConditionalRule, { style: DifferentialStyle }>;

export function styleOf({ format: { rule } }: ConditionalTarget): DifferentialStyle {
  return 'style' in rule ? rule.style : {};
}

export function changeStyle(target: ConditionalTarget, change: DifferentialStyle): void {
  const rule = target.format.rule as StyledRule;
  changeRule(target, { ...rule, style: { ...rule.style, ...change } });
}
