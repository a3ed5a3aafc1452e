import { quotedSheet } from '../domain/address';

/** A name as people have it now, and the word that stands for it whatever it is called. */
export interface Naming {
  readonly sheets: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
}

const WORD = /'(?:[^']|'')+'!|\[[^[\]]*\]|[\p{L}_][\p{L}\p{N}_.]*!?/gu;

/**
 * A formula with the names of built sheets, tables and columns replaced by their roles: Excel rewrites formulas when
 * people rename something, and that is no change of theirs to the formula.
 */
export function withoutNames(formula: string, { sheets, tables, columns }: Naming): string {
  return formula.replace(WORD, (word) => {
    if (word.endsWith('!')) {
      const name = word.startsWith("'") ? word.slice(1, -2).replaceAll("''", "'") : word.slice(0, -1);
      return quotedSheet(sheets.get(name.toLowerCase()) ?? name) + '!';
    }
    if (word.startsWith('[')) {
      const at = word.startsWith('[@') ? '[@' : '[';
      const name = word.slice(at.length, -1);
      return `${at}${columns.get(name.toLowerCase()) ?? name}]`;
    }
    return tables.get(word.toLowerCase()) ?? word;
  });
}
