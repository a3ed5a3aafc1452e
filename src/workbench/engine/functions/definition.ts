import type { Context } from '../context';
import { broadcast, toScalar } from '../operators';
import { isError, isGrid, OMITTED, type Scalar, type Value } from '../values';

/** An argument that is evaluated only when asked for: IF takes one branch. */
export type Lazy = () => Value;

/** One worksheet function. */
export interface FunctionDefinition {
  readonly min: number;
  readonly max: number;
  readonly call: (args: Lazy[], context: Context) => Value;
  /** The answer may change though no argument did: calculated every time. */
  readonly volatile?: boolean;
  /** Takes the place of a reference, not its contents (ROW): no dependency arises from it. */
  readonly positional?: boolean;
  /** Arguments of which only the value counts: one cell's reference is as good as what stands in it. */
  readonly takesValue?: (index: number) => boolean;
}

export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;

const MANY = 255;

const always = (): boolean => true;

/** A function of single values: arrays are taken cell by cell, errors pass through before it is asked. */
export function scalars(
  min: number,
  max: number,
  compute: (args: Scalar[], context: Context) => Value,
): FunctionDefinition {
  return {
    min,
    max,
    takesValue: always,
    call: (lazy, context) => {
      const args = lazy.map((arg) => arg());
      if (args.some(isGrid)) return broadcast(args, (cells) => guarded(cells.slice(), context, compute));
      return guarded(args.map(toScalar), context, compute);
    },
  };
}

/** As `scalars`, but errors are arguments like others (ISERROR). */
export function anyScalars(
  min: number,
  max: number,
  compute: (args: Scalar[], context: Context) => Value,
): FunctionDefinition {
  return {
    min,
    max,
    takesValue: always,
    call: (lazy, context) =>
      broadcast(
        lazy.map((arg) => arg()),
        (cells) => compute(cells.slice(), context),
      ),
  };
}

function guarded(
  args: Scalar[],
  context: Context,
  compute: (args: Scalar[], context: Context) => Value,
): Value {
  for (const arg of args) if (isError(arg)) return arg;
  return compute(args, context);
}

/** A function that gets its arguments as they are: arrays, references, what was left out as OMITTED. */
export function values(
  min: number,
  max: number,
  compute: (args: Value[], context: Context) => Value,
): FunctionDefinition {
  return {
    min,
    max,
    call: (lazy, context) =>
      compute(
        lazy.map((arg) => arg()),
        context,
      ),
  };
}

/** As `values`, but the arguments at these positions are single values: an array there gives an array of answers. */
export function valuesLifting(
  min: number,
  max: number,
  isLifted: (index: number) => boolean,
  compute: (args: Value[], context: Context) => Value,
): FunctionDefinition {
  const definition = values(min, max, (args, context) => {
    const lifted = args.flatMap((arg, index) =>
      isLifted(index) && isGrid(arg) && arg.rows * arg.columns > 1 ? [index] : [],
    );
    if (lifted.length === 0) return compute(args, context);
    return broadcast(
      lifted.map((index) => args[index] ?? null),
      (cells) => {
        const all = args.slice();
        lifted.forEach((index, i) => (all[index] = cells[i] ?? null));
        return compute(all, context);
      },
    );
  });
  return { ...definition, takesValue: isLifted };
}

export { MANY };

/** The argument, or undefined when it was left out. */
export function given(value: Value | undefined): Value | undefined {
  return value === OMITTED ? undefined : value;
}

/** Any single value of an argument. */
export function single(value: Value | undefined): Scalar {
  return value === undefined ? null : toScalar(value);
}
