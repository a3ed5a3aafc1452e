import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { areaAddress, cellAddress } from '../../model/address';
import { inputText } from '../edit/inputText';
import { lastArea } from '../edit/selection';
import type { Workspace } from '../edit/workspace';
import { handleEditingKey } from '../grid/CellEditor';
import { focusCells } from '../grid/focus';
import type { PageTexts } from '../texts';
import './formulaBar.css';

interface Props {
  readonly workspace: Workspace;
  readonly texts: PageTexts;
}

/** The address of the active cell and what is in it, editable in full. */
export function FormulaBar({ workspace, texts }: Props) {
  useSyncExternalStore(workspace.subscribe, workspace.getVersion);
  useSyncExternalStore(workspace.store.subscribe, workspace.store.getVersions);
  const { editor, sheet, selection } = workspace;
  const field = useRef<HTMLTextAreaElement>(null);
  const { row, column } = selection.active;
  const text = editor ? editor.text : inputText(sheet, row, column);

  useEffect(() => {
    if (editor?.place === 'bar') field.current?.focus({ preventScroll: true });
  }, [editor?.place]);

  return (
    <div className="formula-bar" role="region" aria-label={texts.formulaBar}>
      <NameBox workspace={workspace} texts={texts} />
      <div className="formula-buttons">
        <button
          type="button"
          aria-label={texts.cancel}
          title={texts.cancel}
          disabled={!editor}
          onClick={() => {
            workspace.cancel();
            focusCells();
          }}
        >
          ✕
        </button>
        <button
          type="button"
          aria-label={texts.accept}
          title={texts.accept}
          disabled={!editor}
          onClick={() => {
            if (workspace.commit()) focusCells();
          }}
        >
          ✓
        </button>
        <span className="fx" aria-hidden="true">
          fx
        </span>
      </div>
      <textarea
        ref={field}
        className="formula-text"
        data-testid="formula-bar"
        aria-label={texts.formulaBar}
        rows={1}
        spellCheck={false}
        value={text}
        onFocus={() => {
          if (editor) workspace.keepCaret('bar');
          else workspace.edit(false, 'bar');
        }}
        onChange={(event) => workspace.type(event.target.value, 'bar')}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (!handleEditingKey(workspace, event)) return;
          event.preventDefault();
          if (!workspace.editor) focusCells();
        }}
      />
    </div>
  );
}

function NameBox({ workspace, texts }: Props) {
  const { selection, sheet } = workspace;
  const { active } = selection;
  const area = lastArea(selection);
  const table = sheet.tables.find((candidate) => areaAddress(candidate.area) === areaAddress(area));
  const address = table?.name ?? cellAddress(active.row, active.column);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="name-box"
      data-testid="name-box"
      aria-label={texts.nameBox}
      title={texts.nameBox}
      spellCheck={false}
      value={typed ?? address}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setTyped(null);
          focusCells();
        }
        if (event.key !== 'Enter') return;
        // Else the key would go on into the cell that has the focus next.
        event.preventDefault();
        if (typed === null || workspace.goTo(typed)) {
          setTyped(null);
          focusCells();
        } else event.currentTarget.select();
      }}
    />
  );
}
