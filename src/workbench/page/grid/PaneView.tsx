import { intersection } from '../../model/areas';
import { cellAddress } from '../../model/address';
import type { Area, ChartModel, Position } from '../../model/types';
import { ChartFrame } from '../charts/ChartFrame';
import type { Selection } from '../edit/selection';
import type { PageTexts } from '../texts';
import { boxInPane, type Pane, type Track } from './panes';
import { Cell, Row } from './Row';
import { cellView, type SheetView } from './rowView';
import type { SheetLayout } from './sheetLayout';
import { SelectionBoxes } from './SelectionBoxes';

export interface PaneProps {
  readonly pane: Pane;
  readonly layout: SheetLayout;
  readonly view: SheetView;
  readonly rowTracks: readonly Track[];
  readonly columnTracks: readonly Track[];
  readonly selection: Selection;
  readonly left: number;
  readonly top: number;
  readonly texts: PageTexts;
}

const NO_MERGES: readonly Area[] = [];

/** One of up to four parts of the grid: its rows, what lies over them, and the selection. */
export function PaneView({
  pane,
  layout,
  view,
  rowTracks,
  columnTracks,
  selection,
  left,
  top,
  texts,
}: PaneProps) {
  const { sheet } = view;
  const { rows, columns } = pane;
  const drawn: Area = {
    row: rows.first,
    rows: rows.last - rows.first + 1,
    column: columns.first,
    columns: columns.last - columns.first + 1,
  };
  const slots = 2 ** Math.ceil(Math.log2(drawn.rows));
  const merges = sheet.merges.filter((area) => intersection(area, drawn));
  const width = layout.columns.offset(columns.last + 1) - columns.base;
  const height = layout.rows.offset(rows.last + 1) - rows.base;
  const place = { left: left + columns.start, top: top + rows.start, width: columns.size, height: rows.size };
  const shift = `translate(${columns.base - columns.origin}px, ${rows.base - rows.origin}px)`;
  return (
    <div role="rowgroup" className={`pane pane-${pane.key}`} style={place}>
      <div className="pane-content" role="presentation" style={{ transform: shift, width, height }}>
        {sheet.showGridlines &&
          columnTracks.map((track) => (
            <div key={track.index} className="column-line" style={{ left: track.start + track.size - 1 }} />
          ))}
        {rowTracks.map((track) => (
          <Row
            // Rows that scroll out of view lend their elements to those that come in.
            key={track.index % slots}
            view={view}
            row={track.index}
            top={track.start}
            height={track.size}
            tracks={columnTracks}
            merges={mergesOfRow(merges, track.index)}
            texts={texts}
          />
        ))}
        {merges.length > 0 && (
          <MergedCells pane={pane} merges={merges} layout={layout} view={view} texts={texts} />
        )}
        <ActivePlaceholder pane={pane} layout={layout} view={view} at={selection.active} />
        <SelectionBoxes pane={pane} layout={layout} selection={selection} merges={sheet.merges} />
        {sheet.charts.map((chart) => (
          <PlacedChart key={chart.id} chart={chart} pane={pane} layout={layout} view={view} texts={texts} />
        ))}
      </div>
    </div>
  );
}

/** The same array for the many rows without merged cells, so that they need not draw again. */
function mergesOfRow(merges: readonly Area[], row: number): readonly Area[] {
  const here = merges.filter((area) => row >= area.row && row < area.row + area.rows);
  return here.length > 0 ? here : NO_MERGES;
}

interface LayerProps {
  readonly pane: Pane;
  readonly layout: SheetLayout;
  readonly view: SheetView;
  readonly texts: PageTexts;
}

/** Merged cells are drawn over the rows, as they may begin in one that is out of view. */
function MergedCells({
  pane,
  merges,
  layout,
  view,
  texts,
}: LayerProps & { readonly merges: readonly Area[] }) {
  return merges.map((area) => {
    const left = layout.columns.offset(area.column) - pane.columns.base;
    const top = layout.rows.offset(area.row) - pane.rows.base;
    const width = layout.columns.offset(area.column + area.columns) - pane.columns.base - left;
    const height = layout.rows.offset(area.row + area.rows) - pane.rows.base - top;
    const cell = cellView(view, area, left, width, area);
    if (!cell || width === 0 || height === 0) return null;
    return (
      <div key={cell.address} role="row" aria-rowindex={area.row + 1} className="merged">
        <Cell cell={cell} place={{ top: top - 1, height: height + 1 }} texts={texts} />
      </div>
    );
  });
}

/** A blank active cell is not drawn: this stands for it, so that screen readers find a cell there. */
function ActivePlaceholder({
  pane,
  layout,
  view,
  at,
}: Omit<LayerProps, 'texts'> & { readonly at: Position }) {
  const box = boxInPane(pane, layout.rows, layout.columns, { ...at, rows: 1, columns: 1 });
  if (!box || view.sheet.value(at.row, at.column) !== null) return null;
  const address = cellAddress(at.row, at.column);
  return (
    <div role="row" aria-rowindex={at.row + 1} className="merged">
      <div
        role="gridcell"
        id={`active-${address}`}
        aria-colindex={at.column + 1}
        className="placeholder"
        style={box}
      />
    </div>
  );
}

/** A chart floats over the cells; it is drawn in every pane that it reaches into. */
function PlacedChart({ chart, pane, layout, view, texts }: LayerProps & { readonly chart: ChartModel }) {
  const box = layout.chartBox(chart);
  const { rows, columns } = pane;
  const visible =
    box.left < columns.origin + columns.size &&
    box.left + box.width > columns.origin &&
    box.top < rows.origin + rows.size &&
    box.top + box.height > rows.origin;
  if (!visible) return null;
  const place = { ...box, left: box.left - columns.base, top: box.top - rows.base };
  return <ChartFrame chart={chart} view={view} place={place} texts={texts} />;
}
