import type { BuildRequest } from './types';

/**
 * Remembers what the last request came to: a preview and the build after it read the same tables. What a request's
 * names decide has to be told, since names are read anew each time.
 */
export function onceFor<Result>(
  compute: (request: BuildRequest) => Result,
  named: (request: BuildRequest) => string,
): (request: BuildRequest) => Result {
  let last: { readonly parts: readonly unknown[]; readonly result: Result } | null = null;
  return (request) => {
    const parts = [
      request.book,
      request.rules,
      request.source,
      request.asOf,
      request.locale,
      ...Object.values(request.companions).flat(),
      ...Object.entries(request.options).flat(),
      named(request),
    ];
    const same =
      last?.parts.length === parts.length && last.parts.every((part, index) => part === parts[index]);
    if (!last || !same) last = { parts, result: compute(request) };
    return last.result;
  };
}
