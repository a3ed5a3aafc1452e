import {
  parseStructRef as parseShownStructRef,
  stringifyStructRef as stringifyShownStructRef,
  tokenize,
} from '@borgar/fx';
import type { Token } from '@borgar/fx';
import { parseStructRef, stringifyStructRef } from '@borgar/fx/xlsx';

import { columnLetters, columnNumber } from './address';
import { fileFunctionName, shownFunctionName } from './function-names';

/**
 * A formula is written differently in a file than on the screen: newer functions and LET's names carry prefixes,
 * "this row" is spelled out, A1# and @A1 are functions. The workbook keeps the screen's form.
 */
export interface FormulaContext {
  /** Table that the cell stands in: a file always names it. */
  readonly table?: string;
  /** Whether a name is defined in the workbook: a LAMBDA under a name is called like a function. */
  isName(name: string): boolean;
}

const shownForms = new Map<string, string>();

/** From a file (without '=') to the screen (with '='). */
export function shownFormula(text: string): string {
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (!/_xl|\[#This Row\]|ANCHORARRAY|SINGLE\(/i.test(formula)) return formula;
  const known = shownForms.get(formula);
  if (known !== undefined) return known;
  const shown = joined(spellReferences(tokenize(formula).map(shownToken)));
  // Formulas repeat down a column; the bound only keeps a hostile file from filling the memory.
  if (shownForms.size > 20_000) shownForms.clear();
  shownForms.set(formula, shown);
  return shown;
}

function shownToken(token: Token): Token {
  if (token.type === 'func') return { ...token, value: shownFunctionName(token.value) };
  if (token.type === 'range_named') return { ...token, value: token.value.replace(/^_xlpm\./i, '') };
  if (token.type === 'structured') {
    const reference = parseStructRef(token.value);
    return reference === undefined ? token : { ...token, value: stringifyShownStructRef(reference) };
  }
  return token;
}

/** ANCHORARRAY(A1) → A1#, SINGLE(A1:A3) → @A1:A3, where the argument is one reference. */
function spellReferences(tokens: readonly Token[]): Token[] {
  const spelled: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    const name = token.type === 'func' ? token.value.toUpperCase() : '';
    if (name === 'ANCHORARRAY' || name === 'SINGLE') {
      const close = tokens.findIndex((candidate, at) => at > index && candidate.value === ')');
      const argument = joined(tokens.slice(index + 2, close));
      if (close > 0 && !/[(),]/.test(argument.replace(/'[^']*'/g, ''))) {
        const value = name === 'SINGLE' ? `@${argument}` : `${argument}#`;
        spelled.push({ type: 'range', value });
        index = close;
        continue;
      }
    }
    spelled.push(token);
  }
  return spelled;
}

/** From the screen (with or without '=') to a file (without '='). */
export function fileFormula(formula: string, context: FormulaContext): string {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  if (!/[[#@(]/.test(text)) return text;
  const tokens = tokenize(`=${text}`);
  const own = letNames(tokens);
  const written = tokens.map((token): Token => {
    if (token.type === 'func') {
      if (own.has(token.value.toUpperCase())) return { ...token, value: `_xlpm.${token.value}` };
      return context.isName(token.value) ? token : { ...token, value: fileFunctionName(token.value) };
    }
    if (token.type === 'range_named' && own.has(token.value.toUpperCase())) {
      return { ...token, value: `_xlpm.${token.value}` };
    }
    if (token.type === 'structured') return { ...token, value: fileReference(token.value, context) };
    return token;
  });
  return joined(spellFunctions(written)).slice(1);
}

function fileReference(value: string, context: FormulaContext): string {
  const reference = parseShownStructRef(value);
  if (reference === undefined) return value;
  const table = reference.table || context.table;
  return stringifyStructRef({ ...reference, table }, { thisRow: true });
}

/** A1# → ANCHORARRAY(A1), @A1:A3 → SINGLE(A1:A3). */
function spellFunctions(tokens: readonly Token[]): Token[] {
  const written: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.type === 'operator' && token.value === '#') {
      const range = written.pop();
      written.push({ type: 'func', value: `_xlfn.ANCHORARRAY(${range?.value ?? ''})` });
    } else if (token.type === 'operator' && token.value === '@') {
      const end = operandEnd(tokens, index + 1);
      const operand = joined(spellFunctions(tokens.slice(index + 1, end)));
      written.push({ type: 'func', value: `_xlfn.SINGLE(${operand})` });
      index = end - 1;
    } else {
      written.push(token);
    }
  }
  return written;
}

/** Where the operand that starts here ends: a reference, possibly with ':' parts, or a whole call. */
function operandEnd(tokens: readonly Token[], from: number): number {
  let depth = 0;
  let index = from;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.value === '(') depth++;
    else if (token.value === ')') {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && token.type === 'operator' && token.value !== ':') break;
  }
  return index;
}

/** Names that LET and LAMBDA of this formula define: the first of each pair, and all but the last argument. */
function letNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  const calls: { readonly name: string; argument: number }[] = [];
  let previous: Token | undefined;
  tokens.forEach((token, index) => {
    if (token.type === 'whitespace') return;
    if (token.value === '(') {
      calls.push({ name: previous?.type === 'func' ? previous.value.toUpperCase() : '', argument: 0 });
    } else if (token.value === ')' && token.type === 'operator') {
      calls.pop();
    } else if (token.value === ',' && token.type === 'operator') {
      const call = calls[calls.length - 1];
      if (call !== undefined) call.argument++;
    } else if (token.type === 'range_named') {
      const call = calls[calls.length - 1];
      const next = tokens.slice(index + 1).find((candidate) => candidate.type !== 'whitespace');
      const defines = call?.name === 'LAMBDA' || (call?.name === 'LET' && call.argument % 2 === 0);
      if (defines && next?.value === ',') names.add(token.value.toUpperCase());
    }
    previous = token;
  });
  return names;
}

function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.value).join('');
}

/** A formula that several cells share, ready to be written for each of them. */
export class SharedFormula {
  private readonly pieces: (string | ReferencePiece)[] = [];

  constructor(
    formula: string,
    private readonly row: number,
    private readonly column: number,
  ) {
    for (const token of tokenize(formula.startsWith('=') ? formula : `=${formula}`, { mergeRefs: true })) {
      if (token.type === 'range' || token.type === 'range_beam' || token.type === 'range_ternary') {
        this.addReference(token.value);
      } else {
        this.pieces.push(token.value);
      }
    }
  }

  private addReference(value: string): void {
    const bang = value.lastIndexOf('!');
    this.pieces.push(value.slice(0, bang + 1));
    let from = bang + 1;
    for (const match of value.slice(bang + 1).matchAll(/(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?/g)) {
      if (match[2] === undefined && match[4] === undefined) continue;
      const at = bang + 1 + match.index;
      this.pieces.push(value.slice(from, at));
      // In "$5" alone, the dollar belongs to the row.
      const rowOnly = match[2] === undefined;
      this.pieces.push({
        column: match[2] === undefined ? null : columnNumber(match[2]),
        columnFixed: !rowOnly && match[1] === '$',
        row: match[4] === undefined ? null : Number(match[4]) - 1,
        rowFixed: match[3] === '$' || (rowOnly && match[1] === '$'),
      });
      from = at + match[0].length;
    }
    this.pieces.push(value.slice(from));
  }

  /** The formula as it stands in another of its cells, with '='. */
  at(row: number, column: number): string {
    let text = '';
    for (const piece of this.pieces) {
      text += typeof piece === 'string' ? piece : moved(piece, row - this.row, column - this.column);
    }
    return text;
  }
}

interface ReferencePiece {
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

function moved(piece: ReferencePiece, rows: number, columns: number): string {
  const wrap = (value: number, size: number): number => ((value % size) + size) % size;
  let text = '';
  if (piece.column !== null) {
    const column = piece.columnFixed ? piece.column : wrap(piece.column + columns, 16_384);
    text += (piece.columnFixed ? '$' : '') + columnLetters(column);
  }
  if (piece.row !== null) {
    const row = piece.rowFixed ? piece.row : wrap(piece.row + rows, 1_048_576);
    text += (piece.rowFixed ? '$' : '') + String(row + 1);
  }
  return text;
}
