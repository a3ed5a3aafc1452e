import type { Area, ChartModel, ChartSeriesModel, SheetModel } from '../../model/types';
import { absoluteReference, rangeAt } from '../addresses';
import type { Arguments } from '../arguments';
import { color, flag, number, oneOf, text } from '../checks';
import { ApiError } from '../errors';
import { hostClass, type Property } from '../hostClass';
import { heightOf, leftOf, topOf, widthOf } from '../metrics';
import { isHostObject, ref } from '../ref';
import type { ChartTarget } from '../targets';
import { rangeArgument } from './rangeSteps';
import { nameOf, namesOf } from '../plain';

/** Chart types by Excel's names that the workbench can draw and save. */
export const chartTypes = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineStacked',
  'LineMarkers',
  'Pie',
  'Doughnut',
  'Area',
  'AreaStacked',
  'XYScatter',
] as const;

const DEFAULT_WIDTH = 360;
const DEFAULT_HEIGHT = 216;

export function changed({ sheet }: { readonly sheet: SheetModel }): void {
  sheet.workbook.notify({ kind: 'objects', sheet, what: 'charts' });
}

/** A property of a chart's part that tells the workbook when it is set. */
export function observed<T extends { readonly sheet: SheetModel }>(
  get: (target: T) => unknown,
  set: (target: T, value: unknown) => void,
): Property<T> {
  return {
    get,
    set: (target, value) => {
      set(target, value);
      changed(target);
    },
  };
}

function freeName(base: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) {
    const name = `${base} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

export const chartCollection = hostClass('ChartCollection', {
  items: (sheet) => sheet.charts.map((chart) => ref('Chart', { sheet, chart })),
  find: (sheet, key) => {
    const wanted = text(key);
    const chart =
      sheet.charts.find(({ id }) => id === wanted) ??
      sheet.charts.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    return chart && ref('Chart', { sheet, chart });
  },
  methods: {
    Add: (sheet, args) => {
      const type = oneOf(args.text(0), chartTypes);
      const source = args.object(1, 'Range');
      const by = oneOf(args.textOr(2, 'Auto'), ['Auto', 'Columns', 'Rows']);
      const ids = sheet.workbook.sheets.flatMap(({ charts }) => charts.map(({ id }) => id));
      const series = seriesFrom(source.sheet, source.area, by, type);
      const chart: ChartModel = {
        id: freeName('{Chart}', ids),
        name: freeName(
          'Chart',
          sheet.charts.map(({ name }) => name),
        ),
        type,
        series,
        legend: { visible: series.length > 1 || isRound(type), position: 'bottom' },
        categoryAxis: { visible: true, majorGridlines: false },
        valueAxis: { visible: true, majorGridlines: true },
        left: leftOf(sheet, 0),
        top: topOf(sheet, 0),
        width: DEFAULT_WIDTH,
        height: DEFAULT_HEIGHT,
      };
      if (series.length === 1 && series[0]!.name !== '')
        chart.title = series[0]!.name.startsWith('=') ? '' : series[0]!.name;
      sheet.charts.push(chart);
      return ref('Chart', { sheet, chart });
    },
  },
});

function isRound(type: string): boolean {
  return type === 'Pie' || type === 'Doughnut';
}

/** Splits a block into series as Excel does: texts on top are names, a first column of texts the categories. */
export function seriesFrom(
  sheet: SheetModel,
  area: Area,
  by: 'Auto' | 'Columns' | 'Rows',
  type: string,
): ChartSeriesModel[] {
  const byRows = by === 'Rows' || (by === 'Auto' && area.columns > area.rows);
  const size = byRows ? area.rows : area.columns;
  const length = byRows ? area.columns : area.rows;
  const line = (index: number, from: number): Area =>
    byRows
      ? { row: area.row + index, column: area.column + from, rows: 1, columns: length - from }
      : { row: area.row + from, column: area.column + index, rows: length - from, columns: 1 };
  const valueAt = (index: number, at: number): unknown =>
    byRows
      ? sheet.value(area.row + index, area.column + at)
      : sheet.value(area.row + at, area.column + index);
  const lines = Array.from({ length: size }, (_, index) => index);
  const named =
    length > 1 &&
    lines.some((index) => typeof valueAt(index, 0) === 'string') &&
    typeof valueAt(size - 1, 0) !== 'number';
  const from = named ? 1 : 0;
  const first = Array.from({ length: length - from }, (_, at) => valueAt(0, at + from));
  const categorised = size > 1 && (type === 'XYScatter' || first.every((value) => typeof value !== 'number'));
  const reference = (index: number, at: number): string =>
    absoluteReference({ sheet, area: line(index, at) });
  return lines.slice(categorised ? 1 : 0).map((index, position) => ({
    name: named
      ? `=${absoluteReference({ sheet, area: { ...line(index, 0), rows: 1, columns: 1 } })}`
      : `Series${position + 1}`,
    values: reference(index, from),
    ...(categorised ? { categories: reference(0, from) } : {}),
  }));
}

function measure(key: 'left' | 'top' | 'width' | 'height'): Property<ChartTarget> {
  return observed(
    ({ chart }) => chart[key],
    ({ chart }, value) => {
      const points = number(value);
      if (points < 0) throw new ApiError('InvalidArgument');
      chart[key] = points;
    },
  );
}

function cornerArgument(target: ChartTarget, args: Arguments, index: number): Area {
  return isHostObject(args.values[index])
    ? rangeArgument(target.sheet, args, index).area
    : rangeAt(target.sheet.workbook, target.sheet, args.text(index)).area;
}

export const chart = hostClass('Chart', {
  scalars: {
    Id: { get: (target) => target.chart.id },
    Name: observed(
      (target) => target.chart.name,
      (target, value) => {
        target.chart.name = text(value);
      },
    ),
    ChartType: observed(
      (target) => target.chart.type,
      (target, value) => {
        target.chart.type = oneOf(value, chartTypes);
      },
    ),
    Left: measure('left'),
    Top: measure('top'),
    Width: measure('width'),
    Height: measure('height'),
  },
  links: {
    Title: (target) => ref('ChartTitle', target),
    Legend: (target) => ref('ChartLegend', target),
    Axes: (target) => ref('ChartAxes', target),
    Series: (target) => ref('ChartSeriesCollection', target),
    DataLabels: (target) => ref('ChartDataLabels', target),
    Worksheet: ({ sheet }) => ref('Worksheet', sheet),
  },
  methods: {
    Delete: ({ sheet, chart: own }) => {
      const at = sheet.charts.indexOf(own);
      if (at < 0) throw new ApiError('ItemNotFound');
      sheet.charts.splice(at, 1);
    },
    SetData: (target, args) => {
      const source = args.object(0, 'Range');
      const by = oneOf(args.textOr(1, 'Auto'), ['Auto', 'Columns', 'Rows']);
      target.chart.series = seriesFrom(source.sheet, source.area, by, target.chart.type);
      changed(target);
    },
    SetPosition: (target, args) => {
      const start = cornerArgument(target, args, 0);
      const end = args.has(1) ? cornerArgument(target, args, 1) : undefined;
      const { sheet, chart: own } = target;
      own.left = leftOf(sheet, start.column);
      own.top = topOf(sheet, start.row);
      if (end) {
        const row = Math.min(start.row, end.row);
        const column = Math.min(start.column, end.column);
        const covered = {
          row,
          column,
          rows: Math.max(start.row, end.row + end.rows - 1) - row + 1,
          columns: Math.max(start.column, end.column + end.columns - 1) - column + 1,
        };
        own.width = widthOf(sheet, covered);
        own.height = heightOf(sheet, covered);
      }
      changed(target);
    },
    Activate: ({ sheet }) => sheet.workbook.activate(sheet),
  },
});

export const chartTitle = hostClass('ChartTitle', {
  scalars: {
    Text: observed(
      (target) => target.chart.title ?? '',
      (target, value) => {
        target.chart.title = text(value);
      },
    ),
    Visible: observed(
      (target) => target.chart.title !== undefined,
      (target, value) => {
        if (flag(value)) target.chart.title ??= '';
        else delete target.chart.title;
      },
    ),
  },
  links: { Format: (target) => ref('ChartTitleFormat', target) },
});

export const chartTitleFormat = hostClass('ChartTitleFormat', {
  links: { Font: (target) => ref('ChartFont', target) },
});

export const chartFont = hostClass('ChartFont', {
  scalars: {
    Size: observed(
      (target) => target.chart.titleFont?.size ?? 14,
      (target, value) => {
        target.chart.titleFont = { ...target.chart.titleFont, size: number(value) };
      },
    ),
    Bold: observed(
      (target) => target.chart.titleFont?.bold ?? false,
      (target, value) => {
        target.chart.titleFont = { ...target.chart.titleFont, bold: flag(value) };
      },
    ),
    Color: observed(
      (target) => target.chart.titleFont?.color ?? '#595959',
      (target, value) => {
        target.chart.titleFont = { ...target.chart.titleFont, color: color(value) };
      },
    ),
  },
});

const legendPositions = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;

export const chartLegend = hostClass('ChartLegend', {
  scalars: {
    Visible: observed(
      (target) => target.chart.legend.visible,
      (target, value) => {
        target.chart.legend.visible = flag(value);
      },
    ),
    Position: observed(
      ({ chart: { legend } }) => nameOf(legendPositions, legend.position),
      (target, value) => {
        const name = oneOf(value, namesOf(legendPositions));
        target.chart.legend.position = legendPositions[name];
      },
    ),
  },
});
