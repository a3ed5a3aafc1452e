import type { Field, TableOutline } from '../../reading/types';
import { catalog } from '../../templates/catalog';
import { sourcesOf } from '../../templates/sources';
import type { TemplateEntry } from '../../templates/types';
import { reviewOf, type Book, type View } from '../state';

/** One template, with what this workbook has for it. */
export interface Offer {
  readonly template: TemplateEntry;
  readonly source: TableOutline | null;
  /** Where it can be looked at; null where a source is needed and there is none. */
  readonly view: View | null;
  /** Fields that the source would need and no column was taken for. */
  readonly lacks: readonly Field[];
}

export interface Offers {
  /** The workbook has all that they need. */
  readonly fitting: readonly Offer[];
  readonly others: readonly Offer[];
}

/** Fields that say as much as another one. */
const INSTEAD: Readonly<Partial<Record<Field, readonly Field[]>>> = {
  date: ['month', 'period'],
  amount: ['revenue', 'unit_price'],
  revenue: ['amount'],
};

/** A column a month holds the figures and says their time. */
const BY_MONTH: readonly Field[] = ['date', 'month', 'period', 'amount', 'revenue', 'quantity', 'actual'];

function lacking({ fields }: TemplateEntry, { columns, wideMonths }: TableOutline): readonly Field[] {
  const found = new Set(columns.map(({ field }) => field));
  return fields
    .filter(({ required }) => required)
    .map(({ field }) => field)
    .filter((field) => ![field, ...(INSTEAD[field] ?? [])].some((one) => found.has(one)))
    .filter((field) => !(wideMonths && BY_MONTH.includes(field)));
}

function offerOf(template: TemplateEntry, book: Book): Offer {
  const [source = null] = sourcesOf(template, book.reading);
  return { template, source, view: reviewOf(template, book), lacks: source ? lacking(template, source) : [] };
}

/** What can be built, those first that this workbook is enough for; both in the catalog's order. */
export function offersOf(book: Book): Offers {
  const offers = catalog.map((template) => offerOf(template, book));
  const fits = ({ source, lacks }: Offer): boolean => source !== null && lacks.length === 0;
  return { fitting: offers.filter(fits), others: offers.filter((offer) => !fits(offer)) };
}
