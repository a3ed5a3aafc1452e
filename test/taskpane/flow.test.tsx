/** @jest-environment ./test/tools/office-dom-environment */
import { screen, waitFor, within } from '@testing-library/react';
import { excelHost } from '../../src/taskpane/host';
import { templateTexts } from '../../src/locales/templateTexts';
import {
  bookRead,
  button,
  closePane,
  findHeading,
  keptWorkbook,
  openPane,
  sourceFact,
  templateButton,
  type OpenPane,
} from './pane';

jest.setTimeout(120_000);

const sheetNames = (): string[] => workbook.sheets.map((sheet) => sheet.name);
const roleOf = ({ texts: { pane } }: OpenPane, sheet: string): HTMLSelectElement =>
  screen.getByRole('combobox', { name: pane.roleOf({ sheet }) });

async function toReview(pane: OpenPane): Promise<void> {
  await bookRead(pane);
  await pane.user.click(templateButton(pane, 'monthly-summary'));
  await findHeading(templateTexts(pane.texts, 'monthly-summary').name);
  await screen.findByRole('heading', { level: 2, name: pane.texts.pane.figures }, { timeout: 20_000 });
}

async function build(pane: OpenPane): Promise<void> {
  await toReview(pane);
  await pane.user.click(button(pane.texts.pane.build));
  await findHeading(pane.texts.pane.built(titleOf(pane)));
}

const titleOf = (pane: OpenPane): { title: string } => ({
  title: templateTexts(pane.texts, 'monthly-summary').name,
});

beforeEach(() => keptWorkbook());
afterEach(closePane);

test('opens on the workbook: its sheets, what each was taken for, and what has no table', async () => {
  const pane = await openPane();
  await bookRead(pane);
  expect(roleOf(pane, '订单台账').value).toBe('orders');
  expect(screen.getByText('备忘').closest('li')).toHaveProperty(
    'textContent',
    expect.stringContaining(pane.texts.reading.problems['sheet-empty']()),
  );
  // A hidden sheet is named, but there is nothing to go to.
  expect(screen.queryByRole('button', { name: '旧表' })).toBeNull();
  expect(screen.getByText('旧表').tagName).toBe('SPAN');
  expect(sourceFact(pane, 'monthly-summary')).toMatch(/来自“订单台账”，40 行/);
});

test('a sheet leads to its cells in Excel', async () => {
  const pane = await openPane();
  await bookRead(pane);
  workbook.activate(workbook.sheets[1]!);
  await pane.user.click(button('订单台账'));
  await waitFor(() => expect(workbook.activeSheet.name).toBe('订单台账'));
});

test('a corrected role changes what can be built, keeps the focus and is remembered', async () => {
  const pane = await openPane();
  await bookRead(pane);
  const role = roleOf(pane, '订单台账');
  await pane.user.selectOptions(role, 'visits');
  await waitFor(() => expect(screen.queryByRole('button', { name: titleOf(pane).title })).toBeNull());
  expect(document.activeElement).toBe(role);
  await waitFor(async () => expect((await excelHost.loadMemory()).choices).toHaveLength(1));
  closePane();
  const again = await openPane();
  await bookRead(again);
  expect(roleOf(again, '订单台账').value).toBe('visits');
});

test('the review says what is wrong, and a corrected column is read at once', async () => {
  const pane = await openPane();
  await toReview(pane);
  expect(button('B7')).toBeTruthy(); // 待定 is no date
  expect(button('F10')).toBeTruthy(); // 面议 is no amount
  expect(screen.getByText(pane.texts.pane.rowsUsed({ n: 38 }))).toBeTruthy();
  const amount = screen.getByRole('combobox', { name: pane.texts.reading.fields.amount });
  await pane.user.selectOptions(amount, '');
  await screen.findByRole('alert', {}, { timeout: 20_000 });
  expect(button(pane.texts.pane.build).getAttribute('aria-disabled')).toBe('true');
  await pane.user.selectOptions(
    screen.getByRole('combobox', { name: pane.texts.reading.fields.amount }),
    'F',
  );
  await screen.findByText(pane.texts.pane.rowsUsed({ n: 38 }), {}, { timeout: 20_000 });
});

test('builds with progress, undoes, and leaves the workbook as it was', async () => {
  const steps: string[] = [];
  const building = await excelHost.building();
  const host = {
    ...excelHost,
    building: () =>
      Promise.resolve({
        ...building,
        writePlan: ((plan, options) =>
          building.writePlan(plan, {
            ...options,
            onProgress: (progress) => {
              steps.push(progress.step);
              options.onProgress?.(progress);
            },
          })) satisfies typeof building.writePlan,
      }),
  };
  const pane = await openPane(host);
  await build(pane);
  expect(new Set(steps).size).toBeGreaterThan(1);
  expect(sheetNames().length).toBeGreaterThan(3);
  expect(document.activeElement?.tagName).toBe('H1');
  await pane.user.click(button(pane.texts.pane.undo));
  await findHeading(pane.texts.pane.yourWorkbook);
  expect(sheetNames()).toEqual(['订单台账', '备忘', '旧表']);
  expect(document.activeElement?.tagName).toBe('H1');
});

test('building again refreshes in place with the rows that came since', async () => {
  const pane = await openPane();
  await build(pane);
  const names = sheetNames();
  await pane.user.click(button(pane.texts.pane.backToBook));
  // Excel still tells of Daybook's own writing; what a person writes is heard after that.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  workbook
    .sheet('订单台账')!
    .setValues({ row: 42, column: 0 }, [['DD2001', 45420, '新客户', '林晓', '云主机', 5000]]);
  await screen.findByText(new RegExp(pane.texts.pane.sheetsChanged), {}, { timeout: 10_000 });
  await pane.user.click(button(pane.texts.pane.readAgain));
  await waitFor(() => expect(sourceFact(pane, 'monthly-summary')).toMatch(/来自“订单台账”，41 行/), {
    timeout: 20_000,
  });
  await pane.user.click(button(pane.texts.pane.refreshOf({ sheet: names[3] ?? '' })));
  await screen.findByText(pane.texts.pane.rowsUsed({ n: 39 }), {}, { timeout: 20_000 });
  await pane.user.click(button(pane.texts.pane.refresh));
  await findHeading(pane.texts.pane.refreshed(titleOf(pane)));
  expect(sheetNames()).toEqual(names);
  expect(screen.getByText(/新增 1 行/)).toBeTruthy();
});

test('what Daybook writes itself is no change of the sheets', async () => {
  const pane = await openPane();
  await build(pane);
  await pane.user.click(button(pane.texts.pane.backToBook));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(screen.queryByText(new RegExp(pane.texts.pane.sheetsChanged))).toBeNull();
});

test('“Stop” ends a build, the workbook is as it was, the review stands', async () => {
  const building = await excelHost.building();
  const host = {
    ...excelHost,
    building: () =>
      Promise.resolve({
        ...building,
        writePlan: (async (plan, options) => {
          // The person is quicker than the first request.
          await waitFor(() => expect(options.signal?.aborted).toBe(true), { timeout: 10_000 });
          return building.writePlan(plan, options);
        }) satisfies typeof building.writePlan,
      }),
  };
  const pane = await openPane(host);
  await toReview(pane);
  await pane.user.click(button(pane.texts.pane.build));
  await pane.user.click(await screen.findByRole('button', { name: pane.texts.pane.stop }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(sheetNames()).toHaveLength(3);
  expect(document.activeElement?.tagName).toBe('H1');
  expect(within(screen.getByRole('main')).getByText(pane.texts.pane.rowsUsed({ n: 38 }))).toBeTruthy();
});

test('by keyboard alone: in, back with Esc to the same button, in again, built', async () => {
  const pane = await openPane();
  await bookRead(pane);
  const tabTo = async (name: string): Promise<void> => {
    for (let step = 0; step < 60 && document.activeElement !== button(name); step++) await pane.user.tab();
    expect(document.activeElement).toBe(button(name));
  };
  await tabTo(titleOf(pane).title);
  await pane.user.keyboard('{Enter}');
  const heading = await findHeading(titleOf(pane).title);
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await pane.user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(templateButton(pane, 'monthly-summary')));
  await pane.user.keyboard('{Enter}');
  await screen.findByText(pane.texts.pane.rowsUsed({ n: 38 }), {}, { timeout: 20_000 });
  await tabTo(pane.texts.pane.build);
  await pane.user.keyboard('{Enter}');
  await findHeading(pane.texts.pane.built(titleOf(pane)));
});
