import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CellValue, Position, ValidationModel } from '../../model/types';
import { choicesOf } from '../edit/validation';
import type { Workspace } from '../edit/workspace';
import type { PageTexts } from '../texts';

interface Props {
  readonly workspace: Workspace;
  readonly rule: ValidationModel;
  readonly at: Position;
  readonly place: { left: number; top: number; width: number; height: number };
  readonly open: boolean;
  readonly texts: PageTexts;
  readonly onOpen: (open: boolean) => void;
}

/** The arrow beside a cell with a list, and the list. */
export function ChoiceList({ workspace, rule, at, place, open, texts, onOpen }: Props) {
  return (
    <>
      <button
        type="button"
        className="choice-button no-grid-pointer"
        style={{ left: place.left + place.width, top: place.top, height: Math.min(place.height, 24) }}
        aria-label={texts.openList}
        aria-haspopup="listbox"
        aria-expanded={open}
        tabIndex={-1}
        onPointerDown={(event) => {
          event.preventDefault();
          onOpen(!open);
        }}
      />
      {open && (
        <Choices
          key={`${at.row},${at.column}`}
          choices={choicesOf(workspace.sheet, rule, at, workspace.evaluate).map(textOf)}
          current={workspace.sheet.text(at.row, at.column)}
          label={texts.choices}
          style={{ left: place.left, top: place.top + place.height, minWidth: Math.max(120, place.width) }}
          onClose={() => onOpen(false)}
          onChoose={(choice) => {
            onOpen(false);
            workspace.edit(true, 'cell', choice);
            workspace.commit();
          }}
        />
      )}
    </>
  );
}

function textOf(value: CellValue): string {
  return value === null ? '' : typeof value === 'object' ? value.error : String(value);
}

interface ChoicesProps {
  readonly choices: readonly string[];
  readonly current: string;
  readonly label: string;
  readonly style: React.CSSProperties;
  readonly onChoose: (choice: string) => void;
  readonly onClose: () => void;
}

function Choices({ choices, current, label, style, onChoose, onClose }: ChoicesProps) {
  const [index, setIndex] = useState(Math.max(0, choices.indexOf(current)));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: choices.length - 1,
    };
    const next = moves[event.key];
    const choice = choices[index];
    if (next !== undefined) setIndex(Math.min(choices.length - 1, Math.max(0, next)));
    else if ((event.key === 'Enter' || event.key === ' ' || event.key === 'Tab') && choice !== undefined)
      onChoose(choice);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ul
      ref={list}
      role="listbox"
      className="choices no-grid-pointer"
      aria-label={label}
      aria-activedescendant={`choice-${index}`}
      tabIndex={0}
      style={style}
      onKeyDown={onKeyDown}
      onBlur={onClose}
    >
      {choices.map((choice, i) => (
        <li
          key={`${choice}-${i}`}
          id={`choice-${i}`}
          role="option"
          aria-selected={i === index}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(choice);
          }}
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}
