import type { Direction } from './selection';

/** What the workspace does by itself. */
export type WorkspaceCommand =
  | { readonly kind: 'move'; readonly direction: Direction; readonly far: boolean; readonly extend: boolean }
  | { readonly kind: 'page'; readonly direction: Direction; readonly extend: boolean }
  | { readonly kind: 'home'; readonly sheet: boolean; readonly extend: boolean }
  | { readonly kind: 'end'; readonly extend: boolean }
  | { readonly kind: 'advance'; readonly key: 'enter' | 'tab'; readonly back: boolean }
  | { readonly kind: 'sheet'; readonly step: 1 | -1 }
  | {
      readonly kind: 'edit' | 'clearAndEdit' | 'selectAll' | 'selectRows' | 'selectColumns' | 'undo' | 'redo';
    };

/** What needs the grid around the cells: its clipboard, its lists and menus, the page's files. */
export type GridCommand =
  | { readonly kind: 'grid'; readonly action: 'format'; readonly font: 'bold' | 'italic' | 'underline' }
  | {
      readonly kind: 'grid';
      readonly action: 'clear' | 'fillDown' | 'fillRight' | 'dropDown' | 'menu' | 'cancel' | 'save' | 'open';
    };

export type Command = WorkspaceCommand | GridCommand;

/** What a KeyboardEvent says, so that the table of keys can be tested without a browser. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const WITH_CONTROL: Readonly<Record<string, Command>> = {
  a: { kind: 'selectAll' },
  z: { kind: 'undo' },
  y: { kind: 'redo' },
  b: { kind: 'grid', action: 'format', font: 'bold' },
  i: { kind: 'grid', action: 'format', font: 'italic' },
  u: { kind: 'grid', action: 'format', font: 'underline' },
  d: { kind: 'grid', action: 'fillDown' },
  r: { kind: 'grid', action: 'fillRight' },
  s: { kind: 'grid', action: 'save' },
  o: { kind: 'grid', action: 'open' },
  ' ': { kind: 'selectColumns' },
  pageup: { kind: 'sheet', step: -1 },
  pagedown: { kind: 'sheet', step: 1 },
};

/** The command of a key press on the grid while no cell is being edited; null leaves the key to the browser. */
export function commandOf(press: KeyPress): Command | null {
  const { key, ctrl, shift, alt } = press;
  const direction = ARROWS[key];
  if (direction && alt) return direction === 'down' && !ctrl ? { kind: 'grid', action: 'dropDown' } : null;
  if (direction) return { kind: 'move', direction, far: ctrl, extend: shift };
  if (alt)
    return key === 'PageUp' || key === 'PageDown'
      ? { kind: 'page', direction: key === 'PageUp' ? 'left' : 'right', extend: shift }
      : null;
  if (key === 'Home') return { kind: 'home', sheet: ctrl, extend: shift };
  if (key === 'End' && ctrl) return { kind: 'end', extend: shift };
  if (ctrl) {
    if (key.toLowerCase() === 'z' && shift) return { kind: 'redo' };
    return WITH_CONTROL[key.toLowerCase()] ?? null;
  }
  switch (key) {
    case 'Enter':
      return { kind: 'advance', key: 'enter', back: shift };
    case 'Tab':
      return { kind: 'advance', key: 'tab', back: shift };
    case 'PageUp':
      return { kind: 'page', direction: 'up', extend: shift };
    case 'PageDown':
      return { kind: 'page', direction: 'down', extend: shift };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
      return { kind: 'grid', action: 'clear' };
    case 'Backspace':
      return { kind: 'clearAndEdit' };
    case 'Escape':
      return { kind: 'grid', action: 'cancel' };
    case 'ContextMenu':
      return { kind: 'grid', action: 'menu' };
    case 'F10':
      return shift ? { kind: 'grid', action: 'menu' } : null;
    case ' ':
      return shift ? { kind: 'selectRows' } : null;
    default:
      return null;
  }
}
