import type { AstExpression, CallExpression, LambdaExpression, LetExpression } from '@borgar/fx';
import type { SheetCore } from '../model/core';
import type { Context, Evaluate, Scope } from './context';
import { parseFormula } from './formula/parse';
import {
  rangeTemplate,
  readsFixedOrOwnRow,
  tableArea,
  tableTemplate,
  type NameTemplate,
  type RangeTemplate,
  type Template,
} from './formula/references';
import type { FunctionDefinition } from './functions/definition';
import { applyBinary, applyUnary, BINARY, toScalar } from './operators';
import { cellReader, rangeReader, sheetReader, tableReader } from './readers';
import { implicitIntersection, intersect, spanOf, spillOf } from './ranges';
import {
  errorOf,
  isError,
  Lambda,
  Matrix,
  NAME,
  OMITTED,
  REF,
  Reference,
  Union,
  VALUE,
  type Scalar,
  type Value,
} from './values';
import type { ErrorCode } from '../model/types';

/** A formula ready to run for any cell that has its shape. */
export interface Compiled {
  readonly evaluate: Evaluate;
  /** What it reads, as far as the text tells. */
  readonly precedents: readonly Template[];
  /** Calculated every time (TODAY, OFFSET). */
  readonly volatile: boolean;
  /** Depends on where it, or what it names, stands (ROW, ROWS). */
  readonly placed: boolean;
  /** What it names only for its place or size. */
  readonly places: readonly Template[];
  /** Names of functions that are not Excel's own: an add-in may bring them later. */
  readonly foreign: ReadonlySet<string>;
  /**
   * Down a column every cell reads the same cells or those of its own row: such cells can be kept as one.
   */
  readonly fillable: boolean;
}

export type FunctionLookup = (name: string) => FunctionDefinition | undefined;

/** Compiles a formula as written in the cell at `row`, `column`; throws when it is no formula. */
export function compileFormula(
  formula: string,
  row: number,
  column: number,
  functions: FunctionLookup,
): Compiled {
  const compiler = new Compiler(row, column, functions);
  const evaluate = compiler.compile(parseFormula(formula));
  const { precedents, volatile, placed, places, foreign } = compiler;
  const fillable =
    !volatile && foreign.size === 0 && precedents.every((template) => readsFixedOrOwnRow(template));
  return { evaluate, precedents, volatile, placed, places, foreign, fillable };
}

class Compiler {
  readonly precedents: Template[] = [];
  readonly places: Template[] = [];
  readonly foreign = new Set<string>();
  private readonly preceded = new Set<string>();
  volatile = false;
  placed = false;
  /** Above 0 inside arguments of which only the place matters. */
  private positional = 0;

  constructor(
    private readonly row: number,
    private readonly column: number,
    private readonly functions: FunctionLookup,
  ) {}

  compile(node: AstExpression | null): Evaluate {
    if (node === null) return () => OMITTED;
    switch (node.type) {
      case 'Literal': {
        const value = (node as { value: Scalar }).value;
        return () => value;
      }
      case 'ErrorLiteral': {
        const error = errorOf((node as { value: string }).value as ErrorCode);
        return () => error;
      }
      case 'ReferenceIdentifier':
        return this.reference(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'BinaryExpression':
        return this.binary(node);
      case 'CallExpression':
        return this.call(node);
      case 'ArrayExpression':
        return this.array(node);
      case 'LambdaExpression':
        return this.lambda(node);
      case 'LetExpression':
        return this.let(node);
      default:
        return () => NAME;
    }
  }

  private reference(node: { value: string; kind: string }): Evaluate {
    if (node.kind === 'table') {
      const template = tableTemplate(node.value);
      if (!template) return () => REF;
      this.precede(template);
      return tableReader(template);
    }
    // LAMBDA's r and c are names though no defined name may be called so.
    const bare = node.kind === 'name' && !node.value.includes('!');
    const template: RangeTemplate | NameTemplate | null = bare
      ? { kind: 'name', sheet: null, name: node.value }
      : rangeTemplate(node.value, this.row, this.column);
    if (!template) return () => REF;
    this.precede(template);
    return template.kind === 'range' ? rangeReader(template) : nameReader(template);
  }

  /** A long formula names the same cells again and again: each is looked up once for every row that has the formula. */
  private precede(template: Template): void {
    const key = `${this.positional === 0} ${JSON.stringify(template)}`;
    if (this.preceded.has(key)) return;
    this.preceded.add(key);
    (this.positional === 0 ? this.precedents : this.places).push(template);
  }

  /**
   * As compile, where a reference to one cell is as good as its value: an operand, an argument that has to be a single
   * value.
   */
  private operand(node: AstExpression | null): Evaluate {
    const read = this.compile(node);
    const reference = node?.type === 'ReferenceIdentifier' ? (node as { value: string; kind: string }) : null;
    if (reference?.kind === 'table') return cellReader(tableTemplate(reference.value)) ?? read;
    return read;
  }

  private unary(node: { operator: string; arguments: AstExpression[] }): Evaluate {
    if (node.operator === '#') {
      const anchor = this.compile(node.arguments[0] ?? null);
      return (context, scope) => spillOf(anchor(context, scope));
    }
    const operand =
      node.operator === '@'
        ? this.compile(node.arguments[0] ?? null)
        : this.operand(node.arguments[0] ?? null);
    if (node.operator === '@') {
      return (context, scope) => implicitIntersection(operand(context, scope), context);
    }
    const { operator } = node;
    return (context, scope) => applyUnary(operator, operand(context, scope), context.services.culture);
  }

  private binary(node: { operator: string; arguments: AstExpression[] }): Evaluate {
    const ofCells = node.operator in BINARY;
    const [left, right] = [0, 1].map((index): Evaluate => {
      const part = node.arguments[index] ?? null;
      return ofCells ? this.operand(part) : this.compile(part);
    }) as [Evaluate, Evaluate];
    switch (node.operator) {
      case ':':
        this.precedeBetween(node.arguments);
        return (context, scope) => settled(spanOf(left(context, scope), right(context, scope)), context);
      case ' ':
        return (context, scope) => intersect(left(context, scope), right(context, scope));
      case ',':
        return (context, scope) => union(left(context, scope), right(context, scope));
      default: {
        const operator = BINARY[node.operator];
        if (!operator) return () => NAME;
        return (context, scope) =>
          applyBinary(operator, left(context, scope), right(context, scope), context.services.culture);
      }
    }
  }

  /** Orders[@May]:Orders[@July] reads the columns between the two as well. */
  private precedeBetween(ends: readonly AstExpression[]): void {
    const [from, to] = ends.map((end) => {
      const reference = end.type === 'ReferenceIdentifier' ? (end as { value: string; kind: string }) : null;
      return reference?.kind === 'table' ? tableTemplate(reference.value) : null;
    });
    if (from && to && from.table === to.table) this.precede({ ...from, last: to.last });
  }

  private call(node: CallExpression): Evaluate {
    if (node.callee.type !== 'Identifier') {
      const callee = this.compile(node.callee as unknown as AstExpression);
      const args = node.arguments.map((argument) => this.compile(argument));
      return (context, scope) => applyLambda(callee(context, scope), args, context, scope);
    }
    const name = node.callee.name.toUpperCase();
    const definition = this.functions(name);
    if (!definition) return this.foreignCall(name, node.callee.name, node.arguments);
    if (definition.volatile) this.volatile = true;
    if (definition.positional) {
      this.placed = true;
      this.positional++;
    }
    const args = node.arguments.map((argument, index) =>
      definition.takesValue?.(index) ? this.operand(argument) : this.compile(argument),
    );
    if (definition.positional) this.positional--;
    if (args.length < definition.min || args.length > definition.max) return () => VALUE;
    return (context, scope) => definition.call(args, context, scope);
  }

  /** A function of an add-in, a LAMBDA bound by LET, or a name that holds one. */
  private foreignCall(upper: string, written: string, argumentNodes: AstExpression[]): Evaluate {
    this.foreign.add(upper);
    const named: NameTemplate = { kind: 'name', sheet: null, name: written, called: true };
    this.precede(named);
    const args = argumentNodes.map((argument) => this.compile(argument));
    const read = nameReader(named);
    return (context, scope) => {
      const bound = lookUp(scope, upper);
      if (bound !== undefined) return applyLambda(bound, args, context, scope);
      const { custom } = context.services;
      if (custom.has(upper)) {
        return custom.call(
          upper,
          args.map((argument) => argument(context, scope)),
          context,
        );
      }
      const value = read(context, scope);
      return value instanceof Lambda ? applyLambda(value, args, context, scope) : NAME;
    };
  }

  private array(node: { elements: (AstExpression | null)[][] }): Evaluate {
    const lines = node.elements.map((line) => line.map((element) => this.compile(element)));
    return (context, scope) =>
      Matrix.from(lines.map((line) => line.map((element) => toScalar(element(context, scope)))));
  }

  private lambda(node: LambdaExpression): Evaluate {
    const names = node.params.map((parameter) => parameter.name.toUpperCase());
    const body = this.compile(node.body);
    return (context, scope) =>
      new Lambda(names.length, (args) => {
        let inner = scope;
        names.forEach((name, index) => {
          inner = { name, value: args[index] ?? OMITTED, outer: inner };
        });
        return body(context, inner);
      });
  }

  private let(node: LetExpression): Evaluate {
    const steps = node.declarations.map(({ id, init }) => ({
      name: id.name.toUpperCase(),
      value: this.compile(init),
    }));
    const body = this.compile(node.body);
    return (context, scope) => {
      let inner = scope;
      for (const { name, value } of steps) inner = { name, value: value(context, inner), outer: inner };
      return body(context, inner);
    };
  }
}

function lookUp(scope: Scope | null, upper: string): Value | undefined {
  for (let at = scope; at; at = at.outer) if (at.name === upper) return at.value;
  return undefined;
}

function applyLambda(callee: Value, args: readonly Evaluate[], context: Context, scope: Scope | null): Value {
  if (isError(callee)) return callee;
  if (!(callee instanceof Lambda) || args.length > callee.parameters) return VALUE;
  return callee.call(args.map((argument) => argument(context, scope)));
}

function nameReader(template: NameTemplate): Evaluate {
  const upper = template.name.toUpperCase();
  const sheetOf = sheetReader(template.sheet);
  return (context, scope) => {
    const bound = template.sheet === null ? lookUp(scope, upper) : undefined;
    if (bound !== undefined) return bound;
    const { book } = context.services;
    const sheet = sheetOf(context);
    const item = (sheet && book.namedItem(template.name, sheet)) ?? book.namedItem(template.name);
    if (item) return context.services.evaluateText(item.formula, context);
    const table = book.table(template.name);
    if (!table) return NAME;
    const area = tableArea({ kind: 'table', table: null, parts: [], first: null, last: null }, table, 0);
    return area
      ? new Reference(table.sheet as SheetCore, area.row, area.column, area.rows, area.columns)
      : REF;
  };
}

function settled(value: Value, context: Context): Value {
  if (value instanceof Reference) context.services.settle(value);
  return value;
}

function union(a: Value, b: Value): Value {
  if (isError(a)) return a;
  if (isError(b)) return b;
  const parts = [a, b].flatMap((value) =>
    value instanceof Union ? value.parts : value instanceof Reference ? [value] : [],
  );
  return parts.length >= 2 ? new Union(parts) : VALUE;
}
