import type { WorkbookModel } from '../model/types';
import type { EventHub } from './events';
import type { PaneVisibility } from './pane';
import type { HostObject } from './ref';
import type { References } from './references';

/** What lasts longer than one request: the workbook, kept references and what the page listens to. */
export interface Session {
  readonly workbook: WorkbookModel;
  readonly references: References;
  readonly events: EventHub;
  readonly pane: PaneVisibility;
  /** Answers of custom functions that came over the wire. */
  readonly functionsAnswered: (answers: readonly unknown[]) => void;
  /** Reads what a template of trues asks for. */
  readonly pick: (object: HostObject, template: Readonly<Record<string, unknown>>) => unknown;
  /** Sets members from plain data. */
  readonly assign: (object: HostObject, state: Readonly<Record<string, unknown>>) => void;
  /** Most cells that one get may ask for. */
  readonly maxCells: number;
}
