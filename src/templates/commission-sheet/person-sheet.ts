import type { Area, Position } from '../../domain/address';
import type { PlanCell, SheetPlan } from '../../plan/types';
import { formula, MONEY } from '../expressions';
import { fixedArea, fixedCell, literal, sentence, tableColumn } from '../formula';
import { Page, type StyledCell } from '../page';
import { pageSheet } from '../page-sheet';
import type { Chosen } from './chosen';
import { monthSerial } from './data-sheet';
import type { Digest } from './digest';
import { KINDS, type WorkingColumn } from './layout';
import { addMembers } from './members';
import type { TermsBook } from './terms-sheet';
import type { SheetTexts } from './texts';
import { areaOn, type Working, type WorkingNames } from './working-sheet';
import { key, MILLION, RATE } from './writer';

/** One person's month: each amount, the rows behind it, what each contributes, and the team behind an override. */

const WIDTHS = [12, 13, 17, 26, 18, 16, 14, 14, 9, 14];
/** Steps of the rows, then the lists that are chosen from, right of what is printed. */
const SIDE = WIDTHS.length + 1;
const LISTS = SIDE + 4;
const CHOICE: Position = { row: 1, column: 1 };
const MONTH: Position = { row: 1, column: 4 };
/** Rows that are shown, at most; the sheet of rows has them all. */
const MOST_ROWS = 60;
const SPARE = 8;
const FAR = 1e9;

export function personSheet(
  t: SheetTexts,
  names: WorkingNames,
  digest: Digest,
  terms: TermsBook,
  working: Working,
): SheetPlan {
  const { people, months, focus } = digest;
  const page = new Page(
    WIDTHS.length,
    WIDTHS.reduce((sum, width) => sum + width, 0),
  );
  page.line(t.person.sheet, 'title', 34);
  const list = { row: 1, column: LISTS, rows: people.length, columns: 1 };
  const monthList = { row: 1, column: LISTS + 1, rows: months.length, columns: 1 };
  page.block(
    list,
    people.map((person) => [person]),
    'key',
    '@',
  );
  page.block(
    monthList,
    months.map((month) => [monthSerial(month)]),
    'key',
    t.monthFormat,
  );
  page.cells(CHOICE.row, 0, [
    { value: t.columns.person, style: 'label' },
    { value: people[0] ?? null, style: 'input', format: '@' },
    { value: null, style: 'label' },
    { value: t.columns.month, style: 'label' },
    { value: monthSerial(focus), style: 'input', format: t.monthFormat },
  ]);
  const number = `SUMPRODUCT((${fixedArea(list)}=${fixedCell(CHOICE)})*(ROW(${fixedArea(list)})-${list.row}))`;
  const place = `(MATCH(${fixedCell(MONTH)},${fixedArea(monthList)},0)-1)*${people.length}+${number}`;
  const lookups = { row: CHOICE.row, column: LISTS + 2 };
  const side = (at: number): string => fixedCell({ ...lookups, column: lookups.column + at });
  const of = (id: WorkingColumn): string =>
    `INDEX(${areaOn(working.sheet.name, working.area(id))},MAX(1,${side(0)}))`;
  const fixed = `ISNUMBER(FIND(${literal(t.columns.commission)},${of('fixed')}))`;
  const factor = `IF(N(${of('listed')})=0,1,N(${of('revenue')})/N(${of('listed')}))`;
  const found: readonly (readonly [string, string])[] = [
    [t.person.row, place],
    [t.columns.whose, `N(${of('whose')})`],
    [t.columns.team, `${of('team')}&""`],
    [t.columns.terms, `N(${of('terms')})`],
    [t.columns.scale, `N(${of('scale')})`],
    [t.person.factor, working.columns.includes('listed') ? factor : '1'],
    [t.columns.fixed, `IF(${fixed},1,0)`],
  ];
  page.cells(
    lookups.row - 1,
    lookups.column,
    found.map(([value]) => ({ value, style: 'key' })),
  );
  page.cells(
    lookups.row,
    lookups.column,
    found.map(([, expression]) => key(formula(expression))),
  );
  const chosen: Chosen = {
    t,
    page,
    digest,
    working,
    of,
    side: {
      whose: side(1),
      team: side(2),
      terms: side(3),
      scale: side(4),
      factor: side(5),
      fixed: side(6),
    },
    month: fixedCell(MONTH),
    person: fixedCell(CHOICE),
    column: (id) => tableColumn(names.table, t.columns[id]),
  };
  page.advance(1, 22);
  const said = sentence(t.person.who, {
    role: chosen.of('role'),
    version: chosen.of('version'),
    team: chosen.of('team'),
  });
  page.line(formula(said), 'subtitle', 16);
  page.space();
  addAmounts(chosen);
  addRows(chosen, terms);
  if (working.columns.includes('override')) addMembers(chosen);
  return pageSheet(page, {
    role: 'person',
    name: names.sheet,
    validations: [
      {
        area: { ...CHOICE, rows: 1, columns: 1 },
        list: formula(fixedArea(list)),
        prompt: t.person.choose,
      },
      {
        area: { ...MONTH, rows: 1, columns: 1 },
        list: formula(fixedArea(monthList)),
        prompt: t.monthPrompt,
      },
    ],
    widths: [...WIDTHS, 3, 10, 10, 12, 3, 12, 12, 8, 8, 12, 8, 10, 8, 8],
    columns: WIDTHS.length,
    orientation: 'landscape',
    footer: t.footer,
  });
}

function addAmounts({ t, page, working, of }: Chosen): void {
  page.line(t.person.amounts, 'heading', 22);
  const notes = t.person.notes;
  const has = (id: WorkingColumn): boolean => working.columns.includes(id);
  const text = (expression: string): string => `TEXT(${expression},"${MONEY}")`;
  const percent = `TEXT(${of('rate')},"0.0##%")`;
  const byRate = sentence(notes.byRate, { revenue: text(of('revenue')), rate: percent });
  const told: Partial<Record<WorkingColumn, string>> = {
    revenue: literal(notes.revenue),
    commission: `IF(ISNUMBER(${of('rate')}),${byRate},${literal(notes.bySlices)})`,
    ...(has('overrideBase')
      ? { override: sentence(notes.override, { base: text(`N(${of('overrideBase')})`) }) }
      : {}),
    ...(has('guaranteeOwed')
      ? { guarantee: sentence(notes.owed, { owed: text(`N(${of('guaranteeOwed')})`) }) }
      : {}),
    ...(has('drawOwed') ? { draw: sentence(notes.owed, { owed: text(`N(${of('drawOwed')})`) }) } : {}),
  };
  const kinds = KINDS.filter(has);
  for (const id of ['revenue', ...kinds, 'pay'] as const) {
    const note = told[id];
    const fixed = `ISNUMBER(FIND(${literal(t.columns[id])},${of('fixed')}))`;
    const mark = (expression: string): string =>
      working.hasFixed ? `IF(${fixed},${literal(t.person.fixed)},${expression})` : expression;
    const style = id === 'pay' ? 'totalLabel' : 'label';
    page.cells(page.row, 0, [
      { value: t.columns[id], style },
      { value: { formula: `=N(${of(id)})` }, style: id === 'pay' ? 'total' : 'number', format: MONEY },
    ]);
    page.merged(page.row, 2, WIDTHS.length - 2, {
      value: note === undefined && !working.hasFixed ? null : { formula: `="  "&${mark(note ?? '""')}` },
      style: 'note',
    });
    page.advance(1, 16);
  }
  page.merged(page.row, 0, WIDTHS.length, { value: { formula: `=${of('rule')}&""` }, style: 'note' });
  page.advance(1, 42);
}

/** The rows that the month's commission is computed from: the person's own, the team's or all, as the role says. */
function addRows(chosen: Chosen, terms: TermsBook): void {
  const { t, page, digest, of, column, side } = chosen;
  page.line(t.person.rows, 'heading', 22);
  const c = t.columns;
  const texts = [c.date, c.person, c.order, c.customer, c.product, c.kind];
  const figures = [c.counted, t.person.running, c.rate, c.commission];
  page.cells(page.row, 0, [
    ...texts.map((value): StyledCell => ({ value, style: 'columnHeader' })),
    ...figures.map((value): StyledCell => ({ value, style: 'columnHeaderNumber' })),
  ]);
  page.cells(
    page.row,
    SIDE,
    [t.person.row, c.cents, c.earned].map((value) => ({ value, style: 'key' })),
  );
  page.advance(1, 20);
  const first = page.row;
  const rows = linesOf(digest);
  const whose =
    `(${side.whose}=1)*(${column('person')}=${chosen.person})` +
    `+(${side.whose}=2)*(${column('team')}=${side.team})+(${side.whose}=3)`;
  const picked = `(${column('month')}=${chosen.month})*(${whose})`;
  const index = `(ROW(${column('month')})-MIN(ROW(${column('month')}))+1)`;
  const starts = `ROUND(${terms.tiers.start}*${side.scale}/${MILLION},6)`;
  for (let k = 1; k <= rows; k++) {
    const { row } = page;
    const cell = (at: number, line = row): string => fixedCell({ row: line, column: at });
    const before = (at: number): string => (k === 1 ? '0' : cell(at, row - 1));
    const [found, cents, earned] = [cell(SIDE), cell(SIDE + 1), cell(SIDE + 2)];
    const shown = (expression: string): PlanCell => ({ formula: `=IF(${found}=${FAR},"",${expression})` });
    const text = (id: 'person' | 'order' | 'customer' | 'product' | 'kind'): StyledCell => ({
      value: shown(`INDEX(${column(id)},${found})&""`),
      style: 'text',
    });
    const number = (value: PlanCell, format: string): StyledCell => ({ value, style: 'number', format });
    const byRate = `${cell(6)}*${cell(8)}`;
    const bySlices = `(${earned}-${before(SIDE + 2)})/100`;
    const part = `ROUND(IF(ISNUMBER(${cell(8)}),${byRate},${bySlices})*${side.factor},2)`;
    page.cells(row, 0, [
      { value: shown(`INDEX(${column('date')},${found})`), style: 'text', format: 'yyyy-mm-dd' },
      ...(['person', 'order', 'customer', 'product', 'kind'] as const).map(text),
      number(shown(`INDEX(${column('counted')},${found})`), MONEY),
      number(shown(`ROUND(${before(7)}+${cell(6)},2)`), MONEY),
      number(shown(`IF(ISNUMBER(${of('rate')}),${of('rate')},"")`), RATE),
      number(shown(`IF(OR(${side.fixed}=1,${cell(6)}=0),"",${part})`), MONEY),
    ]);
    const nth = `IFERROR(MIN(${FAR},SUMPRODUCT(SMALL(${index}+${FAR}*(1-${picked}),${k}))),${FAR})`;
    const slices =
      `SIGN(${cents})*SUMPRODUCT((${terms.tiers.no}=${side.terms})*(${starts}<ABS(${cents}))` +
      `*(ABS(${cents})-${starts})*${terms.tiers.rise})/${MILLION}`;
    page.cells(row, SIDE, [
      // The rows after the last one need not look again.
      key(formula(k === 1 ? nth : `IF(${before(SIDE)}=${FAR},${FAR},${nth})`)),
      key(shown(`ROUND(${cell(7)}*100,0)`)),
      key(shown(slices)),
    ]);
    page.advance(1, 15);
  }
  addRowsTotal(chosen, first, rows);
}

function linesOf({ counted }: Digest): number {
  const sizes = new Map<string, number>();
  for (const { person, month } of counted) {
    const key = `${month}/${person}`;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return Math.min(MOST_ROWS, Math.max(0, ...sizes.values()) + SPARE);
}

/** What the rows come to, with what the one rounding of the month leaves, and how many more there are. */
function addRowsTotal({ t, page, of, working }: Chosen, first: number, rows: number): void {
  const area = (column: number): string => fixedArea({ row: first, column, rows, columns: 1 });
  const sum = (column: number): Area => ({ row: first, column, rows, columns: 1 });
  const total = (label: string, cells: Readonly<Record<number, string>>): void => {
    page.cells(
      page.row,
      0,
      WIDTHS.map((_, column): StyledCell => {
        const expression = cells[column];
        if (expression !== undefined) return { value: formula(expression), style: 'total', format: MONEY };
        return { value: column === 0 ? label : null, style: 'totalLabel' };
      }),
    );
    page.advance(1, 17);
  };
  const parts = `SUM(${fixedArea(sum(9))})`;
  total(t.total, { 6: `ROUND(SUM(${area(6)}),2)`, 9: `ROUND(${parts},2)` });
  total(t.person.rounding, { 9: `IF(COUNT(${area(9)})=0,0,ROUND(N(${of('commission')})-${parts},2))` });
  const more = `IF(ABS(ROUND(SUM(${area(6)})-N(${of(working.columns.includes('listed') ? 'listed' : 'revenue')}),2))>=0.01,${literal(t.person.more)},"")`;
  page.merged(page.row, 0, WIDTHS.length, { value: formula(more), style: 'note' });
  page.advance(1, 18);
}
