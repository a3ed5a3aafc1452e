import type { CellError } from '../../model/types';
import { toBoolean } from '../coercion';
import { broadcast, toScalar } from '../operators';
import { compareScalars } from '../coercion';
import { isError, isGrid, NA, OMITTED, VALUE, type Value } from '../values';
import type { Context, Evaluate, Scope } from '../context';
import { MANY, scalars, values, type FunctionDefinition, type FunctionTable } from './definition';
import { eachScalar, gridsOf } from './iterate';

/** A branch left empty between commas is 0, as in Excel. */
function branch(part: Evaluate | undefined, absent: Value, context: Context, scope: Scope | null): Value {
  if (!part) return absent;
  const value = part(context, scope);
  return value === OMITTED ? 0 : value;
}

function choose(
  condition: Value,
  yes: Evaluate | undefined,
  no: Evaluate | undefined,
  context: Context,
  scope: Scope | null,
): Value {
  if (isGrid(condition) && condition.rows * condition.columns > 1) {
    const whenTrue = branch(yes, true, context, scope);
    const whenFalse = branch(no, false, context, scope);
    return broadcast([condition, whenTrue, whenFalse], ([test, a, b]) => {
      const truth = toBoolean(test ?? null);
      return isError(truth) ? truth : truth ? (a ?? null) : (b ?? null);
    });
  }
  const truth = toBoolean(toScalar(condition));
  if (isError(truth)) return truth;
  return truth ? branch(yes, true, context, scope) : branch(no, false, context, scope);
}

const IF: FunctionDefinition = {
  min: 1,
  max: 3,
  takesValue: (index) => index === 0,
  call: ([test, yes, no], context, scope) => choose(test?.(context, scope) ?? null, yes, no, context, scope),
};

const IFS: FunctionDefinition = {
  min: 2,
  max: MANY,
  call: (args, context, scope) => {
    const from = (index: number): Value => {
      if (index >= args.length) return NA;
      const test = args[index]?.(context, scope) ?? null;
      return choose(test, args[index + 1], () => from(index + 2), context, scope);
    };
    return args.length % 2 === 0 ? from(0) : VALUE;
  },
};

const SWITCH: FunctionDefinition = {
  min: 3,
  max: MANY,
  call: (args, context, scope) => {
    const subject = toScalar(args[0]?.(context, scope) ?? null);
    if (isError(subject)) return subject;
    for (let i = 1; i + 1 < args.length; i += 2) {
      const candidate = toScalar(args[i]?.(context, scope) ?? null);
      if (isError(candidate)) return candidate;
      if (compareScalars(subject, candidate) === 0) return branch(args[i + 1], 0, context, scope);
    }
    return args.length % 2 === 0 ? branch(args[args.length - 1], 0, context, scope) : NA;
  },
};

const replacing = (isReplaced: (error: CellError) => boolean): FunctionDefinition => ({
  min: 2,
  max: 2,
  call: ([value, fallback], context, scope) => {
    const result = value?.(context, scope) ?? null;
    if (isGrid(result) && result.rows * result.columns > 1) {
      return broadcast([result, branch(fallback, '', context, scope)], ([scalar, other]) =>
        isError(scalar ?? null) && isReplaced(scalar as CellError) ? (other ?? null) : (scalar ?? null),
      );
    }
    const scalar = isGrid(result) ? result.at(0, 0) : result;
    if (isError(scalar)) return isReplaced(scalar) ? branch(fallback, '', context, scope) : scalar;
    return result === OMITTED ? 0 : result;
  },
});

/** AND, OR, XOR: texts and blanks in cells do not count; without any truth value it is #VALUE!. */
const connective = (join: (truths: readonly boolean[]) => boolean) =>
  values(1, MANY, (args) => {
    const truths: boolean[] = [];
    for (const arg of args) {
      const grids = gridsOf(arg);
      for (const grid of grids ?? []) {
        const error = eachScalar(grid, (value) => {
          if (isError(value)) return value;
          if (typeof value === 'number' || typeof value === 'boolean') truths.push(Boolean(value));
        });
        if (error) return error;
      }
      if (grids) continue;
      const truth = toBoolean(toScalar(arg));
      if (isError(truth)) return truth;
      truths.push(truth);
    }
    return truths.length === 0 ? VALUE : join(truths);
  });

export const LOGIC_FUNCTIONS: FunctionTable = {
  IF,
  IFS,
  SWITCH,
  IFERROR: replacing(() => true),
  IFNA: replacing((error) => error.error === '#N/A'),
  AND: connective((truths) => truths.every(Boolean)),
  OR: connective((truths) => truths.some(Boolean)),
  XOR: connective((truths) => truths.filter(Boolean).length % 2 === 1),
  NOT: scalars(1, 1, ([value]) => {
    const truth = toBoolean(value ?? null);
    return isError(truth) ? truth : !truth;
  }),
  TRUE: values(0, 0, () => true),
  FALSE: values(0, 0, () => false),
};
