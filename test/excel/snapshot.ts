import type { WorkbookModel } from '../../src/workbench/model/types';

interface Snapshot {
  readonly sheets: readonly { readonly validations?: readonly unknown[] }[];
}

/** Everything of a workbook that a person could tell apart; the order in which lists of choices were set is nothing of it. */
export function seen(workbook: WorkbookModel): unknown {
  const snapshot = workbook.snapshot() as Snapshot;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => ({
      ...sheet,
      validations: [...(sheet.validations ?? [])].sort((a, b) =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
      ),
    })),
  };
}
