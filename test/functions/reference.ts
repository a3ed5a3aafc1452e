import type { Metadata } from '../../src/functions/metadata';

export interface Example {
  readonly formula: string;
  /** The result as an Excel constant: 120, "" or {1;2}. */
  readonly result: string;
}

/** The examples in the comments of a functions' source file: `@example =ARPU(…) //=> 120`. */
export function examplesOf(source: string): Example[] {
  const lines = source.matchAll(/^ \* @example (=.+) \/\/=> (.+)$/gm);
  return Array.from(lines, ([, formula = '', result = '']) => ({ formula, result }));
}

/** The functions as a Markdown table, each with its first example. */
export function functionsTable(metadata: Metadata, examples: readonly Example[]): string {
  const rows = metadata.functions.map(({ name, description, parameters }) => {
    const names = parameters.map((parameter) =>
      parameter.optional ? `[${parameter.name}]` : parameter.name,
    );
    const example = examples.find(({ formula }) => formula.startsWith(`=${name}(`));
    const shown = example ? `\`${example.formula}\` → ${example.result}` : '';
    return [`\`=${name}(${names.join(', ')})\``, description, shown];
  });
  const table = [['Function', 'Gives', 'Example'], ['---', '---', '---'], ...rows];
  return table
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
