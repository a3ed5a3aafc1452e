import type { SheetModel } from '../../model/types';
import type { MenuItem } from '../chrome/Menu';
import type { PageTexts } from '../texts';
import type { Workspace } from './workspace';

export interface Question {
  readonly title: string;
  readonly action: string;
  readonly onYes: () => void;
}

/** What can be done with a sheet from its tab. */
export function sheetMenu(
  { workbook }: Workspace,
  sheet: SheetModel,
  texts: PageTexts,
  attempt: (action: () => void) => void,
  ask: (question: Question) => void,
): MenuItem[][] {
  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  const hidden = workbook.sheets.filter(({ visibility }) => visibility === 'hidden');
  const only = visible.length === 1;
  return [
    [
      {
        label: texts.hideSheet,
        disabled: only,
        onClick: () =>
          attempt(() => {
            const next = visible[visible.indexOf(sheet) + 1] ?? visible[visible.indexOf(sheet) - 1];
            if (next) workbook.activate(next);
            sheet.visibility = 'hidden';
          }),
      },
      {
        label: texts.deleteSheet,
        disabled: only,
        onClick: () =>
          ask({
            title: texts.deleteSheetQuestion(sheet.name),
            action: texts.delete,
            onYes: () => attempt(() => workbook.deleteSheet(sheet)),
          }),
      },
    ],
    hidden.map((other) => ({
      label: texts.unhideSheet(other.name),
      onClick: () =>
        attempt(() => {
          other.visibility = 'visible';
          workbook.activate(other);
        }),
    })),
  ];
}
