import {
  parseA1Ref,
  parseStructRef,
  stringifyA1Ref,
  stringifyStructRef,
  stringifyTokens,
  tokenize,
  tokenTypes,
  type RangeA1,
  type ReferenceA1,
  type ReferenceName,
  type ReferenceStruct,
} from '@borgar/fx';
import { columnName, MAX_COLUMNS, MAX_ROWS, quoteSheetName } from '../../model/address';
import { editArea, editStretch, type StructuralEdit } from '../../model/edit';
import { replaceCells } from './shape';

/* Formulas follow what they refer to: these functions rewrite the references in a formula's text and leave the rest
   of it, down to the blanks, as it was typed. A formula comes with its '=' or, in names and charts, without. */

interface Replacement {
  range?(reference: ReferenceA1): string | null;
  table?(reference: ReferenceStruct): string | null;
  name?(reference: ReferenceName): string | null;
}

const DELETED = '#REF!';

function rewrite(formula: string, replacement: Replacement): string {
  const hasPrefix = formula.startsWith('=');
  const tokens = tokenize(hasPrefix ? formula : `=${formula}`, { mergeRefs: true, allowTernary: true });
  let changed = false;
  const rewritten = tokens.map((token) => {
    const text = replaced(token.type, token.value, replacement);
    if (text === null || text === token.value) return token;
    changed = true;
    return { ...token, value: text };
  });
  if (!changed) return formula;
  const text = stringifyTokens(rewritten);
  return hasPrefix ? text : text.slice(1);
}

function replaced(type: string, text: string, replacement: Replacement): string | null {
  if (type === tokenTypes.REF_STRUCT) {
    const reference = replacement.table && parseStructRef(text);
    return reference ? (replacement.table?.(reference) ?? null) : null;
  }
  const isRange =
    type === tokenTypes.REF_RANGE || type === tokenTypes.REF_BEAM || type === tokenTypes.REF_TERNARY;
  if (!isRange && type !== tokenTypes.REF_NAMED) return null;
  const reference = parseA1Ref(text, { allowNamed: true, allowTernary: true });
  if (!reference) return null;
  if ('range' in reference) return replacement.range?.(reference) ?? null;
  return replacement.name?.(reference) ?? null;
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

function sheetOf(reference: { context?: string[] }): string | undefined {
  return reference.context?.length === 1 ? reference.context[0] : undefined;
}

function written(context: string[] | undefined, body: string): string {
  if (!context?.length) return body;
  return context.length === 1
    ? `${quoteSheetName(context[0] ?? '')}!${body}`
    : stringifyQualified(context, body);
}

function stringifyQualified(context: string[], body: string): string {
  return stringifyA1Ref({ context, name: body });
}

/** The formula after rows or columns opened or closed on `editedSheet`; `ownSheet` is where the formula stands. */
export function shiftReferences(
  formula: string,
  ownSheet: string,
  editedSheet: string,
  edit: StructuralEdit,
): string {
  if (!/[!:#]/.test(formula)) {
    return same(ownSheet, editedSheet) ? shiftSingleCells(formula, edit) : formula;
  }
  return rewrite(formula, {
    range(reference) {
      if (reference.context && reference.context.length > 1) return null;
      if (!same(sheetOf(reference) ?? ownSheet, editedSheet)) return null;
      const range = shiftRange(reference.range, edit);
      if (range === reference.range) return null;
      return range ? stringifyA1Ref({ ...reference, range }) : written(reference.context, DELETED);
    },
  });
}

/** The quick way for most formulas: references to single cells of the own sheet. */
function shiftSingleCells(formula: string, edit: StructuralEdit): string {
  return replaceCells(formula, (cell) => {
    const area = { row: cell.row, column: cell.column, rows: 1, columns: 1 };
    const moved = editArea(area, edit);
    if (!moved) return DELETED;
    if (moved === area) return null;
    const column = cell.fixedColumn + columnName(moved.column);
    return column + cell.fixedRow + String(moved.row + 1);
  });
}

function shiftRange(range: RangeA1, edit: StructuralEdit): RangeA1 | null {
  const top = range.top ?? 0;
  const left = range.left ?? 0;
  const bottom = range.bottom ?? (range.bottom === undefined ? top : MAX_ROWS - 1);
  const right = range.right ?? (range.right === undefined ? left : MAX_COLUMNS - 1);
  const rows = edit.axis === 'rows';
  const [crossStart, crossEnd] = rows ? [left, right] : [top, bottom];
  if (crossStart < edit.bandStart || crossEnd >= edit.bandStart + edit.bandSize) return range;
  // A whole column has no rows to shift, and a whole row no columns.
  if (rows ? range.top === null : range.left === null) return range;
  const [start, end] = rows ? [top, bottom] : [left, right];
  const stretch = editStretch(start, end + 1, edit);
  if (!stretch) return null;
  if (stretch.start === start && stretch.end === end + 1) return range;
  return rows
    ? { ...range, top: stretch.start, bottom: range.bottom === null ? null : stretch.end - 1 }
    : { ...range, left: stretch.start, right: range.right === null ? null : stretch.end - 1 };
}

/** The formula as it reads when it is filled `rows` down and `columns` to the right. */
export function moveRelative(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = (index: number | null | undefined, fixed: boolean | null | undefined, by: number) =>
    index === null || index === undefined || fixed ? index : index + by;
  return rewrite(formula, {
    range(reference) {
      const { range } = reference;
      const next: RangeA1 = {
        ...range,
        top: moved(range.top, range.$top, rows) ?? null,
        left: moved(range.left, range.$left, columns) ?? null,
        bottom: moved(range.bottom, range.$bottom, rows),
        right: moved(range.right, range.$right, columns),
      };
      const outside = [next.top, next.bottom, next.left, next.right].some((index) => (index ?? 0) < 0);
      return outside ? written(reference.context, DELETED) : stringifyA1Ref({ ...reference, range: next });
    },
  });
}

/** The formula after a sheet got another name. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  if (!formula.toLowerCase().includes(from.replaceAll("'", "''").toLowerCase())) return formula;
  const renamed = (reference: ReferenceA1 | ReferenceName): string | null =>
    same(sheetOf(reference), from)
      ? `${quoteSheetName(to)}!${stringifyA1Ref({ ...reference, context: undefined })}`
      : null;
  return rewrite(formula, { range: renamed, name: renamed });
}

/** The formula after a sheet was deleted: what referred to it is #REF!. */
export function dropSheetIn(formula: string, sheet: string): string {
  if (!formula.toLowerCase().includes(sheet.replaceAll("'", "''").toLowerCase())) return formula;
  const dropped = (reference: ReferenceA1 | ReferenceName): string | null =>
    same(sheetOf(reference), sheet) ? DELETED : null;
  return rewrite(formula, { range: dropped, name: dropped });
}

/** The formula after a table got another name; null for a table that is gone leaves #REF!. */
export function renameTableIn(formula: string, from: string, to: string | null): string {
  if (!formula.toLowerCase().includes(from.toLowerCase())) return formula;
  return rewrite(formula, {
    table: (reference) =>
      !same(reference.table, from)
        ? null
        : to === null
          ? DELETED
          : stringifyStructRef({ ...reference, table: to }, { thisRow: false }),
    // A bare table name stands for the table's body.
    name: (reference) => (!same(reference.name, from) ? null : (to ?? DELETED)),
  });
}

/** The formula after a table's column got another name; `insideTable` lets [@column] without a table name count. */
export function renameColumnIn(
  formula: string,
  table: string,
  insideTable: boolean,
  from: string,
  to: string,
): string {
  return rewrite(formula, {
    table(reference) {
      if (!reference.table ? !insideTable : !same(reference.table, table)) return null;
      if (!reference.columns?.some((column) => same(column, from))) return null;
      const columns = reference.columns.map((column) => (same(column, from) ? to : column));
      return stringifyStructRef({ ...reference, columns }, { thisRow: false });
    },
  });
}
