import { DaybookError } from '../domain/errors';
import { shares as sharesOf } from '../domain/growth';
import { centsOf, yuanOf } from '../domain/money';
import { contributions, movements, type Moved } from '../domain/movers';
import { splitTarget } from '../domain/target-split';
import { matrix, readNumber, readOptionalNumber, requireSameShape, type Matrix } from './arguments';
import { answer } from './errors';

/**
 * Shares of a whole that, shown with so many decimals of a percent, add up to exactly 100% (largest remainder).
 *
 * @customfunction SHARES
 * @param parts The parts, a range of any shape. Blank is 0.
 * @param [decimals] Decimals of a percent: 1 when left out.
 * @remarks Each share is rounded down; what that leaves goes to the largest remainders, the first of equals.
 * @returns Fractions in the shape of parts (0.334 is 33.4%). #N/A where the parts add up to zero or less.
 * @example =SHARES({1;1;1}) //=> {0.334;0.333;0.333}
 * @example =SHARES({15,10,30,45}, 0) //=> {0.15,0.1,0.3,0.45}
 */
export function shares(parts: unknown[][], decimals?: unknown): unknown[][] {
  return answer(() => {
    const range = matrix(parts);
    const all = sharesOf(flat(range, 'parts'), decimalsOf(decimals, 1));
    if (all.includes(null)) throw new DaybookError('no-whole', { argument: 'parts' });
    return shapedLike(range, all);
  });
}

/**
 * Splits a target by weights, such as last year's figures, so that the parts add up to it exactly (指标分解).
 *
 * @customfunction TARGETSPLIT
 * @param target What is to be split.
 * @param weights What it is split by: a range of any shape, none below 0.
 * @param [decimals] Decimals of the parts: 2 when left out, 0 for whole units.
 * @remarks Each part is rounded down to its decimals; what that leaves goes, one unit each, to the largest remainders, the
 * first of equals. Computed from exact decimals.
 * @returns Parts in the shape of weights. #VALUE! for a negative weight, weights of 0 or a target with more decimals.
 * @example =TARGETSPLIT(100, {1;1;1}, 0) //=> {34;33;33}
 * @example =TARGETSPLIT(14446, {2286,3021}, 0) //=> {6223,8223}
 * @example =TARGETSPLIT(-100.01, {1;2}) //=> {-33.34;-66.67}
 */
export function targetsplit(target: unknown, weights: unknown[][], decimals?: unknown): unknown[][] {
  return answer(() => {
    const range = matrix(weights);
    const whole = readNumber(target, { argument: 'target' });
    return shapedLike(range, splitTarget(whole, flat(range, 'weights'), decimalsOf(decimals, 2)));
  });
}

/**
 * What each part adds to the growth of the whole, as a part of the whole before (贡献度).
 *
 * @customfunction CONTRIBUTION
 * @param before The parts in the period before: a range.
 * @param now The parts now: a range of the same shape.
 * @remarks The contributions of all parts add up to the growth of the whole.
 * @returns Fractions in the shape of before (0.05: five points of the growth). #N/A for a whole before of zero or less.
 * @example =CONTRIBUTION({100;100}, {130;90}) //=> {0.15;-0.05}
 */
export function contribution(before: unknown[][], now: unknown[][]): unknown[][] {
  return answer(() => {
    const [range, other] = [matrix(before), matrix(now)];
    requireSameShape(shapeOf(range, 'before'), shapeOf(other, 'now'));
    const all = contributions(flat(range, 'before'), flat(other, 'now'));
    if (all.includes(null)) throw new DaybookError('no-whole', { argument: 'before' });
    return shapedLike(range, all);
  });
}

/**
 * Why amounts changed: the volume, mix and price part of each product's change, adding up exactly.
 *
 * @customfunction MIXVOLUMEPRICE
 * @param quantity_before Quantities in the period before, a product a row.
 * @param amount_before Amounts in the period before, in 元: a column of the same height.
 * @param quantity_now Quantities now.
 * @param amount_now Amounts now, in 元.
 * @remarks Volume: the product had grown as all together did, at its old price. Mix: it sold more or less than that, at its old
 * price. Price: the rest, that is its new price on what it sells now. Products without a quantity before or now (new, gone) have
 * no price to compare: their change stands under other. Volume and mix are rounded half up to the 分.
 * @returns A row a product: change, volume, mix, price, other, in 元. The last four add up to the first, to the 分.
 * @example =MIXVOLUMEPRICE({10;10}, {100;200}, {12;8}, {120;200}) //=> {20,0,20,0,0;0,0,-40,40,0}
 * @example =MIXVOLUMEPRICE({10;0}, {100;0}, {11;5}, {121;60}) //=> {21,10,0,11,0;60,0,0,0,60}
 */
export function mixvolumeprice(
  quantity_before: unknown[][],
  amount_before: unknown[][],
  quantity_now: unknown[][],
  amount_now: unknown[][],
): unknown[][] {
  return answer(() => {
    const ranges = {
      quantity_before: matrix(quantity_before),
      amount_before: matrix(amount_before),
      quantity_now: matrix(quantity_now),
      amount_now: matrix(amount_now),
    };
    const first = shapeOf(ranges.quantity_before, 'quantity_before');
    for (const [name, range] of Object.entries(ranges)) requireSameShape(first, shapeOf(range, name));
    const numbers = (name: keyof typeof ranges): number[] => flat(ranges[name], name);
    const moved = (quantities: readonly number[], amounts: readonly number[], index: number): Moved => ({
      cents: centsOf(amounts[index] ?? 0),
      quantity: quantities[index] ?? null,
    });
    const [q0, a0] = [numbers('quantity_before'), numbers('amount_before')];
    const [q1, a1] = [numbers('quantity_now'), numbers('amount_now')];
    const items = q0.map((_, index) => ({ before: moved(q0, a0, index), now: moved(q1, a1, index) }));
    return movements(items).map(({ change, volume, mix, price, other }) =>
      [change, volume, mix, price, other].map(yuanOf),
    );
  });
}

function shapeOf(range: Matrix, argument: string): { argument: string; rows: number; columns: number } {
  return { argument, rows: range.length, columns: range[0]?.length ?? 0 };
}

function flat(range: Matrix, argument: string): number[] {
  return range.flatMap((row, r) =>
    row.map((cell, c) => readNumber(cell, { argument, row: r + 1, column: c + 1 })),
  );
}

function shapedLike(range: Matrix, values: readonly unknown[]): unknown[][] {
  let index = 0;
  return range.map((row) => row.map(() => values[index++]));
}

function decimalsOf(decimals: unknown, initial: number): number {
  return Math.trunc(readOptionalNumber(decimals, { argument: 'decimals' }, initial, 0));
}
