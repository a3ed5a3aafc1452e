import { classOf } from './classes';
import type { Property } from './hostClass';
import { follow, getScalar, pascal } from './members';
import type { HostObject } from './ref';
import type { Session } from './session';
import type { QueryInfo } from './wire';

function scalarsOf(object: HostObject): Readonly<Record<string, Property<unknown>>> {
  return classOf(object).scalars ?? {};
}

type Field = readonly string[];
type Note = (member: string) => void;

/** What load() asked for, as plain data: scalars by name, linked objects nested, a collection as _Items. */
export function query(object: HostObject, info: QueryInfo, session: Session, note: Note): unknown {
  const select = (info.Select ?? []).map((path) => path.split('/').map(pascal));
  const expand = (info.Expand ?? []).map((path) => path.split('/').map(pascal));
  const fields = [...select, ...expand];
  const { items } = classOf(object);
  if (!items) return read(object, fields, session, note);
  const top = info.Top ?? Infinity;
  const skip = info.Skip ?? 0;
  return collection(object, items(object.target, session), fields, session, note, skip, top);
}

function collection(
  owner: HostObject,
  all: readonly HostObject[],
  fields: readonly Field[],
  session: Session,
  note: Note,
  skip = 0,
  top = Infinity,
): unknown {
  const own = fields.filter(([name]) => name !== undefined && isOwn(owner, name));
  const ofItems = fields
    .filter((field) => !own.includes(field))
    .map((field) => (field[0] === 'Items' ? field.slice(1) : field));
  const chosen = all.slice(skip, skip + top);
  const bare = ofItems.length === 0 && own.length > 0;
  return {
    ...(own.length > 0 ? read(owner, own, session, note) : {}),
    Count: all.length,
    _Items: bare ? [] : chosen.map((item) => withIdentity(item, read(item, ofItems, session, note), session)),
  };
}

function isOwn(owner: HostObject, name: string): boolean {
  return name in scalarsOf(owner);
}

/** The client finds an item of a collection again by its id. */
function withIdentity(item: HostObject, data: object, session: Session): object {
  const id = scalarsOf(item).Id;
  if (id) return { Id: id.get(item.target, session), ...data };
  if (item.kind === 'NamedItem') return { _Id: scalarsOf(item).Name?.get(item.target, session), ...data };
  return data;
}

function read(object: HostObject, fields: readonly Field[], session: Session, note: Note): object {
  const data: Record<string, unknown> = {};
  const nested = new Map<string, Field[]>();
  const wanted = fields.filter((field) => field.length > 0 && field[0] !== '$all');
  if (wanted.length === 0) readScalars(object, data, session, note);
  for (const [name, ...rest] of wanted) {
    if (name === undefined) continue;
    if (rest.length === 0 && name in scalarsOf(object)) {
      note(name);
      data[name] = getScalar(object, name, session);
    } else {
      const inside = nested.get(name) ?? [];
      if (rest.length > 0) inside.push(rest);
      nested.set(name, inside);
    }
  }
  for (const [name, inside] of nested) data[name] = readLink(object, name, inside, session, note);
  return data;
}

function readScalars(object: HostObject, data: Record<string, unknown>, session: Session, note: Note): void {
  for (const [name, property] of Object.entries(scalarsOf(object))) {
    note(name);
    data[name] = property.get(object.target, session);
  }
}

function readLink(object: HostObject, name: string, inside: Field[], session: Session, note: Note): unknown {
  note(name);
  const linked = follow(object, name, session);
  if (!linked) return null;
  const { items } = classOf(linked);
  return items
    ? collection(linked, items(linked.target, session), inside, session, note)
    : read(linked, inside, session, note);
}
