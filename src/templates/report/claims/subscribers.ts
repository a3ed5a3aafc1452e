import type { TableReading } from '../../../reading/types';
import { subscriberMonths, type SubscriberMonth } from '../read-indicators';

export interface NetSpan {
  readonly from: number;
  readonly to: number;
  readonly net: number;
}

/** Net adds over months, from what the subscribers' tables say stood at their beginning and end. */
export class SubscriberMonths {
  private readonly months: Map<number, SubscriberMonth>;

  constructor(tables: readonly TableReading[]) {
    this.months = new Map(tables.flatMap((table) => [...subscriberMonths(table)]));
  }

  /** The stated months of the newest year, or the newest month and the year to it; as far as they are known. */
  spans(stated: readonly [number, number] | null): NetSpan[] {
    const last = Math.max(...this.months.keys());
    if (!Number.isFinite(last)) return [];
    const january = last - (last % 12);
    const wanted: (readonly [number, number])[] = stated
      ? [[january + stated[0] - 1, january + stated[1] - 1]]
      : [
          [last, last],
          [january, last],
        ];
    return wanted.flatMap(([from, to]) => {
      const opening = this.months.get(from)?.opening ?? null;
      const closing = this.months.get(to)?.closing ?? null;
      return opening === null || closing === null ? [] : [{ from, to, net: closing - opening }];
    });
  }
}
