import type { ConditionalFormatModel, ConditionalRule, DifferentialStyle } from '../model/types';
import { parseAreas } from './address';
import { shownFormula } from './formula-text';
import type { StyleReader } from './styles-read';
import { defined } from './styles-read';
import type { XmlElement } from './xml';
import { child, childrenOf, flag, numberOf } from './xml';

/** Conditional formats. Kinds that the workbook does not show are counted; the original file keeps them. */
export interface RulesRead {
  readonly formats: Omit<ConditionalFormatModel, 'id'>[];
  readonly notShown: number;
}

export function readRules(
  sheet: XmlElement,
  styles: readonly DifferentialStyle[],
  colors: StyleReader,
): RulesRead {
  const formats: Omit<ConditionalFormatModel, 'id'>[] = [];
  let notShown = 0;
  for (const holder of childrenOf(sheet, 'conditionalFormatting')) {
    const areas = parseAreas(holder.attributes['sqref'] ?? '');
    for (const element of childrenOf(holder, 'cfRule')) {
      const rule = readRule(element, styles, colors);
      if (rule === null || areas.length === 0) {
        notShown++;
        continue;
      }
      formats.push({
        areas,
        rule,
        // A file counts from 1, Office.js from 0.
        priority: (numberOf(element.attributes['priority']) ?? formats.length + 1) - 1,
        stopIfTrue: flag(element.attributes['stopIfTrue']),
      });
    }
  }
  return { formats, notShown };
}

function readRule(
  element: XmlElement,
  styles: readonly DifferentialStyle[],
  colors: StyleReader,
): ConditionalRule | null {
  const { attributes } = element;
  const style = styles[numberOf(attributes['dxfId']) ?? -1] ?? {};
  const formulas = childrenOf(element, 'formula').map(({ text }) => shownFormula(text));
  switch (attributes['type']) {
    case 'expression':
    case 'containsBlanks':
    case 'notContainsBlanks':
    case 'containsErrors':
    case 'notContainsErrors':
    case 'timePeriod':
      // All of these carry the formula that says the same.
      return formulas[0] === undefined ? null : { kind: 'custom', formula: formulas[0], style };
    case 'cellIs':
      return readCellValue(attributes['operator'], formulas, style);
    case 'containsText':
      return { kind: 'containsText', operator: 'contains', text: attributes['text'] ?? '', style };
    case 'notContainsText':
      return { kind: 'containsText', operator: 'notContains', text: attributes['text'] ?? '', style };
    case 'beginsWith':
    case 'endsWith':
      return { kind: 'containsText', operator: attributes['type'], text: attributes['text'] ?? '', style };
    case 'duplicateValues':
    case 'uniqueValues':
      return { kind: 'duplicates', unique: attributes['type'] === 'uniqueValues', style };
    case 'dataBar':
      return readDataBar(element, colors);
    case 'colorScale':
      return readColorScale(element, colors);
    case 'iconSet':
      return {
        kind: 'iconSet',
        set: child(element, 'iconSet')?.attributes['iconSet'] ?? '3TrafficLights1',
        points: readPoints(child(element, 'iconSet')),
      };
    case undefined:
    default:
      return null;
  }
}

function readCellValue(
  operator: string | undefined,
  [formula1, formula2]: readonly string[],
  style: DifferentialStyle,
): ConditionalRule | null {
  if (formula1 === undefined) return null;
  switch (operator) {
    case 'between':
    case 'notBetween':
      return { kind: 'cellValue', operator, formula1, ...(formula2 !== undefined && { formula2 }), style };
    case 'equal':
    case 'notEqual':
    case 'greaterThan':
    case 'lessThan':
    case 'greaterThanOrEqual':
    case 'lessThanOrEqual':
      return { kind: 'cellValue', operator, formula1, style };
    case undefined:
    default:
      return null;
  }
}

function readPoints(holder: XmlElement | undefined): { type: string; value?: string }[] {
  return childrenOf(holder, 'cfvo').map(({ attributes }) =>
    defined({ type: attributes['type'] ?? 'min', value: attributes['val'] }),
  );
}

function readDataBar(element: XmlElement, colors: StyleReader): ConditionalRule {
  const bar = child(element, 'dataBar');
  const [low, high] = readPoints(bar);
  const bound = (point: { type: string; value?: string } | undefined): string | undefined =>
    point?.type === 'num' ? point.value : undefined;
  return defined({
    kind: 'dataBar' as const,
    color: colors.element(child(bar, 'color')?.attributes) ?? '#638EC6',
    min: bound(low),
    max: bound(high),
  });
}

function readColorScale(element: XmlElement, colors: StyleReader): ConditionalRule {
  const scale = child(element, 'colorScale');
  const shades = childrenOf(scale, 'color').map(({ attributes }) => colors.element(attributes));
  return {
    kind: 'colorScale',
    points: readPoints(scale).map((point, index) => ({ ...point, color: shades[index] ?? '#FFFFFF' })),
  };
}
