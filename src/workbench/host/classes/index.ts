import type { HostClass, HostClasses } from '../hostClass';
import type { HostObject } from '../ref';
import {
  formatProtection,
  rangeBorder,
  rangeBorderCollection,
  rangeFill,
  rangeFont,
  rangeFormat,
} from './rangeFormat';
import { range } from './range';
import { table, tableCollection, tableColumn, tableColumnCollection, tableScopedCollection } from './table';
import { tableRow, tableRowCollection } from './tableRows';
import {
  addinInternalService,
  application,
  customFunctions,
  customFunctionsContainer,
  rangeAreas,
  rangeCollection,
  runtime,
  workbook,
  workbookProtection,
} from './workbook';
import { worksheet, worksheetCollection } from './worksheet';

/** Every class of the API that this host has. */
const classes: Partial<HostClasses> = {
  AddinInternalService: addinInternalService,
  Application: application,
  CustomFunctions: customFunctions,
  CustomFunctionsContainer: customFunctionsContainer,
  FormatProtection: formatProtection,
  Range: range,
  RangeAreas: rangeAreas,
  RangeBorder: rangeBorder,
  RangeBorderCollection: rangeBorderCollection,
  RangeCollection: rangeCollection,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeFormat: rangeFormat,
  Runtime: runtime,
  Table: table,
  TableCollection: tableCollection,
  TableColumn: tableColumn,
  TableColumnCollection: tableColumnCollection,
  TableRow: tableRow,
  TableRowCollection: tableRowCollection,
  TableScopedCollection: tableScopedCollection,
  Workbook: workbook,
  WorkbookProtection: workbookProtection,
  Worksheet: worksheet,
  WorksheetCollection: worksheetCollection,
};

/** The class of an object, whatever stands behind it. */
export function classOf(object: HostObject): HostClass<unknown> {
  return classes[object.kind] as HostClass<unknown>;
}
