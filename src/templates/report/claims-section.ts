import { cellAddress } from '../../domain/address';
import { monthNumberStart } from '../../domain/dates';
import type { Page, StyledCell } from '../page';
import type { CheckedClaim, Claims, Verdict } from './claims/check';
import { monthText, type SummaryContext } from './context';
import { MONTHS } from './calendar';

const MOST_LINES = 14;
const ORDER: Readonly<Record<Verdict, number>> = { off: 0, rounding: 1, agrees: 2 };

/** What the sheets state, beside what their own rows make: differences first; as of the build. */
export function addClaims(page: Page, context: SummaryContext, { checked, unproven }: Claims): void {
  const { t } = context;
  const texts = t.claims;
  const count = (verdict: Verdict): number => checked.filter((claim) => claim.verdict === verdict).length;
  page.line(t.headings.claims, 'heading', 22);
  page.note(
    texts.summary({
      all: checked.length,
      agrees: count('agrees'),
      rounding: count('rounding'),
      off: count('off'),
      unproven,
    }),
  );
  const lines = [...checked]
    .filter(({ how, verdict }) => how.kind !== 'total-row' || verdict === 'off')
    .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
    .slice(0, MOST_LINES);
  if (lines.length === 0) return;
  const head = (value: string | null, number = false): StyledCell => ({
    value,
    style: number ? 'columnHeaderNumber' : 'columnHeader',
  });
  page.cells(page.row, 0, [
    head(texts.where),
    head(null),
    head(texts.stated, true),
    head(null),
    head(null),
    head(texts.computed, true),
    head(null),
    head(texts.gap, true),
    head(texts.verdict, true),
  ]);
  page.advance(1, 18);
  for (const claim of lines) addClaim(page, context, claim);
}

/** The figures, and below them how they were computed. */
function addClaim(page: Page, context: SummaryContext, claim: CheckedClaim): void {
  const { t } = context;
  const blank: StyledCell = { value: null, style: 'label' };
  page.cells(page.row, 0, [
    { value: `${claim.sheet}!${cellAddress(claim)}`, style: 'label' },
    blank,
    { value: claim.stated, style: 'number' },
    blank,
    blank,
    { value: claim.computed, style: 'number' },
    blank,
    { value: claim.gap, style: 'number' },
    { value: t.claims.verdicts[claim.verdict], style: 'number' },
  ]);
  page.advance(1, 16);
  page.note(howText(context, claim));
}

/** "政企: total growth, January 2024 → November 2024" */
export function howText({ t }: Pick<SummaryContext, 't'>, { how, subject }: CheckedClaim): string {
  const texts = t.claims;
  const month = (number: number): string => monthText(t, MONTHS, monthNumberStart(number));
  const said = ((): string => {
    switch (how.kind) {
      case 'growth':
        return texts.growth({ method: texts.methods[how.method], from: month(how.from), to: month(how.to) });
      case 'sum':
        return texts.sum({ from: month(how.from), to: month(how.to) });
      case 'parts':
        return texts.parts;
      case 'attainment':
        return texts.attainment;
      case 'total-row':
        return texts.totalRow;
    }
  })();
  return subject === null ? said : texts.of({ subject, said });
}
