import { cellAddress } from '../../domain/address';
import { monthNumberStart } from '../../domain/dates';
import type { Verdict } from '../../domain/claims';
import type { ConditionalFormat } from '../../plan/types';
import { blanks, cell } from '../expressions';
import { literal } from '../formula';
import type { Page, StyledCell } from '../page';
import { MONTHS } from './calendar';
import { claimFigures } from './claims/cells';
import { liveExpression } from './claims/live';
import type { CheckedClaim, Claims } from './claims/types';
import { monthText, type SummaryContext } from './context';

const MOST_LINES = 24;
const ORDER: Readonly<Record<Verdict, number>> = { off: 0, rounding: 1, agrees: 2 };
const VERDICT_COLUMN = 8;

/** What the sheets state, beside what their own rows make: differences first. */
export function addClaims(
  page: Page,
  context: SummaryContext,
  { checked, unproven }: Claims,
): ConditionalFormat[] {
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
  const lines = linesOf(checked);
  const shown = lines.slice(0, MOST_LINES);
  if (shown.length === 0) return [];
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
  const first = page.row;
  for (const line of shown) addLine(page, context, line);
  const area = { row: first, column: VERDICT_COLUMN, rows: page.row - first, columns: 1 };
  if (lines.length > shown.length) page.note(texts.more({ count: lines.length - shown.length }));
  const off = `=$${cellAddress({ row: first, column: VERDICT_COLUMN })}=${literal(texts.verdicts.off)}`;
  return [{ area, formula: off, style: 'alert' }];
}

/** A claim, or neighbours below each other that the same columns prove: a column that agrees is one line. */
type Line = readonly [CheckedClaim, ...CheckedClaim[]];

function linesOf(checked: readonly CheckedClaim[]): Line[] {
  const columns = new Map<string, [CheckedClaim, ...CheckedClaim[]]>();
  const lines: Line[] = [];
  for (const claim of checked) {
    const { how, verdict, sheet, column } = claim;
    if (how.kind === 'total-row' && verdict === 'agrees') continue;
    const together = (how.kind === 'column-share' || how.kind === 'column-net') && verdict !== 'off';
    const id = `${sheet}\n${column}`;
    const known = together ? columns.get(id) : undefined;
    if (known) known.push(claim);
    else {
      const line: [CheckedClaim, ...CheckedClaim[]] = [claim];
      lines.push(line);
      if (together) columns.set(id, line);
    }
  }
  return lines.sort(([a], [b]) => ORDER[a.verdict] - ORDER[b.verdict]);
}

/** The figures, and below them how they were computed. */
function addLine(page: Page, context: SummaryContext, line: Line): void {
  const { t } = context;
  const [claim] = line;
  const last = line.at(-1) ?? claim;
  const place = `${claim.sheet}!${cellAddress(claim)}${last === claim ? '' : `:${cellAddress(last)}`}`;
  const label = cell(place, 'label');
  const { row } = page;
  if (line.length > 1) {
    page.cells(row, 0, [
      label,
      ...blanks(1, 'label'),
      cell(t.claims.several({ count: line.length }), 'number'),
      ...blanks(VERDICT_COLUMN - 3, 'number'),
      cell(t.claims.verdicts[claim.verdict], 'number'),
    ]);
  } else {
    const { stated, computed, gap, verdict } = claimFigures(context, claim, row);
    page.cells(row, 0, [
      label,
      ...blanks(1, 'label'),
      stated,
      ...blanks(2, 'label'),
      computed,
      ...blanks(1, 'label'),
      gap,
      verdict,
    ]);
  }
  page.advance(1, 16);
  const live = line.length === 1 && liveExpression(context, claim) !== null;
  page.note(live ? howText(context, claim) : t.claims.asOfBuild({ said: howText(context, claim) }));
}

/** "政企: total growth, January 2024 → November 2024" */
export function howText(
  { t }: Pick<SummaryContext, 't'>,
  { how, subject }: Pick<CheckedClaim, 'how' | 'subject'>,
): string {
  const texts = t.claims;
  const month = (number: number): string => monthText(t, MONTHS, monthNumberStart(number));
  const span = (from: number, to: number): string =>
    from === to ? month(from) : texts.span({ from: month(from), to: month(to) });
  const said = ((): string => {
    switch (how.kind) {
      case 'growth':
        return texts.growth({ method: texts.methods[how.method], from: month(how.from), to: month(how.to) });
      case 'sum':
        return texts.sum({ span: span(how.from, how.to) });
      case 'share':
        return texts.share({ of: how.of?.name ?? texts.whole, span: span(how.from, how.to) });
      case 'parts':
        return texts.parts;
      case 'attainment':
        return texts.attainment;
      case 'stated-share':
        return texts.statedShare;
      case 'stated-net':
        return texts.statedNet;
      case 'subscribers':
        return texts.subscribers({ span: span(how.from, how.to) });
      case 'column-share':
        return how.within === null
          ? texts.columnShare({ measure: how.measure })
          : texts.columnShareWithin({ measure: how.measure, within: how.within });
      case 'column-net':
        return how.plus === how.minus
          ? texts.columnNetBefore({ plus: how.plus })
          : texts.columnNet({ plus: how.plus, minus: how.minus });
      case 'total-row':
        return texts.totalRow;
    }
  })();
  return subject === null ? said : texts.of({ subject: subject.name, said });
}
