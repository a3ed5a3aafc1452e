import { cellAddress, quoteSheetName } from '../model/address';
import type { CellError, CustomFunction, ErrorCode } from '../model/types';
import { toNumber, toText } from './coercion';
import type { Context, CustomCaller } from './context';
import { broadcast, toScalar, trimmed } from './operators';
import {
  BUSY,
  finite,
  isError,
  isGrid,
  Matrix,
  NA,
  NUM,
  OMITTED,
  VALUE,
  type Scalar,
  type Value,
} from './values';

type Parameter = CustomFunction['parameters'][number];

/** An answer on its way: what the call was, and what came of it. */
interface Pending {
  answer?: Value;
}

/**
 * The functions that an add-in brings. Arguments reach them as Excel passes them: values only, blanks as 0 or null,
 * what was left out as null. A range given for a single value calls the function once a cell and spills the answers.
 */
export class CustomFunctions implements CustomCaller {
  private readonly functions = new Map<string, CustomFunction>();
  /** Waiting calls of a cell by their arguments; gone once the cell has a value without waiting. */
  private readonly waiting = new Map<string, Map<string, Pending>>();
  private running = 0;
  private idle: (() => void)[] = [];

  /** `answered` is told of each cell for which an answer arrived. */
  constructor(private readonly answered: (context: Context) => void) {}

  register(functions: readonly CustomFunction[]): void {
    for (const custom of functions) this.functions.set(custom.name.toUpperCase(), custom);
  }

  has(name: string): boolean {
    return this.functions.has(name);
  }

  /** Calls a function with evaluated arguments. */
  call(name: string, args: readonly Value[], context: Context): Value {
    const custom = this.functions.get(name);
    if (!custom || args.length > custom.parameters.length) return VALUE;
    const missing = custom.parameters.findIndex(
      ({ optional }, index) => !optional && (args[index] === undefined || args[index] === OMITTED),
    );
    if (missing >= 0 && args[missing] === undefined) return VALUE;
    const lifted = args.flatMap((arg, index) =>
      isGrid(arg) && arg.rows * arg.columns > 1 && custom.parameters[index]?.dimensionality !== 'matrix'
        ? [index]
        : [],
    );
    if (lifted.length === 0) return this.callOnce(custom, args, context);
    return broadcast(
      lifted.map((index) => args[index] ?? null),
      (cells) => {
        const all = args.slice();
        lifted.forEach((index, i) => (all[index] = cells[i] ?? null));
        return this.callOnce(custom, all, context);
      },
    );
  }

  /** Resolves when no answer is awaited. */
  settled(): Promise<void> {
    if (this.running === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  /** Forgets answers that a cell has used up; called after it was calculated. */
  finish(context: Context): void {
    const calls = this.waiting.size > 0 ? this.waiting.get(placeOf(context)) : undefined;
    if (calls && [...calls.values()].every((pending) => pending.answer !== undefined)) {
      this.waiting.delete(placeOf(context));
    }
  }

  private callOnce(custom: CustomFunction, args: readonly Value[], context: Context): Value {
    const passed: unknown[] = [];
    for (const [index, parameter] of custom.parameters.entries()) {
      const result = passArgument(args[index], parameter, context);
      if (result.failure) return result.failure;
      passed.push(result.passed);
    }
    const place = placeOf(context);
    const calls = this.waiting.get(place);
    const known = calls?.get(callKey(custom, passed));
    if (known) return known.answer ?? BUSY;
    try {
      const answer = custom.call(passed, place);
      if (!isThenable(answer)) return toValue(answer);
      this.await(answer, place, callKey(custom, passed), context);
      return BUSY;
    } catch (thrown) {
      // A function says #VALUE! or #N/A by throwing; anything else thrown is #VALUE! too, as in Excel.
      return toError(thrown);
    }
  }

  private await(answer: PromiseLike<unknown>, place: string, key: string, context: Context): void {
    const pending: Pending = {};
    const calls = this.waiting.get(place) ?? new Map<string, Pending>();
    this.waiting.set(place, calls.set(key, pending));
    this.running++;
    const done = (value: Value): void => {
      pending.answer = value;
      this.running--;
      this.answered(context);
      if (this.running === 0) for (const resolve of this.idle.splice(0)) resolve();
    };
    answer.then(
      (value) => done(toValue(value)),
      (reason: unknown) => done(toError(reason)),
    );
  }
}

function callKey(custom: CustomFunction, passed: readonly unknown[]): string {
  return `${custom.name}(${JSON.stringify(passed)})`;
}

function placeOf({ sheet, row, column }: Context): string {
  return `${quoteSheetName(sheet.name)}!${cellAddress(row, column)}`;
}

type Passed = { readonly passed: unknown; readonly failure?: undefined } | { readonly failure: CellError };

function passArgument(value: Value | undefined, parameter: Parameter, context: Context): Passed {
  if (value === undefined || value === OMITTED) return { passed: null };
  if (parameter.dimensionality !== 'matrix') return passScalar(toScalar(value), parameter, context);
  const grid = isGrid(value) ? trimmed(value) : new Matrix(1, 1, [toScalar(value)]);
  const lines: unknown[][] = [];
  for (let row = 0; row < grid.rows; row++) {
    const line: unknown[] = new Array(grid.columns);
    for (let column = 0; column < grid.columns; column++) {
      const result = passScalar(grid.at(row, column), parameter, context);
      if (result.failure) return result;
      line[column] = result.passed;
    }
    lines.push(line);
  }
  return { passed: lines };
}

function passScalar(value: Scalar, { type }: Parameter, { services }: Context): Passed {
  if (isError(value)) return { failure: value };
  if (value === null) return { passed: services.book.blankArguments === 'zero' ? 0 : null };
  if (type === 'number' && typeof value !== 'number') {
    const number = toNumber(value, services.culture);
    return isError(number) ? { failure: number } : { passed: number };
  }
  if (type === 'string' && typeof value !== 'string') return { passed: toText(value) };
  if (type === 'boolean' && typeof value === 'number') return { passed: value !== 0 };
  if (type === 'boolean' && typeof value === 'string') return { failure: VALUE };
  return { passed: value };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function toValue(answer: unknown): Value {
  if (!Array.isArray(answer)) return toCell(answer);
  const lines = answer.map((line: unknown) => (Array.isArray(line) ? line.map(toCell) : [toCell(line)]));
  return lines.length === 0 || lines[0]?.length === 0 ? VALUE : Matrix.from(lines);
}

function toCell(answer: unknown): Scalar {
  if (answer === null || answer === undefined) return 0;
  if (typeof answer === 'number') return finite(answer);
  if (typeof answer === 'string' || typeof answer === 'boolean') return answer;
  if (typeof answer !== 'object') return VALUE;
  if ('code' in answer) return toError(answer);
  return 'basicValue' in answer ? toCell(answer.basicValue) : VALUE;
}

const CODES: ReadonlySet<unknown> = new Set<ErrorCode>([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
]);

function toError(thrown: unknown): CellError {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown) || !CODES.has(thrown.code))
    return VALUE;
  const error = thrown.code as ErrorCode;
  const message = 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : '';
  if (message !== '' && (error === '#VALUE!' || error === '#N/A')) return { error, message };
  return error === '#N/A' ? NA : error === '#NUM!' ? NUM : { error };
}
