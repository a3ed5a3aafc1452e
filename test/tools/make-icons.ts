/** Draws assets/icon-<size>.png from the SVGs beside them: `npx tsx test/tools/make-icons.ts`. Needs Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const assets = join(__dirname, '../../assets');
/** The small drawing keeps its lines legible where the large one would blur. */
const icons = [
  { size: 16, from: 'icon-small.svg' },
  { size: 32, from: 'icon.svg' },
  { size: 64, from: 'icon.svg' },
  { size: 80, from: 'icon.svg' },
  { size: 128, from: 'icon.svg' },
] as const;

async function draw(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    for (const { size, from } of icons) {
      await page.setViewportSize({ width: size, height: size });
      const svg = readFileSync(join(assets, from), 'utf8');
      await page.setContent(
        `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      await page.screenshot({ path: join(assets, `icon-${size}.png`), omitBackground: true });
    }
  } finally {
    await browser.close();
  }
}

void draw();
