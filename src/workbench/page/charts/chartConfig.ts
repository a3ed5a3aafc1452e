import type { ChartConfiguration, ChartDataset, ChartOptions, Plugin } from 'chart.js';
import type { ChartModel, WorkbookModel } from '../../model/types';
import { formatValue } from '../../model/text';
import { themed, type Theme } from '../formats/colors';
import { seriesCategories, seriesName, seriesPositions, seriesValues, sourceFormat } from './chartData';
import { scalesOf, SECOND } from './chartScales';
import { FONT, INKS, POINTS, shapeOf, type Inks, type Shape } from './chartShape';

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

  const secondFormat =
    chart.secondaryAxis?.numberFormat ??
    sourceFormat(
      workbook,
      chart.series.find(({ secondary }) => secondary),
    );
  const formats = chart.series.map(({ secondary }) => (secondary ? secondFormat : valueFormat));

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
    const drawn = series.type === undefined ? shape : shapeOf(series.type);
    // In front of the columns, which are drawn later otherwise.
    const overlay = series.secondary ? { yAxisID: SECOND, order: -1 } : {};
    switch (drawn.kind) {
      case 'bar': {
        const gap = chart.gapWidth ?? 150;
        return {
          ...overlay,
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
          ...overlay,
          type: 'line',
          label,
          data,
          borderColor: color,
          backgroundColor: drawn.area ? `${color}B3` : color,
          pointBackgroundColor: color,
          borderWidth: 2,
          fill: drawn.area,
          tension: series.smooth ? 0.35 : 0,
          pointStyle: series.marker && POINTS[series.marker],
          pointRadius: drawn.points ? 3 : 0,
          spanGaps: false,
        };
      case 'pie':
      case 'doughnut':
        return {
          type: drawn.kind,
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
          label: ({ dataset, datasetIndex, dataIndex, label }) => {
            const point = dataset.data[dataIndex];
            const value = typeof point === 'object' && point !== null && 'y' in point ? point.y : point;
            const name = round ? label : (dataset.label ?? '');
            return typeof value === 'number' ? `${name}: ${format(value, formats[datasetIndex])}` : name;
          },
        },
      },
    },
    scales: round
      ? {}
      : scalesOf(chart, shape, inks, size, { value: valueFormat, second: secondFormat }, format),
  };
  const labelled = chart.series.map(({ showLabels, labelFormat }, index) =>
    showLabels ? (labelFormat ?? formats[index] ?? valueFormat) : null,
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
