import type { SheetPlan } from '../../plan/types';
import type { TemplateOption } from '../types';

/** The copy that is handed out: with native formulas or as values, and protected or not. It opens without the add-in. */

export const HANDOUT_OPTIONS = [
  { id: 'handout', values: ['live', 'values'], initial: 'live' },
  { id: 'protect', values: ['no', 'yes'], initial: 'no' },
] as const satisfies readonly TemplateOption[];

type Chosen = Readonly<Record<string, string>>;

/** Native formulas; otherwise every cell holds its value. */
export function isLive(options: Chosen): boolean {
  return options['handout'] !== 'values';
}

/** Locks the sheets where that was chosen. One on which a person chooses what to see stays open. */
export function handedOut(sheets: readonly SheetPlan[], options: Chosen): readonly SheetPlan[] {
  if (options['protect'] !== 'yes') return sheets;
  return sheets.map((sheet) => (sheet.validations.length > 0 ? sheet : { ...sheet, locked: true }));
}
