/** Opens the built workbench in Chromium, with the add-in's pane in its frame. */
import type http from 'node:http';
import path from 'node:path';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { addressOf, serveWorkbench } from '../../src/workbench/server/serve';
import { texts, type Locale } from '../../src/locales';

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
    const { findBrowser } = (await import('../tools/browser.mjs')) as {
      findBrowser(): Promise<string | null>;
    };
    const executablePath = await findBrowser();
    if (!executablePath) throw new Error('There is no Chromium: run `node test/tools/browser.mjs` first');
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
    const page = await this.browser.newPage({ viewport: { width, height }, locale });
    const errors: string[] = [];
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

  async stop(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
