import { formula, MONEY, RATE } from '../expressions';
import { sentence, literal } from '../formula';
import type { Page, StyledCell } from '../page';
import type { MovementTable } from './analysis-sheet';
import { amountExpression, inUnit, periodExpression, type SummaryContext } from './context';

const LINES = 5;
/** First columns of the page's halves. */
const HALVES = [0, 5] as const;

/** The names that rose and fell most, ranked by the cells of the analysis sheet. */
export function addMovers(page: Page, context: SummaryContext, table: MovementTable, base: string): void {
  const { t } = context;
  const lines = Math.min(LINES, table.count);
  const by = t.columns[table.by];
  HALVES.forEach((column, half) => {
    const heading = sentence(half === 0 ? t.movers.up : t.movers.down, {
      by: literal(by),
      base: periodExpression(context, base),
    });
    page.cells(page.row, column, [{ value: formula(heading), style: 'heading' }]);
    page.cells(page.row + 1, column, [
      { value: by, style: 'columnHeader' },
      { value: null, style: 'columnHeader' },
      { value: t.movers.change, style: 'columnHeaderNumber' },
      { value: table.reasons ? t.movers.reason : t.movers.rate, style: 'columnHeaderNumber' },
    ]);
    for (let line = 0; line < lines; line++) {
      const place = half === 0 ? String(line + 1) : String(table.count - line);
      page.cells(page.row + 2 + line, column, moverCells(table, place, half === 0 ? '>' : '<'));
    }
  });
  page.heights[page.row] = 22;
  page.row += 2 + lines;
  page.note(t.movers.note);
}

function moverCells(table: MovementTable, place: string, sign: '>' | '<'): StyledCell[] {
  const found = `MATCH(${place},${table.ranks},0)`;
  const change = `INDEX(${table.changes},${found})`;
  const where = (column: string): string => `IF(${change}${sign}0,INDEX(${column},${found}),"")`;
  return [
    { value: formula(where(table.names)), style: 'text' },
    { value: null, style: 'text' },
    { value: formula(where(table.changes)), style: 'number', format: '+#,##0.00;-#,##0.00' },
    table.reasons
      ? { value: formula(where(table.reasons)), style: 'number' }
      : { value: formula(where(table.rates)), style: 'number', format: RATE },
  ];
}

/** Where the change comes from: the names that moved most, and volume, mix and price where quantities are known. */
export function moverSentences(context: SummaryContext, table: MovementTable, base: string): string {
  const { t, unit } = context;
  const texts = t.prose.movers;
  const amount = (expression: string): string => amountExpression(unit, `ABS(${inUnit(unit, expression)})`);
  const named = (place: string): Record<string, string> => {
    const found = `MATCH(${place},${table.ranks},0)`;
    return {
      name: `INDEX(${table.names},${found})`,
      amount: amount(`INDEX(${table.changes},${found})`),
    };
  };
  const total = table.totalChange;
  const whole = (text: string): string =>
    sentence(text, { base: periodExpression(context, base), amount: amount(total) });
  const first = `IF(${total}>0,${whole(texts.up)},IF(${total}<0,${whole(texts.down)},${whole(texts.level)}))`;
  const rose = `IF(MAX(${table.changes})>0,${sentence(texts.most, named('1'))},"")`;
  const fell = `IF(MIN(${table.changes})<0,${sentence(texts.least, named(String(table.count)))},"")`;
  const join = `IF(AND(MAX(${table.changes})>0,MIN(${table.changes})<0),${literal(texts.join)},"")`;
  const still = `AND(MAX(${table.changes})<=0,MIN(${table.changes})>=0)`;
  const parts = `IF(${still},"",${literal(texts.colon)}&${rose}&${join}&${fell})`;
  const { effects } = table;
  const signed = (reference: string): string =>
    `IF(${reference}<0,"−","+")&TEXT(ABS(${inUnit(unit, reference)}),"${MONEY}")`;
  const why = effects
    ? `&IF(${still},"",${sentence(texts.why, {
        volume: signed(effects.volume),
        mix: signed(effects.mix),
        price: signed(effects.price),
        other: signed(effects.other),
        unit: literal(unit.name),
      })})`
    : '';
  return `${first}&${parts}&${literal(texts.end)}${why}`;
}
