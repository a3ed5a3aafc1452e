import { formula, oneOf, record, text } from '../checks';
import { changeRule, styleOf } from '../conditions';
import { hostClass, type HostClass } from '../hostClass';
import { ref } from '../ref';
import type { ConditionalTarget } from '../targets';
import { nameOf, namesOf } from '../plain';

const withFormat: HostClass<ConditionalTarget>['links'] = {
  Format: (target) => ref('ConditionalRangeFormat', target),
};

export const customConditionalFormat = hostClass('CustomConditionalFormat', {
  links: { ...withFormat, Rule: (target) => ref('ConditionalFormatRule', target) },
});

export const conditionalFormatRule = hostClass('ConditionalFormatRule', {
  scalars: {
    Formula: {
      get: ({ format: { rule } }) => (rule.kind === 'custom' ? rule.formula : ''),
      set: (target, value) =>
        changeRule(target, { kind: 'custom', formula: text(value), style: styleOf(target) }),
    },
  },
});

const cellOperators = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
} as const;
const textOperators = {
  Contains: 'contains',
  NotContains: 'notContains',
  BeginsWith: 'beginsWith',
  EndsWith: 'endsWith',
} as const;

export const cellValueConditionalFormat = hostClass('CellValueConditionalFormat', {
  links: withFormat,
  scalars: {
    Rule: {
      get: ({ format: { rule } }) =>
        rule.kind === 'cellValue'
          ? {
              formula1: rule.formula1,
              formula2: rule.formula2 ?? '',
              operator: nameOf(cellOperators, rule.operator),
            }
          : null,
      set: (target, value) => {
        const { formula1, formula2, operator } = record(value);
        const name = oneOf(operator, namesOf(cellOperators));
        changeRule(target, {
          kind: 'cellValue',
          operator: cellOperators[name],
          formula1: formula(formula1),
          ...(formula2 === undefined || formula2 === '' ? {} : { formula2: formula(formula2) }),
          style: styleOf(target),
        });
      },
    },
  },
});

export const textConditionalFormat = hostClass('TextConditionalFormat', {
  links: withFormat,
  scalars: {
    Rule: {
      get: ({ format: { rule } }) =>
        rule.kind === 'containsText'
          ? { operator: nameOf(textOperators, rule.operator), text: rule.text }
          : null,
      set: (target, value) => {
        const { operator, text: wanted } = record(value);
        const name = oneOf(operator, namesOf(textOperators));
        changeRule(target, {
          kind: 'containsText',
          operator: textOperators[name],
          text: text(wanted),
          style: styleOf(target),
        });
      },
    },
  },
});

export const presetCriteriaConditionalFormat = hostClass('PresetCriteriaConditionalFormat', {
  links: withFormat,
  scalars: {
    Rule: {
      get: ({ format: { rule } }) =>
        rule.kind === 'duplicates' ? { criterion: rule.unique ? 'UniqueValues' : 'DuplicateValues' } : null,
      set: (target, value) => {
        const criterion = oneOf(record(value).criterion, ['UniqueValues', 'DuplicateValues']);
        changeRule(target, {
          kind: 'duplicates',
          unique: criterion === 'UniqueValues',
          style: styleOf(target),
        });
      },
    },
  },
});
