import type { DifferentialStyle } from '../../model/types';
import { color, flag, text } from '../checks';
import { changeRule, changeStyle, styleOf, type StyledRule } from '../conditions';
import { hostClass, type Property } from '../hostClass';
import { ref } from '../ref';
import type { ConditionalTarget } from '../targets';
import { omit } from '../plain';

export const conditionalRangeFormat = hostClass('ConditionalRangeFormat', {
  links: {
    Font: (target) => ref('ConditionalRangeFont', target),
    Fill: (target) => ref('ConditionalRangeFill', target),
  },
  scalars: {
    NumberFormat: {
      get: (target) => styleOf(target).numberFormat ?? '',
      set: (target, value) => changeStyle(target, { numberFormat: text(value) }),
    },
  },
});

type DifferentialFont = NonNullable<DifferentialStyle['font']>;

function fontProperty<K extends keyof DifferentialFont>(
  key: K,
  fallback: NonNullable<DifferentialFont[K]>,
  check: (value: unknown) => NonNullable<DifferentialFont[K]>,
): Property<ConditionalTarget> {
  return {
    get: (target) => styleOf(target).font?.[key] ?? fallback,
    set: (target, value) => changeStyle(target, { font: { ...styleOf(target).font, [key]: check(value) } }),
  };
}

export const conditionalRangeFont = hostClass('ConditionalRangeFont', {
  scalars: {
    Bold: fontProperty('bold', false, flag),
    Italic: fontProperty('italic', false, flag),
    Strikethrough: fontProperty('strikethrough', false, flag),
    Color: fontProperty('color', '', color),
  },
  methods: { Clear: (target) => changeStyle(target, { font: {} }) },
});

export const conditionalRangeFill = hostClass('ConditionalRangeFill', {
  scalars: {
    Color: {
      get: (target) => styleOf(target).fill ?? '',
      set: (target, value) => changeStyle(target, { fill: color(value) }),
    },
  },
  methods: {
    Clear: (target) => {
      changeRule(target, { ...(target.format.rule as StyledRule), style: omit(styleOf(target), 'fill') });
    },
  },
});
