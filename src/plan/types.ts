import type { Area, Position } from '../domain/address';

/**
 * What can be built, as plain data: a template makes a Plan, src/excel writes it. Positions are 0-based.
 * Every text is already in the reader's language; every style is a name from src/plan/styles.ts.
 */

export type Scalar = string | number | boolean | null;

/** A native formula, with its '='; written as it stands, in English function names. */
export interface Formula {
  readonly formula: string;
}

/** null leaves the cell blank. A string is always text, also when it begins with '='. */
export type PlanCell = Scalar | Formula;

export type StyleName =
  | 'title'
  | 'subtitle'
  | 'figureLabel'
  | 'figure'
  | 'heading'
  | 'prose'
  | 'note'
  | 'columnHeader'
  | 'columnHeaderNumber'
  | 'label'
  | 'text'
  | 'wrapped'
  | 'number'
  | 'total'
  | 'totalLabel'
  | 'input'
  | 'key'
  | 'warning';

/** A rectangle of cells that share a style; `format` is a number format in Excel's notation. */
export interface CellBlock {
  readonly at: Position;
  readonly cells: readonly (readonly PlanCell[])[];
  readonly style: StyleName;
  readonly format?: string;
  /** Joins the rectangle to one cell (prose over the page's width). */
  readonly merge?: boolean;
}

export interface TableColumn {
  /** Stable across languages and rebuilds, e.g. 'amount'; the header where absent. */
  readonly id?: string;
  readonly header: string;
  readonly format?: string;
  /** By row, where the column's cells hold different things (a table of settings). */
  readonly formats?: readonly string[];
  readonly style?: 'text' | 'wrapped' | 'number' | 'key';
  /** A calculated column: this formula stands in every row, and in rows typed later. */
  readonly formula?: string;
  /**
   * 'source' comes from the person's sheets, 'origin' says where there (always refreshed, never compared), 'typed' is
   * filled in on the built sheet, 'computed' is a formula, 'mark' is Daybook's own row mark.
   */
  readonly entry: 'source' | 'origin' | 'typed' | 'computed' | 'mark';
}

/** An Excel table of rows. On a rebuild rows are merged by `keys`: what people typed stays (see src/plan/merge.ts). */
export interface TablePlan {
  /** Stable across languages and rebuilds, e.g. 'orders'. */
  readonly role: string;
  /** The Excel table's name, already free in the workbook. */
  readonly name: string;
  readonly at: Position;
  readonly columns: readonly TableColumn[];
  /** Values of the 'source' and 'origin' columns are data; cells of other columns are null. */
  readonly rows: readonly (readonly PlanCell[])[];
  /** One stable key a row, unique in the table. */
  readonly keys: readonly string[];
}

export interface Validation {
  readonly area: Area;
  readonly list: readonly string[] | Formula;
  /** Other values can be typed as well: a name that is new. */
  readonly open?: boolean;
  readonly prompt?: string;
}

export interface ConditionalFormat {
  readonly area: Area;
  /** Native formula relative to the area's first cell, with its '='. */
  readonly formula: string;
  readonly style: 'positive' | 'negative' | 'muted' | 'alert';
}

export interface ChartSeries {
  readonly name: string;
  /** Cells of the same sheet. */
  readonly values: Area;
  /** In a 'combo': a line over the columns, against the second value axis. */
  readonly line?: true;
}

export interface ChartAxis {
  readonly title: string;
  readonly format: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface ChartPlan {
  /** The first category of a 'bar' stands at the top; a 'combo' is columns with lines over them (a Pareto chart). */
  readonly kind: 'column' | 'column-stacked' | 'bar' | 'bar-stacked' | 'line' | 'pie' | 'combo' | 'scatter';
  readonly title: string;
  /** Of a 'scatter' the x values. */
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  readonly valueAxis?: ChartAxis;
  /** The lines' own axis on the right of a 'combo'. */
  readonly secondAxis?: ChartAxis;
  /** The format is for the x values of a 'scatter'. */
  readonly categoryAxis?: { readonly title: string; readonly format?: string };
  /** The cells that the chart covers. */
  readonly area: Area;
  readonly altText: string;
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Always one page wide; rows repeated on each page, 0-based, inclusive. */
  readonly titleRows?: readonly [number, number];
  readonly area?: Area;
  readonly footer?: string;
  /** Rows, 0-based, that begin a new page (one statement a person). */
  readonly breaks?: readonly number[];
}

export interface SheetPlan {
  /** Stable across languages and rebuilds, e.g. 'report'. */
  readonly role: string;
  /** Wanted name, already free in the workbook or the name of the sheet that is refreshed. */
  readonly name: string;
  readonly blocks: readonly CellBlock[];
  readonly tables: readonly TablePlan[];
  readonly charts: readonly ChartPlan[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Widths in characters of the default font, from column A on. */
  readonly widths: readonly number[];
  /** Heights in points by row. */
  readonly heights?: Readonly<Record<number, number>>;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly gridlines: boolean;
  /** Can be read, copied and printed but not changed until a person lifts the protection (there is no password). */
  readonly locked?: boolean;
  readonly print: PrintSetup;
}

export interface Plan {
  readonly template: string;
  readonly locale: 'zh-CN' | 'en';
  /** In the order they are added; the first is shown when the build is done. */
  readonly sheets: readonly SheetPlan[];
}
