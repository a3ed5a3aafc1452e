import type { JestEnvironment } from '@jest/environment';
import { type Headless, type HeadlessOptions, startHeadless } from '../../src/workbench/host/headless';
import { createWorkbook } from '../../src/workbench/model';

export interface ResetOptions extends HeadlessOptions {
  /** Names of the new workbook's sheets; one sheet when left out. */
  readonly sheets?: readonly string[];
  readonly blankArguments?: 'zero' | 'null';
}

/** The page inside Excel that belongs to a test file, with what it puts among the test's globals. */
export class OfficePage {
  private page: Headless | undefined;
  private exposed: readonly string[] = [];

  constructor(private readonly global: JestEnvironment['global']) {}

  async open(options: ResetOptions = {}): Promise<void> {
    this.close();
    const { sheets, blankArguments, locale = 'en-US', ...others } = options;
    const workbook = createWorkbook({ locale, ...(sheets ? { sheets } : {}) });
    if (blankArguments) workbook.blankArguments = blankArguments;
    const page = await startHeadless(workbook, { locale, keepBodies: true, ...others });
    this.page = page;
    const { Office, Excel, host, window } = page;
    this.expose({
      Office,
      Excel,
      OfficeExtension: window.OfficeExtension as unknown,
      CustomFunctions: window.CustomFunctions as unknown,
      addinWindow: window,
      workbook,
      host,
      resetWorkbook: (next?: ResetOptions) => this.open(next),
    });
  }

  close(): void {
    this.page?.close();
    this.page = undefined;
    for (const name of this.exposed) delete this.global[name as keyof typeof this.global];
    this.exposed = [];
  }

  private expose(globals: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(globals)) {
      // Jest spoils the objects among a test's globals at its end; behind accessors it leaves the page's own alone.
      Object.defineProperty(this.global, name, { get: () => value, configurable: true, enumerable: true });
    }
    this.exposed = Object.keys(globals);
  }
}
