import { cellAddress, type Area } from '../domain/address';
import { chartColours, chartMarkers, chartText } from '../plan/styles';
import type { ChartAxis, ChartPlan } from '../plan/types';
import { rangeOf, type ChartRecord, type PlacedSheet } from './placed';
import type { Session } from './run';

const types = {
  column: 'ColumnClustered',
  'column-stacked': 'ColumnStacked',
  bar: 'BarClustered',
  'bar-stacked': 'BarStacked',
  line: 'LineMarkers',
  pie: 'Pie',
  combo: 'ColumnClustered',
  scatter: 'XYScatter',
} as const satisfies Record<ChartPlan['kind'], string>;

/** A chart's name in Excel is its title, so that the selection pane and a screen reader say what it shows. */
export function nameCharts(plans: readonly ChartPlan[]): ChartRecord[] {
  const seen = new Map<string, number>();
  return plans.map((plan) => {
    const title = plan.title || plan.altText || plan.kind;
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return { ...plan, name: count === 1 ? title : `${title} ${count}` };
  });
}

/**
 * Brings the charts of a sheet from what stands there to what is planned: one whose cells moved is pointed at them and
 * keeps the looks that a person gave it.
 */
export async function putCharts(
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
): Promise<void> {
  const known = new Map((from?.charts ?? []).map((chart) => [chart.name, chart]));
  const changed = to.charts.filter(
    (chart) => JSON.stringify(known.get(chart.name)) !== JSON.stringify(chart),
  );
  const dropped = [...known.keys()].filter((name) => !to.charts.some((chart) => chart.name === name));
  if (changed.length + dropped.length === 0) return;
  const standing = from ? await chartsByName(session, sheet) : new Map<string, Excel.Chart>();
  for (const name of dropped) {
    await session.room();
    standing.get(name)?.delete();
  }
  for (const chart of changed) {
    const before = known.get(chart.name);
    const there = standing.get(chart.name);
    if (before && there && before.series.length === chart.series.length && before.kind === chart.kind) {
      await pointChart(session, sheet, there, chart, before);
    } else {
      there?.delete();
      await addChart(session, sheet, chart);
    }
  }
}

async function chartsByName(session: Session, sheet: Excel.Worksheet): Promise<Map<string, Excel.Chart>> {
  sheet.charts.load('items/name');
  await session.sync();
  return new Map(sheet.charts.items.map((chart) => [chart.name, chart]));
}

async function addChart(session: Session, sheet: Excel.Worksheet, plan: ChartRecord): Promise<void> {
  const [first, ...others] = plan.series;
  if (!first) return;
  await session.room(4000);
  const chart = sheet.charts.add(types[plan.kind], rangeOf(sheet, first.values), 'Columns');
  chart.name = plan.name;
  place(chart, plan.area);
  chart.title.text = plan.title;
  chart.title.format.font.size = chartText.size + 2;
  chart.legend.visible = plan.series.length > 1 || plan.kind === 'pie';
  chart.legend.position = 'Bottom';
  describeSeries(sheet, chart.series.getItemAt(0), plan, 0);
  for (const index of others.keys()) {
    describeSeries(sheet, chart.series.add(plan.series[index + 1]?.name), plan, index + 1);
  }
  describeAxes(chart, plan);
}

function describeSeries(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  plan: ChartRecord,
  index: number,
): void {
  const wanted = plan.series[index]!;
  series.name = wanted.name;
  series.setValues(rangeOf(sheet, wanted.values));
  series.setXAxisValues(rangeOf(sheet, plan.categories));
  if (plan.kind === 'pie') {
    series.hasDataLabels = true;
    return;
  }
  const colour = chartColours[index % chartColours.length]!;
  const over = plan.kind === 'combo' && wanted.line === true;
  if (over) {
    series.chartType = 'LineMarkers';
    series.axisGroup = 'Secondary';
  }
  if (over || plan.kind === 'line') series.format.line.color = colour;
  else if (plan.kind !== 'scatter') series.format.fill.setSolidColor(colour);
  if (over || plan.kind === 'line' || plan.kind === 'scatter') {
    // Markers take the theme's colours otherwise, not their line's.
    series.markerBackgroundColor = colour;
    series.markerForegroundColor = colour;
    series.markerStyle = chartMarkers[index % chartMarkers.length]!;
  }
}

function describeAxes(chart: Excel.Chart, plan: ChartRecord): void {
  if (plan.kind === 'pie') return;
  const { valueAxis, categoryAxis } = chart.axes;
  if (plan.valueAxis) describeAxis(valueAxis, plan.valueAxis);
  if (plan.categoryAxis) describeAxis(categoryAxis, plan.categoryAxis);
  if (plan.kind === 'combo' && plan.secondAxis) {
    describeAxis(chart.axes.getItem('Value', 'Secondary'), plan.secondAxis);
  }
  if (plan.kind === 'bar' || plan.kind === 'bar-stacked') {
    // Excel counts bars from the bottom; turned round, the value axis would come to stand on top.
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = 'Maximum';
  }
}

function describeAxis(axis: Excel.ChartAxis, { title, format, minimum, maximum }: Partial<ChartAxis>): void {
  if (title !== undefined) axis.title.text = title;
  if (format !== undefined) axis.numberFormat = format;
  if (minimum !== undefined) axis.minimum = minimum;
  if (maximum !== undefined) axis.maximum = maximum;
}

/** New cells under an old chart. */
async function pointChart(
  session: Session,
  sheet: Excel.Worksheet,
  chart: Excel.Chart,
  plan: ChartRecord,
  before: ChartRecord,
): Promise<void> {
  await session.room(2000);
  plan.series.forEach((series, index) => {
    const standing = chart.series.getItemAt(index);
    standing.setValues(rangeOf(sheet, series.values));
    standing.setXAxisValues(rangeOf(sheet, plan.categories));
    if (series.name !== before.series[index]?.name) standing.name = series.name;
  });
  if (cellAddress(plan.area) !== cellAddress(before.area)) place(chart, plan.area);
}

function place(chart: Excel.Chart, area: Area): void {
  const end = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  chart.setPosition(cellAddress(area), cellAddress(end));
}
