import { parseChart } from 'hucre/ooxml';
import type { Chart, ChartAxisInfo, ChartColor } from 'hucre';

import type { ChartAxisModel, ChartMarker, ChartModel, ChartSeriesModel } from '../model/types';
import { CHART_MARKERS } from '../model/values';
import { emuPerPoint, pointsAt } from './geometry';
import type { Lines } from './geometry';
import type { OfficePackage } from './package';
import type { StyleReader } from './styles-read';
import { defined } from './styles-read';
import type { XmlElement } from './xml';
import { child, childrenOf, descendants, numberOf, parseXml } from './xml';

/** A chart as read, and where its frame stands in the drawing: for changing just that when saving. */
export interface ChartRead {
  readonly chart: Omit<ChartModel, 'id'>;
  /** Number of the anchor within the drawing. */
  readonly anchor: number;
}

export interface ChartsRead {
  readonly charts: ChartRead[];
  readonly notShown: number;
}

export function readCharts(
  pkg: OfficePackage,
  drawingPart: string,
  rows: Lines,
  columns: Lines,
  colors: StyleReader,
): ChartsRead {
  const charts: ChartRead[] = [];
  let notShown = 0;
  const targets = new Map(pkg.relationships(drawingPart).map((link) => [link.id, link.target]));
  anchorsOf(parseXml(pkg.text(drawingPart))).forEach((anchor, index) => {
    const frame = descendants(anchor, 'graphicFrame')[0];
    const link = frame === undefined ? undefined : descendants(frame, 'chart')[0];
    const part = targets.get(link?.attributes['r:id'] ?? link?.attributes['id'] ?? '');
    if (frame === undefined || part === undefined || !pkg.has(part)) return;
    const chart = readChart(pkg.text(part), colors);
    if (chart === null) {
      notShown++;
      return;
    }
    const named = child(child(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes ?? {};
    charts.push({
      anchor: index,
      chart: defined({
        ...chart,
        name: named['name'] ?? `Chart ${index + 1}`,
        altText: named['descr'] || undefined,
        ...readPlace(anchor, rows, columns),
      }),
    });
  });
  return { charts, notShown };
}

export function anchorsOf(drawing: XmlElement): XmlElement[] {
  return drawing.children.filter(({ name }) => name.endsWith('Anchor'));
}

type Place = Pick<ChartModel, 'left' | 'top' | 'width' | 'height'>;

function readPlace(anchor: XmlElement, rows: Lines, columns: Lines): Place {
  const value = (holder: XmlElement | undefined, name: string): number =>
    numberOf(child(holder, name)?.text) ?? 0;
  const corner = (name: string): { left: number; top: number } => {
    const holder = child(anchor, name);
    return {
      left: pointsAt(columns, value(holder, 'col'), value(holder, 'colOff') / emuPerPoint),
      top: pointsAt(rows, value(holder, 'row'), value(holder, 'rowOff') / emuPerPoint),
    };
  };
  const size = child(anchor, 'ext')?.attributes ?? {};
  const position = child(anchor, 'pos')?.attributes;
  const points = (text: string | undefined): number => (numberOf(text) ?? 0) / emuPerPoint;
  const start =
    position === undefined ? corner('from') : { left: points(position['x']), top: points(position['y']) };
  if (anchor.name !== 'twoCellAnchor') {
    return rounded({ ...start, width: points(size['cx']), height: points(size['cy']) });
  }
  const end = corner('to');
  return rounded({ ...start, width: end.left - start.left, height: end.top - start.top });
}

/** To a hundredth of a point: less than drawings resolve on paper. */
function rounded({ left, top, width, height }: Place): Place {
  const round = (points: number): number => Math.round(points * 100) / 100;
  return { left: round(left), top: round(top), width: round(width), height: round(height) };
}

type ChartBody = Omit<ChartModel, 'id' | 'name' | 'altText' | keyof Place>;

function readChart(xml: string, colors: StyleReader): ChartBody | null {
  const read = parseChart(xml);
  const plot = child(child(parseXml(xml), 'chart'), 'plotArea');
  const type = read === undefined ? null : chartType(read, isHorizontal(plot));
  if (read === undefined || type === null) return null;
  const groups = (plot?.children ?? []).filter((group) => childrenOf(group, 'ser').length > 0);
  const elements = groups.flatMap((group) => childrenOf(group, 'ser').map((element) => ({ element, group })));
  const second = secondaryAxis(plot, groups);
  return defined({
    type,
    title: read.title,
    series: (read.series ?? []).map((series, index) =>
      defined<ChartSeriesModel>({
        ...readSeries(series, elements[index]?.element, read.dataLabels, colors),
        ...drawnAs(elements[index]?.group, type),
        secondary: (second && isMeasuredBy(elements[index]?.group, second)) || undefined,
      }),
    ),
    legend: {
      visible: read.legend !== false && read.legend !== undefined,
      position: legendPosition(read.legend),
    },
    categoryAxis: readAxis(read.axes?.x, read.axes?.y),
    valueAxis: readAxis(read.axes?.y, read.axes?.x),
    secondaryAxis: second && readSecondAxis(second),
    gapWidth: read.gapWidth,
  });
}

function legendPosition(position: Chart['legend']): ChartModel['legend']['position'] {
  if (position === undefined || position === false) return 'bottom';
  return position === 'topRight' ? 'right' : position;
}

/** Bars and columns are one kind in the file; hucre 1.0.0 does not tell them apart. */
function isHorizontal(plot: XmlElement | undefined): boolean {
  return plot?.children.some((group) => child(group, 'barDir')?.attributes['val'] === 'bar') ?? false;
}

/** The API's name of a chart's kind; null for kinds that the workbook does not draw. */
function chartType(chart: Chart, horizontal: boolean): string | null {
  const stacking = { clustered: 'Clustered', stacked: 'Stacked', percentStacked: 'Stacked100', standard: '' };
  switch (chart.kinds[0]) {
    case 'bar':
    case 'bar3D':
      return `${horizontal ? 'Bar' : 'Column'}${stacking[chart.barGrouping ?? 'clustered']}`;
    case 'line':
    case 'line3D':
      return `Line${chart.showLineMarkers === false ? '' : 'Markers'}${stacking[chart.lineGrouping ?? 'standard']}`;
    case 'area':
    case 'area3D':
      return `Area${stacking[chart.areaGrouping ?? 'standard']}`;
    case 'pie':
    case 'pie3D':
      return 'Pie';
    case 'doughnut':
      return 'Doughnut';
    case 'scatter':
      return 'XYScatter';
    case 'bubble':
    case 'ofPie':
    case 'radar':
    case 'stock':
    case 'surface':
    case 'surface3D':
    case undefined:
    default:
      return null;
  }
}

type SeriesRead = NonNullable<Chart['series']>[number];

function readSeries(
  series: SeriesRead,
  element: XmlElement | undefined,
  shared: Chart['dataLabels'],
  colors: StyleReader,
): ChartSeriesModel {
  const text = child(element, 'tx');
  const reference = descendants(text ?? emptyElement, 'f')[0]?.text;
  const points = Object.fromEntries(
    (series.dataPoints ?? []).flatMap(({ idx, fillColor }) => {
      const color = chartColor(fillColor, colors);
      return color === undefined ? [] : [[idx, color]];
    }),
  ) as Record<number, string>;
  const labels = series.dataLabels ?? shared;
  const shown = labels?.showValue === true || labels?.showPercent === true;
  return defined({
    name: reference === undefined ? (series.name ?? '') : `=${reference}`,
    values: series.valuesRef ?? '',
    categories: series.categoriesRef,
    color: chartColor(series.color, colors),
    marker: markerOf(element),
    smooth: series.smooth || undefined,
    showLabels: shown || undefined,
    labelFormat: shown ? labels?.numberFormat?.formatCode : undefined,
    pointColors: Object.keys(points).length === 0 ? undefined : points,
  });
}

/** A circle is what every line has that says nothing else. */
function markerOf(element: XmlElement | undefined): ChartMarker | undefined {
  const symbol = child(child(element, 'marker'), 'symbol')?.attributes['val'];
  const found = CHART_MARKERS.find((marker) => marker.toLowerCase() === symbol);
  return found === 'Circle' || found === 'None' ? undefined : found;
}

const emptyElement: XmlElement = {
  name: '',
  attributes: {},
  children: [],
  text: '',
  start: 0,
  end: 0,
  innerStart: 0,
  innerEnd: 0,
};

const themeSlots = [
  'bg1',
  'tx1',
  'bg2',
  'tx2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

function chartColor(color: ChartColor | undefined, colors: StyleReader): string | undefined {
  if (color === undefined) return undefined;
  if (typeof color === 'string') return colors.color({ rgb: color });
  const alias: Readonly<Record<string, string>> = { lt1: 'bg1', dk1: 'tx1', lt2: 'bg2', dk2: 'tx2' };
  const theme = themeSlots.indexOf(alias[color.theme] ?? color.theme);
  if (theme < 0) return undefined;
  // Percentages of the luminance: 75 % of it darkens by a quarter, 40 % with 60 % added lightens by 60 %.
  const tint =
    color.lumOff !== undefined
      ? color.lumOff / 100_000
      : color.lumMod !== undefined
        ? color.lumMod / 100_000 - 1
        : 0;
  return colors.color({ theme, tint: Math.max(-1, Math.min(1, tint)) });
}

/** `other` is the axis that stands on this one. */
function readAxis(axis: ChartAxisInfo | undefined, other: ChartAxisInfo | undefined): ChartAxisModel {
  return defined({
    title: axis?.title,
    visible: axis?.hidden !== true,
    numberFormat: axis?.numberFormat?.sourceLinked ? undefined : axis?.numberFormat?.formatCode,
    minimum: axis?.scale?.min,
    maximum: axis?.scale?.max,
    majorGridlines: axis?.gridlines?.major === true,
    reversed: axis?.reverse || undefined,
    crossing: other?.crosses === 'max' ? 'maximum' : other?.crosses === 'min' ? 'minimum' : undefined,
  });
}

const idOf = (axis: XmlElement): string | undefined => child(axis, 'axId')?.attributes['val'];

function isMeasuredBy(group: XmlElement | undefined, axis: XmlElement): boolean {
  const wanted = idOf(axis);
  return (
    group !== undefined && childrenOf(group, 'axId').some(({ attributes }) => attributes['val'] === wanted)
  );
}

/** The value axis of the groups that the first one does not share; scatter charts have two that are none. */
function secondaryAxis(plot: XmlElement | undefined, groups: readonly XmlElement[]): XmlElement | undefined {
  if (plot === undefined || groups[0]?.name === 'scatterChart') return undefined;
  return childrenOf(plot, 'valAx').find(
    (axis) => !isMeasuredBy(groups[0], axis) && groups.some((group) => isMeasuredBy(group, axis)),
  );
}

/** How a group of series is drawn, where that is not how the chart is. */
function drawnAs(group: XmlElement | undefined, type: string): { type?: string } {
  const value = (name: string): string | undefined => child(group, name)?.attributes['val'];
  const own =
    group?.name === 'lineChart'
      ? `Line${value('marker') === '0' ? '' : 'Markers'}`
      : group?.name === 'barChart'
        ? `${value('barDir') === 'bar' ? 'Bar' : 'Column'}Clustered`
        : null;
  const family = /^(Line|Bar|Column)/;
  return own === null || family.exec(own)?.[0] === family.exec(type)?.[0] ? {} : { type: own };
}

function readSecondAxis(axis: XmlElement): ChartAxisModel {
  const title = child(axis, 'title');
  const format = child(axis, 'numFmt')?.attributes;
  const scaling = child(axis, 'scaling');
  const bound = (name: string): number | undefined => numberOf(child(scaling, name)?.attributes['val']);
  return defined({
    title:
      title &&
      descendants(title, 't')
        .map(({ text }) => text)
        .join(''),
    visible: child(axis, 'delete')?.attributes['val'] !== '1',
    numberFormat: format?.['sourceLinked'] === '1' ? undefined : format?.['formatCode'],
    minimum: bound('min'),
    maximum: bound('max'),
    majorGridlines: child(axis, 'majorGridlines') !== undefined,
    reversed: child(scaling, 'orientation')?.attributes['val'] === 'maxMin' || undefined,
  });
}
