import type { Plan, PlanCell, SheetPlan, TablePlan } from '../plan/types';
import type { BookGrid, GridValue, SheetGrid } from '../reading/grid';
import type { GridMessage, PlanRows, Reply } from './protocol';

/** Cells of one message: copied in about ten milliseconds. */
const CELLS = 40_000;

/** Parts of a long list of rows as [first, end) pairs. */
function* parts(rows: readonly (readonly unknown[])[]): Generator<readonly [number, number]> {
  let first = 0;
  let cells = 0;
  for (let row = 0; row < rows.length; row++) {
    cells += rows[row]?.length ?? 0;
    if (cells < CELLS && row < rows.length - 1) continue;
    yield [first, row + 1];
    first = row + 1;
    cells = 0;
  }
}

/** The messages that carry a workbook's cells. */
export function* gridMessages(book: BookGrid): Generator<GridMessage> {
  yield { kind: 'book', book: { ...book, sheets: [] } };
  for (const sheet of book.sheets) {
    const { values, formats } = sheet;
    yield { kind: 'sheet', sheet: { ...sheet, values: [], formats: [] } };
    for (const [first, end] of parts(values)) {
      yield { kind: 'rows', values: values.slice(first, end), formats: formats.slice(first, end) };
    }
  }
}

interface GrowingSheet extends SheetGrid {
  readonly values: (readonly GridValue[])[];
  readonly formats: (readonly string[])[];
}

interface GrowingBook extends BookGrid {
  readonly sheets: GrowingSheet[];
}

/** Puts a workbook together again. */
export class GridAssembly {
  private grown: GrowingBook = { name: '', date1904: false, sheets: [] };

  get book(): BookGrid {
    return this.grown;
  }

  take(message: GridMessage): void {
    switch (message.kind) {
      case 'book':
        this.grown = { ...message.book, sheets: [] };
        return;
      case 'sheet':
        this.grown.sheets.push({ ...message.sheet, values: [], formats: [] });
        return;
      case 'rows': {
        const sheet = this.grown.sheets.at(-1);
        if (!sheet) throw new Error('Rows came before their sheet.');
        for (const row of message.values) sheet.values.push(row);
        for (const row of message.formats) sheet.formats.push(row);
      }
    }
  }
}

/** The messages that carry a plan. */
export function* planMessages(plan: Plan): Generator<Reply> {
  yield { kind: 'plan', plan: { ...plan, sheets: plan.sheets.map(withoutRows) } };
  for (const [sheet, { tables }] of plan.sheets.entries()) {
    for (const [table, { rows, keys }] of tables.entries()) {
      for (const [first, end] of parts(rows)) {
        yield {
          kind: 'plan-rows',
          sheet,
          table,
          rows: rows.slice(first, end),
          keys: keys.slice(first, end),
        };
      }
    }
  }
}

interface GrowingTable extends TablePlan {
  readonly rows: (readonly PlanCell[])[];
  readonly keys: string[];
}

interface GrowingPlanSheet extends SheetPlan {
  readonly tables: readonly GrowingTable[];
}

function withoutRows(sheet: SheetPlan): GrowingPlanSheet {
  return { ...sheet, tables: sheet.tables.map((table) => ({ ...table, rows: [], keys: [] })) };
}

/** Puts a plan together again. */
export class PlanAssembly {
  private readonly sheets: readonly GrowingPlanSheet[];

  constructor(private readonly head: Plan) {
    this.sheets = head.sheets.map(withoutRows);
  }

  get plan(): Plan {
    return { ...this.head, sheets: this.sheets };
  }

  take({ sheet, table, rows, keys }: PlanRows): void {
    const growing = this.sheets[sheet]?.tables[table];
    if (!growing) throw new Error('Rows came before their table.');
    for (const row of rows) growing.rows.push(row);
    for (const key of keys) growing.keys.push(key);
  }
}
