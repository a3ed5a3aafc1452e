import type { Area } from '../../domain/address';
import type { PlanCell } from '../../plan/types';
import { formula, MONEY_OR_DASH } from '../expressions';
import { fixedArea, fixedCell, literal } from '../formula';
import type { Page, StyledCell } from '../page';
import { dataColumn, type SummaryContext } from './context';
import type { Movers } from './movement';
import { sumBetween } from './sum-of-name';

/** Totals of volume, mix, price, and of what is new, gone or has no quantity. */
export type Effects = Readonly<Record<'volume' | 'mix' | 'price' | 'other', string>>;

interface Place {
  /** Rows of the movement table: its first name and its total. */
  readonly first: number;
  readonly total: number;
  readonly focus: string;
  readonly base: string;
}

/**
 * Volume, mix and price of every line above, as movements() in src/domain/movers.ts has them: native formulas that add
 * up to each line's change, and in the last row to the whole change.
 */
export function addReasons(
  page: Page,
  context: SummaryContext,
  movers: Movers,
  { first, total, focus, base }: Place,
): { readonly reasons: string; readonly effects: Effects } {
  const { t } = context;
  page.space();
  page.line(t.reasons.heading, 'heading', 22);
  const texts = t.reasons.columns;
  const number = (value: string): StyledCell => ({ value, style: 'columnHeaderNumber' });
  page.cells(page.row, 0, [
    { value: t.columns[movers.by], style: 'columnHeader' },
    ...[
      texts.change,
      texts.volume,
      texts.mix,
      texts.price,
      texts.other,
      texts.before,
      texts.now,
      texts.reason,
    ].map(number),
  ]);
  page.advance(1, 18);
  const top = page.row;
  const lines = total - first;
  const quantities = (column: number): Area => ({ row: top, column, rows: lines, columns: 1 });
  const [before, now] = [quantities(6), quantities(7)];
  const comparable = `--(${fixedArea(before)}>0),--(${fixedArea(now)}>0)`;
  const all = {
    before: `SUMPRODUCT(${comparable},${fixedArea(before)})`,
    now: `SUMPRODUCT(${comparable},${fixedArea(now)})`,
  };
  const sums = {
    before: fixedCell({ row: top + lines, column: 6 }),
    now: fixedCell({ row: top + lines, column: 7 }),
  };
  for (let index = 0; index < lines; index++) {
    const row = top + index;
    const name = movers.names[index];
    const quantity = (period: string, column: 'G' | 'H'): PlanCell => {
      const whole = `SUMIFS(${dataColumn(context, 'quantity')},${dataColumn(context, 'month')},${period})`;
      const listed = index === 0 ? '0' : `SUM(${column}$${top + 1}:${column}${row})`;
      if (name === undefined) return formula(`ROUND(${whole}-${listed},6)`);
      const named = { by: movers.by, name, cell: `$A${row + 1}` };
      return formula(sumBetween(context, named, period, period, 'quantity'));
    };
    page.cells(row, 0, [
      { value: formula(`A${first + index + 1}`), style: 'text' },
      ...lineCells(row, `D${first + index + 1}`, `C${first + index + 1}`, sums),
      { value: quantity(base, 'G'), style: 'number', format: 'General' },
      { value: quantity(focus, 'H'), style: 'number', format: 'General' },
      { value: formula(reason(context, row + 1)), style: 'number' },
    ]);
  }
  const sum = (column: string): StyledCell => ({
    value: formula(`ROUND(SUM(${column}${top + 1}:${column}${top + lines}),2)`),
    style: 'total',
    format: MONEY_OR_DASH,
  });
  page.cells(top + lines, 0, [
    { value: t.shareTable.total, style: 'totalLabel' },
    ...['B', 'C', 'D', 'E', 'F'].map(sum),
    { value: formula(all.before), style: 'total', format: 'General' },
    { value: formula(all.now), style: 'total', format: 'General' },
    { value: null, style: 'total' },
  ]);
  page.advance(lines + 1, 16);
  page.note(t.reasons.note);
  const effect = (column: number): string => fixedCell({ row: top + lines, column });
  return {
    reasons: fixedArea({ row: top, column: 8, rows: movers.names.length, columns: 1 }),
    effects: { volume: effect(2), mix: effect(3), price: effect(4), other: effect(5) },
  };
}

function lineCells(
  row: number,
  change: string,
  amount: string,
  sums: { readonly before: string; readonly now: string },
): StyledCell[] {
  const at = (column: string): string => `${column}${row + 1}`;
  const comparable = `AND(${at('G')}>0,${at('H')}>0)`;
  const volume = `ROUND(${amount}*(${sums.now}-${sums.before})/${sums.before},2)`;
  const mix = `ROUND(${amount}*(${at('H')}*${sums.before}-${sums.now}*${at('G')})/(${at('G')}*${sums.before}),2)`;
  const price = `ROUND(${at('B')}-${at('C')}-${at('D')},2)`;
  return [
    change,
    `IF(${comparable},${volume},0)`,
    `IF(${comparable},${mix},0)`,
    `IF(${comparable},${price},0)`,
    `IF(${comparable},0,${at('B')})`,
  ].map((expression) => ({ value: formula(expression), style: 'number', format: MONEY_OR_DASH }));
}

/** The largest of the parts that have the change's own sign, in a word. */
function reason({ t }: SummaryContext, row: number): string {
  const words = t.reasons.words;
  const own = (column: string): string => `${column}${row}*SIGN(B${row})`;
  const most = `MAX(${own('C')},${own('D')},${own('E')})`;
  const word = (up: string, down: string): string => `IF(B${row}>0,${literal(up)},${literal(down)})`;
  return (
    `IF(B${row}=0,"",IF(F${row}<>0,IF(G${row}=0,${literal(words.new)},IF(H${row}=0,${literal(words.gone)},${literal(words.other)})),` +
    `IF(${own('E')}=${most},${word(words.priceUp, words.priceDown)},` +
    `IF(${own('D')}=${most},${word(words.mixUp, words.mixDown)},${word(words.volumeUp, words.volumeDown)}))))`
  );
}
