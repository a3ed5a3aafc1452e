import { useEffect, useState } from 'react';
import type { Preparation } from '../../templates/types';
import type { BuildOrder, Daybook } from '../useDaybook';

/** Shorter than this nobody waits, and a word about it would only flicker. */
const SHORT_MS = 400;

export interface Prepared {
  /** Of the order, or as long as that is worked out still the one before; null where it can't be built yet. */
  readonly preparation: Preparation | null;
  /** Whether working it out takes long enough to say so. */
  readonly lasting: boolean;
}

/** What the template would make of the order, prepared anew whenever that changes. */
export function usePreparation({ prepare }: Daybook, order: BuildOrder | null): Prepared {
  const [preparation, setPreparation] = useState<Preparation | null>(null);
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!order) return;
    const asking = new AbortController();
    const { signal } = asking;
    const timer = setTimeout(() => setLasting(true), SHORT_MS);
    const settle = (): void => {
      clearTimeout(timer);
      setLasting(false);
    };
    void prepare(order, signal).then((prepared) => {
      if (signal.aborted) return;
      settle();
      setPreparation(prepared);
    });
    return () => {
      asking.abort();
      settle();
    };
  }, [prepare, order]);
  return { preparation: order && preparation, lasting };
}
