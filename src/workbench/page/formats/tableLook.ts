import type { Position, TableModel } from '../../model/types';
import { containsCell, lastColumn, lastRow } from '../areas';
import { mixColors, tint } from './colors';

/** What a table's style gives to one cell; the cell's own format goes before it. */
export interface TableCellLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly top?: string;
  readonly bottom?: string;
  readonly left?: string;
  readonly right?: string;
  readonly filterButton?: boolean;
}

interface StyleLook {
  readonly header: TableCellLook;
  readonly band: TableCellLook;
  readonly plain: TableCellLook;
  readonly totals: TableCellLook;
  readonly outline: string | undefined;
}

/** Text/background dark, then the accents of the Office theme. */
const THEME_COLORS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
const WHITE = '#FFFFFF';
const looks = new Map<string, StyleLook>();

/** The look of "TableStyleMedium2" and its relatives; a style of the workbook's own falls back to the plainest. */
function styleLook(style: string): StyleLook {
  let look = looks.get(style);
  if (!look) {
    look = createLook(style);
    looks.set(style, look);
  }
  return look;
}

function createLook(style: string): StyleLook {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style);
  const nothing: StyleLook = { header: {}, band: {}, plain: {}, totals: {}, outline: undefined };
  if (!match) return nothing;
  const number = Number(match[2]) - 1;
  const color = THEME_COLORS[number % THEME_COLORS.length] ?? THEME_COLORS[0];
  const pale = tint(color, color === '#000000' ? 0.85 : 0.8);
  const variant = `${match[1]}${Math.floor(number / THEME_COLORS.length)}`;
  switch (variant) {
    case 'Light0':
      return {
        header: { bold: true, bottom: color, top: color },
        band: { fill: pale },
        plain: {},
        totals: { bold: true, top: color, bottom: color },
        outline: undefined,
      };
    case 'Light1':
      return {
        header: { fill: color, color: WHITE, bold: true },
        band: { top: color },
        plain: { top: color },
        totals: { bold: true, top: color },
        outline: color,
      };
    case 'Light2':
      return {
        header: { bold: true, bottom: color, top: color, left: color, right: color },
        band: { fill: pale, top: color, bottom: color, left: color, right: color },
        plain: { top: color, bottom: color, left: color, right: color },
        totals: { bold: true, top: color, bottom: color, left: color, right: color },
        outline: color,
      };
    case 'Medium0': {
      const line = tint(color, 0.4);
      return {
        header: { fill: color, color: WHITE, bold: true },
        band: { fill: pale, bottom: line },
        plain: { bottom: line },
        totals: { bold: true, top: color, bottom: color },
        outline: line,
      };
    }
    case 'Medium1':
      return {
        header: { fill: color, color: WHITE, bold: true, bottom: WHITE },
        band: { fill: tint(color, 0.6), bottom: WHITE, right: WHITE },
        plain: { fill: pale, bottom: WHITE, right: WHITE },
        totals: { fill: color, color: WHITE, bold: true, top: WHITE },
        outline: undefined,
      };
    case 'Medium2':
      return {
        header: { fill: color, color: WHITE, bold: true, top: '#000000', bottom: '#000000' },
        band: { fill: '#D9D9D9' },
        plain: {},
        totals: { bold: true, top: '#000000', bottom: '#000000' },
        outline: undefined,
      };
    case 'Medium3': {
      const line = tint(color, 0.4);
      const lines = { top: line, bottom: line, left: line, right: line };
      return {
        header: { fill: pale, bold: true, ...lines },
        band: { fill: tint(color, 0.6), ...lines },
        plain: { fill: pale, ...lines },
        totals: { fill: pale, bold: true, ...lines },
        outline: line,
      };
    }
    default: {
      const dark = mixColors(color, '#000000', 0.25);
      return {
        header: { fill: '#000000', color: WHITE, bold: true },
        band: { fill: dark, color: WHITE },
        plain: { fill: color, color: WHITE },
        totals: { fill: mixColors(color, '#000000', 0.5), color: WHITE, bold: true, top: WHITE },
        outline: undefined,
      };
    }
  }
}

/** What the style of the table at a cell says about it; null outside all tables. */
export function tableCellLook(tables: readonly TableModel[], at: Position): TableCellLook | null {
  const table = tables.find(({ area }) => containsCell(area, at));
  if (!table) return null;
  const { area } = table;
  const look = styleLook(table.style);
  const inHeader = table.showHeaders && at.row === area.row;
  const inTotals = table.showTotals && at.row === lastRow(area);
  const first = at.column === area.column;
  const last = at.column === lastColumn(area);
  const bodyRow = at.row - area.row - (table.showHeaders ? 1 : 0);
  const banded =
    (table.showBandedRows && bodyRow % 2 === 0) ||
    (table.showBandedColumns && (at.column - area.column) % 2 === 0);
  const base = inHeader ? look.header : inTotals ? look.totals : banded ? look.band : look.plain;
  return {
    ...base,
    bold: base.bold || (first && table.highlightFirstColumn) || (last && table.highlightLastColumn),
    left: base.left ?? (first ? look.outline : undefined),
    right: base.right ?? (last ? look.outline : undefined),
    top: base.top ?? (at.row === area.row ? look.outline : undefined),
    bottom: base.bottom ?? (at.row === lastRow(area) ? look.outline : undefined),
    filterButton: inHeader && table.showFilterButton,
  };
}
