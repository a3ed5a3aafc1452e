import type { Page } from '../page';
import type { Digest } from './digest';
import type { WorkingColumn } from './layout';
import type { SheetTexts } from './texts';
import type { Working } from './working-sheet';

/** The chosen person's month, for the parts of the page. */
export interface Chosen {
  readonly t: SheetTexts;
  readonly page: Page;
  readonly digest: Digest;
  readonly working: Working;
  /** A figure of the month. */
  readonly of: (id: WorkingColumn) => string;
  /** Cells beside the page that say how the month is looked up. */
  readonly side: Readonly<Record<'whose' | 'team' | 'terms' | 'scale' | 'factor' | 'fixed', string>>;
  readonly month: string;
  readonly person: string;
  readonly column: (
    id: 'date' | 'month' | 'person' | 'team' | 'order' | 'customer' | 'product' | 'kind' | 'counted',
  ) => string;
}
