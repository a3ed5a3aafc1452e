import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHeadless } from '../../../src/workbench/host/headless';
import { createWorkbook } from '../../../src/workbench/model';

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** A page on the disk, with a script beside it, opened inside Excel. */
async function openPage<T>(
  script: string,
  look: (page: Awaited<ReturnType<typeof startHeadless>>) => T | Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  try {
    const html = `<!doctype html><script src="${OFFICE_JS}"></script><script src="page.js"></script><body></body>`;
    await writeFile(join(folder, 'page.html'), html);
    await writeFile(join(folder, 'page.js'), script);
    const page = await startHeadless(createWorkbook(), { page: join(folder, 'page.html') });
    try {
      return await look(page);
    } finally {
      page.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a blank page has Office and Excel over the workbook', async () => {
  const workbook = createWorkbook({ locale: 'zh-CN', sheets: ['订单'] });
  const page = await startHeadless(workbook);
  const { Excel, Office } = page;
  expect(Office.context.displayLanguage).toBe('zh-CN');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('订单').getRange('A1').values = [['金额']];
    await context.sync();
  });
  expect(workbook.activeSheet.value(0, 0)).toBe('金额');
  page.close();
});

test('two pages over two workbooks do not meet', async () => {
  const books = [createWorkbook(), createWorkbook()];
  const pages = await Promise.all(books.map((book) => startHeadless(book)));
  await Promise.all(
    pages.map(({ Excel }, index) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[index]];
        await context.sync();
      }),
    ),
  );
  expect(books.map((book) => book.activeSheet.value(0, 0))).toEqual([0, 1]);
  for (const page of pages) page.close();
});

test('a page from the disk gets the local office.js whatever address it names', async () => {
  const script = `
    Office.onReady().then(() => Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().name = 'From the page';
      await context.sync();
      document.body.textContent = 'done';
    }));`;
  await openPage(script, async ({ window, host }) => {
    while (window.document.body.textContent !== 'done')
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(host.workbook.activeSheet.name).toBe('From the page');
  });
});

test('an error in a script of the page is not lost', async () => {
  await expect(openPage('throw new Error("broken page")', () => 'opened')).rejects.toThrow('broken page');
});

test('nothing comes from a network or from outside the folder', async () => {
  const script = `
    setTimeout(() => {
      for (const src of ['https://example.com/x.js', '../../../etc/passwd']) {
        const element = document.createElement('script');
        element.src = src;
        element.onerror = () => { document.title += 'refused,'; };
        document.head.append(element);
      }
    }, 30);`;
  await openPage(script, async ({ window, errors }) => {
    while (errors.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(window.document.title).toBe('refused,refused,');
  });
});
