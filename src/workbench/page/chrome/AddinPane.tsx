import { useRef, useState, type PointerEvent } from 'react';
import type { PageTexts } from '../texts';
import { Icon } from './icons';
import './addinPane.css';

interface Props {
  readonly title: string;
  /** The page to show; a new key loads it anew. */
  readonly url: string;
  readonly open: boolean;
  readonly width: number;
  readonly texts: PageTexts;
  readonly onWidth: (width: number) => void;
  readonly onClose: () => void;
  readonly onLoad: () => void;
}

export const PANE_WIDTHS = [320, 350, 500] as const;
const MINIMUM = 280;
const MAXIMUM = 800;
const KEY_STEP = 10;

/**
 * The add-in beside the grid. Closing hides it: its page is also the runtime of its functions and commands, and goes
 * on working.
 */
export function AddinPane({ title, url, open, width, texts, onWidth, onClose, onLoad }: Props) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const clamp = (value: number): number => Math.round(Math.min(MAXIMUM, Math.max(MINIMUM, value)));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    from.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (from.current) onWidth(clamp(from.current.width + from.current.x - event.clientX));
  };
  const onPointerUp = (): void => {
    from.current = null;
    setDragging(false);
  };

  return (
    <aside
      className="addin-pane"
      hidden={!open}
      style={{ width }}
      aria-label={title}
      data-testid="addin-pane"
    >
      <div
        role="separator"
        className="pane-handle"
        aria-orientation="vertical"
        aria-label={texts.resizePane}
        aria-valuemin={MINIMUM}
        aria-valuemax={MAXIMUM}
        aria-valuenow={width}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') onWidth(clamp(width + KEY_STEP));
          if (event.key === 'ArrowRight') onWidth(clamp(width - KEY_STEP));
        }}
      />
      <div className="pane-header">
        <h2>{title}</h2>
        <select
          className="pane-width"
          aria-label={texts.paneWidth}
          title={texts.paneWidth}
          data-testid="pane-width"
          value={width}
          onChange={(event) => onWidth(Number(event.target.value))}
        >
          {[...new Set([...PANE_WIDTHS, width])]
            .sort((a, b) => a - b)
            .map((value) => (
              <option key={value} value={value}>
                {value} px
              </option>
            ))}
        </select>
        <button
          type="button"
          className="tool"
          aria-label={texts.closePane}
          title={texts.closePane}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <iframe
        className={dragging ? 'dragging' : undefined}
        src={url}
        title={title}
        data-testid="addin-frame"
        onLoad={onLoad}
      />
    </aside>
  );
}
