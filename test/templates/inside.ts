import { loadNames, readGrid, writePlan, type BuildResult } from '../../src/excel';
import type { Locale } from '../../src/locales';
import { headerSignature, readBook } from '../../src/reading';
import { initialCompanions, sourcesOf } from '../../src/templates/sources';
import type { BuildRequest, Template } from '../../src/templates/types';
import type { SheetModel } from '../../src/workbench/model/types';

/** The way of the pane from the workbook's sheets to the built ones; runs between Office.js and a workbook. */

/** What a person asks for who takes everything as it is proposed. */
export async function requestTo(
  template: Template,
  locale: Locale,
  refresh: string | null,
  blank: boolean,
): Promise<BuildRequest> {
  const { grid, rules } = await readGrid();
  const book = readBook(grid);
  const source = blank ? null : (sourcesOf(template, book)[0] ?? null);
  return {
    book,
    rules,
    source,
    companions: blank ? {} : initialCompanions(template, book, source),
    asOf: null,
    locale,
    names: await loadNames(refresh),
    options: Object.fromEntries(template.options.map(({ id, initial }) => [id, initial])),
  };
}

/** Builds what has to be no refusal. */
export function built(
  template: Template,
  request: BuildRequest,
  refresh: string | null,
): Promise<BuildResult> {
  const preparation = template.prepare(request);
  expect(preparation.refusal).toBeNull();
  const { source } = request;
  const from = source && { sheet: source.sheet, signature: headerSignature(source) };
  return writePlan(template.build(request), { source: from, options: request.options, refresh });
}

export interface Cell {
  readonly at: string;
  readonly formula: string;
  readonly text: string;
}

/** All cells of a sheet that say something. */
export function cellsOf(sheet: SheetModel): Cell[] {
  const used = sheet.usedArea(true);
  const cells: Cell[] = [];
  for (let row = used?.row ?? 0; used && row < used.row + used.rows; row++) {
    for (let column = used.column; column < used.column + used.columns; column++) {
      const formula = sheet.formula(row, column)?.formula ?? '';
      cells.push({ at: `${sheet.name} R${row + 1}C${column + 1}`, formula, text: sheet.text(row, column) });
    }
  }
  return cells;
}
