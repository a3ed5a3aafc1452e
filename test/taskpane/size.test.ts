/** What a browser fetches before the first view stands, as `npm run build` made it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve(__dirname, '../../dist');
const LIMIT = 150 * 1024;

const built = existsSync(path.join(DIST, 'taskpane.js')) && existsSync(path.join(DIST, 'taskpane.html'));
const whenBuilt = built ? test : test.skip;

const zipped = (file: string): number => gzipSync(readFileSync(path.join(DIST, file)), { level: 6 }).length;

/** The chunk in which a source is found, by the maps that lie beside the chunks. */
function chunksWith(source: string): string[] {
  return readdirSync(DIST)
    .filter((file) => file.endsWith('.js.map'))
    .filter((file) => {
      const { sources } = JSON.parse(readFileSync(path.join(DIST, file), 'utf8')) as { sources: string[] };
      return sources.some((name) => name.endsWith(source));
    })
    .map((file) => file.replace(/\.map$/, ''));
}

/** What the page names itself, and what its scripts ask for before they show anything: one language and one theme. */
function firstView(language: string): string[] {
  const page = readFileSync(path.join(DIST, 'taskpane.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="?([^":>\s]+\.(?:js|css))/g)].map((match) => match[1] ?? '');
  const lazily = [
    `src/locales/${language}/pane.ts`,
    'tokens/lib/themes/web/lightTheme.js',
    'tokens/lib/global/colors.js',
  ];
  return [...new Set([...named, ...lazily.flatMap((source) => chunksWith(source).slice(0, 1))])];
}

if (!built) console.warn('No dist/: run `npm run build` for the test of the pane’s size.');

whenBuilt.each(['zh-CN', 'en'])('the first view in %s is below 150 KB', (language) => {
  const files = firstView(language);
  expect(files).toEqual(expect.arrayContaining(['functions.js', 'taskpane.js', 'taskpane.css']));
  expect(files.length).toBeGreaterThanOrEqual(5);
  expect(files.reduce((sum, file) => sum + zipped(file), 0)).toBeLessThan(LIMIT);
});

whenBuilt('what builds, and what recognises, is not among what the page names', () => {
  for (const source of [
    'src/excel/write.ts',
    'src/templates/monthly-summary/report.ts',
    'src/reading/header.ts',
    'themes/web/darkTheme.js',
  ]) {
    const chunks = chunksWith(source);
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks).not.toContain('taskpane.js');
    expect(chunks).not.toContain('functions.js');
  }
});

whenBuilt('the custom functions stand alone, ready before the pane', () => {
  expect(zipped('functions.js')).toBeLessThan(10 * 1024);
});
