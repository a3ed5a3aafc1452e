import { formula, MONEY } from '../expressions';
import { fixedArea, fixedCell, literal } from '../formula';
import type { StyledCell } from '../page';
import type { Chosen } from './chosen';
import { areaOn } from './working-sheet';
import { key } from './writer';

/** The people of the chosen person's team in the month: what an override is paid on. */

const FAR = 1e9;
const SIDE = 11;

export function addMembers(chosen: Chosen): void {
  const { t, page, working, side, column } = chosen;
  const most = mostMembers(chosen);
  if (most === 0) return;
  page.line(t.person.members, 'heading', 22);
  const c = t.columns;
  page.cells(page.row, 0, [
    { value: c.person, style: 'columnHeader' },
    { value: c.role, style: 'columnHeader' },
    { value: t.person.sold, style: 'columnHeaderNumber' },
    { value: c.commission, style: 'columnHeaderNumber' },
  ]);
  page.advance(1, 20);
  const first = page.row;
  const area = (id: 'month' | 'person' | 'team' | 'role' | 'commission'): string =>
    areaOn(working.sheet.name, working.area(id));
  const mine = `(${area('month')}=${chosen.month})*(${area('team')}=${side.team})*(${area('team')}<>"")`;
  const index = `(ROW(${area('month')})-MIN(ROW(${area('month')}))+1)`;
  for (let k = 1; k <= most; k++) {
    const at = fixedCell({ row: page.row, column: SIDE });
    const name = fixedCell({ row: page.row, column: 0 });
    const shown = (expression: string): string => `IF(${at}=${FAR},"",${expression})`;
    const sold = `SUMPRODUCT((${column('person')}=${name})*(${column('team')}=${side.team})*(${column('month')}=${chosen.month}),${column('counted')})`;
    const cells: StyledCell[] = [
      { value: formula(shown(`INDEX(${area('person')},${at})`)), style: 'text' },
      { value: formula(shown(`INDEX(${area('role')},${at})&""`)), style: 'text' },
      { value: formula(shown(`ROUND(${sold},2)`)), style: 'number', format: MONEY },
      {
        value: formula(shown(`N(INDEX(${area('commission')},${at}))`)),
        style: 'number',
        format: MONEY,
      },
    ];
    page.cells(page.row, 0, cells);
    const nth = `IFERROR(MIN(${FAR},SUMPRODUCT(SMALL(${index}+${FAR}*(1-${mine}),${k}))),${FAR})`;
    page.cells(page.row, SIDE, [key(formula(nth))]);
    page.advance(1, 15);
  }
  const total = (at: number): string =>
    `ROUND(SUM(${fixedArea({ row: first, column: at, rows: most, columns: 1 })}),2)`;
  page.cells(page.row, 0, [
    { value: t.total, style: 'totalLabel' },
    { value: null, style: 'totalLabel' },
    { value: formula(total(2)), style: 'total', format: MONEY },
    { value: formula(total(3)), style: 'total', format: MONEY },
  ]);
  page.advance(1, 17);
  const none = `IF(${side.team}="",${literal(t.person.noTeam)},"")`;
  page.merged(page.row, 0, 10, { value: formula(none), style: 'note' });
  page.advance(1, 16);
}

function mostMembers({ digest }: Chosen): number {
  const sizes = new Map<string, number>();
  for (const { team, month } of digest.run.months) {
    if (team === null) continue;
    sizes.set(`${month}/${team}`, (sizes.get(`${month}/${team}`) ?? 0) + 1);
  }
  return Math.min(40, Math.max(0, ...sizes.values()));
}
