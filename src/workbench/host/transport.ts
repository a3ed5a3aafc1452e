import { process } from './dispatcher';
import { ApiError, type ApiErrorCode, toApiError } from './errors';
import { breather } from '../turns';
import type { Session } from './session';
import {
  ActionType,
  PathType,
  type PageMessage,
  type ReplyBody,
  RequestFlag,
  type RequestBody,
  type WireError,
} from './wire';

/** A request as it went by: sizes always, the bodies when the host keeps them. */
export interface RequestRecord {
  readonly number: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly milliseconds: number;
  readonly error?: WireError;
  readonly request?: RequestBody;
  readonly reply?: ReplyBody;
}

/** A request that shall fail: the n-th from now, before anything of it is done or after all of it is. */
export interface Fault {
  readonly request: number;
  readonly when: 'before' | 'after';
  readonly code?: ApiErrorCode;
}

export interface TransportOptions {
  readonly payloadLimit: number;
  readonly keepBodies: boolean;
}

/** How often a request that waits for the end of cell editing looks again. */
const EDITING_POLL_MS = 50;

/** Takes the page's requests one after the other and answers each, within Excel's limits. */
export class Transport {
  readonly records: RequestRecord[] = [];
  private count = 0;
  private syncs = 0;
  private faults: Fault[] = [];
  private stopped = false;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: Session,
    private readonly options: TransportOptions,
    private readonly post: (text: string) => void,
  ) {}

  /** Requests that an add-in's own context.sync() caused; not office.js announcing itself or letting references go. */
  get syncCount(): number {
    return this.syncs;
  }

  failRequest(fault: Fault): void {
    this.faults.push({ ...fault, request: this.syncs + fault.request });
  }

  clearFaults(): void {
    this.faults = [];
  }

  /** Leaves what waits unanswered. */
  stop(): void {
    this.stopped = true;
  }

  receive(text: string): void {
    this.last = this.last.then(() => this.answer(text));
  }

  private async answer(text: string): Promise<void> {
    await pause(0);
    const message = JSON.parse(text) as PageMessage;
    const body = message.message?.body;
    if (!body || this.stopped) return;
    if (((message.flags ?? 0) & RequestFlag.delayForCellEdit) !== 0) {
      while (this.session.workbook.editing && !this.stopped) await pause(EDITING_POLL_MS);
    }
    const started = performance.now();
    const requestBytes = utf8Length(text);
    this.count += 1;
    if (isSync(body)) this.syncs += 1;
    let reply = await this.run(body, requestBytes);
    let replyText = JSON.stringify(reply);
    let replyBytes = utf8Length(replyText);
    if (replyBytes > this.options.payloadLimit) {
      reply = failure(new ApiError('ResponsePayloadSizeLimitExceeded'));
      replyText = JSON.stringify(reply);
      replyBytes = utf8Length(replyText);
    }
    this.records.push({
      number: this.count,
      actions: body.Actions.length,
      requestBytes,
      replyBytes,
      milliseconds: performance.now() - started,
      ...(reply.Error ? { error: reply.Error } : {}),
      ...(this.options.keepBodies ? { request: body, reply } : {}),
    });
    this.post(
      JSON.stringify({ id: message.id, type: 2, message: { statusCode: 200, headers: {}, body: replyText } }),
    );
  }

  private async run(body: RequestBody, bytes: number): Promise<ReplyBody> {
    if (bytes > this.options.payloadLimit) return failure(new ApiError('RequestPayloadSizeLimitExceeded'));
    const fault = isSync(body) ? this.faults.find(({ request }) => request === this.syncs) : undefined;
    if (fault?.when === 'before') return failure(new ApiError(fault.code ?? 'GeneralException'));
    if (this.session.workbook.editing && usesWorkbook(body)) {
      return failure(new ApiError('InvalidOperationInCellEditMode'));
    }
    const { events } = this.session;
    events.busy = true;
    try {
      const reply = await process(body, this.session, breather());
      return fault ? failure(new ApiError(fault.code ?? 'GeneralException')) : reply;
    } catch (thrown) {
      // Not an action but the calculation after it failed.
      return failure(toApiError(thrown));
    } finally {
      events.busy = false;
    }
  }
}

function isSync(body: RequestBody): boolean {
  const own = body.Actions.some(
    ({ ActionType: type, Name }) => type !== ActionType.Instantiate && Name !== '_RemoveReference',
  );
  return own && usesWorkbook(body);
}

/** The answers of custom functions and notices of readiness go to services and touch no cell, edited or not. */
function usesWorkbook(body: RequestBody): boolean {
  return Object.values(body.ObjectPaths).every(({ ObjectPathType: type }) => type !== PathType.NewService);
}

function failure(error: ApiError): ReplyBody {
  return {
    Results: [],
    TraceIds: [],
    Error: { Code: error.code, Message: error.message, Location: '', HttpStatusCode: error.httpStatus },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Bytes of a text as UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
