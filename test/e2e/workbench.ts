/** Opens the built workbench in Chromium, with the add-in's pane in its frame. */
import type http from 'node:http';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { addressOf, serveWorkbench } from '../../src/workbench/server/serve';
import { findBrowser } from '../tools/browser';
import { texts, type Locale } from '../../src/locales';
import type { TemplateId } from '../../src/templates/catalog';
import type { WorkbookModel } from '../../src/workbench/model/types';

declare global {
  interface Window {
    workbench?: { readonly workbook: WorkbookModel };
  }
}

export const ROOT = path.resolve(__dirname, '../..');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Opened {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What the page or the pane reported as an error; a test fails on any. */
  readonly errors: string[];
}

export interface Look {
  readonly locale?: Locale;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly paneWidth?: number;
  readonly width?: number;
  readonly height?: number;
}

export class Workbench {
  private constructor(
    private readonly server: http.Server,
    private readonly browser: Browser,
    readonly address: string,
  ) {}

  static async start(): Promise<Workbench> {
    const executablePath = findBrowser();
    if (!executablePath)
      throw new Error('There is no Chromium: run `npx tsx test/tools/bring-browser.ts` first');
    const server = await serveWorkbench(ROOT, 0);
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    return new Workbench(server, browser, addressOf(server));
  }

  async open({
    locale = 'zh-CN',
    theme = 'light',
    paneWidth = 350,
    width = 1400,
    height = 900,
  }: Look = {}): Promise<Opened> {
    const page = await this.browser.newPage({ viewport: { width, height }, locale, acceptDownloads: true });
    page.setDefaultTimeout(20_000);
    const errors: string[] = [];
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (/^https?:$/.test(protocol) && hostname !== 'localhost') errors.push(`asked for ${request.url()}`);
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${this.address}?${new URLSearchParams({ locale, theme, pane: String(paneWidth) })}`);
    const pane = page.frameLocator('iframe');
    await pane
      .getByRole('heading', { level: 1, name: texts(locale).pane.yourWorkbook })
      .waitFor({ timeout: 30_000 });
    return { page, pane, errors };
  }

  /** Opens a file of the test's in the page, as a person would. */
  async openFile({ page, pane }: Opened, file: string, locale: Locale = 'zh-CN'): Promise<void> {
    await page.getByTestId('file-input').setInputFiles(file);
    await page.getByTestId('workbook-name').getByText(path.basename(file)).waitFor();
    await pane
      .getByRole('heading', { level: 1, name: texts(locale).pane.yourWorkbook })
      .waitFor({ timeout: 60_000 });
  }

  /** Goes to the review of a template that the workbook has a sheet for. */
  async review({ pane }: Opened, template: TemplateId, locale: Locale = 'zh-CN'): Promise<void> {
    const { catalog } = texts(locale);
    const { name } = catalog[template];
    // A built sheet may have the same name, further down.
    await pane.getByRole('button', { name, exact: true }).first().click();
    await pane.getByRole('heading', { level: 1, name }).waitFor();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Texts of an area as the page's workbook shows them. */
export function textsOf(
  page: Page,
  sheet: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Promise<string[][]> {
  return page.evaluate(
    (at) => {
      const model = window.workbench?.workbook.sheet(at.sheet);
      if (!model) throw new Error(`No sheet ${at.sheet}`);
      return Array.from({ length: at.rows }, (_r, r) =>
        Array.from({ length: at.columns }, (_c, c) => model.text(at.row + r, at.column + c)),
      );
    },
    { sheet, row, column, rows, columns },
  );
}

export function sheetNames(page: Page): Promise<string[]> {
  return page.evaluate(() => window.workbench?.workbook.sheets.map((sheet) => sheet.name) ?? []);
}

/** The whole workbook, to see that nothing changed. */
export function snapshot(page: Page): Promise<unknown> {
  return page.evaluate(() => window.workbench?.workbook.snapshot());
}
