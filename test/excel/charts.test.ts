/** @jest-environment ./test/tools/office-environment */
import { writePlan } from '../../src/excel';
import type { ChartPlan, Plan, SheetPlan } from '../../src/plan/types';
import { saveWorkbook, openWorkbook } from '../../src/workbench/files';
import type { ChartModel, WorkbookModel } from '../../src/workbench/model/types';

jest.setTimeout(60_000);

const area = { row: 0, column: 4, rows: 12, columns: 6 };
const column = (at: number): ChartPlan['categories'] => ({ row: 1, column: at, rows: 3, columns: 1 });

function chart(kind: ChartPlan['kind'], change: Partial<ChartPlan> = {}): ChartPlan {
  return {
    kind,
    title: kind,
    categories: column(0),
    series: [
      { name: 'Amount', values: column(1) },
      { name: 'Share', values: column(2), ...(kind === 'combo' ? { line: true } : {}) },
    ],
    valueAxis: { title: '元', format: '#,##0' },
    categoryAxis: { title: 'Customer' },
    area,
    altText: kind,
    ...change,
  };
}

const secondAxis = { title: 'Cumulative', format: '0%', minimum: 0, maximum: 1 };

const CHARTS: readonly ChartPlan[] = [
  chart('column'),
  chart('column-stacked'),
  chart('bar'),
  chart('bar-stacked'),
  chart('line'),
  chart('pie', { series: [{ name: 'Amount', values: column(1) }] }),
  chart('combo', { secondAxis }),
  chart('scatter', {
    categories: column(1),
    series: [{ name: 'Share', values: column(2) }],
    categoryAxis: { title: 'Amount', format: '0' },
  }),
];

function planOf(charts: readonly ChartPlan[]): Plan {
  const sheet: SheetPlan = {
    role: 'report',
    name: 'Charts',
    blocks: [
      {
        at: { row: 0, column: 0 },
        cells: [
          ['Customer', 'Amount', 'Share'],
          ['A', 30, 0.5],
          ['B', 20, 0.8],
          ['C', 10, 1],
        ],
        style: 'text',
      },
    ],
    tables: [],
    charts,
    validations: [],
    conditionalFormats: [],
    widths: [12],
    gridlines: false,
    print: { orientation: 'portrait' },
  };
  return { template: 'sample', locale: 'en', sheets: [sheet] };
}

const options = { source: null, options: {}, refresh: null };

const chartsOf = (book: WorkbookModel): ChartModel[] => [...book.sheet('Charts')!.charts];
const chartOf = (kind: string, book: WorkbookModel): ChartModel => {
  const found = chartsOf(book).find(({ name }) => name === kind);
  if (!found) throw new Error(`no chart ${kind}`);
  return found;
};

beforeEach(() => resetWorkbook({ sheets: ['订单台账'], locale: 'en-US' }));

test('every kind of chart is the type that Excel calls so', async () => {
  expect((await writePlan(planOf(CHARTS), options)).notices).toEqual([]);
  expect(chartsOf(workbook).map(({ name, type }) => [name, type])).toEqual([
    ['column', 'ColumnClustered'],
    ['column-stacked', 'ColumnStacked'],
    ['bar', 'BarClustered'],
    ['bar-stacked', 'BarStacked'],
    ['line', 'LineMarkers'],
    ['pie', 'Pie'],
    ['combo', 'ColumnClustered'],
    ['scatter', 'XYScatter'],
  ]);
});

test('the first bar stands at the top, and the value axis below all bars', async () => {
  await writePlan(planOf([chart('bar'), chart('column')]), options);
  expect(chartOf('bar', workbook).categoryAxis).toMatchObject({ reversed: true, crossing: 'maximum' });
  expect(chartOf('column', workbook).categoryAxis).not.toHaveProperty('reversed');
});

test('a line over columns has its own colour and its own axis', async () => {
  await writePlan(planOf([chart('combo', { secondAxis })]), options);
  const { series, secondaryAxis, valueAxis } = chartOf('combo', workbook);
  expect(series[0]).not.toHaveProperty('secondary');
  expect(series[1]).toMatchObject({ type: 'LineMarkers', secondary: true });
  expect(series[0]!.color).not.toBe(series[1]!.color);
  expect(secondaryAxis).toMatchObject({ title: 'Cumulative', numberFormat: '0%', minimum: 0, maximum: 1 });
  expect(valueAxis).toMatchObject({ title: '元', numberFormat: '#,##0' });
  expect(valueAxis).not.toHaveProperty('maximum');
});

test('lines that cross are told apart by their markers, not by colour alone', async () => {
  await writePlan(planOf([chart('line')]), options);
  const { series } = chartOf('line', workbook);
  expect(new Set(series.map(({ marker }) => marker)).size).toBe(series.length);
  expect(new Set(series.map(({ color }) => color)).size).toBe(series.length);
});

test('a saved file has the same charts', async () => {
  await writePlan(planOf(CHARTS), options);
  const again = await openWorkbook(await saveWorkbook(workbook), 'again.xlsx');
  for (const before of chartsOf(workbook)) {
    const after = chartOf(before.name, again);
    expect(after).toMatchObject({
      type: before.type,
      title: before.title,
      categoryAxis: before.type === 'Pie' ? {} : before.categoryAxis,
      valueAxis: before.type === 'Pie' ? {} : before.valueAxis,
    });
    expect(after.secondaryAxis).toEqual(before.secondaryAxis);
    expect(
      after.series.map(({ name, type, secondary, color }) => ({ name, type, secondary, color })),
    ).toEqual(before.series.map(({ name, type, secondary, color }) => ({ name, type, secondary, color })));
    expect(after.series.map(({ marker = 'Circle' }) => marker)).toEqual(
      before.series.map(({ marker = 'Circle' }) => marker),
    );
  }
});

test('another kind under the same title takes the place of the chart', async () => {
  const built = await writePlan(planOf([chart('column', { title: 'Chart' })]), options);
  await writePlan(planOf([chart('combo', { title: 'Chart', secondAxis })]), {
    ...options,
    refresh: built.build.id,
  });
  expect(chartsOf(workbook)).toHaveLength(1);
  expect(chartOf('Chart', workbook).series[1]).toMatchObject({ type: 'LineMarkers' });
});
