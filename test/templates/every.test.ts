/**
 * What every template of the catalog promises, on the sample workbooks and through the unmodified office.js: it builds,
 * calculates without an error, needs nothing newer than Excel 2016 and no add-in, says the same when built again, and
 * leaves the workbook as it was when undone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { insideExcel } from '../../src/cli/excel-session';
import { readGrid, undoBuild } from '../../src/excel';
import { texts, type Locale } from '../../src/locales';
import { templateTexts } from '../../src/locales/templateTexts';
import { readBook } from '../../src/reading';
import { templateById, templates } from '../../src/templates';
import { sourcesOf } from '../../src/templates/sources';
import type { Template } from '../../src/templates/types';
import { openFile } from '../../src/workbench/files';
import type { WorkbookModel } from '../../src/workbench/model/types';
import { seen } from '../excel/snapshot';
import { generate } from '../functions/metadata';
import { built, cellsOf, requestTo } from './inside';

jest.setTimeout(120_000);

const ASSETS = path.resolve(__dirname, '../../assets');
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
/** Functions that came after Excel 2016. */
const NEWER =
  /\b(?:LET|LAMBDA|XLOOKUP|XMATCH|FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|TEXTJOIN|CONCAT|IFS|SWITCH|MAXIFS|MINIFS|TEXTSPLIT|TEXTBEFORE|TEXTAFTER|VSTACK|HSTACK|TOROW|TOCOL|TAKE|DROP|CHOOSECOLS|CHOOSEROWS|WRAPROWS|WRAPCOLS|EXPAND|ARRAYTOTEXT|VALUETOTEXT|MAP|REDUCE|SCAN|BYROW|BYCOL|MAKEARRAY)\(/;

async function open(file: string): Promise<WorkbookModel> {
  const bytes = new Uint8Array(readFileSync(path.join(ASSETS, file)));
  return (await openFile(bytes, file)).workbook;
}

/** What has to be in the workbook before: finance checks and pays by a plan that people can see. */
const BEFORE: Readonly<Record<string, string>> = {
  'commission-sheet': 'commission-plan',
  'commission-check': 'commission-plan',
};

/** The sample that has something for the template. */
function sampleFor(template: Template, locale: Locale): Promise<WorkbookModel> {
  return open(`${template.id === 'retailer-analysis' ? 'sample-retail' : 'sample'}-${locale}.xlsx`);
}

let custom: RegExp;

beforeAll(async () => {
  const { metadata } = await generate();
  custom = new RegExp(`\\b(?:${metadata.functions.map(({ name }) => name).join('|')})\\(`);
});

describe.each(templates.map((template) => [template.id, template] as const))('%s', (id, template) => {
  test.each(LOCALES)('on the sample in %s', async (locale) => {
    const workbook = await sampleFor(template, locale);
    await insideExcel(workbook, locale, async () => {
      const needed = BEFORE[id];
      if (needed !== undefined) {
        const plan = templateById(needed);
        await built(plan, await requestTo(plan, locale, null, false), null);
      }
      await workbook.calculate(true);
      const before = seen(workbook);
      const own = new Set(workbook.sheets.map(({ name }) => name));
      const blank = sourcesOf(template, readBook((await readGrid()).grid)).length === 0;
      expect(blank && !template.blank).toBe(false);

      const result = await built(template, await requestTo(template, locale, null, blank), null);
      await workbook.calculate(true);
      expect(result.notices).toEqual([]);
      const sheets = workbook.sheets.filter(({ name }) => !own.has(name));
      expect(sheets.map(({ name }) => name).sort()).toEqual([...result.added].sort());
      const cells = sheets.flatMap(cellsOf);
      expect(cells.length).toBeGreaterThan(20);
      expect(cells.filter(({ text }) => /^#(?:NAME|REF|VALUE|N\/A|DIV|SPILL|NUM|NULL)/.test(text))).toEqual(
        [],
      );
      expect(cells.filter(({ text }) => /undefined|NaN|\[object|Infinity/.test(text))).toEqual([]);
      expect(cells.filter(({ formula }) => NEWER.test(formula) || custom.test(formula))).toEqual([]);

      expect((await undoBuild()).done).toBe(true);
      await workbook.calculate(true);
      expect(seen(workbook)).toEqual(before);

      const { build } = await built(template, await requestTo(template, locale, null, blank), null);
      await workbook.calculate(true);
      const once = seen(workbook);
      const again = await built(template, await requestTo(template, locale, build.id, blank), build.id);
      await workbook.calculate(true);
      expect(again.kept).toEqual([]);
      expect(again.changes.flatMap(({ differences }) => differences)).toEqual([]);
      expect(seen(workbook)).toEqual(once);
    });
  });

  test.each(LOCALES)('has a name, what it is about, and words for every choice in %s', (locale) => {
    const words = templateTexts(texts(locale), id);
    expect(words.name).not.toBe('');
    expect(words.about).not.toBe('');
    expect(Object.keys(words.options).sort()).toEqual(template.options.map((option) => option.id).sort());
    for (const option of template.options) {
      expect(Object.keys(words.options[option.id]?.values ?? {}).sort()).toEqual([...option.values].sort());
      expect(option.values).toContain(option.initial);
    }
    expect(Object.keys(words.companions).sort()).toEqual(template.companions.map((each) => each.id).sort());
  });

  if (template.blank) {
    test.each(LOCALES)('begun empty in %s', async (locale) => {
      const workbook = await open(`sample-${locale}.xlsx`);
      await insideExcel(workbook, locale, async () => {
        const own = new Set(workbook.sheets.map(({ name }) => name));
        await built(template, await requestTo(template, locale, null, true), null);
        await workbook.calculate(true);
        const cells = workbook.sheets.filter(({ name }) => !own.has(name)).flatMap(cellsOf);
        expect(cells.length).toBeGreaterThan(20);
        expect(
          cells.filter(({ text }) => /^#(?:NAME|REF|VALUE|N\/A|DIV|NUM|NULL)|undefined|NaN/.test(text)),
        ).toEqual([]);
      });
    });
  }
});
