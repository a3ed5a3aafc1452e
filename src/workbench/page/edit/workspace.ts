import { cellAddress, quoteSheetName, MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Area, Position, SheetModel, WorkbookModel } from '../../model/types';
import { containsCell, lastColumn, lastRow, mergeAt } from '../areas';
import type { Evaluate } from '../formats/evaluate';
import { nextVisible } from '../grid/axis';
import { ScrollPositions } from '../grid/scrollPositions';
import type { WorkbookStore } from '../store';
import type { CopiedCells } from './copied';
import { destinationOf } from './destination';
import { History, type Step } from './history';
import { inputText } from './inputText';
import type { WorkspaceCommand } from './keys';
import {
  advance,
  extend,
  extendTo,
  jump,
  lastArea,
  moveOne,
  movingCorner,
  selectAll,
  selectCell,
  type Selection,
  type SheetShape,
} from './selection';
import { inputStep } from './steps';
import { rejectingRule } from './validation';

/** A cell that is being edited. */
export interface Editor {
  readonly sheet: SheetModel;
  readonly at: Position;
  readonly text: string;
  /** Begun by typing: arrows then end it, as in Excel; begun by F2 or a double click they move the caret. */
  readonly quick: boolean;
  /** Where the caret is wanted: in the cell or in the formula bar. */
  readonly place: 'cell' | 'bar';
}

/** A value that a validation rule does not let in. */
export interface Rejection {
  readonly title?: string;
  readonly message?: string;
  readonly style: 'stop' | 'warning' | 'information';
  /** Enters it in spite of the rule (not for 'stop'). */
  readonly accept: () => void;
}

/** What the workspace tells the person through the page. */
export interface Reports {
  /** Asks what to do with a value that a rule rejects. */
  rejected(rejection: Rejection): void;
  failed(error: unknown): void;
}

export interface Viewport {
  /** Whole rows and columns that fit, for PageUp and PageDown. */
  readonly rows: number;
  readonly columns: number;
}

/** What a person does with one workbook: select, edit, take back. Without a screen, so that it can be tested. */
export class Workspace {
  readonly history = new History();
  readonly scrolls = new ScrollPositions();
  copied: CopiedCells | null = null;
  private viewport: Viewport = { rows: 20, columns: 10 };
  private editorState: Editor | null = null;
  private revealed: Position = { row: 0, column: 0 };
  private version = 0;
  private readonly listeners = new Set<() => void>();
  private readonly remembered = new Map<string, Selection>();
  private readonly stop: () => void;

  constructor(
    readonly workbook: WorkbookModel,
    readonly store: WorkbookStore,
    readonly evaluate: Evaluate,
    private readonly reports: Reports,
  ) {
    this.stop = workbook.on((change) => {
      if (this.history.busy) return;
      if (change.kind === 'cells' && change.source === 'local') this.history.forget(change.sheet);
      if (change.kind === 'sheetDeleted') this.history.forget(change.sheet);
      if (change.kind === 'sheetActivated' || change.kind === 'selection') this.notify();
    });
  }

  dispose(): void {
    this.stop();
    this.listeners.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getVersion = (): number => this.version;

  /** The cell that must be in view; a new object whenever something moved. */
  get reveal(): Position {
    return this.revealed;
  }

  get editor(): Editor | null {
    return this.editorState;
  }

  get sheet(): SheetModel {
    return this.workbook.activeSheet;
  }

  get selection(): Selection {
    const { sheet, areas, active } = this.workbook.selection;
    if (sheet !== this.sheet) return this.rememberedOn(this.sheet);
    // A single cell that is selected inside a merged range shows as the whole range.
    const merge = areas.length === 1 ? mergeAt(sheet.merges, active) : undefined;
    const single = areas[0]?.rows === 1 && areas[0].columns === 1;
    return merge && single ? { areas: [merge], active } : { areas, active };
  }

  get shape(): SheetShape {
    const { sheet } = this;
    const { rows, columns } = this.store.layout(sheet);
    return {
      rows,
      columns,
      merges: sheet.merges,
      used: sheet.usedArea(true),
      isBlank: (row, column) => sheet.value(row, column) === null,
    };
  }

  /** What the window of the grid holds now. */
  setViewport(viewport: Viewport): void {
    this.viewport = viewport;
  }

  /** Selects, and brings a cell into view: the active one unless another is named. */
  select(selection: Selection, reveal: Position | null = selection.active): void {
    this.workbook.selection = { sheet: this.sheet, areas: selection.areas, active: selection.active };
    this.remembered.set(this.sheet.id, selection);
    if (reveal) this.revealed = { ...reveal };
    this.notify();
  }

  selectCell(at: Position): void {
    this.select(selectCell(this.shape, at));
  }

  selectTo(corner: Position, reveal = true): void {
    this.select(extendTo(this.shape, this.selection, corner), reveal ? corner : null);
  }

  /** Ctrl+click: one more area. */
  addArea(at: Position): void {
    const added = selectCell(this.shape, at);
    this.select({ areas: [...this.selection.areas, ...added.areas], active: added.active }, null);
  }

  /** What is typed into the name box: an address, a name or a table. False when it is none of these. */
  goTo(text: string): boolean {
    const destination = destinationOf(this.workbook, this.sheet, text);
    if (!destination || destination.sheet.visibility !== 'visible') return false;
    this.activate(destination.sheet);
    this.select({ areas: [destination.area], active: destination.area });
    return true;
  }

  activate(sheet: SheetModel): void {
    if (sheet === this.sheet) return;
    if (!this.commit()) return;
    this.remembered.set(this.sheet.id, this.selection);
    const selection = this.rememberedOn(sheet);
    this.workbook.activate(sheet);
    this.select(selection, null);
  }

  run(command: WorkspaceCommand): void {
    const { shape, selection } = this;
    switch (command.kind) {
      case 'move':
        if (command.extend) {
          const extended = extend(shape, selection, command.direction, command.far);
          this.select(extended, movingCorner(extended));
        } else {
          const from = selection.active;
          const to = command.far
            ? jump(shape, from, command.direction)
            : moveOne(shape, from, command.direction);
          this.select(selectCell(shape, to));
        }
        return;
      case 'page':
        this.page(command.direction, command.extend);
        return;
      case 'home':
        this.moveTo(
          {
            row: command.sheet ? this.sheet.frozen.rows : selection.active.row,
            column: command.sheet ? this.sheet.frozen.columns : 0,
          },
          command.extend,
        );
        return;
      case 'end':
        this.moveTo(
          shape.used ? { row: lastRow(shape.used), column: lastColumn(shape.used) } : { row: 0, column: 0 },
          command.extend,
        );
        return;
      case 'advance':
        this.select(advance(shape, selection, command.key, command.back));
        return;
      case 'sheet':
        this.activateNext(command.step);
        return;
      case 'selectAll':
        this.select(selectAll(shape, selection), null);
        return;
      case 'selectRows': {
        const area = lastArea(selection);
        this.select(
          {
            areas: [{ row: area.row, rows: area.rows, column: 0, columns: MAX_COLUMNS }],
            active: selection.active,
          },
          null,
        );
        return;
      }
      case 'selectColumns': {
        const area = lastArea(selection);
        this.select(
          {
            areas: [{ row: 0, rows: MAX_ROWS, column: area.column, columns: area.columns }],
            active: selection.active,
          },
          null,
        );
        return;
      }
      case 'undo':
        this.restore(() => this.history.undo());
        return;
      case 'redo':
        this.restore(() => this.history.redo());
        return;
      case 'edit':
        this.edit(false, 'cell');
        return;
      case 'clearAndEdit':
        this.edit(true, 'cell', '');
    }
  }

  /** Begins to edit the active cell, with its own text or a new one. */
  edit(quick: boolean, place: Editor['place'], text?: string): void {
    const at = this.selection.active;
    const own = text ?? inputText(this.sheet, at.row, at.column);
    this.revealed = { ...at };
    this.setEditor({ sheet: this.sheet, at, text: own, quick, place });
  }

  type(text: string, place: Editor['place'] = this.editorState?.place ?? 'cell'): void {
    if (this.editorState) this.setEditor({ ...this.editorState, text, place });
    else this.edit(true, place, text);
  }

  /** The caret was put somewhere: arrows now move it. */
  keepCaret(place: Editor['place']): void {
    if (this.editorState && (this.editorState.quick || this.editorState.place !== place)) {
      this.setEditor({ ...this.editorState, quick: false, place });
    }
  }

  /** Clicking a cell while a formula wants a reference writes its address. False when there is nothing to write to. */
  insertReference(at: Position | null): boolean {
    const editor = this.editorState;
    if (!editor || !at || !/^=.*[=(,;+\-*/^&<>:]\s*$/s.test(editor.text)) return false;
    const prefix = editor.sheet === this.sheet ? '' : `${quoteSheetName(this.sheet.name)}!`;
    this.setEditor({
      ...editor,
      text: `${editor.text}${prefix}${cellAddress(at.row, at.column)}`,
      quick: false,
    });
    return true;
  }

  cancel(): void {
    this.setEditor(null);
  }

  /** Enters what was typed. False when a rule rejects it: the cell stays in editing. */
  commit(): boolean {
    const editor = this.editorState;
    if (!editor) return true;
    const { sheet, at, text } = editor;
    if (text === inputText(sheet, at.row, at.column)) {
      this.setEditor(null);
      return true;
    }
    const enter = (): void => {
      this.setEditor(null);
      this.perform(inputStep(sheet, { areas: [{ ...at, rows: 1, columns: 1 }], active: at }, at, [[text]]));
    };
    const rule = rejectingRule(sheet, at, text, this.evaluate);
    if (!rule) {
      enter();
      return true;
    }
    const { title, message, style = 'stop' } = rule.alert ?? {};
    this.reports.rejected({ title, message, style, accept: enter });
    return false;
  }

  /** Does a step, calculates, and lets the page follow. */
  perform(step: Step): void {
    this.attempt(() => this.history.perform(step));
  }

  /** Does something that cannot be taken back. */
  performIrrevocably(work: () => void): void {
    this.attempt(() => this.history.irrevocably(work));
  }

  /** What the model refuses is told to the person; the rest stays as it was. */
  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.reports.failed(error);
    }
    this.store.during(this.workbook.calculate()).catch((error: unknown) => this.reports.failed(error));
    this.notify();
  }

  private setEditor(editor: Editor | null): void {
    this.editorState = editor;
    this.workbook.editing = editor !== null;
    this.notify();
  }

  private restore(takeBack: () => Step | null): void {
    this.attempt(() => {
      const step = takeBack();
      if (!step) return;
      this.activate(step.sheet);
      this.select(step.selection);
    });
  }

  private moveTo(at: Position, extending: boolean): void {
    if (extending) this.selectTo(at);
    else this.selectCell(at);
  }

  private page(direction: 'up' | 'down' | 'left' | 'right', extending: boolean): void {
    const { shape, selection } = this;
    const from = extending ? movingCorner(selection) : selection.active;
    const vertical = direction === 'up' || direction === 'down';
    const sign = direction === 'down' || direction === 'right' ? 1 : -1;
    const axis = vertical ? shape.rows : shape.columns;
    const distance = Math.max(1, vertical ? this.viewport.rows : this.viewport.columns);
    let index = vertical ? from.row : from.column;
    for (let i = 0; i < distance; i++) index = nextVisible(axis, index, sign);
    this.moveTo(vertical ? { row: index, column: from.column } : { row: from.row, column: index }, extending);
  }

  private activateNext(step: 1 | -1): void {
    const visible = this.workbook.sheets.filter(({ visibility }) => visibility === 'visible');
    const next = visible[visible.indexOf(this.sheet) + step];
    if (next) this.activate(next);
  }

  private rememberedOn(sheet: SheetModel): Selection {
    const first: Area = { row: 0, column: 0, rows: 1, columns: 1 };
    const kept = this.remembered.get(sheet.id) ?? { areas: [first], active: first };
    return kept.areas.some((area) => containsCell(area, kept.active))
      ? kept
      : { areas: [first], active: first };
  }

  private notify(): void {
    this.version++;
    for (const listener of this.listeners) listener();
  }
}
