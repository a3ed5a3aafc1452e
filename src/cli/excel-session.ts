import type { Locale } from '../locales';
import { startHeadless } from '../workbench/host/headless';
import type { WorkbookModel } from '../workbench/model/types';

/** Runs work that speaks to `Excel` and `Office` over a workbook, as if the two were in Excel together. */
export async function insideExcel<T>(
  workbook: WorkbookModel,
  locale: Locale,
  work: () => Promise<T>,
): Promise<T> {
  const headless = await startHeadless(workbook, { locale: locale === 'zh-CN' ? 'zh-CN' : 'en-US' });
  const { OfficeExtension } = headless.window as unknown as { OfficeExtension: unknown };
  Object.assign(globalThis, { Office: headless.Office, Excel: headless.Excel, OfficeExtension });
  try {
    return await work();
  } finally {
    headless.close();
  }
}
