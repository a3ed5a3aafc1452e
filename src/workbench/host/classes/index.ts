import type { HostClass, HostClasses } from '../hostClass';
import type { HostObject } from '../ref';
import * as charts from './chart';
import * as chartAxis from './chartAxis';
import * as chartSeries from './chartSeries';
import * as conditional from './conditional';
import * as conditionalRules from './conditionalRules';
import * as conditionalStyle from './conditionalStyle';
import * as dataRules from './dataRules';
import { functionResult, functions } from './functions';
import * as names from './names';
import * as pageBreaks from './pageBreaks';
import * as pages from './pageLayout';
import * as properties from './properties';
import { range } from './range';
import * as formats from './rangeFormat';
import * as sheetParts from './sheetParts';
import * as tables from './table';
import * as tableRows from './tableRows';
import { dataValidation } from './validation';
import * as workbooks from './workbook';
import * as worksheets from './worksheet';

/** Every class of the API that this host has. */
const classes: HostClasses = {
  AddinInternalService: workbooks.addinInternalService,
  AppRuntimeService: workbooks.appRuntimeService,
  Application: workbooks.application,
  AutoFilter: sheetParts.autoFilter,
  CellValueConditionalFormat: conditionalRules.cellValueConditionalFormat,
  Chart: charts.chart,
  ChartAxes: chartAxis.chartAxes,
  ChartAxis: chartAxis.chartAxis,
  ChartAxisTitle: chartAxis.chartAxisTitle,
  ChartCollection: charts.chartCollection,
  ChartDataLabels: chartSeries.chartDataLabels,
  ChartFill: chartSeries.chartFill,
  ChartFont: charts.chartFont,
  ChartGridlines: chartAxis.chartGridlines,
  ChartLegend: charts.chartLegend,
  ChartLineFormat: chartSeries.chartLineFormat,
  ChartPoint: chartSeries.chartPoint,
  ChartPointFormat: chartSeries.chartPointFormat,
  ChartPointsCollection: chartSeries.chartPointsCollection,
  ChartSeries: chartSeries.chartSeries,
  ChartSeriesCollection: chartSeries.chartSeriesCollection,
  ChartSeriesFormat: chartSeries.chartSeriesFormat,
  ChartTitle: charts.chartTitle,
  ChartTitleFormat: charts.chartTitleFormat,
  ColorScaleConditionalFormat: dataRules.colorScaleConditionalFormat,
  Comment: sheetParts.comment,
  CommentCollection: sheetParts.commentCollection,
  ConditionalDataBarPositiveFormat: dataRules.conditionalDataBarPositiveFormat,
  ConditionalFormat: conditional.conditionalFormat,
  ConditionalFormatCollection: conditional.conditionalFormatCollection,
  ConditionalFormatRule: conditionalRules.conditionalFormatRule,
  ConditionalRangeFill: conditionalStyle.conditionalRangeFill,
  ConditionalRangeFont: conditionalStyle.conditionalRangeFont,
  ConditionalRangeFormat: conditionalStyle.conditionalRangeFormat,
  CustomConditionalFormat: conditionalRules.customConditionalFormat,
  CustomFunctions: workbooks.customFunctions,
  CustomFunctionsContainer: workbooks.customFunctionsContainer,
  CustomXmlPart: properties.customXmlPart,
  CustomXmlPartCollection: properties.customXmlPartCollection,
  DataBarConditionalFormat: dataRules.dataBarConditionalFormat,
  DataValidation: dataValidation,
  DocumentProperties: properties.documentProperties,
  DocumentProperty: properties.documentProperty,
  DocumentPropertyCollection: properties.documentPropertyCollection,
  FormatProtection: formats.formatProtection,
  FunctionResult: functionResult,
  Functions: functions,
  HeaderFooter: pages.headerFooter,
  HeaderFooterGroup: pages.headerFooterGroup,
  NamedItem: names.namedItem,
  NamedItemArrayValues: names.namedItemArrayValues,
  NamedItemCollection: names.namedItemCollection,
  PageBreak: pageBreaks.pageBreak,
  PageBreakCollection: pageBreaks.pageBreakCollection,
  PageLayout: pages.pageLayout,
  PresetCriteriaConditionalFormat: conditionalRules.presetCriteriaConditionalFormat,
  Range: range,
  RangeAreas: workbooks.rangeAreas,
  RangeBorder: formats.rangeBorder,
  RangeBorderCollection: formats.rangeBorderCollection,
  RangeCollection: workbooks.rangeCollection,
  RangeFill: formats.rangeFill,
  RangeFont: formats.rangeFont,
  RangeFormat: formats.rangeFormat,
  Runtime: workbooks.runtime,
  Setting: properties.setting,
  SettingCollection: properties.settingCollection,
  Table: tables.table,
  TableCollection: tables.tableCollection,
  TableColumn: tables.tableColumn,
  TableColumnCollection: tables.tableColumnCollection,
  TableRow: tableRows.tableRow,
  TableRowCollection: tableRows.tableRowCollection,
  TableScopedCollection: tables.tableScopedCollection,
  TextConditionalFormat: conditionalRules.textConditionalFormat,
  Workbook: workbooks.workbook,
  WorkbookProtection: workbooks.workbookProtection,
  Worksheet: worksheets.worksheet,
  WorksheetCollection: worksheets.worksheetCollection,
  WorksheetCustomProperty: sheetParts.worksheetCustomProperty,
  WorksheetCustomPropertyCollection: sheetParts.worksheetCustomPropertyCollection,
  WorksheetFreezePanes: sheetParts.worksheetFreezePanes,
  WorksheetProtection: sheetParts.worksheetProtection,
};

/** The class of an object, whatever stands behind it. */
export function classOf(object: HostObject): HostClass<unknown> {
  return classes[object.kind] as HostClass<unknown>;
}
