import { parseArea } from './address';
import type { TableContents } from './contents';
import { shownFormula } from './formula-text';
import { defined } from './styles-read';
import { child, childrenOf, decodeCellText, flag, numberOf, parseXml } from './xml';

/** A table's part; null when it has no usable area. */
export function readTable(xml: string): TableContents | null {
  const table = parseXml(xml);
  const { attributes } = table;
  const area = parseArea(attributes['ref'] ?? '');
  const name = attributes['displayName'] ?? attributes['name'] ?? '';
  const columns = childrenOf(child(table, 'tableColumns'), 'tableColumn');
  if (area === null || name === '' || columns.length !== area.columns) return null;
  const style = child(table, 'tableStyleInfo')?.attributes ?? {};
  return {
    name: decodeCellText(name),
    area,
    columns: columns.map((column) => {
      const formula = child(column, 'calculatedColumnFormula')?.text;
      const totals = child(column, 'totalsRowFormula')?.text;
      const named = column.attributes['totalsRowFunction'];
      return defined({
        name: decodeCellText(column.attributes['name'] ?? ''),
        formula: formula ? shownFormula(formula) : undefined,
        totalsFunction: named === 'custom' && totals ? shownFormula(totals) : named,
        totalsLabel: column.attributes['totalsRowLabel'],
      });
    }),
    showHeaders: numberOf(attributes['headerRowCount']) !== 0,
    showTotals: (numberOf(attributes['totalsRowCount']) ?? 0) > 0,
    showFilterButton: child(table, 'autoFilter') !== undefined,
    showBandedRows: flag(style['showRowStripes']),
    showBandedColumns: flag(style['showColumnStripes']),
    highlightFirstColumn: flag(style['showFirstColumn']),
    highlightLastColumn: flag(style['showLastColumn']),
    style: style['name'] ?? '',
  };
}
