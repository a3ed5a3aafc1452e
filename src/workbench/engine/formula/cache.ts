import { compileFormula, type Compiled } from '../compile';
import { lookUpFunction } from '../functions/registry';
import { NAME } from '../values';
import { isPlaceless, shapeOf } from './shape';

export const NOT_A_FORMULA: Compiled = {
  evaluate: () => NAME,
  precedents: [],
  volatile: false,
  placed: false,
  places: [],
  foreign: new Set(),
  fillable: false,
};

/** Texts that are remembered; a workbook has fewer that mean the same from every cell. */
const MOST_TEXTS = 20_000;

/** Formulas compiled once for all cells from which they mean the same. */
export class FormulaCache {
  private readonly shapes = new Map<string, Compiled>();
  /** By the very text, of those that mean the same from every cell: a table's column holds one in every row. */
  private readonly texts = new Map<string, Compiled>();

  compiled(formula: string, row: number, column: number): Compiled {
    const known = this.texts.get(formula);
    if (known) return known;
    const shape = shapeOf(formula, row, column);
    let compiled = this.shapes.get(shape);
    if (!compiled) {
      compiled = compileOr(formula, row, column);
      this.shapes.set(shape, compiled);
    }
    if (isPlaceless(shape)) {
      if (this.texts.size >= MOST_TEXTS) this.texts.clear();
      this.texts.set(formula, compiled);
    }
    return compiled;
  }
}

function compileOr(formula: string, row: number, column: number): Compiled {
  try {
    return compileFormula(formula, row, column, lookUpFunction);
  } catch {
    // A file may hold what is no formula; the cell says #NAME?. Typed formulas are checked before.
    return NOT_A_FORMULA;
  }
}
