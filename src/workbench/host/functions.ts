import type { CellError, CellValue, ErrorCode, WorkbookModel } from '../model/types';
import { type HostEntry, MessageCategory } from './wire';

/** The functions.json of an add-in, as far as the host reads it. */
export interface FunctionMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters?: readonly {
      readonly name: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
      readonly type?: string;
    }[];
    readonly result?: { readonly dimensionality?: string };
    readonly options?: { readonly requiresAddress?: boolean; readonly requiresParameterAddresses?: boolean };
  }[];
}

type Metadata = FunctionMetadata['functions'][number];
type Answer = CellValue | CellValue[][];

/** Where the add-in's page keeps the functions that it associated. */
export interface FunctionsPage {
  CustomFunctions?: { readonly _association?: { readonly mappings: Readonly<Record<string, unknown>> } };
}

/** How calls reach the page: straight, or as messages, which office.js answers in batches half a second apart. */
export type FunctionCalls = 'direct' | 'wire';

const errorCodes: readonly string[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
] satisfies ErrorCode[];

/** The codes by which office.js reports a failed call. */
const wireErrors: Readonly<Record<number, ErrorCode>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/** The custom functions of one page, callable from formulas. */
export class PageFunctions {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private nextId = 1;

  constructor(
    private readonly page: FunctionsPage,
    private readonly workbook: WorkbookModel,
    private readonly calls: FunctionCalls,
    private readonly send: (entries: readonly HostEntry[]) => void,
  ) {}

  register(metadata: FunctionMetadata): void {
    this.workbook.registerFunctions(
      metadata.functions.map((item) => ({
        id: item.id,
        name: item.name,
        parameters: (item.parameters ?? []).map(({ name, dimensionality, optional, type }) => ({
          name,
          dimensionality: dimensionality === 'matrix' ? ('matrix' as const) : ('scalar' as const),
          ...(optional === undefined ? {} : { optional }),
          ...(type === undefined ? {} : { type }),
        })),
        result: { dimensionality: item.result?.dimensionality === 'matrix' ? 'matrix' : 'scalar' },
        call: (args: readonly unknown[], address: string) =>
          this.calls === 'direct'
            ? this.callDirectly(item, args, address)
            : this.callOverWire(item, args, address),
      })),
    );
  }

  /** Results that arrived over the wire, in either of the two forms that office.js sends. */
  answered(results: readonly unknown[]): void {
    for (const result of results) {
      const [id, ok, value, code] = Array.isArray(result)
        ? (result as unknown as WireTuple)
        : fromObject(result as WireResult);
      const resolve = this.waiting.get(id);
      this.waiting.delete(id);
      resolve?.(ok ? toAnswer(value) : wireError(code, value));
    }
  }

  private callDirectly(item: Metadata, args: readonly unknown[], address: string): Answer | Promise<Answer> {
    const implementation = this.implementation(item.id);
    if (!implementation) return { error: '#NAME?' };
    try {
      const result = implementation(...args, invocation(item, address));
      return isPromise(result) ? result.then(toAnswer, toCellError) : toAnswer(result);
    } catch (thrown) {
      return toCellError(thrown);
    }
  }

  private callOverWire(item: Metadata, args: readonly unknown[], address: string): Promise<Answer> {
    const id = this.nextId++;
    const plainCall = 0;
    const message = JSON.stringify([id, item.id, args, address, plainCall, null]);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.send([
        { messageCategory: MessageCategory.customFunction, messageType: 1000, targetId: '', message },
      ]);
    });
  }

  private implementation(id: string): ((...args: unknown[]) => unknown) | undefined {
    const mappings = this.page.CustomFunctions?._association?.mappings ?? {};
    const key = Object.keys(mappings).find((name) => name.toUpperCase() === id.toUpperCase());
    const found = key === undefined ? undefined : mappings[key];
    return typeof found === 'function' ? (found as (...args: unknown[]) => unknown) : undefined;
  }
}

type WireTuple = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

interface WireResult {
  readonly id: number;
  readonly failed?: boolean;
  readonly value?: unknown;
  readonly errorCode?: number;
}

function fromObject({ id, failed, value, errorCode }: WireResult): WireTuple {
  return [id, failed !== true, value, errorCode];
}

function invocation({ id, options }: Metadata, address: string): object {
  return { functionName: id, ...(options?.requiresAddress ? { address } : {}) };
}

/** What Excel makes of a returned value: nothing is 0, what is no finite number is #NUM!. */
function toAnswer(value: unknown): Answer {
  if (Array.isArray(value)) {
    return value.map((row: unknown) => (Array.isArray(row) ? row.map(toCell) : [toCell(row)]));
  }
  return toCell(value);
}

function toCell(value: unknown): CellValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { error: '#NUM!' };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return toCellError(value);
}

/** A thrown or returned CustomFunctions.Error keeps its code; any other failure is #VALUE!. */
function toCellError(thrown: unknown): CellError {
  const { code, message } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    code?: unknown;
    message?: unknown;
  };
  if (typeof code !== 'string' || !errorCodes.includes(code)) return { error: '#VALUE!' };
  return withSentence(code as ErrorCode, message);
}

function wireError(code: number | undefined, message: unknown): CellError {
  return withSentence(wireErrors[code ?? 0] ?? '#VALUE!', message);
}

function withSentence(error: ErrorCode, message: unknown): CellError {
  const speaks = error === '#VALUE!' || error === '#N/A';
  return speaks && typeof message === 'string' && message !== '' ? { error, message } : { error };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
