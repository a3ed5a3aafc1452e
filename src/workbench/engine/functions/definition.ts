import type { Context, Evaluate, Scope } from '../context';
import { broadcast, toScalar } from '../operators';
import { isError, isGrid, OMITTED, type Scalar, type Value } from '../values';

/** One worksheet function. */
export interface FunctionDefinition {
  readonly min: number;
  readonly max: number;
  /** Evaluates the arguments that it needs: IF takes one branch. */
  readonly call: (args: readonly Evaluate[], context: Context, scope: Scope | null) => Value;
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

function evaluated(args: readonly Evaluate[], context: Context, scope: Scope | null): Value[] {
  const found: Value[] = [];
  for (const arg of args) found.push(arg(context, scope));
  return found;
}

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
    call: (parts, context, scope) => {
      const args = evaluated(parts, context, scope);
      for (const arg of args) {
        if (isGrid(arg)) return broadcast(args, (cells) => guarded(cells.slice(), context, compute));
      }
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
    call: (parts, context, scope) =>
      broadcast(evaluated(parts, context, scope), (cells) => compute(cells.slice(), context)),
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
    call: (parts, context, scope) => compute(evaluated(parts, context, scope), context),
  };
}

/** As `values`, but the arguments at these positions are single values: an array there gives an array of answers. */
export function valuesLifting(
  min: number,
  max: number,
  isLifted: (index: number) => boolean,
  compute: (args: Value[], context: Context) => Value,
): FunctionDefinition {
  const isArray = (arg: Value, index: number): boolean =>
    isGrid(arg) && arg.rows * arg.columns > 1 && isLifted(index);
  const definition = values(min, max, (args, context) => {
    if (!args.some(isArray)) return compute(args, context);
    const lifted = args.flatMap((arg, index) => (isArray(arg, index) ? [index] : []));
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
