import { texts, type Locale } from '../../src/locales';
import type { TemplateId } from '../../src/templates/catalog';
import { sheetNames, Workbench, type Opened } from './workbench';

jest.setTimeout(180_000);

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.start();
});
afterAll(() => workbench.stop());

/** As finance does: a template from the ribbon's menu, a look at the review, and build. */
async function fromRibbon(opened: Opened, template: TemplateId, locale: Locale): Promise<void> {
  const { catalog, families, pane: words } = texts(locale);
  const { page, pane } = opened;
  const { name } = catalog[template];
  await page.getByRole('button', { name: families.commission }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await pane.getByRole('heading', { level: 1, name }).waitFor();
  await pane.getByRole('button', { name: words.build, exact: true }).click();
  await pane.getByRole('heading', { name: words.built({ title: name }) }).waitFor({ timeout: 60_000 });
}

function textsOn(opened: Opened, sheet: string): Promise<string[]> {
  return opened.page.evaluate((name) => {
    const model = window.workbench?.workbook.sheet(name);
    const used = model?.usedArea(true);
    if (!model || !used) throw new Error(`Nothing on ${name}`);
    const found: string[] = [];
    for (let row = used.row; row < used.row + used.rows; row++)
      for (let column = used.column; column < used.column + used.columns; column++)
        found.push(model.text(row, column));
    return found.filter((text) => text !== '');
  }, sheet);
}

test.each(['zh-CN', 'en'] as const)(
  'a plan, then the check of what sales handed in, in %s',
  async (locale) => {
    const opened = await workbench.open({ locale });
    const own = await sheetNames(opened.page);
    await fromRibbon(opened, 'commission-plan', locale);
    await fromRibbon(opened, 'commission-check', locale);
    const added = (await sheetNames(opened.page)).filter((name) => !own.includes(name));
    const { report } = texts(locale).templates['commission-check'].sheets;
    expect(added).toContain(report);
    const said = (await textsOn(opened, report)).join('\n');
    // Due and submitted of the twenty rows: four slips and a refund that was not taken off.
    expect(said).toContain('253,400.00');
    expect(said).toContain('255,995.00');
    expect(said).not.toMatch(/#(?:NAME|REF|VALUE|N\/A|DIV)/);

    await opened.pane
      .getByRole('button', { name: texts(locale).pane.undo, exact: true })
      .first()
      .click();
    await opened.pane.getByRole('heading', { level: 1, name: texts(locale).pane.yourWorkbook }).waitFor();
    expect(await sheetNames(opened.page)).not.toContain(report);
    expect(opened.errors).toEqual([]);
    await opened.page.close();
  },
);

test('a template from the ribbon opens the pane that was closed, and leads the focus there', async () => {
  const opened = await workbench.open({ locale: 'zh-CN' });
  const { page, pane } = opened;
  const { catalog, families } = texts('zh-CN');
  const heading = pane.getByRole('heading', { level: 1, name: catalog['commission-plan'].name });
  await page.getByTestId('addin-pane').getByRole('button').click();
  await page.getByTestId('addin-pane').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: families.commission }).click();
  await page.getByRole('menuitem', { name: catalog['commission-plan'].name, exact: true }).click();
  await heading.waitFor({ state: 'visible' });
  await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(opened.errors).toEqual([]);
  await page.close();
});
