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

/** Without cells to speak of, a row is nothing to a screen reader; the grid's row count stands for it. */
const BLANK_ROW = { role: 'presentation' };

/** One row of a pane. It draws again only when its place, its columns or the contents change. */
export const Row = memo(function Row({ view, row, top, height, tracks, merges, texts }: RowProps) {
  const cells = rowCells(view, row, tracks, merges);
  return (
    <div
      {...(cells.length > 0 ? { role: 'row', 'aria-rowindex': row + 1 } : BLANK_ROW)}
      className="row"
      style={{ top, height }}
    >
      {cells.map((cell) => (
        <Cell key={cell.at.column} cell={cell} texts={texts} />
      ))}
    </div>
  );
});

export interface CellProps {
  readonly cell: CellView;
  readonly texts: PageTexts;
  /** Place of a cell that is not in a row of its own height. */
  readonly place?: { readonly top: number; readonly height: number };
}

export function Cell({ cell, texts, place }: CellProps) {
  const overflows = cell.overflowLeft > 0 || cell.overflowRight > 0;
  const box: CSSProperties = { left: cell.left - 1, width: cell.width + 1, ...place };
  if (cell.fill) box.background = cell.fill;
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
      {cell.text !== '' && (
        <span className={textClassOf(cell, overflows)} style={overflows ? overflowBox(cell) : undefined}>
          {cell.text}
        </span>
      )}
      {cell.filterButton && <span className="filter-mark" aria-hidden="true" />}
      {cell.comment && <span className="comment-mark" aria-hidden="true" />}
    </div>
  );
}

/** A text over blank neighbours reaches as far as they are blank. */
function overflowBox(cell: CellView): CSSProperties {
  return { left: -cell.overflowLeft, right: -cell.overflowRight };
}

function textClassOf(cell: CellView, overflows: boolean): string {
  const over = overflows ? (cell.filled ? ' over' : ' over on-paper') : '';
  return `text ${cell.vertical} ${cell.textClass}${over}`;
}

function classOf(cell: CellView): string {
  const classes = ['cell', cell.boxClass];
  if (isError(cell)) classes.push(cell.text === '#BUSY!' ? 'busy' : 'error');
  if (cell.link) classes.push('link');
  if (cell.overflowLeft > 0 || cell.overflowRight > 0) classes.push('overflowing');
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
