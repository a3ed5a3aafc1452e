import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { join } from 'node:path';
import sources from '../../src/functions/sources.json';

export const root = join(__dirname, '../..');

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
    }[];
    readonly result: { readonly dimensionality?: string };
  }[];
}

/** The metadata as the build makes it. */
export async function generate() {
  const files = sources.map((file) => join(root, file));
  const { metadataJson, errors, associate } = await generateCustomFunctionsMetadata(files);
  return { errors, associate, metadata: JSON.parse(metadataJson) as Metadata };
}
