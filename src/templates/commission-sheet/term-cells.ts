import type { Terms } from '../../domain/commission/people';
import type { AmountId } from './terms';
import { MILLION } from './writer';

/** Where the terms stand on their sheet, and the expressions that look them up. */
export interface TierAreas {
  /** Where each tier begins: in 分 as amounts are listed, or in millionths of the quota. */
  readonly start: string;
  /** In millionths. */
  readonly rate: string;
  /** By how much the rate rises from the tier below. */
  readonly rise: string;
  /** In 元. */
  readonly base: string;
  readonly from: string;
}

export interface AcceleratorCells {
  /** In millionths of the quota, and of the revenue. */
  readonly past: string;
  readonly rate: string;
  readonly effect: 'extra' | 'instead' | 'multiplied';
}

export class TermCells {
  constructor(
    readonly terms: Terms,
    /** Which of the sheet's terms they are, from 1. */
    readonly number: number,
    private readonly cells: ReadonlyMap<AmountId, string>,
    private readonly areas: TierAreas,
    readonly accelerators: readonly AcceleratorCells[],
    /** The targets of a probation, in the plan's order. */
    readonly targets: readonly string[],
  ) {}

  /** A cell with an amount of the terms in 元; 0 where they have none. */
  amount(id: AmountId): string {
    return this.cells.get(id) ?? '0';
  }

  /** What an amount as listed counts for. */
  counts(expression: string): string {
    const { tax } = this.terms.version;
    if (tax === 'vat-taken-out') return `${expression}/(1+${this.amount('vatRate')})`;
    return tax === 'vat-added' ? `${expression}*(1+${this.amount('vatRate')})` : expression;
  }

  /** The reverse: what counts, as amounts are listed. */
  listed(expression: string): string {
    const { tax } = this.terms.version;
    if (tax === 'vat-taken-out') return `${expression}*(1+${this.amount('vatRate')})`;
    return tax === 'vat-added' ? `${expression}/(1+${this.amount('vatRate')})` : expression;
  }

  /** Where tiers begin, in 分 as listed; `quota` is that of the row, likewise. */
  private starts(quota: string): string {
    const { start } = this.areas;
    return this.terms.role.measure === 'attainment' ? `ROUND(${start}*${quota}/${MILLION},6)` : start;
  }

  /** Number of tiers that a size in 分 has reached. */
  reached(size: string, quota: string): string {
    const starts = this.starts(quota);
    return this.terms.role.boundary === 'exclusive'
      ? `SUMPRODUCT(--((${starts}<${size})+(${starts}=0)>0))`
      : `SUMPRODUCT(--(${starts}<=${size}))`;
  }

  from(tier: string): string {
    return `INDEX(${this.areas.from},MAX(1,${tier}))`;
  }

  /** In millionths. */
  rate(tier: string): string {
    return `INDEX(${this.areas.rate},MAX(1,${tier}))`;
  }

  base(tier: string): string {
    return `INDEX(${this.areas.base},MAX(1,${tier}))`;
  }

  /** What revenue in 分 earns by the slices, in 分 and not rounded; refunds mirror sales. */
  slices(cents: string, quota: string): string {
    return `SIGN(${cents})*${this.slicesOf(`ABS(${cents})`, quota)}`;
  }

  slicesOf(size: string, quota: string): string {
    const starts = this.starts(quota);
    return this.counts(`SUMPRODUCT((${starts}<${size})*(${size}-${starts})*${this.areas.rise})/${MILLION}`);
  }
}
