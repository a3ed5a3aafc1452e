/** The plain values that a workbook is made of: cells, styles, rules, charts, page setup. No object here knows another. */

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Area extends Position {
  readonly rows: number;
  readonly columns: number;
}

export type ErrorCode =
  '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#SPILL!' | '#CALC!' | '#BUSY!';

/** An error as a cell's value; a custom function may add a sentence (only #VALUE! and #N/A carry one, as in Excel). */
export interface CellError {
  readonly error: ErrorCode;
  readonly message?: string;
}

/** A calculated or typed value; null is a blank cell; dates are serials. */
export type CellValue = number | string | boolean | CellError | null;

export interface Border {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
  readonly color: string;
}

/** Absent means Excel's default. Colours are '#RRGGBB'. Styles are interned: equal styles are the same object. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strikethrough?: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  readonly borders?: {
    readonly top?: Border;
    readonly bottom?: Border;
    readonly left?: Border;
    readonly right?: Border;
  };
  readonly horizontal?: 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  readonly vertical?: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly rotation?: number;
  readonly shrink?: boolean;
  /** Excel's default is true; it matters only on a protected sheet. */
  readonly locked?: boolean;
  readonly quotePrefix?: boolean;
}

export interface DifferentialStyle {
  readonly font?: {
    readonly color?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strikethrough?: boolean;
  };
  readonly fill?: string;
  readonly numberFormat?: string;
}

export type ConditionalRule =
  | { readonly kind: 'custom'; readonly formula: string; readonly style: DifferentialStyle }
  | {
      readonly kind: 'cellValue';
      readonly operator:
        | 'between'
        | 'notBetween'
        | 'equal'
        | 'notEqual'
        | 'greaterThan'
        | 'lessThan'
        | 'greaterThanOrEqual'
        | 'lessThanOrEqual';
      readonly formula1: string;
      readonly formula2?: string;
      readonly style: DifferentialStyle;
    }
  | {
      readonly kind: 'containsText';
      readonly operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith';
      readonly text: string;
      readonly style: DifferentialStyle;
    }
  | { readonly kind: 'dataBar'; readonly color: string; readonly min?: string; readonly max?: string }
  | {
      readonly kind: 'colorScale';
      readonly points: readonly { readonly type: string; readonly value?: string; readonly color: string }[];
    }
  | {
      readonly kind: 'iconSet';
      readonly set: string;
      readonly points: readonly { readonly type: string; readonly value?: string }[];
    }
  | { readonly kind: 'duplicates'; readonly unique: boolean; readonly style: DifferentialStyle };

export interface ConditionalFormatModel {
  readonly id: string;
  areas: readonly Area[];
  rule: ConditionalRule;
  priority: number;
  stopIfTrue: boolean;
}

export interface ValidationModel {
  areas: readonly Area[];
  kind: 'list' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  operator?:
    | 'between'
    | 'notBetween'
    | 'equal'
    | 'notEqual'
    | 'greaterThan'
    | 'lessThan'
    | 'greaterThanOrEqual'
    | 'lessThanOrEqual';
  /** A list's choices joined by commas, or a formula with its '='. */
  formula1: string;
  formula2?: string;
  ignoreBlanks: boolean;
  inCellDropDown: boolean;
  prompt?: { title: string; message: string; show: boolean };
  alert?: { title: string; message: string; style: 'stop' | 'warning' | 'information'; show: boolean };
}

export const CHART_MARKERS = [
  'None',
  'Circle',
  'Square',
  'Diamond',
  'Triangle',
  'X',
  'Star',
  'Plus',
  'Dot',
  'Dash',
] as const;
export type ChartMarker = (typeof CHART_MARKERS)[number];

export interface ChartSeriesModel {
  /** A text, or a reference with its '=' ("=Sheet1!$B$1"). */
  name: string;
  /** References without '=': "Sheet1!$B$2:$B$13". */
  values: string;
  categories?: string;
  /** Where it is drawn otherwise than its chart: 'Line' or 'LineMarkers' over columns. */
  type?: string;
  /** Measured by the second value axis. */
  secondary?: boolean;
  color?: string;
  /** As in Excel.ChartMarkerStyle; a circle when absent. */
  marker?: ChartMarker;
  smooth?: boolean;
  showLabels?: boolean;
  labelFormat?: string;
  pointColors?: Readonly<Record<number, string>>;
}

export interface ChartAxisModel {
  title?: string;
  visible: boolean;
  numberFormat?: string;
  minimum?: number;
  maximum?: number;
  majorGridlines: boolean;
  /** From the far end to the near one: a bar chart's first category at the top. */
  reversed?: boolean;
  /** Where on this axis the other one stands; automatic when absent. */
  crossing?: 'minimum' | 'maximum';
}

export interface ChartModel {
  readonly id: string;
  name: string;
  /** As in Excel.ChartType, e.g. 'ColumnClustered', 'Line', 'LineMarkers', 'Pie', 'Doughnut', 'BarClustered', 'BarStacked', 'Area', 'XYScatter'. */
  type: string;
  title?: string;
  titleFont?: { readonly size?: number; readonly bold?: boolean; readonly color?: string };
  altText?: string;
  series: ChartSeriesModel[];
  legend: { visible: boolean; position: 'top' | 'bottom' | 'left' | 'right' };
  categoryAxis: ChartAxisModel;
  valueAxis: ChartAxisModel;
  /** There as soon as a series is measured by it. */
  secondaryAxis?: ChartAxisModel;
  gapWidth?: number;
  /** In points from the sheet's top left corner, as Excel gives them. */
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PageLayoutModel {
  orientation: 'portrait' | 'landscape';
  paperSize?: string;
  /** Pages wide and tall; null is automatic. */
  fitToWidth: number | null;
  fitToHeight: number | null;
  scale?: number;
  margins?: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  printArea?: string;
  /** "$1:$3" */
  titleRows?: string;
  titleColumns?: string;
  header?: { left?: string; center?: string; right?: string };
  footer?: { left?: string; center?: string; right?: string };
  centerHorizontally?: boolean;
  centerVertically?: boolean;
  printGridlines?: boolean;
  /** Rows that a person or an add-in has begin a page, in order; absent when there are none. */
  rowBreaks?: number[];
}

export interface ProtectionOptions {
  readonly [allowed: string]: boolean;
}

/** What a formula cell is: a plain formula, the anchor of a spilled one, or a legacy array formula over `area`. */
export interface FormulaCell {
  /** With its '=', English names, A1. */
  readonly formula: string;
  readonly kind: 'plain' | 'dynamic' | 'array';
  /** Area covered by a spill or an array formula. */
  readonly spill?: Area;
}

export type StyleChange = {
  readonly [K in keyof CellStyle]?:
    | (K extends 'font' | 'borders'
        ? { readonly [P in keyof NonNullable<CellStyle[K]>]?: NonNullable<CellStyle[K]>[P] | null }
        : CellStyle[K])
    | null;
};
