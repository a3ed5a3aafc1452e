import { cellAddress } from '../../domain/address';
import type { PayBook, View } from '../../domain/commission/book';
import type { AmountKind, PersonMonth } from '../../domain/commission/pay';
import { yuanOf, type Cents } from '../../domain/money';
import type { PlanCell } from '../../plan/types';
import { liveOr } from '../expressions';
import type { StyledCell } from '../page';
import type { Digest } from './digest';
import { formatOfColumn, isText, type Layout, type WorkingColumn } from './layout';
import { amountOf } from './plain';
import type { Sums, SumCells } from './sums';
import type { TermCells } from './term-cells';
import type { TermsBook } from './terms-sheet';
import { commissionForm, type CommissionForm } from './terms';
import type { SheetTexts } from './texts';

/** One row of the working sheet while it is written: what its cells are and where they stand. */

export interface RowSetting {
  readonly t: SheetTexts;
  readonly digest: Digest;
  readonly layout: Layout;
  readonly terms: TermsBook;
  readonly sums: Sums;
  readonly live: boolean;
}

/** The rows of a month, all people in their order. */
export interface MonthRows {
  readonly first: number;
  readonly last: number;
}

export class MonthRow {
  readonly form: CommissionForm;
  readonly terms: TermCells | null;
  readonly book: PayBook;
  /** Amounts that stay as they were when the sheet was built. */
  readonly fixed = new Set<AmountKind>();
  private readonly cells = new Map<WorkingColumn, { readonly value: PlanCell; readonly fixed: boolean }>();

  constructor(
    readonly setting: RowSetting,
    readonly row: number,
    readonly view: View,
    readonly paid: PersonMonth,
    /** The person's row of the month before and of the last month paid before, where they are on the sheet. */
    readonly earlier: number | null,
    readonly month: MonthRows,
  ) {
    this.book = setting.digest.book;
    this.form = commissionForm(view, paid);
    this.terms = setting.terms.of(view.terms);
  }

  has(id: WorkingColumn): boolean {
    return this.setting.layout.columns.includes(id);
  }

  /** `$H12`; of another row where one is named. */
  at(id: WorkingColumn, row = this.row): string {
    return `$${cellAddress({ row, column: this.setting.layout.columns.indexOf(id) })}`;
  }

  /** A column's cells from one row to another. */
  span(id: WorkingColumn, { first, last }: MonthRows): string {
    const fixed = (row: number): string => this.at(id, row).replace(/(\d+)$/, '$$$1');
    return `${fixed(first)}:${fixed(last)}`;
  }

  /** A formula, or in the copy of values what it came to. */
  live(id: WorkingColumn, expression: string, value: PlanCell): void {
    this.put(id, liveOr(this.setting, expression, value), false);
  }

  value(id: WorkingColumn, value: PlanCell): void {
    this.put(id, value, false);
  }

  /** An amount as it was when the sheet was built. */
  built(id: AmountKind): void {
    const cents = amountOf(this.paid, id);
    this.put(id, yuanOf(cents), this.setting.live);
    if (cents !== 0 || this.paid.basis !== 0) this.fixed.add(id);
  }

  /** Another figure as it was when the sheet was built. */
  figure(id: WorkingColumn, cents: Cents): void {
    this.put(id, yuanOf(cents), this.setting.live);
  }

  private put(id: WorkingColumn, value: PlanCell, fixed: boolean): void {
    this.cells.set(id, { value, fixed });
  }

  get sumCells(): SumCells {
    return { month: this.at('month'), person: this.at('person'), team: this.at('team') };
  }

  /** An amount for the days of the month on which the person is active, in 元. */
  prorated(expression: string): string {
    return this.view.terms.version.proration === 'none'
      ? expression
      : `ROUND(${expression}*${this.at('active')}/${this.at('total')},2)`;
  }

  styled(): StyledCell[] {
    const { t, layout } = this.setting;
    return layout.columns.map((id, index): StyledCell => {
      const { value, fixed } = this.cells.get(id) ?? { value: null, fixed: false };
      const style = index >= layout.shown ? 'key' : isText(id) ? 'text' : 'number';
      return { value, style, format: formatOfColumn(t, id, fixed) };
    });
  }
}
