import type { Details } from '../../domain/errors';

const KINDS: Readonly<Record<string, string>> = {
  lock: 'the protection',
  print: 'the print setup',
  charts: 'a chart',
  validation: 'the drop-down lists',
  rules: 'the colour rules',
  panes: 'the frozen rows',
  widths: 'the column widths',
};

type Sentence = (details: Details) => string;

/** What Excel refused, and what to do; keys are ExcelErrorCode. */
const errors = {
  'excel-cancelled': () => 'Stopped. The workbook is as it was.',
  'excel-cell-editing': () => 'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
  'excel-structure-protected': () =>
    'The workbook’s structure is protected, so no sheet can be added. Unprotect it (Review → Protect Workbook), then try again.',
  'excel-sheet-protected': ({ sheet }) =>
    `The sheet “${sheet}” is protected. Unprotect it (Review → Unprotect Sheet), then try again.`,
  'excel-access-denied': () =>
    'The workbook is open read-only. Save a copy under another name and try again there.',
  'excel-too-large': () =>
    'A sheet is too large to be moved even in small pieces. Delete unused rows and columns, then try again.',
  'excel-item-gone': ({ message }) =>
    `A sheet or table that was there a moment ago is gone. Read the workbook again. (${message})`,
  'excel-name-taken': ({ message }) =>
    `A sheet or table of that name exists already. Read the workbook again. (${message})`,
  'excel-session-lost': () => 'The connection to the workbook was lost. Close this pane and open it again.',
  'excel-host-unsupported': () =>
    'This works in Excel 2021, Microsoft 365 and Excel on the web. Please open the workbook there.',
  'excel-api-missing': ({ message }) =>
    `This version of Excel lacks something that is needed here. Please update Excel. (${message})`,
  'excel-invalid': ({ message }) =>
    `Excel did not accept what was to be written. The workbook is as it was. (${message})`,
  'excel-failed': ({ code, message }) =>
    `Excel reported an error. The workbook is as it was. (${code}: ${message})`,
  'excel-build-gone': () =>
    'The sheets that were to be refreshed are no longer in the workbook. Build them anew.',
  'excel-cells-in-the-way': ({ sheet, cells }) =>
    `Cells of yours stand where the build needs room: “${sheet}” ${cells}. Move them, then try again.`,
  'excel-layout-changed': ({ sheet }) =>
    `Rows or columns were put into the built part of “${sheet}”, so its cells can’t be told apart. Take them out (Ctrl+Z), or delete the sheet and build anew.`,
  'excel-restore-failed': ({ sheets, message }) =>
    `The work failed and the workbook could not be put back completely. Please look at: ${sheets}. Close without saving to be safe. (${message})`,
  'excel-nothing-to-undo': () => 'There is nothing to undo.',
  'excel-undo-impossible': ({ sheet }) =>
    `The sheet “${sheet}” is not there any more, so the build can’t be undone.`,
} satisfies Record<string, Sentence>;

/** Things to say after work that succeeded; keys are ExcelNoticeCode. */
const notices = {
  'excel-nicety-left-out': ({ sheet, what }) =>
    `On “${sheet}” this Excel could not set ${KINDS[what ?? ''] ?? what}. The figures are complete.`,
  'excel-memory-damaged': () =>
    'What Daybook had remembered in this workbook can’t be read; it starts afresh.',
  'excel-memory-newer': () =>
    'A newer Daybook has worked on this workbook. What it remembered is left alone.',
  'excel-memory-full': () =>
    'There are too many rows to remember: rows you delete from the built table come back when you build again.',
  'excel-cell-replaced': ({ sheet, address, was }) =>
    `“${sheet}” ${address}: the new layout had no place for “${was}”.`,
  'excel-chart-stays-removed': ({ chart }) => `The chart “${chart}” that you removed stays removed.`,
  'excel-date-system-unknown': () =>
    'This Excel does not say which date system the workbook uses; 1900 is assumed.',
} satisfies Record<string, Sentence>;

export const excel: {
  errors: Record<keyof typeof errors, Sentence>;
  notices: Record<keyof typeof notices, Sentence>;
} = {
  errors,
  notices,
};
