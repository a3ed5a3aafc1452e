import { CHART_MARKERS } from '../../model/values';
import type { ChartModel, ChartSeriesModel } from '../../model/types';
import { absoluteReference, findRange } from '../addresses';
import { color, flag, number, oneOf, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { ref } from '../ref';
import type { ChartTarget, PointTarget, SeriesTarget } from '../targets';
import { changed, chartTypes, observed } from './chart';

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

/** The second value axis goes away with the last series that it measures. */
function dropUnusedAxis(chart: ChartModel): void {
  if (!chart.series.some(({ secondary }) => secondary)) delete chart.secondaryAxis;
}

/** Lines, markers and columns of one series have one colour here. */
const seriesColor: Property<SeriesTarget> = observed(
  ({ series }) => series.color ?? '',
  ({ series }, value) => {
    series.color = color(value);
  },
);

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
    ChartType: observed(
      ({ chart, series }) => series.type ?? chart.type,
      ({ chart, series }, value) => {
        const type = oneOf(value, chartTypes);
        if (type === chart.type) delete series.type;
        else series.type = type;
      },
    ),
    AxisGroup: observed(
      ({ series }) => (series.secondary ? 'Secondary' : 'Primary'),
      ({ chart, series }, value) => {
        if (oneOf(value, ['Primary', 'Secondary']) === 'Secondary') {
          series.secondary = true;
          chart.secondaryAxis ??= { visible: true, majorGridlines: false };
        } else {
          delete series.secondary;
          dropUnusedAxis(chart);
        }
      },
    ),
    MarkerStyle: observed(
      ({ series }) => series.marker ?? 'Automatic',
      ({ series }, value) => {
        const style = oneOf(value, ['Automatic', ...CHART_MARKERS]);
        if (style === 'Automatic') delete series.marker;
        else series.marker = style;
      },
    ),
    MarkerBackgroundColor: seriesColor,
    MarkerForegroundColor: seriesColor,
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
      dropUnusedAxis(target.chart);
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
    Color: seriesColor,
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
