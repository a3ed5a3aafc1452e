/** The part of Excel's custom-functions metadata that a person reads. */
export interface Metadata {
  readonly functions: readonly FunctionMetadata[];
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterMetadata[];
}

interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
}

export type Descriptions = Readonly<
  Record<string, { readonly description: string; readonly parameters: Readonly<Record<string, string>> }>
>;

/**
 * The metadata with its descriptions in another language; names stay, so that a formula reads the same everywhere.
 * Throws when the descriptions lack a function or parameter, or describe one that is not there: the build then fails.
 */
export function localizeMetadata<M extends Metadata>(metadata: M, descriptions: Descriptions): M {
  const ids = metadata.functions.map(({ id }) => id);
  requireSameNames('functions', ids, Object.keys(descriptions));
  const functions = metadata.functions.map((each) => {
    const texts = descriptions[each.id] ?? { description: '', parameters: {} };
    const names = each.parameters.map(({ name }) => name);
    requireSameNames(each.id, names, Object.keys(texts.parameters));
    return {
      ...each,
      description: texts.description,
      parameters: each.parameters.map((parameter) => ({
        ...parameter,
        description: texts.parameters[parameter.name] ?? '',
      })),
    };
  });
  return { ...metadata, functions };
}

function requireSameNames(of: string, names: readonly string[], described: readonly string[]): void {
  const missing = names.filter((name) => !described.includes(name));
  const surplus = described.filter((name) => !names.includes(name));
  if (missing.length + surplus.length === 0) return;
  throw new Error(`Descriptions of ${of}: missing [${missing.join(', ')}], unknown [${surplus.join(', ')}]`);
}
