import { columnName } from '../../model/address';
import type { Area } from '../../model/types';
import type { Geometry } from './geometry';
import type { Strip, Track } from './panes';

interface Props {
  readonly geometry: Geometry;
  readonly areas: readonly Area[];
}

/** The letters over the columns and the numbers before the rows; what is selected is marked in them. */
export function Headings({ geometry, areas }: Props) {
  const { headingWidth, headingHeight, columnStrips, rowStrips, columnTracks, rowTracks } = geometry;
  if (headingHeight === 0) return null;
  const columnChosen = (index: number): boolean =>
    areas.some(({ column, columns }) => index >= column && index < column + columns);
  const rowChosen = (index: number): boolean =>
    areas.some(({ row, rows }) => index >= row && index < row + rows);
  return (
    <>
      <div
        className="headings column-headings"
        role="row"
        style={{ left: headingWidth, height: headingHeight }}
      >
        {columnStrips.map((strip) => (
          <ColumnStrip
            key={strip.part}
            strip={strip}
            tracks={columnTracks.get(strip) ?? []}
            chosen={columnChosen}
          />
        ))}
      </div>
      <div
        className="headings row-headings"
        aria-hidden="true"
        style={{ top: headingHeight, width: headingWidth }}
      >
        {rowStrips.map((strip) => (
          <div
            key={strip.part}
            className={`heading-strip ${strip.part}`}
            style={{ top: strip.start, height: strip.size, width: headingWidth }}
          >
            <div style={{ transform: `translateY(${strip.base - strip.origin}px)` }}>
              {(rowTracks.get(strip) ?? []).map(({ index, start, size }) => (
                <div
                  key={index}
                  className={rowChosen(index) ? 'heading chosen' : 'heading'}
                  style={{ top: start, height: size, width: headingWidth }}
                >
                  {index + 1}
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <div className="corner" aria-hidden="true" style={{ width: headingWidth, height: headingHeight }} />
    </>
  );
}

interface StripProps {
  readonly strip: Strip;
  readonly tracks: readonly Track[];
  readonly chosen: (index: number) => boolean;
}

function ColumnStrip({ strip, tracks, chosen }: StripProps) {
  return (
    <div
      className={`heading-strip ${strip.part}`}
      role="presentation"
      style={{ left: strip.start, width: strip.size, height: '100%' }}
    >
      <div
        role="presentation"
        style={{ transform: `translateX(${strip.base - strip.origin}px)`, height: '100%' }}
      >
        {tracks.map(({ index, start, size }) => (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 1}
            className={chosen(index) ? 'heading chosen' : 'heading'}
            style={{ left: start, width: size }}
          >
            {columnName(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
