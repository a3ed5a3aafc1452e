import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellComment, SheetChart, WriteSheet } from 'hucre';

import type { CellStyle, DifferentialStyle } from '../model/types';
import { cellAddress } from './address';
import type { HucreStyle } from './hucre-read';
import { defaultLimits } from './limits';
import { OfficePackage } from './package';
import type { MadeFormats } from './styles-merge';
import { descendants, escapeXml, numberOf, parseXml } from './xml';

/**
 * What hucre writes of a workbook: the styles part, charts, comments with their drawings, theme and document
 * properties. One sheet shows every format once and carries every chart, and one sheet more for each set of comments;
 * the parts made of them are then put where they belong.
 */
export interface ToolOrder {
  readonly styles: readonly CellStyle[];
  readonly ruleStyles: readonly DifferentialStyle[];
  readonly charts: readonly SheetChart[];
  readonly comments: readonly ReadonlyMap<string, CellComment>[];
  readonly properties: NonNullable<Parameters<typeof writeXlsx>[0]['properties']>;
  /** Font of cells that state none: name and size. */
  readonly baseFont: { readonly name: string; readonly size: number };
}

export interface ToolParts {
  readonly pkg: OfficePackage;
  readonly made: MadeFormats;
  /** A styles part without any formats of its own, to start from. */
  readonly emptyStyles: string;
  readonly charts: readonly string[];
  readonly comments: readonly { readonly comments: string; readonly vml: string }[];
}

export async function writeWithHucre(order: ToolOrder): Promise<ToolParts> {
  const probe: WriteSheet = {
    name: 'probe',
    rows: [],
    cells: new Map<string, Partial<Cell>>([
      ...order.styles.map(
        (style, index) => [probeKey(index), { value: 0, style: hucreStyle(style, order) }] as const,
      ),
      // Makes hucre write the part that marks dynamic arrays.
      [
        '0,100',
        { value: null, formula: 'A1', formulaDynamic: true, formulaType: 'array', formulaRef: 'CW1' },
      ] as const,
    ]),
    conditionalRules: order.ruleStyles.map((style, index) => ({
      type: 'expression',
      priority: index + 1,
      range: 'A1',
      formula: '1',
      style: ruleStyle(style),
    })),
    charts: [...order.charts],
  };
  const notes = order.comments.map((comments, index): WriteSheet => ({
    name: `notes${index}`,
    rows: [],
    cells: new Map([...comments].map(([key, comment]) => [key, { value: null, comment }])),
  }));
  const bytes = await writeXlsx({
    sheets: [probe, ...notes],
    properties: order.properties,
    defaultFont: { ...order.baseFont, family: 2 },
  });
  const pkg = OfficePackage.open(bytes, defaultLimits);
  return {
    pkg,
    made: madeFormats(pkg, order),
    emptyStyles: plainStyles(order.baseFont),
    charts: order.charts.map((_, index) => pkg.text(`xl/charts/chart${index + 1}.xml`)),
    comments: notes.map((_, index) => ({
      comments: pkg.text(`xl/comments${index + 2}.xml`),
      vml: pkg.text(`xl/drawings/vmlDrawing${index + 2}.vml`),
    })),
  };
}

/** The numbers that hucre gave, from the sheet that shows every format. */
function madeFormats(pkg: OfficePackage, { styles, ruleStyles }: ToolOrder): MadeFormats {
  const sheet = parseXml(pkg.text('xl/worksheets/sheet1.xml'));
  const cells = new Map(descendants(sheet, 'c').map(({ attributes }) => [attributes['r'], attributes['s']]));
  const rules = new Map(
    descendants(sheet, 'cfRule').map(({ attributes }) => [attributes['priority'], attributes['dxfId']]),
  );
  return {
    styles: pkg.text('xl/styles.xml'),
    formats: styles.map(({ quotePrefix = false }, index) => ({
      number: numberOf(cells.get(cellAddress(Math.floor(index / 100), index % 100))) ?? 0,
      quotePrefix,
    })),
    rules: ruleStyles.map((_, index) => numberOf(rules.get(String(index + 1))) ?? 0),
  };
}

/** A hundred formats a row. */
function probeKey(index: number): string {
  return `${Math.floor(index / 100)},${index % 100}`;
}

function rgb(color: string): { rgb: string } {
  return { rgb: color.replace('#', '').toUpperCase() };
}

function hucreStyle(style: CellStyle, { baseFont }: ToolOrder): HucreStyle {
  const { font, fill, borders, horizontal, vertical, wrap, indent, rotation, shrink, locked, numberFormat } =
    style;
  const side = (border: NonNullable<CellStyle['borders']>['top']) =>
    border === undefined ? undefined : { style: border.style, color: rgb(border.color) };
  const aligned = horizontal !== undefined || vertical !== undefined || wrap || indent || rotation || shrink;
  return {
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
    ...(font !== undefined && {
      font: {
        name: font.name ?? baseFont.name,
        size: font.size ?? baseFont.size,
        ...(font.bold && { bold: true }),
        ...(font.italic && { italic: true }),
        ...(font.underline && { underline: true }),
        ...(font.strikethrough && { strikethrough: true }),
        ...(font.color !== undefined && { color: rgb(font.color) }),
      },
    }),
    ...(fill !== undefined && { fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(fill) } }),
    ...(borders !== undefined && {
      border: {
        top: side(borders.top),
        bottom: side(borders.bottom),
        left: side(borders.left),
        right: side(borders.right),
      },
    }),
    ...(aligned && {
      alignment: {
        ...(horizontal !== undefined && { horizontal }),
        ...(vertical !== undefined && { vertical }),
        ...(wrap && { wrapText: true }),
        ...(indent && { indent }),
        // Files count downwards from 91.
        ...(rotation && { textRotation: rotation < 0 && rotation >= -90 ? 90 - rotation : rotation }),
        ...(shrink && { shrinkToFit: true }),
      },
    }),
    ...(locked === false && { protection: { locked: false } }),
  };
}

function ruleStyle({ font, fill, numberFormat }: DifferentialStyle): HucreStyle {
  return {
    ...(font !== undefined && {
      font: {
        ...(font.bold !== undefined && { bold: font.bold }),
        ...(font.italic !== undefined && { italic: font.italic }),
        ...(font.strikethrough !== undefined && { strikethrough: font.strikethrough }),
        ...(font.color !== undefined && { color: rgb(font.color) }),
      },
    }),
    // Readers differ in which of the two colours they take.
    ...(fill !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: rgb(fill), bgColor: rgb(fill) },
    }),
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
  };
}

function plainStyles({ name, size }: ToolOrder['baseFont']): string {
  const border = '<border><left/><right/><top/><bottom/><diagonal/></border>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<fonts count="1"><font><sz val="${size}"/><color theme="1"/><name val="${escapeXml(name)}"/><family val="2"/><scheme val="minor"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="1">${border}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
  );
}
