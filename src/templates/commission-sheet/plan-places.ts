import type { Position } from '../../domain/address';
import type { PersonException, Spiff } from '../../domain/commission/types';
import { fixedCell, onSheet } from '../formula';
import type { Scope } from '../commission-plan/cells';
import type { ReadPlan } from '../commission-plan/read';
import {
  acceleratorsTable,
  exceptionsTable,
  spiffsTable,
  targetsTable,
  tiersTable,
  type TermId,
} from '../commission-plan/tables';
import type { RuleDefinition, RuleRow } from '../rules';

/**
 * The plan sheet's cells, as formulas of other sheets write them. A cell whose text only says a number ("2,500元") can't
 * be spoken of: null.
 */
export class PlanPlaces {
  constructor(readonly read: ReadPlan) {}

  /** Of a table's row, which the plan numbers from 1. */
  cell(definition: RuleDefinition, row: number | undefined, column: string): string | null {
    const found = this.read.cells.rows(definition).find((one) => one.row + 1 === row);
    return found ? this.numberIn(definition, found, column) : null;
  }

  /** Where the cell stands, whatever it holds. */
  place(definition: RuleDefinition, row: number | undefined, column: string): string | null {
    const found = this.read.cells.rows(definition).find((one) => one.row + 1 === row);
    const at = found && this.read.cells.position(definition, found, column);
    return found && at ? placeOn(found.sheet, at) : null;
  }

  tier(row: number | undefined, column: 'from' | 'to' | 'rate' | 'base'): string | null {
    return this.cell(tiersTable, row, column);
  }

  accelerator(row: number | undefined, column: 'past' | 'rate'): string | null {
    return this.cell(acceleratorsTable, row, column);
  }

  spiff({ row }: Spiff, column: 'extra' | 'validFrom' | 'validTo'): string | null {
    return this.cell(spiffsTable, row, column);
  }

  exception({ row }: PersonException): string | null {
    return this.cell(exceptionsTable, row, 'amount');
  }

  target(scope: Scope, fromMonth: number, toMonth: number): string | null {
    const row = this.read.cells
      .scoped(targetsTable, scope)
      .find(({ values }) => values['fromMonth'] === fromMonth && values['toMonth'] === toMonth);
    return row ? this.numberIn(targetsTable, row, 'target') : null;
  }

  /** A term that is a number. */
  term(id: TermId, scope: Scope): string | null {
    const said = this.read.cells.term(id, scope);
    return said && typeof said.value === 'number' && said.plain ? placeOn(said.sheet, said.at) : null;
  }

  private numberIn(definition: RuleDefinition, row: RuleRow, column: string): string | null {
    const cell = row.cells[column];
    const at = this.read.cells.position(definition, row, column);
    // The amount of an exception may be a name too, so that what counts is the cell's own value.
    const counts = definition.id === exceptionsTable.id ? cell?.value : row.values[column];
    if (!at || typeof cell?.value !== 'number' || cell.value !== counts) return null;
    return placeOn(row.sheet, at);
  }
}

export function placeOn(sheet: string, at: Position): string {
  return onSheet(sheet, fixedCell(at));
}

/** `提成方案!D12`, as sentences name it; '' where there is none. */
export function plainPlace(place: string | null): string {
  return place === null
    ? ''
    : place.replace(/^'(.*)'!/, (_, sheet: string) => `${sheet.replaceAll("''", "'")}!`).replaceAll('$', '');
}
