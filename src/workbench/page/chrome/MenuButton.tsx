import { useCallback, useRef, useState, type ReactNode } from 'react';
import { Menu, type MenuItem } from './Menu';

interface Props {
  readonly className: string;
  readonly label: string;
  readonly tip?: string;
  readonly testId: string;
  readonly items: readonly MenuItem[];
  /** What stands before the label. */
  readonly children?: ReactNode;
}

/** A button that opens a menu under itself. */
export function MenuButton({ className, label, tip, testId, items, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  // The press that closes the menu must not open it again.
  const pressedOpen = useRef(false);
  const close = useCallback(() => {
    setAt(null);
    button.current?.focus();
  }, []);
  const open = (): void => {
    const { left = 0, bottom = 0 } = button.current?.getBoundingClientRect() ?? {};
    setAt({ x: left, y: bottom + 2 });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        title={tip}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        data-testid={testId}
        onPointerDown={() => {
          pressedOpen.current = at !== null;
        }}
        onClick={() => {
          if (!pressedOpen.current) open();
          pressedOpen.current = false;
        }}
      >
        {children}
        <span>{label}</span>
        <span aria-hidden="true">▾</span>
      </button>
      {at && <Menu {...at} label={label} groups={[items]} onClose={close} />}
    </>
  );
}
