import { commandOf, type KeyPress } from '../../../src/workbench/page/edit/keys';

function press(text: string): KeyPress {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrl: parts.includes('Ctrl'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

describe('commandOf', () => {
  it.each([
    ['ArrowDown', { kind: 'move', direction: 'down', far: false, extend: false }],
    ['Ctrl+Shift+ArrowRight', { kind: 'move', direction: 'right', far: true, extend: true }],
    ['Alt+ArrowDown', { kind: 'grid', action: 'dropDown' }],
    ['Enter', { kind: 'advance', key: 'enter', back: false }],
    ['Shift+Tab', { kind: 'advance', key: 'tab', back: true }],
    ['Ctrl+Home', { kind: 'home', sheet: true, extend: false }],
    ['Ctrl+Shift+End', { kind: 'end', extend: true }],
    ['Ctrl+PageDown', { kind: 'sheet', step: 1 }],
    ['Shift+PageUp', { kind: 'page', direction: 'up', extend: true }],
    ['Alt+PageDown', { kind: 'page', direction: 'right', extend: false }],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'grid', action: 'clear' }],
    ['Backspace', { kind: 'clearAndEdit' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+ ', { kind: 'selectColumns' }],
    ['Shift+ ', { kind: 'selectRows' }],
    ['Shift+F10', { kind: 'grid', action: 'menu' }],
  ])('%s', (keys, command) => {
    expect(commandOf(press(keys))).toEqual(command);
  });

  it('leaves typing, the clipboard and the browser their own keys', () => {
    for (const keys of ['a', '=', ' ', 'Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+t', 'F5', 'Shift+A', 'F10']) {
      expect(commandOf(press(keys))).toBeNull();
    }
  });
});
