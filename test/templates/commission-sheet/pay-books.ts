import type { PayPlan } from '../../../src/domain/commission/types';
import { monthNumber } from '../../../src/domain/dates';
import { texts } from '../../../src/locales';
import type { SheetPlan } from '../../../src/plan/types';
import type { BookGrid } from '../../../src/reading/grid';
import type { TableReading } from '../../../src/reading/types';
import { planSheet, planSheetNames } from '../../../src/templates/commission-plan/sheet';
import { commissionSheet } from '../../../src/templates/commission-sheet';
import type { BuildRequest } from '../../../src/templates/types';
import type { WorkbookModel } from '../../../src/workbench/model/types';
import { gridOf } from '../built';
import { calculated, indexOf, sheetOf } from '../model';
import { freeNames, request } from '../readings';

/** Pay sheets over a plan sheet, built and calculated in the stand-in. */

export const t = texts('zh-CN').templates['commission-sheet'];
const COLUMNS = 80;

export function planSheetOf(plan: PayPlan): SheetPlan {
  return planSheet(plan, planSheetNames(freeNames, 'zh-CN'), { title: '', findings: [] }, 'zh-CN');
}

export function payRequest(
  source: TableReading,
  plan: PayPlan | null,
  change: Partial<BuildRequest> = {},
): BuildRequest {
  const rules: BookGrid = plan
    ? gridOf({ sheets: [planSheetOf(plan)] })
    : { name: '', date1904: false, sheets: [] };
  return request(source, { rules, options: { handout: 'live' }, ...change });
}

/** The sheets with the plan sheet that their formulas speak of; its panel of what revenues earn is another test's. */
export async function built(
  given: BuildRequest,
  plan: PayPlan,
  without: readonly string[] = [],
): Promise<WorkbookModel> {
  const made = commissionSheet.build(given);
  const sheets = made.sheets.filter(({ role }) => !without.includes(role));
  return calculated({ ...made, sheets: [{ ...planSheetOf(plan), blocks: [] }, ...sheets] });
}

/** What the working sheet says of each person and month, by its columns' headers. */
export function workingOf(workbook: WorkbookModel): ReadonlyMap<string, Record<string, unknown>> {
  const sheet = sheetOf(workbook, t.working);
  const header = indexOf(sheet, t.columns.month);
  const used = sheet.usedArea(true)!;
  const headers = sheet.values({ row: header, column: 0, rows: 1, columns: COLUMNS })[0]!;
  const rows = new Map<string, Record<string, unknown>>();
  for (let row = header + 1; row < used.row + used.rows; row++) {
    const cells = sheet.values({ row, column: 0, rows: 1, columns: COLUMNS })[0]!;
    const said = Object.fromEntries(headers.map((name, index) => [`${name as string}`, cells[index]]));
    rows.set(`${monthNumber(Number(said[t.columns.month]))}/${said[t.columns.person] as string}`, said);
  }
  return rows;
}
