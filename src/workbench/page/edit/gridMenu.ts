import type { MenuItem } from '../chrome/Menu';
import { focusCells } from '../grid/focus';
import type { PageTexts } from '../texts';
import { pasteInto } from './copyPaste';
import { hideStep, clearStep } from './steps';
import { deleteLines, insertLines, selectedLines } from './structure';
import type { Workspace } from './workspace';

/** What can be done with the selected cells. */
export function gridMenu(
  workspace: Workspace,
  texts: PageTexts,
  report: (message: string) => void,
): MenuItem[][] {
  const { sheet, selection } = workspace;
  const { rows } = selectedLines(workspace, 'rows');
  const { columns } = selectedLines(workspace, 'columns');
  const clipboard = (command: 'cut' | 'copy'): MenuItem => ({
    label: texts[command],
    hint: command === 'cut' ? 'Ctrl+X' : 'Ctrl+C',
    onClick: () => {
      focusCells();
      document.execCommand(command);
    },
  });
  const clear = (what: 'contents' | 'formats', label: string, hint?: string): MenuItem => ({
    label,
    hint,
    onClick: () => {
      const step = clearStep(sheet, selection, what);
      if (step) workspace.perform(step);
    },
  });
  const hide = (axis: 'rows' | 'columns', hidden: boolean, label: string): MenuItem => ({
    label,
    onClick: () => {
      const area = selectedLines(workspace, axis);
      const first = axis === 'rows' ? area.row : area.column;
      const count = axis === 'rows' ? area.rows : area.columns;
      workspace.perform(hideStep(sheet, selection, axis, first, count, hidden));
    },
  });
  const { active } = selection;
  const frozen = sheet.frozen.rows > 0 || sheet.frozen.columns > 0;
  return [
    [
      clipboard('cut'),
      clipboard('copy'),
      {
        label: texts.paste,
        hint: 'Ctrl+V',
        onClick: () => {
          // A browser that keeps its clipboard to itself still has the keys.
          navigator.clipboard.readText().then(
            (text) => pasteInto(workspace, text),
            () => report(texts.pasteHint),
          );
        },
      },
    ],
    [
      { label: texts.insertRows(rows), onClick: () => insertLines(workspace, 'rows') },
      { label: texts.insertColumns(columns), onClick: () => insertLines(workspace, 'columns') },
      { label: texts.deleteRows(rows), onClick: () => deleteLines(workspace, 'rows') },
      { label: texts.deleteColumns(columns), onClick: () => deleteLines(workspace, 'columns') },
    ],
    [clear('contents', texts.clearContents, 'Del'), clear('formats', texts.clearFormats)],
    [
      hide('rows', true, texts.hideRows),
      hide('rows', false, texts.showRows),
      hide('columns', true, texts.hideColumns),
      hide('columns', false, texts.showColumns),
      frozen
        ? {
            label: texts.unfreeze,
            onClick: () => workspace.performIrrevocably(() => (sheet.frozen = { rows: 0, columns: 0 })),
          }
        : {
            label: texts.freeze,
            disabled: active.row === 0 && active.column === 0,
            onClick: () =>
              workspace.performIrrevocably(
                () => (sheet.frozen = { rows: active.row, columns: active.column }),
              ),
          },
    ],
  ];
}
