import type { ChartConfiguration, ChartDataset, ChartOptions, Plugin, ScaleOptionsByType } from 'chart.js';
import type { ChartAxisModel, ChartModel, WorkbookModel } from '../../model/types';
import { formatValue } from '../../model/text';
import { themed, type Theme } from '../formats/colors';
import { seriesCategories, seriesName, seriesPositions, seriesValues, sourceFormat } from './chartData';

/** The accents of the Office theme: what series without a colour of their own take in turn. */
const PALETTE = [
  '#4472C4',
  '#ED7D31',
  '#A5A5A5',
  '#FFC000',
  '#5B9BD5',
  '#70AD47',
  '#264478',
  '#9E480E',
] as const;

type Kind = 'bar' | 'line' | 'pie' | 'doughnut' | 'scatter';

interface Shape {
  readonly kind: Kind;
  readonly horizontal: boolean;
  readonly stacked: boolean;
  readonly percent: boolean;
  readonly area: boolean;
  readonly points: boolean;
}

/** What Excel's name of a chart type means. */
export function shapeOf(type: string): Shape {
  const name = type.toLowerCase();
  const kind: Kind = name.includes('doughnut')
    ? 'doughnut'
    : name.includes('pie')
      ? 'pie'
      : name.includes('scatter')
        ? 'scatter'
        : name.startsWith('line') || name.includes('area')
          ? 'line'
          : 'bar';
  return {
    kind,
    horizontal: name.startsWith('bar'),
    stacked: name.includes('stacked'),
    percent: name.includes('100'),
    area: name.includes('area'),
    points: name.includes('markers') || kind === 'scatter',
  };
}

interface Inks {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
}

const INKS: Record<Theme, Inks> = {
  light: { text: '#3b4044', soft: '#5c6369', line: '#e3e6e8', paper: '#ffffff' },
  dark: { text: '#e8eaec', soft: '#a5adb3', line: '#33393d', paper: '#17191b' },
  contrast: { text: '#ffffff', soft: '#ffffff', line: '#6b6b6b', paper: '#000000' },
};

const FONT = '"Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** A chart of the model as chart.js draws it. */
export function chartConfig(
  chart: ChartModel,
  workbook: WorkbookModel,
  theme: Theme,
  zoom: number,
): ChartConfiguration {
  const shape = shapeOf(chart.type);
  const inks = INKS[theme];
  const round = shape.kind === 'pie' || shape.kind === 'doughnut';
  const colorOf = (color: string | undefined, index: number): string => {
    const chosen = color ?? PALETTE[index % PALETTE.length] ?? PALETTE[0];
    return theme === 'contrast' ? chosen : shownColor(chosen, theme);
  };
  const raw = chart.series.map((series) => seriesValues(workbook, series));
  const totals = shape.percent ? totalsOf(raw) : [];
  const format = (value: number, code: string | undefined): string =>
    formatValue(value, code ?? 'General', workbook.locale, workbook.date1904);
  const valueFormat =
    chart.valueAxis.numberFormat ?? (shape.percent ? '0%' : sourceFormat(workbook, chart.series[0]));

  const datasets = chart.series.map((series, index): ChartDataset => {
    const values = raw[index] ?? [];
    const color = colorOf(series.color, index);
    const data = shape.percent
      ? values.map((value, i) => (value === null || !totals[i] ? null : value / totals[i]))
      : values;
    const pointColors = values.map((_, i) =>
      colorOf(series.pointColors?.[i] ?? (round ? undefined : series.color), round ? i : index),
    );
    const label = seriesName(workbook, series);
    switch (shape.kind) {
      case 'bar': {
        const gap = chart.gapWidth ?? 150;
        return {
          type: 'bar',
          label,
          data,
          backgroundColor: pointColors,
          categoryPercentage: 1 / (1 + gap / 100 / Math.max(1, shape.stacked ? 1 : chart.series.length)),
          barPercentage: 1,
        };
      }
      case 'line':
        return {
          type: 'line',
          label,
          data,
          borderColor: color,
          backgroundColor: shape.area ? `${color}B3` : color,
          pointBackgroundColor: color,
          borderWidth: 2,
          fill: shape.area,
          tension: series.smooth ? 0.35 : 0,
          pointRadius: shape.points ? 3 : 0,
          spanGaps: false,
        };
      case 'pie':
      case 'doughnut':
        return {
          type: shape.kind,
          label,
          data,
          backgroundColor: pointColors,
          borderColor: inks.paper,
          borderWidth: 1,
        };
      case 'scatter': {
        const positions = seriesPositions(workbook, series);
        return {
          type: 'scatter',
          label,
          data: values.flatMap((y, i) => {
            const x = positions[i];
            return y === null || x === null || x === undefined ? [] : [{ x, y }];
          }),
          backgroundColor: color,
          borderColor: color,
        };
      }
    }
  });

  const size = 12 * zoom;
  const options: ChartOptions = {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    indexAxis: shape.horizontal ? 'y' : 'x',
    color: inks.soft,
    font: { family: FONT, size },
    plugins: {
      title: {
        display: chart.title !== undefined && chart.title !== '',
        text: chart.title ?? '',
        color: inks.text,
        font: { family: FONT, size: 14 * zoom, weight: 600 },
      },
      legend: {
        display: chart.legend.visible,
        position: chart.legend.position,
        labels: { color: inks.soft, boxWidth: 12 * zoom, boxHeight: 12 * zoom, font: { family: FONT, size } },
      },
      tooltip: {
        callbacks: {
          label: ({ dataset, dataIndex, label }) => {
            const point = dataset.data[dataIndex];
            const value = typeof point === 'object' && point !== null && 'y' in point ? point.y : point;
            const name = round ? label : (dataset.label ?? '');
            return typeof value === 'number' ? `${name}: ${format(value, valueFormat)}` : name;
          },
        },
      },
    },
    scales: round ? {} : scalesOf(chart, shape, inks, size, (value) => format(value, valueFormat)),
  };
  const labelled = chart.series.map(({ showLabels, labelFormat }) =>
    showLabels ? (labelFormat ?? valueFormat) : null,
  );
  return {
    type: shape.kind,
    data: { labels: chart.series[0] ? seriesCategories(workbook, chart.series[0]) : [], datasets },
    options,
    plugins: labelled.some((code) => code !== null) ? [valueLabels(labelled, shape, inks, size, format)] : [],
  };
}

/** A cell colour in the theme; in dark ones accents stay recognisable, only very dark ones are lifted. */
function shownColor(color: string, theme: Theme): string {
  const light =
    Number.parseInt(color.slice(1, 3), 16) +
    Number.parseInt(color.slice(3, 5), 16) +
    Number.parseInt(color.slice(5, 7), 16);
  return theme === 'dark' && light < 250 ? (themed(color, theme) ?? color) : color;
}

function totalsOf(series: readonly (readonly (number | null)[])[]): number[] {
  const totals: number[] = [];
  for (const values of series)
    values.forEach((value, i) => (totals[i] = (totals[i] ?? 0) + Math.abs(value ?? 0)));
  return totals;
}

function scalesOf(
  chart: ChartModel,
  shape: Shape,
  inks: Inks,
  size: number,
  format: (value: number) => string,
): NonNullable<ChartOptions['scales']> {
  const common = (axis: ChartAxisModel): Partial<ScaleOptionsByType> => ({
    display: axis.visible,
    title: {
      display: axis.title !== undefined && axis.title !== '',
      text: axis.title ?? '',
      color: inks.soft,
      align: 'center',
      padding: 4,
      font: { family: FONT, size },
    },
    grid: { display: axis.majorGridlines, color: inks.line },
  });
  const ticks = { color: inks.soft, font: { family: FONT, size } };
  const value = {
    ...common(chart.valueAxis),
    type: 'linear' as const,
    stacked: shape.stacked,
    min: chart.valueAxis.minimum,
    max: chart.valueAxis.maximum ?? (shape.percent ? 1 : undefined),
    beginAtZero: shape.kind === 'bar' || shape.area,
    ticks: { ...ticks, callback: (tick: string | number) => format(Number(tick)) },
  };
  const category =
    shape.kind === 'scatter'
      ? { ...common(chart.categoryAxis), type: 'linear' as const, ticks }
      : {
          ...common(chart.categoryAxis),
          type: 'category' as const,
          stacked: shape.stacked,
          offset: shape.kind === 'bar',
          reverse: false,
          ticks: { ...ticks, maxRotation: 45, autoSkip: true },
        };
  const scales = shape.horizontal ? { x: value, y: category } : { x: category, y: value };
  return scales as NonNullable<ChartOptions['scales']>;
}

/** Writes the values beside the points of series that show them. */
function valueLabels(
  formats: readonly (string | null)[],
  shape: Shape,
  inks: Inks,
  size: number,
  format: (value: number, code: string | undefined) => string,
): Plugin {
  return {
    id: 'valueLabels',
    afterDatasetsDraw: (drawn) => {
      const { ctx, data } = drawn;
      ctx.save();
      ctx.font = `${size - 1}px ${FONT}`;
      ctx.fillStyle = inks.text;
      ctx.textAlign = shape.horizontal ? 'left' : 'center';
      ctx.textBaseline = shape.horizontal ? 'middle' : 'bottom';
      data.datasets.forEach((dataset, index) => {
        const code = formats[index];
        if (code === null || code === undefined || !drawn.isDatasetVisible(index)) return;
        drawn.getDatasetMeta(index).data.forEach((element, i) => {
          const value = dataset.data[i];
          if (typeof value !== 'number') return;
          const { x, y } = element.tooltipPosition(true);
          ctx.fillText(
            format(value, code),
            (x ?? 0) + (shape.horizontal ? 4 : 0),
            (y ?? 0) - (shape.horizontal ? 0 : 3),
          );
        });
      });
      ctx.restore();
    },
  };
}
