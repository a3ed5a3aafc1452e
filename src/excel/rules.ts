import { conditionalStyles } from '../plan/styles';
import type { ConditionalFormat, Validation } from '../plan/types';
import { excelError } from './errors';
import { AREA_PROPERTIES, areaOf } from './listing';
import { rangeOf, sameArea, type PlacedSheet } from './placed';
import type { Session } from './run';

const without = <T>(items: readonly T[], others: readonly T[]): T[] => {
  const known = new Set(others.map((item) => JSON.stringify(item)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
};

/** Excel takes a list of choices as one text of at most so many characters. */
const LONGEST_LIST = 255;

/** Lists to choose from, and the hint beside the cell. */
export async function putValidations(
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
): Promise<void> {
  for (const { area } of without(from?.validations ?? [], to.validations)) {
    await session.room();
    rangeOf(sheet, area).dataValidation.clear();
  }
  for (const validation of without(to.validations, from?.validations ?? [])) {
    await session.room(1000);
    const { dataValidation } = rangeOf(sheet, validation.area);
    dataValidation.rule = { list: { inCellDropDown: true, source: sourceOf(validation) } };
    if (validation.open) {
      dataValidation.errorAlert = { showAlert: false, style: 'Stop', title: '', message: '' };
    }
    if (validation.prompt) {
      dataValidation.prompt = { showPrompt: true, title: '', message: validation.prompt };
    }
  }
}

function sourceOf({ list }: Validation): string {
  if ('formula' in list) return list.formula;
  const source = list.join(',');
  if (source.length > LONGEST_LIST || list.some((item) => item.includes(','))) {
    throw excelError('excel-api-missing', { message: source });
  }
  return source;
}

/**
 * Conditional formats; those that Daybook made before are found again by formula and area. Where one changes, all are
 * made anew, so that the plan's first stays the one that wins: Excel puts each new one on top.
 */
export async function putRules(
  session: Session,
  sheet: Excel.Worksheet,
  to: PlacedSheet,
  from: PlacedSheet | null,
): Promise<void> {
  const { conditionalFormats: wanted } = to;
  if (from) {
    const { conditionalFormats: old } = from;
    if (without(old, wanted).length + without(wanted, old).length === 0) return;
    await removeRules(session, sheet, [...old, ...wanted]);
  }
  for (const rule of [...wanted].reverse()) {
    await session.room(1000);
    const { custom } = rangeOf(sheet, rule.area).conditionalFormats.add('Custom');
    const look = conditionalStyles[rule.style];
    custom.rule.formula = rule.formula;
    if (look.color) custom.format.font.color = look.color;
    if (look.bold) custom.format.font.bold = true;
    if (look.fill) custom.format.fill.color = look.fill;
  }
}

async function removeRules(
  session: Session,
  sheet: Excel.Worksheet,
  old: readonly ConditionalFormat[],
): Promise<void> {
  const formats = sheet.getRange().conditionalFormats.load('items/type');
  await session.sync();
  const found = formats.items
    .filter((format) => format.type === 'Custom')
    .map((format) => ({
      format,
      rule: format.custom.rule.load('formula'),
      range: format.getRangeOrNullObject().load([...AREA_PROPERTIES]),
    }));
  await session.sync();
  for (const { format, rule, range } of found) {
    if (range.isNullObject) continue;
    const area = areaOf(range);
    if (old.some((one) => one.formula === rule.formula && sameArea(one.area, area))) format.delete();
  }
}
