import type { Position } from '../../domain/address';
import type { PersonMonth } from '../../domain/commission/pay';
import type { PayPlan, PlanTier, PlanVersion, RoleTerms } from '../../domain/commission/types';
import { centsOf, decimalOf } from '../../domain/money';
import type { PlanCell } from '../../plan/types';
import { fixedArea, fixedCell } from '../formula';
import type { Page } from '../page';
import type { ReadPlan } from '../commission-plan/read';
import { tiersTable, type TermId } from '../commission-plan/tables';
import type { SheetTexts } from './texts';

/**
 * The terms that the months are computed by, in cells of the working sheet that speak of the plan sheet's own: a rate
 * that is changed there changes the pay. Amounts count in whole 分 and rates in millionths, so that every product is a
 * whole number and no float decides a tier or a rounding.
 */

export const MILLION = 1_000_000;
export const TERM_COLUMNS = 9;

/** Tiers of one version and role, where they stand on the working sheet. */
export interface TermCells {
  readonly version: PlanVersion;
  readonly role: RoleTerms;
  /** Number of tiers that a revenue in 分 has reached. */
  reached(cents: string): string;
  /** In 元. */
  from(tier: string): string;
  rate(tier: string): string;
  base(tier: string): string;
  /** In 分, not rounded. */
  commission(cents: string, tier: string): string;
}

/** Whether native formulas say this role's commission exactly: a month by itself, tiers of revenue, as listed. */
export function isPlain(version: PlanVersion, role: RoleTerms): boolean {
  const whole = (value: number, scale: number): boolean => decimalOf(value).scale <= scale;
  return (
    version.tax === 'as-listed' &&
    version.rounding === 'month' &&
    role.measure === 'revenue' &&
    role.tiers.length > 0 &&
    role.accelerators.length === 0 &&
    (role.credit === 'month' || role.tiers.length === 1) &&
    role.tiers.every(
      ({ from, rate, base }) => whole(from, 2) && whole(rate, 6) && whole(base, 2) && from <= 10_000_000,
    )
  );
}

/** Writes the tiers that people are paid by, and says where they are. */
export class TermSheet {
  private readonly cells = new Map<string, TermCells>();

  constructor(
    private readonly page: Page,
    private readonly t: SheetTexts,
    private readonly read: ReadPlan,
    /** In the hand-out copy of values nothing speaks of the plan sheet. */
    private readonly live: boolean,
  ) {}

  /** The months' own versions and roles, each once; people with exceptions are paid by their own terms, as values. */
  add(plan: PayPlan, months: readonly PersonMonth[]): void {
    const used = new Set(months.map(({ version, role }) => keyOf(version, role)));
    this.page.cells(
      this.page.row,
      0,
      this.t.terms.columns.map((value, column) => ({
        value,
        style: column < 2 ? 'columnHeader' : 'columnHeaderNumber',
      })),
    );
    this.page.advance(1, 18);
    for (const version of plan.versions) {
      for (const role of version.roles) {
        if (used.has(keyOf(version.name, role.role)) && isPlain(version, role)) this.addTiers(version, role);
      }
    }
    this.page.space();
  }

  of({ version, role }: PersonMonth): TermCells | null {
    return this.cells.get(keyOf(version, role)) ?? null;
  }

  private addTiers(version: PlanVersion, role: RoleTerms): void {
    const top = this.page.row;
    role.tiers.forEach((tier, index) => this.addTier(version, role, tier, index));
    const area = (column: number): string =>
      fixedArea({ row: top, column, rows: role.tiers.length, columns: 1 });
    const [from, rate, base, rise] = [area(5), area(6), area(7), area(8)];
    const at = (column: string, tier: string): string => `INDEX(${column},MAX(1,${tier}))`;
    this.cells.set(keyOf(version.name, role.role), {
      version,
      role,
      reached: (cents) => {
        const touching = role.boundary === 'exclusive' ? `(${from}=0)*(${cents}=0)` : `(${from}=${cents})`;
        return `SUMPRODUCT(--((${from}<${cents})+${touching}>0))`;
      },
      from: (tier) => `${at(from, tier)}/100`,
      rate: (tier) => `${at(rate, tier)}/${MILLION}`,
      base: (tier) => `IF(${tier}=0,0,${at(base, tier)})`,
      commission: (cents, tier) =>
        role.method === 'whole'
          ? `IF(${tier}=0,0,${cents}*${at(rate, tier)}/${MILLION})`
          : `IF(${tier}=0,0,SUMPRODUCT((${from}<${cents})*(${cents}-${from})*${rise})/${MILLION})`,
    });
  }

  private addTier(version: PlanVersion, role: RoleTerms, tier: PlanTier, index: number): void {
    const { row } = this.page;
    const cell = (column: number): string => fixedCell({ row, column });
    const said = this.places(version.name, role.role, index);
    const value = (id: 'from' | 'rate' | 'base', constant: number): PlanCell =>
      this.live && said[id] !== null ? { formula: `=${said[id]}` } : constant;
    const exact = (expression: string, constant: number): PlanCell =>
      this.live ? { formula: `=${expression}` } : constant;
    const below = index === 0 ? '0' : fixedCell({ row: row - 1, column: 6 });
    const rate = Math.round(tier.rate * MILLION);
    const before = Math.round((role.tiers[index - 1]?.rate ?? 0) * MILLION);
    this.page.cells(row, 0, [
      { value: version.name, style: 'text' },
      { value: role.role, style: 'text' },
      { value: value('from', tier.from), style: 'number', format: '#,##0.00' },
      { value: value('rate', tier.rate), style: 'number', format: '0.0###%' },
      { value: value('base', tier.base), style: 'number', format: '#,##0.00' },
      { value: exact(`ROUND(${cell(2)}*100,0)`, centsOf(tier.from)), style: 'key' },
      { value: exact(`ROUND(${cell(3)}*${MILLION},0)`, rate), style: 'key' },
      { value: exact(`ROUND(${cell(4)}*100,0)`, centsOf(tier.base)), style: 'key' },
      { value: exact(`${cell(6)}-${below}`, rate - before), style: 'key' },
    ]);
    this.page.advance(1, 15);
  }

  /** The plan sheet's cells of a tier that hold numbers as they count; others were read from text. */
  private places(
    version: string,
    role: string,
    index: number,
  ): Record<'from' | 'rate' | 'base', string | null> {
    const { cells } = this.read;
    const row = cells.scoped(tiersTable, { version, role })[index];
    const place = (id: string): string | null => {
      const cell = row?.cells[id];
      const at = row ? cells.position(tiersTable, row, id) : null;
      if (!row || !at || typeof cell?.value !== 'number' || cell.value !== row.values[id]) return null;
      return sheetCell(row.sheet, at);
    };
    return { from: place('from'), rate: place('rate'), base: place('base') };
  }

  /** A term's cell on the plan sheet; null where it holds no plain number. */
  term(id: TermId, { version, role }: PersonMonth): string | null {
    const said = this.read.cells.term(id, { version, role });
    return this.live && said && typeof said.value === 'number' && said.plain
      ? sheetCell(said.sheet, said.at)
      : null;
  }
}

function keyOf(version: string, role: string): string {
  return `${version}\n${role}`;
}

/** `'Plan'!$B$4` */
function sheetCell(sheet: string, at: Position): string {
  return `'${sheet.replaceAll("'", "''")}'!${fixedCell(at)}`;
}
