import type { Area } from '../domain/address';
import { DaybookError } from '../domain/errors';
import type { GridTable, GridValue, SheetGrid } from '../reading/grid';
import { asks1904 } from './dateSystem';
import { AREA_PROPERTIES, areaOf, listSheets, type ListedSheet } from './listing';
import { readPieces, type Job, type Piece } from './pieces';
import { supports, withExcel, type Session } from './run';
import type { BookScan, ReadOptions, Work } from './types';

/**
 * Reads the used part of every sheet that is not Daybook's own. Asks for values only, so that a million formatted
 * blank rows cost nothing. A sheet that Excel does not give away is named with the reason; the others are read.
 */
export function readGrid(options: ReadOptions = {}): Promise<BookScan> {
  return withExcel(options, async (session) => {
    session.progress({ step: 'look', sheet: '', done: 0, total: 0 });
    session.workbook.load('name');
    const listed = await listSheets(session);
    const wanted = listed.filter((sheet) =>
      options.sheets ? options.sheets.includes(sheet.name) : !sheet.mark || holdsRules(sheet),
    );
    const date1904 = await asks1904(session);
    const { sheets, unreadable } = await readSheets(session, wanted);
    const ruled = new Set(listed.filter(holdsRules).map((sheet) => sheet.name));
    const own = sheets.filter((sheet) => ruled.has(sheet.name));
    const others = sheets.filter((sheet) => !ruled.has(sheet.name));
    const book = { name: session.workbook.name, date1904: date1904 === true };
    return {
      grid: { ...book, sheets: options.sheets ? sheets : others },
      rules: { ...book, sheets: [...own, ...others] },
      notices: date1904 === null ? [{ code: 'excel-date-system-unknown', details: {} }] : [],
      built: listed.filter((sheet) => sheet.mark).map((sheet) => sheet.name),
      unreadable,
    };
  });
}

/** The sheets that Daybook built for rules as they stand now, with what was typed since the workbook was read. */
export function readRules(options: Work = {}): Promise<readonly SheetGrid[]> {
  return withExcel(options, async (session) => {
    const { sheets, unreadable } = await readSheets(session, (await listSheets(session)).filter(holdsRules));
    const [lost] = unreadable;
    if (lost) throw lost.error;
    return sheets;
  });
}

interface SheetsRead {
  readonly sheets: readonly SheetGrid[];
  readonly unreadable: readonly { readonly sheet: string; readonly error: DaybookError }[];
}

async function readSheets(session: Session, listed: readonly ListedSheet[]): Promise<SheetsRead> {
  const unreadable: { sheet: string; error: DaybookError }[] = [];
  const drafts = await outline(session, listed, unreadable);
  await readPieces(
    session,
    drafts.flatMap((draft) => draft.job((error) => unreadable.push({ sheet: draft.name, error }))),
  );
  const lost = new Set(unreadable.map((entry) => entry.sheet));
  return { sheets: drafts.filter((draft) => !lost.has(draft.name)).map((draft) => draft.grid()), unreadable };
}

/** Rules that people change are read again, from the sheets that Daybook built for them. */
function holdsRules({ mark }: ListedSheet): boolean {
  return mark?.role.startsWith('rules') === true;
}

/** What each sheet holds and how large it is; asked for all sheets at once, one by one only if that fails. */
async function outline(
  session: Session,
  sheets: readonly ListedSheet[],
  unreadable: { sheet: string; error: DaybookError }[],
): Promise<SheetDraft[]> {
  if (sheets.length === 0) return [];
  const drafts = sheets.map((sheet) => new SheetDraft(sheet));
  try {
    for (const draft of drafts) draft.askExtent();
    await session.sync();
    for (const draft of drafts) draft.askDetails();
    await session.sync();
    return drafts;
  } catch (error) {
    if (!(error instanceof DaybookError) || error.code === 'excel-cancelled') throw error;
    if (sheets.length === 1) {
      unreadable.push({ sheet: sheets[0]!.name, error });
      return [];
    }
    const found: SheetDraft[] = [];
    for (const sheet of sheets) found.push(...(await outline(session, [sheet], unreadable)));
    return found;
  }
}

const NO_FORMATS: readonly string[] = [];

/** One sheet while it is being read. */
class SheetDraft {
  readonly name: string;
  private readonly sheet: Excel.Worksheet;
  private readonly visible: boolean;
  private used!: Excel.Range;
  private merged: Excel.RangeAreas | null = null;
  private columnsHidden: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null = null;
  private tableRanges: Excel.Range[] = [];
  private readonly values: (readonly GridValue[])[] = [];
  private readonly formats: (readonly string[])[] = [];
  private readonly hiddenRows: number[] = [];

  constructor(listed: ListedSheet) {
    this.name = listed.name;
    this.sheet = listed.sheet;
    this.visible = listed.visible;
  }

  askExtent(): void {
    this.used = this.sheet
      .getUsedRangeOrNullObject(true)
      .load([...AREA_PROPERTIES, 'rowHidden', 'columnHidden']);
    this.sheet.tables.load('items/name,items/showHeaders,items/showTotals');
  }

  askDetails(): void {
    this.tableRanges = this.sheet.tables.items.map((table) => table.getRange().load([...AREA_PROPERTIES]));
    if (this.used.isNullObject) return;
    if (supports('1.13')) {
      this.merged = this.used.getMergedAreasOrNullObject();
      this.merged.load(AREA_PROPERTIES.map((property) => `areas/items/${property}`));
    }
    if (this.used.columnHidden !== false) {
      this.columnsHidden = this.used.getColumnProperties({ columnHidden: true });
    }
  }

  job(fail: (error: DaybookError) => void): Job[] {
    if (this.used.isNullObject) return [];
    return [
      {
        sheet: this.sheet,
        name: this.name,
        area: areaOf(this.used),
        facets: ['values', 'numberFormat'],
        hiddenRows: this.used.rowHidden !== false,
        take: (piece) => this.take(piece),
        fail,
      },
    ];
  }

  private take(piece: Piece): void {
    for (const row of piece.values) this.values.push(row);
    let above: readonly string[] = NO_FORMATS;
    for (const row of piece.numberFormat) {
      // Rows of a list share their formats: kept once, 50,000 rows cost nothing.
      above = row.every((format, index) => format === (above[index] ?? 'General')) ? above : row;
      this.formats.push(above);
    }
    piece.hidden.forEach((hidden, index) => {
      if (hidden) this.hiddenRows.push(this.used.rowIndex + piece.firstRow + index);
    });
  }

  grid(): SheetGrid {
    const blank = this.used.isNullObject;
    return {
      name: this.name,
      origin: blank ? { row: 0, column: 0 } : { row: this.used.rowIndex, column: this.used.columnIndex },
      values: this.values,
      formats: this.formats,
      merges: this.merges(),
      hiddenRows: this.hiddenRows,
      hiddenColumns: (this.columnsHidden?.value ?? []).flatMap((column, index) =>
        column.columnHidden === true ? [this.used.columnIndex + index] : [],
      ),
      tables: this.tables(),
      visible: this.visible,
    };
  }

  private merges(): Area[] {
    if (!this.merged || this.merged.isNullObject) return [];
    return this.merged.areas.items.map(areaOf);
  }

  private tables(): GridTable[] {
    return this.sheet.tables.items.map((table, index) => ({
      name: table.name,
      area: areaOf(this.tableRanges[index]!),
      hasHeader: table.showHeaders,
      hasTotals: table.showTotals,
    }));
  }
}
