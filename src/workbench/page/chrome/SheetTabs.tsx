import { useState, useSyncExternalStore } from 'react';
import type { SheetModel } from '../../model/types';
import type { Workspace } from '../edit/workspace';
import { themed, type Theme } from '../formats/colors';
import { focusCells } from '../grid/focus';
import type { PageTexts } from '../texts';
import './sheetTabs.css';

interface Props {
  readonly workspace: Workspace;
  readonly theme: Theme;
  readonly texts: PageTexts;
  readonly onMenu: (sheet: SheetModel, x: number, y: number) => void;
  readonly attempt: (action: () => void) => void;
}

/** The visible sheets of the workbook; a double click renames one. */
export function SheetTabs({ workspace, theme, texts, onMenu, attempt }: Props) {
  useSyncExternalStore(workspace.subscribe, workspace.getVersion);
  useSyncExternalStore(workspace.store.subscribe, workspace.store.getVersions);
  const { workbook, sheet: active } = workspace;
  const [renaming, setRenaming] = useState<SheetModel | null>(null);
  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'visible');

  const rename = (sheet: SheetModel, name: string): void => {
    setRenaming(null);
    const trimmed = name.trim();
    if (trimmed !== '' && trimmed !== sheet.name) attempt(() => workbook.renameSheet(sheet, trimmed));
  };

  return (
    <div className="sheet-tabs">
      <div role="tablist" aria-label={texts.sheets} className="tab-list">
        {visible.map((sheet) =>
          sheet === renaming ? (
            <input
              key={sheet.id}
              className="tab-name"
              aria-label={texts.sheetName}
              defaultValue={sheet.name}
              maxLength={31}
              autoFocus
              onFocus={(event) => event.target.select()}
              onBlur={(event) => rename(sheet, event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') rename(sheet, event.currentTarget.value);
                if (event.key === 'Escape') setRenaming(null);
              }}
            />
          ) : (
            <button
              key={sheet.id}
              type="button"
              role="tab"
              aria-selected={sheet === active}
              aria-controls="workbench-grid"
              tabIndex={sheet === active ? 0 : -1}
              className="tab"
              ref={(element) => {
                if (sheet === active) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
              }}
              style={
                sheet.tabColor
                  ? { boxShadow: `inset 0 -3px ${themed(sheet.tabColor, theme) ?? 'var(--ink)'}` }
                  : undefined
              }
              onClick={(event) => {
                workspace.activate(sheet);
                // A click goes on to the cells; keys stay with the tabs.
                if (event.detail > 0) focusCells();
              }}
              onDoubleClick={() => setRenaming(sheet)}
              onContextMenu={(event) => {
                event.preventDefault();
                workspace.activate(sheet);
                onMenu(sheet, event.clientX, event.clientY);
              }}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
                const next = visible[visible.indexOf(sheet) + step];
                if (step !== 0 && next) {
                  workspace.activate(next);
                  const tab =
                    step > 0
                      ? event.currentTarget.nextElementSibling
                      : event.currentTarget.previousElementSibling;
                  if (tab instanceof HTMLElement) tab.focus();
                } else if (event.key === 'F2') setRenaming(sheet);
                else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
                  event.preventDefault();
                  const box = event.currentTarget.getBoundingClientRect();
                  onMenu(sheet, box.left, box.top);
                }
              }}
            >
              {sheet.name}
            </button>
          ),
        )}
      </div>
      <button
        type="button"
        className="add-sheet"
        aria-label={texts.addSheet}
        title={texts.addSheet}
        onClick={() =>
          attempt(() => workspace.activate(workbook.addSheet(undefined, workbook.sheets.indexOf(active) + 1)))
        }
      >
        +
      </button>
    </div>
  );
}
