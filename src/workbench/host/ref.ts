import type { Targets } from './targets';

export type Kind = keyof Targets;

/** Something of the API that a path of the wire can end at: which class it is, and what of the workbook stands behind it. */
export interface HostObject<K extends Kind = Kind> {
  readonly kind: K;
  readonly target: Targets[K];
}

/** Makes a host object: the kind decides the target's type. */
export function ref<K extends Kind>(kind: K, target: Targets[K]): HostObject {
  return { kind, target };
}

/** Is it an object that a path of the wire ended at, rather than plain data? */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'target' in value;
}
