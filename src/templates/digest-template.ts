import { DaybookError } from '../domain/errors';
import type { SheetPlan } from '../plan/types';
import type { Problem } from '../reading/types';
import type { BuildRequest, Preparation, Template, TemplateEntry } from './types';

/** What a request can't be built for. */
export interface Refused {
  readonly refusal: Problem;
  readonly findings: readonly Problem[];
}

/** A template that first makes of a request what its sheets will say, for looking at it and for building it alike. */
interface DigestParts<Digest extends { readonly findings: readonly Problem[] }> {
  readonly digestOf: (request: BuildRequest) => Digest | Refused;
  /** Of a refused request, which has no digest, the sheets that it would have. */
  readonly sheetsOf: (request: BuildRequest, digest: Digest | null) => Preparation['sheets'];
  readonly rowsUsed: (digest: Digest) => number;
  readonly highlightsOf: (request: BuildRequest, digest: Digest) => Preparation['highlights'];
  readonly plan: (request: BuildRequest, digest: Digest) => readonly SheetPlan[];
}

/** build() throws a DaybookError with the refusal's code where prepare() refuses. */
export function digestTemplate<Digest extends { readonly findings: readonly Problem[] }>(
  entry: TemplateEntry,
  { digestOf, sheetsOf, rowsUsed, highlightsOf, plan }: DigestParts<Digest>,
): Template {
  return {
    ...entry,
    prepare(request) {
      const digest = digestOf(request);
      if ('refusal' in digest) {
        return { ...digest, sheets: sheetsOf(request, null), rowsUsed: 0, highlights: [] };
      }
      return {
        refusal: null,
        sheets: sheetsOf(request, digest),
        rowsUsed: rowsUsed(digest),
        findings: digest.findings,
        highlights: highlightsOf(request, digest),
      };
    },
    build(request) {
      const digest = digestOf(request);
      if ('refusal' in digest) throw new DaybookError(digest.refusal.code, digest.refusal.details);
      return { template: entry.id, locale: request.locale, sheets: plan(request, digest) };
    },
  };
}
