import type { NameContents, SheetContents } from './contents';
import { shownFormula } from './formula-text';
import type { XmlElement } from './xml';
import { child, childrenOf, flag, numberOf } from './xml';

/** Defined names; print areas and titles go to their sheets' page layout instead. */
export interface NamesRead {
  readonly names: NameContents[];
  /** Print area, title rows and title columns by the sheet's place in the file's own list. */
  readonly prints: ReadonlyMap<
    number,
    Pick<SheetContents['pageLayout'], 'printArea' | 'titleRows' | 'titleColumns'>
  >;
}

/** `place` turns a number of the file's own sheet list into one of the sheets that were read; undefined for others. */
export function readNames(workbook: XmlElement, place: (index: number) => number | undefined): NamesRead {
  const names: NameContents[] = [];
  const prints = new Map<number, { printArea?: string; titleRows?: string; titleColumns?: string }>();
  for (const { attributes, text } of childrenOf(child(workbook, 'definedNames'), 'definedName')) {
    const name = attributes['name'] ?? '';
    const local = numberOf(attributes['localSheetId']);
    const scope = local === undefined ? null : place(local);
    if (name === '' || text === '' || scope === undefined) continue;
    if (scope !== null && name === '_xlnm.Print_Area') {
      prints.set(scope, { ...prints.get(scope), printArea: withoutSheets(text) });
    } else if (scope !== null && name === '_xlnm.Print_Titles') {
      prints.set(scope, { ...prints.get(scope), ...titles(withoutSheets(text)) });
    } else if (!name.startsWith('_xlnm.')) {
      names.push({
        name,
        formula: shownFormula(text).slice(1),
        ...(attributes['comment'] && { comment: attributes['comment'] }),
        visible: !flag(attributes['hidden']),
        scope,
      });
    }
  }
  return { names, prints };
}

/** "'My sheet'!$A$1:$B$2,'My sheet'!$D$1" → "$A$1:$B$2,$D$1" */
function withoutSheets(text: string): string {
  return text.replace(/('(?:[^']|'')*'|[^,'!]+)!/g, '');
}

function titles(text: string): { titleRows?: string; titleColumns?: string } {
  const found: { titleRows?: string; titleColumns?: string } = {};
  for (const part of text.split(',')) {
    if (/^\$?\d+:\$?\d+$/.test(part)) found.titleRows = part;
    else if (/^\$?[A-Z]+:\$?[A-Z]+$/i.test(part)) found.titleColumns = part;
  }
  return found;
}
