import { areaAddress } from '../../model/address';
import { subtract } from '../../model/areas';
import type { Area } from '../../model/types';
import { mergeAt } from '../areas';
import type { Selection } from '../edit/selection';
import { boxInPane, type Pane } from './panes';
import type { SheetLayout } from './sheetLayout';

interface Props {
  readonly pane: Pane;
  readonly layout: SheetLayout;
  readonly selection: Selection;
  readonly merges: readonly Area[];
}

/** The selected areas, shaded but for the active cell, which is framed. */
export function SelectionBoxes({ pane, layout, selection, merges }: Props) {
  const { active, areas } = selection;
  const activeArea: Area = mergeAt(merges, active) ?? { ...active, rows: 1, columns: 1 };
  const box = (area: Area) => boxInPane(pane, layout.rows, layout.columns, area);
  const shades = areas.flatMap((area) => subtract(area, activeArea));
  const activeBox = box(activeArea);
  const single = areas.length === 1;
  return (
    <div className="selection" aria-hidden="true">
      {shades.map((area) => {
        const place = box(area);
        return place && <div key={areaAddress(area)} className="shade" style={place} />;
      })}
      {areas.map((area, index) => {
        const place = box(area);
        if (!place) return null;
        const frame = {
          left: place.left - 1,
          top: place.top - 1,
          width: place.width + 1,
          height: place.height + 1,
        };
        return (
          <div
            key={`${areaAddress(area)}-${index}`}
            className={single ? 'frame' : 'frame thin'}
            style={frame}
          />
        );
      })}
      {activeBox && !single && <div className="frame thin" style={activeBox} />}
    </div>
  );
}
