/** `npx tsx test/tools/make-screenshot.ts` draws the README's picture from the built workbench (`npm run build` first). */
import path from 'node:path';
import { texts } from '../../src/locales';
import { ROOT, Workbench } from '../e2e/workbench';

const LOCALE = 'zh-CN';
const CHARTS_ARE_DRAWN_MS = 1500;

async function main(): Promise<void> {
  const { pane: words, catalog } = texts(LOCALE);
  const workbench = await Workbench.start();
  const opened = await workbench.open({ locale: LOCALE, width: 1280, height: 860 });
  const { page, pane } = opened;
  await workbench.review(opened, 'monthly-summary', LOCALE);
  await pane.getByRole('button', { name: words.build, exact: true }).click();
  await pane
    .getByRole('heading', { name: words.built({ title: catalog['monthly-summary'].name }) })
    .waitFor();
  await page.waitForTimeout(CHARTS_ARE_DRAWN_MS);
  await page.screenshot({ path: path.join(ROOT, 'assets/screenshot.png') });
  await workbench.stop();
}

void main();
