/** @jest-environment ./test/tools/office-dom-environment */
import { screen, waitFor } from '@testing-library/react';
import { DaybookError } from '../../src/domain/errors';
import { templateTexts } from '../../src/locales/templateTexts';
import { excelHost, type Host } from '../../src/taskpane/host';
import {
  bookRead,
  button,
  closePane,
  findHeading,
  keptWorkbook,
  openPane,
  templateButton,
  type OpenPane,
} from './pane';

jest.setTimeout(120_000);

beforeEach(() => keptWorkbook());
afterEach(closePane);

const alerts = (): string =>
  screen
    .getAllByRole('alert')
    .map((alert) => alert.textContent)
    .join(' ');

async function toReview(pane: OpenPane): Promise<void> {
  await bookRead(pane);
  await pane.user.click(templateButton(pane, 'monthly-summary'));
  await screen.findByRole('heading', { level: 2, name: pane.texts.pane.figures }, { timeout: 20_000 });
}

test('a protected workbook: what to do, nothing built, and it works once that is done', async () => {
  workbook.protect();
  const pane = await openPane();
  await toReview(pane);
  await pane.user.click(button(pane.texts.pane.build));
  await screen.findByRole('alert', {}, { timeout: 20_000 });
  expect(alerts()).toContain(pane.texts.excel.errors['excel-structure-protected']({}));
  expect(workbook.sheets).toHaveLength(3);
  await pane.user.click(button(pane.texts.pane.close));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.activeElement?.tagName).toBe('H1');
  workbook.unprotect();
  await pane.user.click(button(pane.texts.pane.build));
  await findHeading(pane.texts.pane.built({ title: templateTexts(pane.texts, 'monthly-summary').name }));
});

test('while a cell is edited the pane waits, and goes on when the person is done', async () => {
  workbook.editing = true;
  const pane = await openPane();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(screen.getByRole('progressbar')).toBeTruthy();
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  workbook.editing = false;
  await bookRead(pane);
});

test('a reading that fails says why, and “Try again” reads', async () => {
  let fail = true;
  const host: Host = {
    ...excelHost,
    readGrid: (options) =>
      fail ? Promise.reject(new DaybookError('excel-cell-editing')) : excelHost.readGrid(options),
  };
  const pane = await openPane(host);
  await screen.findByRole('alert', {}, { timeout: 20_000 });
  expect(alerts()).toContain(pane.texts.excel.errors['excel-cell-editing']({}));
  fail = false;
  await pane.user.click(button(pane.texts.pane.tryAgain));
  await bookRead(pane);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an empty workbook: what Daybook looks for, and what was seen', async () => {
  await resetWorkbook({ sheets: ['Sheet1'], locale: 'en-US' });
  const pane = await openPane();
  await screen.findByRole('heading', { name: pane.texts.pane.nothingUsable }, { timeout: 20_000 });
  expect(pane.texts.pane.nothingUsable).toBe('No sheet with a table was found');
  expect(screen.getByText(pane.texts.pane.nothingUsableAdvice)).toBeTruthy();
  expect(screen.getByText(pane.texts.reading.problems['sheet-empty']())).toBeTruthy();
  expect(screen.queryByRole('button', { name: pane.texts.catalog['monthly-summary'].name })).toBeNull();
});

test('a sheet of errors is named with what to do', async () => {
  await resetWorkbook({ sheets: ['坏表'], locale: 'zh-CN' });
  const bad = Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => ({ error: '#REF!' as const })));
  workbook.sheets[0]!.setValues({ row: 0, column: 0 }, bad);
  const pane = await openPane();
  await screen.findByRole('heading', { name: pane.texts.pane.nothingUsable }, { timeout: 20_000 });
  expect(
    screen.getByText(new RegExp(pane.texts.reading.problems['errors-only']({ errors: 24 }))),
  ).toBeTruthy();
});

test('a sheet that Excel does not give away is named with the reason; the others are read', async () => {
  const host: Host = {
    ...excelHost,
    readGrid: async (options) => ({
      ...(await excelHost.readGrid(options)),
      unreadable: [{ sheet: '机密', error: new DaybookError('excel-access-denied') }],
    }),
  };
  const pane = await openPane(host);
  await bookRead(pane);
  const { excel, pane: words } = pane.texts;
  const reason = excel.errors['excel-access-denied']({});
  expect(screen.getByText(new RegExp(words.unreadable({ sheet: '机密', reason })))).toBeTruthy();
  expect(button('订单台账')).toBeTruthy();
});

test('stopped while reading: said, and begun again by a button', async () => {
  const host: Host = {
    ...excelHost,
    readGrid: async (options) => {
      await waitFor(() => expect(options?.signal?.aborted).toBe(true), { timeout: 10_000 });
      return excelHost.readGrid(options);
    },
  };
  const pane = await openPane(host);
  await pane.user.click(await screen.findByRole('button', { name: pane.texts.pane.stop }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.getAllByText(pane.texts.pane.stopped).length).toBeGreaterThan(0);
  expect(button(pane.texts.pane.readAgain)).toBeTruthy();
});

test('undo asks before it takes away what a person typed since', async () => {
  const pane = await openPane();
  await toReview(pane);
  await pane.user.click(button(pane.texts.pane.build));
  await findHeading(pane.texts.pane.built({ title: templateTexts(pane.texts, 'monthly-summary').name }));
  const built = workbook.sheets[4]!;
  built.setValues({ row: 60, column: 20 }, [['mine']]);
  await pane.user.click(button(pane.texts.pane.undo));
  await screen.findByText(pane.texts.pane.undoLossTitle, {}, { timeout: 20_000 });
  expect(alerts()).toContain('U61');
  expect(workbook.sheets.length).toBeGreaterThan(3);
  await pane.user.click(button(pane.texts.pane.keep));
  expect(screen.queryByRole('alert')).toBeNull();
  await pane.user.click(button(pane.texts.pane.undo));
  await pane.user.click(await screen.findByRole('button', { name: pane.texts.pane.undoAnyway }));
  await findHeading(pane.texts.pane.yourWorkbook);
  await waitFor(() => expect(workbook.sheets).toHaveLength(3));
});

test('50,000 rows: the pane paints in between, and says how far it is', async () => {
  await keptWorkbook('zh-CN', 50_000);
  const shares: (string | null)[] = [];
  let longest = 0;
  const pane = await openPane();
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    shares.push(screen.queryByRole('progressbar')?.getAttribute('aria-valuenow') ?? null);
  }, 5);
  await bookRead(pane);
  clearInterval(timer);
  expect(screen.getAllByText(/50,000 行/).length).toBeGreaterThan(0);
  // There is no worker here, so the page computes itself and says so.
  expect(screen.getByText(new RegExp(pane.texts.pane.noBackground))).toBeTruthy();
  expect(new Set(shares).size).toBeGreaterThan(3);
  expect(longest).toBeLessThan(3000);
});
