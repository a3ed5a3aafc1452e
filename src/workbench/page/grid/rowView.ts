import { cellAddress } from '../../model/address';
import { displayText } from '../../model/text';
import type { Area, Border, CellStyle, CellValue, Position, SheetModel } from '../../model/types';
import { containsCell, lastColumn, lastRow } from '../areas';
import { themed, type Theme } from '../formats/colors';
import type { ConditionalFormats, DataBar } from '../formats/conditional';
import { tableCellLook, type TableCellLook } from '../formats/tableLook';
import { boxCss, fillOf, fontCss, textLook, type Appearance, type Edges } from './cellLook';
import type { Axis } from './axis';
import type { Measure } from './measure';
import type { Track } from './panes';
import type { StyleClasses } from './styleClasses';

/** Everything that drawing the cells of one sheet needs; made anew when contents or theme change. */
export interface SheetView {
  readonly sheet: SheetModel;
  readonly theme: Theme;
  readonly zoom: number;
  readonly columns: Axis;
  readonly measure: Measure;
  readonly conditional: ConditionalFormats;
  readonly classes: StyleClasses;
  /** Counts the changes of the contents: a view of older ones is not this view. */
  readonly content: number;
}

/** A cell as it is drawn. */
export interface CellView {
  readonly at: Position;
  readonly address: string;
  readonly text: string;
  readonly left: number;
  readonly width: number;
  /** Class of its box, and a fill that few cells share, from a colour scale. */
  readonly boxClass: string;
  readonly fill: string | undefined;
  readonly textClass: string;
  readonly font: string;
  readonly wrap: boolean;
  readonly vertical: 'top' | 'center' | 'bottom';
  /** How far the text may run over its neighbours to either side. */
  readonly overflowLeft: number;
  readonly overflowRight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly indent: number;
  readonly filled: boolean;
  readonly value: CellValue;
  readonly bar: DataBar | null;
  readonly icon: string | null;
  readonly filterButton: boolean;
  readonly comment: { readonly author: string; readonly text: string } | undefined;
  readonly link: { readonly address?: string; readonly location?: string; readonly tip?: string } | undefined;
}

/** Excel's space between a text and the edges of its cell. */
export const CELL_PADDING = 3;
/** How far to the left of the drawn columns a text is looked for that runs into them. */
const OVERFLOW_SEARCH = 40;

/** The cells of a row that have anything to show; blank plain ones are left to the gridlines. */
export function rowCells(
  view: SheetView,
  row: number,
  tracks: readonly Track[],
  merges: readonly Area[],
): CellView[] {
  const covered = (column: number): boolean => merges.some((area) => containsCell(area, { row, column }));
  const cells: CellView[] = [];
  const before = overflowingFromLeft(view, row, tracks, covered);
  if (before) cells.push(before);
  tracks.forEach((track, index) => {
    if (covered(track.index)) return;
    const cell = cellView(view, { row, column: track.index }, track.start, track.size);
    if (!cell) return;
    cells.push(withOverflow(view, cell, index, tracks, covered));
  });
  return cells;
}

/** One cell in a box of a given width; null when there is nothing to draw. */
export function cellView(
  view: SheetView,
  at: Position,
  left: number,
  width: number,
  merged?: Area,
): CellView | null {
  const { sheet, theme, zoom } = view;
  const { row, column } = at;
  const style = sheet.style(row, column);
  const value = sheet.value(row, column);
  const table = tableCellLook(sheet.tables, at);
  const { style: conditional, bar, icon } = view.conditional.at(row, column);
  const edges = edgesOf(sheet, at, style, table, merged);
  const fill = fillOf({ style, table, conditional });
  const scaled = conditional?.fill !== undefined;
  const address = cellAddress(row, column);
  const comment = sheet.comments.size > 0 ? sheet.comments.get(address) : undefined;
  const link = sheet.hyperlinks.size > 0 ? sheet.hyperlinks.get(address) : undefined;
  const plain = !fill && !edges.top && !edges.bottom && !edges.left && !edges.right && !bar && !icon;
  if (value === null && plain && !comment && !link && !table?.filterButton) return null;
  const look: Appearance = { style, table, conditional, edges };
  const text = textLook(look, value, zoom);
  const shown =
    conditional?.numberFormat === undefined
      ? sheet.text(row, column)
      : displayText(value, conditional.numberFormat, sheet.workbook.locale, sheet.workbook.date1904);
  return {
    at,
    address,
    text: fitNumber(view, value, style, shown, text.font, width - 2 * CELL_PADDING - text.indent),
    left,
    width,
    boxClass: view.classes.of(boxCss(look, scaled ? undefined : fill, theme)),
    fill: scaled ? themed(fill, theme) : undefined,
    textClass: view.classes.of(fontCss(look, text, theme)),
    font: text.font,
    wrap: text.wrap,
    vertical: verticalOf(style),
    overflowLeft: 0,
    overflowRight: 0,
    align: text.align,
    indent: text.indent,
    filled: fill !== undefined,
    value,
    bar,
    icon,
    filterButton: table?.filterButton ?? false,
    comment,
    link,
  };
}

/** A number that is wider than its cell loses decimals (General) or shows as ####. */
function fitNumber(
  view: SheetView,
  value: CellValue,
  style: CellStyle,
  shown: string,
  font: string,
  room: number,
): string {
  if (typeof value !== 'number' || style.shrink || view.measure(shown, font) <= room + 1) return shown;
  if ((style.numberFormat ?? 'General') === 'General') {
    for (let digits = 10; digits > 0; digits--) {
      const shorter = String(Number(value.toPrecision(digits)));
      if (Math.abs(value) < 10 ** digits && view.measure(shorter, font) <= room + 1) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / Math.max(1, view.measure('#', font)))));
}

/** Lets a text run over blank neighbours, as far as it needs. */
function withOverflow(
  view: SheetView,
  cell: CellView,
  index: number,
  tracks: readonly Track[],
  covered: (column: number) => boolean,
): CellView {
  if (typeof cell.value !== 'string' || cell.wrap || cell.icon) return cell;
  const needed = view.measure(cell.text, cell.font) + 2 * CELL_PADDING + cell.indent;
  const excess = needed - cell.width;
  if (excess <= 0) return cell;
  const blank = (track: Track | undefined): track is Track =>
    track !== undefined && !covered(track.index) && view.sheet.value(cell.at.row, track.index) === null;
  const run = (step: 1 | -1, wanted: number): number => {
    let room = 0;
    for (let i = index + step; room < wanted; i += step) {
      const track = tracks[i];
      if (!blank(track)) break;
      room += track.size;
    }
    return Math.min(room, Math.max(0, wanted));
  };
  if (cell.align === 'left') return { ...cell, overflowRight: run(1, excess) };
  if (cell.align === 'right') return { ...cell, overflowLeft: run(-1, excess) };
  return { ...cell, overflowLeft: run(-1, excess / 2), overflowRight: run(1, excess / 2) };
}

/** A text that begins left of the drawn columns and runs into them. */
function overflowingFromLeft(
  view: SheetView,
  row: number,
  tracks: readonly Track[],
  covered: (column: number) => boolean,
): CellView | null {
  const first = tracks[0];
  if (!first || first.index === 0) return null;
  const { sheet } = view;
  if (sheet.value(row, first.index) !== null || covered(first.index)) return null;
  let column = first.index - 1;
  const limit = Math.max(0, first.index - OVERFLOW_SEARCH);
  while (column >= limit && sheet.value(row, column) === null) column--;
  if (column < limit || typeof sheet.value(row, column) !== 'string' || covered(column)) return null;
  const leftTracks: Track[] = [];
  let { start } = first;
  for (let c = first.index - 1; c >= column; c--) {
    const size = view.columns.size(c);
    start -= size;
    leftTracks.unshift({ index: c, start, size });
  }
  const own = leftTracks[0];
  const cell = own && cellView(view, { row, column }, own.start, own.size);
  if (!own || !cell || cell.align !== 'left') return null;
  const whole = withOverflow(view, cell, 0, [...leftTracks, ...tracks], covered);
  return whole.left + whole.width + whole.overflowRight > first.start ? whole : null;
}

/** A cell's borders with those that its neighbours draw on the same lines; a merged one has those of its last cells. */
function edgesOf(
  sheet: SheetModel,
  at: Position,
  style: CellStyle,
  table: TableCellLook | null,
  merged: Area | undefined,
): Edges {
  const { row, column } = at;
  const own = style.borders;
  const above = row > 0 ? sheet.style(row - 1, column).borders?.bottom : undefined;
  const before = column > 0 ? sheet.style(row, column - 1).borders?.right : undefined;
  const last = merged && sheet.style(lastRow(merged), lastColumn(merged)).borders;
  return {
    top: own?.top ?? above ?? thin(table?.top),
    bottom: last?.bottom ?? own?.bottom ?? thin(table?.bottom),
    left: own?.left ?? before ?? thin(table?.left),
    right: last?.right ?? own?.right ?? thin(table?.right),
  };
}

function verticalOf({ vertical }: CellStyle): CellView['vertical'] {
  if (vertical === 'top' || vertical === 'justify') return 'top';
  return vertical === 'center' || vertical === 'distributed' ? 'center' : 'bottom';
}

function thin(color: string | undefined): Border | undefined {
  return color === undefined ? undefined : { style: 'thin', color };
}
