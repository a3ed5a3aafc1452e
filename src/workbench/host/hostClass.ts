import type { Arguments } from './arguments';
import type { HostObject, Kind } from './ref';
import type { Session } from './session';
import type { Targets } from './targets';

export interface Property<T> {
  get(target: T, session: Session): unknown;
  set?(target: T, value: unknown, session: Session): void;
}

export type Method<T> = (target: T, args: Arguments, session: Session) => unknown;

/**
 * A class of the API by the PascalCase names of its members. A member that is not in the tables does not exist: the
 * add-in gets ApiNotFound with the member's name.
 */
export interface HostClass<T> {
  /** What load() of the object itself brings. */
  readonly scalars?: Readonly<Record<string, Property<T>>>;
  /** Properties that are objects of their own. */
  readonly links?: Readonly<Record<string, (target: T, session: Session) => HostObject | null>>;
  /**
   * Methods. `XOrNullObject` need not be named: it is X with ItemNotFound answered as a null object. A method that
   * returns a HostObject continues a path.
   */
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Answers methods that the tables do not name. */
  readonly anyMethod?: (target: T, name: string, args: Arguments, session: Session) => unknown;
  /** The members of a collection, and with them `items`, getCount and getItemAt. */
  readonly items?: (target: T, session: Session) => readonly HostObject[];
  /** getItem of a collection. */
  readonly find?: (target: T, key: unknown, session: Session) => HostObject | undefined;
  /** Ranges live only as long as a request unless a reference to them is kept. */
  readonly referenced?: true;
}

/** One class for each kind. */
export type HostClasses = { readonly [K in Kind]: HostClass<Targets[K]> };

/** Declares a class; the target's type follows from the kind. */
export function hostClass<K extends Kind>(_kind: K, members: HostClass<Targets[K]>): HostClass<Targets[K]> {
  return members;
}
