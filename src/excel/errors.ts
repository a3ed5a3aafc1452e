import { DaybookError, type Details } from '../domain/errors';

/** Every way in which Excel can refuse; src/locales has a sentence for each. */
export const EXCEL_ERROR_CODES = [
  /** {} the person stopped it; nothing was changed. */
  'excel-cancelled',
  /** {} a cell is being edited. */
  'excel-cell-editing',
  /** {} the workbook's structure is protected: no sheet can be added. */
  'excel-structure-protected',
  /** {sheet} */
  'excel-sheet-protected',
  /** {} the workbook is open read-only or its permissions forbid the change. */
  'excel-access-denied',
  /** {} even the smallest request or answer is too large. */
  'excel-too-large',
  /** {message} a sheet, table or name that was there a moment ago is gone. */
  'excel-item-gone',
  /** {message} a sheet or table of that name exists already. */
  'excel-name-taken',
  /** {} the connection to the workbook was lost. */
  'excel-session-lost',
  /** {} not in Excel, or an Excel that is too old. */
  'excel-host-unsupported',
  /** {message} this Excel lacks something that the build needs. */
  'excel-api-missing',
  /** {message} Excel took an argument for invalid. */
  'excel-invalid',
  /** {code, message} anything else that Excel reports. */
  'excel-failed',
  /** {build} the build to refresh is not in the workbook any more. */
  'excel-build-gone',
  /** {sheet, cells} cells that a person wrote stand where the build needs room. */
  'excel-cells-in-the-way',
  /** {sheet} rows or columns were put into the built part of the sheet, so its cells can't be told apart any more. */
  'excel-layout-changed',
  /** {sheets, message} the workbook could not be put back; the sheets named need a look. */
  'excel-restore-failed',
  /** {} nothing that could be undone. */
  'excel-nothing-to-undo',
  /** {sheet} a built sheet is not there any more, so undo can't bring back what was. */
  'excel-undo-impossible',
] as const;
export type ExcelErrorCode = (typeof EXCEL_ERROR_CODES)[number];

/** Things to say after work that succeeded. */
export const EXCEL_NOTICE_CODES = [
  /** {sheet, what, message} a nicety that this Excel could not do; what: print, charts, validation, rules, panes, widths, lock. */
  'excel-nicety-left-out',
  /** {} what Daybook remembered in the workbook can't be read; it starts afresh. */
  'excel-memory-damaged',
  /** {} what Daybook remembers was written by a newer version; it is left alone. */
  'excel-memory-newer',
  /** {} too much to remember: deleted rows will come back on the next refresh. */
  'excel-memory-full',
  /** {sheet, address, was} a person's change that the new layout had no place for. */
  'excel-cell-replaced',
  /** {sheet, chart} a chart that a person removed stays removed. */
  'excel-chart-stays-removed',
  /** {} the workbook's date system could not be asked for; 1900 is assumed. */
  'excel-date-system-unknown',
] as const;
export type ExcelNoticeCode = (typeof EXCEL_NOTICE_CODES)[number];

export interface Notice {
  readonly code: ExcelNoticeCode;
  readonly details: Details;
}

/** A DaybookError whose code is one of Excel's. */
export function excelError(code: ExcelErrorCode, details: Details = {}): DaybookError {
  return new DaybookError(code, details);
}
