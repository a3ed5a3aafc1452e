import type { Area, Position } from '../../domain/address';
import { texts, type Locale } from '../../locales';
import { formula } from '../expressions';
import { fixedArea, fixedCell, literal, tableColumn } from '../formula';
import type { Page } from '../page';
import type { RuleDefinition } from '../rules';
import { termsTable, tiersTable, TERMS, type TermId } from './tables';

/**
 * The tiers of the version and role that the panel asks for, sorted, in cells beside the printed page: whole 分 and
 * rates in millionths, so that every product is a whole number and rounding never meets a float's tail.
 */

/** Tiers that the panel can show. */
export const LADDER = 8;
/** Stands for a tier that there is not. */
export const NEVER = 9e14;
const MILLION = 1_000_000;
/** The side's first column, right of what is printed. */
const SIDE = 10;

export interface Asked {
  readonly version: Position;
  readonly role: Position;
}

export interface LadderTables {
  readonly tiers: string;
  readonly terms: string;
}

export class Ladder {
  private readonly from: Area;
  private readonly rate: Area;
  private readonly base: Area;
  /** By how much the rate rises from the tier below. */
  private readonly rise: Area;
  private readonly cells: Record<'best' | 'whole' | 'exclusive' | 'count' | 'decided' | 'quota', string>;
  /** Cells under the ladder, for the chart's points. */
  readonly below: Position;

  constructor(
    private readonly page: Page,
    private readonly locale: Locale,
    private readonly tables: LadderTables,
    private readonly asked: Asked,
    private readonly top: number,
  ) {
    const area = (column: number): Area => ({
      row: top + 12,
      column: SIDE + column,
      rows: LADDER,
      columns: 1,
    });
    [this.from, this.rate, this.base, this.rise] = [area(1), area(2), area(3), area(4)];
    const cell = (row: number): string => fixedCell({ row: top + row, column: SIDE + 1 });
    this.cells = {
      best: cell(4),
      quota: cell(5),
      whole: cell(6),
      exclusive: cell(7),
      count: cell(8),
      decided: cell(9),
    };
    this.below = { row: top + 12 + LADDER + 1, column: SIDE };
    this.addTerms();
    this.addTiers();
  }

  /** Where the tiers begin, in 分. */
  get fromColumn(): string {
    return fixedArea(this.from);
  }

  get count(): string {
    return this.cells.count;
  }

  get decided(): string {
    return this.cells.decided;
  }

  /** How many tiers a revenue in 分 has reached. */
  reached(cents: string): string {
    const from = fixedArea(this.from);
    return `SUMPRODUCT(--((${from}<${cents})+((1-${this.cells.exclusive})+(${from}=0)>0)*(${from}=${cents})>0))`;
  }

  /** The least revenue in 分 that reaches a tier. */
  start(tier: string): string {
    const from = `INDEX(${fixedArea(this.from)},${tier})`;
    return `(${from}+${this.cells.exclusive}*(${from}>0))`;
  }

  rateOf(tier: string): string {
    return `IF(${tier}=0,0,INDEX(${fixedArea(this.rate)},MAX(1,${tier}))/${MILLION})`;
  }

  /** In 分. */
  baseOf(tier: string): string {
    return `IF(${tier}=0,0,INDEX(${fixedArea(this.base)},MAX(1,${tier})))`;
  }

  /** In 分. */
  commissionOf(cents: string, tier: string): string {
    const [from, rate, rise] = [fixedArea(this.from), fixedArea(this.rate), fixedArea(this.rise)];
    const whole = `${cents}*INDEX(${rate},MAX(1,${tier}))`;
    const slices = `SUMPRODUCT((${from}<${cents})*(${cents}-${from})*${rise})`;
    return `IF(${tier}=0,0,ROUND(IF(${this.cells.whole}=1,${whole},${slices})/${MILLION},0))`;
  }

  /** Pay in 元 for a revenue in 分. */
  pay(cents: string): string {
    const tier = this.reached(cents);
    return `(${this.baseOf(tier)}+${this.commissionOf(cents, tier)})/100`;
  }

  private put(row: number, label: string, expression: string): void {
    this.page.cells(this.top + row, SIDE, [
      { value: label, style: 'key' },
      { value: formula(expression), style: 'key' },
    ]);
  }

  private column(table: string, definition: RuleDefinition, id: string): string {
    const column = definition.columns.find((one) => one.id === id);
    return tableColumn(table, column?.headers[this.locale][0] ?? id);
  }

  /** How closely each row of a table fits what is asked, as reading the plan weighs it; 0 where it speaks of others. */
  private fit(table: string, definition: RuleDefinition): string {
    const [version, role] = [fixedCell(this.asked.version), fixedCell(this.asked.role)];
    const versions = this.column(table, definition, 'version');
    const roles = this.column(table, definition, 'role');
    return (
      `((${versions}=${version})+(${versions}="")>0)*((${roles}=${role})+(${roles}="")>0)` +
      `*(1+2*(${roles}=${role})+(${versions}=${version}))`
    );
  }

  private addTerms(): void {
    const t = texts(this.locale).templates['commission-plan'];
    const { cells } = this;
    const asked: readonly TermId[] = ['method', 'boundary', 'measure', 'quota'];
    asked.forEach((id, row) => this.put(row, t.terms[id].label[0], this.term(t.terms[id].label[0])));
    const [method, boundary, measure, quota] = asked.map((_, row) =>
      fixedCell({ row: this.top + row, column: SIDE + 1 }),
    ) as [string, string, string, string];
    const { side } = t.panel;
    this.put(4, side.fit, `SUMPRODUCT(MAX(${this.fit(this.tables.tiers, tiersTable)}))`);
    const amount = `IFERROR(VALUE(${quota}),0)`;
    this.put(5, side.scale, `IF(${says(measure, 'measure', 'attainment')},${amount},1)`);
    this.put(6, side.whole, `IF(${says(method, 'method', 'whole')},1,0)`);
    this.put(7, side.exclusive, `IF(${says(boundary, 'boundary', 'exclusive')},1,0)`);
    this.put(8, side.count, `SUMPRODUCT(--(${fixedArea(this.from)}<${NEVER / 2}))`);
    const methodSaid = `OR(${cells.whole}=1,${says(method, 'method', 'marginal')})`;
    const boundarySaid = `OR(${cells.exclusive}=1,${says(boundary, 'boundary', 'inclusive')},${cells.whole}=0)`;
    this.put(9, side.decided, `IF(OR(${cells.count}<=1,AND(${methodSaid},${boundarySaid})),1,0)`);
  }

  /** What the terms say for the version and role, as text; '' where they say nothing. */
  private term(label: string): string {
    const { terms } = this.tables;
    const values = this.column(terms, termsTable, 'value');
    const fits = `${this.fit(terms, termsTable)}*(${this.column(terms, termsTable, 'term')}=${literal(label)})`;
    const place = `SUMPRODUCT(MAX((${fits}=SUMPRODUCT(MAX(${fits})))*(${fits}>0)*(ROW(${values})-MIN(ROW(${values}))+1)))`;
    return `IF(${place}=0,"",INDEX(${values},MAX(1,${place}))&"")`;
  }

  private addTiers(): void {
    const { tiers } = this.tables;
    const t = texts(this.locale).templates['commission-plan'];
    const fits = this.fit(tiers, tiersTable);
    const of = (id: string): string => this.column(tiers, tiersTable, id);
    const headers = ['', ...t.panel.ladderColumns.slice(0, 3), ''];
    this.page.cells(
      this.top + 11,
      SIDE,
      headers.map((value) => ({ value, style: 'key' })),
    );
    const { best, quota } = this.cells;
    for (let k = 0; k < LADDER; k++) {
      const row = this.from.row + k;
      const raw = fixedCell({ row, column: SIDE });
      const rate = fixedCell({ row, column: SIDE + 2 });
      const below = k === 0 ? '0' : fixedCell({ row: row - 1, column: SIDE + 2 });
      const nth = `SUMPRODUCT(SMALL(${of('from')}+${NEVER}*(${fits}<>${best}),${k + 1}))`;
      const same = `SUMPRODUCT((${fits}=${best})*(${of('from')}=${raw})*`;
      const cells = [
        `IF(${best}=0,${NEVER},IFERROR(${nth},${NEVER}))`,
        `IF(${raw}<${NEVER / 2},ROUND(${raw}*${quota}*100,0),${NEVER})`,
        `IF(${raw}<${NEVER / 2},ROUND(${same}${of('rate')})*${MILLION},0),0)`,
        `IF(${raw}<${NEVER / 2},ROUND(${same}${of('base')})*100,0),0)`,
        `${rate}-${below}`,
      ];
      this.page.cells(
        row,
        SIDE,
        cells.map((expression) => ({ value: formula(expression), style: 'key' })),
      );
    }
  }
}

/** Whether a cell says one of a term's values, in any of its words. */
function says(cell: string, id: TermId, value: string): string {
  const choice = TERMS.find((term) => term.id === id)?.choices?.find((one) => one.value === value);
  const words = Object.values(choice?.words ?? {}).flat();
  return `ISNUMBER(MATCH(${cell},{${words.map((word) => literal(word)).join(',')}},0))`;
}
