import type { ConditionalRule } from '../../model/types';
import { color, formula, oneOf, record, text } from '../checks';
import { changeRule } from '../conditions';
import { hostClass } from '../hostClass';
import { ref } from '../ref';
import { namesOf, omit } from '../plain';

type DataBar = Extract<ConditionalRule, { kind: 'dataBar' }>;
type ColorScale = Extract<ConditionalRule, { kind: 'colorScale' }>;

function dataBar(rule: ConditionalRule): DataBar {
  return rule as DataBar;
}

/** A bound of a bar: automatic when left out, else a number, percent or formula. */
function boundRule(bound: string | undefined, automatic: string): object {
  return bound === undefined ? { type: automatic } : { type: 'Number', formula: bound };
}

function boundOf(value: unknown): string | undefined {
  const { type, formula: bound } = record(value);
  const kind = oneOf(type, [
    'Automatic',
    'LowestValue',
    'HighestValue',
    'Number',
    'Percent',
    'Formula',
    'Percentile',
  ]);
  if (kind === 'Automatic' || kind === 'LowestValue' || kind === 'HighestValue') return undefined;
  return formula(bound);
}

export const dataBarConditionalFormat = hostClass('DataBarConditionalFormat', {
  links: { PositiveFormat: (target) => ref('ConditionalDataBarPositiveFormat', target) },
  scalars: {
    LowerBoundRule: {
      get: ({ format }) => boundRule(dataBar(format.rule).min, 'LowestValue'),
      set: (target, value) => {
        const min = boundOf(value);
        const rest = omit(dataBar(target.format.rule), 'min');
        changeRule(target, min === undefined ? rest : { ...rest, min });
      },
    },
    UpperBoundRule: {
      get: ({ format }) => boundRule(dataBar(format.rule).max, 'HighestValue'),
      set: (target, value) => {
        const max = boundOf(value);
        const rest = omit(dataBar(target.format.rule), 'max');
        changeRule(target, max === undefined ? rest : { ...rest, max });
      },
    },
  },
});

export const conditionalDataBarPositiveFormat = hostClass('ConditionalDataBarPositiveFormat', {
  scalars: {
    FillColor: {
      get: ({ format }) => dataBar(format.rule).color,
      set: (target, value) => changeRule(target, { ...dataBar(target.format.rule), color: color(value) }),
    },
  },
});

/** Kinds of points as the API and as a file name them. */
const pointTypes = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Formula: 'formula',
} as const;
const pointNames = namesOf(pointTypes);

function point(value: unknown): ColorScale['points'][number] {
  const { type, formula: at, color: shade } = record(value);
  const kind = pointTypes[oneOf(type, pointNames)];
  const hasValue = at !== undefined && at !== null;
  return { type: kind, ...(hasValue ? { value: formula(at) } : {}), color: color(shade) };
}

function pointOut(of: ColorScale['points'][number] | undefined): object | null {
  if (!of) return null;
  const type = pointNames.find((name) => pointTypes[name] === of.type) ?? text(of.type);
  return { type, formula: of.value ?? null, color: of.color };
}

export const colorScaleConditionalFormat = hostClass('ColorScaleConditionalFormat', {
  scalars: {
    ThreeColorScale: { get: ({ format }) => (format.rule as ColorScale).points.length === 3 },
    Criteria: {
      get: ({ format }) => {
        const { points } = format.rule as ColorScale;
        const middle = points.length === 3 ? { midpoint: pointOut(points[1]) } : {};
        return { minimum: pointOut(points[0]), ...middle, maximum: pointOut(points.at(-1)) };
      },
      set: (target, value) => {
        const { minimum, midpoint, maximum } = record(value);
        const points = [point(minimum), ...(midpoint ? [point(midpoint)] : []), point(maximum)];
        changeRule(target, { kind: 'colorScale', points });
      },
    },
  },
});
