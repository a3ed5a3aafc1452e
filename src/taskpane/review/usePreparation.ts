import { useEffect, useState } from 'react';
import type { Preparation } from '../../templates/types';
import type { BuildOrder, Daybook } from '../useDaybook';

/** What the template would make of the order; prepared anew whenever the order changes. */
export function usePreparation({ prepare }: Daybook, order: BuildOrder): Preparation | null {
  const [preparation, setPreparation] = useState<Preparation | null>(null);
  const { book, template, table, locale, options, refresh } = order;
  useEffect(() => {
    let current = true;
    void prepare({ book, template, table, locale, options, refresh }).then((prepared) => {
      if (current) setPreparation(prepared);
    });
    return () => {
      current = false;
    };
  }, [prepare, book, template, table, locale, options, refresh]);
  return preparation;
}
