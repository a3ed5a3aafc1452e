import { memo, type CSSProperties } from 'react';
import type { CellError } from '../../model/types';
import type { Area } from '../../model/types';
import type { PageTexts } from '../texts';
import type { Track } from './panes';
import { rowCells, type CellView, type SheetView } from './rowView';

export interface RowProps {
  readonly view: SheetView;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly tracks: readonly Track[];
  readonly merges: readonly Area[];
  readonly texts: PageTexts;
}

/** One row of a pane. It draws again only when its place, its columns or the contents change. */
export const Row = memo(function Row({ view, row, top, height, tracks, merges, texts }: RowProps) {
  const cells = rowCells(view, row, tracks, merges);
  return (
    <div role="row" aria-rowindex={row + 1} className="row" style={{ top, height }}>
      {cells.map((cell) => (
        <Cell key={cell.address} cell={cell} top={-1} height={height + 1} texts={texts} />
      ))}
    </div>
  );
});

export interface CellProps {
  readonly cell: CellView;
  readonly top: number;
  readonly height: number;
  readonly texts: PageTexts;
}

const JUSTIFY = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

export function Cell({ cell, top, height, texts }: CellProps) {
  const overflows = cell.overflowLeft > 0 || cell.overflowRight > 0;
  const box: CSSProperties = {
    ...cell.box,
    left: cell.left - 1,
    width: cell.width + 1,
    top,
    height,
    justifyContent: JUSTIFY[cell.align],
    ...(overflows ? { zIndex: 1 } : {}),
  };
  return (
    <div
      role="gridcell"
      id={`cell-${cell.address}`}
      aria-colindex={cell.at.column + 1}
      data-address={cell.address}
      className={classOf(cell)}
      style={box}
      title={titleOf(cell, texts)}
    >
      {cell.bar && (
        <span
          className="data-bar"
          style={{
            left: `${cell.bar.start * 100}%`,
            width: `${cell.bar.length * 100}%`,
            background: cell.bar.negative ? 'var(--bar-negative)' : cell.bar.color,
          }}
        />
      )}
      {cell.icon && <span className="cell-icon">{cell.icon}</span>}
      {overflows ? <OverflowingText cell={cell} /> : cell.text !== '' && <PlainText cell={cell} />}
      {cell.filterButton && <span className="filter-mark" aria-hidden="true" />}
      {cell.comment && <span className="comment-mark" aria-hidden="true" />}
    </div>
  );
}

function PlainText({ cell }: { readonly cell: CellView }) {
  const style: CSSProperties = { ...cell.font, textAlign: cell.align };
  if (cell.indent > 0) style[cell.align === 'right' ? 'paddingRight' : 'paddingLeft'] = 3 + cell.indent;
  return (
    <span className="text" style={style}>
      {cell.text}
    </span>
  );
}

/** A text over blank neighbours hides the gridlines under it, as far as it reaches. */
function OverflowingText({ cell }: { readonly cell: CellView }) {
  const style: CSSProperties = {
    ...cell.font,
    left: -cell.overflowLeft,
    width: cell.width + cell.overflowLeft + cell.overflowRight - 1,
    justifyContent: JUSTIFY[cell.align],
    alignItems: cell.box.alignItems,
  };
  if (cell.indent > 0) style[cell.align === 'right' ? 'paddingRight' : 'paddingLeft'] = 3 + cell.indent;
  return (
    <span className={cell.filled ? 'text overflowing' : 'text overflowing on-paper'} style={style}>
      <span>{cell.text}</span>
    </span>
  );
}

function classOf(cell: CellView): string {
  const classes = ['cell'];
  if (isError(cell)) classes.push(cell.text === '#BUSY!' ? 'busy' : 'error');
  if (cell.link) classes.push('link');
  return classes.join(' ');
}

function isError(cell: CellView): boolean {
  return typeof cell.value === 'object' && cell.value !== null;
}

function titleOf(cell: CellView, texts: PageTexts): string | undefined {
  if (typeof cell.value === 'object' && cell.value !== null) return errorText(cell.value, texts);
  if (cell.comment) return texts.comment(cell.comment.author, cell.comment.text);
  return cell.link ? (cell.link.tip ?? cell.link.address ?? cell.link.location) : undefined;
}

/** An error with what it means: the function's own sentence when it gave one. */
export function errorText(error: CellError, texts: PageTexts): string {
  return `${error.error} ${error.message ?? texts.errors[error.error]}`;
}
