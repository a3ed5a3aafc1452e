import type { TableModel } from '../model/types';
import { areaAddress } from './address';
import type { FormulaContext } from './formula-text';
import { fileFormula } from './formula-text';
import { encodeCellText, escapeXml } from './xml';

const totals = new Set(['average', 'count', 'countNums', 'max', 'min', 'none', 'stdDev', 'sum', 'var']);

/** A table's part. `id` is unique in the workbook. */
export function tableXml(table: TableModel, id: number, formulas: FormulaContext): string {
  const { area, name, columns } = table;
  const context: FormulaContext = { ...formulas, table: name };
  const filterArea = table.showTotals ? { ...area, rows: area.rows - 1 } : area;
  const filter =
    table.showFilterButton && table.showHeaders ? `<autoFilter ref="${areaAddress(filterArea)}"/>` : '';
  const items = columns.map((column, index) => {
    const { totalsFunction, totalsLabel } = column;
    const custom =
      totalsFunction !== undefined && !totals.has(totalsFunction)
        ? fileFormula(totalsFunction, context)
        : null;
    const attributes = [
      ` id="${index + 1}" name="${encodeCellText(column.name)}"`,
      totalsFunction === undefined
        ? ''
        : ` totalsRowFunction="${custom === null ? totalsFunction : 'custom'}"`,
      totalsLabel === undefined ? '' : ` totalsRowLabel="${escapeXml(totalsLabel)}"`,
    ].join('');
    const inner =
      (column.formula === undefined
        ? ''
        : `<calculatedColumnFormula>${escapeXml(fileFormula(column.formula, context))}</calculatedColumnFormula>`) +
      (custom === null ? '' : `<totalsRowFormula>${escapeXml(custom)}</totalsRowFormula>`);
    return inner === '' ? `<tableColumn${attributes}/>` : `<tableColumn${attributes}>${inner}</tableColumn>`;
  });
  const flags = [
    ['showFirstColumn', table.highlightFirstColumn],
    ['showLastColumn', table.highlightLastColumn],
    ['showRowStripes', table.showBandedRows],
    ['showColumnStripes', table.showBandedColumns],
  ] as const;
  const style = [
    table.style === '' ? '' : ` name="${escapeXml(table.style)}"`,
    ...flags.map(([flag, on]) => ` ${flag}="${on ? 1 : 0}"`),
  ].join('');
  const headers = table.showHeaders ? '' : ' headerRowCount="0"';
  const totalsRow = table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
    ` id="${id}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${areaAddress(area)}"${headers}${totalsRow}>` +
    `${filter}<tableColumns count="${columns.length}">${items.join('')}</tableColumns><tableStyleInfo${style}/></table>`
  );
}
