import { attainment, changeRate } from '../domain/growth';
import { percentText } from '../domain/growth-audit';
import { functionTexts } from '../locales/functionTexts';
import { matrix, readNumber, readText, requireSameShape, type Matrix } from './arguments';
import { answer, hostLocale } from './errors';

/**
 * A sentence of a report from its figures: the amount, its change on the period before and the year before, its target.
 *
 * @customfunction SUMMARYTEXT
 * @param label What the figure is, with its period, "3月收入" or "Revenue in March": a value or a range.
 * @param current The figure: a value or a range of the same shape (a sentence spills for each).
 * @param previous The figure of the period before.
 * @param [year_earlier] The figure of the same period last year.
 * @param [target] The target.
 * @param [unit] What stands behind the figures, e.g. "万元".
 * @param [language] "zh" (中文) or "en"; Excel's own when left out.
 * @remarks Never "up -3%": a fall is said as a fall, an unchanged figure as level, and a base of zero or less in words. What is
 * left out is not spoken of.
 * @returns A text.
 * @example =SUMMARYTEXT("3月收入", 120, 100, 150, 100, "万元", "zh") //=> "3月收入120万元，环比增长20.0%，同比下降20.0%，完成目标的120.0%。"
 * @example =SUMMARYTEXT("Revenue in March", 1234.5, 0, , , , "en") //=> "Revenue in March was 1,234.5, with no earlier figure to compare."
 * @example =SUMMARYTEXT("Orders in May", 97, 100, 97.01, , , "en") //=> "Orders in May was 97, down 3.0% on the period before and level with a year earlier."
 */
export function summarytext(
  label: unknown[][],
  current: unknown[][],
  previous: unknown[][],
  year_earlier?: unknown[][],
  target?: unknown[][],
  unit?: unknown,
  language?: unknown,
): unknown[][] {
  return answer(() => {
    const given = readText(language).toLowerCase();
    const locale = given === '' ? hostLocale() : given.startsWith('en') ? 'en' : 'zh-CN';
    const { summary } = functionTexts(locale);
    const labels = matrix(label);
    const ranges = Object.entries({ current, previous, year_earlier, target }).map(([argument, range]) => {
      const cells = range === null || range === undefined ? null : matrix(range);
      if (cells) requireSameShape(shapeOf(labels, 'label'), shapeOf(cells, argument));
      return { argument, cells };
    });
    return labels.map((row, r) =>
      row.map((text, c) => {
        const [figure, ...bases] = ranges.map(({ argument, cells }) => {
          const cell = cells?.[r]?.[c] ?? '';
          return cell === '' ? null : readNumber(cell, { argument, row: r + 1, column: c + 1 });
        });
        const clauses = clausesOf(summary, figure ?? 0, bases);
        return summary.sentence(readText(text), grouped(figure ?? 0) + readText(unit), clauses);
      }),
    );
  });
}

type Words = ReturnType<typeof functionTexts>['summary'];

function clausesOf(words: Words, figure: number, bases: readonly (number | null | undefined)[]): string[] {
  const [previous = null, year = null, aim = null] = bases;
  const clauses: string[] = [];
  for (const [texts, base] of [
    [words.previous, previous],
    [words.year, year],
  ] as const) {
    if (base === null) continue;
    const rate = changeRate(figure, base);
    const shown = rate === null ? '' : percentText(Math.abs(rate), 1);
    if (rate === null) clauses.push(texts.none);
    else if (Number(shown) === 0) clauses.push(texts.flat);
    else clauses.push((rate > 0 ? texts.up : texts.down)(`${shown}%`));
  }
  if (aim === null) return clauses;
  const rate = attainment(figure, aim);
  return [...clauses, rate === null ? words.noTarget : words.target(`${percentText(rate, 1)}%`)];
}

function shapeOf(range: Matrix, argument: string): { argument: string; rows: number; columns: number } {
  return { argument, rows: range.length, columns: range[0]?.length ?? 0 };
}

/** '1,234.5': at most two decimals, as sentences write numbers. */
function grouped(value: number): string {
  const [whole = '', decimals] = String(Number(value.toFixed(2))).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
}
