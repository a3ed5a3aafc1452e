import type { WorkbookModel } from '../model/types';
import { requirementSets, themeInfo, type ThemeName } from './appearance';

type EventHandler = (dispatchId: number, payload: unknown) => void;
type Answer = (code: number) => void;

/** Office's codes on this interface. */
const SUCCESS = 0;
const NOT_SUPPORTED = 5001;
const SELECTION_EVENT = 2;
const COMMAND_EVENT = 39;
const COMMAND_COMPLETED = 94;
const DIALOG_EVENT = 10;

/** What the page may learn of its surroundings at any time. */
export interface Surroundings {
  readonly locale: () => string;
  readonly theme: () => ThemeName;
}

/** `window.external` of an add-in's page in Excel for Windows: who the host is, settings, and the common API. */
export class NativeSide {
  private readonly handlers = new Map<number, Set<EventHandler>>();
  // office.js keeps settings in the session storage under this id: another workbook needs another id.
  private readonly instance = `workbench-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

  private readonly commands = new Map<string, () => void>();
  private nextCommand = 1;

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly surroundings: Surroundings,
  ) {}

  /** Office.context.document's own selection event, which Workbook.onSelectionChanged rests on. */
  selectionChanged(): void {
    for (const handler of this.handlers.get(SELECTION_EVENT) ?? []) handler(SELECTION_EVENT, null);
  }

  /** A ribbon button: office.js makes the event that the page's function gets, and tells when its completed() is called. */
  runCommand(name: string): Promise<void> {
    const id = String(this.nextCommand++);
    const payload = [id, name, JSON.stringify({ source: { id: name } })];
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      for (const handler of this.handlers.get(COMMAND_EVENT) ?? []) handler(COMMAND_EVENT, payload);
    });
  }

  private completed(id: string): void {
    this.commands.get(id)?.();
    this.commands.delete(id);
  }

  external(): Readonly<Record<string, unknown>> {
    const sharedRuntime = '1';
    return {
      GetContext: () => this.context(),
      GetHostInfo: () => `Excel$Win32$16.01$${this.surroundings.locale()}$$$disableLogging$${sharedRuntime}`,
      GetLoggingAllowed: () => false,
      Execute: (id: number, params: readonly unknown[], answer: Answer) => {
        if (id !== COMMAND_COMPLETED) return answer(NOT_SUPPORTED);
        this.completed(String(params[0]));
        answer(SUCCESS);
      },
      RegisterEvent: (id: number, _target: string, handler: EventHandler, answer: Answer) => {
        if (id === DIALOG_EVENT) return answer(NOT_SUPPORTED);
        this.handlers.set(id, (this.handlers.get(id) ?? new Set()).add(handler));
        answer(SUCCESS);
      },
      UnregisterEvent: (id: number, _target: string, answer: Answer) => {
        this.handlers.delete(id);
        answer(SUCCESS);
      },
    };
  }

  private context(): Readonly<Record<string, () => unknown>> {
    const { workbook, surroundings } = this;
    return {
      GetAppType: () => 1,
      GetSolutionRef: () => 'workbench',
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: surroundings.locale,
      GetAppDataLocale: () => workbook.locale,
      GetDocUrl: () => workbook.name,
      GetAppCapabilities: () => 0,
      GetActivationMode: () => 1,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => '',
      GetCorrelationId: () => this.instance,
      GetInstanceId: () => this.instance,
      GetTouchEnabled: () => false,
      GetCommerceAllowed: () => false,
      GetHostCustomMessage: () => '',
      GetHostFullVersion: () => '16.0.18000.20000',
      GetFeaturesForSolution: () => '',
      GetInitialDisplayMode: () => 2,
      GetSupportedMatrix: () => JSON.stringify(requirementSets),
      GetOfficeThemeInfo: () => themeInfo(surroundings.theme()),
      GetSettings: () => this.settings(),
    };
  }

  /** Office.context.document.settings: JSON texts by name, kept in the workbook as values. */
  private settings(): object {
    const { settings } = this.workbook;
    return {
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(JSON.stringify(value));
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        settings.clear();
        keys.forEach((key, index) => settings.set(key, JSON.parse(values[index] ?? 'null')));
      },
    };
  }
}
