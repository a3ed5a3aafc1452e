import type { ChartSeriesModel } from '../../model/types';
import { absoluteReference, findRange } from '../addresses';
import { color, flag, number, oneOf, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { ref } from '../ref';
import type { AxisTarget, ChartTarget, PointTarget, SeriesTarget } from '../targets';
import { changed, observed } from './chart';

const axes = { Category: 'categoryAxis', Value: 'valueAxis' } as const;

export const chartAxes = hostClass('ChartAxes', {
  links: {
    CategoryAxis: (target) => ref('ChartAxis', { ...target, axis: 'categoryAxis' }),
    ValueAxis: (target) => ref('ChartAxis', { ...target, axis: 'valueAxis' }),
  },
  methods: {
    GetItem: (target, args) =>
      ref('ChartAxis', { ...target, axis: axes[oneOf(args.text(0), ['Category', 'Value'])] }),
  },
});

function bound(key: 'minimum' | 'maximum'): Property<AxisTarget> {
  return observed(
    ({ chart, axis }) => chart[axis][key] ?? '',
    ({ chart, axis }, value) => {
      if (value === '') delete chart[axis][key];
      else chart[axis][key] = number(value);
    },
  );
}

export const chartAxis = hostClass('ChartAxis', {
  scalars: {
    Visible: observed(
      ({ chart, axis }) => chart[axis].visible,
      ({ chart, axis }, value) => {
        chart[axis].visible = flag(value);
      },
    ),
    NumberFormat: observed(
      ({ chart, axis }) => chart[axis].numberFormat ?? 'General',
      ({ chart, axis }, value) => {
        chart[axis].numberFormat = text(value);
      },
    ),
    Minimum: bound('minimum'),
    Maximum: bound('maximum'),
  },
  links: {
    Title: (target) => ref('ChartAxisTitle', target),
    MajorGridlines: (target) => ref('ChartGridlines', target),
  },
});

export const chartAxisTitle = hostClass('ChartAxisTitle', {
  scalars: {
    Text: observed(
      ({ chart, axis }) => chart[axis].title ?? '',
      ({ chart, axis }, value) => {
        chart[axis].title = text(value);
      },
    ),
    Visible: observed(
      ({ chart, axis }) => chart[axis].title !== undefined,
      ({ chart, axis }, value) => {
        if (flag(value)) chart[axis].title ??= '';
        else delete chart[axis].title;
      },
    ),
  },
});

export const chartGridlines = hostClass('ChartGridlines', {
  scalars: {
    Visible: observed(
      ({ chart, axis }) => chart[axis].majorGridlines,
      ({ chart, axis }, value) => {
        chart[axis].majorGridlines = flag(value);
      },
    ),
  },
});

export const chartSeriesCollection = hostClass('ChartSeriesCollection', {
  items: (target) => target.chart.series.map((series) => ref('ChartSeries', { ...target, series })),
  methods: {
    Add: (target, args) => {
      const series: ChartSeriesModel = {
        name: args.textOr(0, `Series${target.chart.series.length + 1}`),
        values: '',
      };
      const at = args.integerOr(1, target.chart.series.length);
      target.chart.series.splice(at, 0, series);
      changed(target);
      return ref('ChartSeries', { ...target, series });
    },
  },
});

const dimensions = {
  Values: 'values',
  Categories: 'categories',
  XValues: 'categories',
  YValues: 'values',
} as const;

export const chartSeries = hostClass('ChartSeries', {
  scalars: {
    Name: observed(
      ({ sheet, series }) => shownName(sheet, series.name),
      ({ series }, value) => {
        series.name = text(value);
      },
    ),
    HasDataLabels: observed(
      ({ series }) => series.showLabels ?? false,
      ({ series }, value) => {
        series.showLabels = flag(value);
      },
    ),
    Smooth: observed(
      ({ series }) => series.smooth ?? false,
      ({ series }, value) => {
        series.smooth = flag(value);
      },
    ),
    GapWidth: observed(
      ({ chart }) => chart.gapWidth ?? 150,
      ({ chart }, value) => {
        const width = number(value);
        if (width < 0 || width > 500) throw new ApiError('InvalidArgument');
        chart.gapWidth = width;
      },
    ),
  },
  links: {
    Format: (target) => ref('ChartSeriesFormat', target),
    DataLabels: (target) => ref('ChartDataLabels', target),
    Points: (target) => ref('ChartPointsCollection', target),
  },
  methods: {
    Delete: (target) => {
      const at = target.chart.series.indexOf(target.series);
      if (at < 0) throw new ApiError('ItemNotFound');
      target.chart.series.splice(at, 1);
      changed(target);
    },
    SetValues: (target, args) => {
      target.series.values = absoluteReference(args.object(0, 'Range'));
      changed(target);
    },
    SetXAxisValues: (target, args) => {
      target.series.categories = absoluteReference(args.object(0, 'Range'));
      changed(target);
    },
    GetDimensionDataSourceString: ({ series }, args) =>
      series[dimensions[oneOf(args.text(0), ['Values', 'Categories', 'XValues', 'YValues'])]] ?? '',
    GetDimensionDataSourceType: () => 'LocalRange',
  },
});

/** A series is named by a text or by a cell. */
function shownName(sheet: SeriesTarget['sheet'], name: string): string {
  if (!name.startsWith('=')) return name;
  const range = findRange(sheet.workbook, sheet, name);
  return range ? range.sheet.text(range.area.row, range.area.column) : name;
}

export const chartSeriesFormat = hostClass('ChartSeriesFormat', {
  links: {
    Fill: (target) => ref('ChartFill', target),
    Line: (target) => ref('ChartLineFormat', target),
  },
});

export const chartLineFormat = hostClass('ChartLineFormat', {
  scalars: {
    Color: observed(
      ({ series }) => series.color ?? '',
      ({ series }, value) => {
        series.color = color(value);
      },
    ),
  },
});

export const chartFill = hostClass('ChartFill', {
  methods: {
    SetSolidColor: (target, args) => {
      const shade = color(args.values[0]);
      if (isPoint(target))
        target.series.pointColors = { ...target.series.pointColors, [target.index]: shade };
      else target.series.color = shade;
      changed(target);
    },
    GetSolidColor: (target) =>
      (isPoint(target) ? target.series.pointColors?.[target.index] : undefined) ?? target.series.color ?? '',
  },
});

function isPoint(target: SeriesTarget | PointTarget): target is PointTarget {
  return 'index' in target;
}

export const chartPointsCollection = hostClass('ChartPointsCollection', {
  items: (target) => {
    const range = findRange(target.sheet.workbook, target.sheet, target.series.values);
    const count = range ? range.area.rows * range.area.columns : 0;
    return Array.from({ length: count }, (_, index) => ref('ChartPoint', { ...target, index }));
  },
});

export const chartPoint = hostClass('ChartPoint', {
  links: { Format: (target) => ref('ChartPointFormat', target) },
});

export const chartPointFormat = hostClass('ChartPointFormat', {
  links: { Fill: (target) => ref('ChartFill', target) },
});

/** Labels of one series, or of all series of a chart. */
function labelled(target: SeriesTarget | ChartTarget): readonly ChartSeriesModel[] {
  return 'series' in target ? [target.series] : target.chart.series;
}

export const chartDataLabels = hostClass('ChartDataLabels', {
  scalars: {
    ShowValue: observed(
      (target) => labelled(target).every(({ showLabels }) => showLabels === true),
      (target, value) => {
        for (const series of labelled(target)) series.showLabels = flag(value);
      },
    ),
    NumberFormat: observed(
      (target) => labelled(target)[0]?.labelFormat ?? 'General',
      (target, value) => {
        for (const series of labelled(target)) series.labelFormat = text(value);
      },
    ),
  },
});
