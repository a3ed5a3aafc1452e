import { cellAddress, type Area } from '../../domain/address';
import type { AmountKind, PersonMonth } from '../../domain/commission/pay';
import { centsOf, yuanOf, type Cents } from '../../domain/money';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { fixedArea } from '../formula';
import { Page, type StyledCell } from '../page';
import { dataColumn, monthSerial } from './data-sheet';
import type { Digest } from './digest';
import { amountOf, plainBase, plainCommission, reachedTiers } from './plain';
import { isPlain, TERM_COLUMNS, TermSheet, type TermCells } from './terms';
import type { SheetTexts } from './texts';
import { rowsText, rulesText } from './wording';

/** A row for every person and month: what counts, the tier, each amount, the rule and the rows that made it. */

export const KINDS = [
  'base',
  'commission',
  'accelerator',
  'override',
  'spiff',
  'clawback',
  'cap',
  'guarantee',
  'draw',
] as const satisfies readonly AmountKind[];

const COLUMNS = [
  'month',
  'person',
  'team',
  'role',
  'version',
  'revenue',
  'from',
  'rate',
  ...KINDS,
  'pay',
  'quota',
  'quotaRevenue',
  'met',
  'missing',
  'gain',
  'rule',
  'rows',
] as const;
export type WorkingColumn = (typeof COLUMNS)[number];
/** Revenue in whole 分 and the number of tiers reached, right of what is read. */
const CENTS = COLUMNS.length;
const TIER = COLUMNS.length + 1;
const TEXTS: readonly WorkingColumn[] = ['month', 'person', 'team', 'role', 'version', 'met', 'rule', 'rows'];
const WIDTHS: Readonly<Partial<Record<WorkingColumn, number>>> = {
  month: 12,
  person: 13,
  team: 12,
  role: 10,
  version: 10,
  rate: 9,
  met: 7,
  rule: 60,
  rows: 26,
};
const MONEY = '#,##0.00';
const MONEY_OR_DASH = '#,##0.00;-#,##0.00;"—"';
/** Beyond this many looks at rows the sums are written as values. */
const MOST_LOOKS = 60_000_000;

export interface WorkingNames {
  readonly sheet: string;
  readonly table: string;
}

export interface Working {
  readonly sheet: SheetPlan;
  /** Cells of a column, over all people and months: a month's people stand one below the other, always all of them. */
  area(column: WorkingColumn): Area;
  /** What was written for a person, by their number among the people, in a month by its number. */
  cell(column: WorkingColumn, person: number, month: number): PlanCell;
}

export function workingSheet(t: SheetTexts, names: WorkingNames, digest: Digest, live: boolean): Working {
  const page = new Page(COLUMNS.length, 150);
  page.line(t.working, 'title', 34);
  page.note(live ? t.workingNote : t.values);
  page.space();
  page.line(t.terms.heading, 'heading', 22);
  const terms = new TermSheet(page, t, digest.read, live);
  const shown = digest.run.months.filter(({ month }) => digest.months.includes(month));
  terms.add(digest.plan, shown);
  page.line(t.workingHeading, 'heading', 22);
  const header = page.row;
  page.cells(
    header,
    0,
    COLUMNS.map((id) => ({
      value: t.columns[id],
      style: TEXTS.includes(id) ? 'columnHeader' : 'columnHeaderNumber',
    })),
  );
  page.advance(1, 20);
  const first = page.row;
  const byKey = new Map(shown.map((one) => [`${one.month}/${one.person}`, one]));
  const written: StyledCell[][] = [];
  const writer = new RowWriter(t, names, digest, terms, live);
  for (const month of digest.months) {
    for (const person of digest.people) {
      const cells = writer.cells(month, person, byKey.get(`${month}/${person}`) ?? null, page.row);
      written.push(cells);
      page.cells(page.row, 0, cells);
      page.advance(1);
    }
  }
  const rows = page.row - first;
  return {
    cell: (column, person, month) =>
      written[month * digest.people.length + person]?.[COLUMNS.indexOf(column)]?.value ?? null,
    area: (column) => ({ row: first, column: COLUMNS.indexOf(column), rows, columns: 1 }),
    sheet: {
      role: 'working',
      name: names.sheet,
      blocks: page.blocks,
      tables: [],
      charts: [],
      validations: [],
      conditionalFormats: [],
      widths: [...COLUMNS.map((id) => WIDTHS[id] ?? 13), 11, 7],
      heights: page.heights,
      gridlines: false,
      frozenColumns: 2,
      print: {
        orientation: 'landscape',
        area: { row: 0, column: 0, rows: page.row, columns: Math.max(COLUMNS.length, TERM_COLUMNS) },
        titleRows: [header, header],
        footer: t.footer,
      },
    },
  };
}

class RowWriter {
  private readonly sums = new Map<string, Cents>();
  private readonly fewLooks: boolean;

  constructor(
    private readonly t: SheetTexts,
    private readonly names: WorkingNames,
    private readonly digest: Digest,
    private readonly terms: TermSheet,
    private readonly live: boolean,
  ) {
    const { counted, people, months } = digest;
    this.fewLooks = counted.length * people.length * months.length <= MOST_LOOKS;
    for (const { person, team, month, cents } of counted) {
      for (const key of [`own/${month}/${person}`, `team/${month}/${team ?? ''}`, `all/${month}`]) {
        this.sums.set(key, (this.sums.get(key) ?? 0) + cents);
      }
    }
  }

  cells(month: number, person: string, paid: PersonMonth | null, row: number): StyledCell[] {
    const values = new Map<WorkingColumn, PlanCell>([
      ['month', monthSerial(month)],
      ['person', person],
    ]);
    const side: PlanCell[] = [null, null];
    if (paid) this.fill(values, side, paid, row);
    return [
      ...COLUMNS.map((id): StyledCell => {
        const value = values.get(id) ?? null;
        if (id === 'month') return { value, style: 'text', format: this.t.monthFormat };
        if (TEXTS.includes(id)) return { value, style: 'text' };
        if (id === 'rate') return { value, style: 'number', format: '0.0###%' };
        const isAmount = (KINDS as readonly string[]).includes(id);
        return { value, style: 'number', format: isAmount ? MONEY_OR_DASH : MONEY };
      }),
      ...side.map((value): StyledCell => ({ value, style: 'key' })),
    ];
  }

  private fill(values: Map<WorkingColumn, PlanCell>, side: PlanCell[], paid: PersonMonth, row: number): void {
    const { t, digest } = this;
    const set = (id: WorkingColumn, value: PlanCell): void => void values.set(id, value);
    const at = (column: number): string => `$${cellAddress({ row, column })}`;
    const [cents, tier] = [at(CENTS), at(TIER)];
    set('team', paid.team);
    set('role', paid.role);
    set('version', paid.version);
    set('revenue', this.revenue(paid, row));
    for (const kind of KINDS) set(kind, yuanOf(amountOf(paid, kind)));
    set(
      'pay',
      this.formula(
        `ROUND(SUM(${at(COLUMNS.indexOf('base'))}:${at(COLUMNS.indexOf('draw'))}),2)`,
        yuanOf(paid.pay),
      ),
    );
    if (paid.quota !== null) {
      set('quota', yuanOf(paid.quota));
      set('quotaRevenue', paid.quotaRevenue === null ? null : yuanOf(paid.quotaRevenue));
      set('met', paid.met === null ? null : paid.met ? t.yes : t.no);
    }
    set('rule', rulesText(t, paid));
    set('rows', rowsText(t, paid, digest.places));
    const own = this.terms.of(paid);
    const role = own && isPlain(own.version, own.role) ? own.role : null;
    if (!own || !role) return;
    const reached = reachedTiers(role, Math.abs(paid.basis));
    if (plainCommission(role, paid.basis) !== amountOf(paid, 'commission')) return;
    const revenue = at(COLUMNS.indexOf('revenue'));
    side[0] = this.formula(`ROUND(${revenue}*100,0)`, paid.basis);
    side[1] = this.formula(own.reached(`ABS(${cents})`), reached);
    const ofTier = (expression: string, value: number | undefined): PlanCell =>
      this.formula(`IF(${tier}=0,"",${expression})`, value ?? '');
    set('from', ofTier(own.from(tier), role.tiers[reached - 1]?.from));
    if (role.method === 'whole' || role.tiers.length === 1)
      set('rate', ofTier(own.rate(tier), role.tiers[reached - 1]?.rate));
    set(
      'commission',
      this.formula(
        `SIGN(${cents})*ROUND(${own.commission(`ABS(${cents})`, tier)},0)/100`,
        yuanOf(plainCommission(role, paid.basis)),
      ),
    );
    const base = plainBase(role, paid.basis);
    if (base === amountOf(paid, 'base')) {
      set(
        'base',
        this.formula(
          `${this.base(own, paid, `IF(${cents}<0,${own.reached('0')},${tier})`)}/100`,
          yuanOf(base),
        ),
      );
    }
    this.nextTier(set, own, paid, cents, tier);
    this.capped(set, own, paid, at);
  }

  /** Base pay in 分 of a tier, with that of the role. */
  private base(own: TermCells, paid: PersonMonth, tier: string): string {
    const { roleBase } = own.role;
    const ofTier = own.base(tier);
    if (!roleBase) return ofTier;
    const cell = this.terms.term('roleBase', paid);
    const ofRole = cell === null ? String(centsOf(roleBase.amount ?? 0)) : `ROUND(${cell}*100,0)`;
    if (roleBase.with === 'adds') return `(${ofRole}+${ofTier})`;
    return roleBase.with === 'higher' ? `MAX(${ofRole},${ofTier})` : ofRole;
  }

  /** How far the next tier is and what reaching it pays more, in base and commission. */
  private nextTier(
    set: (id: WorkingColumn, value: PlanCell) => void,
    own: TermCells,
    paid: PersonMonth,
    cents: string,
    tier: string,
  ): void {
    const { role } = own;
    const next = role.tiers[reachedTiers(role, Math.abs(paid.basis))];
    const step = role.boundary === 'exclusive' ? 1 : 0;
    const start = `(ROUND(${own.from(`(${tier}+1)`)}*100,0)+${step})`;
    const last = `OR(${tier}>=${role.tiers.length},${cents}<0)`;
    const at = next && paid.basis >= 0 ? centsOf(next.from) + (next.from > 0 ? step : 0) : null;
    set(
      'missing',
      this.formula(`IF(${last},"",(${start}-${cents})/100)`, at === null ? '' : yuanOf(at - paid.basis)),
    );
    const worth = (sum: string, reached: string): string =>
      `${this.base(own, paid, reached)}+ROUND(${own.commission(sum, reached)},0)`;
    const gain = at === null ? '' : yuanOf(plainPay(role, at) - plainPay(role, paid.basis));
    const more = `(${worth(start, `(${tier}+1)`)}-(${worth(cents, tier)}))/100`;
    set('gain', this.formula(`IF(${last},"",${more})`, gain));
  }

  /** What a cap on commission takes away. */
  private capped(
    set: (id: WorkingColumn, value: PlanCell) => void,
    { role }: TermCells,
    paid: PersonMonth,
    at: (column: number) => string,
  ): void {
    if (role.cap?.on !== 'commission') return;
    const variable = (['commission', 'accelerator', 'override', 'spiff', 'clawback'] as const).map((kind) =>
      amountOf(paid, kind),
    );
    const was = variable.reduce((sum, value) => sum + value, 0);
    const taken = Math.min(0, centsOf(role.cap.amount) - was);
    if (taken !== amountOf(paid, 'cap')) return;
    const cell = this.terms.term('cap', paid) ?? String(role.cap.amount);
    const sum = `SUM(${at(COLUMNS.indexOf('commission'))}:${at(COLUMNS.indexOf('clawback'))})`;
    set('cap', this.formula(`MIN(0,ROUND(${cell}-${sum},2))`, yuanOf(taken)));
  }

  /** The revenue as a sum over the rows, where such a sum says it. */
  private revenue(paid: PersonMonth, row: number): PlanCell {
    const own = this.terms.of(paid);
    const value = yuanOf(paid.basis);
    if (!own || !this.fewLooks) return value;
    const { basis } = own.role;
    const key =
      basis === 'all'
        ? `all/${paid.month}`
        : basis === 'team'
          ? `team/${paid.month}/${paid.team ?? ''}`
          : `own/${paid.month}/${paid.person}`;
    if ((this.sums.get(key) ?? 0) !== paid.basis || (basis === 'team' && paid.team === null)) return value;
    const column = (id: 'month' | 'person' | 'team' | 'counted'): string =>
      dataColumn(this.t, this.names.table, id);
    const month = `$${cellAddress({ row, column: 0 })}`;
    const name = basis === 'team' ? (paid.team ?? '') : paid.person;
    const cell = `$${cellAddress({ row, column: basis === 'team' ? 2 : 1 })}`;
    const who = column(basis === 'team' ? 'team' : 'person');
    if (basis === 'all')
      return this.formula(`ROUND(SUMIFS(${column('counted')},${column('month')},${month}),2)`, value);
    const sum = isPlainName(name)
      ? `SUMIFS(${column('counted')},${who},${cell},${column('month')},${month})`
      : `SUMPRODUCT(--(${who}=${cell}),--(${column('month')}=${month}),${column('counted')})`;
    return this.formula(`ROUND(${sum},2)`, value);
  }

  private formula(expression: string, value: PlanCell): PlanCell {
    return this.live ? { formula: `=${expression}` } : value;
  }
}

function plainPay(role: Parameters<typeof plainBase>[0], cents: Cents): Cents {
  return plainBase(role, cents) + plainCommission(role, cents);
}

/** SUMIFS takes other names for numbers, comparisons or patterns. */
function isPlainName(name: string): boolean {
  return /^[\p{L}][\p{L}\p{N} ]*$/u.test(name) && !/^(true|false)$/i.test(name);
}

/** `'Working'!$F$8:$F$40` */
export function areaOn(sheet: string, area: Area): string {
  return `'${sheet.replaceAll("'", "''")}'!${fixedArea(area)}`;
}
