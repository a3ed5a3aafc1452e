import type { PlanVersion, Spiff } from '../../domain/commission/types';
import { texts, type Locale } from '../../locales';
import { liveOr, MONEY } from '../expressions';
import { fixedCell, onSheet } from '../formula';
import type { Page, StyledCell } from '../page';
import type { Digest } from './digest';
import type { PlanPlaces } from './plan-places';
import type { SheetTexts } from './texts';

/** The extras for products, with the days on which they hold: an extra's own, within those of its version. */

export interface SpiffCells {
  readonly spiff: Spiff;
  readonly version: PlanVersion;
  readonly product: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

interface SpiffPlace {
  readonly name: string;
  readonly locale: Locale;
  readonly live: boolean;
}

const FIRST_DAY = 0;
const LAST_DAY = 2_958_465;
const DAY = 'yyyy-mm-dd;;"—"';

export function addSpiffs(
  t: SheetTexts,
  page: Page,
  { name, locale, live }: SpiffPlace,
  { plan }: Digest,
  places: PlanPlaces,
): SpiffCells[] {
  const all = plan.versions.flatMap((version) => version.spiffs.map((spiff) => ({ version, spiff })));
  if (all.length === 0) return [];
  const { per } = texts(locale).templates['commission-plan'];
  const c = t.terms.columns;
  page.line(t.terms.headings.spiffs, 'heading', 22);
  page.cells(page.row, 0, [
    ...[c.version, c.product, c.per].map((value): StyledCell => ({ value, style: 'columnHeader' })),
    ...[c.value, c.validFrom, c.validTo].map((value): StyledCell => ({ value, style: 'columnHeaderNumber' })),
  ]);
  page.advance(1, 18);
  const cells = all.map(({ version, spiff }): SpiffCells => {
    const at = (column: number): string => onSheet(name, fixedCell({ row: page.row, column }));
    const day = (
      column: 'validFrom' | 'validTo',
      own: number | null,
      ofVersion: number | null,
      open: number,
    ) => {
      const most = column === 'validFrom' ? 'MAX' : 'MIN';
      const value = Math[column === 'validFrom' ? 'max' : 'min'](own ?? open, ofVersion ?? open);
      const place = places.spiff(spiff, column);
      const shown =
        place === null ? value : liveOr({ live }, `${most}(${place},${ofVersion ?? open})`, value);
      return { value: shown, style: 'number', format: DAY } as const;
    };
    const place = places.spiff(spiff, 'extra');
    page.cells(page.row, 0, [
      { value: version.name, style: 'text' },
      { value: spiff.product, style: 'text' },
      { value: per[spiff.per][0], style: 'text' },
      {
        value: place === null ? spiff.value : liveOr({ live }, place, spiff.value),
        style: 'number',
        format: spiff.per === 'rate' ? '0.0###%' : MONEY,
      },
      day('validFrom', spiff.from, version.from, FIRST_DAY),
      day('validTo', spiff.to, version.to, LAST_DAY),
    ]);
    const found = { spiff, version, product: at(1), value: at(3), from: at(4), to: at(5) };
    page.advance(1, 15);
    return found;
  });
  page.space();
  return cells;
}
