import { Arguments } from './arguments';
import { classOf } from './classes';
import { ApiError, toApiError } from './errors';
import type { Method } from './hostClass';
import { assign, camel, follow, isRecord, missing, setScalar } from './members';
import { query } from './query';
import { type HostObject, ref } from './ref';
import type { Session } from './session';
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  type ObjectPath,
  PathType,
  type ReferencedIds,
  type ReplyBody,
  type RequestBody,
} from './wire';

/**
 * Runs the actions of one request in order; the first that fails ends it, and what was done before stays done.
 * `breathe` is awaited after each, so that the page that asked stays alive.
 */
export async function process(
  body: RequestBody,
  session: Session,
  breathe: () => Promise<void>,
): Promise<ReplyBody> {
  const request = new RequestRun(body, session);
  const { workbook } = session;
  const { Actions: actions } = body;
  let next = 0;
  while (next < actions.length && !request.reply.Error) {
    // Writes that follow each other calculate once; what is read afterwards sees the calculated values.
    await workbook.batchInTurns(async () => {
      while (next < actions.length && !request.reply.Error && !reads(actions[next]!, body)) {
        request.run(next++);
        await breathe();
      }
    }, breathe);
    while (next < actions.length && !request.reply.Error && reads(actions[next]!, body)) {
      request.run(next++);
      await breathe();
    }
  }
  return request.reply;
}

/** Does the action depend on calculated values? */
function reads(action: Action, body: RequestBody): boolean {
  switch (action.ActionType) {
    case ActionType.Query:
    case ActionType.RecursiveQuery:
    case ActionType.QueryAsJson:
      return true;
    case ActionType.Method:
      return /^(Get|CopyFrom|MoveTo|Autofit|Calculate)/.test(action.Name);
    case ActionType.Instantiate:
      return /^Get(Used|Spill|Surrounding|Extended|RangeEdge)/.test(
        body.ObjectPaths[action.ObjectPathId]?.Name ?? '',
      );
    case ActionType.SetProperty:
    case ActionType.Update:
    case ActionType.Trace:
    case ActionType.EnsureUnchanged:
      return false;
  }
}

class RequestRun {
  readonly reply: ReplyBody = { Results: [], TraceIds: [] };
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly referenceIds = new Map<number, string>();
  /** The member that is being used, for an error's location: "Range.values". */
  private location = '';

  constructor(
    private readonly body: RequestBody,
    private readonly session: Session,
  ) {}

  run(index: number): void {
    const action = this.body.Actions[index]!;
    this.location = '';
    try {
      if (action.ActionType === ActionType.Trace) {
        this.reply.TraceIds.push(action.Id);
        this.reply.Results.push({ ActionId: action.Id, Value: null });
        return;
      }
      this.reply.Results.push({ ActionId: action.Id, Value: this.perform(action) });
    } catch (thrown) {
      const error = toApiError(thrown);
      this.reply.Error = {
        Code: error.code,
        Message: error.message,
        Location: this.location,
        ActionIndex: index,
        HttpStatusCode: error.httpStatus,
      };
    }
  }

  private perform(action: Action): unknown {
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object && this.identity(action.ObjectPathId, object);
      case ActionType.Query:
      case ActionType.RecursiveQuery:
      case ActionType.QueryAsJson:
        if (!object) return null;
        return query(object, action.QueryInfo ?? {}, this.session, (member) => this.locate(object, member));
      case ActionType.Method:
        return object ? this.callMethod(action, object) : { _IsNull: true };
      case ActionType.SetProperty:
        if (object) {
          this.locate(object, action.Name);
          setScalar(object, action.Name, this.argumentsOf(action.ArgumentInfo)[0], this.session);
        }
        return null;
      case ActionType.Update:
        if (object)
          assign(object, action.ObjectState ?? {}, this.session, (of, member) => this.locate(of, member));
        return null;
      case ActionType.EnsureUnchanged:
      case ActionType.Trace:
        throw new ApiError(
          'NotImplemented',
          `The stand-in does not implement action type ${action.ActionType}.`,
        );
    }
  }

  private callMethod(action: Action, object: HostObject): unknown {
    if (action.Name === '_KeepReference') {
      const id = this.session.references.keep(object);
      this.referenceIds.set(action.ObjectPathId, id);
      return null;
    }
    const value = this.invoke(object, action.Name, action.ArgumentInfo);
    return value === undefined ? null : value;
  }

  private invoke(object: HostObject, name: string, info: ArgumentInfo | undefined): unknown {
    this.locate(object, name);
    const { methods = {}, anyMethod } = classOf(object);
    const args = new Arguments(this.argumentsOf(info));
    const method = methods[name];
    if (method) return method(object.target, args, this.session);
    const orNull = /^(.*)OrNullObject$/.exec(name);
    const plain = orNull && (methods[orNull[1]!] ?? builtIn(object, orNull[1]!));
    if (plain) return nullWhenMissing(() => plain(object.target, args, this.session));
    const own = builtIn(object, name);
    if (own) return own(object.target, args, this.session);
    const event = /^_(Register|Unregister)(.+)$/.exec(name);
    if (event) return this.session.events.listen(object, event[2]!, event[1] === 'Register');
    if (anyMethod) return anyMethod(object.target, name, args, this.session);
    throw missing(object, name);
  }

  private identity(pathId: number, object: HostObject): unknown {
    const { referenced } = classOf(object);
    if (referenced) return { _ReferenceId: this.referenceIds.get(pathId) ?? '' };
    const scalars = classOf(object).scalars ?? {};
    if (scalars.Id) return { Id: scalars.Id.get(object.target, this.session) };
    if (object.kind === 'NamedItem') return { _Id: scalars.Name?.get(object.target, this.session) };
    return {};
  }

  private object(pathId: number): HostObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[pathId];
    if (!path) throw new ApiError('InvalidRequest', `There is no object path ${pathId} in the request.`);
    const object = this.resolve(path);
    this.resolved.set(pathId, object);
    return object;
  }

  private resolve(path: ObjectPath): HostObject | null {
    const { workbook } = this.session;
    switch (path.ObjectPathType) {
      case PathType.Global:
        return ref('Workbook', workbook);
      case PathType.NewService:
        return this.service(path.Name);
      case PathType.ReferenceId: {
        const kept = this.session.references.get(path.Name);
        if (!kept) throw new ApiError('InvalidObjectPath');
        return kept;
      }
      case PathType.Null:
        return null;
      case PathType.Property:
      case PathType.Method:
      case PathType.Indexer: {
        const parent = this.object(path.ParentObjectPathId ?? 0);
        return parent && this.step(parent, path);
      }
    }
  }

  private step(parent: HostObject, path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === PathType.Property) {
      this.locate(parent, path.Name);
      return follow(parent, path.Name, this.session);
    }
    const name = path.ObjectPathType === PathType.Indexer ? 'GetItem' : path.Name;
    return this.invoke(parent, name, path.ArgumentInfo) as HostObject | null;
  }

  private service(name: string): HostObject {
    const kind = name.split('.').pop() ?? '';
    switch (kind) {
      case 'CustomFunctions':
      case 'CustomFunctionsContainer':
      case 'AddinInternalService':
      case 'AppRuntimeService':
        return ref(kind, this.session.workbook);
    }
    this.location = name;
    throw new ApiError('ApiNotFound', `The stand-in does not implement the service ${name}.`);
  }

  private argumentsOf(info: ArgumentInfo | undefined): readonly unknown[] {
    return this.withObjects(info?.Arguments ?? [], info?.ReferencedObjectPathIds);
  }

  private withObjects(values: readonly unknown[], ids: ReferencedIds | undefined): readonly unknown[] {
    if (!ids && !values.some(isRecord)) return values;
    return values.map((value, index) => {
      const id = ids?.[index];
      if (Array.isArray(id)) return this.withObjects(value as readonly unknown[], id);
      if (typeof id === 'number' && id !== 0) return this.object(id);
      return isRecord(value) ? this.withObjectsInside(value) : value;
    });
  }

  private withObjectsInside(value: Readonly<Record<string, unknown>>): unknown {
    if (typeof value._ObjectPathId === 'number') return this.object(value._ObjectPathId);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, isRecord(item) ? this.withObjectsInside(item) : item]),
    );
  }

  private locate(object: HostObject, member: string): void {
    this.location = `${object.kind}.${camel(member)}`;
  }
}

/** What every collection has by its items. */
function builtIn(object: HostObject, name: string): Method<unknown> | undefined {
  const { find, items } = classOf(object);
  if (name === 'GetItem' && find) {
    return (target, args, session) => {
      const item = find(target, args.values[0], session);
      if (!item) throw new ApiError('ItemNotFound');
      return item;
    };
  }
  if (name === 'GetCount' && items) return (target, _args, session) => items(target, session).length;
  if (name === 'GetItemAt' && items) {
    return (target, args, session) => {
      const item = items(target, session)[args.integer(0)];
      if (!item) throw new ApiError('InvalidArgument');
      return item;
    };
  }
  return undefined;
}

function nullWhenMissing(find: () => unknown): unknown {
  try {
    return find();
  } catch (thrown) {
    if (toApiError(thrown).code === 'ItemNotFound') return null;
    throw thrown;
  }
}
