import { cellKey, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheetName } from '../../model/address';
import { toBoolean, textOf, toText } from '../coercion';
import type { Context } from '../context';
import { toScalar } from '../operators';
import { implicitIntersection, spillOf } from '../ranges';
import { isError, isGrid, Matrix, NA, OMITTED, REF, Reference, Union, VALUE, type Value } from '../values';
import { scalars, single, values, type FunctionDefinition, type FunctionTable } from './definition';
import { numberArgument } from './iterate';

const positional = (definition: FunctionDefinition): FunctionDefinition => ({
  ...definition,
  positional: true,
});

/** ROW and COLUMN: a number, or for several lines a list of them. */
const numbering = (axis: 'row' | 'column'): FunctionDefinition =>
  positional(
    values(0, 1, ([value], context) => {
      if (value === undefined || value === OMITTED) return context[axis] + 1;
      if (isError(value)) return value;
      if (!(value instanceof Reference)) return VALUE;
      const size = axis === 'row' ? value.rows : value.columns;
      if (size === 1) return value[axis] + 1;
      return axis === 'row'
        ? Matrix.build(size, 1, (row) => value.row + row + 1)
        : Matrix.build(1, size, (_, column) => value.column + column + 1);
    }),
  );

const counting = (axis: 'rows' | 'columns'): FunctionDefinition =>
  values(1, 1, ([value]) => {
    if (isGrid(value ?? null)) return (value as Reference)[axis];
    return isError(value ?? null) ? (value ?? null) : 1;
  });

function offset(args: readonly Value[], context: Context): Value {
  const [base, down, right, height, width] = args;
  if (isError(base ?? null)) return base ?? REF;
  if (!(base instanceof Reference)) return VALUE;
  const numbers: number[] = [];
  for (const [value, fallback] of [
    [down, 0],
    [right, 0],
    [height, base.rows],
    [width, base.columns],
  ] as const) {
    const number = numberArgument(value, context, fallback);
    if (isError(number)) return number;
    numbers.push(Math.trunc(number));
  }
  const [rowsDown = 0, columnsRight = 0, rows = 1, columns = 1] = numbers;
  if (rows === 0 || columns === 0) return REF;
  // A negative height reaches upwards.
  const row = base.row + rowsDown + (rows < 0 ? rows + 1 : 0);
  const column = base.column + columnsRight + (columns < 0 ? columns + 1 : 0);
  return place(base.sheet, row, column, Math.abs(rows), Math.abs(columns), context);
}

function place(
  sheet: Reference['sheet'],
  row: number,
  column: number,
  rows: number,
  columns: number,
  { services }: Context,
): Value {
  if (row < 0 || column < 0 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) return REF;
  const reference = new Reference(sheet, row, column, rows, columns);
  services.settle(reference);
  return reference;
}

function indirect([text, style]: readonly Value[], context: Context): Value {
  const address = toText(single(text));
  if (isError(address)) return address;
  const a1 = style === undefined || style === OMITTED ? true : toBoolean(toScalar(style));
  if (a1 !== true || address.trim() === '') return REF;
  const value = context.services.evaluateText(address, context);
  if (!(value instanceof Reference)) return REF;
  context.services.settle(value);
  return value;
}

function address([row, column, kind, a1, sheet]: readonly Value[], context: Context): Value {
  const r = numberArgument(row, context, 1);
  const c = numberArgument(column, context, 1);
  const k = numberArgument(kind, context, 1);
  if (isError(r)) return r;
  if (isError(c)) return c;
  if (isError(k)) return k;
  if (r < 1 || c < 1 || r > MAX_ROWS || c > MAX_COLUMNS || k < 1 || k > 4) return VALUE;
  const fixedRow = k === 1 || k === 2;
  const fixedColumn = k === 1 || k === 3;
  const isR1C1 = a1 !== undefined && a1 !== OMITTED && toBoolean(toScalar(a1)) === false;
  const cell = isR1C1
    ? `R${fixedRow ? r : `[${r}]`}C${fixedColumn ? c : `[${c}]`}`
    : `${fixedColumn ? '$' : ''}${columnName(c - 1)}${fixedRow ? '$' : ''}${r}`;
  const name = sheet === undefined || sheet === OMITTED ? null : toText(toScalar(sheet));
  return name === null || isError(name) ? cell : `${quoteSheetName(name)}!${cell}`;
}

function cell([type, target]: readonly Value[], context: Context): Value {
  const kind = textOf(single(type)).toLowerCase();
  const reference =
    target instanceof Reference ? target : new Reference(context.sheet, context.row, context.column, 1, 1);
  const { sheet, row, column } = reference;
  switch (kind) {
    case 'address':
      return `$${columnName(column)}$${row + 1}`;
    case 'row':
      return row + 1;
    case 'col':
      return column + 1;
    case 'contents':
      return sheet.value(row, column) ?? 0;
    case 'type': {
      const value = sheet.value(row, column);
      return value === null ? 'b' : typeof value === 'string' ? 'l' : 'v';
    }
    case 'width':
      return Math.round(sheet.columnWidth(column));
    case 'protect':
      return sheet.style(row, column).locked === false ? 0 : 1;
    case 'filename':
      return `[${context.services.book.name}]${sheet.name}`;
    default:
      return VALUE;
  }
}

export const REFERENCE_FUNCTIONS: FunctionTable = {
  ROW: numbering('row'),
  COLUMN: numbering('column'),
  ROWS: positional(counting('rows')),
  COLUMNS: positional(counting('columns')),
  AREAS: positional(
    values(1, 1, ([value]) =>
      value instanceof Union ? value.parts.length : value instanceof Reference ? 1 : VALUE,
    ),
  ),
  OFFSET: { ...values(3, 5, offset), volatile: true },
  INDIRECT: { ...values(1, 2, indirect), volatile: true },
  ADDRESS: values(2, 5, address),
  CELL: { ...values(1, 2, cell), volatile: true },
  SHEET: positional(
    values(0, 1, ([value], context) => {
      if (value instanceof Reference) return value.sheet.position + 1;
      if (value === undefined) return context.sheet.position + 1;
      const sheet = context.services.book.sheet(textOf(toScalar(value)));
      return sheet ? sheet.position + 1 : NA;
    }),
  ),
  SHEETS: values(0, 0, (_, { services }) => services.book.sheets.length),
  FORMULATEXT: values(1, 1, ([value]) => {
    if (!(value instanceof Reference)) return NA;
    return value.sheet.formulas.get(cellKey(value.row, value.column))?.formula ?? NA;
  }),
  HYPERLINK: scalars(1, 2, ([link, shown]) =>
    shown === undefined || shown === null ? (link ?? null) : shown,
  ),
  SINGLE: values(1, 1, ([value], context) => implicitIntersection(value ?? null, context)),
  ANCHORARRAY: values(1, 1, ([value]) => spillOf(value ?? null)),
};
