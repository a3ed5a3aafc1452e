import type { ChartModel, ChartSeriesModel } from '../model/types';

/**
 * A chart whose series are drawn in several ways (columns with a line over them) is a chart for each way, woven into
 * one: hucre writes charts of one way only.
 */

/** The series that are drawn alike and measured by the same axes. */
interface ChartGroup {
  readonly chart: ChartModel;
  /** Numbers of the group's series among all of the chart. */
  readonly order: readonly number[];
  readonly secondary: boolean;
}

const isScatter = ({ type }: ChartModel): boolean => type.startsWith('XYScatter');

export function chartGroups(chart: ChartModel): readonly ChartGroup[] {
  const groups = new Map<string, number[]>();
  chart.series.forEach((series, index) => {
    const key = isScatter(chart) ? '' : `${series.type ?? chart.type} ${series.secondary ?? false}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  if (groups.size < 2) return [{ chart, order: [...chart.series.keys()], secondary: false }];
  return [...groups.values()].map((order) => {
    const series = order.map((index) => chart.series[index]).filter((one) => one !== undefined);
    return { chart: groupChart(chart, series), order, secondary: series[0]?.secondary === true };
  });
}

function groupChart(chart: ChartModel, series: ChartSeriesModel[]): ChartModel {
  const [first] = series;
  const own = { ...chart, type: first?.type ?? chart.type, series };
  if (!first?.secondary || !chart.secondaryAxis) return own;
  // The second value axis stands at the far end of categories that are not drawn twice.
  const categoryAxis = { visible: false, majorGridlines: false, crossing: 'maximum' as const };
  return { ...own, categoryAxis, valueAxis: chart.secondaryAxis };
}

/** The parts that hucre wrote for the groups, as one. */
export function weaveGroups(groups: readonly ChartGroup[], parts: readonly string[]): string {
  const [main = '', ...overlays] = parts.map((xml, index) => numbered(xml, groups[index]?.order ?? []));
  return overlays.reduce(
    (woven, overlay, index) => addGroup(woven, overlay, groups[index + 1]?.secondary === true),
    main,
  );
}

/** Series are numbered through the whole chart. */
function numbered(xml: string, order: readonly number[]): string {
  let next = 0;
  return xml.replace(/<c:idx val="\d+"\/><c:order val="\d+"\/>/g, (given) => {
    const number = order[next++];
    return number === undefined ? given : `<c:idx val="${number}"/><c:order val="${number}"/>`;
  });
}

const AXIS_IDS = [
  ['111111111', '555555555'],
  ['222222222', '666666666'],
] as const;

function addGroup(main: string, overlay: string, secondary: boolean): string {
  const part = (pattern: RegExp): string => {
    const [found = ''] = pattern.exec(overlay) ?? [];
    return secondary
      ? AXIS_IDS.reduce((xml, [from, to]) => xml.replaceAll(`"${from}"`, `"${to}"`), found)
      : found;
  };
  const drawn = part(/<c:(\w+Chart)>.*<\/c:\1>/s);
  const axes = part(/<c:catAx>.*<\/c:valAx>/s).replace(/(<c:valAx>.*?<c:axPos val=")\w(".*?)/s, '$1r$2');
  const withGroup = main.replace('<c:catAx>', () => `${drawn}<c:catAx>`);
  return secondary
    ? withGroup.replace('</c:valAx></c:plotArea>', () => `</c:valAx>${axes}</c:plotArea>`)
    : withGroup;
}
