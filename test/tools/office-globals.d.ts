import type { DOMWindow } from 'jsdom';
import type { Host } from '../../src/workbench/host';
import type { WorkbookModel } from '../../src/workbench/model/types';
import type { ResetOptions } from './office-page';

/** What office-environment adds to the globals of a test. */
declare global {
  const workbook: WorkbookModel;
  const host: Host;
  const addinWindow: DOMWindow;
  function resetWorkbook(options?: ResetOptions): Promise<void>;
}
