import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Calls `onLost` when the part goes away with the focus inside it, which then needs another place. */
export function useFocusHandover<Part extends HTMLElement>(onLost: () => void): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useLayoutEffect(() => {
    const here = part.current;
    return () => {
      if (here?.contains(document.activeElement)) onLost();
    };
  }, [onLost]);
  return part;
}
