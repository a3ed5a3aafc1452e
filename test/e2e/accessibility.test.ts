import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { texts } from '../../src/locales';
import { Workbench, type Look } from './workbench';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.start();
});
afterAll(() => workbench.stop());

/** What axe finds in one frame, each with the element; the frames inside are looked at by themselves. */
async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const found = await frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ iframes: false });
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const LOOKS: readonly Look[] = [
  { locale: 'zh-CN', theme: 'light', paneWidth: 350 },
  { locale: 'en', theme: 'dark', paneWidth: 320 },
  { locale: 'en', theme: 'contrast', paneWidth: 500 },
];

test.each(LOOKS)('page and pane are usable without sight: $locale, $theme', async (look) => {
  const opened = await workbench.open(look);
  const { page, pane } = opened;
  const { pane: words } = texts(look.locale ?? 'zh-CN');
  for (const frame of page.frames()) expect(await violations(frame)).toEqual([]);
  await workbench.review(opened, 'monthly-summary', look.locale);
  await pane.getByRole('button', { name: words.build, exact: true }).waitFor();
  for (const frame of page.frames()) expect(await violations(frame)).toEqual([]);
  await page.close();
});

test.each([320, 350, 500])('the pane at %i px never scrolls sideways', async (paneWidth) => {
  const opened = await workbench.open({ locale: 'en', paneWidth });
  const { page, pane } = opened;
  const { pane: words } = texts('en');
  const overflow = (): Promise<number> =>
    pane.locator('html').evaluate(() => document.scrollingElement!.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await workbench.review(opened, 'monthly-summary', 'en');
  await pane.getByRole('button', { name: words.build, exact: true }).waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.close();
});
