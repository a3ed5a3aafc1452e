import { cellAddress, type Area } from '../../domain/address';
import type { PlanTier, PlanVersion } from '../../domain/commission/types';
import { centsOf } from '../../domain/money';
import { texts, type Locale } from '../../locales';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { formula, liveOr, MONEY_OR_DASH } from '../expressions';
import { fixedArea, fixedCell, literal, onSheet } from '../formula';
import { tiersTable } from '../commission-plan/tables';
import { Page, type StyledCell } from '../page';
import { pageSheet } from '../page-sheet';
import type { Digest } from './digest';
import { addFollow } from './follow';
import { plainPlace, PlanPlaces } from './plan-places';
import { addSpiffs, type SpiffCells } from './spiff-terms';
import { TermCells, type AcceleratorCells, type TierAreas } from './term-cells';
import { AMOUNTS, amountOfTerms, entriesOf, type AmountId, type Entry } from './terms';
import type { SheetTexts } from './texts';
import { FIXED_MONEY, key, MILLION, RATE, step, warning } from './writer';
import type { Terms } from '../../domain/commission/people';

/**
 * The terms that everybody is paid by, in cells that speak of the plan sheet's own: a rate that is changed there changes
 * the pay. What a formula can't follow (a choice, another row) is compared with the plan sheet and told.
 */

/** The column of what is wrong with a row; the helper columns stand between it and what is read. */
const CHECK = 9;
const HELPERS = 6;
/** Between a figure and the words beside it. */
const GAP = '  ';
export const TERM_WIDTHS = [11, 12, 30, 22, 22, 14, 14, 19, 12, 44];

/** Cells of all tiers: the number of their terms, where they begin, by how much the rate rises. */
export interface TierColumns {
  readonly no: string;
  readonly start: string;
  readonly rise: string;
}

export interface TermsBook {
  readonly sheet: SheetPlan;
  of(terms: Terms): TermCells | null;
  /** Terms of a version, whosever they are: its VAT. */
  ofVersion(version: PlanVersion): TermCells | null;
  readonly spiffs: readonly SpiffCells[];
  /** The tiers of all terms, one below the other. */
  readonly tiers: TierColumns;
  /** How much of the plan sheet changed such that the sheets must be built again. */
  readonly changed: string;
}

export function termsSheet(
  t: SheetTexts,
  name: string,
  digest: Digest,
  locale: Locale,
  live: boolean,
): TermsBook {
  const page = new Page(
    CHECK + 1,
    TERM_WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  const writer = new TermsWriter(t, page, name, new PlanPlaces(digest.read), live);
  page.line(t.terms.sheet, 'title', 34);
  page.note(live ? t.terms.note({ plan: digest.read.sheet }) : t.values);
  page.space();
  const entries = entriesOf(digest);
  writer.addAmounts(entries);
  writer.addTiers(entries);
  writer.addAccelerators(entries, locale);
  writer.addTargets(entries);
  const spiffs = addSpiffs(t, page, { name, locale, live }, digest, writer.places);
  const follow = live ? addFollow(t, page, writer.places, entries, locale) : [];
  const checks = [...writer.checks, ...follow];
  return {
    of: (terms) => writer.of(terms),
    ofVersion: (version) => {
      const entry = entries.find(({ terms }) => terms.version === version);
      return entry ? writer.of(entry.terms) : null;
    },
    spiffs,
    tiers: writer.tierColumns(),
    changed:
      checks.map((area) => `SUMPRODUCT(--(LEN(${onSheet(name, fixedArea(area))})>0))`).join('+') || '0',
    sheet: pageSheet(page, {
      role: 'terms',
      name,
      conditionalFormats: checks.map((area) => ({
        area,
        formula: `=LEN($${cellAddress({ row: area.row, column: area.column })})>0`,
        style: 'alert',
      })),
      widths: TERM_WIDTHS,
      columns: CHECK + 1,
      orientation: 'landscape',
      footer: t.footer,
    }),
  };
}

class TermsWriter {
  readonly checks: Area[] = [];
  private allTiers: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  private readonly amounts = new Map<Terms, Map<AmountId, string>>();
  private readonly tiers = new Map<Terms, TierAreas>();
  private readonly accelerators = new Map<Terms, AcceleratorCells[]>();
  private readonly numbers = new Map<Terms, number>();
  private readonly targets = new Map<Terms, string[]>();

  constructor(
    private readonly t: SheetTexts,
    private readonly page: Page,
    private readonly sheet: string,
    readonly places: PlanPlaces,
    readonly live: boolean,
  ) {}

  of(terms: Terms): TermCells | null {
    const amounts = this.amounts.get(terms);
    const none = { start: '', rate: '', rise: '', base: '', from: '' };
    return amounts
      ? new TermCells(
          terms,
          this.numbers.get(terms) ?? 0,
          amounts,
          this.tiers.get(terms) ?? none,
          this.accelerators.get(terms) ?? [],
          this.targets.get(terms) ?? [],
        )
      : null;
  }

  addAmounts(entries: readonly Entry[]): void {
    const { t, page } = this;
    const used = AMOUNTS.filter((id) => entries.some(({ terms }) => amountOfTerms(terms, id) !== null));
    entries.forEach(({ terms }, index) => {
      this.numbers.set(terms, index + 1);
      this.amounts.set(terms, new Map());
    });
    if (used.length === 0) return;
    this.heading(
      t.terms.headings.amounts,
      used.map((id) => t.terms.amounts[id]),
    );
    for (const entry of entries) {
      const cells = this.amounts.get(entry.terms);
      this.row(
        entry,
        used.map((id, index): StyledCell => {
          const value = amountOfTerms(entry.terms, id);
          if (value === null) return { value: null, style: 'number' };
          cells?.set(id, this.at(page.row, 3 + index));
          return this.amount(this.placeOf(entry, id), value, id === 'vatRate' || id === 'override');
        }),
      );
    }
    page.space();
  }

  addTiers(entries: readonly Entry[]): void {
    const { t, page } = this;
    const c = t.terms.columns;
    const shown = entries.filter(({ terms }) => terms.role.tiers.length > 0);
    if (shown.length === 0) return;
    const helpers = this.live ? [c.start, c.ratePpm, c.rise, c.check, ''] : [];
    this.heading(t.terms.headings.tiers, [c.from, c.rate, c.base, ...helpers]);
    const first = page.row;
    for (const entry of shown) {
      const top = page.row;
      entry.terms.role.tiers.forEach((tier, index) => this.addTier(entry, tier, index));
      const area = (column: number): string => onSheet(this.sheet, fixedArea(this.column(top, column)));
      const [from, base, start, rate, rise] = [3, 5, HELPERS, HELPERS + 1, HELPERS + 2].map(area) as [
        string,
        string,
        string,
        string,
        string,
      ];
      this.tiers.set(entry.terms, { from, base, start, rate, rise });
      if (this.live) this.checks.push(this.column(top, CHECK));
    }
    this.allTiers = this.column(first, 0);
    page.space();
  }

  tierColumns(): TierColumns {
    const column = (at: number): string => onSheet(this.sheet, fixedArea({ ...this.allTiers, column: at }));
    return { no: column(CHECK + 1), start: column(HELPERS), rise: column(HELPERS + 2) };
  }

  addAccelerators(entries: readonly Entry[], locale: Locale): void {
    const { t, page } = this;
    const c = t.terms.columns;
    const shown = entries.filter(({ terms }) => terms.role.accelerators.length > 0);
    if (shown.length === 0) return;
    const { effects } = texts(locale).templates['commission-plan'];
    const helpers = this.live ? [c.pastPpm, c.ratePpm, '', c.check] : [];
    this.heading(t.terms.headings.accelerators, [c.past, c.effect, c.rate, ...helpers]);
    for (const entry of shown) {
      const top = page.row;
      const sorted = [...entry.terms.role.accelerators].sort((a, b) => a.past - b.past);
      const cells = sorted.map(({ past, effect, rate, row }, index): AcceleratorCells => {
        const at = (column: number): string => fixedCell({ row: page.row, column });
        const ppm = (column: number): PlanCell => liveOr(this, `ROUND(${at(column)}*${MILLION},0)`, null);
        const rises = `AND(COUNT(${at(3)},${at(5)})=2${index === 0 ? '' : `,${at(3)}>${fixedCell({ row: page.row - 1, column: 3 })}`})`;
        const told = t.terms.problems.past({ cell: plainPlace(this.places.accelerator(row, 'past')) });
        const here = page.row;
        this.row(entry, [
          this.amount(this.places.accelerator(row, 'past'), past, true),
          { value: `${GAP}${effects[effect][0]}`, style: 'text' },
          this.amount(this.places.accelerator(row, 'rate'), rate, effect !== 'multiplied'),
          ...(this.live
            ? [step(ppm(3)), step(ppm(5)), step(null), warning(`IF(${rises},"",${literal(told)})`)]
            : []),
        ]);
        return { past: this.at(here, HELPERS), rate: this.at(here, HELPERS + 1), effect };
      });
      this.accelerators.set(entry.terms, cells);
      if (this.live) this.checks.push(this.column(top, CHECK));
    }
    page.space();
  }

  addTargets(entries: readonly Entry[]): void {
    const { t, page, places } = this;
    const c = t.terms.columns;
    const shown = entries.filter(({ terms }) => (terms.role.probation?.targets.length ?? 0) > 0);
    if (shown.length === 0) return;
    this.heading(t.terms.headings.targets, [c.fromMonth, c.toMonth, c.target]);
    for (const entry of shown) {
      const { version, role } = entry.terms;
      const cells = (role.probation?.targets ?? []).map(({ fromMonth, toMonth, amount }) => {
        const scope = { version: version.name, role: role.role };
        const here = this.at(page.row, 5);
        this.row(entry, [
          { value: fromMonth, style: 'number', format: '0' },
          { value: toMonth, style: 'number', format: '0' },
          this.amount(places.target(scope, fromMonth, toMonth), amount, false),
        ]);
        return here;
      });
      this.targets.set(entry.terms, cells);
    }
    page.space();
  }

  private addTier(entry: Entry, tier: PlanTier, index: number): void {
    const { page, live, places } = this;
    const { role } = entry.terms;
    const at = (column: number, row = page.row): string => fixedCell({ row, column });
    const byQuota = role.measure === 'attainment';
    const start = byQuota
      ? `ROUND(${at(3)}*${MILLION},0)`
      : `ROUND(${this.listed(entry, `ROUND(${at(3)}*100,0)`)},6)`;
    const below = index === 0 ? '0' : at(HELPERS + 1, page.row - 1);
    const own = this.rateOf(entry, tier);
    const rate = entry.terms.tiers[index]?.rate ?? { n: 0n, d: 1n };
    const helpers = [start, `ROUND(${at(4)}*${MILLION},0)`, `${at(HELPERS + 1)}-${below}`];
    this.row(entry, [
      this.amount(places.tier(tier.row, 'from'), tier.from, byQuota),
      this.amount(own, Number(rate.n) / Number(rate.d), true),
      this.amount(places.tier(tier.row, 'base'), tier.base, false),
      ...(live
        ? [
            ...helpers.map((each) => step(formula(each))),
            this.tierCheck(entry, tier, index),
            key(this.numbers.get(entry.terms) ?? 0),
          ]
        : []),
    ]);
  }

  /** A tier's own rate, with what an exception puts in its place or adds to it. */
  private rateOf({ exceptions }: Entry, tier: PlanTier): string | null {
    const place = (term: 'rate' | 'added-rate'): string | null | undefined => {
      const found = exceptions.find((each) => each.term === term);
      return found && this.places.exception(found);
    };
    const [instead, added] = [place('rate'), place('added-rate')];
    const own = instead === undefined ? this.places.tier(tier.row, 'rate') : instead;
    if (own === null || added === null) return null;
    return added === undefined ? own : `${own}+${added}`;
  }

  private listed(entry: Entry, expression: string): string {
    const amounts = this.amounts.get(entry.terms) ?? new Map<AmountId, string>();
    const none = { start: '', rate: '', rise: '', base: '', from: '' };
    return new TermCells(entry.terms, 0, amounts, none, [], []).listed(expression);
  }

  /** What an edit of the plan's tiers made wrong: no number, out of order, a gap or an overlap. */
  private tierCheck({ terms }: Entry, tier: PlanTier, index: number): StyledCell {
    const { page, places } = this;
    const at = (column: number, row = page.row): string => fixedCell({ row, column });
    const { problems } = this.t.terms;
    const cell = plainPlace(places.place(tiersTable, tier.row, 'from'));
    const parts = [`IF(COUNT(${at(3)},${at(4)})<2,${literal(problems.number({ cell }))}`];
    if (index > 0) {
      const before = terms.role.tiers[index - 1];
      const ends = places.tier(before?.row, 'to');
      parts.push(`IF(${at(3)}<=${at(3, page.row - 1)},${literal(problems.order({ cell }))}`);
      if (ends !== null) {
        const to = plainPlace(ends);
        const least = terms.role.measure === 'attainment' ? 0.0001 : 0.01;
        parts.push(`IF(ROUND(${at(3)}-${ends},6)>${least},${literal(problems.gap({ cell, to }))}`);
        parts.push(`IF(${at(3)}<${ends},${literal(problems.overlap({ cell, to }))}`);
      }
    }
    return warning(`${parts.join(',')},""${')'.repeat(parts.length)}`);
  }

  private placeOf({ terms, exceptions }: Entry, id: AmountId): string | null {
    const own = exceptions.find(({ term }) => term === id);
    if (own) return this.places.exception(own);
    if (id === 'base') return null;
    return this.places.term(id, { version: terms.version.name, role: terms.role.role });
  }

  /** Follows the plan's cell; without one it is marked as it was read. */
  private amount(place: string | null, value: number, isRate: boolean): StyledCell {
    const format = isRate ? RATE : place === null && this.live && value !== 0 ? FIXED_MONEY : MONEY_OR_DASH;
    const shown = isRate ? value : centsOf(value) / 100;
    return { value: place === null ? shown : liveOr(this, place, shown), style: 'number', format };
  }

  private heading(title: string, columns: readonly string[]): void {
    const { page, t } = this;
    const c = t.terms.columns;
    const left = new Set([c.check, c.effect, '']);
    page.line(title, 'heading', 22);
    page.cells(page.row, 0, [
      ...[c.version, c.role, c.person].map((value): StyledCell => ({ value, style: 'columnHeader' })),
      ...columns.map((value): StyledCell => ({
        value: left.has(value) ? `${GAP}${value}` : value,
        style: left.has(value) ? 'columnHeader' : 'columnHeaderNumber',
      })),
    ]);
    page.advance(1, 18);
  }

  private row({ terms, person }: Entry, cells: readonly StyledCell[]): void {
    this.page.cells(this.page.row, 0, [
      ...[terms.version.name, terms.role.role, person].map((value): StyledCell => ({ value, style: 'text' })),
      ...cells,
    ]);
    this.page.advance(1, 15);
  }

  private at(row: number, column: number): string {
    return onSheet(this.sheet, fixedCell({ row, column }));
  }

  private column(top: number, column: number): Area {
    return { row: top, column, rows: this.page.row - top, columns: 1 };
  }
}
