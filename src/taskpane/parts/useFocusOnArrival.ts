import { useEffect, useRef, type RefObject } from 'react';
import type { View } from '../state';

/** Gives an element the focus whenever the view that it is passed changes; null leaves the focus where it is. */
export function useFocusOnArrival<Part extends HTMLElement>(arrived: View | null): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    if (arrived) part.current?.focus();
  }, [arrived]);
  return part;
}
