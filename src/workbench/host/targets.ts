import type {
  Area,
  CellValue,
  ChartModel,
  ChartSeriesModel,
  ConditionalFormatModel,
  NamedItemModel,
  SheetModel,
  TableModel,
  WorkbookModel,
} from '../model/types';

/** A rectangle of a sheet, as Excel's Range is. */
export interface RangeTarget {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export interface AreasTarget {
  readonly sheet: SheetModel;
  readonly areas: readonly Area[];
}

export type Edge = 'top' | 'bottom' | 'left' | 'right';
export type BorderIndex =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideVertical' | 'InsideHorizontal';

export interface BorderTarget {
  readonly range: RangeTarget;
  readonly index: BorderIndex;
}

/** A row that begins a page. */
export interface PageBreakTarget {
  readonly sheet: SheetModel;
  readonly row: number;
}

export interface ChartTarget {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}

export interface AxisTarget extends ChartTarget {
  readonly axis: 'categoryAxis' | 'valueAxis' | 'secondaryAxis';
}

export interface SeriesTarget extends ChartTarget {
  readonly series: ChartSeriesModel;
}

export interface PointTarget extends SeriesTarget {
  readonly index: number;
}

export interface TableColumnTarget {
  readonly table: TableModel;
  readonly columnId: number;
}

export interface TableRowTarget {
  readonly table: TableModel;
  readonly index: number;
}

export interface ConditionalTarget {
  readonly sheet: SheetModel;
  readonly format: ConditionalFormatModel;
}

export interface NameScope {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel | null;
}

export interface KeyTarget {
  readonly workbook: WorkbookModel;
  readonly key: string;
}

export interface SheetKeyTarget {
  readonly sheet: SheetModel;
  readonly key: string;
}

export interface CommentTarget {
  readonly sheet: SheetModel;
  readonly address: string;
}

/** Every class of the API that this host has, with what stands behind an object of it. */
export interface Targets {
  Workbook: WorkbookModel;
  Application: WorkbookModel;
  Runtime: WorkbookModel;
  Functions: WorkbookModel;
  FunctionResult: { readonly value: CellValue };
  WorkbookProtection: WorkbookModel;
  DocumentProperties: WorkbookModel;
  DocumentPropertyCollection: WorkbookModel;
  DocumentProperty: KeyTarget;
  SettingCollection: WorkbookModel;
  Setting: KeyTarget;
  CustomXmlPartCollection: { readonly workbook: WorkbookModel; readonly namespace: string | null };
  CustomXmlPart: KeyTarget;
  WorksheetCollection: WorkbookModel;
  Worksheet: SheetModel;
  WorksheetProtection: SheetModel;
  WorksheetFreezePanes: SheetModel;
  WorksheetCustomPropertyCollection: SheetModel;
  WorksheetCustomProperty: SheetKeyTarget;
  PageLayout: SheetModel;
  HeaderFooterGroup: SheetModel;
  HeaderFooter: SheetModel;
  AutoFilter: SheetModel;
  NamedItemCollection: NameScope;
  NamedItem: NamedItemModel;
  NamedItemArrayValues: NamedItemModel;
  Range: RangeTarget;
  RangeAreas: AreasTarget;
  RangeCollection: AreasTarget;
  RangeFormat: RangeTarget;
  RangeFont: RangeTarget;
  RangeFill: RangeTarget;
  RangeBorderCollection: RangeTarget;
  RangeBorder: BorderTarget;
  FormatProtection: RangeTarget;
  DataValidation: RangeTarget;
  ConditionalFormatCollection: AreasTarget;
  ConditionalFormat: ConditionalTarget;
  CustomConditionalFormat: ConditionalTarget;
  ConditionalFormatRule: ConditionalTarget;
  CellValueConditionalFormat: ConditionalTarget;
  TextConditionalFormat: ConditionalTarget;
  PresetCriteriaConditionalFormat: ConditionalTarget;
  DataBarConditionalFormat: ConditionalTarget;
  ConditionalDataBarPositiveFormat: ConditionalTarget;
  ColorScaleConditionalFormat: ConditionalTarget;
  ConditionalRangeFormat: ConditionalTarget;
  ConditionalRangeFont: ConditionalTarget;
  ConditionalRangeFill: ConditionalTarget;
  TableCollection: { readonly workbook: WorkbookModel; readonly sheet: SheetModel | null };
  TableScopedCollection: RangeTarget;
  Table: TableModel;
  TableColumnCollection: TableModel;
  TableColumn: TableColumnTarget;
  TableRowCollection: TableModel;
  TableRow: TableRowTarget;
  ChartCollection: SheetModel;
  PageBreakCollection: SheetModel;
  PageBreak: PageBreakTarget;
  Chart: ChartTarget;
  ChartTitle: ChartTarget;
  ChartTitleFormat: ChartTarget;
  ChartFont: ChartTarget;
  ChartLegend: ChartTarget;
  ChartAxes: ChartTarget;
  ChartAxis: AxisTarget;
  ChartAxisTitle: AxisTarget;
  ChartGridlines: AxisTarget;
  ChartDataLabels: SeriesTarget | ChartTarget;
  ChartSeriesCollection: ChartTarget;
  ChartSeries: SeriesTarget;
  ChartSeriesFormat: SeriesTarget;
  ChartFill: SeriesTarget | PointTarget;
  ChartLineFormat: SeriesTarget;
  ChartPointsCollection: SeriesTarget;
  ChartPoint: PointTarget;
  ChartPointFormat: PointTarget;
  CommentCollection: { readonly workbook: WorkbookModel; readonly sheet: SheetModel | null };
  Comment: CommentTarget;
  CustomFunctions: WorkbookModel;
  CustomFunctionsContainer: WorkbookModel;
  AddinInternalService: WorkbookModel;
  AppRuntimeService: WorkbookModel;
}
