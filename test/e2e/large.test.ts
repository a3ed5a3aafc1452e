import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { texts } from '../../src/locales';
import { openFile } from '../../src/workbench/files';
import { ownTime } from './ownTime';
import { sheetNames, Workbench, type Opened } from './workbench';

jest.setTimeout(120_000);

const ROWS = 50_000;
/** How long the pane may hold its thread at a time, in milliseconds; the machine that tests may be busy. */
const LONGEST = 150;
/** While it saves, the page may stand still a little longer: nobody types meanwhile, but “Cancel” has to be heard. */
const LONGEST_SAVING = 1_000;
const words = texts('zh-CN');

let workbench: Workbench;
let folder: string;
let opened: Opened;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-large-'));
  const file = path.join(folder, '订单.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '订单台账', rows: orders() }] }));
  workbench = await Workbench.start();
  opened = await workbench.open();
  await workbench.openFile(opened, file);
});
afterAll(async () => {
  await workbench.stop();
  rmSync(folder, { recursive: true });
});

/** Amounts are 0.10, 0.20 … in turn: sums of floats would drift, the sum in 分 is known. */
const cents = (row: number): number => ((row % 997) + 1) * 10;

function orders(): (string | number)[][] {
  const rows = Array.from({ length: ROWS }, (_, row) => [
    `DD${20_240_000 + row}`,
    row % 7 === 0 ? `2024.${1 + (row % 12)}.${1 + (row % 28)}` : 45_292 + (row % 366),
    `客户${row % 800}有限公司`,
    `经理${row % 25}`,
    ['互联网专线', '云主机', '短信'][row % 3] ?? '',
    row % 11 === 0 ? `￥${(cents(row) / 100).toFixed(2)}` : cents(row) / 100,
  ]);
  return [
    ['政企订单台账', '', '', '', '', ''],
    ['订单编号', '下单日期', '客户名称', '客户经理', '产品', '订单金额'],
    ...rows,
  ];
}

/** Follows what the pane says while it works, from inside the pane: every sentence and share that it showed. */
async function watchProgress({ pane }: Opened): Promise<() => Promise<string[]>> {
  const body = pane.locator('body');
  await body.evaluate((element, label) => {
    const seen: string[] = [];
    const note = (): void => {
      const bar = element.querySelector(`section[aria-label="${label}"]`);
      const share = bar?.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? '';
      const now = bar ? `${bar.querySelector('span[title]')?.textContent ?? ''} ${share}` : '';
      if (now !== '' && seen.at(-1) !== now) seen.push(now);
    };
    new MutationObserver(note).observe(element, { subtree: true, childList: true, attributes: true });
    Object.assign(element, { seen });
  }, words.pane.progress);
  return () => body.evaluate((element) => (element as unknown as { seen: string[] }).seen);
}

/** Presses “Stop” as soon as cells of a new sheet are filled; a click from outside would come too late. */
async function stopOnceRowsStand({ page }: Opened): Promise<void> {
  await page.evaluate((name) => {
    const { workbook } = window.workbench!;
    const [source] = workbook.sheets;
    const leave = workbook.on((change) => {
      if (change.kind !== 'cells' || change.sheet === source || change.area.rows < 100) return;
      leave();
      const pane = document.querySelector('iframe')!.contentDocument!;
      const stop = [...pane.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      stop!.click();
      document.body.dataset.stopped = 'yes';
    });
  }, words.pane.stop);
}

const button = (name: string): ReturnType<Opened['pane']['getByRole']> =>
  opened.pane.getByRole('button', { name, exact: true });

/** All of it as one text; it stays in the page, for it is long. */
const wholeWorkbook = (): string => JSON.stringify(window.workbench!.workbook.snapshot());

/** Says when the build begins to change the workbook: what comes before is worked out without the stand-in. */
async function firstChange({ page }: Opened): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const leave = window.workbench!.workbook.on(() => {
          leave();
          resolve();
        });
      }),
  );
}

test('reading, the figures of the review, and working out the sheets never hold the pane', async () => {
  const { page, pane } = opened;
  const figures = pane.getByRole('heading', { level: 2, name: words.pane.figures });
  const reading = await ownTime(page, async () => {
    await button(words.pane.readAgain).click();
    await pane.getByRole('button', { name: words.pane.stop, exact: true }).waitFor();
    await button(words.pane.stop).waitFor({ state: 'detached' });
  });
  const preparing = await ownTime(page, async () => {
    await workbench.review(opened, 'monthly-summary');
    await figures.waitFor();
  });
  const planning = await ownTime(page, async () => {
    const changed = firstChange(opened);
    await button(words.pane.build).click();
    await changed;
    await button(words.pane.stop).click();
  });
  await button(words.pane.stop).waitFor({ state: 'detached' });
  expect(page.workers()).toHaveLength(1);
  expect(planning.total).toBeGreaterThan(0);
  expect(reading.longest).toBeLessThan(LONGEST);
  expect(preparing.longest).toBeLessThan(LONGEST);
  expect(planning.longest).toBeLessThan(LONGEST);
});

test('“Stop” in the middle of a build leaves the workbook as it was', async () => {
  const before = await opened.page.evaluateHandle(wholeWorkbook);
  await stopOnceRowsStand(opened);
  await button(words.pane.build).click();
  await opened.page.waitForFunction(() => document.body.dataset.stopped === 'yes');
  await button(words.pane.stop).waitFor({ state: 'detached' });
  expect(await sheetNames(opened.page)).toEqual(['订单台账']);
  const after = await opened.page.evaluateHandle(wholeWorkbook);
  expect(await opened.page.evaluate(([one, other]) => one === other, [before, after])).toBe(true);
});

test('a full build moves its progress and never holds the pane, and its total is that of the orders to the 分', async () => {
  const progress = await watchProgress(opened);
  const writing = await ownTime(opened.page, async () => {
    await button(words.pane.build).click();
    await opened.pane
      .getByText(words.pane.built({ title: words.catalog['monthly-summary'].name }))
      .waitFor({ timeout: 60_000 });
  });
  expect(new Set(await progress()).size).toBeGreaterThanOrEqual(4);
  expect(writing.total).toBeGreaterThan(LONGEST);
  expect(writing.longest).toBeLessThan(LONGEST);

  const total = Array.from({ length: ROWS }, (_, row) => cents(row)).reduce((sum, one) => sum + one, 0);
  const built = await opened.page.evaluate(() => {
    const [, report] = window.workbench!.workbook.sheets;
    const used = report!.usedArea()!;
    return report!
      .values(used)
      .flat()
      .filter((value) => typeof value === 'number');
  });
  expect(built.map((value) => Math.round(value * 100))).toContain(total);
});

test('one typed order at the end of the table joins it and reaches the summary at once', async () => {
  const outcome = await opened.page.evaluate(() => {
    const { workbook } = window.workbench!;
    const sheet = workbook.sheets.find(({ tables }) => tables.length > 0)!;
    const [table] = sheet.tables;
    const { row, column, rows, columns } = table!.area;
    const last = sheet.values({ row: row + rows - 1, column, rows: 1, columns })[0]!;
    const inputs = last.map((value) => (typeof value === 'object' ? null : value));
    const start = performance.now();
    sheet.setInputs({ row: row + rows, column }, [inputs]);
    return { milliseconds: performance.now() - start, grown: table!.area.rows - rows };
  });
  expect(outcome.grown).toBe(1);
  expect(outcome.milliseconds).toBeLessThan(2_000);
});

test('saving shows how far it is, and the page lives meanwhile', async () => {
  const { page } = opened;
  await page.evaluate(() => {
    let last = performance.now();
    let longest = 0;
    const tick = (): void => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      document.body.dataset.longest = String(longest);
      if (document.body.dataset.ticking !== 'no') setTimeout(tick);
    };
    tick();
  });
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByTestId('save').click();
  await page.getByRole('progressbar').waitFor();
  const file = path.join(folder, 'saved.xlsx');
  await (await download).saveAs(file);
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  const longest = await page.evaluate(() => {
    document.body.dataset.ticking = 'no';
    return Number(document.body.dataset.longest);
  });
  expect(longest).toBeLessThan(LONGEST_SAVING);
  const { workbook } = await openFile(readFileSync(file), 'saved.xlsx');
  expect(workbook.sheets.map(({ name }) => name)).toEqual(await sheetNames(page));
});

test('no error was reported', () => {
  expect(opened.errors).toEqual([]);
});
