import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { cellAddress } from '../../model/address';
import { mergeAt } from '../areas';
import { usedPart } from '../edit/cells';
import { copySelection, fillSelection, forgetCopied, pasteInto } from '../edit/copyPaste';
import { commandOf, type GridCommand } from '../edit/keys';
import { clearStep, styleStep } from '../edit/steps';
import { validationAt } from '../edit/validation';
import type { Workspace } from '../edit/workspace';
import type { PageTexts } from '../texts';
import { ChoiceList } from './ChoiceList';
import { CELL_EDITOR_ID } from './focus';
import { cellInWindow, type Geometry } from './geometry';
import type { SheetLayout } from './sheetLayout';
import { boxCss, fillOf, fontCss, textLook, type Appearance } from './cellLook';
import type { SheetView } from './rowView';

interface Props {
  readonly workspace: Workspace;
  readonly geometry: Geometry;
  readonly layout: SheetLayout;
  readonly view: SheetView;
  readonly texts: PageTexts;
  readonly onMenu: (x: number, y: number) => void;
  readonly onSave: () => void;
  readonly onOpen: () => void;
}

/**
 * The text field that always has the grid's focus. While nothing is edited it is invisible and takes the keys; typing
 * into it, also with an input method, begins the editing of the active cell.
 */
export function CellEditor({ workspace, geometry, layout, view, texts, onMenu, onSave, onOpen }: Props) {
  const { editor, sheet, selection } = workspace;
  const field = useRef<HTMLTextAreaElement>(null);
  const [listOpen, setListOpen] = useState(false);
  const at = editor?.at ?? selection.active;
  const here = editor === null || editor.sheet === sheet;
  const area = mergeAt(sheet.merges, at) ?? { ...at, rows: 1, columns: 1 };
  const place = cellInWindow(geometry, layout, area);
  const rule = editor ? undefined : validationAt(sheet, at);
  const hasList = rule?.kind === 'list' && rule.inCellDropDown;
  const inCell = editor !== null && editor.place === 'cell';

  useEffect(() => {
    const element = field.current;
    const active = document.activeElement;
    const elsewhere = active instanceof HTMLElement && active !== document.body && !active.closest('.grid');
    if (element && !elsewhere && (editor === null || editor.place === 'cell'))
      element.focus({ preventScroll: true });
  }, [sheet, at.row, at.column, editor]);

  useEffect(() => {
    const element = field.current;
    if (!element || !inCell) return;
    element.setSelectionRange(element.value.length, element.value.length);
  }, [inCell]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Keys of an input method are its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (editor) {
      if (handleEditingKey(workspace, event)) event.preventDefault();
      return;
    }
    const command = commandOf({
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    });
    if (!command) return;
    event.preventDefault();
    if (command.kind === 'grid') runGridCommand(command, event.currentTarget);
    else workspace.run(command);
  };

  const runGridCommand = (command: GridCommand, element: HTMLElement): void => {
    switch (command.action) {
      case 'clear': {
        const step = clearStep(sheet, selection, 'contents');
        if (step) workspace.perform(step);
        return;
      }
      case 'format':
        workspace.perform(toggleStep(workspace, command.font));
        return;
      case 'fillDown':
      case 'fillRight':
        fillSelection(workspace, command.action === 'fillDown' ? 'down' : 'right');
        return;
      case 'dropDown':
        if (hasList) setListOpen(true);
        return;
      case 'menu': {
        const box = element.getBoundingClientRect();
        onMenu(box.left + 8, box.bottom);
        return;
      }
      case 'cancel':
        forgetCopied(workspace);
        return;
      case 'save':
        onSave();
        return;
      case 'open':
        onOpen();
    }
  };

  const onCopy = (event: ClipboardEvent, cut: boolean): void => {
    if (editor) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copySelection(workspace, cut));
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (editor) return;
    event.preventDefault();
    pasteInto(workspace, event.clipboardData.getData('text/plain'));
  };

  const look: Appearance = {
    style: sheet.style(at.row, at.column),
    table: null,
    conditional: null,
    edges: {},
  };
  const textual = textLook(look, editor?.text ?? '', view.zoom);
  const font = fontCss(look, textual, view.theme);
  const background = boxCss(look, fillOf(look), view.theme).background;
  const minimum = { minWidth: place.width + 1, minHeight: place.height + 1 };
  return (
    <>
      <div
        className={inCell && here ? 'editor no-grid-pointer' : 'editor idle'}
        style={{
          left: place.left - 1,
          top: place.top - 1,
          ...minimum,
          ...(inCell ? { background } : {}),
        }}
      >
        {/* The field grows with its text: a copy of it in the same font gives the size. */}
        <span className="editor-size" style={font} aria-hidden="true">
          {editor?.text ?? ''}{' '}
        </span>
        <textarea
          ref={field}
          id={CELL_EDITOR_ID}
          data-testid="cell-editor"
          aria-label={texts.cellEditor(cellAddress(at.row, at.column))}
          aria-controls="workbench-grid"
          aria-activedescendant={activeId(workspace)}
          style={font}
          value={editor && here ? editor.text : ''}
          spellCheck={false}
          autoComplete="off"
          rows={1}
          onChange={(event) => workspace.type(event.target.value, 'cell')}
          onKeyDown={onKeyDown}
          onPointerDown={() => workspace.keepCaret('cell')}
          onFocus={() => editor && workspace.keepCaret('cell')}
          onCopy={(event) => onCopy(event, false)}
          onCut={(event) => onCopy(event, true)}
          onPaste={onPaste}
        />
      </div>
      {hasList && (
        <ChoiceList
          workspace={workspace}
          rule={rule}
          at={at}
          place={place}
          open={listOpen}
          texts={texts}
          onOpen={setListOpen}
        />
      )}
    </>
  );
}

function activeId({ sheet, selection, editor }: Workspace): string | undefined {
  if (editor) return undefined;
  const { row, column } = selection.active;
  const address = cellAddress(row, column);
  return sheet.value(row, column) === null ? `active-${address}` : `cell-${address}`;
}

/** Keys while a cell is edited; true when the key was one of these. */
export function handleEditingKey(workspace: Workspace, event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const { editor } = workspace;
  if (!editor) return false;
  const { key, shiftKey, altKey } = event;
  if (key === 'Escape') {
    workspace.cancel();
    return true;
  }
  if (key === 'Enter' && altKey) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    workspace.type(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
    return true;
  }
  if (key === 'Enter' || key === 'Tab') {
    if (workspace.commit())
      workspace.run({ kind: 'advance', key: key === 'Enter' ? 'enter' : 'tab', back: shiftKey });
    return true;
  }
  if (key === 'F2') {
    workspace.keepCaret(editor.place);
    return true;
  }
  const arrow = /^Arrow(Up|Down|Left|Right)$/.exec(key);
  if (arrow && editor.quick && !shiftKey && !altKey) {
    const command = commandOf({ key, ctrl: false, shift: false, alt: false });
    if (command && command.kind !== 'grid' && workspace.commit()) workspace.run(command);
    return true;
  }
  return false;
}

function toggleStep(workspace: Workspace, font: 'bold' | 'italic' | 'underline') {
  const { sheet, selection } = workspace;
  const { row, column } = selection.active;
  const on = sheet.style(row, column).font?.[font] ?? false;
  const areas = selection.areas.map((area) => usedPart(sheet, area) ?? area);
  return styleStep(sheet, { ...selection, areas }, { font: { [font]: on ? null : true } });
}
