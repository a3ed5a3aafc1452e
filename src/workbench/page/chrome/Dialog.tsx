import { useLayoutEffect, useRef, type ReactNode } from 'react';
import './dialog.css';

export interface DialogButton {
  readonly label: string;
  readonly primary?: boolean;
  readonly onClick: () => void;
}

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly buttons: readonly DialogButton[];
  readonly onClose: () => void;
}

/** A modal question or message. Escape closes it; the focus goes back where it was. */
export function Dialog({ title, children, buttons, onClose }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  // Closed before it is gone, so that the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby="dialog-title"
      data-testid="dialog"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="dialog-title">{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-buttons">
        {buttons.map(({ label, primary, onClick }) => (
          <button
            key={label}
            type="button"
            className={primary ? 'primary' : undefined}
            autoFocus={primary}
            onClick={onClick}
          >
            {label}
          </button>
        ))}
      </div>
    </dialog>
  );
}
