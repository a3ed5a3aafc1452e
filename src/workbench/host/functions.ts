import type { ErrorCode, WorkbookModel } from '../model/types';
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

/** Where the add-in's page keeps the functions that it associated. */
export interface FunctionsPage {
  CustomFunctions?: { readonly _association?: { readonly mappings: Readonly<Record<string, unknown>> } };
}

/** How calls reach the page: straight, or as messages, which office.js answers in batches half a second apart. */
export type FunctionCalls = 'direct' | 'wire';

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

/** A failure as the page's own CustomFunctions.Error has it. */
class CallFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    message = '',
  ) {
    super(message);
  }
}

interface WaitingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (failure: CallFailure) => void;
}

/** The custom functions of one page, callable from formulas; what they answer or throw the engine understands. */
export class PageFunctions {
  private readonly waiting = new Map<number, WaitingCall>();
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
          dimensionality: shapeOf(dimensionality),
          ...(optional === undefined ? {} : { optional }),
          ...(type === undefined ? {} : { type }),
        })),
        result: { dimensionality: shapeOf(item.result?.dimensionality) },
        call: (args: readonly unknown[], address: string) =>
          this.calls === 'direct'
            ? this.implementation(item.id)(...args, invocation(item, address))
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
      const call = this.waiting.get(id);
      this.waiting.delete(id);
      if (ok) call?.resolve(value);
      else
        call?.reject(
          new CallFailure(wireErrors[code ?? 0] ?? '#VALUE!', typeof value === 'string' ? value : ''),
        );
    }
  }

  private callOverWire(item: Metadata, args: readonly unknown[], address: string): Promise<unknown> {
    const id = this.nextId++;
    const plainCall = 0;
    const message = JSON.stringify([id, item.id, args, address, plainCall, null]);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send([
        { messageCategory: MessageCategory.customFunction, messageType: 1000, targetId: '', message },
      ]);
    });
  }

  private implementation(id: string): (...args: unknown[]) => unknown {
    const mappings = this.page.CustomFunctions?._association?.mappings ?? {};
    const key = Object.keys(mappings).find((name) => name.toUpperCase() === id.toUpperCase());
    const found = key === undefined ? undefined : mappings[key];
    if (typeof found !== 'function') throw new CallFailure('#NAME?');
    return found as (...args: unknown[]) => unknown;
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

function shapeOf(dimensionality: string | undefined): 'matrix' | 'scalar' {
  return dimensionality === 'matrix' ? 'matrix' : 'scalar';
}

function invocation({ id, options }: Metadata, address: string): object {
  return { functionName: id, ...(options?.requiresAddress ? { address } : {}) };
}
