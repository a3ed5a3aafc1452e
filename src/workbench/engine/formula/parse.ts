import { parse, tokenize, type AstExpression } from '@borgar/fx';

const DELETED_ON_SHEET =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!#REF!|#REF!(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|![\p{L}\p{N}_$.]+)/gu;

/** The syntax tree of a formula; throws when it is none. */
export function parseFormula(formula: string): AstExpression {
  // What is left of a reference whose cells or sheet were deleted is one error to the parser.
  const text = formula.includes('#REF!')
    ? formula.replace(DELETED_ON_SHEET, (part) => (part.startsWith('"') ? part : '#REF!'))
    : formula;
  const tokens = tokenize(text.startsWith('=') ? text : `=${text}`, { mergeRefs: true, allowTernary: true });
  return parse(tokens, { permitArrayCalls: true, looseRefCalls: true });
}
