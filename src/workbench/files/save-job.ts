import type { CellStyle, ChartModel, SheetModel, WorkbookModel } from '../model/types';
import type { Breathe } from '../turns';
import { parseArea } from './address';
import type { Carried } from './carried';
import { chartsToWrite } from './carried';
import { chartGroups, weaveGroups } from './charts-combo';
import { completeChart, hucreChart } from './charts-write';
import type { FileWarning, FileWarningCode } from './errors';
import type { FormulaContext } from './formula-text';
import type { ToolParts } from './hucre-write';
import { writeWithHucre } from './hucre-write';
import type { OfficePackage } from './package';
import { customProperty, propertyNames } from './properties-read';
import { StringTable } from './save-strings';
import { NeededStyles } from './save-styles';
import { readSharedStrings } from './shared-strings';
import type { CellContext } from './sheet-cells';
import { StylesPart } from './styles-merge';
import { numberOf, parseXml } from './xml';
import { readDynamicMetadata } from './xlsx-read';

export const officeRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One saving of a workbook: the package that grows, and the numbers that its parts refer to each other by. */
export class SaveJob {
  readonly warnings: FileWarning[] = [];
  readonly styles: NeededStyles;
  readonly strings: StringTable;
  readonly formulas: FormulaContext;
  /** Set when any cell of the opened file was rewritten. */
  cellsChanged = false;
  /** Undefined until it is asked for. */
  private dynamic: number | null | undefined;
  private readonly originalStrings: string | null;
  private readonly charts: { readonly chart: ChartModel; readonly sheet: SheetModel }[] = [];
  private readonly commented: SheetModel[] = [];
  private tool: ToolParts | null = null;
  private tableId: number | null = null;

  constructor(
    readonly workbook: WorkbookModel,
    readonly pkg: OfficePackage,
    readonly workbookPart: string,
    readonly carried: Carried | null,
  ) {
    this.styles = new NeededStyles(carried);
    const strings = this.linked('sharedStrings');
    this.originalStrings = strings === undefined ? null : pkg.text(strings);
    this.strings = new StringTable(this.originalStrings);
    this.formulas = { isName: (name) => workbook.namedItem(name) !== undefined };
  }

  linked(type: string): string | undefined {
    return this.pkg
      .relationships(this.workbookPart)
      .find((link) => link.type === type && !link.external && this.pkg.has(link.target))?.target;
  }

  warn(code: FileWarningCode, details: FileWarning['details']): void {
    this.warnings.push({ code, details });
  }

  get carriedStyles(): readonly CellStyle[] {
    return this.carried?.styles ?? [];
  }

  /** What is needed to read the opened file's cells again. */
  reading(): CellContext {
    const metadata = this.linked('sheetMetadata');
    return {
      shared:
        this.originalStrings === null
          ? { texts: [], rich: new Set() }
          : readSharedStrings(this.originalStrings),
      date1904: this.workbook.date1904,
      dynamic: metadata === undefined ? new Set() : readDynamicMetadata(this.pkg.text(metadata)),
      budget: { cells: Number.MAX_SAFE_INTEGER, characters: Number.MAX_SAFE_INTEGER },
    };
  }

  nextTableId(): number {
    this.tableId = (this.tableId ?? highestTableId(this.pkg)) + 1;
    return this.tableId;
  }

  /** Has hucre write the formats, charts and comments that are needed, and gives the formats their numbers. */
  async prepare(breathe: Breathe): Promise<void> {
    const { workbook, carried } = this;
    for (const steps = this.styles.gather(workbook); !steps.next().done;) await breathe();
    for (const sheet of workbook.sheets) {
      const own = carried?.sheets.get(sheet.id);
      for (const chart of chartsToWrite(sheet, own)) this.charts.push({ chart, sheet });
      if (sheet.comments.size > 0) this.commented.push(sheet);
    }
    const stylesPart = this.linked('styles') ?? 'xl/styles.xml';
    const part = this.pkg.has(stylesPart) ? new StylesPart(this.pkg.text(stylesPart)) : null;
    this.tool = await writeWithHucre({
      styles: this.styles.styles,
      ruleStyles: this.styles.ruleStyles,
      charts: this.charts.flatMap(({ chart }) => chartGroups(chart).map((group) => hucreChart(group.chart))),
      comments: this.commented.map(hucreComments),
      properties: hucreProperties(workbook),
      baseFont: part?.baseFont ?? { name: 'Calibri', size: 11 },
    });
    const merged = part ?? new StylesPart(this.tool.emptyStyles);
    this.styles.settle(merged.add(this.tool.made));
    this.pkg.set(stylesPart, merged.toString());
    if (part === null) this.addWorkbookPart(stylesPart, 'styles', 'styles');
  }

  /** Links a part to the workbook and declares it. */
  addWorkbookPart(part: string, relationship: string, contentType: string): string {
    this.pkg.declare(part, `application/vnd.openxmlformats-officedocument.spreadsheetml.${contentType}+xml`);
    return this.pkg.relate(this.workbookPart, `${officeRelationship}/${relationship}`, part);
  }

  /** The metadata number of dynamic arrays; a file with other metadata only keeps them as array formulas. */
  dynamicMark(): number | null {
    if (this.dynamic === undefined) this.dynamic = this.readDynamicMark();
    return this.dynamic;
  }

  private readDynamicMark(): number | null {
    const existing = this.linked('sheetMetadata');
    if (existing !== undefined) {
      const [first] = readDynamicMetadata(this.pkg.text(existing));
      return first ?? null;
    }
    const part = 'xl/metadata.xml';
    this.pkg.set(part, this.parts.pkg.text(part));
    this.addWorkbookPart(part, 'sheetMetadata', 'sheetMetadata');
    return 1;
  }

  get parts(): ToolParts {
    if (this.tool === null) throw new Error('Nothing is prepared yet.');
    return this.tool;
  }

  chartXml(chart: ChartModel): string {
    const index = this.charts.findIndex((entry) => entry.chart === chart);
    const sheet = this.charts[index]?.sheet;
    if (sheet === undefined) throw new Error(`The chart ${chart.name} was not prepared.`);
    const before = this.charts.slice(0, index).flatMap((entry) => chartGroups(entry.chart)).length;
    const groups = chartGroups(chart);
    const parts = this.parts.charts.slice(before, before + groups.length);
    return completeChart(weaveGroups(groups, parts), this.workbook, sheet);
  }

  commentParts(sheet: SheetModel): ToolParts['comments'][number] | null {
    return this.parts.comments[this.commented.indexOf(sheet)] ?? null;
  }
}

/** Highest id of the tables that a package has. */
function highestTableId(pkg: OfficePackage): number {
  const parts = pkg.names().filter((part) => /^xl\/tables\/[^/]+\.xml$/i.test(part));
  return Math.max(0, ...parts.map((part) => numberOf(parseXml(pkg.text(part)).attributes['id']) ?? 0));
}

function hucreComments(sheet: SheetModel): ReadonlyMap<string, { author: string; text: string }> {
  return new Map(
    [...sheet.comments].flatMap(([address, comment]) => {
      const area = parseArea(address);
      return area === null ? [] : [[`${area.row},${area.column}`, comment] as const];
    }),
  );
}

function hucreProperties({ properties }: WorkbookModel) {
  const built = propertyNames.flatMap(([key, name]) => {
    const value = properties.get(name);
    return value === undefined ? [] : [[key, String(value)] as const];
  });
  const own = [...properties].flatMap(([name, value]) =>
    name.startsWith(customProperty) ? [[name.slice(customProperty.length), value] as const] : [],
  );
  return { ...Object.fromEntries(built), ...(own.length > 0 && { custom: Object.fromEntries(own) }) };
}
