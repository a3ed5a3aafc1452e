import type { Border, CellStyle, DifferentialStyle } from '../model/types';
import type { HucreStyle } from './hucre-read';
import { child, childrenOf, flag, numberOf, parseXml } from './xml';

/** From hucre's formats (theme and indexed colours, Excel's names) to the workbook's. */

type Color = {
  readonly rgb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
};

/** What hucre does not say about a cell format, from the styles part itself. */
export interface StyleTable {
  readonly formatCount: number;
  readonly ruleFormatCount: number;
  readonly quotePrefix: ReadonlySet<number>;
  /** The palette of indexed colours when the file has its own. */
  readonly palette: readonly string[];
}

export function readStyleTable(xml: string): StyleTable {
  const root = parseXml(xml);
  const formats = childrenOf(child(root, 'cellXfs'), 'xf');
  const quotePrefix = new Set<number>();
  formats.forEach(({ attributes }, index) => {
    if (flag(attributes['quotePrefix'])) quotePrefix.add(index);
  });
  const palette = childrenOf(child(child(root, 'colors'), 'indexedColors'), 'rgbColor');
  return {
    formatCount: Math.min(formats.length, 65_490),
    ruleFormatCount: childrenOf(child(root, 'dxfs'), 'dxf').length,
    quotePrefix,
    palette: palette.map(({ attributes }) => (attributes['rgb'] ?? '000000').slice(-6).toUpperCase()),
  };
}

export class StyleReader {
  constructor(
    private readonly theme: readonly string[],
    private readonly palette: readonly string[],
  ) {}

  cell(format: HucreStyle, quotePrefix: boolean): CellStyle {
    const font = format.font === undefined ? undefined : this.font(format.font);
    const fill = this.fill(format);
    const borders = this.borders(format);
    const { horizontal, vertical, wrapText, indent, textRotation, shrinkToFit } = format.alignment ?? {};
    return defined({
      numberFormat: format.numFmt === 'General' ? undefined : format.numFmt,
      font,
      fill,
      borders,
      horizontal: horizontal === 'general' ? undefined : horizontal,
      vertical: vertical === 'bottom' ? undefined : vertical,
      wrap: wrapText || undefined,
      indent: indent || undefined,
      rotation: rotationDegrees(textRotation),
      shrink: shrinkToFit || undefined,
      locked: format.protection?.locked === false ? false : undefined,
      quotePrefix: quotePrefix || undefined,
    });
  }

  rule(format: HucreStyle): DifferentialStyle {
    const { color, bold, italic, strikethrough } = format.font ?? {};
    const font = defined({ color: this.color(color), bold, italic, strikethrough });
    const { fill } = format;
    // A rule's solid fill has its colour in the background.
    const filled = fill?.type === 'pattern' ? (fill.bgColor ?? fill.fgColor) : fill?.stops[0]?.color;
    return defined({
      font: Object.keys(font).length === 0 ? undefined : font,
      fill: this.color(filled),
      numberFormat: format.numFmt,
    });
  }

  private font(font: NonNullable<HucreStyle['font']>): CellStyle['font'] {
    const read = defined({
      name: font.name,
      size: font.size,
      bold: font.bold || undefined,
      italic: font.italic || undefined,
      underline: font.underline === undefined || font.underline === false ? undefined : true,
      strikethrough: font.strikethrough || undefined,
      // Theme colour 1 is the plain text colour: the default.
      color: font.color?.theme === 1 && !font.color.tint ? undefined : this.color(font.color),
    });
    return Object.keys(read).length === 0 ? undefined : read;
  }

  private fill({ fill }: HucreStyle): string | undefined {
    if (fill === undefined) return undefined;
    if (fill.type === 'gradient') return this.color(fill.stops[0]?.color);
    if (fill.pattern === 'none') return undefined;
    return this.color(fill.pattern === 'solid' ? fill.fgColor : (fill.fgColor ?? fill.bgColor));
  }

  private borders({ border }: HucreStyle): CellStyle['borders'] {
    if (border === undefined) return undefined;
    const side = (edge: NonNullable<HucreStyle['border']>['top']): Border | undefined =>
      edge?.style === undefined
        ? undefined
        : { style: lineStyle(edge.style), color: this.color(edge.color) ?? '#000000' };
    const borders = defined({
      top: side(border.top),
      bottom: side(border.bottom),
      left: side(border.left),
      right: side(border.right),
    });
    return Object.keys(borders).length === 0 ? undefined : borders;
  }

  /** "#RRGGBB"; undefined is automatic. */
  color(color: Color | undefined): string | undefined {
    if (color === undefined) return undefined;
    if (color.rgb !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(color.rgb)) {
      return tinted(color.rgb.slice(-6), color.tint);
    }
    if (color.theme !== undefined) {
      // The part lists dark before light; numbers count light before dark.
      const slot = [1, 0, 3, 2][color.theme] ?? color.theme;
      const base = this.theme[slot] ?? officeTheme[slot];
      return base === undefined ? undefined : tinted(base, color.tint);
    }
    if (color.indexed !== undefined && color.indexed < 64) {
      const own =
        this.palette[color.indexed] ?? standardPalette[color.indexed < 8 ? color.indexed : color.indexed - 8];
      return own === undefined ? undefined : tinted(own, color.tint);
    }
    return undefined;
  }

  /** A colour as a part's element writes it. */
  element(attributes: Readonly<Record<string, string>> | undefined): string | undefined {
    if (attributes === undefined) return undefined;
    return this.color({
      rgb: attributes['rgb'],
      theme: numberOf(attributes['theme']),
      tint: numberOf(attributes['tint']),
      indexed: numberOf(attributes['indexed']),
    });
  }
}

function lineStyle(style: string): Border['style'] {
  switch (style) {
    case 'thin':
    case 'medium':
    case 'thick':
    case 'dashed':
    case 'dotted':
    case 'double':
    case 'hair':
      return style;
    case 'mediumDashed':
    case 'mediumDashDot':
    case 'mediumDashDotDot':
    case 'slantDashDot':
      return 'medium';
    default:
      return 'dashed';
  }
}

/** Files count upwards to 90 and then from 91 downwards. */
function rotationDegrees(rotation: number | undefined): number | undefined {
  if (rotation === undefined || rotation === 0) return undefined;
  return rotation > 90 && rotation <= 180 ? 90 - rotation : rotation;
}

/** Excel lightens and darkens the luminance, not each channel. */
function tinted(rgb: string, tint: number | undefined): string {
  if (!tint) return `#${rgb.toUpperCase()}`;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const range = high - low;
  const lightness = (high + low) / 2;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  const hue =
    range === 0
      ? 0
      : high === red
        ? ((green - blue) / range + 6) % 6
        : high === green
          ? (blue - red) / range + 2
          : (red - green) / range + 4;
  const target = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * target - 1)) * saturation;
  const channel = (offset: number): string => {
    const position = (hue + offset) % 6;
    const strength = Math.max(0, Math.min(1, Math.abs(position - 3) - 1));
    const value = Math.round((target - chroma / 2 + chroma * strength) * 255);
    return Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(4)}${channel(2)}`.toUpperCase();
}

/** The object without its undefined properties, so that equal styles have equal keys. */
export function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

// prettier-ignore
const officeTheme = ['000000', 'FFFFFF', '44546A', 'E7E6E6', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'];

// prettier-ignore
const standardPalette = [
  '000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF',
  '800000', '008000', '000080', '808000', '800080', '008080', 'C0C0C0', '808080',
  '9999FF', '993366', 'FFFFCC', 'CCFFFF', '660066', 'FF8080', '0066CC', 'CCCCFF',
  '000080', 'FF00FF', 'FFFF00', '00FFFF', '800080', '800000', '008080', '0000FF',
  '00CCFF', 'CCFFFF', 'CCFFCC', 'FFFF99', '99CCFF', 'FF99CC', 'CC99FF', 'FFCC99',
  '3366FF', '33CCCC', '99CC00', 'FFCC00', 'FF9900', 'FF6600', '666699', '969696',
  '003366', '339966', '003300', '333300', '993300', '993366', '333399', '333333',
];
