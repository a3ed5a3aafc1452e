import type { WorkbookModel } from '../model/types';
import type { ThemeName } from './appearance';
import { NativeSide } from './bridge';
import { EventHub } from './events';
import { type FunctionCalls, type FunctionMetadata, type FunctionsPage, PageFunctions } from './functions';
import { assign, pick } from './members';
import { PaneVisibility } from './pane';
import { References } from './references';
import type { Session } from './session';
import { type Fault, type RequestRecord, Transport } from './transport';
import type { HostEntry } from './wire';

export interface HostOptions {
  /** Language of Excel's surface, e.g. 'zh-CN' or 'en-US'; the workbook's own when left out. */
  readonly locale?: string;
  readonly theme?: ThemeName;
  /** Bytes of one request or reply; Infinity is Excel for Windows, the default is Excel on the web. */
  readonly payloadLimit?: number;
  readonly maxCells?: number;
  /** Keep what requests and replies said, for tests of the wire. */
  readonly keepBodies?: boolean;
  readonly functionCalls?: FunctionCalls;
  /** The add-in wants its pane to be seen, or not to be. */
  readonly onPane?: (visible: boolean) => void;
}

/** The native side's message port as office.js finds it. */
interface MessageBridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

/** The parts of an add-in's window that the host touches; office.js adds the rest. */
export interface AddinWindow extends FunctionsPage {
  _richApiNativeBridge?: unknown;
  external?: unknown;
}

const MEGABYTE = 1024 * 1024;

/** Excel as one add-in page sees it: attach before office.js loads. */
export class Host {
  private locale: string;
  private theme: ThemeName;
  private readonly references = new References();
  private readonly events: EventHub;
  private readonly pane: PaneVisibility;
  private readonly transport: Transport;
  private readonly native: NativeSide;
  private readonly functions: PageFunctions;
  private readonly bridge: MessageBridge;
  private readonly stopListening: () => void;
  private attached = true;

  constructor(
    readonly window: AddinWindow,
    readonly workbook: WorkbookModel,
    options: HostOptions = {},
  ) {
    this.locale = options.locale ?? workbook.locale;
    this.theme = options.theme ?? 'light';
    this.bridge = { onMessageFromHost: null, sendMessageToHost: (text) => this.transport.receive(text) };
    this.events = new EventHub(workbook, this.references, (entries) => this.send(entries));
    this.functions = new PageFunctions(window, workbook, options.functionCalls ?? 'direct', (entries) =>
      this.send(entries),
    );
    this.pane = new PaneVisibility(options.onPane ?? (() => undefined), (entries) => this.send(entries));
    const session: Session = {
      workbook,
      references: this.references,
      events: this.events,
      pane: this.pane,
      functionsAnswered: (answers: readonly unknown[]) => this.functions.answered(answers),
      pick: (object, template) => pick(object, template, session),
      assign: (object, state) => assign(object, state, session, () => undefined),
      maxCells: options.maxCells ?? 5_000_000,
    };
    const transportOptions = {
      payloadLimit: options.payloadLimit ?? 5 * MEGABYTE,
      keepBodies: options.keepBodies ?? false,
    };
    this.transport = new Transport(session, transportOptions, (text) => this.post(text));
    this.native = new NativeSide(workbook, { locale: () => this.locale, theme: () => this.theme });
    this.stopListening = workbook.on((change) => {
      if (change.kind === 'selection') this.native.selectionChanged();
    });
    // window.external belongs to the browser and can only be redefined.
    Object.defineProperty(window, 'external', {
      value: this.native.external(),
      configurable: true,
      writable: true,
    });
    window._richApiNativeBridge = this.bridge;
  }

  /** How often the add-in called context.sync() so that a request went out. */
  get syncCount(): number {
    return this.transport.syncCount;
  }

  /** All that went over the wire, office.js's own requests too. */
  get requests(): readonly RequestRecord[] {
    return this.transport.records;
  }

  /** References that the page keeps; what grows without end is a leak of the add-in. */
  get keptReferences(): number {
    return this.references.size;
  }

  /** Takes effect where the page next asks: office.js reads the locale when it loads. */
  setLocale(locale: string): void {
    this.locale = locale;
  }

  /** office.js asks again after five seconds at most. */
  setTheme(theme: ThemeName): void {
    this.theme = theme;
  }

  failRequest(fault: Fault): void {
    this.transport.failRequest(fault);
  }

  clearFaults(): void {
    this.transport.clearFaults();
  }

  /** Makes the page's custom functions known to the workbook; call it when the page has loaded. */
  registerFunctions(metadata: FunctionMetadata): void {
    this.functions.register(metadata);
  }

  /** Presses a ribbon button: calls what the page associated with the action; over once the page says so. */
  runAction(id: string): Promise<void> {
    return this.native.runCommand(id);
  }

  /** A person opened or closed the pane. */
  paneChanged(visible: boolean): void {
    this.pane.changed(visible);
  }

  detach(): void {
    this.attached = false;
    this.transport.stop();
    this.events.detach();
    this.stopListening();
  }

  /** Sends entries as Excel does: later, never within the change that caused them. */
  private send(entries: readonly HostEntry[]): void {
    setTimeout(() => this.post(JSON.stringify({ type: 3, message: { entries } })), 0);
  }

  private post(text: string): void {
    if (this.attached) this.bridge.onMessageFromHost?.(text);
  }
}
