import type {
  Area,
  CellStyle,
  CellValue,
  ChartModel,
  ConditionalFormatModel,
  FormulaCell,
  PageLayoutModel,
  ProtectionOptions,
  ValidationModel,
} from '../model/types';
import type { FileWarning } from './errors';

/**
 * What a file holds, as plain data that crosses from a worker by structured clone. Reading makes it (parse.ts), a
 * workbook is filled from it (fill.ts), and a workbook is turned back into it for writing (contents-of.ts).
 */
export interface FileContents {
  readonly kind: FileKind;
  readonly date1904: boolean;
  readonly calculationMode: 'automatic' | 'automaticExceptTables' | 'manual';
  readonly activeSheet: number;
  readonly structureProtected: boolean;
  /** Styles by number; 0 is the default one. */
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SheetContents[];
  readonly names: readonly NameContents[];
  readonly properties: readonly (readonly [string, string | number | boolean])[];
  /** Settings that add-ins keep in the workbook. */
  readonly settings: readonly (readonly [string, unknown])[];
  /** Id and text of every custom XML part. */
  readonly customXml: readonly (readonly [string, string])[];
  readonly warnings: readonly FileWarning[];
  /** The file itself when it was an .xlsx or .xlsm, so that saving can keep what the workbook does not understand. */
  readonly original: OriginalFile | null;
}

export type FileKind = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'text' | 'other';

export interface OriginalFile {
  readonly bytes: Uint8Array;
  /** In the order of FileContents.sheets. */
  readonly sheets: readonly OriginalSheet[];
}

export interface OriginalSheet {
  readonly part: string;
  /** For each chart, the number of its anchor in the drawing. */
  readonly anchors: readonly number[];
  /** For each table, its part. */
  readonly tableParts: readonly string[];
}

export interface SheetContents {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly tabColor: string | null;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly zoom: number;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly protection: { readonly on: boolean; readonly options: ProtectionOptions };
  readonly rows: readonly RowContents[];
  readonly formulas: readonly FormulaContents[];
  /** Five numbers for each rectangle of one style: row, column, rows, columns, style. */
  readonly styles: Int32Array;
  readonly rowProperties: readonly RowProperties[];
  readonly columnProperties: readonly ColumnProperties[];
  readonly merges: readonly Area[];
  readonly tables: readonly TableContents[];
  readonly conditionalFormats: readonly Omit<ConditionalFormatModel, 'id'>[];
  readonly validations: readonly ValidationModel[];
  readonly charts: readonly Omit<ChartModel, 'id'>[];
  readonly pageLayout: PageLayoutModel;
  readonly comments: readonly (readonly [string, { author: string; text: string }])[];
  readonly hyperlinks: readonly (readonly [string, { address?: string; location?: string; tip?: string }])[];
  readonly customProperties: readonly (readonly [string, string])[];
  readonly autoFilter: { readonly area: Area; readonly criteria: string | null } | null;
}

/** Values of one row from its first filled column on; rows without values are left out. */
export interface RowContents {
  readonly row: number;
  readonly column: number;
  readonly values: CellValue[];
}

export interface FormulaContents extends FormulaCell {
  readonly row: number;
  readonly column: number;
}

export interface RowProperties {
  readonly row: number;
  readonly height?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  readonly outline?: number;
}

export interface ColumnProperties {
  readonly column: number;
  readonly count: number;
  readonly width?: number;
  readonly hidden?: boolean;
  readonly style?: number;
  readonly outline?: number;
}

export interface TableContents {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly {
    readonly name: string;
    readonly formula?: string;
    readonly totalsFunction?: string;
    readonly totalsLabel?: string;
  }[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly style: string;
}

export interface NameContents {
  readonly name: string;
  readonly formula: string;
  readonly comment?: string;
  readonly visible: boolean;
  /** Index of the sheet that it belongs to; null is the workbook. */
  readonly scope: number | null;
}
