import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly tip?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

interface Props {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** Groups of items, divided by lines. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
}

/** A context menu at a point of the page, kept inside the window. */
export function Menu({ x, y, label, groups, onClose }: Props) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const menu = element.current;
    if (!menu) return;
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(4, Math.min(x, window.innerWidth - width - 4))}px`;
    menu.style.top = `${Math.max(4, Math.min(y, window.innerHeight - height - 4))}px`;
    menu.querySelector<HTMLElement>('[role="menuitem"]:not(:disabled)')?.focus();
  }, [x, y]);

  useEffect(() => {
    const close = (event: PointerEvent): void => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', close, true);
    return () => window.removeEventListener('pointerdown', close, true);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)')];
    const index = items.findIndex((item) => item === document.activeElement);
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 };
    const next = moves[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (next !== undefined) items.at(next % items.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={element}
      role="menu"
      className="menu"
      aria-label={label}
      style={{ left: x, top: y }}
      onKeyDown={onKeyDown}
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group, i) => (
          <div key={i} role="group" className="menu-group">
            {group.map((item) => (
              <button
                key={item.label}
                type="button"
                role="menuitem"
                title={item.tip}
                disabled={item.disabled}
                onClick={() => {
                  onClose();
                  item.onClick();
                }}
              >
                <span>{item.label}</span>
                {item.hint && <kbd>{item.hint}</kbd>}
              </button>
            ))}
          </div>
        ))}
    </div>
  );
}
