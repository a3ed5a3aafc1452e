import type { ChartSeries, SheetChart } from 'hucre';

import type {
  ChartAxisModel,
  ChartMarker,
  ChartModel,
  ChartSeriesModel,
  SheetModel,
  WorkbookModel,
} from '../model/types';
import { columnLetters, parseArea, sheetPrefix } from './address';
import { columnPoints, emuPerPoint, placeAt } from './geometry';
import { maximumColumns, maximumRows } from './limits';
import { defined } from './styles-read';
import { escapeXml } from './xml';

/** A chart as hucre writes it. Where it stands is written by anchorXml, to the point. */
export function hucreChart(chart: ChartModel): SheetChart {
  const [, kind = 'Column', stacking = ''] =
    /^(Column|Bar|Line|Area|Pie|Doughnut|XYScatter)(?:Markers)?(.*)$/.exec(chart.type) ?? [];
  const grouping = /Stacked100/.test(stacking)
    ? 'percentStacked'
    : /Stacked/.test(stacking)
      ? 'stacked'
      : undefined;
  const round = kind === 'Pie' || kind === 'Doughnut';
  const type = writtenKinds[kind] ?? 'column';
  return defined<SheetChart>({
    type,
    title: chart.title,
    titleFontSize: 12,
    legendFontSize: 9,
    series: chart.series.map((series) => hucreSeries(series, chart)),
    anchor: { from: { row: 0, col: 0 } },
    barGrouping: type === 'column' || type === 'bar' ? (grouping ?? 'clustered') : undefined,
    overlap: grouping !== undefined && (type === 'column' || type === 'bar') ? 100 : undefined,
    lineGrouping: type === 'line' ? (grouping ?? 'standard') : undefined,
    areaGrouping: type === 'area' ? (grouping ?? 'standard') : undefined,
    gapWidth: type === 'column' || type === 'bar' ? chart.gapWidth : undefined,
    showLineMarkers: type === 'line' ? /Markers/.test(chart.type) : undefined,
    legend: chart.legend.visible ? chart.legend.position : false,
    varyColors: round,
    autoTitleDeleted: chart.title === undefined,
    scatterStyle: type === 'scatter' ? 'marker' : undefined,
    axes: round
      ? undefined
      : {
          x: { ...hucreAxis(chart.categoryAxis), ...crossingOf(chart.valueAxis) },
          y: { ...hucreAxis(chart.valueAxis), ...crossingOf(chart.categoryAxis) },
        },
  });
}

const writtenKinds: Readonly<Record<string, SheetChart['type']>> = {
  Column: 'column',
  Bar: 'bar',
  Line: 'line',
  Area: 'area',
  Pie: 'pie',
  Doughnut: 'doughnut',
  XYScatter: 'scatter',
};

function hucreSeries(series: ChartSeriesModel, chart: ChartModel): ChartSeries {
  const points = Object.entries(series.pointColors ?? {}).map(([idx, color]) => ({
    idx: Number(idx),
    fillColor: color.replace('#', ''),
  }));
  const isLine = chart.type.startsWith('Line');
  return defined<ChartSeries>({
    name: series.name === '' ? undefined : series.name,
    values: series.values,
    categories: series.categories,
    color: series.color?.replace('#', ''),
    smooth: series.smooth,
    marker: markerOf(series, chart),
    stroke: isLine ? { width: 2.25 } : undefined,
    dataPoints: points.length === 0 ? undefined : points,
    dataLabels: series.showLabels
      ? defined({
          showValue: true,
          numberFormat:
            series.labelFormat === undefined
              ? undefined
              : { formatCode: series.labelFormat, sourceLinked: false },
        })
      : undefined,
  });
}

const SYMBOLS = {
  None: 'none',
  Circle: 'circle',
  Square: 'square',
  Diamond: 'diamond',
  Triangle: 'triangle',
  X: 'x',
  Star: 'star',
  Plus: 'plus',
  Dot: 'dot',
  Dash: 'dash',
} as const satisfies Record<ChartMarker, string>;

/** Without a colour of its own a marker takes the theme's, which need not be its line's. */
function markerOf({ color, marker }: ChartSeriesModel, { type }: ChartModel): ChartSeries['marker'] {
  const isLine = type.startsWith('Line');
  if (marker === 'None' || (isLine && !type.includes('Markers'))) return { symbol: 'none' };
  if (!isLine && !type.startsWith('XYScatter')) return undefined;
  const fill = color?.replace('#', '');
  return defined<NonNullable<ChartSeries['marker']>>({
    symbol: SYMBOLS[marker ?? 'Circle'],
    size: isLine ? 5 : 6,
    fill,
    line: fill,
  });
}

const crossings = { minimum: 'min', maximum: 'max' } as const;

/** Where one axis stands on the other is written with the one that stands there. */
function crossingOf({ crossing }: ChartAxisModel): { crosses?: 'min' | 'max' } {
  return crossing === undefined ? {} : { crosses: crossings[crossing] };
}

function hucreAxis(axis: ChartAxisModel) {
  return defined({
    title: axis.title,
    axisTitleFontSize: 9,
    labelFontSize: 9,
    majorTickMark: 'none' as const,
    minorTickMark: 'none' as const,
    hidden: axis.visible ? undefined : true,
    reverse: axis.reversed,
    numberFormat:
      axis.numberFormat === undefined ? undefined : { formatCode: axis.numberFormat, sourceLinked: false },
    scale:
      axis.minimum === undefined && axis.maximum === undefined
        ? undefined
        : defined({ min: axis.minimum, max: axis.maximum }),
    gridlines: axis.majorGridlines ? { major: true } : { major: false },
  });
}

/**
 * Completes hucre's chart part: names that are references, absolute references, and the values of each reference as
 * they are now, which viewers that do not calculate draw from.
 */
export function completeChart(xml: string, workbook: WorkbookModel, home: SheetModel): string {
  return pointsOnly(xml)
    .replace(/<c:tx><c:v>=([^<]*)<\/c:v><\/c:tx>/g, '<c:tx><c:strRef><c:f>$1</c:f></c:strRef></c:tx>')
    .replaceAll('<c:majorGridlines/>', paleGridlines)
    .replace(/<c:(str|num)Ref><c:f>([^<]*)<\/c:f><\/c:\1Ref>/g, (_, kind: 'str' | 'num', escaped: string) => {
      const reference = escaped
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      const found = referencedCells(reference, workbook, home);
      const formula = escapeXml(found?.address ?? reference);
      const cache = found === null ? '' : cacheXml(kind, found);
      return `<c:${kind}Ref><c:f>${formula}</c:f>${cache}</c:${kind}Ref>`;
    });
}

/** A scatter chart's points stand alone: a line through them would say that one follows from the other. */
function pointsOnly(xml: string): string {
  if (!xml.includes('<c:scatterChart>')) return xml;
  const noLine = '<a:ln w="19050"><a:noFill/></a:ln>';
  return xml.replace(
    /(<c:order val="\d+"\/>(?:<c:tx>.*?<\/c:tx>)?)(?:<c:spPr>(.*?)(?:<a:ln\b.*?<\/a:ln>)?<\/c:spPr>)?/gs,
    (_, before: string, fill = '') => `${before}<c:spPr>${fill}${noLine}</c:spPr>`,
  );
}

/** hucre can't colour them, and black ones outweigh the data. */
const paleGridlines =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

interface ReferencedCells {
  readonly address: string;
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function referencedCells(
  reference: string,
  workbook: WorkbookModel,
  home: SheetModel,
): ReferencedCells | null {
  const bang = reference.lastIndexOf('!');
  const named = reference.slice(0, Math.max(bang, 0)).replace(/^'|'$/g, '').replaceAll("''", "'");
  const sheet = bang < 0 ? home : workbook.sheet(named);
  const area = parseArea(reference.slice(bang + 1));
  if (sheet === undefined || area === null) return null;
  const { row, column, rows, columns } = area;
  const corner = (r: number, c: number): string => `$${columnLetters(c)}$${r + 1}`;
  const last = rows * columns === 1 ? '' : `:${corner(row + rows - 1, column + columns - 1)}`;
  return { address: `${sheetPrefix(sheet.name)}${corner(row, column)}${last}`, sheet, ...area };
}

const mostCachedPoints = 5000;

function cacheXml(kind: 'str' | 'num', { sheet, row, column, rows, columns }: ReferencedCells): string {
  const count = rows * columns;
  if (count > mostCachedPoints) return '';
  let points = '';
  for (let index = 0; index < count; index++) {
    const place = [row + Math.floor(index / columns), column + (index % columns)] as const;
    const value = sheet.value(...place);
    if (kind === 'num' ? typeof value !== 'number' : value === null) continue;
    const text = kind === 'num' && typeof value === 'number' ? String(value) : sheet.text(...place);
    points += `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`;
  }
  const format =
    kind === 'num'
      ? `<c:formatCode>${escapeXml(sheet.style(row, column).numberFormat ?? 'General')}</c:formatCode>`
      : '';
  return `<c:${kind}Cache>${format}<c:ptCount val="${count}"/>${points}</c:${kind}Cache>`;
}

/** The chart's frame in a drawing: from one cell's inside to another's. */
export function anchorXml(chart: ChartModel, sheet: SheetModel, relationship: string, shape: number): string {
  const columns = {
    size: (column: number) => (sheet.columnHidden(column) ? 0 : columnPoints(sheet.columnWidth(column))),
    count: maximumColumns,
  };
  const rows = {
    size: (row: number) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row)),
    count: maximumRows,
  };
  const corner = (name: string, left: number, top: number): string => {
    const x = placeAt(columns, left);
    const y = placeAt(rows, top);
    const emu = (points: number): number => Math.round(points * emuPerPoint);
    return (
      `<xdr:${name}><xdr:col>${x.index}</xdr:col><xdr:colOff>${emu(x.offset)}</xdr:colOff>` +
      `<xdr:row>${y.index}</xdr:row><xdr:rowOff>${emu(y.offset)}</xdr:rowOff></xdr:${name}>`
    );
  };
  const description = chart.altText === undefined ? '' : ` descr="${escapeXml(chart.altText)}"`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${drawingSpace}" xmlns:a="${mainSpace}" editAs="oneCell">` +
    corner('from', chart.left, chart.top) +
    corner('to', chart.left + chart.width, chart.top + chart.height) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${shape}" name="${escapeXml(chart.name)}"${description}/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartSpace}"><c:chart xmlns:c="${chartSpace}" xmlns:r="${relationshipSpace}" r:id="${relationship}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const mainSpace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const chartSpace = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const relationshipSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A drawing without anything in it. */
export const emptyDrawing = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${drawingSpace}" xmlns:a="${mainSpace}"></xdr:wsDr>`;
