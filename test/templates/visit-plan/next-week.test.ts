/** Building a plan of visits again for the next week: what came of this week's visits stays with them. */
import { serialOf } from '../../../src/domain/dates';
import { mergeTable } from '../../../src/plan/merge';
import type { PlanCell, TablePlan } from '../../../src/plan/types';
import { calculated, sheetOf } from '../model';
import { planRequest, visitPlan, type Visit } from '../visit-diary/visits';

const MONDAY = serialOf(2024, 3, 4);
const seen = (date: number): Visit => ({ date, person: '周文博', customer: '甲公司' });
const planOf = (visits: readonly Visit[]) =>
  visitPlan.build(planRequest(visits, [{ name: '甲公司', class: 'A' }]));

function cell(table: TablePlan, row: readonly PlanCell[] | undefined, id: string): PlanCell | undefined {
  return row?.[table.columns.findIndex((column) => column.id === id)];
}

test('a result typed for this week is not said of the visit of the next', async () => {
  const first = planOf([seen(MONDAY)]).sheets[0]!.tables[0]!;
  const before = mergeTable(first, null, null);
  const [row = []] = before.rows;
  expect(cell(first, row, 'date')).toBe(MONDAY + 7);
  const typed = first.columns.map(({ id }, at) => (id === 'done' ? '是' : (row[at] ?? null)));
  const headers = first.columns.map(({ header }) => header);

  const plan = planOf([seen(MONDAY), seen(MONDAY + 7)]);
  const again = plan.sheets[0]!.tables[0]!;
  const { rows, report } = mergeTable(again, { headers, rows: [typed] }, before.marks);
  expect(rows.map((each) => [cell(again, each, 'date'), cell(again, each, 'done')])).toEqual([
    [MONDAY + 7, '是'],
    [MONDAY + 14, null],
  ]);
  expect(report.differences.map(({ kind }) => kind)).toEqual(['gone']);

  // On the sheet both rows stand: only the new week's is counted.
  const standing = { ...again, rows, keys: ['then', 'now'] };
  const [sheet, ...others] = plan.sheets;
  const workbook = await calculated({ ...plan, sheets: [{ ...sheet!, tables: [standing] }, ...others] });
  const summary = sheetOf(workbook, '计划汇总');
  const figures = [0, 2, 4].map((column) => summary.value(4, column));
  expect([sheetOf(workbook, '走访计划').text(1, 0), ...figures]).toEqual(['计划 1 次，已完成 0 次', 1, 0, 0]);
});
