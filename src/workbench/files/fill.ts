import type { CellValue, SheetModel, StyleChange, WorkbookModel } from '../model/types';
import { areaAddress } from './address';
import { carryOriginal } from './carried';
import type { FileContents, RowContents, SheetContents, TableContents } from './contents';
import type { FileWarning } from './errors';

/** Fills a workbook, which must be new, with a file's contents. Answers with what could not be put in. */
export function fillWorkbook(workbook: WorkbookModel, contents: FileContents): FileWarning[] {
  const warnings: FileWarning[] = [];
  const sheets = workbook.batch(() => fillContents(workbook, contents, warnings));
  // Formulas come when all that they name is there: their values are the file's, and stay until something changes.
  workbook.batch(() => {
    contents.sheets.forEach((from, index) => {
      const sheet = sheets[index];
      if (sheet !== undefined) fillFormulas(sheet, from, warnings);
    });
    contents.sheets.forEach(({ protection }, index) => {
      if (protection.on) sheets[index]?.protect(protection.options);
    });
    if (contents.structureProtected) workbook.protect();
  });
  carryOriginal(workbook, contents, sheets);
  return warnings;
}

function fillContents(
  workbook: WorkbookModel,
  contents: FileContents,
  warnings: FileWarning[],
): SheetModel[] {
  workbook.date1904 = contents.date1904;
  workbook.calculationMode = contents.calculationMode;
  const sheets = takeSheets(workbook, contents);
  contents.sheets.forEach((from, index) => {
    const sheet = sheets[index];
    if (sheet !== undefined) fillSheet(sheet, from, contents, warnings);
  });
  fillNames(workbook, contents, sheets, warnings);
  for (const [name, value] of contents.properties) workbook.properties.set(name, value);
  for (const [id, xml] of contents.customXml) workbook.customXml.set(id, xml);
  for (const [name, value] of contents.settings) workbook.settings.set(name, value);
  // A sheet can only be hidden while another one is visible, and only a visible one can be active.
  const active = sheets[contents.activeSheet];
  if (active !== undefined) workbook.activate(active);
  contents.sheets.forEach(({ visibility }, index) => {
    const sheet = sheets[index];
    if (sheet !== undefined && visibility !== 'visible') sheet.visibility = visibility;
  });
  return sheets;
}

/** Sheets with the file's names, in its order: the new workbook's own one becomes the first. */
function takeSheets(workbook: WorkbookModel, { sheets }: FileContents): SheetModel[] {
  const [own, ...others] = workbook.sheets;
  for (const other of others) workbook.deleteSheet(other);
  if (own === undefined) return sheets.map(({ name }) => workbook.addSheet(name));
  return sheets.map(({ name }, index) => {
    if (index > 0) return workbook.addSheet(name);
    workbook.renameSheet(own, name);
    return own;
  });
}

function fillSheet(
  sheet: SheetModel,
  from: SheetContents,
  { styles }: FileContents,
  warnings: FileWarning[],
): void {
  sheet.tabColor = from.tabColor;
  sheet.showGridlines = from.showGridlines;
  sheet.showHeadings = from.showHeadings;
  sheet.zoom = from.zoom;
  sheet.frozen = { ...from.frozen };
  for (const { column, count, width, hidden, style } of from.columnProperties) {
    if (width !== undefined) sheet.setColumnWidth(column, count, width);
    if (hidden) sheet.setColumnHidden(column, count, true);
    const own = style === undefined ? undefined : styles[style];
    if (own !== undefined && Object.keys(own).length > 0) sheet.setColumnStyle(column, count, own);
  }
  for (const { row, height, hidden } of from.rowProperties) {
    if (height !== undefined) sheet.setRowHeight(row, 1, height);
    if (hidden) sheet.setRowHidden(row, 1, true);
  }
  // Merged before they are filled: cells that a merge hides keep their values, as the file has them.
  for (const area of from.merges) attempt(from, areaAddress(area), warnings, () => sheet.merge(area));
  for (const block of blocks(from.rows))
    sheet.setValues({ row: block.row, column: block.column }, block.values);
  const inFormattedColumns = from.columnProperties.some(
    ({ style }) => Object.keys(styles[style ?? 0] ?? {}).length > 0,
  );
  for (let at = 0; at < from.styles.length; at += 5) {
    const [row = 0, column = 0, rows = 0, columns = 0, style = 0] = from.styles.subarray(at, at + 5);
    const change = styles[style] ?? {};
    // What stands in a formatted column states all of its format, or it would show through.
    if (inFormattedColumns) sheet.applyStyle({ row, column, rows, columns }, { ...noStyle, ...change });
    else if (Object.keys(change).length > 0) sheet.applyStyle({ row, column, rows, columns }, change);
  }
  fillObjects(sheet, from, warnings);
  Object.assign(sheet.pageLayout, from.pageLayout);
  sheet.autoFilter = from.autoFilter;
}

/** Takes every property away. */
const noStyle: StyleChange = {
  numberFormat: null,
  font: null,
  fill: null,
  borders: null,
  horizontal: null,
  vertical: null,
  wrap: null,
  indent: null,
  rotation: null,
  shrink: null,
  locked: null,
  quotePrefix: null,
};

interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: CellValue[][];
}

/** Consecutive rows as rectangles, padded with blanks; a row far wider than its neighbours starts a new one. */
function blocks(rows: readonly RowContents[]): Block[] {
  const found: Block[] = [];
  let group: RowContents[] = [];
  let left = 0;
  let right = 0;
  let filled = 0;
  const close = (): void => {
    const [first] = group;
    if (first === undefined) return;
    found.push({ row: first.row, column: left, values: group.map((row) => padded(row, left, right)) });
    group = [];
  };
  for (const row of rows) {
    const last = group[group.length - 1];
    const end = row.column + row.values.length;
    const wider = (Math.max(right, end) - Math.min(left, row.column)) * (group.length + 1);
    const joins =
      last !== undefined && row.row === last.row + 1 && wider <= 3 * (filled + row.values.length) + 10_000;
    if (!joins) {
      close();
      left = row.column;
      right = end;
      filled = 0;
    }
    group.push(row);
    left = Math.min(left, row.column);
    right = Math.max(right, end);
    filled += row.values.length;
  }
  close();
  return found;
}

function padded({ column, values }: RowContents, left: number, right: number): CellValue[] {
  if (column === left && values.length === right - left) return values;
  const line = new Array<CellValue>(right - left).fill(null);
  values.forEach((value, index) => {
    line[column - left + index] = value;
  });
  return line;
}

/** Formulas keep the values that the file has for them, so nothing is calculated while opening. */
function fillFormulas(sheet: SheetModel, { formulas, name }: SheetContents, warnings: FileWarning[]): void {
  let refused = 0;
  for (const { row, column, ...formula } of formulas) {
    try {
      sheet.setFormula({ row, column }, formula, sheet.value(row, column));
    } catch {
      // A formula that the workbook can't hold stays as its value, which is there already; the count is told.
      refused++;
    }
  }
  if (refused > 0) warnings.push({ code: 'formulas-without-text', details: { sheet: name, count: refused } });
}

/** Does what the workbook may refuse, and tells when it did. */
function attempt(from: SheetContents, what: string, warnings: FileWarning[], work: () => void): void {
  try {
    work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    warnings.push({ code: 'part-unreadable', details: { sheet: from.name, what, reason } });
  }
}

function fillObjects(sheet: SheetModel, from: SheetContents, warnings: FileWarning[]): void {
  for (const table of from.tables) attempt(from, table.name, warnings, () => addTable(sheet, table));
  from.conditionalFormats.forEach((format, index) => {
    sheet.conditionalFormats.push({ id: `rule${index + 1}`, ...format });
  });
  sheet.validations.push(...from.validations);
  from.charts.forEach((chart, index) => {
    sheet.charts.push({ id: `chart${index + 1}`, ...chart });
  });
  for (const [address, comment] of from.comments) sheet.comments.set(address, comment);
  for (const [address, link] of from.hyperlinks) sheet.hyperlinks.set(address, link);
  for (const [name, value] of from.customProperties) sheet.customProperties.set(name, value);
}

function addTable(sheet: SheetModel, from: TableContents): void {
  const { name, area, showHeaders, showTotals, columns, style } = from;
  const stored = { columnNames: columns.map((column) => column.name), showTotals };
  const table = sheet.addTable(area, { name, hasHeaders: showHeaders, style, stored });
  columns.forEach(({ formula, totalsFunction, totalsLabel }, index) => {
    const column = table.columns[index];
    if (column === undefined) return;
    if (formula !== undefined) column.formula = formula;
    if (totalsFunction !== undefined) column.totalsFunction = totalsFunction;
    if (totalsLabel !== undefined) column.totalsLabel = totalsLabel;
  });
  table.showFilterButton = from.showFilterButton;
  table.showBandedRows = from.showBandedRows;
  table.showBandedColumns = from.showBandedColumns;
  table.highlightFirstColumn = from.highlightFirstColumn;
  table.highlightLastColumn = from.highlightLastColumn;
}

function fillNames(
  workbook: WorkbookModel,
  { names }: FileContents,
  sheets: readonly SheetModel[],
  warnings: FileWarning[],
): void {
  let refused = 0;
  for (const { name, formula, comment, visible, scope } of names) {
    try {
      const item = workbook.addName(name, formula, scope === null ? null : sheets[scope]);
      item.visible = visible;
      if (comment !== undefined) item.comment = comment;
    } catch {
      // The workbook's rules for names are stricter than some programs'; the count is told.
      refused++;
    }
  }
  if (refused > 0) warnings.push({ code: 'names-not-read', details: { count: refused } });
}
