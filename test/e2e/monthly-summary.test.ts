import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { texts, type Locale } from '../../src/locales';
import { openWorkbook } from '../../src/workbench/files';
import { ROOT, sheetNames, snapshot, textsOf, Workbench, type Opened } from './workbench';

jest.setTimeout(120_000);

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.start();
});
afterAll(() => workbench.stop());

const button = ({ pane }: Opened, name: string): ReturnType<Opened['pane']['getByRole']> =>
  pane.getByRole('button', { name, exact: true });

async function build(opened: Opened, locale: Locale): Promise<void> {
  const words = texts(locale);
  await workbench.review(opened, 'monthly-summary', locale);
  await button(opened, words.pane.build).click();
  await opened.pane
    .getByRole('heading', { name: words.pane.built({ title: words.catalog['monthly-summary'].name }) })
    .waitFor({ timeout: 60_000 });
}

describe.each([
  ['zh-CN', ['月度总结', '增减分析', '基础数据', '订单明细']],
  ['en', ['Monthly summary', 'Changes', 'Basis', 'Orders 2']],
] as const)('the main job in %s', (locale, built) => {
  const words = texts(locale);
  let opened: Opened;
  let before: string[];

  beforeAll(async () => {
    opened = await workbench.open({ locale });
    before = await sheetNames(opened.page);
  });
  afterAll(() => opened.page.close());

  test('the pane opens on the workbook: every sheet with its role', async () => {
    // The last sheet holds loose notes: no role to choose.
    const roles = await Promise.all(
      before
        .slice(0, 5)
        .map((sheet) =>
          opened.pane.getByRole('combobox', { name: words.pane.roleOf({ sheet }), exact: true }).inputValue(),
        ),
    );
    expect(roles).toEqual(['orders', 'visits', 'customers', 'revenue', 'commission']);
  });

  test('a column can be corrected; nothing is written before “Build”', async () => {
    await workbench.review(opened, 'monthly-summary', locale);
    const amount = opened.pane.getByRole('combobox', { name: words.reading.fields.amount }).first();
    const column = await amount.inputValue();
    expect(column).not.toBe('');
    await amount.selectOption('');
    await opened.pane
      .getByText(words.templateProblems['no-amount-column']({ sheet: before[0] ?? '' }))
      .first()
      .waitFor();
    expect(await button(opened, words.pane.build).isDisabled()).toBe(true);
    await amount.selectOption(column);
    await opened.pane.getByText(words.pane.rowsUsed({ n: 158 })).waitFor();
    expect(await sheetNames(opened.page)).toEqual(before);
    await opened.pane.getByRole('button', { name: words.pane.back }).click();
  });

  test('build adds the sheets, undo removes them and leaves the workbook as it was', async () => {
    const untouched = await snapshot(opened.page);
    await build(opened, locale);
    expect(await sheetNames(opened.page)).toEqual(expect.arrayContaining([...before, ...built]));
    const report = (await textsOf(opened.page, built[0], 0, 0, 160, 9)).flat().filter((text) => text !== '');
    expect(report[0]).toBe(built[0]);
    expect(report.filter((text) => /^#|NaN|undefined/.test(text))).toEqual([]);
    await button(opened, words.pane.undo).click();
    await opened.pane
      .getByText(words.pane.undone({ sheets: built.join(', ') }))
      .first()
      .waitFor();
    expect(await sheetNames(opened.page)).toEqual(before);
    const after = await snapshot(opened.page);
    expect(withoutMemory(after)).toEqual(withoutMemory(untouched));
  });

  test('the saved file opens again with tables, formulas and native charts', async () => {
    await build(opened, locale);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'daybook-e2e-'));
    try {
      const [download] = await Promise.all([
        opened.page.waitForEvent('download'),
        opened.page.getByTestId('save').click(),
      ]);
      const file = path.join(folder, 'saved.xlsx');
      await download.saveAs(file);
      const saved = await openWorkbook(readFileSync(file), 'saved.xlsx');
      const report = saved.sheet(built[0]);
      expect(report?.charts.length).toBeGreaterThanOrEqual(1);
      expect(built.map((name) => saved.sheet(name)?.tables.length)).toEqual([0, 0, 2, 1]);
      const formulas = saved.sheets.flatMap((sheet) => {
        const used = sheet.usedArea();
        if (!used || !built.includes(sheet.name as never)) return [];
        return Array.from({ length: used.rows }, (_r, row) =>
          Array.from(
            { length: used.columns },
            (_c, column) => sheet.formula(used.row + row, used.column + column)?.formula ?? '',
          ),
        )
          .flat()
          .filter((formula) => formula !== '');
      });
      expect(formulas.some((formula) => formula.includes('SUMIFS'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('no error was reported and no other host was asked for anything', () => {
    expect(opened.errors).toEqual([]);
  });
});

/** Daybook's own memory in the workbook may stay after undo; everything that a person sees may not differ. */
function withoutMemory(model: unknown): unknown {
  return { ...(model as Record<string, unknown>), customXml: null };
}

test('a file that is no workbook is refused with a sentence, and the open one stays', async () => {
  const opened = await workbench.open();
  const before = await sheetNames(opened.page);
  await opened.page.getByTestId('file-input').setInputFiles(path.join(ROOT, 'assets/icon-64.png'));
  await opened.page.getByTestId('dialog').waitFor();
  expect(await sheetNames(opened.page)).toEqual(before);
  await opened.page.close();
});
