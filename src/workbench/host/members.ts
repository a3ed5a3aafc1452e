import { classOf } from './classes';
import { ApiError } from './errors';
import type { HostObject } from './ref';
import type { Session } from './session';

/** Told of each member that is used, for the location of an error. */
export type Note = (object: HostObject, member: string) => void;

export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an add-in gets for a member that no class here has. */
export function missing(object: HostObject, member: string): ApiError {
  return new ApiError('ApiNotFound', `The stand-in does not implement ${object.kind}.${camel(member)}.`);
}

export function getScalar(object: HostObject, name: string, session: Session): unknown {
  const property = classOf(object).scalars?.[name];
  if (!property) throw missing(object, name);
  return property.get(object.target, session);
}

export function setScalar(object: HostObject, name: string, value: unknown, session: Session): void {
  const property = classOf(object).scalars?.[name];
  if (!property) throw missing(object, name);
  if (!property.set) throw new ApiError('InvalidOperation', `${object.kind}.${camel(name)} is read-only.`);
  property.set(object.target, value, session);
}

export function follow(object: HostObject, name: string, session: Session): HostObject | null {
  const link = classOf(object).links?.[name];
  if (!link) throw missing(object, name);
  return link(object.target, session);
}

/** Sets properties from plain data: an object inside is the linked object's own properties. */
export function assign(
  object: HostObject,
  state: Readonly<Record<string, unknown>>,
  session: Session,
  note: Note,
): void {
  for (const [key, value] of Object.entries(state)) {
    const name = pascal(key);
    note(object, name);
    const linked = isRecord(value) && classOf(object).links?.[name] ? follow(object, name, session) : null;
    if (linked) assign(linked, value as Readonly<Record<string, unknown>>, session, note);
    else setScalar(object, name, value, session);
  }
}

/** Reads what a template of trues asks for, as plain data of the same shape. */
export function pick(
  object: HostObject,
  template: Readonly<Record<string, unknown>>,
  session: Session,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const [key, wanted] of Object.entries(template)) {
    if (wanted === true) data[key] = getScalar(object, pascal(key), session);
    else if (isRecord(wanted)) {
      const linked = follow(object, pascal(key), session);
      data[key] = linked && pick(linked, wanted, session);
    }
  }
  return data;
}
