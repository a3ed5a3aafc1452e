import type { ChartAxisModel } from '../../model/types';
import { flag, number, oneOf, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { nameOf, namesOf } from '../plain';
import { ref } from '../ref';
import type { AxisTarget, ChartTarget } from '../targets';
import { observed } from './chart';

function axisRef(target: ChartTarget, axis: AxisTarget['axis']) {
  if (!target.chart[axis]) throw new ApiError('ItemNotFound');
  return ref('ChartAxis', { ...target, axis });
}

export const chartAxes = hostClass('ChartAxes', {
  links: {
    CategoryAxis: (target) => axisRef(target, 'categoryAxis'),
    ValueAxis: (target) => axisRef(target, 'valueAxis'),
  },
  methods: {
    GetItem: (target, args) => {
      const group = oneOf(args.textOr(1, 'Primary'), ['Primary', 'Secondary']);
      if (oneOf(args.text(0), ['Category', 'Value']) === 'Category') {
        if (group === 'Secondary') throw new ApiError('ItemNotFound');
        return axisRef(target, 'categoryAxis');
      }
      return axisRef(target, group === 'Primary' ? 'valueAxis' : 'secondaryAxis');
    },
  },
});

/** The second axis may be gone by the time it is asked. */
function axisOf({ chart, axis }: AxisTarget): ChartAxisModel {
  const found = chart[axis];
  if (!found) throw new ApiError('ItemNotFound');
  return found;
}

/** A property of an axis that tells the workbook when it is set. */
function axisProperty(
  get: (axis: ChartAxisModel) => unknown,
  set: (axis: ChartAxisModel, value: unknown) => void,
): Property<AxisTarget> {
  return observed(
    (target) => get(axisOf(target)),
    (target, value) => set(axisOf(target), value),
  );
}

function bound(key: 'minimum' | 'maximum'): Property<AxisTarget> {
  return axisProperty(
    (axis) => axis[key] ?? '',
    (axis, value) => {
      if (value === '') delete axis[key];
      else axis[key] = number(value);
    },
  );
}

const crossings = { Minimum: 'minimum', Maximum: 'maximum' } as const;

export const chartAxis = hostClass('ChartAxis', {
  scalars: {
    Visible: axisProperty(
      (axis) => axis.visible,
      (axis, value) => {
        axis.visible = flag(value);
      },
    ),
    NumberFormat: axisProperty(
      (axis) => axis.numberFormat ?? 'General',
      (axis, value) => {
        axis.numberFormat = text(value);
      },
    ),
    Minimum: bound('minimum'),
    Maximum: bound('maximum'),
    ReversePlotOrder: axisProperty(
      (axis) => axis.reversed ?? false,
      (axis, value) => {
        if (flag(value)) axis.reversed = true;
        else delete axis.reversed;
      },
    ),
    Position: axisProperty(
      ({ crossing }) => (crossing ? nameOf(crossings, crossing) : 'Automatic'),
      (axis, value) => {
        const name = oneOf(value, ['Automatic', ...namesOf(crossings)]);
        if (name === 'Automatic') delete axis.crossing;
        else axis.crossing = crossings[name];
      },
    ),
  },
  links: {
    Title: (target) => ref('ChartAxisTitle', target),
    MajorGridlines: (target) => ref('ChartGridlines', target),
  },
});

export const chartAxisTitle = hostClass('ChartAxisTitle', {
  scalars: {
    Text: axisProperty(
      (axis) => axis.title ?? '',
      (axis, value) => {
        axis.title = text(value);
      },
    ),
    Visible: axisProperty(
      (axis) => axis.title !== undefined,
      (axis, value) => {
        if (flag(value)) axis.title ??= '';
        else delete axis.title;
      },
    ),
  },
});

export const chartGridlines = hostClass('ChartGridlines', {
  scalars: {
    Visible: axisProperty(
      (axis) => axis.majorGridlines,
      (axis, value) => {
        axis.majorGridlines = flag(value);
      },
    ),
  },
});
