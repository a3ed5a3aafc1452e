import { areaAddress } from '../model/address';
import { intersection } from '../model/areas';
import type { Area, Change, SheetModel, WorkbookModel } from '../model/types';
import { ApiError } from './errors';
import { type HostObject, ref } from './ref';
import type { References } from './references';
import { type HostEntry, MessageCategory } from './wire';

/** The numbers by which office.js knows the events, by the name in `_Register…`. */
const worksheetEvents: Readonly<Record<string, number>> = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  ProtectionChanged: 24,
  NameChanged: 25,
  Moved: 27,
};
const tableEvents: Readonly<Record<string, number>> = {
  SelectionChanged: 100,
  DataChanged: 101,
  Added: 102,
  Deleted: 103,
};

const WORKBOOK_SELECTION = 2;
const MOST_EVENT_RANGES = 100;

/** Collections listen under this id. */
const WHOLE_WORKBOOK = 'Workbook';

/** Which events the page listens to, and the messages that the workbook's changes become. */
export class EventHub {
  enabled = true;
  /** True while a request of the page is at work: its own changes say so. */
  busy = false;
  private readonly listening = new Map<string, number>();
  private readonly eventRanges: string[] = [];
  private readonly stop: () => void;
  private active: SheetModel;
  private tables: Map<string, SheetModel>;

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly references: References,
    private readonly send: (entries: readonly HostEntry[]) => void,
  ) {
    this.active = workbook.activeSheet;
    this.tables = tablesOf(workbook);
    this.stop = workbook.on((change) => this.translate(change));
  }

  detach(): void {
    this.stop();
    this.listening.clear();
  }

  listen(object: HostObject, registration: string, on: boolean): null {
    const name = registration.replace(/^Event|Event$/, '');
    const [type, targetId] = this.eventOf(object, name);
    const key = `${type}|${targetId}`;
    const count = (this.listening.get(key) ?? 0) + (on ? 1 : -1);
    if (count > 0) this.listening.set(key, count);
    else this.listening.delete(key);
    return null;
  }

  private eventOf(object: HostObject, name: string): [number, string] {
    const number =
      object.kind === 'Worksheet' || object.kind === 'WorksheetCollection'
        ? worksheetEvents[name]
        : object.kind === 'Table' || object.kind === 'TableCollection'
          ? tableEvents[name]
          : undefined;
    if (number === undefined) {
      throw new ApiError('ApiNotFound', `The stand-in does not implement ${object.kind}.on${name}.`);
    }
    return [number, listenerId(object)];
  }

  private emit(
    type: number | undefined,
    targets: readonly string[],
    args: Readonly<Record<string, unknown>>,
  ): void {
    if (!this.enabled || type === undefined) return;
    const entries = targets
      .filter((targetId) => this.listening.has(`${type}|${targetId}`))
      .map((targetId) => ({
        messageCategory: MessageCategory.event,
        messageType: type,
        targetId,
        message: JSON.stringify(args),
      }));
    if (entries.length > 0) this.send(entries);
  }

  private ofSheet(name: string, sheet: SheetModel, args: Readonly<Record<string, unknown>> = {}): void {
    this.emit(worksheetEvents[name], [sheet.id, WHOLE_WORKBOOK], {
      worksheetId: sheet.id,
      source: 'Local',
      ...args,
    });
  }

  private translate(change: Change): void {
    switch (change.kind) {
      case 'cells':
        if (change.source === 'local') this.cellsChanged(change.sheet, change.area);
        else this.ofSheet('Calculated', change.sheet, { address: areaAddress(change.area) });
        return;
      case 'styles':
        this.ofSheet('FormatChanged', change.sheet, change.area ? { address: areaAddress(change.area) } : {});
        return;
      case 'objects':
        if (change.what === 'protection') {
          this.ofSheet('ProtectionChanged', change.sheet, { isProtected: change.sheet.protection.on });
        }
        if (change.what === 'tables') this.tablesChanged();
        return;
      case 'sheetAdded':
        this.ofSheet('Added', change.sheet);
        return;
      case 'sheetDeleted':
        this.ofSheet('Deleted', change.sheet);
        return;
      case 'sheetRenamed':
        this.ofSheet('NameChanged', change.sheet, {
          nameBefore: change.previousName,
          nameAfter: change.sheet.name,
        });
        return;
      case 'sheetMoved':
        this.ofSheet('Moved', change.sheet, { positionAfter: change.sheet.position });
        return;
      case 'sheetActivated':
        if (this.active !== change.sheet) this.ofSheet('Deactivated', this.active);
        this.active = change.sheet;
        this.ofSheet('Activated', change.sheet);
        return;
      case 'selection':
        this.selectionChanged(change.sheet);
        return;
      case 'opened':
        this.active = this.workbook.activeSheet;
        this.tables = tablesOf(this.workbook);
        return;
      case 'layout':
      case 'names':
      case 'settings':
      case 'calculated':
    }
  }

  private cellsChanged(sheet: SheetModel, area: Area): void {
    const common = {
      address: areaAddress(area),
      changeType: 'RangeEdited',
      shiftDirection: 'None',
      ...(this.busy ? { triggerSource: 'ThisLocalAddin' } : {}),
    };
    if (!this.listening.size) return;
    const args = { ...common, referenceId: this.keepForEvent(ref('Range', { sheet, area })) };
    this.ofSheet('DataChanged', sheet, args);
    for (const table of sheet.tables) {
      if (!intersection(table.area, area)) continue;
      this.emit(tableEvents.DataChanged, [table.id, WHOLE_WORKBOOK], {
        ...args,
        tableId: table.id,
        worksheetId: sheet.id,
        source: 'Local',
      });
    }
  }

  /** What an event's getRange() finds; only the latest, as nobody ever lets these go. */
  private keepForEvent(range: HostObject): string {
    const id = this.references.keep(range);
    this.eventRanges.push(id);
    if (this.eventRanges.length > MOST_EVENT_RANGES) this.references.release(this.eventRanges.shift()!);
    return id;
  }

  private tablesChanged(): void {
    const now = tablesOf(this.workbook);
    for (const [id, sheet] of now) {
      if (!this.tables.has(id)) this.tableEvent('Added', id, sheet);
    }
    for (const [id, sheet] of this.tables) {
      if (!now.has(id)) this.tableEvent('Deleted', id, sheet);
    }
    this.tables = now;
  }

  private tableEvent(name: 'Added' | 'Deleted', tableId: string, sheet: SheetModel): void {
    this.emit(tableEvents[name], [WHOLE_WORKBOOK, sheet.id], {
      tableId,
      worksheetId: sheet.id,
      source: 'Local',
    });
  }

  /** Workbook.onSelectionChanged registers in the page only, so it is always told. */
  private workbookSelectionChanged(): void {
    if (!this.enabled) return;
    const { event: messageCategory } = MessageCategory;
    this.send([{ messageCategory, messageType: WORKBOOK_SELECTION, targetId: '', message: '{}' }]);
  }

  private selectionChanged(sheet: SheetModel): void {
    const { areas } = this.workbook.selection;
    this.workbookSelectionChanged();
    const address = areas.map(areaAddress).join(',');
    this.emit(worksheetEvents.SelectionChanged, [sheet.id, WHOLE_WORKBOOK], {
      worksheetId: sheet.id,
      address,
    });
    for (const table of sheet.tables) {
      const inside = areas.some((area) => intersection(table.area, area));
      const args = { address, isInsideTable: inside, tableId: table.id, worksheetId: sheet.id };
      this.emit(tableEvents.SelectionChanged, [table.id], args);
    }
  }
}

/** The id that the page listens under: a collection's is that of its sheet, or of the workbook. */
function listenerId({ target }: HostObject): string {
  const { id, sheet } = target as { readonly id?: unknown; readonly sheet?: SheetModel | null };
  return typeof id === 'string' ? id : (sheet?.id ?? WHOLE_WORKBOOK);
}

function tablesOf(workbook: WorkbookModel): Map<string, SheetModel> {
  return new Map(workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => [table.id, sheet] as const)));
}
