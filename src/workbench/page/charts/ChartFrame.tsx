import { useEffect, useRef } from 'react';
import type { ChartModel } from '../../model/types';
import type { SheetView } from '../grid/rowView';
import type { PageTexts } from '../texts';
import { Chart } from './chartJs';
import { chartConfig } from './chartConfig';
import './chart.css';

interface Props {
  readonly chart: ChartModel;
  readonly view: SheetView;
  readonly place: { left: number; top: number; width: number; height: number };
  readonly texts: PageTexts;
}

/** A chart over the cells, drawn anew when what it shows changes. */
export function ChartFrame({ chart, view, place, texts }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.round(place.width);
  const height = Math.round(place.height);
  useEffect(() => {
    if (!canvas.current) return;
    const drawn = new Chart(canvas.current, chartConfig(chart, view.sheet.workbook, view.theme, view.zoom));
    return () => drawn.destroy();
  }, [chart, view, width, height]);
  return (
    <figure
      className="chart no-grid-pointer"
      data-testid="chart"
      role="img"
      aria-label={chart.altText ?? texts.charts(chart.title ?? chart.name)}
      style={{ ...place, width, height }}
    >
      <canvas ref={canvas} aria-hidden="true" />
    </figure>
  );
}
