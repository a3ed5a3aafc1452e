import type { Steps } from '../domain/drain';
import { cellOf } from './cellText';
import { tableRecord, type ComposedTable } from './compose';
import type { Naming } from './naming';
import { readPieces, type Piece } from './pieces';
import { blockArea, type PlacedSheet } from './placed';
import { TYPED, type SheetRecord } from './record';
import { cellKey, printOf } from './refreshBlocks';
import type { Session } from './run';

/** A sheet as it was just written. */
export interface WrittenSheet {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly placed: PlacedSheet;
  readonly tables: readonly ComposedTable[];
  /** Cells of blocks that hold a person's content, by cellKey. */
  readonly typed: ReadonlySet<string>;
  /** Charts that the plan has, with those that a person removed. */
  readonly charts: SheetRecord['charts'];
}

/** What built things were just called, for prints of their formulas. */
function namingOfWritten(sheets: readonly WrittenSheet[]): Naming {
  const tables = sheets.flatMap((sheet) => sheet.placed.tables);
  return {
    sheets: new Map(sheets.map(({ placed }) => [placed.name.toLowerCase(), `#${placed.role}`])),
    tables: new Map(tables.map((table) => [table.name.toLowerCase(), `#${table.role}`])),
    columns: new Map(
      tables.flatMap((table) =>
        table.columns.map((column): [string, string] => [column.header.toLowerCase(), `#${column.id}`]),
      ),
    ),
  };
}

/** What was read of a block, by the places of its sheet and itself. */
interface ReadPiece {
  readonly sheet: number;
  readonly block: number;
  readonly piece: Piece;
}

/** Prints of all cells, by sheet, block, row and column. */
function* printSteps(
  sheets: readonly WrittenSheet[],
  read: readonly ReadPiece[],
): Steps<readonly (readonly (readonly (readonly string[])[])[])[]> {
  const naming = namingOfWritten(sheets);
  const prints = sheets.map(({ placed }) => placed.blocks.map((): string[][] => []));
  for (const { sheet, block, piece } of read) {
    const { typed } = sheets[sheet]!;
    for (const [r, row] of piece.formulas.entries()) {
      const line = row.map((formula, c) => {
        if (typed.has(cellKey(block, piece.firstRow + r, c))) return TYPED;
        return printOf(cellOf(formula, piece.values[r]?.[c]), naming);
      });
      prints[sheet]![block]!.push(line);
      yield;
    }
  }
  return prints;
}

/**
 * Reads the written blocks back, for Excel may spell a formula otherwise than it was given: only what it answers can
 * tell later whether a person changed a cell.
 */
export async function recordSheets(
  session: Session,
  sheets: readonly WrittenSheet[],
): Promise<SheetRecord[]> {
  const read: ReadPiece[] = [];
  await readPieces(
    session,
    sheets.flatMap(({ sheet, placed }, at) =>
      placed.blocks.map((block, index) => ({
        sheet,
        name: placed.name,
        area: blockArea(block),
        facets: ['formulas', 'values'] as const,
        take: (piece: Piece): void => void read.push({ sheet: at, block: index, piece }),
      })),
    ),
  );
  const prints = await session.compute(printSteps(sheets, read));
  return sheets.map(({ id, placed, tables, charts }, at) => ({
    ...placed,
    id,
    charts,
    blocks: placed.blocks.map(({ at: place, style, format, merge }, index) => ({
      at: place,
      style,
      format,
      merge,
      prints: prints[at]![index]!,
    })),
    tables: tables.map(tableRecord),
  }));
}
