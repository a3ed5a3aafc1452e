import { areaAddress, cellAddress, type Area, type Position } from '../domain/address';

/** Pieces of native formulas. An expression has no '='; src/plan's Formula has one. */

/** Excel takes at most 255 characters in one text literal. */
const LITERAL_LENGTH = 255;

/** A text as an expression. @example literal('a "b"') //=> '"a ""b"""' */
export function literal(text: string): string {
  const pieces: string[] = [];
  // Cut before doubling quotes, and never inside a character of two units.
  const characters = [...text];
  for (let piece = '', i = 0; i <= characters.length; i++) {
    const next = characters[i];
    if (next !== undefined && piece.length + next.length <= LITERAL_LENGTH) piece += next;
    else if (piece !== '' || pieces.length === 0) {
      pieces.push(`"${piece.replaceAll('"', '""')}"`);
      piece = next ?? '';
    }
  }
  return pieces.join('&');
}

/**
 * A text with {names} as an expression that puts the named expressions in their places.
 * @example sentence('{n} of them', { n: 'A1' }) //=> 'A1&" of them"'
 */
export function sentence(text: string, parts: Readonly<Record<string, string>>): string {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return literal(piece);
      const expression = parts[name];
      if (expression === undefined) throw new Error(`No expression for {${name}} in: ${text}`);
      return expression;
    })
    .join('&');
}

/** `$C$5` */
export function fixedCell(at: Position): string {
  return cellAddress(at).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}

/** `$A$12:$A$25` */
export function fixedArea(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** `'May''s orders'!$A$1`: a reference as another sheet writes it. */
export function onSheet(sheet: string, reference: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${reference}`;
}

function columnSpecifier(header: string): string {
  return header.replace(/['#@[\]]/g, "'$&");
}

/** `Orders[Amount]`: all rows of a table's column, also those typed later. */
export function tableColumn(table: string, header: string): string {
  return `${table}[${columnSpecifier(header)}]`;
}

/** `Orders[[#This Row],[Amount]]`, or the columns from one to another: spelled so that files and Excel's own formula bar both take it. */
export function thisRow(table: string, header: string, last?: string): string {
  const upTo = last === undefined ? '' : `:[${columnSpecifier(last)}]`;
  return `${table}[[#This Row],[${columnSpecifier(header)}]${upTo}]`;
}
