import { useEffect, useState } from 'react';
import type { Preparation } from '../../templates/types';
import type { BuildOrder, Daybook } from '../useDaybook';

/** What the template would make of the order, prepared anew whenever that changes; null where it can't be built yet. */
export function usePreparation({ prepare }: Daybook, order: BuildOrder | null): Preparation | null {
  const [preparation, setPreparation] = useState<Preparation | null>(null);
  useEffect(() => {
    if (!order) return;
    let current = true;
    void prepare(order).then((prepared) => {
      if (current) setPreparation(prepared);
    });
    return () => {
      current = false;
    };
  }, [prepare, order]);
  return order && preparation;
}
