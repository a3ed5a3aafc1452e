import type { ChartOptions, ScaleOptionsByType } from 'chart.js';
import type { ChartAxisModel, ChartModel } from '../../model/types';
import { FONT, type Inks, type Shape } from './chartShape';

/** The scale of series that have a value axis of their own. */
export const SECOND = 'second';

type Scales = NonNullable<ChartOptions['scales']>;

interface Formats {
  readonly value: string;
  readonly second: string;
}

/** The axes of a chart as chart.js has them. */
export function scalesOf(
  chart: ChartModel,
  shape: Shape,
  inks: Inks,
  size: number,
  formats: Formats,
  format: (value: number, code: string) => string,
): Scales {
  const { categoryAxis, valueAxis, secondaryAxis } = chart;
  const ticks = { color: inks.soft, font: { family: FONT, size } };
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
  const measured = (axis: ChartAxisModel, code: string): object => ({
    ...common(axis),
    type: 'linear',
    reverse: axis.reversed ?? false,
    min: axis.minimum,
    max: axis.maximum,
    ticks: { ...ticks, callback: (tick: string | number) => format(Number(tick), code) },
  });
  const value = {
    ...measured(valueAxis, formats.value),
    stacked: shape.stacked,
    max: valueAxis.maximum ?? (shape.percent ? 1 : undefined),
    beginAtZero: shape.kind === 'bar' || shape.area,
    ...sideOf(categoryAxis, shape),
  };
  const category =
    shape.kind === 'scatter'
      ? measured(categoryAxis, categoryAxis.numberFormat ?? 'General')
      : {
          ...common(categoryAxis),
          type: 'category',
          stacked: shape.stacked,
          offset: shape.kind === 'bar',
          // Bars are counted from the bottom in Excel, from the top here.
          reverse: shape.horizontal ? !categoryAxis.reversed : (categoryAxis.reversed ?? false),
          ticks: { ...ticks, maxRotation: 45, autoSkip: true },
        };
  const second = secondaryAxis && {
    ...measured(secondaryAxis, formats.second),
    position: 'right',
    beginAtZero: true,
  };
  const scales = shape.horizontal ? { x: value, y: category } : { x: category, y: value };
  return { ...scales, ...(second ? { [SECOND]: second } : {}) };
}

/** The value axis stands where the first category is, or where the category axis says. */
function sideOf({ reversed = false, crossing }: ChartAxisModel, { horizontal }: Shape): object {
  if (crossing === undefined && !reversed) return {};
  const far = reversed !== (crossing === 'maximum');
  if (horizontal) return { position: far ? 'top' : 'bottom' };
  return { position: far ? 'right' : 'left' };
}
