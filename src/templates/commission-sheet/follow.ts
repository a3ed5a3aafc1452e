import { areaAddress, cellAddress, type Area } from '../../domain/address';
import type { Locale } from '../../locales';
import { formula } from '../expressions';
import { fixedArea, fixedCell, literal, onSheet } from '../formula';
import type { Page, StyledCell } from '../page';
import * as tables from '../commission-plan/tables';
import { TERMS } from '../commission-plan/tables';
import type { RuleDefinition } from '../rules';
import { placeOn, type PlanPlaces } from './plan-places';
import { AMOUNTS, type Entry } from './terms';
import type { SheetTexts } from './texts';
import { warning } from './writer';

/**
 * What formulas do not follow, as it was when the sheets were built and as the plan sheet says it now: how pay is
 * computed, and how many rows the plan's tables have.
 */

const FOLLOWED: ReadonlySet<string> = new Set(AMOUNTS);

const COUNTED: readonly (readonly [RuleDefinition, string])[] = [
  [tables.versionsTable, 'versionName'],
  [tables.tiersTable, 'from'],
  [tables.termsTable, 'term'],
  [tables.acceleratorsTable, 'past'],
  [tables.targetsTable, 'target'],
  [tables.spiffsTable, 'extra'],
  [tables.exceptionsTable, 'amount'],
];

/** Writes the comparison; answers with the cells that say what changed. */
export function addFollow(
  t: SheetTexts,
  page: Page,
  places: PlanPlaces,
  entries: readonly Entry[],
  locale: Locale,
): Area[] {
  const { cells } = places.read;
  const c = t.terms.columns;
  page.line(t.terms.headings.follow, 'heading', 22);
  page.note(t.terms.followNote);
  page.cells(
    page.row,
    0,
    [c.version, c.role, c.term, c.built, c.now, c.changed].map((value): StyledCell => ({
      value,
      style: 'columnHeader',
    })),
  );
  page.advance(1, 18);
  const top = page.row;
  const seen = new Set<string>();
  for (const { terms } of entries) {
    const scope = { version: terms.version.name, role: terms.role.role };
    for (const { id, labels } of TERMS) {
      const said = FOLLOWED.has(id) ? null : cells.term(id, scope);
      if (!said || seen.has(placeOn(said.sheet, said.at))) continue;
      const place = placeOn(said.sheet, said.at);
      seen.add(place);
      const label = labels[locale][0];
      const cell = `${said.sheet}!${cellAddress(said.at)}`;
      addLine(page, t, [said.version, said.role, label], [said.raw ?? '', place], cell);
    }
  }
  for (const [definition, column] of COUNTED) {
    const area = cells.columnArea(definition, column);
    if (!area) continue;
    const place = onSheet(area.sheet, fixedArea(area));
    const title = t.terms.rowsOf[definition.id as keyof SheetTexts['terms']['rowsOf']];
    addLine(
      page,
      t,
      ['', '', title],
      [area.filled, `COUNTA(${place})`],
      `${area.sheet}!${areaAddress(area)}`,
    );
  }
  page.space();
  return [{ row: top, column: 5, rows: page.row - 1 - top, columns: 1 }];
}

function addLine(
  page: Page,
  t: SheetTexts,
  names: readonly string[],
  [built, now]: readonly [string | number | boolean, string],
  cell: string,
): void {
  const at = (column: number): string => fixedCell({ row: page.row, column });
  const told = literal(t.terms.problems.changed({ cell }));
  page.cells(page.row, 0, [
    ...names.map((value): StyledCell => ({ value, style: 'text' })),
    { value: built, style: 'text' },
    { value: formula(now), style: 'text' },
    warning(`IF(${at(3)}=${at(4)},"",${told})`),
  ]);
  page.advance(1, 15);
}
