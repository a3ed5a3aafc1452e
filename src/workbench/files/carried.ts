import type { CellStyle, ChartModel, SheetModel, TableModel, WorkbookModel } from '../model/types';
import type { FileContents, OriginalSheet } from './contents';
import type { ElementName } from './sheet-write';
import { frameElements } from './sheet-write';
import { tableXml } from './tables-write';

/**
 * The opened file behind a workbook. Saving goes out from it: what nobody changed stays as it was, byte by byte, with
 * all that the workbook does not understand. To know what changed, every sheet is described as it was after opening.
 */
export class Carried {
  readonly sheets: ReadonlyMap<string, CarriedSheet>;
  private readonly numbers = new Map<string, number>();

  constructor(
    readonly bytes: Uint8Array,
    readonly styles: readonly CellStyle[],
    /** Description of the document's properties, custom XML and settings after opening. */
    readonly document: string,
    sheets: ReadonlyMap<string, CarriedSheet>,
  ) {
    this.sheets = sheets;
    styles.forEach((style, index) => {
      const key = styleKey(style);
      if (!this.numbers.has(key)) this.numbers.set(key, index);
    });
  }

  /** The file's own number for a style; undefined when it has none like it. */
  formatOf(style: CellStyle): number | undefined {
    return this.numbers.get(styleKey(style));
  }
}

export interface CarriedSheet extends OriginalSheet {
  readonly elements: ReadonlyMap<ElementName, string>;
  readonly comments: string;
  readonly customProperties: string;
  /** By the ids that they have in the workbook: place in the file and description after opening. */
  readonly charts: ReadonlyMap<string, { readonly anchor: number; readonly description: string }>;
  readonly tables: ReadonlyMap<string, { readonly part: string; readonly description: string }>;
}

/** A style as a text: equal for equal styles, in whatever order they state their properties. */
export function styleKey(style: object): string {
  return JSON.stringify(sorted(style));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

export function carryOriginal(
  workbook: WorkbookModel,
  contents: FileContents,
  sheets: readonly SheetModel[],
): void {
  const { original } = contents;
  if (original === null) return;
  const carried = new Map<string, CarriedSheet>();
  original.sheets.forEach((from, index) => {
    const sheet = sheets[index];
    if (sheet !== undefined) carried.set(sheet.id, describeSheet(sheet, from));
  });
  workbook.carried = new Carried(original.bytes, contents.styles, describeDocument(workbook), carried);
}

function describeSheet(sheet: SheetModel, from: OriginalSheet): CarriedSheet {
  const charts = sheet.charts.map(
    (chart, index) =>
      [chart.id, { anchor: from.anchors[index] ?? -1, description: describeChart(chart) }] as const,
  );
  // Tables are found by their order; one that could not be put into the workbook leaves its part alone.
  const tables = sheet.tables.map(
    (table, index) =>
      [table.id, { part: from.tableParts[index] ?? '', description: describeTable(table) }] as const,
  );
  return {
    ...from,
    elements: describeElements(sheet),
    comments: describeComments(sheet),
    customProperties: JSON.stringify([...sheet.customProperties]),
    charts: new Map(charts),
    tables: new Map(sheet.tables.length === from.tableParts.length ? tables : []),
  };
}

/** The elements around the cells, with formats and links spelled out instead of numbered. */
export function describeElements(sheet: SheetModel): Map<ElementName, string> {
  return frameElements(sheet, {
    formulas: { isName: () => true },
    ruleFormat: styleKey,
    columnFormat: styleKey,
    link: (address) => address,
  });
}

export function describeChart({ id: _id, ...chart }: ChartModel): string {
  return JSON.stringify(chart);
}

export function describeTable(table: TableModel): string {
  return tableXml(table, 0, { isName: () => true });
}

export function describeComments(sheet: SheetModel): string {
  return JSON.stringify([...sheet.comments].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function describeDocument({ properties, customXml, settings }: WorkbookModel): string {
  return JSON.stringify([[...properties], [...customXml], [...settings]]);
}

/** Charts that have to be written: new ones, and those of the file that were changed. */
export function chartsToWrite(sheet: SheetModel, carried: CarriedSheet | undefined): ChartModel[] {
  return sheet.charts.filter((chart) => carried?.charts.get(chart.id)?.description !== describeChart(chart));
}
