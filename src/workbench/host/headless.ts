import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type DOMWindow, type FetchOptions, JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import type { WorkbookModel } from '../model/types';
import { attachHost, type Host, type HostOptions } from './index';

export interface HeadlessOptions extends HostOptions {
  /** An add-in's page on the disk, with the scripts beside it; a blank page when left out. */
  readonly page?: string;
  /** What to add to the window before any script of the page runs. */
  readonly prepare?: (window: DOMWindow) => void;
  /** Where errors and console messages of the page go; left out, errors stop the start and messages are dropped. */
  readonly console?: Console;
}

/** A page inside Excel, without a browser. */
export interface Headless {
  readonly window: DOMWindow;
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly host: Host;
  /** Errors that scripts of the page did not catch. */
  readonly errors: readonly Error[];
  close(): void;
}

const ORIGIN = 'https://workbench.localhost/';
const BLANK_PAGE = '<!doctype html><html><head><script src="/office.js"></script></head><body></body></html>';

/** Starts a page with the unmodified office.js over a workbook; nothing is fetched from a network. */
export async function startHeadless(
  workbook: WorkbookModel,
  options: HeadlessOptions = {},
): Promise<Headless> {
  const errors: Error[] = [];
  const virtualConsole = new VirtualConsole();
  if (options.console) virtualConsole.sendTo(options.console);
  virtualConsole.on('jsdomError', (error: Error) => errors.push(error));
  let host: Host | undefined;
  const dom = new JSDOM(options.page ? readFileSync(options.page, 'utf8') : BLANK_PAGE, {
    url: ORIGIN,
    runScripts: 'dangerously',
    pretendToBeVisual: true,
    resources: new DiskLoader(options.page && dirname(options.page)),
    virtualConsole,
    beforeParse: (window) => {
      host = attachHost(window, workbook, options);
      options.prepare?.(window);
    },
  });
  const attached = host!;
  await new Promise((loaded) => dom.window.addEventListener('load', loaded, { once: true }));
  const close = (): void => {
    attached.detach();
    dom.window.close();
  };
  if (errors[0] && !options.console) {
    close();
    throw errors[0];
  }
  const globals = dom.window as unknown as { Office: typeof Office; Excel: typeof Excel };
  await globals.Office.onReady();
  return {
    window: dom.window,
    Office: globals.Office,
    Excel: globals.Excel,
    host: attached,
    errors,
    close,
  };
}

/** office.js and what it loads come from its package, whatever address the page gives; the rest lies beside the page. */
class DiskLoader extends ResourceLoader {
  constructor(private readonly pageFolder: string | undefined) {
    super();
  }

  override fetch(address: string, _options: FetchOptions): ReturnType<ResourceLoader['fetch']> {
    const { origin, pathname } = new URL(address);
    const file = officeFile(pathname) ?? (`${origin}/` === ORIGIN ? this.fileOfPage(pathname) : undefined);
    const content =
      file === undefined
        ? Promise.reject(new Error(`${address} is neither part of office.js nor a file beside the page.`))
        : Promise.resolve(readFileSync(file));
    return Object.assign(content, { abort: () => undefined });
  }

  private fileOfPage(pathname: string): string | undefined {
    if (this.pageFolder === undefined) return undefined;
    const folder = resolve(this.pageFolder);
    const file = resolve(join(folder, decodeURIComponent(pathname)));
    return file.startsWith(folder + sep) && existsSync(file) ? file : undefined;
  }
}

/** The file of @microsoft/office-js that an address of office.js or of its parts means. */
function officeFile(pathname: string): string | undefined {
  const part = /\/((?:[a-z]{2}-[a-z]{2}\/)?(?:office|excel-win32|office_strings)[^/]*\.js)$/i.exec(
    pathname,
  )?.[1];
  if (part === undefined) return undefined;
  const file = join(
    dirname(require.resolve('@microsoft/office-js/package.json')),
    'dist',
    part.toLowerCase(),
  );
  return existsSync(file) ? file : undefined;
}
