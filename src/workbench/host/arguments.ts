import { ApiError } from './errors';
import { isHostObject, type Kind } from './ref';
import type { Targets } from './targets';

/** The arguments of one call, checked as they are taken; office.js sends what was left out as null. */
export class Arguments {
  constructor(readonly values: readonly unknown[]) {}

  has(index: number): boolean {
    return this.values[index] !== undefined && this.values[index] !== null;
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== 'string') throw invalid(index, 'a text');
    return value;
  }

  textOr<F>(index: number, fallback: F): string | F {
    return this.has(index) ? this.text(index) : fallback;
  }

  number(index: number): number {
    const value = this.values[index];
    if (typeof value !== 'number') throw invalid(index, 'a number');
    return value;
  }

  integer(index: number): number {
    const value = this.number(index);
    if (!Number.isInteger(value)) throw invalid(index, 'a whole number');
    return value;
  }

  integerOr<F>(index: number, fallback: F): number | F {
    return this.has(index) ? this.integer(index) : fallback;
  }

  flag(index: number, fallback: boolean): boolean {
    if (!this.has(index)) return fallback;
    const value = this.values[index];
    if (typeof value !== 'boolean') throw invalid(index, 'true or false');
    return value;
  }

  object<K extends Kind>(index: number, kind: K): Targets[K] {
    const value = this.values[index];
    if (!isHostObject(value) || value.kind !== kind) throw invalid(index, `a ${kind}`);
    return value.target as Targets[K];
  }

  /** A plain object of options; what was left out is an empty one. */
  options(index: number): Readonly<Record<string, unknown>> {
    if (!this.has(index)) return {};
    const value = this.values[index];
    if (typeof value !== 'object' || Array.isArray(value)) throw invalid(index, 'an object');
    return value as Readonly<Record<string, unknown>>;
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    if (!Array.isArray(value)) throw invalid(index, 'an array');
    return value;
  }
}

function invalid(index: number, wanted: string): ApiError {
  return new ApiError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format. (Argument ${index + 1} must be ${wanted}.)`,
  );
}
