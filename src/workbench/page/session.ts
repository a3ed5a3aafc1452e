import { attachHost, type AddinWindow, type Host, type ThemeName } from '../host';
import type { WorkbookModel } from '../model/types';
import { Workspace, type Reports } from './edit/workspace';
import type { Evaluate } from './formats/evaluate';
import type { Theme } from './formats/colors';
import { createRowMeasure } from './grid/rowHeight';
import type { RowMeasure } from './grid/sheetLayout';
import type { PageServices } from './services';
import { WorkbookStore } from './store';
import type { Language } from './texts';

/** Excel's name for a language of the page. */
export function localeOf(language: Language): string {
  return language === 'zh-CN' ? 'zh-CN' : 'en-US';
}

const HOST_THEMES: Record<Theme, ThemeName> = { light: 'light', dark: 'dark', contrast: 'highContrast' };

/** Makes sessions; what they report goes to whoever listens now. */
export class Sessions {
  private count = 0;
  private reports: Reports | null = null;

  constructor(private readonly services: PageServices) {}

  setReports(reports: Reports): void {
    this.reports = reports;
  }

  create(workbook: WorkbookModel): Session {
    const { evaluate, measure } = this.services;
    return new Session(++this.count, workbook, evaluate, createRowMeasure(measure), {
      rejected: (rejection) => this.reports?.rejected(rejection),
      failed: (error) => this.reports?.failed(error),
    });
  }
}

/** One opened workbook with all that belongs to it; the next one opened takes its place. */
export class Session {
  readonly store: WorkbookStore;
  readonly workspace: Workspace;
  /** The add-in's page, once it has attached itself. */
  private host: Host | null = null;
  private paneVisible = true;

  constructor(
    readonly id: number,
    readonly workbook: WorkbookModel,
    evaluate: Evaluate,
    neededHeight: RowMeasure,
    reports: Reports,
  ) {
    this.store = new WorkbookStore(workbook, neededHeight);
    this.workspace = new Workspace(workbook, this.store, evaluate, reports);
  }

  /** Makes a frame's window a page inside Excel; a page that loads again replaces the one before. */
  attach(window: AddinWindow, language: Language, theme: Theme, onPane: (visible: boolean) => void): void {
    this.host?.detach();
    this.host = attachHost(window, this.workbook, {
      locale: localeOf(language),
      theme: HOST_THEMES[theme],
      onPane,
    });
    this.host.paneChanged(this.paneVisible);
  }

  /** The pane is seen or not. */
  paneChanged(visible: boolean): void {
    this.paneVisible = visible;
    this.host?.paneChanged(visible);
  }

  /** How typed texts are parsed and values are shown. */
  setLanguage(language: Language): void {
    this.workbook.locale = localeOf(language);
    this.store.refresh();
  }

  setTheme(theme: Theme): void {
    this.host?.setTheme(HOST_THEMES[theme]);
  }

  /** Reads the metadata of the add-in's functions and makes them known to formulas. */
  async registerFunctions(address: string): Promise<void> {
    const { host } = this;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
    const metadata = (await response.json()) as Parameters<Host['registerFunctions']>[0];
    if (host && host === this.host) {
      host.registerFunctions(metadata);
      await this.store.during(this.workbook.calculate());
    }
  }

  runAction(name: string): void {
    void this.host?.runAction(name);
  }

  dispose(): void {
    this.host?.detach();
    this.workspace.dispose();
    this.store.dispose();
  }
}
