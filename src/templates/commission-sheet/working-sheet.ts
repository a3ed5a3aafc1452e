import type { Area } from '../../domain/address';
import type { AmountKind, PersonMonth } from '../../domain/commission/pay';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { fixedArea, onSheet } from '../formula';
import { Page, type StyledCell } from '../page';
import { addBase, addClawback, addOverride, addPay, addSettled, addSpiffs } from './amount-cells';
import { addCommission, addTier } from './commission-cells';
import { monthSerial } from './data-sheet';
import type { Digest } from './digest';
import { formatOfColumn, headerOf, isText, layoutOf, widthOf, type WorkingColumn } from './layout';
import { MonthRow, type MonthRows, type RowSetting } from './month-row';
import { addBefore, addLookups, addProbation, addQuota, addRevenue } from './revenue-cells';
import { Sums } from './sums';
import type { TermsBook } from './terms-sheet';
import type { SheetTexts } from './texts';
import { rowsText, rulesText } from './wording';

/** A row for every person and month: what counts, the tier, each amount, the rule and the rows that made it. */

export interface WorkingNames {
  readonly sheet: string;
  readonly table: string;
}

export interface Working {
  readonly sheet: SheetPlan;
  readonly columns: readonly WorkingColumn[];
  /** Cells of a column, over all people and months: a month's people stand one below the other, always all of them. */
  area(column: WorkingColumn): Area;
  /** What was written for a person, by their number among the people, in a month by its number. */
  cell(column: WorkingColumn, person: number, month: number): PlanCell;
  /** Somebody has an amount that no formula says. */
  readonly hasFixed: boolean;
  /** The amounts of a month that no formula says. */
  fixedOf(paid: PersonMonth): ReadonlySet<AmountKind>;
  /** Somebody's next tier is told. */
  readonly hasNext: boolean;
}

export function workingSheet(
  t: SheetTexts,
  names: WorkingNames,
  digest: Digest,
  terms: TermsBook,
  live: boolean,
): Working {
  const layout = layoutOf(digest, live);
  const { columns } = layout;
  const page = new Page(
    layout.printed,
    columns.slice(0, layout.printed).reduce((sum, id) => sum + widthOf(t, id), 0),
  );
  page.line(t.working, 'title', 34);
  page.note(live ? t.workingNote({ terms: terms.sheet.name }) : t.values);
  page.space();
  const header = page.row;
  page.cells(
    header,
    0,
    columns.map((id) => ({
      value: headerOf(t, id),
      style: isText(id) ? 'columnHeader' : 'columnHeaderNumber',
    })),
  );
  page.advance(1, 20);
  const first = page.row;
  const shown = digest.run.months.filter(({ month }) => digest.months.includes(month));
  const byKey = new Map(shown.map((one) => [`${one.month}/${one.person}`, one]));
  const people = digest.people.length;
  const sums = new Sums(t, names.table, digest.counted, digest.months.length * people);
  const setting: RowSetting = { t, digest, layout, terms, sums, live };
  const written: StyledCell[][] = [];
  const latest = new Map<string, number>();
  const fixed = new Map<PersonMonth, ReadonlySet<AmountKind>>();
  for (const month of digest.months) {
    const rows: MonthRows = { first: page.row, last: page.row + people - 1 };
    for (const person of digest.people) {
      const paid = byKey.get(`${month}/${person}`);
      const row = paid ? filled(setting, page.row, paid, latest.get(person) ?? null, rows) : null;
      if (paid) latest.set(person, page.row);
      if (paid && row && row.fixed.size > 0) fixed.set(paid, row.fixed);
      const cells = row?.styled() ?? blank(setting, month, person);
      written.push(cells);
      page.cells(page.row, 0, cells);
      page.advance(1);
    }
  }
  const rows = page.row - first;
  const area = (column: WorkingColumn): Area => ({
    row: first,
    column: columns.indexOf(column),
    rows,
    columns: 1,
  });
  return {
    columns,
    area,
    hasFixed: fixed.size > 0,
    fixedOf: (paid) => fixed.get(paid) ?? new Set(),
    hasNext: written.some((cells) => (cells[columns.indexOf('missing')]?.value ?? null) !== null),
    cell: (column, person, month) =>
      written[month * people + person]?.[columns.indexOf(column)]?.value ?? null,
    sheet: {
      role: 'working',
      name: names.sheet,
      blocks: page.blocks,
      tables: [],
      charts: [],
      validations: [],
      conditionalFormats: [],
      widths: columns.map((id) => widthOf(t, id)),
      heights: page.heights,
      gridlines: false,
      frozenRows: first,
      frozenColumns: 2,
      print: {
        orientation: 'landscape',
        area: { row: 0, column: 0, rows: page.row, columns: layout.printed },
        titleRows: [header, header],
        footer: t.footer,
      },
    },
  };
}

function filled(
  setting: RowSetting,
  at: number,
  paid: PersonMonth,
  earlier: number | null,
  rows: MonthRows,
): MonthRow | null {
  const { t, digest } = setting;
  const view = digest.book.view(paid.person, paid.month);
  if (!view) return null;
  const row = new MonthRow(setting, at, view, paid, earlier, rows);
  row.value('month', monthSerial(paid.month));
  row.value('person', paid.person);
  row.value('team', paid.team);
  row.value('role', paid.role);
  row.value('version', paid.version);
  row.value('active', paid.days.active);
  row.value('total', paid.days.total);
  addRevenue(row);
  if (row.form === 'running') addBefore(row);
  addQuota(row);
  const missed = addProbation(row);
  const hasTier = addTier(row);
  addCommission(row, missed);
  addBase(row, hasTier, missed);
  addOverride(row);
  addSpiffs(row);
  addClawback(row);
  addSettled(row);
  addPay(row);
  addLookups(row);
  row.value('fixed', [...row.fixed].map((kind) => t.columns[kind]).join(t.listJoin));
  row.value('rule', rulesText(t, paid));
  row.value('rows', rowsText(t, paid, digest.places));
  return row;
}

function blank({ t, layout }: RowSetting, month: number, person: string): StyledCell[] {
  return layout.columns.map((id, index): StyledCell => {
    const value = id === 'month' ? monthSerial(month) : id === 'person' ? person : null;
    const style = index >= layout.shown ? 'key' : isText(id) ? 'text' : 'number';
    return { value, style, format: formatOfColumn(t, id, false) };
  });
}

/** `'Working'!$F$8:$F$40` */
export function areaOn(sheet: string, area: Area): string {
  return onSheet(sheet, fixedArea(area));
}
