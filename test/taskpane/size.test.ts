/**
 * What a browser fetches before the pane's first view stands, as `npm run build` made it: the page's own scripts and
 * styles, one language and one theme. The custom functions are on the same page, but behind the pane's script: the
 * pane neither waits for them nor uses anything of theirs, so they have a limit of their own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = path.resolve(__dirname, '../../dist');
const FIRST_VIEW = 150 * 1024;
/** Some forty functions with what they say of wrong arguments in two languages. */
const FUNCTIONS = 48 * 1024;

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

/** The scripts and styles that the page names, in its order. */
function named(): string[] {
  const page = readFileSync(path.join(DIST, 'taskpane.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="?([^":>\s]+\.(?:js|css))/g)].map((match) => match[1] ?? '');
}

/** What the page names for the pane, and what its script asks for before it shows anything. */
function firstView(language: string): string[] {
  const lazily = [
    `src/locales/${language}/pane.ts`,
    'tokens/lib/themes/web/lightTheme.js',
    'tokens/lib/global/colors.js',
  ];
  const ours = named().filter((file) => file !== 'functions.js');
  return [...new Set([...ours, ...lazily.flatMap((source) => chunksWith(source).slice(0, 1))])];
}

if (!built) console.warn('No dist/: run `npm run build` for the test of the pane’s size.');

whenBuilt.each(['zh-CN', 'en'])('the first view in %s is below 150 KB', (language) => {
  const files = firstView(language);
  expect(files).toEqual(expect.arrayContaining(['taskpane.js', 'taskpane.css']));
  expect(files.length).toBeGreaterThanOrEqual(4);
  expect(files.reduce((sum, file) => sum + zipped(file), 0)).toBeLessThan(FIRST_VIEW);
});

whenBuilt('what builds, what recognises and what templates say is not among what the page names', () => {
  for (const source of [
    'src/excel/write.ts',
    'src/templates/index.ts',
    'src/reading/header.ts',
    'src/locales/en/problems/index.ts',
    'themes/web/darkTheme.js',
  ]) {
    const chunks = chunksWith(source);
    expect([source, chunks.length > 0]).toEqual([source, true]);
    expect(chunks).not.toContain('taskpane.js');
    expect(chunks).not.toContain('functions.js');
  }
});

whenBuilt('the page has the pane before the custom functions, and each stands alone', () => {
  const scripts = named().filter((file) => file.endsWith('.js') && !file.endsWith('office.js'));
  expect(scripts).toEqual(['taskpane.js', 'functions.js']);
  expect(chunksWith('src/functions/commission.ts')).toEqual(['functions.js']);
  expect(zipped('functions.js')).toBeLessThan(FUNCTIONS);
});
