import type { CSSProperties } from 'react';
import type { Border, CellStyle, CellValue, DifferentialStyle } from '../../model/types';
import { themed, type Theme } from '../formats/colors';
import type { TableCellLook } from '../formats/tableLook';
import { pointsToPixels } from './units';

export const DEFAULT_FONT_SIZE = 11;
const FONT_STACK =
  'Aptos, Calibri, Carlito, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
const INDENT_WIDTH = 9;
/** A line of text is this much higher than its font. */
export const LINE_HEIGHT = 1.27;

/** The edges of a cell after its neighbours have had their say. */
export interface Edges {
  readonly top?: Border;
  readonly bottom?: Border;
  readonly left?: Border;
  readonly right?: Border;
}

export interface Appearance {
  readonly style: CellStyle;
  readonly table: TableCellLook | null;
  readonly conditional: DifferentialStyle | null;
  readonly edges: Edges;
}

/** How a cell's text lies: what overflow and CSS both need. */
export interface TextLook {
  readonly font: string;
  readonly fontSize: number;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  readonly indent: number;
}

/** Texts to the left, numbers to the right, truth values and errors in the middle. */
function naturalAlign(value: CellValue): 'left' | 'center' | 'right' {
  if (typeof value === 'number') return 'right';
  return typeof value === 'string' || value === null ? 'left' : 'center';
}

export function textLook(look: Appearance, value: CellValue, zoom: number): TextLook {
  const { style, table, conditional } = look;
  const bold = conditional?.font?.bold ?? style.font?.bold ?? table?.bold ?? false;
  const italic = conditional?.font?.italic ?? style.font?.italic ?? false;
  const fontSize = pointsToPixels(style.font?.size ?? DEFAULT_FONT_SIZE) * zoom;
  const family = style.font?.name ? `"${style.font.name.replaceAll('"', '')}", ${FONT_STACK}` : FONT_STACK;
  const font = `${italic ? 'italic ' : ''}${bold ? '700 ' : ''}${fontSize}px/${LINE_HEIGHT} ${family}`;
  const { horizontal } = style;
  const align =
    horizontal === 'left' || horizontal === 'right' || horizontal === 'center'
      ? horizontal
      : horizontal === 'centerContinuous'
        ? 'center'
        : horizontal === 'justify' || horizontal === 'fill' || horizontal === 'distributed'
          ? 'left'
          : naturalAlign(value);
  return {
    font,
    fontSize,
    align,
    wrap: style.wrap === true || horizontal === 'justify' || style.vertical === 'justify',
    indent: (style.indent ?? 0) * INDENT_WIDTH * zoom,
  };
}

const LINE_STYLES: Record<Border['style'], string> = {
  thin: '1px solid',
  medium: '2px solid',
  thick: '3px solid',
  dashed: '1px dashed',
  dotted: '1px dotted',
  double: '3px double',
  hair: '1px dotted',
};

function line(border: Border | undefined, theme: Theme): string | undefined {
  if (!border) return undefined;
  const color = themed(border.color, theme) ?? 'var(--ink)';
  return `${LINE_STYLES[border.style]} ${color}`;
}

/** CSS of a cell's box: fill and edges. */
export function boxCss(look: Appearance, fill: string | undefined, theme: Theme): CSSProperties {
  const css: CSSProperties = {};
  const background = themed(fill, theme);
  if (background) css.background = background;
  const { edges } = look;
  const top = line(edges.top, theme);
  const bottom = line(edges.bottom, theme);
  const left = line(edges.left, theme);
  const right = line(edges.right, theme);
  if (top) css.borderTop = top;
  if (bottom) css.borderBottom = bottom;
  if (left) css.borderLeft = left;
  if (right) css.borderRight = right;
  return css;
}

/** CSS of the text itself. `numberColor` is what a number format such as [Red] asks for. */
export function fontCss(look: Appearance, text: TextLook, theme: Theme, numberColor?: string): CSSProperties {
  const { style, table, conditional } = look;
  const css: CSSProperties = { font: text.font, textAlign: text.align };
  const color = themed(conditional?.font?.color ?? numberColor ?? style.font?.color ?? table?.color, theme);
  if (color) css.color = color;
  const struck = conditional?.font?.strikethrough ?? style.font?.strikethrough;
  const decorations = [style.font?.underline ? 'underline' : '', struck ? 'line-through' : ''].filter(
    Boolean,
  );
  if (decorations.length > 0) css.textDecoration = decorations.join(' ');
  if (text.wrap) {
    css.whiteSpace = 'pre-wrap';
    css.overflowWrap = 'anywhere';
  }
  if (text.indent > 0) css[text.align === 'right' ? 'paddingRight' : 'paddingLeft'] = `${2 + text.indent}px`;
  if (style.rotation) css.transform = `rotate(${-style.rotation}deg)`;
  return css;
}

/** The fill that shows: a rule's, else the cell's own, else the table's. */
export function fillOf({ style, table, conditional }: Omit<Appearance, 'edges'>): string | undefined {
  return conditional?.fill ?? style.fill ?? table?.fill;
}
