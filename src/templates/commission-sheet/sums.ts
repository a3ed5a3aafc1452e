import type { View } from '../../domain/commission/book';
import type { Choice } from '../../domain/commission/types';
import { tableColumn } from '../formula';
import type { Counted } from './counted';
import type { SheetTexts } from './texts';

/** Sums over the rows that count, for the formulas of a person's month. */

/** Beyond this many looks at rows the sums are written as values. */
const MOST_LOOKS = 60_000_000;

export type Whose = Choice<'basis'> | 'members';
type Summed = 'counted' | 'credited' | 'pieces' | 'units';

export interface SumCells {
  readonly month: string;
  readonly person: string;
  readonly team: string;
}

export class Sums {
  private readonly plainTeams = new Map<string, boolean>();

  constructor(
    private readonly t: SheetTexts,
    private readonly table: string,
    counted: readonly Counted[],
    /** Rows of the working sheet. */
    rows: number,
  ) {
    this.fewLooks = counted.length * rows <= MOST_LOOKS;
  }

  readonly fewLooks: boolean;

  column(id: 'month' | 'person' | 'team' | 'product' | 'soldOn' | Summed): string {
    return tableColumn(this.table, this.t.columns[id]);
  }

  /** What counts for a person, the team, the team without the person, or all, in the month; `since` begins earlier. */
  of(view: View, whose: Whose, cells: SumCells, since: string | null = null): string {
    const months: Criterion[] =
      since === null
        ? [{ column: this.column('month'), cell: cells.month, plain: true }]
        : [
            { column: this.column('month'), cell: since, sign: '>=', plain: true },
            { column: this.column('month'), cell: cells.month, sign: '<=', plain: true },
          ];
    const own: Criterion = {
      column: this.column('person'),
      cell: cells.person,
      plain: isPlainName(view.person),
    };
    if (whose === 'all') return this.sum('counted', months);
    if (whose === 'own' || (whose === 'team' && view.team === null))
      return this.sum('counted', [own, ...months]);
    if (view.team === null) return '0';
    const team: Criterion = {
      column: this.column('team'),
      cell: cells.team,
      plain: this.isPlainTeam(view.team),
    };
    const all = this.sum('counted', [team, ...months]);
    return whose === 'team' ? all : `${all}-${this.sum('counted', [own, team, ...months])}`;
  }

  /** What the person sold of a product in days, by the number of sales, the units, or the amounts. */
  ofProduct(
    view: View,
    cells: SumCells,
    product: { readonly name: string; readonly cell: string; readonly from: string; readonly to: string },
    what: Exclude<Summed, 'counted'>,
  ): string {
    const days = this.column('soldOn');
    return this.sum(what, [
      { column: this.column('person'), cell: cells.person, plain: isPlainName(view.person) },
      { column: this.column('month'), cell: cells.month, plain: true },
      { column: this.column('product'), cell: product.cell, plain: isPlainName(product.name) },
      { column: days, cell: product.from, sign: '>=', plain: true },
      { column: days, cell: product.to, sign: '<=', plain: true },
      ...(what === 'credited'
        ? [{ column: this.column('pieces'), cell: '0', sign: '<>', plain: true } as const]
        : []),
    ]);
  }

  /** The factors that pick the rows of the basis, for sums of a figure of each row. */
  picked(view: View, whose: Choice<'basis'>, cells: SumCells): string {
    const month = `(${this.column('month')}=${cells.month})`;
    if (whose === 'all') return month;
    return whose === 'own' || view.team === null
      ? `(${this.column('person')}=${cells.person})*${month}`
      : `(${this.column('team')}=${cells.team})*${month}`;
  }

  private isPlainTeam(team: string): boolean {
    const known = this.plainTeams.get(team) ?? isPlainName(team);
    this.plainTeams.set(team, known);
    return known;
  }

  private sum(what: Summed, criteria: readonly Criterion[]): string {
    const column = this.column(what);
    if (criteria.every(({ plain }) => plain)) {
      const said = criteria.map((each) => `${each.column},${each.sign ? `"${each.sign}"&` : ''}${each.cell}`);
      return `SUMIFS(${column},${said.join(',')})`;
    }
    const said = criteria.map((each) => `--(${each.column}${each.sign ?? '='}${each.cell})`);
    return `SUMPRODUCT(${said.join(',')},${column})`;
  }
}

interface Criterion {
  readonly column: string;
  readonly cell: string;
  readonly sign?: '>=' | '<=' | '<>';
  /** SUMIFS takes the text as it is. */
  readonly plain: boolean;
}

/** SUMIFS takes other names for numbers, comparisons or patterns. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}][\p{L}\p{N} ]*$/u.test(name) && !/^(true|false)$/i.test(name) && name.length < 200;
}
