/** @jest-environment ./test/tools/office-dom-environment */
import { screen, waitFor } from '@testing-library/react';
import { excelHost } from '../../src/taskpane/host';
import {
  bookRead,
  button,
  closePane,
  findHeading,
  NEW_YEAR,
  openPane,
  templateButton,
  type OpenPane,
} from './pane';

jest.setTimeout(120_000);

const HEADER = ['走访日期', '走访人', '客户名称', '走访目的', '走访结果'];

function month(name: string, start: number, count: number): void {
  const rows = Array.from({ length: count }, (_, row) => [
    start + row,
    ['周文博', '林晓'][row % 2] ?? '',
    `甲乙丙公司${row % 5}`,
    '回访',
    '已办',
  ]);
  const sheet = workbook.sheet(name) ?? workbook.addSheet(name);
  sheet.setValues({ row: 0, column: 0 }, [HEADER, ...rows]);
  sheet.applyStyle({ row: 1, column: 0, rows: count, columns: 1 }, { numberFormat: 'yyyy-mm-dd' });
}

const box = (sheet: string): HTMLInputElement =>
  screen.getByRole('checkbox', { name: new RegExp(`^${sheet}`) });

async function review(pane: OpenPane): Promise<void> {
  await bookRead(pane);
  await pane.user.click(templateButton(pane, 'visit-diary'));
  await findHeading(pane.texts.catalog['visit-diary'].name);
  await screen.findByRole('heading', { level: 2, name: pane.texts.pane.figures }, { timeout: 20_000 });
}

beforeEach(async () => {
  await resetWorkbook({ sheets: ['1月', '2月', '3月'], locale: 'zh-CN' });
  month('1月', NEW_YEAR, 10);
  month('2月', NEW_YEAR + 31, 12);
  month('3月', NEW_YEAR + 60, 20);
});
afterEach(closePane);

test('sheets with the headers of the source go with it, can be left out, and stay so in a refresh', async () => {
  const pane = await openPane();
  await review(pane);
  expect([box('1月').checked, box('2月').checked]).toEqual([true, true]);
  await screen.findByText(pane.texts.pane.rowsUsed({ n: 42 }), {}, { timeout: 20_000 });
  await pane.user.click(box('1月'));
  await screen.findByText(pane.texts.pane.rowsUsed({ n: 32 }), {}, { timeout: 20_000 });
  await pane.user.click(button(pane.texts.pane.build));
  await findHeading(pane.texts.pane.built({ title: pane.texts.catalog['visit-diary'].name }));
  closePane();

  month('4月', NEW_YEAR + 91, 5);
  const again = await openPane();
  await bookRead(again);
  const { builds } = await excelHost.loadMemory();
  const first = builds[0]?.sheets[0]?.name ?? '';
  await again.user.click(button(again.texts.pane.refreshOf({ sheet: first })));
  await screen.findByText(again.texts.pane.rowsUsed({ n: 37 }), {}, { timeout: 20_000 });
  expect([box('1月').checked, box('2月').checked, box('4月').checked]).toEqual([false, true, true]);
});

test('a sheet that went with the build and is gone is named', async () => {
  const pane = await openPane();
  await review(pane);
  await pane.user.click(button(pane.texts.pane.build));
  await findHeading(pane.texts.pane.built({ title: pane.texts.catalog['visit-diary'].name }));
  closePane();
  workbook.deleteSheet(workbook.sheet('1月')!);
  const again = await openPane();
  await bookRead(again);
  const [build] = (await excelHost.loadMemory()).builds;
  await again.user.click(button(again.texts.pane.refreshOf({ sheet: build?.sheets[0]?.name ?? '' })));
  await screen.findByText(new RegExp(again.texts.pane.sourceGone({ sheet: '1月' })), {}, { timeout: 20_000 });
});

test('without any sheet a template that can be filled in by hand is built empty', async () => {
  await resetWorkbook({ sheets: ['空'], locale: 'zh-CN' });
  const pane = await openPane();
  await waitFor(() => expect(templateButton(pane, 'visit-diary')).toBeTruthy(), { timeout: 20_000 });
  await pane.user.click(templateButton(pane, 'visit-diary'));
  await screen.findByText(pane.texts.pane.builtEmpty, {}, { timeout: 20_000 });
  await pane.user.click(button(pane.texts.pane.build));
  await findHeading(pane.texts.pane.built({ title: pane.texts.catalog['visit-diary'].name }));
  expect((await excelHost.loadMemory()).builds[0]).toMatchObject({ template: 'visit-diary', source: null });
});
